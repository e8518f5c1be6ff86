from django.apps import AppConfig


class Config(AppConfig):
    name = "trust.processes.child_index"
    label = "child_index"

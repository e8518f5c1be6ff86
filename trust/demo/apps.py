from django.apps import AppConfig


class Config(AppConfig):
    name = "trust.demo"
    label = "demo"

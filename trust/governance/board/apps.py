from django.apps import AppConfig


class Config(AppConfig):
    name = "trust.governance.board"
    label = "board"

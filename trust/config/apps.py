from django.apps import AppConfig


class Config(AppConfig):
    name = "trust.config"
    label = "config"

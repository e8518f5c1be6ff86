from django.apps import AppConfig


class Config(AppConfig):
    name = "trust.strategy.needs"
    label = "needs"

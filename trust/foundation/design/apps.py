from django.apps import AppConfig


class Config(AppConfig):
    name = "trust.foundation.design"
    label = "design"

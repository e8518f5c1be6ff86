from django.apps import AppConfig


class Config(AppConfig):
    name = "trust.foundation.letters"
    label = "letters"

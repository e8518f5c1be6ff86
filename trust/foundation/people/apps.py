from django.apps import AppConfig


class Config(AppConfig):
    name = "trust.foundation.people"
    label = "people"

from django.apps import AppConfig


class Config(AppConfig):
    name = "trust.public"
    label = "public"

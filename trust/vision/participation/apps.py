from django.apps import AppConfig


class Config(AppConfig):
    name = "trust.vision.participation"
    label = "participation"

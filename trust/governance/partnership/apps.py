from django.apps import AppConfig


class Config(AppConfig):
    name = "trust.governance.partnership"
    label = "partnership"

from django.apps import AppConfig


class Config(AppConfig):
    name = "trust.vision.plan"
    label = "plan"

    def ready(self) -> None:
        """Tell the room of needs below, which cannot look up, how to ask who cites a finding."""
        from trust.strategy.needs.queries import ask_also
        from trust.vision.plan.queries.citing import priorities_that_cite

        ask_also(priorities_that_cite)

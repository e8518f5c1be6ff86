from django.apps import AppConfig


class Config(AppConfig):
    name = "trust.vision.plan"
    label = "plan"

    def ready(self) -> None:
        """Tell the rooms below who cites a finding, who serves an aim, what we aim for, where drafts are."""
        from trust.strategy.needs.queries import ask_also
        from trust.vision.outcomes.queries import ask_for_aims, ask_who_serves
        from trust.vision.participation.queries import ask_where_to_read
        from trust.vision.plan.queries.citing import priorities_that_cite
        from trust.vision.plan.queries.serving import aims_by, draft_of, priorities_that_serve

        ask_also(priorities_that_cite)
        ask_who_serves(priorities_that_serve)
        ask_for_aims(aims_by)
        ask_where_to_read(draft_of)

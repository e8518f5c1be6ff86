"""The law that the product follows, as one page that a lawyer can read."""

from collections.abc import Mapping

from trust.foundation.kernel.time import Span, in_words
from trust.foundation.statute.law import Force, Law, Provision
from trust.foundation.statute.register import Confidence, Instrument, instrument, instruments

FORCE = {
    Force.STATUTORY: "required by law",
    Force.MUST_HAVE_REGARD: "must have regard to it",
    Force.GOOD_PRACTICE: "good practice",
    Force.LOCAL: "decided here",
}
CONFIDENCE = {Confidence.HIGH: "sure", Confidence.MEDIUM: "fairly sure", Confidence.LOW: "not sure: verify"}
OPENING = """# The law that this product follows

Made from the law files by `run manage docs`: do not edit. It is not legal advice.
Every day given is included."""


def law_page(laws: Mapping[str, Law]) -> str:
    """The whole law as Markdown: each room's rules under its heading, then the register of instruments."""
    parts = [OPENING]
    for heading, law in laws.items():
        parts += [f"## {heading}", *(rule_section(law, rule) for rule in law.rules())]
    parts += ["## Instruments", instrument_table()]
    return "\n\n".join(parts) + "\n"


def rule_section(law: Law, rule: str) -> str:
    rows = [row_of(provision) for provision in law.provisions if provision.rule == rule]
    return "\n".join([f"### {rule}", "", "| When | Force | Says | Where |", "|---|---|---|---|", *rows])


def row_of(provision: Provision) -> str:
    source = instrument(provision.source).short
    return row(when(provision.span), FORCE[provision.force], provision.says, f"{source}, {provision.where}")


def instrument_table() -> str:
    ordered = sorted(instruments().values(), key=lambda one: (one.span.first, one.id))
    head = ["| Instrument | Kind | When | Note | How sure |", "|---|---|---|---|---|"]
    return "\n".join([*head, *(instrument_row(one) for one in ordered)])


def instrument_row(one: Instrument) -> str:
    return row(one.title, one.kind, when(one.span), one.note, CONFIDENCE[one.confidence])


def when(span: Span) -> str:
    return f"{in_words(span.first)} to {in_words(span.last)}" if span.last else f"from {in_words(span.first)}"


def row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '\\|').replace('\n', ' ') for cell in cells)} |"

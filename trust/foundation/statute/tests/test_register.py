from datetime import date
from pathlib import Path

import pytest

from trust.foundation.statute.law import read_law
from trust.foundation.statute.pages import law_page
from trust.foundation.statute.register import Confidence, Kind, instrument, instruments


def test_an_instrument_is_found_by_its_id() -> None:
    act = instrument("ascla-2009")
    assert act.title == "Apprenticeships, Skills, Children and Learning Act 2009"
    assert act.kind is Kind.ACT


def test_an_unknown_instrument_is_an_error_that_names_it() -> None:
    with pytest.raises(LookupError, match="“magna-carta” is not in the register"):
        instrument("magna-carta")


def test_the_service_that_closed_is_not_the_law_that_was_revoked() -> None:
    service, law = instrument("contactpoint-service"), instrument("si-2007-2182")
    assert service.span.last == date(2010, 8, 6)
    assert law.span.holds(date(2010, 8, 7))


def test_the_guidance_and_the_plan_regulations_end_before_the_act_does() -> None:
    after = date(2010, 10, 31)
    assert not instrument("guidance-2010").span.holds(after)
    assert not instrument("si-2010-591").span.holds(after)
    assert instrument("children-act-2004").span.holds(after)


def test_what_we_are_not_sure_of_says_so() -> None:
    unsure = [one for one in instruments().values() if one.confidence is Confidence.LOW]
    assert [one.id for one in unsure if not one.note] == []


def test_the_law_page_shows_every_rule_with_its_days_and_source(tmp_path: Path) -> None:
    file = tmp_path / "law.toml"
    file.write_text(
        '[[provision]]\nrule = "B01"\nfrom = 2010-04-01\nforce = "statutory"\nsource = "children-act-2004"\n'
        'where = "section 12A"\nsays = "The council | is represented."\n',
        encoding="utf-8",
    )
    page = law_page({"The Board": read_law(file)})
    assert "## The Board\n\n### B01\n" in page
    assert "| required by law | The council \\| is represented. | Children Act 2004, section 12A |" in page


def test_the_law_page_lists_every_instrument() -> None:
    page = law_page({})
    assert [one.id for one in instruments().values() if one.title not in page] == []

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest

from trust.foundation.directory.queries import organisation_by_key
from trust.foundation.kernel.actor import PUBLIC, SYSTEM
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.governance.board.queries import decisions
from trust.strategy.needs import actions, queries
from trust.strategy.needs.formats.document import Document
from trust.strategy.needs.formats.snapshot import hash_of, read, write
from trust.strategy.needs.makers import (
    APRIL,
    MARCH,
    a_gap,
    a_shared_assessment,
    a_written_assessment,
    an_assessment,
    speaking_for,
)
from trust.strategy.needs.models import Assessment, Snapshot
from trust.strategy.needs.queries.readiness import stale
from trust.strategy.needs.words import Counted, Show, Stage

pytestmark = pytest.mark.usefixtures("database")

MAY = datetime(2009, 5, 11, 10, tzinfo=UTC)
JUNE = date(2010, 6, 8)


def section_of(assessment: Assessment, number: int = 1) -> queries.SectionCard:
    return queries.section(assessment.id, number)


def now(assessment: Assessment, on: date = JUNE) -> Document:
    card = queries.assessment(assessment.id, as_of=on)
    return queries.document(card, card.now, as_of=on)


def cited(**facts: Any) -> queries.Cited:
    usual: dict[str, Any] = {"indicator": "ni-112", "places": ("E10000014",)}
    return queries.Cited(**(usual | facts))


def frozen() -> Assessment:
    shared = a_shared_assessment()
    actions.cite(section=section_of(shared).id, cited=cited(), by=SYSTEM, at=MARCH)
    actions.freeze(assessment=shared.id, by=SYSTEM, at=MAY)
    return shared


def test_child_poverty_is_asked_about_by_its_building_blocks() -> None:
    titles = [section.title for section in queries.sections(an_assessment().id)]
    assert titles[1:5] == [
        "Parents’ work and skills",
        "Money and material support",
        "Children’s chances in life",
        "Places to grow up in",
    ]


def test_the_same_form_sent_twice_begins_one() -> None:
    token = uuid4()
    assert an_assessment(token=token) == an_assessment(token=token)


def test_new_words_take_the_place_of_the_old_which_stay() -> None:
    assessment = an_assessment()
    where = section_of(assessment).id
    first = actions.write_passage(section=where, words="Old words.", by=SYSTEM, at=MARCH)
    actions.write_passage(section=where, words="Second.", by=SYSTEM, at=MARCH)
    actions.write_passage(section=where, words="New words.", supersedes=first.id, by=SYSTEM, at=APRIL)
    assert [text.words for text in now(assessment).parts[0].texts] == ["New words.", "Second."]
    assert [t.words for t in now(assessment, MARCH.date()).parts[0].texts] == ["Old words.", "Second."]


def test_words_that_were_changed_meanwhile_are_not_changed_twice() -> None:
    where = section_of(an_assessment()).id
    first = actions.write_passage(section=where, words="Old words.", by=SYSTEM, at=MARCH)
    actions.write_passage(section=where, words="New words.", supersedes=first.id, by=SYSTEM, at=MARCH)
    with pytest.raises(Refused, match="just before you"):
        actions.write_passage(section=where, words="Other words.", supersedes=first.id, by=SYSTEM, at=MARCH)


def test_a_cited_figure_is_the_one_known_on_the_day_it_is_read() -> None:
    assessment = an_assessment()
    actions.cite(section=section_of(assessment).id, cited=cited(), by=SYSTEM, at=MARCH)
    then = now(assessment, date(2009, 12, 1)).parts[0].figures[0]
    later = now(assessment, JUNE).parts[0].figures[0]
    assert (then.figures[-1].period, later.newest) == ("2007", date(2010, 2, 24))
    assert "33.2 per 1,000 in 2008" in later.sentence


def test_a_figure_leads_to_its_file_and_the_file_s_hash() -> None:
    found = queries.cited_figure(cited(), as_of=JUNE)
    source = found.sources[found.figures[0].source]
    assert (source.name, source.file) == ("OHID Fingertips 20401", "conceptions.csv")
    assert len(source.file_sha256) == 64


def test_each_place_is_told_from_the_lowest_to_the_highest() -> None:
    places = ("E07000088", "E07000089", "E07000090")
    told = queries.cited_figure(
        cited(indicator="imd-most-deprived-fifth", places=places, show=Show.EACH), as_of=JUNE
    )
    assert told.sentence == "In 2007 it ran from 0.0% in Hart to 23.1% in Havant."


def test_a_gap_is_told_with_the_test_and_both_levels() -> None:
    told = queries.cited_figure(cited(places=("E07000088",), comparison=("E07000089",)), as_of=JUNE)
    assert told.sentence.startswith("The gap between Gosport and Hart has not clearly changed")
    assert "In 2008 it was" in told.sentence
    assert [role for _, role in told.lines] == ["group", "subject"]


def test_what_had_not_been_published_is_said_to_be() -> None:
    assessment = an_assessment()
    actions.cite(
        section=section_of(assessment).id, cited=cited(indicator="neet-or-not-known"), by=SYSTEM, at=MARCH
    )
    assert [figure.indicator for figure in now(assessment).unknown] == ["neet-or-not-known"]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"indicator": "ni-999"}, "no measure of that name"),
        ({"places": ()}, "at least one place"),
        ({"comparison": ("E10000014",)}, "cannot be in both groups"),
        ({"group": "girls", "comparison": ("E07000088",)}, "one place at a time"),
    ],
)
def test_what_cannot_be_shown_is_not_cited(facts: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        actions.cite(section=section_of(an_assessment()).id, cited=cited(**facts), by=SYSTEM, at=MARCH)


def test_a_figure_that_is_taken_out_is_gone_from_its_day_on() -> None:
    assessment = an_assessment()
    citation = actions.cite(section=section_of(assessment).id, cited=cited(), by=SYSTEM, at=MARCH)
    actions.take_out(citation=citation.id, by=SYSTEM, at=APRIL)
    assert len(now(assessment, MARCH.date()).figures) == 1
    assert now(assessment).figures == ()


def counted(assessment: Assessment, count: int | None, *, withheld: bool = False) -> None:
    actions.add_count(
        section=section_of(assessment, 6).id,
        counted=Counted.HIDDEN,
        what="Children on no school’s roll",
        area="E07000088",
        period="January 2009",
        count=count,
        withheld=withheld,
        how_counted="Lists compared without names",
        invented=True,
        by=SYSTEM,
        at=MARCH,
    )


def test_children_whom_the_figures_miss_are_counted_to_the_nearest_five() -> None:
    assessment = an_assessment()
    counted(assessment, 13)
    counted(assessment, None, withheld=True)
    assert sorted(tally.said for tally in now(assessment).parts[5].tallies) == ["1 to 5, so not shown", "15"]


def test_a_small_count_is_refused_and_never_kept() -> None:
    with pytest.raises(Refused, match="could point to a child"):
        counted(an_assessment(), 4)


def test_a_gap_says_why_it_matters_and_who_could_close_it() -> None:
    assessment = an_assessment()
    with pytest.raises(Refused, match="Say also who could close it"):
        a_gap(section_of(assessment).id, who_could_close=" ")
    a_gap(section_of(assessment).id)
    assert [gap.who_could_close for gap in now(assessment).gaps] == ["Jobcentre Plus"]
    assert now(assessment).findings == ()


def test_an_empty_section_is_not_shared() -> None:
    assessment = an_assessment()
    partners = [organisation_by_key("hampshire-pct").id]
    with pytest.raises(Refused, match="Write something in “How many children"):
        actions.share(
            assessment=assessment.id, partners=partners, answer_by=APRIL.date(), by=SYSTEM, at=MARCH
        )


def test_a_draft_cannot_be_frozen_before_partners_have_seen_it() -> None:
    with pytest.raises(Refused, match="“being written” cannot become “frozen"):
        actions.freeze(assessment=a_written_assessment().id, by=SYSTEM, at=MARCH)


def test_it_is_not_frozen_while_a_partner_may_still_answer() -> None:
    with pytest.raises(Refused, match="Hampshire Primary Care Trust has until 30 April 2009"):
        actions.freeze(assessment=a_shared_assessment().id, by=SYSTEM, at=APRIL)


def test_a_partner_with_nothing_to_add_has_answered() -> None:
    assessment = a_shared_assessment()
    actions.comment(
        assessment=assessment.id, words="", invented=True, by=speaking_for("hampshire-pct"), at=APRIL
    )
    actions.freeze(assessment=assessment.id, by=SYSTEM, at=APRIL)
    assert now(assessment).asked[0].answered == "had nothing to add, 6 April 2009"


def test_a_comment_without_its_answer_holds_the_edition_back() -> None:
    assessment = a_shared_assessment()
    by = speaking_for("hampshire-pct")
    said = actions.comment(assessment=assessment.id, words="Too low.", invented=True, by=by, at=APRIL)
    with pytest.raises(Refused, match="One comment has no answer yet"):
        actions.freeze(assessment=assessment.id, by=SYSTEM, at=MAY)
    actions.answer_comment(comment=said.id, words="Mended.", by=SYSTEM, at=MAY)
    actions.freeze(assessment=assessment.id, by=SYSTEM, at=MAY)
    assert now(assessment).comments[0].answer == "Mended."


def test_only_a_partner_comments_and_only_while_it_is_asked() -> None:
    with pytest.raises(Refused, match="not open for comment"):
        actions.comment(assessment=a_written_assessment().id, words="Hm", invented=True, by=SYSTEM, at=MARCH)
    with pytest.raises(Refused, match="A comment is a partner’s"):
        actions.comment(assessment=a_shared_assessment().id, words="Hm", invented=True, by=PUBLIC, at=APRIL)


def test_a_frozen_edition_keeps_its_figures_when_newer_ones_come_out() -> None:
    assessment = frozen()
    kept, live = now(assessment, JUNE), queries.assessment(assessment.id, as_of=JUNE)
    assert kept.as_of == MAY.date()
    assert kept.figures[0].figures[-1].period == "2007"
    assert queries.compose(live, live.now, as_of=JUNE).figures[0].figures[-1].period == "2008"


def test_the_frozen_text_reads_back_as_it_was_and_its_hash_says_so() -> None:
    frozen()
    kept = Snapshot.objects.get()
    assert hash_of(kept.text) == kept.sha256
    assert write(read(kept.text)) == kept.text


def test_nothing_in_a_frozen_edition_can_be_written() -> None:
    assessment = frozen()
    with pytest.raises(Refused, match="This edition is frozen"):
        actions.write_passage(section=section_of(assessment).id, words="More.", by=SYSTEM, at=MAY)


def test_it_is_agreed_by_a_decision_that_was_taken_after_it_was_frozen() -> None:
    assessment = frozen()
    at = datetime(2010, 4, 20, 10, tzinfo=UTC)
    taken = decisions(at.date())[0]
    actions.agree(assessment=assessment.id, decision=taken.id, by=SYSTEM, at=at)
    card = queries.assessment(assessment.id, as_of=JUNE)
    assert (card.now.stage, card.now.decision) == (Stage.AGREED, taken.public_line)
    assert card.next_due == date(2013, 4, 20)


def test_no_decision_and_a_decision_before_it_was_frozen_agree_nothing() -> None:
    assessment = a_shared_assessment(at=datetime(2010, 5, 3, tzinfo=UTC), answer_by=date(2010, 5, 4))
    at = datetime(2010, 6, 1, tzinfo=UTC)
    actions.freeze(assessment=assessment.id, by=SYSTEM, at=at)
    with pytest.raises(Refused, match="we hold no such decision"):
        actions.agree(assessment=assessment.id, decision=uuid4(), by=SYSTEM, at=at)
    with pytest.raises(Refused, match="the Board cannot have seen it"):
        actions.agree(assessment=assessment.id, decision=decisions(JUNE)[0].id, by=SYSTEM, at=at)


def test_a_change_after_that_is_the_next_edition_with_its_reason() -> None:
    assessment = frozen()
    with pytest.raises(Refused, match="Say why"):
        actions.begin_edition(assessment=assessment.id, why=" ", by=SYSTEM, at=MAY)
    actions.begin_edition(assessment=assessment.id, why="New figures.", by=SYSTEM, at=MAY)
    actions.write_passage(section=section_of(assessment).id, words="More.", by=SYSTEM, at=MAY)
    card = queries.assessment(assessment.id, as_of=JUNE)
    assert [(one.number, one.stage) for one in card.editions] == [(2, Stage.DRAFT), (1, Stage.FROZEN)]
    assert card.readable == card.editions[1]
    assert len(queries.document(card, card.editions[1], as_of=JUNE).parts[0].texts) == 1


def test_a_shared_draft_can_be_taken_back_to_the_desk() -> None:
    assessment = a_shared_assessment()
    actions.take_back(assessment=assessment.id, why="A section is wrong.", by=SYSTEM, at=APRIL)
    assert queries.assessment(assessment.id, as_of=JUNE).now.stage is Stage.DRAFT


def test_words_older_than_the_figures_beside_them_are_stale_until_looked_at_again() -> None:
    assessment = a_written_assessment()
    actions.cite(section=section_of(assessment).id, cited=cited(), by=SYSTEM, at=MARCH)
    card, found = queries.assessment(assessment.id, as_of=JUNE), now(assessment)
    old = stale(card, found, on=JUNE)
    assert [one.section for one in old] == [1, 1]
    assert "the last on 24 February 2010" in old[0].why
    at = datetime(2010, 3, 1, tzinfo=UTC)
    for one in old:
        actions.still_true(passage=one.passage, finding=one.finding, by=SYSTEM, at=at)
    assert stale(card, now(assessment), on=JUNE) == []


def test_an_assessment_past_its_cycle_is_stale() -> None:
    assessment = a_written_assessment(cycle_months=12)
    card = queries.assessment(assessment.id, as_of=JUNE)
    assert stale(card, now(assessment), on=JUNE)[0].why.endswith("it was due on 2 March 2010.")


def test_what_is_not_there_cannot_be_looked_at_or_answered() -> None:
    with pytest.raises(NotFound):
        actions.still_true(finding=uuid4(), by=SYSTEM, at=MARCH)
    with pytest.raises(NotFound):
        actions.answer_comment(comment=uuid4(), words="Yes.", by=SYSTEM, at=MARCH)

import re
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from trust.foundation.directory.queries import organisation_by_key
from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.people.makers import a_worker, sign_in
from trust.strategy.needs import actions, queries
from trust.strategy.needs.formats.printed import edition_pdf, summary_pdf
from trust.strategy.needs.formats.snapshot import hash_of
from trust.strategy.needs.makers import a_finding, a_shared_assessment, a_written_assessment, an_assessment
from trust.strategy.needs.models import Assessment, Snapshot
from trust.strategy.needs.views.paper import on_paper

pytestmark = pytest.mark.usefixtures("database")

MAY = datetime(2010, 5, 3, 10, tzinfo=UTC)
LATER = date(2010, 6, 30)


def to(name: str, *about: object) -> str:
    return reverse(f"needs:{name}", args=about)


def with_a_figure(assessment: Assessment) -> Assessment:
    section = queries.section(assessment.id, 1)
    cited = queries.Cited("ni-112", ("E10000014",))
    actions.cite(section=section.id, cited=cited, by=SYSTEM, at=MAY)
    return assessment


def pages_in(pdf: bytes) -> int:
    return max(int(count) for count in re.findall(rb"/Type\s*/Pages.*?/Count\s+(\d+)", pdf, re.DOTALL))


@pytest.fixture
def shared() -> Assessment:
    return with_a_figure(a_shared_assessment(at=MAY, answer_by=LATER))


@pytest.fixture
def ian() -> Client:
    partner = Client()
    sign_in(partner, a_worker("Ian Colebrook", "partner-lead", "hampshire-pct"))
    return partner


def test_anyone_reads_what_partners_are_asked_about_and_follows_a_figure_to_its_file(
    visitor: Client, shared: Assessment
) -> None:
    page = visitor.get(to("assessment", shared.id)).text
    assert "In Hampshire it was 33.2 per 1,000 in 2008." in page
    assert "/outcomes/ni-112/?area=E10000014&amp;as_of=2010-06-08" in page
    release = re.search(r"/open-data/[0-9a-f-]+/figures.csv", page)
    assert release
    assert "ni-112" in visitor.get(release[0]).text


def test_nobody_outside_reads_a_draft(visitor: Client) -> None:
    draft = an_assessment()
    assert visitor.get(to("assessment", draft.id)).status_code == 404
    assert visitor.get(to("edition", draft.id, 1)).status_code == 404
    assert draft.title not in visitor.get("/needs/").text


def test_a_page_as_of_a_day_has_no_assessment_begun_later(visitor: Client) -> None:
    assert "Child poverty here" not in visitor.get("/needs/").text
    later = a_shared_assessment(at=datetime(2010, 9, 1, tzinfo=UTC), answer_by=date(2010, 9, 30))
    assert visitor.get(to("assessment", later.id)).status_code == 404


def test_the_summary_is_two_pages_however_much_or_little_there_is(shared: Assessment) -> None:
    section = queries.section(shared.id, 2)
    assert pages_in(summary_pdf(paper_of(shared))) == 2
    for number in range(30):
        a_finding(statement=f"Finding {number}: {'long words ' * 24}", section=section.id, at=MAY)
    assert pages_in(summary_pdf(paper_of(shared))) == 2


def test_the_summary_says_how_many_were_asked_and_answered(shared: Assessment) -> None:
    assert re.fullmatch(r"\w+ partners? (was|were) asked; \w+ answered\.", str(paper_of(shared)["answers"]))


def paper_of(assessment: Assessment) -> dict[str, object]:
    card = queries.assessment(assessment.id, as_of=date(2010, 6, 8))
    return on_paper(queries.document(card, card.now, as_of=date(2010, 6, 8)), card.now)


def test_the_printed_edition_is_tagged_and_holds_its_charts(shared: Assessment) -> None:
    pdf = edition_pdf(paper_of(shared))
    for mark in (b"/MarkInfo", b"/StructTreeRoot", b"/Lang", b"pdfuaid"):
        assert mark in pdf
    assert pages_in(pdf) >= 3


@pytest.mark.parametrize("name", ["edition-pdf", "summary-pdf"])
def test_both_are_served_as_pdf(visitor: Client, shared: Assessment, name: str) -> None:
    answer = visitor.get(to(name, shared.id))
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")


def test_words_of_typst_stay_words(shared: Assessment) -> None:
    a_finding(statement="#panic(1) *bold* $x$ `raw`", section=queries.section(shared.id, 2).id, at=MAY)
    assert edition_pdf(paper_of(shared))[:5] == b"%PDF-"


def test_the_downloaded_text_has_the_hash_that_the_page_gives(visitor: Client) -> None:
    frozen = a_shared_assessment(at=datetime(2010, 4, 1, tzinfo=UTC), answer_by=date(2010, 5, 1))
    actions.freeze(assessment=frozen.id, by=SYSTEM, at=MAY)
    text = visitor.get(to("edition-data", frozen.id, 1)).content.decode()
    assert hash_of(text) == Snapshot.objects.get().sha256
    assert hash_of(text) in visitor.get(to("assessment", frozen.id)).text


def test_an_officer_begins_writes_and_cites_having_seen_what_the_figure_says(priya: Client) -> None:
    token = str(uuid4())
    leads = str(organisation_by_key("hampshire-county-council").id)
    begun = {"token": token, "title": "Rural children", "theme": "local", "leads": leads}
    assert priya.post(to("begin"), begun).status_code == 302
    assert priya.post(to("write", token, 1), {"words": "Buses are few."}).status_code == 302
    figure = {"indicator": "ni-112", "places": ["E10000014"], "show": "together"}
    assert "33.2 per 1,000 in 2008" in priya.post(to("cite", token, 1), figure).text
    assert priya.post(to("cite", token, 1), figure | {"keep": "yes"}).status_code == 302
    desk = priya.get(to("desk", token)).text
    assert "Buses are few." in desk
    assert "33.2 per 1,000 in 2008" in desk


def test_what_is_refused_is_said_and_nothing_is_lost(priya: Client) -> None:
    assessment = an_assessment()
    count = {
        "counted": "hidden-group",
        "what": "On no roll",
        "area": "E07000088",
        "period": "2010",
        "count": "3",
    }
    page = priya.post(to("count", assessment.id, 6), count | {"how_counted": "Lists"}).text
    assert "We do not keep a count of 3" in page
    assert 'value="On no roll"' in page


def test_the_whole_way_from_the_desk_to_frozen(priya: Client, ian: Client) -> None:
    assessment = a_written_assessment()
    partner = str(organisation_by_key("hampshire-pct").id)
    sent = {"partners": [partner], "answer_by": "30 June 2010"}
    assert priya.post(to("share", assessment.id), sent).status_code == 302
    assert "has until 30 June 2010" in priya.post(to("freeze", assessment.id), {"sent": "yes"}).text
    assert ian.post(to("comment", assessment.id), {"words": "Too low."}).status_code == 302
    assert "One comment has no answer yet" in priya.post(to("freeze", assessment.id), {"sent": "yes"}).text
    said = queries.document(*now(assessment), as_of=date(2010, 6, 8)).comments[0]
    assert priya.post(to("answer", said.id), {"words": "Mended."}).status_code == 302
    assert priya.post(to("freeze", assessment.id), {"sent": "yes"}).status_code == 302
    assert "Frozen, for the Board to agree" in priya.get(to("assessment", assessment.id)).text


def now(assessment: Assessment) -> tuple[queries.AssessmentCard, queries.EditionCard]:
    card = queries.assessment(assessment.id, as_of=date(2010, 6, 8))
    return card, card.now


def test_a_partner_says_something_or_that_it_has_nothing_to_add(ian: Client, shared: Assessment) -> None:
    both = {"words": "Wrong.", "nothing": "on"}
    for answer in ({}, both):
        page = ian.post(to("comment", shared.id), answer | {"sent": "yes"})
        assert "Write your comment, or tick" in page.text
    assert ian.post(to("comment", shared.id), {"nothing": "on"}).status_code == 302
    assert "had nothing to add" in ian.get(to("assessment", shared.id)).text


def test_a_partner_comments_beside_the_very_finding(ian: Client, shared: Assessment) -> None:
    finding = queries.findings(as_of=LATER)[0]
    address = f"{to('comment', shared.id)}?finding={finding.id}"
    assert finding.statement in ian.get(address).text
    ian.post(address, {"words": "In Havant it is worse."})
    assert "In Havant it is worse." in ian.get(to("finding", finding.id)).text


@pytest.mark.parametrize("about", ["not-an-id", UUID(int=1)])
def test_a_comment_on_nothing_is_not_found(ian: Client, shared: Assessment, about: object) -> None:
    assert ian.get(f"{to('comment', shared.id)}?finding={about}").status_code == 404


def test_a_partner_cannot_write(ian: Client, shared: Assessment) -> None:
    assert ian.get(to("desk", shared.id)).status_code == 403
    assert ian.get(to("write", shared.id, 1)).status_code == 403


def test_a_corrected_finding_says_so_and_keeps_its_old_words(priya: Client) -> None:
    old = a_finding(statement="Twice as likely")
    form = priya.get(to("correct", old.id)).text
    assert "Twice as likely" in form
    token = str(uuid4())
    words = {"token": token, "statement": "Half as likely again", "group_label": "All", "how_sure": "not-yet"}
    assert priya.post(to("correct", old.id), words).status_code == 302
    assert "This has been corrected" in priya.get(to("finding", old.id)).text
    assert "Every wording it has had" in priya.get(to("finding", token)).text


def test_what_is_stale_is_listed_and_can_be_found_still_true(priya: Client) -> None:
    old = with_a_figure(a_shared_assessment(at=datetime(2009, 5, 1, tzinfo=UTC), answer_by=LATER))
    page = priya.get(to("stale", old.id)).text
    assert "Newer figures came out" in page
    finding = queries.findings(as_of=LATER, assessment=old.id)[0]
    priya.post(to("still-true", old.id), {"finding": str(finding.id)})
    assert finding.statement not in priya.get(to("stale", old.id)).text


def test_findings_are_narrowed_and_taken_away(visitor: Client) -> None:
    a_finding(statement="In Gosport", places=["E07000088"], indicator="ni-112")
    a_finding(statement="=Elsewhere")
    page = visitor.get("/needs/?place=E07000088").text
    assert "In Gosport" in page
    assert "Elsewhere" not in page
    table = visitor.get("/needs/findings.csv").text
    assert table.startswith("id,kind,statement")
    assert "'=Elsewhere" in table


@pytest.mark.parametrize("asked", ["kind=x", "place=%00", "sure=<b>", "page=999", "words=%00"])
def test_nonsense_in_the_address_is_passed_over(visitor: Client, asked: str) -> None:
    assert visitor.get(f"/needs/?{asked}").status_code in {200, 400}


def test_a_thing_that_is_not_there_is_not_found(visitor: Client) -> None:
    nothing: UUID = uuid4()
    for name in ("finding", "assessment", "stale", "edition-pdf"):
        assert visitor.get(to(name, nothing)).status_code == 404

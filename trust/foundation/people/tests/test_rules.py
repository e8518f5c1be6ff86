from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import Span
from trust.foundation.people.formats import read_roles
from trust.foundation.people.rules import (
    Post,
    Standing,
    both_factors_given,
    check_role,
    duties_of,
    posts_held,
)
from trust.foundation.people.words import Role

BOARD_WEEK = date(2010, 6, 8)
COUNCIL = uuid4()
OFFICER = Post("partnership-officer", COUNCIL, Span(date(2008, 9, 1)))
PRIYA = Standing(
    active=True,
    trained_until=date(2011, 3, 31),
    vetted_until=date(2011, 8, 31),
    posts=(OFFICER,),
    second_factor=True,
)
ROLES = {
    "partnership-officer": Role("partnership-officer", "", "", frozenset({"plan.write", "plan.publish"})),
    "auditor": Role("auditor", "", "", frozenset({"audit.read"})),
}


def test_a_worker_in_post_and_in_date_holds_the_post() -> None:
    assert posts_held(PRIYA, on=BOARD_WEEK) == (OFFICER,)


def test_a_post_that_has_ended_is_not_held_beside_one_that_has_not() -> None:
    ended = Post("auditor", COUNCIL, Span(date(2008, 9, 1), date(2009, 3, 31)))
    assert posts_held(replace(PRIYA, posts=(ended, OFFICER)), on=BOARD_WEEK) == (OFFICER,)


@pytest.mark.parametrize(
    ("standing", "sentence"),
    [
        (replace(PRIYA, active=False), "Your account is closed."),
        (replace(PRIYA, posts=()), "You have no post here."),
        (
            replace(PRIYA, posts=(replace(OFFICER, span=Span(date(2010, 7, 1))),)),
            "Your post begins on 1 July 2010.",
        ),
        (
            replace(PRIYA, posts=(replace(OFFICER, span=Span(date(2008, 9, 1), date(2010, 6, 7))),)),
            "Your post ended on 7 June 2010.",
        ),
        (replace(PRIYA, trained_until=date(2010, 6, 7)), "Your training lapsed on 8 June 2010."),
        (replace(PRIYA, vetted_until=date(2010, 6, 7)), "Your vetting lapsed on 8 June 2010."),
        (replace(PRIYA, second_factor=False), "You have not given your six-digit code."),
    ],
)
def test_each_closed_gate_says_which_it_is_and_that_nothing_was_opened(
    standing: Standing, sentence: str
) -> None:
    with pytest.raises(Refused) as refusal:
        posts_held(standing, on=BOARD_WEEK)
    assert str(refusal.value).startswith(f"{sentence} Nothing was opened.")


@pytest.mark.parametrize(
    "standing", [replace(PRIYA, trained_until=BOARD_WEEK), replace(PRIYA, vetted_until=BOARD_WEEK)]
)
def test_the_last_day_in_date_is_still_in_date_and_the_next_is_not(standing: Standing) -> None:
    assert posts_held(standing, on=BOARD_WEEK)
    with pytest.raises(Refused):
        posts_held(standing, on=date(2010, 6, 9))


def test_duties_are_those_of_all_the_posts_together() -> None:
    posts = [OFFICER, replace(OFFICER, role="auditor")]
    assert duties_of(posts, roles=ROLES) == {"plan.write", "plan.publish", "audit.read"}


def test_no_post_and_a_role_nobody_knows_carry_no_duty() -> None:
    assert duties_of([], roles=ROLES) == frozenset()
    assert duties_of([replace(OFFICER, role="superuser")], roles=ROLES) == frozenset()


def test_an_unknown_role_is_refused_with_those_there_are() -> None:
    with pytest.raises(
        Refused, match="There is no role “superuser”. Choose one of: auditor, partnership-officer."
    ):
        check_role("superuser", roles=ROLES)


@pytest.mark.parametrize(
    ("methods", "whose", "proved"),
    [
        (["password", "mfa"], "priya", True),
        (["password"], "priya", False),
        (["mfa"], "priya", False),
        ([], "priya", False),
        (["password", "mfa"], "somebody else", False),
    ],
)
def test_both_factors_must_be_of_the_same_worker(methods: list[str], whose: str, proved: bool) -> None:
    contents = {
        "account_authentication_methods": [{"method": method} for method in methods],
        "account_authentication_methods_user": whose,
    }
    assert both_factors_given(contents, "priya") is proved


def test_nobody_has_given_both_factors_in_an_empty_session() -> None:
    assert not both_factors_given({}, None)


def test_a_roles_file_with_one_key_twice_is_refused(tmp_path: Path) -> None:
    row = '[[role]]\nkey = "auditor"\ntitle = "Auditor"\nsays = ""\nduties = []\n'
    path = tmp_path / "roles.toml"
    path.write_text(row * 2)
    with pytest.raises(ValueError, match="two roles have one key"):
        read_roles(path)


def test_no_role_of_ours_may_do_everything() -> None:
    roles = read_roles(Path(__file__).parents[1] / "roles.toml")
    every_duty = frozenset().union(*(role.duties for role in roles.values()))
    assert all(role.duties < every_duty and role.says for role in roles.values())

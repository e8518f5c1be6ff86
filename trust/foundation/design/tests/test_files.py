"""What is taken away has its kind and its name."""

import pytest

from trust.foundation.design.files import KINDS, sent_file, sent_table


@pytest.mark.parametrize(("end", "kind"), KINDS.items())
def test_the_end_of_its_name_says_what_a_file_is(end: str, kind: str) -> None:
    answer = sent_file(b"1", f"figures-2010-06-08.{end}")
    assert answer["Content-Type"] == kind
    assert answer["Content-Disposition"] == f'attachment; filename="figures-2010-06-08.{end}"'


def test_paper_is_shown_first() -> None:
    assert sent_file(b"1", "plan.pdf", shown=True)["Content-Disposition"] == 'inline; filename="plan.pdf"'


def test_a_table_is_csv_whatever_file_its_rows_came_in() -> None:
    answer = sent_table(("what",), [("=1+1",)], "refused-figures.xlsx")
    assert answer["Content-Type"] == KINDS["csv"]
    assert b"'=1+1" in answer.content

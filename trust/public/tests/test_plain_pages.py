from django.template.loader import render_to_string


def test_when_all_else_fails_the_page_needs_no_request_and_no_database() -> None:
    assert "Something went wrong here" in render_to_string("500.html")

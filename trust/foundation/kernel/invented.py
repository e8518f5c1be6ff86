"""The mark behind the name of what was made up, so that nobody takes it for real."""

MARK = " (invented)"


def unmarked(name: str) -> str:
    """
    >>> unmarked("Itchen Water College (invented)"), unmarked("Hart")
    ('Itchen Water College', 'Hart')
    """
    return name.strip().removesuffix(MARK)

"""Rounding as published figures are: a half away from nought, once, by the digits that people read."""

from decimal import ROUND_HALF_UP, Context, Decimal


def half_up(value: float | Decimal, places: int = 0) -> Decimal:
    """A figure to so many places; one that a machine holds in binary goes by its shortest digits.

    >>> half_up(12.25, 1), half_up(2.675, 2), half_up(-0.5)
    (Decimal('12.3'), Decimal('2.68'), Decimal('-1'))
    """
    return _exact(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def to_places(value: float | Decimal, places: int = 1) -> str:
    """The same as text, with thousands apart.

    >>> to_places(1234.25), to_places(0.0), to_places(-0.04)
    ('1,234.3', '0.0', '0.0')
    """
    # Nought is added so that a small figure below it is not written -0.0.
    return f"{half_up(value, places) + 0:,}"


def to_figures(value: float | Decimal, figures: int = 2) -> str:
    """To so many figures that count, without idle noughts.

    >>> to_figures(0.08725), to_figures(0.5), to_figures(-0.00995)
    ('0.087', '0.5', '-0.01')
    """
    exact = Context(prec=figures, rounding=ROUND_HALF_UP).create_decimal(_exact(value))
    return f"{exact.normalize():,f}"


def _exact(value: float | Decimal) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(float(value)))

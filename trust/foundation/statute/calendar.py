from datetime import date
from functools import cache

import holidays


@cache
def england_holidays(first_year: int, last_year: int) -> frozenset[date]:
    """Bank holidays in England from 1 January of the first year to 31 December of the last.

    Source: the `holidays` package, which follows gov.uk; substitute days are included.
    """
    years = range(first_year, last_year + 1)
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=years))

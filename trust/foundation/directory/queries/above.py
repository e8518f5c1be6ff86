"""The larger places that a place is part of."""

from trust.foundation.directory.formats.regions import regions
from trust.foundation.directory.models import Area
from trust.foundation.directory.words import PlaceKind
from trust.foundation.kernel.once import asked_once


@asked_once
def region_of(code: str) -> str:
    """The code of the region that a place is in, or an empty one where none is known."""
    if code in regions():
        return regions()[code]
    above = Area.objects.order_by("-first").values_list("kind", "parent_code")
    while code and (found := above.filter(code=code).first()):
        kind, parent = found
        if kind == PlaceKind.REGION:
            return code
        code = parent
    return ""


def authorities_of(region: str) -> tuple[str, ...]:
    """The code of every authority that is, or once was, in a region."""
    return tuple(code for code, where in regions().items() if where == region)

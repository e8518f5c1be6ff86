"""Bring in an area's folder or one official file: good rows are held, bad rows wait with a sentence each."""

from trust.vision.outcomes.loaders.area import load_figures
from trust.vision.outcomes.loaders.arrivals import (
    Arrival,
    DayNeeded,
    arrived,
    check_arrival,
    clear_arrival,
    clear_old_arrivals,
    held_release,
    keep_arrival,
    load_arrival,
    read_arrival,
)
from trust.vision.outcomes.loaders.boundaries import (
    OutlinesArrival,
    check_outlines_file,
    is_geojson,
    load_outlines,
    read_outlines_file,
)
from trust.vision.outcomes.loaders.register import load_register

__all__ = [
    "Arrival",
    "DayNeeded",
    "OutlinesArrival",
    "arrived",
    "check_arrival",
    "check_outlines_file",
    "clear_arrival",
    "clear_old_arrivals",
    "held_release",
    "is_geojson",
    "keep_arrival",
    "load_arrival",
    "load_figures",
    "load_outlines",
    "load_register",
    "read_arrival",
    "read_outlines_file",
]

"""Bring in an area's folder or one official file: good rows are held, bad rows wait with a sentence each."""

from trust.vision.outcomes.loaders.area import load_figures
from trust.vision.outcomes.loaders.arrivals import (
    Arrival,
    arrived,
    keep_arrival,
    load_arrival,
    read_arrival,
)

__all__ = [
    "Arrival",
    "arrived",
    "keep_arrival",
    "load_arrival",
    "load_figures",
    "read_arrival",
]

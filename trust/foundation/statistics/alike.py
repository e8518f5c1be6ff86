"""Which places are most alike: the nearest by several measures at once."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from trust.foundation.statistics.intervals import Floats, as_floats


def distances(measures: ArrayLike) -> Floats:
    """How far each place is from each other, each measure in its own standard deviations.

    `measures` has a row for each place and a column for each measure, of which none weighs more.
    Formula: d = sqrt(sum (z_i - z_j)^2), z over the standard deviation of all the places.
    Source: T. Benton and others, Children's Services Statistical Neighbour Benchmarking Model (NFER, 2007).
    Errors: ValueError where a figure is missing.
    """
    table = as_floats(measures)
    if table.ndim != 2 or not np.isfinite(table).all():
        raise ValueError("Every place needs a figure of every measure.")
    spread = table.std(axis=0)
    # A measure that is the same everywhere sets nobody apart.
    z = (table - table.mean(axis=0)) / np.where(spread > 0, spread, 1)
    apart: Floats = np.sqrt(((z[:, None, :] - z[None, :, :]) ** 2).sum(axis=2))
    return apart


def nearest(measures: ArrayLike, many: int) -> NDArray[np.intp]:
    """For each place the `many` most like it, the nearest first, itself left out; ties by their order.

    Source and errors: as `distances`.
    """
    apart = distances(measures)
    np.fill_diagonal(apart, np.inf)
    return np.argsort(apart, axis=1, kind="stable")[:, :many]

"""Which places are most alike: the nearest by several measures at once."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from trust.foundation.statistics.intervals import Floats


def distances(measures: ArrayLike, weights: ArrayLike | None = None) -> Floats:
    """How far each place is from each other, each measure in its own standard deviations.

    `measures` has a row for each place and a column for each measure, `weights` one for each column.
    Formula: d = sqrt(sum w (z_i - z_j)^2), z over the standard deviation of all the places.
    Source: T. Benton and others, Children's Services Statistical Neighbour Benchmarking Model (NFER, 2007).
    Errors: ValueError where a figure is missing, or a weight is not above nought.
    """
    table = np.asarray(measures, dtype=np.float64)
    if table.ndim != 2 or not np.isfinite(table).all():
        raise ValueError("Every place needs a figure of every measure.")
    weight = np.ones(table.shape[1]) if weights is None else np.asarray(weights, dtype=np.float64)
    if weight.shape != table.shape[1:] or not (weight > 0).all():
        raise ValueError("Every measure needs a weight above nought.")
    spread = table.std(axis=0)
    # A measure that is the same everywhere sets nobody apart.
    z = (table - table.mean(axis=0)) / np.where(spread > 0, spread, 1)
    apart: Floats = np.sqrt((weight * (z[:, None, :] - z[None, :, :]) ** 2).sum(axis=2))
    return apart


def nearest(measures: ArrayLike, many: int, weights: ArrayLike | None = None) -> NDArray[np.intp]:
    """For each place the `many` most like it, the nearest first, itself left out; ties by their order."""
    apart = distances(measures, weights)
    np.fill_diagonal(apart, np.inf)
    return np.argsort(apart, axis=1, kind="stable")[:, :many]

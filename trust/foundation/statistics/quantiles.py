"""Areas in equal groups from the lowest score to the highest, such as fifths by deprivation."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import rankdata

from trust.foundation.statistics.intervals import Floats, as_floats

type Groups = NDArray[np.int64]


def quantile_groups(scores: ArrayLike, groups: int) -> Groups:
    """The group of each score, 1 the lowest; areas that tie are never parted, and 0 is a missing score.

    Formula: 1 + floor(k(r - 1) / m), r the rank of m scores, where all that tie take the first's rank.
    Source: the rule of Public Health England's quantiles (PHEindicatormethods 2.1.0), from the low end.
    Errors: ValueError for fewer than two groups, or fewer scores than groups.
    """
    found = as_floats(scores)
    known = ~np.isnan(found)
    if groups < 2:
        raise ValueError("Areas are divided into two groups or more.")
    if known.sum() < groups:
        raise ValueError(f"{known.sum()} areas with a score cannot make {groups} groups.")
    placed = np.zeros(found.shape, dtype=np.int64)
    rank = rankdata(found[known], method="min").astype(np.int64)
    placed[known] = 1 + groups * (rank - 1) // rank.size
    return placed


def shares(population: ArrayLike) -> Floats:
    """Each group's share of everyone, along the last axis; ValueError where there is nobody."""
    people = as_floats(population)
    if not np.isfinite(people).all() or (people < 0).any():
        raise ValueError("A population must be nought or more, with none missing.")
    everyone = people.sum(axis=-1, keepdims=True)
    if (everyone == 0).any():
        raise ValueError("Nobody has no shares: a population must be more than nought.")
    return np.asarray(people / everyone, dtype=np.float64)

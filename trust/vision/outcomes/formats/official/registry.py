"""Every family of official files that we can read, the narrower before the wider: the first to know reads."""

from trust.vision.outcomes.formats.official import (
    deprivation,
    exclusions,
    explore,
    eyfs,
    fingertips,
    lait,
    low_income,
    neet,
    neighbours,
    nomis,
    ons,
    schools,
    stat_xplore,
    tidy,
)

FAMILIES = (
    schools.FAMILY,
    lait.FIGURES,
    lait.DICTIONARY,
    neighbours.FAMILY,
    neet.FAMILY,
    eyfs.BY_DISTRICT,
    eyfs.BY_AUTHORITY,
    exclusions.FAMILY,
    explore.FAMILY,
    fingertips.FAMILY,
    low_income.FAMILY,
    deprivation.BY_AUTHORITY,
    deprivation.FAMILY,
    nomis.FAMILY,
    ons.FAMILY,
    ons.SERIES,
    tidy.FAMILY,
    stat_xplore.FAMILY,
)

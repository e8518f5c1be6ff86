"""How each way of looking reaches what it says, in words that are true of every indicator."""

TESTED = (
    "Two places are said to differ only where a test of their counts says so: chance would give such a "
    "difference fewer than 5 times in 100. Where only intervals were published, they must lie wholly apart. "
    "With ten places, chance alone would show a difference in two lists of five."
)
TESTED_GROUPS = (
    "Two groups with no child in both are compared by a test of their counts: we say that they differ only "
    "if chance would give such a difference fewer than 5 times in 100."
)
TESTED_OVER_TIME = (
    "Each place’s latest figure is compared with its own figure five periods before, or the earliest there "
    "is. It got better or worse only if chance would give such a change fewer than 5 times in 100."
)
CHOSEN_BY = "The publisher chose the places by how families live, not by results; the nearest comes first."
WORKED_OUT = (
    "The Department for Education’s lists have no districts. Ours takes every measure as equal, and the "
    "nearest in all of them together comes first; it is about deprivation alone, so a place may still be "
    "unlike in other ways."
)
ADDED_UP = (
    "Counts are added up place by place, and the share worked out once, from the sums. We never average "
    "percentages: a small place would count as much as a large one."
)
NO_SUM = (
    "What they come to together cannot be worked out: not all were published with their counts, and an "
    "average of percentages would count a small place as much as a large one."
)
UNRANKED = (
    "These figures were published without intervals, so we do not rank the places: a small difference could "
    "be chance."
)
OVERLAP = "Where shading overlaps, places may not differ: their order could be chance."
FUNNEL = (
    "If every place were truly alike, each would still differ from the whole by chance, and a small place "
    "more than a large one. Nineteen in twenty would lie within the inner lines, and 998 in 1,000 within the "
    "outer ones. We name those outside the outer lines."
)
FUNNEL_SOURCE = (
    "Limits of counts about the whole: binomial for shares, Poisson for rates (D. J. Spiegelhalter, "
    "Statistics in Medicine 24, 2005)."
)
SLOPE = (
    "The places stand in order of deprivation, each as wide as its children are many, and one straight line "
    "is drawn through all of them. The slope index of inequality is how far the line rises or falls from the "
    "most deprived child to the least; the relative index is the one end over the other."
)
SLOPE_SOURCE = (
    "Weighted least squares over children (J. P. Mackenbach and A. E. Kunst, Social Science and Medicine 44, "
    "1997). The limits treat each place’s figure as drawn anew; those of the relative index are simulated. "
    "Places that tie in deprivation are taken as one, their counts added."
)
SLOPE_CARE = (
    "Places are not children: a district holds poor and rich families. A slope over districts says less than "
    "one over small areas would, and cannot say what deprivation does to one child."
)
TREND = (
    "One straight line is drawn through periods that do not overlap, back to where it was last counted in "
    "another way. It rose or fell only if chance would tilt the line so far fewer than 5 times in 100; not "
    "steadily, where the periods lie further from the line than chance would leave them."
)
TREND_OF_COUNTS = (
    "A test of the counts of every period (Cochran and Armitage; P. Armitage, Biometrics 11, 1955), for "
    "rates with the variance of events; each period weighs as much as its children are many."
)
TREND_OF_LIMITS = (
    "Weighted least squares: each period weighs as much as its published limits are narrow (W. G. Cochran, "
    "Supplement to the Journal of the Royal Statistical Society 4, 1937)."
)
TREND_CARE = (
    "A line says what has been, not what will be. Where very many are counted, a small change is clear."
)
OVERLAPS = (
    "“Everyone” holds the children of every group, so no group is compared with it: it would be "
    "compared with itself in part."
)

"""The two sheets a line chart is drawn on, and what every drawing with an axis has: ticks and periods."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.marks import Line, Mark, Words
from trust.foundation.design.charts.scales import Scale


@dataclass(frozen=True)
class Paper:
    """A sheet: the edges of the plot, and the column where line ends are named."""

    width: float
    height: float
    left: float
    right: float
    top: float
    label_x: float
    small: bool

    @property
    def bottom(self) -> float:
        return self.height - 52

    @property
    def label_width(self) -> float:
        return self.width - self.label_x


def wide(height: float) -> Paper:
    return Paper(760, height, left=56, right=532, top=20, label_x=546, small=False)


def narrow(height: float) -> Paper:
    return Paper(320, height, left=36, right=226, top=20, label_x=240, small=True)


@dataclass(frozen=True)
class Plot:
    """A sheet with its scales: where a moment and a figure lie."""

    paper: Paper
    x: Scale
    y: Scale
    unit: str


def grid(plot: Plot, steps: Sequence[float]) -> Iterator[Mark]:
    """Hairlines at round figures; the line at nought is ink."""
    for step in steps:
        y = plot.y(step)
        colour = marks.INK if step == 0 else marks.HAIRLINE
        yield Line(((plot.paper.left, y), (plot.paper.right, y)), colour)
        yield Words(plot.paper.left - 8, y + 5, of_step(step, plot.unit), anchor="end", fill=marks.MUTED)


def of_step(step: float, unit: str) -> str:
    return scales.with_unit(step, unit) if step else "0"


def with_room_for(steps: Sequence[float], unit: str, paper: Paper) -> Paper:
    """The sheet with its plot moved right where the figures of the axis are long."""
    widest = max(scales.width_of(of_step(step, unit), 13) for step in steps)
    return replace(paper, left=max(paper.left, widest + 14))


def periods(plot: Plot, moments: dict[float, str]) -> Iterator[Mark]:
    """The periods under the plot, as many as there is room for, the last one always."""
    order = sorted(moments)
    places = [plot.x(moment) for moment in order]
    labels = [scales.shortened(moments[m]) if plot.paper.small else moments[m] for m in order]
    for i in scales.kept_apart(places, [scales.width_of(label, 13) for label in labels]):
        yield Words(places[i], plot.paper.bottom + 24, labels[i], anchor="middle", fill=marks.MUTED)

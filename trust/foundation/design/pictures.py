"""A drawing as a file of its own: SVG as the pages draw it, and PNG for where SVG cannot go."""

import typst
from django.template.loader import render_to_string

from trust.foundation.design.charts import Drawing

POINTS_PER_INCH = 144.0
PAGE = '#set page(width: auto, height: auto, margin: 12pt)\n#image(bytes(sys.inputs.drawing), format: "svg")'


def svg_of(drawing: Drawing) -> str:
    return render_to_string("design/charts/alone.svg", {"drawing": drawing})


def png_of(drawing: Drawing) -> bytes:
    """The drawing at twice the size of the page, on white; the words are in a font that typst can find."""
    made = typst.compile(
        PAGE.encode(), sys_inputs={"drawing": svg_of(drawing)}, format="png", ppi=POINTS_PER_INCH,
        font_paths=[],
    )  # fmt: skip
    if not isinstance(made, bytes):
        raise TypeError("The drawing did not come out as one picture.")
    return made

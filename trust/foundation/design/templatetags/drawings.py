"""The marks of which a page may have hundreds, written without a template, which would take too long."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from trust.foundation.design.charts.marks import Area, Dot, Line, Strokes, Tract, Tracts
from trust.foundation.design.templatetags.design import px

register = template.Library()

LINE = (
    '<polyline points="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round"'
    ' stroke-linecap="round" stroke-dasharray="{}" />\n'
)
AREA = '<polygon points="{}" fill="{}" stroke="{}" stroke-width="2" fill-opacity="{}" />\n'
DOT = '<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="2" />\n'
TRACT = '<g class="place" tabindex="0" role="img"><title>{}</title><path d="{}" fill="{}"{} />{}</g>'
STROKES = '<path d="{}" fill="none" stroke="{}" />\n'


@register.simple_tag
def shape(mark: Line | Area | Dot | Strokes) -> SafeString:
    """A line, an area, a dot or a hatching as SVG."""
    match mark:
        case Line():
            return format_html(LINE, mark.points, mark.colour, px(mark.width), mark.dash or "none")
        case Area():
            return format_html(AREA, mark.points, mark.fill, mark.stroke, mark.opacity)
        case Dot():
            return format_html(DOT, px(mark.x), px(mark.y), px(mark.radius), mark.fill, mark.stroke)
        case Strokes():
            return format_html(STROKES, mark.path, mark.colour)


@register.simple_tag
def tracts(drawn: Tracts) -> SafeString:
    """Very many places of a map, which would take a template too long."""
    return format_html_join("\n", TRACT, (_tract(one) for one in drawn.tracts))


def _tract(one: Tract) -> tuple[str, str, str, str, str]:
    dash = format_html(' stroke-dasharray="{}"', one.dash) if one.dash else ""
    edge = format_html(' stroke="{}" stroke-width="2.5"', one.edge) if one.edge else ""
    lines = shape(one.strokes) if one.strokes else ""
    return one.label, one.path, one.fill, format_html("{}{}", dash, edge), lines

"""A small drawing (SVG) of the figures of one indicator: what was reached, and what was wanted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from beleidsspoor.graph.dossier.model import Chart, Point
from beleidsspoor.graph.show.dossier.labels import Box, Mark, place_labels
from beleidsspoor.graph.show.dossier.scales import Scale, dutch, number_scale, short, year_scale
from beleidsspoor.graph.show.kaart.lettering import width_of

#: Size of the drawing, and the area in which the figures stand.
WIDTH, HEIGHT = 360, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 344, 46, 122
_EMPTY_HEIGHT = 60
#: What is above this line belongs to the legend.
_LEGEND = 23
_TYPE, _SMALL = 12, 11
#: On white: text and marks 4.5:1 or more. A page may give them its own colours by class.
_INK, _SOFT, _GRID = "#1b2733", "#4a5565", "#c9d1da"
#: What the figures that were reached are called; those that were wanted have the name that the chart gives them.
REACHED = "gemeten"
COLOURS = {"bereikt": "#0b4f96", "gewenst": "#a8330b"}
_LETTER = "Libertinus Serif, serif"
#: The words of a point are cut to this width; the table beside the drawing has them whole.
_WORDS_WIDTH = 64
_APART = 6
_MARK = 4.5


def titled(chart: Chart) -> str:
    """The title of a chart with its unit."""
    return f"{chart.title} ({chart.unit})" if chart.unit else chart.title


def years_of(chart: Chart) -> list[int]:
    """The years of a chart, oldest first."""
    return sorted({point.year for point in (*chart.reached, *chart.wanted)})


def told(points: Sequence[Point], year: int) -> str:
    """What a series says of a year, in words: its numbers, or what stands instead of a number."""
    return "; ".join(
        dutch(point.number) if point.number is not None else point.words or "geen cijfer"
        for point in points
        if point.year == year
    )


def draw(chart: Chart) -> str:
    """The drawing as SVG text, with title and description in it. The same chart gives the same text.

    Marks differ by shape and line as well as by colour: a filled circle on a full line for what was reached, an open
    diamond on a dashed line for what was wanted. A chart without numbers shows its words, or says that there is none.
    """
    numbers = [point.number for point in (*chart.reached, *chart.wanted) if point.number is not None]
    years = years_of(chart)
    if not years:
        return _svg(chart, _EMPTY_HEIGHT, [_text(WIDTH / 2, 38, "Er zijn nog geen cijfers.", "stil")])
    across = year_scale(years, _LEFT + 24, _RIGHT - 24)
    if not numbers:
        parts = [_text(across.at(year), 44, str(year), "stil") for year in _spread(across)]
        return _svg(chart, _EMPTY_HEIGHT, [*parts, *_words(chart, across, 22)])
    up = number_scale(numbers, _BOTTOM, _TOP, percent=chart.unit.strip() in ("%", "procent"))
    parts = [*_grid(up), *_years(across), *_legend(chart)]
    parts += (
        _guide(chart, across, up)
        + _series(chart.wanted, "gewenst", across, up)
        + _series(chart.reached, "bereikt", across, up)
    )
    lines = [
        part for points in (chart.reached, chart.wanted) for run in _runs(points, across, up) for part in pairwise(run)
    ]
    area = Box(_LEFT, _LEGEND, WIDTH, _BOTTOM)
    marks = [
        Mark(across.at(point.year), up.at(number), dutch(number), series) for series, point, number in _numbered(chart)
    ]
    parts += [
        _text(label.x, label.y, label.text, f"waarde {label.series}") for label in place_labels(marks, lines, area)
    ]
    return _svg(chart, HEIGHT, [*parts, *_words(chart, across, _BOTTOM - 6)])


def _svg(chart: Chart, height: int, parts: Sequence[str]) -> str:
    anchor = "-".join(chart.anchor.split())
    named = f"{anchor}-titel {anchor}-uitleg"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" class="grafiek"'
        f" aria-labelledby={quoteattr(named)} font-family={quoteattr(_LETTER)}>"
        f"<title id={quoteattr(anchor + '-titel')}>{escape(chart.title)}</title>"
        f"<desc id={quoteattr(anchor + '-uitleg')}>{escape(chart.alt)}</desc>{''.join(parts)}</svg>"
    )


def _grid(up: Scale) -> list[str]:
    parts = []
    for tick in up.ticks:
        y = up.at(tick)
        colour = _SOFT if tick == 0 else _GRID
        parts.append(
            f'<line x1="{_LEFT}" x2="{_RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="{colour}" stroke-width="1"'
            f' class="{"nul" if tick == 0 else "hulplijn"}"/>'
        )
        parts.append(_text(_LEFT - 8, y + 4, short(tick), "stil", anchor="end"))
    return parts


def _years(across: Scale) -> list[str]:
    return [_text(across.at(year), _BOTTOM + 19, str(year), "stil") for year in _spread(across)]


def _spread(across: Scale) -> list[int]:
    """The years that can be written without touching each other; the first and the last are always among them."""
    years = [int(tick) for tick in across.ticks]
    room = width_of("2025", _SMALL) + _APART
    kept: list[int] = []
    for year in years[:-1]:
        after_last = not kept or across.at(year) - across.at(kept[-1]) >= room
        if after_last and across.at(years[-1]) - across.at(year) >= room:
            kept.append(year)
    return [*kept, years[-1]]


def _legend(chart: Chart) -> list[str]:
    parts, x = [], 8.0
    for series, name, points in (("bereikt", REACHED, chart.reached), ("gewenst", chart.wanted_name, chart.wanted)):
        if not points:
            continue
        parts += [_line([(x, 14), (x + 28, 14)], series), _mark(x + 14, 14, series)]
        parts.append(_text(x + 36, 18, name, "sleutel", anchor="start"))
        x += 36 + width_of(name, _TYPE) + 18
    return parts


def _guide(chart: Chart, across: Scale, up: Scale) -> list[str]:
    """With one streefwaarde only: a line from the axis to it, which shows what figures come above."""
    wanted = [(point.year, point.number) for point in chart.wanted if point.number is not None]
    if len(wanted) != 1 or all(point.number is None for point in chart.reached):
        return []
    year, number = wanted[0]
    return [_line([(_LEFT, up.at(number)), (across.at(year), up.at(number))], "gewenst")]


def _series(points: Sequence[Point], series: str, across: Scale, up: Scale) -> list[str]:
    """The marks of a series, with a line between those that no word parts."""
    runs = _runs(points, across, up)
    lines = [_line(run, series) for run in runs if len(run) > 1]
    return lines + [_mark(x, y, series) for run in runs for x, y in run]


def _runs(points: Sequence[Point], across: Scale, up: Scale) -> list[list[tuple[float, float]]]:
    """The places of the numbers of a series, oldest first, parted where a word stands instead of a number."""
    runs: list[list[tuple[float, float]]] = [[]]
    for point in sorted(points, key=lambda point: point.year):
        if point.number is None:
            runs.append([])
        else:
            runs[-1].append((across.at(point.year), up.at(point.number)))
    return runs


def _line(places: Sequence[tuple[float, float]], series: str) -> str:
    dashed = ' stroke-dasharray="5 4"' if series == "gewenst" else ""
    return (
        f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}" fill="none"'
        f' stroke="{COLOURS[series]}" stroke-width="2"{dashed} class="lijn {series}"/>'
    )


def _mark(x: float, y: float, series: str) -> str:
    if series == "bereikt":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_MARK}" fill="{COLOURS[series]}" class="punt bereikt"/>'
    half = _MARK + 2
    return (
        f'<path d="M{x:.1f} {y - half:.1f}l{half} {half}-{half} {half}-{half}-{half}Z" fill="#fff"'
        f' stroke="{COLOURS[series]}" stroke-width="2" class="punt gewenst"/>'
    )


def _numbered(chart: Chart) -> list[tuple[str, Point, float]]:
    """Every point with a number, in the order in which numbers get their room: per series newest, oldest, the rest."""
    found = []
    for series, points in (("bereikt", chart.reached), ("gewenst", chart.wanted)):
        known = [(point, point.number) for point in points if point.number is not None]
        known.sort(key=lambda entry: -entry[0].year)
        known = known[:1] + known[-1:] * (len(known) > 1) + known[1:-1]
        found += [(place, series, point, number) for place, (point, number) in enumerate(known)]
    return [(series, point, number) for _, series, point, number in sorted(found, key=lambda entry: entry[0])]


def _words(chart: Chart, across: Scale, y: float) -> list[str]:
    """The words that stand instead of a number, at their year: those of what was reached above those of the wanted."""
    parts = []
    room = min((across.at(later) - across.at(year) - 4 for year, later in pairwise(across.ticks)), default=_WORDS_WIDTH)
    for series, points, height in (("bereikt", chart.reached, y), ("gewenst", chart.wanted, y - _TYPE - 2)):
        for point in points:
            if point.number is None:
                words = _cut(point.words or "geen cijfer", min(room, _WORDS_WIDTH))
                parts.append(_text(across.at(point.year), height, words, f"woord {series}", italic=True))
    return parts


def _cut(text: str, width: float) -> str:
    short = " ".join(text.split())
    if width_of(short, _TYPE) <= width:
        return short
    while short and width_of(f"{short}…", _TYPE) > width:
        short = short[:-1]
    return f"{short.rstrip()}…"


def _text(x: float, y: float, text: str, role: str, *, anchor: str = "middle", italic: bool = False) -> str:
    quiet = role == "stil"
    colour = next((COLOURS[series] for series in COLOURS if series in role.split()), _SOFT if quiet else _INK)
    # A white edge keeps a number readable where a line runs behind it.
    slant = ' font-style="italic"' if italic else ""
    edge = "" if quiet else ' paint-order="stroke" stroke="#fff" stroke-width="3" stroke-linejoin="round"'
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{_SMALL if quiet else _TYPE}"'
        f' fill="{colour}"{edge}{slant} class="{role}">{escape(text)}</text>'
    )

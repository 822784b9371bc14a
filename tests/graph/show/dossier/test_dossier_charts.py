"""The small drawings: every figure or word in it, readable, inside the frame, and nothing on top of something else."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from dossier_case import CHARTS, NASTY, chart, points
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from beleidsspoor.graph.dossier.model import Chart, Point
from beleidsspoor.graph.show.dossier.charts import COLOURS, HEIGHT, WIDTH, draw, told
from beleidsspoor.graph.show.dossier.labels import Box, Label, Mark, place_labels
from beleidsspoor.graph.show.dossier.scales import dutch, number_scale, short

SVG = "{http://www.w3.org/2000/svg}"


def drawing(of: Chart) -> etree._Element:
    return etree.fromstring(draw(of))


def texts(of: Chart, role: str = "") -> list[str]:
    return [
        "".join(found.itertext())
        for found in drawing(of).iter(f"{SVG}text")
        if role in (found.get("class") or "").split() or not role
    ]


def marks(of: Chart, series: str) -> list[etree._Element]:
    return [found for found in drawing(of).iter(f"{SVG}circle", f"{SVG}path") if found.get("class") == f"punt {series}"]


@pytest.mark.parametrize("name", CHARTS)
def test_every_drawing_names_and_describes_itself(name: str) -> None:
    found = drawing(CHARTS[name])
    ids = (found.get("aria-labelledby") or "").split()
    assert found.get("role") == "img"
    assert [found.find(f"{SVG}title").get("id"), found.find(f"{SVG}desc").get("id")] == ids
    assert found.findtext(f"{SVG}desc") == CHARTS[name].alt


def test_reached_and_wanted_differ_by_more_than_colour() -> None:
    found = drawing(CHARTS["lijn"])
    lines = {line.get("class"): line.get("stroke-dasharray") for line in found.iter(f"{SVG}polyline")}
    assert lines["lijn bereikt"] is None
    assert lines["lijn gewenst"]
    # One mark of each is in the legend.
    assert {mark.tag for mark in marks(CHARTS["lijn"], "bereikt")} == {f"{SVG}circle"}
    assert {mark.tag for mark in marks(CHARTS["lijn"], "gewenst")} == {f"{SVG}path"}
    assert (len(marks(CHARTS["lijn"], "bereikt")), len(marks(CHARTS["lijn"], "gewenst"))) == (5, 4)
    assert texts(CHARTS["lijn"], "sleutel") == ["gemeten", "streefwaarde of begroot"]


def test_numbers_stand_beside_their_marks_in_dutch() -> None:
    assert {"1.204", "1.260", "1.311", "1.290"} <= set(texts(CHARTS["lijn"], "waarde"))
    assert "8,25" in texts(CHARTS["gat"], "waarde")
    assert "−340,5" in texts(CHARTS["negatief"], "waarde")


def test_a_word_stands_at_its_year_and_parts_the_line() -> None:
    found = drawing(CHARTS["gat"])
    assert "nvt" in texts(CHARTS["gat"], "woord")
    lines = [
        line for line in found.iter(f"{SVG}polyline") if line.get("class") == "lijn bereikt" and line.get("points")
    ]
    # The legend's, and the one from 2022 to 2023; none from 2018 over 'nvt' to 2022.
    assert [len(line.get("points", "").split()) for line in lines] == [2, 2]


def test_one_streefwaarde_has_a_line_back_to_the_axis() -> None:
    lines = [line for line in drawing(CHARTS["gat"]).iter(f"{SVG}polyline") if line.get("class") == "lijn gewenst"]
    assert len(lines) == 2
    (_, y1), (_, y2) = (place.split(",") for place in lines[1].get("points", "").split())
    assert y1 == y2


def test_without_numbers_it_says_so_or_shows_the_words() -> None:
    assert texts(CHARTS["leeg"]) == ["Er zijn nog geen cijfers."]
    assert set(texts(CHARTS["alleen woorden"])) == {"2020", "2024", "nvt", "onbekend", "daalt"}


def test_zero_is_a_line_of_its_own_when_numbers_are_below_it() -> None:
    zero = [line for line in drawing(CHARTS["negatief"]).iter(f"{SVG}line") if line.get("class") == "nul"]
    assert len(zero) == 1
    assert 40 < float(zero[0].get("y1", "0")) < 120


def test_a_percentage_never_goes_past_a_hundred() -> None:
    assert number_scale([96, 98.5, 100], 100, 0, percent=True).high == 100
    assert number_scale([96, 98.5, 110], 100, 0, percent=True).high > 100


@pytest.mark.parametrize(
    ("numbers", "low", "high"),
    [([7.4], 0, 7.5), ([0], 0, 1), ([-5], -6, 0), ([1204, 1311], 1200, 1350), ([3, 100], 0, 100), ([-340.5, 120], -400, 200)],
)  # fmt: skip
def test_a_scale_holds_its_numbers_between_round_ones(numbers: list[float], low: float, high: float) -> None:
    scale = number_scale(numbers, 100, 0)
    assert (scale.low, scale.high) == (low, high)
    assert all(low <= tick <= high for tick in scale.ticks)


@pytest.mark.parametrize(
    ("number", "text"), [(0.0, "0"), (-0.001, "0"), (12.5, "12,5"), (1234567, "1.234.567"), (-2, "−2"), (0.126, "0,13")]
)
def test_numbers_are_dutch(number: float, text: str) -> None:
    assert dutch(number) == text


def test_large_round_numbers_are_short() -> None:
    assert [short(number) for number in (2.5e6, 1e9, 5e14, 900)] == ["2,5 mln", "1 mld", "500 bln", "900"]


def test_what_a_year_says_in_words() -> None:
    series = points((2024, 12.5), (2024, "nvt"), (2025, None))
    assert [told(series, year) for year in (2023, 2024, 2025)] == ["", "12,5; nvt", "geen cijfer"]


def test_markup_in_a_text_stays_text() -> None:
    hostile = chart('a" onload="x', NASTY[1], NASTY[0], points((2024, NASTY[0])), points((2025, NASTY[2])))
    found = drawing(hostile)
    assert found.find(f"{SVG}title").text == NASTY[1]
    assert not list(found.iter("{*}script"))
    assert "onload" not in {key for part in found.iter() for key in part.attrib}


def contrast(colour: str) -> float:
    """How much a colour stands out on white (WCAG 2.1)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


@pytest.mark.parametrize("name", CHARTS)
def test_text_and_marks_stand_out(name: str) -> None:
    assert all(contrast(colour) >= 4.5 for colour in COLOURS.values())
    assert all(contrast(found.get("fill", "")) >= 4.5 for found in drawing(CHARTS[name]).iter(f"{SVG}text"))


numbers = st.one_of(st.none(), st.floats(-1e9, 1e9), st.integers(0, 100).map(float))
series = st.lists(st.builds(Point, st.integers(1990, 2040), numbers, st.text(max_size=12)), max_size=12).map(tuple)


@given(series, series, st.sampled_from(["", "%", "aantal"]))
def test_any_figures_make_a_drawing_within_its_frame(
    reached: tuple[Point, ...], wanted: tuple[Point, ...], unit: str
) -> None:
    clean = tuple(Point(point.year, point.number, "woord" if point.words else "") for point in reached)
    found = drawing(Chart("titel", unit, clean, tuple(Point(p.year, p.number) for p in wanted), "alt", "a"))
    for mark in found.iter(f"{SVG}circle"):
        assert 0 <= float(mark.get("cx", "-1")) <= WIDTH
        assert 0 <= float(mark.get("cy", "-1")) <= HEIGHT
    assert {text.get("fill") for text in found.iter(f"{SVG}text")} <= {"#1b2733", "#4a5565", *COLOURS.values()}


spots = st.builds(
    Mark, st.floats(20, 300), st.floats(20, 120), st.sampled_from(["7", "12,5", "1.234.567"]), st.just("bereikt")
)


@given(st.lists(spots, max_size=15))
def test_no_number_lies_over_a_number_or_a_mark(placed: list[Mark]) -> None:
    area = Box(0, 0, 320, 140)
    labels = place_labels(placed, (), area)
    assert all(area.holds(label.box) for label in labels)
    assert not any(one.box.meets(other.box) for one, other in combinations(labels, 2))


def test_a_number_keeps_clear_of_the_line_when_it_can() -> None:
    mark = Mark(50, 50, "12", "bereikt")
    above = place_labels([mark], (), Box(0, 0, 100, 100))
    clear = place_labels([mark], [((0, 40), (100, 40))], Box(0, 0, 100, 100))
    assert above == [Label(50, 40, "12", "bereikt")]
    assert clear[0].y > 50


def test_the_legend_says_what_the_wanted_figures_are() -> None:
    for name in ("streefwaarde", "begroot"):
        assert texts(replace(CHARTS["lijn"], wanted_name=name), "sleutel") == ["gemeten", name]

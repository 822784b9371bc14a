"""Everyone can use it: axe finds nothing, every element stands in the tree and the table, and it fits on any screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from chromium import violations
from pages import DESKTOP, PHONE, SMALLEST, SUBDOEL, Open, go_to, in_twin, shown, views


@pytest.mark.parametrize("dark", [False, True], ids=["licht", "donker"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["beamer", "telefoon"])
def test_axe_finds_nothing_in_any_view(kaart: Path, open_page: Open, size: tuple[int, int], dark: bool) -> None:
    page = open_page(kaart, size=size, dark=dark)
    found = {}
    for number, (view, sheet) in enumerate(views(page)):
        # Both twins of each view are seen in light or dark, on a beamer or a phone: four rounds, two forms.
        form = ("boom", "tabel")[(number + dark + (size == PHONE)) % 2]
        for rest in (f"als=kaart&kies={SUBDOEL}", f"als={form}"):
            go_to(page, f"{view}/{sheet}?{rest}")
            if wrong := violations(page):
                found[view, rest] = wrong
    assert found == {}


def test_axe_finds_nothing_in_search_filters_and_presentation(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart)
    page.click("#b-filters")
    page.fill("#zoek", "valpreventie")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.click("#b-presenteer")
    page.wait_for_timeout(300)
    assert violations(page) == []


def test_tree_and_table_hold_the_same_elements_as_the_picture(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart)
    for view, sheet in views(page):
        go_to(page, f"{view}/{sheet}")
        picture = shown(page)
        assert picture
        for twin in ("boom", "tabel"):
            go_to(page, f"{view}/{sheet}?als={twin}")
            assert in_twin(page, twin) == picture, (view, sheet, twin)


def test_filters_hold_for_the_twins_too(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, "#agenda/alles?thema=twenterand:mag25-thema-03")
    picture = shown(page)
    go_to(page, "agenda/alles?thema=twenterand:mag25-thema-03&als=boom")
    assert in_twin(page, "boom") == picture


def test_everything_stands_in_some_picture(kaart: Path, open_page: Open) -> None:
    """No goal, action or indicator of the first municipality is left out of the map."""
    page = open_page(kaart)
    missing = page.evaluate(
        "beleidskaart.things.map((thing, index) => [thing, index])"
        ".filter(([thing]) => thing.r === 'twenterand')"
        ".filter(([thing]) => ['Opgave', 'Doel', 'Subdoel', 'Actie', 'Indicator'].includes(thing.s))"
        ".filter(([, index]) => ![...beleidskaart.views.values()].some(view => view.bladen.some(sheet =>"
        " sheet.kaarten.some((value, place) => place % 4 === 0 && value === index)))).map(([thing]) => thing.id)"
    )
    assert missing == []


@pytest.mark.parametrize("size", [SMALLEST, (480, 270), PHONE], ids=["320px", "400procent", "telefoon"])
def test_no_sideways_scrolling(kaart: Path, open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(kaart, size=size)
    for view, sheet in views(page):
        for form in ("kaart", "boom", "tabel"):
            go_to(page, f"{view}/{sheet}?als={form}&kies={SUBDOEL}")
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (view, form)


def test_without_script_everything_reads_as_text(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, java_script_enabled=False)
    text = page.inner_text("body")
    assert "Zelfredzame Twenterander" in text
    assert "Kansrijk opgroeien" in text
    assert len(text) > 20_000
    assert page.locator("#weergaven").is_hidden()


def test_page_says_its_language_and_title(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart)
    assert page.get_attribute("html", "lang") == "nl"
    before = page.title()
    go_to(page, "wie/start")
    assert page.title() != before
    assert page.get_attribute(".vis-network", "aria-hidden") == "true"


def test_reduced_motion_moves_nothing(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, reduced_motion="reduce")
    page.click("#z-in")
    one = page.evaluate("beleidskaart.net.getScale()")
    page.wait_for_timeout(200)
    assert page.evaluate("beleidskaart.net.getScale()") == one

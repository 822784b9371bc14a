"""What one does on the day: open, search, follow a thread, filter, walk by keyboard, share, present, print, save."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pages import PHONE, SUBDOEL, THEMA, Open, go_to, in_twin, kinds, shown, title

from beleidsspoor.graph.dataset import Dataset
from beleidsspoor.graph.questions import shipped_questions
from beleidsspoor.graph.show.kaart.page import MapOptions, render_map
from beleidsspoor.graph.show.kaart.story import read_story


def test_opens_with_a_question(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart)
    assert title(page) == "Waar werkt Twenterand aan?"
    assert kinds(page) == {"Gemeente", "Opgave", "Thema"}
    smallest = page.evaluate("Math.min(...beleidskaart.cards.map(card => card.font)) * beleidskaart.net.getScale()")
    assert smallest >= 16, "the first picture must be readable on a beamer"


def test_a_click_on_a_thema_opens_what_hangs_below(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart)
    place = page.evaluate(
        "(() => { const card = beleidskaart.cards[0], spot = beleidskaart.net.canvasToDOM({x: card.x, y: card.y});"
        " const area = document.getElementById('vlak').getBoundingClientRect();"
        " return [spot.x + area.x, spot.y + area.y]; })()"
    )
    page.mouse.click(*place)
    page.wait_for_timeout(100)
    assert title(page) == "Zelfredzame Twenterander"
    assert "#agenda/twenterand%3Amag25-thema-01" in page.url


def test_search_forgives_a_typo_and_finds_numbers(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart)
    page.fill("#zoek", "valpreventei")
    assert "valpreventie" in page.inner_text("#zoeklijst").casefold()
    page.fill("#zoek", "1.2.4")
    assert "1.2.4" in page.inner_text("#zoek-0")
    page.keyboard.press("Enter")
    assert page.is_visible("#paneel")
    assert page.evaluate("document.activeElement.id") == "paneel-kop"


def test_search_that_finds_nothing_says_so(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart)
    page.fill("#zoek", "xqzwvk")
    assert "Niets gevonden" in page.inner_text("#zoeklijst")


def test_choosing_an_element_lights_its_thread_and_dims_the_rest(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, f"#agenda/{THEMA}?kies={SUBDOEL}")
    lit = set(page.evaluate("[...beleidskaart.lit]")) & shown(page)
    names = page.evaluate("[...beleidskaart.lit].map(i => beleidskaart.things[i].id)")
    assert {THEMA, "twenterand:mag25-opgave-02", SUBDOEL} <= set(names)
    assert len(lit) < len(shown(page))


def test_follow_the_thread_goes_from_thema_to_figure(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, f"#agenda/{THEMA}?kies={SUBDOEL}")
    page.click("text=Volg de draad")
    page.wait_for_timeout(100)
    assert "#draad/" in page.url
    assert {"Thema", "Opgave", "Subdoel", "Actie"} <= kinds(page)


def test_the_panel_tells_what_who_how_and_where(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, "#draad/twenterand:mag25-actie-01?kies=twenterand:mag25-actie-01")
    text = page.inner_text("#paneel")
    for heading in ("Wat is dit", "Hoort bij", "Wie trekt dit", "Waar het staat"):
        assert heading in text
    assert re.search(r"regels? \d+", text)
    page.click("#paneel a[data-i] >> nth=0")
    assert page.inner_text("#paneel-kop") == "Zelfredzame Twenterander"


def test_every_panel_is_whole(kaart: Path, open_page: Open) -> None:
    """No element, whatever it is, leaves a trace of the program in its panel."""
    page = open_page(kaart)
    page.evaluate(
        "window.broken = beleidskaart.things.map((thing, index) => { beleidskaart.choose(index);"
        " const text = document.getElementById('paneel').innerText;"
        " return /\\[object|undefined|null|NaN/.test(text) || !text.includes(thing.n) ? thing.id : null; })"
        ".filter(Boolean)"
    )
    assert page.evaluate("window.broken") == []


def test_an_indicator_shows_its_figures_as_a_chart(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, "#bomen?kies=twenterand:pb25-indicator-01")
    said = page.get_attribute("#paneel .chart", "aria-label") or ""
    assert "415" in said
    assert page.locator("#paneel .figures tbody tr").count() >= 2


def test_quotes_stand_in_the_panel_when_built_with_sources(dataset: Dataset, open_page: Open, tmp_path: Path) -> None:
    path = tmp_path / "met.html"
    options = MapOptions(quote=lambda document, first, last, mark: f"Woorden van regel {first} <b>")
    path.write_bytes(render_map(dataset.store, shipped_questions(), "test", options))
    page = open_page(path, f"#agenda/{THEMA}?kies={SUBDOEL}")
    assert re.search(r"Woorden van regel \d+ <b>", page.inner_text("#paneel blockquote >> nth=0"))


@pytest.mark.parametrize(
    "value", ["partner=twenterand:zorgsaam", "programma=landelijk:azwa", "document=twenterand:mag-2025",
              "thema=" + THEMA, "kern=twenterand:vroomshoop", "toestand=acties-zonder-trekker:gat"],
)  # fmt: skip
def test_each_filter_narrows_the_picture(kaart: Path, open_page: Open, value: str) -> None:
    page = open_page(kaart, "#agenda/alles")
    everything = shown(page)
    go_to(page, f"agenda/alles?{value}")
    left = shown(page)
    assert left <= everything
    if not value.startswith("document"):
        assert 0 < len(left) < len(everything), value


def test_filters_combine_and_can_be_wiped(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, f"#agenda/alles?thema={THEMA}&partner=twenterand:zorgsaam")
    both = shown(page)
    go_to(page, f"agenda/alles?thema={THEMA}")
    assert both < shown(page)
    page.click("#b-filters")
    page.click("#b-wis")
    assert "thema=" not in page.url


def test_another_municipality_gives_a_good_page(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart)
    page.select_option("#gemeente", "hellendoorn")
    assert title(page) == "Waar werkt Hellendoorn aan?"
    assert {"Thema", "Principe", "Groep"} <= kinds(page)
    assert page.locator("#weergaven a").count() >= 3


def test_keyboard_walks_the_thread_and_back(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, f"#agenda/{THEMA}")
    page.focus("#vlak")
    page.keyboard.press("ArrowRight")
    ids = []
    for _ in range(3):
        ids.append(page.evaluate("beleidskaart.things[beleidskaart.S.focus].s"))
        page.keyboard.press("ArrowRight")
    assert len(set(ids)) >= 2, ids
    assert page.inner_text("#melding")
    page.keyboard.press("Enter")
    assert page.is_visible("#paneel")
    assert page.evaluate("document.activeElement.id") == "paneel-kop"
    page.keyboard.press("Escape")
    assert page.is_hidden("#paneel")
    assert page.evaluate("document.activeElement.id") == "vlak"


def test_every_card_can_be_reached_by_arrows(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, f"#agenda/{THEMA}")
    page.focus("#vlak")
    reached: set[int] = set()
    waiting = [page.evaluate("beleidskaart.cards[0].index")]
    while waiting:
        here = waiting.pop()
        if here in reached:
            continue
        reached.add(here)
        for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
            page.evaluate("place => { beleidskaart.S.focus = place; }", here)
            page.keyboard.press(key)
            waiting.append(page.evaluate("beleidskaart.S.focus"))
    assert reached == shown(page)


def test_a_shared_address_gives_the_same_picture(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart)
    go_to(page, f"din/twenterand:mag25-opgave-02?kies={SUBDOEL}&toestand=acties-zonder-trekker:gat")
    again = open_page(kaart, page.url[page.url.index("#") :])
    assert title(again) == title(page)
    assert again.inner_text("#paneel-kop") == page.inner_text("#paneel-kop")
    assert shown(again) == shown(page)


def test_back_returns_to_the_view_before(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart)
    page.click("#weergaven a >> text=Wie doet wat")
    assert title(page) == "Wie doet wat?"
    page.go_back()
    page.wait_for_timeout(60)
    assert title(page) == "Waar werkt Twenterand aan?"


@pytest.mark.parametrize("address", ["#bestaat-niet/x?kies=y&thema=z", "#%E0%A4%A", "#agenda/%%", "#?als=<b>"])
def test_a_broken_address_opens_the_first_view(kaart: Path, open_page: Open, address: str) -> None:
    assert title(open_page(kaart, address)) == "Waar werkt Twenterand aan?"


def test_presentation_walks_the_story_that_was_chosen(dataset: Dataset, open_page: Open, tmp_path: Path) -> None:
    story = tmp_path / "verhaal.yml"
    story.write_text(
        "- weergave: agenda\n  tekst: Hier beginnen we.\n- element: mag25-subdoel-04\n  tekst: En dit is de draad.\n",
        encoding="utf-8",
    )
    path = tmp_path / "kaart.html"
    path.write_bytes(render_map(dataset.store, shipped_questions(), "test", MapOptions(story=read_story(story))))
    page = open_page(path)
    page.click("#b-presenteer")
    assert page.inner_text("#p-tekst") == "Hier beginnen we."
    page.keyboard.press("PageDown")
    assert page.inner_text("#p-tekst") == "En dit is de draad."
    assert "#draad/" in page.url
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("#p-stap") == "1/2"
    assert page.is_hidden(".top")
    page.click("#p-stop")
    assert page.is_visible(".top")


def test_print_is_one_a3_with_legend_and_date(kaart: Path, open_page: Open, tmp_path: Path) -> None:
    page = open_page(kaart, f"#agenda/{THEMA}")
    content = page.pdf(prefer_css_page_size=True, print_background=True, tagged=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", content)) == 1
    assert b"/StructTreeRoot" in content
    assert b"/MediaBox [0 0 1191" in content
    drawing = page.evaluate("beleidskaart.svgOfMap().text")
    assert "Zeker:" in drawing and re.search(r"\d{1,2} [a-z]+ 20\d\d", drawing)


def test_saves_a_png_and_an_svg(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, accept_downloads=True)
    for button, start in (("#b-svg", b"<svg"), ("#b-png", b"\x89PNG")):
        page.click(".menu > summary")
        with page.expect_download() as download:
            page.click(button)
        assert Path(download.value.path()).read_bytes().startswith(start)


def test_a_phone_starts_with_the_tree(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, size=PHONE)
    assert page.is_visible("#boom")
    assert len(in_twin(page, "boom")) > 10
    page.click("#boom a[data-i] >> nth=1")
    assert page.is_visible("#paneel")


def test_legend_counts_both_kinds_of_lines(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, "#programmas/landelijk:azwa")
    legend = page.inner_text("#legenda")
    sure, unsure = re.search(r"Zeker: (\d+)", legend), re.search(r"Aannemelijk: (\d+)", legend)
    assert sure and unsure
    assert int(sure[1]) > 0 and int(unsure[1]) > 0
    assert "Doet niemand" in legend


def test_counts_are_those_of_the_answer(kaart: Path, open_page: Open, dataset: Dataset) -> None:
    from beleidsspoor.graph.questions import ask
    from beleidsspoor.graph.scope import make_scope

    scope = make_scope(dataset.store, ["twenterand"])
    counts = ask(dataset.store, shipped_questions()["doelen-zonder-indicator"], scope).tellingen
    assert counts is not None
    page = open_page(kaart, "#ongemeten")
    assert f"{counts['gat']} gat" in page.inner_text("#tellingen")
    assert f"{counts['gedekt']} gedekt" in page.inner_text("#tellingen")


def test_a_whole_thema_can_be_read_at_full_screen(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, f"#agenda/{THEMA}")
    smallest = page.evaluate("Math.min(...beleidskaart.cards.map(card => card.font)) * beleidskaart.net.getScale()")
    assert smallest >= 12


@pytest.mark.parametrize(
    "address", [f"#agenda/{THEMA}", "#din", f"#din/{THEMA}", "#programmas/landelijk:azwa", "#bomen"]
)
def test_no_line_runs_over_a_card(kaart: Path, open_page: Open, address: str) -> None:
    page = open_page(kaart, address)
    over = page.evaluate(
        "(() => { const holder = document.createElement('div'); holder.innerHTML = beleidskaart.svgOfMap().text;"
        " document.body.append(holder); const found = [];"
        " for (const line of holder.querySelectorAll('path[fill=none]:not([transform])')) {"
        "  const whole = line.getTotalLength();"
        "  for (let at = 0; at <= whole; at += 4) { const { x, y } = line.getPointAtLength(at);"
        "   for (const card of beleidskaart.cards)"
        "    if (Math.abs(x - card.x) < card.w / 2 - 1 && Math.abs(y - card.y) < card.h / 2 - 1)"
        "     found.push(beleidskaart.things[card.index].n); } }"
        " return [...new Set(found)]; })()"
    )
    assert over == []


def test_a_programme_tells_how_many_parts_are_open(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, "#programmas?als=boom")
    open_parts = page.evaluate(
        "beleidskaart.things.filter(thing => thing.s === 'Kernelement' &&"
        " (thing.v || []).some(state => state[0] === 'programmadekking' && state[1] === 'gat' && state[2] === 'twenterand'))"
        ".length"
    )
    told = [int(number) for number in re.findall(r"(\d+) onderdelen? open", page.inner_text("#boom"))]
    assert sum(told) == open_parts > 0
    assert "waar niemand iets voor doet" in page.inner_text("#legenda")


def test_a_card_in_a_block_shows_its_lines_when_chosen(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, "#vergelijk")
    assert page.evaluate("beleidskaart.S.sheet.vakken.length") >= 4
    assert "stroke-dasharray" in page.evaluate("beleidskaart.svgOfMap().text")
    page.evaluate("beleidskaart.choose(beleidskaart.S.sheet.vakken[0][0])")
    page.wait_for_timeout(100)
    assert page.evaluate("beleidskaart.lit.size") > 2

"""What a member of the council does with the page: read, answer, save, go on later; on any screen, also on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from chromium import violations
from dossier_case import NASTY, answer

from beleidsspoor.graph.dossier.model import Dossier
from beleidsspoor.graph.reacties.answer_form import JSON_FORM
from beleidsspoor.graph.show.dossier.writing import write_dossier

Open = Callable[..., Any]
DESKTOP, PHONE, SMALLEST = (1920, 1080), (390, 844), (320, 640)
FIRST, SECOND = "#reactie-1", "#reactie-2"


def write(page: Any, place: str, text: str, kind: str = "", name: str = "") -> None:
    """Fill in a place to answer as a reader does."""
    if not page.locator(f"{place}[open]").count():
        page.click(f"{place} > summary")
    page.fill(f"{place} [data-veld=tekst]", text)
    if kind:
        page.select_option(f"{place} [data-veld=soort]", kind)
    if name:
        page.fill(f"{place} [data-veld=wie]", name)


def saved(page: Any, folder: Path) -> tuple[str, dict[str, Any]]:
    """Save, and read the file that comes: its name and what is in it."""
    with page.expect_download() as waiting:
        page.click("#bewaar")
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path.name, json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("dark", [False, True], ids=["licht", "donker"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["beamer", "telefoon"])
def test_axe_finds_nothing(dossier_page: Path, open_dossier: Open, size: tuple[int, int], dark: bool) -> None:
    page = open_dossier(dossier_page, size=size, dark=dark)
    assert violations(page) == []
    write(page, FIRST, "Ik mis de bus.", "hier ontbreekt iets")
    page.click(".cijfers summary >> nth=0")
    page.click("#bewaar")
    assert violations(page) == []


def test_axe_finds_nothing_on_paper(dossier_page: Path, open_dossier: Open) -> None:
    page = open_dossier(dossier_page)
    page.emulate_media(media="print")
    assert violations(page) == []


@pytest.mark.parametrize("size", [SMALLEST, (480, 270), PHONE], ids=["320px", "400procent", "telefoon"])
def test_no_sideways_scrolling(dossier_page: Path, open_dossier: Open, size: tuple[int, int]) -> None:
    page = open_dossier(dossier_page, size=size)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_remarks_are_saved_with_their_element_and_version(
    dossier_page: Path, open_dossier: Open, tmp_path: Path
) -> None:
    page = open_dossier(dossier_page)
    page.fill("#wie", "Voorzitter Jansen")
    write(page, FIRST, "Waar is de bus?\n\n=1+1 <b>", "vraag")
    write(page, SECOND, "Goed plan.", "steun", "Cliëntenraad")
    name, content = saved(page, tmp_path)
    assert name == "reacties-dossier-gemeente-dorp-voorzitter-jansen.json"
    assert content["vorm"] == JSON_FORM
    assert content["dossier"]["titel"] == "Dossier gemeente Dorp"
    assert content["reacties"] == [
        {"element": "dorp:opgave-1", "versie": answer(1).version, "raadsvraag": "", "soort": "vraag",
         "tekst": "Waar is de bus?\n\n=1+1 <b>", "wie": "Voorzitter Jansen"},
        {"element": "dorp:opgave-2", "versie": answer(2).version, "raadsvraag": "", "soort": "steun",
         "tekst": "Goed plan.", "wie": "Cliëntenraad"},
    ]  # fmt: skip
    assert "2 reacties bewaard in" in page.inner_text("#stand")


def test_without_a_name_it_asks_for_one(dossier_page: Path, open_dossier: Open) -> None:
    page = open_dossier(dossier_page)
    page.click("#bewaar")
    assert "niets om te bewaren" in page.inner_text("#stand")
    write(page, FIRST, "Een vraag", "vraag")
    page.click("#bewaar")
    assert "wie u bent" in page.inner_text("#stand")
    assert page.evaluate("document.activeElement.id") == "wie"


def test_the_page_remembers_until_the_next_visit(dossier_page: Path, open_dossier: Open) -> None:
    page = open_dossier(dossier_page)
    page.fill("#wie", "Jansen")
    write(page, FIRST, "Niet vergeten", "zorg")
    page.goto("about:blank")
    page.goto(dossier_page.as_uri())
    assert page.input_value(f"{FIRST} [data-veld=tekst]") == "Niet vergeten"
    assert page.input_value("#wie") == "Jansen"
    assert "Nog niet bewaard" in page.inner_text("#stand")
    assert "u reageerde" in page.inner_text(f"{FIRST} > summary")


def test_a_browser_that_may_not_remember_says_so(dossier_page: Path, open_dossier: Open, tmp_path: Path) -> None:
    page = open_dossier(
        dossier_page, before="Object.defineProperty(window, 'localStorage', { get() { throw new Error('nee'); } });"
    )
    write(page, FIRST, "Een vraag", "vraag")
    assert "onthoudt niets" in page.inner_text("#stand")
    page.fill("#wie", "Jansen")
    assert len(saved(page, tmp_path)[1]["reacties"]) == 1


def test_leaving_with_unsaved_remarks_warns(dossier_page: Path, open_dossier: Open, tmp_path: Path) -> None:
    page = open_dossier(dossier_page)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.fill("#wie", "Jansen")
    write(page, FIRST, "Een vraag", "vraag")
    page.reload()
    assert asked == ["beforeunload"]
    page.click(f"{FIRST} > summary")
    saved(page, tmp_path)
    page.reload()
    assert asked == ["beforeunload"]


def test_a_saved_file_can_be_loaded_to_go_on(dossier_page: Path, open_dossier: Open, tmp_path: Path) -> None:
    page = open_dossier(dossier_page)
    page.fill("#wie", "Jansen")
    write(page, FIRST, "Eerste versie", "vraag")
    name, first = saved(page, tmp_path)
    again = open_dossier(dossier_page)
    again.set_input_files("#bestand", tmp_path / name)
    again.wait_for_function("document.getElementById('stand').textContent.includes('geladen')")
    assert again.input_value("#wie") == "Jansen"
    (tmp_path / "tweede").mkdir()
    assert saved(again, tmp_path / "tweede")[1] == first


def given(folder: Path, *remarks: dict[str, str], form: str = JSON_FORM) -> Path:
    """A file with remarks."""
    path = folder / "gegeven.json"
    path.write_text(json.dumps({"vorm": form, "dossier": {}, "reacties": list(remarks)}), encoding="utf-8")
    return path


def load(page: Any, path: Path) -> str:
    """Load a file; what the page then says."""
    before = page.inner_text("#stand")
    page.set_input_files("#bestand", path)
    page.wait_for_function("said => document.getElementById('stand').textContent !== said", arg=before)
    return str(page.inner_text("#stand"))


def test_loading_keeps_what_was_written_already(dossier_page: Path, open_dossier: Open, tmp_path: Path) -> None:
    page = open_dossier(dossier_page)
    write(page, FIRST, "Van mij", "zorg")
    path = given(
        tmp_path,
        {"element": "dorp:opgave-1", "versie": answer(1).version, "soort": "vraag", "tekst": "Van ons", "wie": "Raad"},
    )
    load(page, path)
    assert page.input_value(f"{FIRST} [data-veld=tekst]") == "Van mij\n\nVan ons"
    assert page.input_value(f"{FIRST} [data-veld=soort]") == "zorg"


def test_a_remark_on_an_older_text_keeps_its_version_and_says_so(
    dossier_page: Path, open_dossier: Open, tmp_path: Path
) -> None:
    page = open_dossier(dossier_page)
    old = {
        "element": "dorp:opgave-1",
        "versie": "oud",
        "raadsvraag": "",
        "soort": "vraag",
        "tekst": "Oud",
        "wie": "Raad",
    }
    gone = {**old, "element": "dorp:weg", "versie": "x", "tekst": "Over iets anders"}
    # The opgave is there, but this question about it is asked no more.
    asked = {**old, "raadsvraag": "Hoe nu?", "tekst": "Over een vraag"}
    said = load(page, given(tmp_path, old, gone, asked))
    assert "sindsdien veranderd" in said
    assert "niet in dit dossier" in said
    assert saved(page, tmp_path)[1]["reacties"] == [old, gone, asked]
    write(page, FIRST, "Over de nieuwe tekst")
    assert saved(page, tmp_path)[1]["reacties"][0]["versie"] == answer(1).version


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b"null", b"\x00\xff", b'{"vorm": "iets anders", "reacties": []}']
)
def test_another_file_is_refused_in_words(
    dossier_page: Path, open_dossier: Open, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "iets.json"
    path.write_bytes(content)
    assert "geen bestand met reacties" in load(open_dossier(dossier_page), path)


def test_a_hostile_file_stays_text(dossier_page: Path, open_dossier: Open, tmp_path: Path) -> None:
    page = open_dossier(dossier_page)
    remark = dict.fromkeys(("versie", "soort", "tekst", "wie"), NASTY[1])
    load(
        page,
        given(tmp_path, {**remark, "element": "dorp:opgave-1"}, {**remark, "element": NASTY[1]}, {"element": 7}, None),
    )  # type: ignore[arg-type, dict-item]
    page.click(f"{FIRST} > summary")
    assert page.input_value(f"{FIRST} [data-veld=tekst]") == NASTY[1]
    assert page.evaluate("window.gehackt") is None
    assert page.locator("main img").count() == 0


def test_hostile_texts_of_the_dossier_stay_text(dossier_page: Path, open_dossier: Open) -> None:
    page = open_dossier(dossier_page)
    assert page.evaluate("window.gehackt") is None
    assert NASTY[1] in page.inner_text("main")


def test_by_keyboard_alone(dossier_page: Path, open_dossier: Open) -> None:
    page = open_dossier(dossier_page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "overslaan"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "wie"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(f"{FIRST}[open]").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "soort-1"


def test_without_script_the_text_is_there_and_the_form_is_not(dossier_page: Path, open_dossier: Open) -> None:
    page = open_dossier(dossier_page, java_script_enabled=False)
    assert "Dorp wil dat inwoners gezond leven" in page.inner_text("main")
    assert "scripts uit staan" in page.inner_text("main")
    assert page.locator(FIRST).is_hidden()
    assert page.locator(".balk").is_hidden()


def test_without_places_to_answer_the_page_works(open_dossier: Open, tmp_path: Path) -> None:
    path = tmp_path / "leeg.html"
    path.write_bytes(write_dossier(Dossier("Titel", "", (), ()), ".html"))
    assert open_dossier(path).inner_text("h1") == "Titel"


def test_in_dark_colours_the_drawings_change_with_the_page(dossier_page: Path, open_dossier: Open) -> None:
    colours = [
        open_dossier(dossier_page, dark=dark).evaluate("getComputedStyle(document.querySelector('circle.punt')).fill")
        for dark in (False, True)
    ]
    assert colours[0] != colours[1]


def test_on_paper_it_has_pages_and_only_the_places_that_are_filled(dossier_page: Path, open_dossier: Open) -> None:
    page = open_dossier(dossier_page)
    write(page, FIRST, "Dit moet op papier", "zorg")
    pages = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, tagged=True))
    text = " ".join(one.get_textpage().get_text_bounded() for one in pages)
    assert pypdfium2.raw.FPDFCatalog_IsTagged(pages)
    assert "Dit moet op papier" in text
    assert "Bewaar mijn reacties" not in text
    assert text.count("Reageer op") == 1
    assert re.search(rf"Pagina 2 van {len(pages)}", text)


def test_two_places_about_one_element_keep_their_own_remarks(open_dossier: Open, tmp_path: Path) -> None:
    path = tmp_path / "twee.html"
    asked = replace(answer(1, "Vraag 1"), question="Wie moet “dit” doen?")
    path.write_bytes(write_dossier(Dossier("Twee", "", (), (answer(1), asked)), ".html"))
    page = open_dossier(path)
    page.fill("#wie", "Jansen")
    write(page, FIRST, "Over de opgave")
    write(page, SECOND, "Over de vraag")
    name, content = saved(page, tmp_path)
    assert [(remark["raadsvraag"], remark["tekst"]) for remark in content["reacties"]] == [
        ("", "Over de opgave"), (asked.question, "Over de vraag"),
    ]  # fmt: skip
    page.goto("about:blank")
    page.goto(path.as_uri())
    texts = [page.input_value(f"{place} [data-veld=tekst]") for place in (FIRST, SECOND)]
    assert texts == ["Over de opgave", "Over de vraag"]
    other = open_dossier(path)
    for _ in range(2):
        load(other, tmp_path / name)
        other.fill("#wie", "Jansen")
        texts = [other.input_value(f"{place} [data-veld=tekst]") for place in (FIRST, SECOND)]
        assert texts == ["Over de opgave", "Over de vraag"]

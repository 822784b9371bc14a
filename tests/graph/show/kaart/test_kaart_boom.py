"""The doelenboom as a picture, and the page to hand out."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from small_register import small_tables

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.questions import shipped_questions
from beleidsspoor.graph.scope import UnknownName, make_scope
from beleidsspoor.graph.show.kaart.boom import make_boom
from beleidsspoor.graph.show.kaart.handout import find_actor, render_handout

Maker = Callable[..., Path]
SVG = "{http://www.w3.org/2000/svg}"


def test_the_drawing_is_good_svg_with_a_title_and_its_text(klein_register: Maker) -> None:
    boom = make_boom(open_dataset(klein_register()).store, "versie-1")
    root = ElementTree.fromstring(boom.as_svg())
    assert root.find(f"{SVG}title") is not None
    text = " ".join(root.itertext())
    for name in (
        "Gezond leven",
        "Meer bewegen voor iedereen",
        "Kinderen bewegen elke dag",
        "Trainingen geven",
        "versie-1",
    ):
        assert name in text
    assert root.get("aria-labelledby") == "titel"


def test_a_print_has_whole_labels_and_fits_an_a3(klein_register: Maker) -> None:
    """No label is cut, the actions stand in one column, and on paper the text is 8 points or more."""
    store = open_dataset().store
    for name in (None, "begroting-2025"):
        boom = make_boom(store, "v", make_scope(store, document=name).document)
        assert "…" not in boom.as_svg().decode()
        for sheet in boom.sheets:
            actions = [card for card in sheet.cards if boom.model.kinds[card.iri] == "Actie"]
            assert len({card.x + card.width / 2 for card in actions}) <= 1
            wide = max(card.x + card.width / 2 for card in sheet.cards) + 48
            high = max(card.y + card.height / 2 for card in sheet.cards) + 130
            millimetre = min(400 / wide, 262 / high)
            assert min(card.font for card in sheet.cards) * millimetre / 25.4 * 72 >= 8, sheet.title


def test_no_printed_card_lies_over_another() -> None:
    for sheet in make_boom(open_dataset().store, "v").sheets:
        columns: dict[float, list[tuple[float, float]]] = {}
        for card in sheet.cards:
            columns.setdefault(card.x + card.width / 2, []).append((card.y - card.height / 2, card.y + card.height / 2))
        for spans in columns.values():
            spans.sort()
            assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_an_action_below_an_action_is_indented(klein_register: Maker) -> None:
    tables = small_tables()
    tables["dorp/acties"][1]["onderdeel_van"] = tables["dorp/acties"][0]["id"]
    (sheet,) = make_boom(open_dataset(klein_register(tables)).store, "v").sheets
    first, second = [card for card in sheet.cards if "/actie-" in card.iri]
    assert second.x - second.width / 2 > first.x - first.width / 2
    assert second.y > first.y


def test_cards_are_read_from_thema_to_action(klein_register: Maker) -> None:
    root = ElementTree.fromstring(make_boom(open_dataset(klein_register()).store, "v").as_svg())
    titles = [title.text for title in root.iter(f"{SVG}title")][1:]
    assert [str(title).partition(":")[0] for title in titles] == ["Thema", "Opgave", "Subdoel", "Actie"]


def test_the_page_holds_a_sheet_per_thema_with_its_own_ids(klein_register: Maker) -> None:
    boom = make_boom(open_dataset().store, "v")
    text = boom.as_html().decode()
    assert text.count("<svg") == len(boom.tops) == 4
    assert len(set(_ids(text))) == len(_ids(text))


def test_a_budget_has_its_doelenbomen(klein_register: Maker) -> None:
    store = open_dataset().store
    document = make_scope(store, document="begroting-2025").document
    assert "Sociale Zaken" in make_boom(store, "v", document).as_svg().decode()


def test_a_document_without_a_tree_is_refused_in_dutch(klein_register: Maker) -> None:
    store = open_dataset(klein_register()).store
    document = make_scope(store, document="nota-2020").document
    with pytest.raises(UnknownName, match="geen thema's of doelenbomen"):
        make_boom(store, "v", document)


def test_hostile_names_stay_text(klein_register: Maker) -> None:
    tables = small_tables()
    tables["dorp/themas"][0]["naam"] = "</svg><script>x</script>"
    boom = make_boom(open_dataset(klein_register(tables)).store, "<b>")
    ElementTree.fromstring(boom.as_svg())
    assert b"<script" not in boom.as_svg() + boom.as_html()


def test_the_hand_out_tells_what_is_asked_of_whom_and_with_whom(klein_register: Maker) -> None:
    store = open_dataset(klein_register()).store
    text = render_handout(store, shipped_questions(), "v", find_actor(store, "sportclub noord")).decode()
    for part in (
        "Sportclub Noord",
        "Doet mee",
        "Trainingen geven",
        "Kinderen bewegen elke dag",
        "18 trainingen",
        "2025, 2026",
        "regel 10",
    ):
        assert part in text
    assert "<script" not in text


def test_an_unknown_organisation_gets_a_suggestion(klein_register: Maker) -> None:
    store = open_dataset(klein_register()).store
    with pytest.raises(UnknownName, match="staat niet in het register"):
        find_actor(store, "Voetbalbond")


def _ids(text: str) -> list[str]:
    return [part.partition('"')[0] for part in text.split(' id="')[1:]]

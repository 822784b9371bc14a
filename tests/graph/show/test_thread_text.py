"""A thread in a terminal and as JSON: complete, within the width, and without saying things twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from beleidsspoor.graph.dataset import Dataset, open_dataset
from beleidsspoor.graph.show.grid import display_width
from beleidsspoor.graph.show.thread_json import found_json, thread_json
from beleidsspoor.graph.show.thread_text import show_found, show_thread
from beleidsspoor.graph.thread.finding import Found, How, find
from beleidsspoor.graph.thread.following import follow


@pytest.fixture
def dataset(klein_register: Callable[..., Path]) -> Dataset:
    return open_dataset(klein_register())


def test_the_tree_reads_as_a_nested_list(dataset: Dataset) -> None:
    thread = follow(dataset.store, find(dataset.store, "subdoel-1").hits[0])
    assert show_thread(thread, 100) == (
        "Subdoel Kinderen bewegen elke dag [subdoel-1]\n"
        "\n"
        "staat in  Agenda van Dorp 2025, regel 8\n"
        "\n"
        "OMHOOG: waar dit bij hoort\n"
        "- hangt onder: Opgave 1.1 Meer bewegen voor iedereen [opgave-1]\n"
        "    plaats: Agenda van Dorp 2025, regels 6-7\n"
        "  - hangt onder: Thema 1 Gezond leven [thema-1]\n"
        "      plaats: Agenda van Dorp 2025, regels 3-4\n"
        "    - staat in: Document Agenda van Dorp 2025 [agenda-2025]\n"
        "      - van Dorp, datum niet vermeld\n"
        "\n"
        "OMLAAG: wat eronder hangt, wie het doet en waarmee het wordt gemeten\n"
        "- Actie Trainingen geven [actie-1]\n"
        "    genoemde trekker: wij · jaren: 2025; 2026 · toegezegd: 18 trainingen\n"
        "    plaats: Agenda van Dorp 2025, regel 10\n"
        "  - trekker: Dorp\n"
        "  - doet mee: Sportclub Noord; Inwoners\n"
        "  - voor: Kinderen\n"
        "  - gemeten met: Indicator Aantal trainingen [indicator-1]\n"
        "      Agenda van Dorp 2025 · begroot: 18 (2025) · realisatie: 12 (2024)\n"
        "      omdat: Het cijfer telt de trainingen. (zeker)\n"
        "      plaats: Agenda van Dorp 2025, regel 14\n"
        "\n"
        "OPZIJ: programma's, wetten, andere documenten en andere gemeenten\n"
        "- Hierover staat niets in het register."
    )


def test_quotes_stand_under_their_place(dataset: Dataset) -> None:
    thread = follow(dataset.store, find(dataset.store, "dorp:actie-1").hits[0])
    text = show_thread(thread, 100, lambda place: "De kop." if place.first == 3 else None)
    assert "plaats: Agenda van Dorp 2025, regels 3-4\n          “De kop.”" in text
    assert "plaats: Agenda van Dorp 2025, regel 10\n  (passage niet gevonden)" in text


def test_a_place_is_not_repeated_and_that_is_said() -> None:
    store = open_dataset().store
    text = show_thread(follow(store, find(store, "mag25-actie-73").hits[0]), 100)
    assert text.endswith("Een plaats die bij de stap erboven al staat, wordt niet herhaald.")
    assert text.count("694-697") == 1


def test_places_in_one_section_stand_together() -> None:
    store = open_dataset().store
    text = show_thread(follow(store, find(store, "zorgsaam").hits[0]), 100)
    assert " en " in next(line for line in text.splitlines() if "plaats: " in line and "regels" in line)


def test_threads_of_the_shipped_register_fit_the_terminal_and_are_json() -> None:
    store = open_dataset().store
    elements = [*store.elements().values()]
    # Every kind of element, and a spread of them.
    chosen = [*{element.soort: element for element in elements}.values(), *elements[::60]]
    for element in chosen:
        thread = follow(store, element)
        for width in (60, 100):
            text = show_thread(thread, width)
            assert max(display_width(line) for line in text.splitlines()) <= width, element.id
        shown = json.loads(thread_json(thread, "abc"))
        assert shown["element"]["element"] == element.iri
        assert list(shown) == ["register", "element", "feiten", "vindplaatsen", "omhoog", "omlaag", "opzij"]


def test_the_json_holds_every_step_with_its_reason_and_place(dataset: Dataset) -> None:
    thread = follow(dataset.store, find(dataset.store, "dorp:actie-1").hits[0])
    shown = json.loads(thread_json(thread, "abc", lambda place: "woorden"))
    measured = shown["omlaag"][-1]
    assert (measured["relatie"], measured["reden"], measured["sterkte"]) == (
        "gemeten met",
        "Het cijfer telt de trainingen.",
        "zeker",
    )
    assert measured["vindplaatsen"] == [
        {
            "document": "agenda-2025",
            "sectie": None,
            "regel_van": 14,
            "regel_tot": 14,
            "pagina": None,
            "citaat": "woorden",
        }
    ]
    assert shown["omhoog"][0]["stappen"][0]["element"]["naam"] == "Meer bewegen voor iedereen"


def test_several_hits_are_listed_with_how_to_choose(dataset: Dataset) -> None:
    found = find(dataset.store, "principe-1")
    text = show_found(found, 100)
    assert "2 elementen passen bij 'principe-1' (gezocht op id)." in text
    assert "beleidsspoor volg dorp:principe-1" in text and "stad:principe-1" in text
    assert [hit["id"] for hit in json.loads(found_json(found, "abc"))["treffers"]] == ["principe-1", "principe-1"]


def test_many_hits_are_counted() -> None:
    elements = tuple(open_dataset().store.elements().values())
    text = show_found(Found("a", How.WORDS, elements), 100)
    assert f"En nog {len(elements) - 40}." in text
    assert max(map(len, text.splitlines())) <= 100

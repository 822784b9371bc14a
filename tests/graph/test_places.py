"""The places of an element, as a reader would say them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sample_reports import DOCUMENT
from small_register import small_tables

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.places import Place, places
from beleidsspoor.graph.store import dutch_date, short_title
from beleidsspoor.graph.terms import thing_iri

BASE = "https://w3id.org/beleidsspoor/id/"


def test_an_element_has_its_places_in_reading_order(klein_register: Callable[..., Path]) -> None:
    tables = small_tables()
    tables["dorp/acties"][0]["vindplaatsen"] = "v-tuin;v-actie"
    store = open_dataset(klein_register(tables)).store
    found = places(store)[thing_iri(BASE, "dorp", "actie-1")]
    assert [str(place) for place in found] == ["Agenda van Dorp 2025, regel 10", "Agenda van Dorp 2025, regel 11"]


def test_what_is_mentioned_stands_where_it_is_mentioned(klein_register: Callable[..., Path]) -> None:
    store = open_dataset(klein_register()).store
    (place,) = places(store)[thing_iri(BASE, "landelijk", "gala")]
    assert (place.document.id, place.first) == ("agenda-2025", 11)


def test_a_scope_leaves_out_the_places_in_other_municipalities(klein_register: Callable[..., Path]) -> None:
    store = open_dataset(klein_register()).store
    found = places(store, store.graphs_of(["stad"]))
    assert {place.document.id for them in found.values() for place in them} == {"visie"}


def test_a_place_reads_as_document_section_page_and_lines() -> None:
    place = Place(DOCUMENT, "1.2.4 Toegang", 315, 318, None, None, "w1-0")
    assert str(place) == "Agenda 2025, 1.2.4 Toegang, regels 315-318"
    assert str(replace(place, sectie=None, pagina=3, last=315)) == "Agenda 2025, blz. 3, regel 315"
    assert len(str(replace(place, sectie="lang " * 50))) < 90


def test_a_document_is_called_by_its_shortest_name_that_keeps_the_year() -> None:
    assert short_title("Maatschappelijke Agenda 2025", ["MAG", "MAG 2025", "De Agenda van 2025"]) == "MAG 2025"
    assert short_title("Samen bouwen aan de toekomst", ["Samen bouwen"]) == "Samen bouwen"
    assert short_title("Fragment", []) == "Fragment"


def test_a_document_has_the_date_of_adoption_or_else_its_years() -> None:
    assert dutch_date("2025-10-28", "2025", None) == "28-10-2025"
    assert dutch_date(None, "2025", "2025") == "2025"
    assert dutch_date(None, None, None) == "datum niet vermeld"

"""Finding an element by what a reader types."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_register import small_tables

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.store import GraphStore
from beleidsspoor.graph.thread.finding import How, find


@pytest.fixture(scope="module")
def shipped() -> GraphStore:
    return open_dataset().store


@pytest.fixture
def small(klein_register: Callable[..., Path]) -> GraphStore:
    return open_dataset(klein_register()).store


@pytest.mark.parametrize(
    ("text", "how", "names"),
    [
        ("actie-1", How.ID, ["Trainingen geven"]),
        ("dorp:actie-1", How.ID, ["Trainingen geven"]),
        (" ACTIE-1 ", How.ID, ["Trainingen geven"]),
        ("https://w3id.org/beleidsspoor/id/dorp/actie-1", How.IRI, ["Trainingen geven"]),
        ("1.1", How.NUMBER, ["Meer bewegen voor iedereen"]),
        ("1.1.", How.NUMBER, ["Meer bewegen voor iedereen"]),
        ("Beweegtuin aanleggen", How.WORDS, ["Beweegtuin aanleggen"]),
        ("aanleggen beweegtuin", How.WORDS, ["Beweegtuin aanleggen"]),
        ("actie trainingen", How.WORDS, ["Trainingen geven"]),
        ("kinderdag bewegen", None, []),
        ("beweegtuinen", How.FORMS, ["Beweegtuin aanleggen"]),
        ("eegtui", How.FORMS, ["Beweegtuin aanleggen"]),
        ("tuinaanleg", None, []),
        ("beweegtiun", How.ALIKE, ["Beweegtuin aanleggen"]),
    ],
)
def test_an_element_is_found(small: GraphStore, text: str, how: How | None, names: list[str]) -> None:
    found = find(small, text)
    assert (found.how, [element.naam for element in found.hits]) == (how, names)


def test_the_same_id_in_two_municipalities_gives_both(small: GraphStore) -> None:
    assert [element.ruimte for element in find(small, "principe-1").hits] == ["dorp", "stad"]


def test_one_number_in_several_documents_gives_all(small: GraphStore) -> None:
    assert {element.id for element in find(small, "1").hits} == {"thema-1", "gala-1"}


def test_the_exact_name_comes_first_then_whole_words_then_parts_of_words(klein_register: Callable[..., Path]) -> None:
    tables = small_tables()
    tables["dorp/partners"] += [
        {"id": f"partner-{number}", "naam": name, "soort": "organisatie", "niveau": "lokaal"}
        for number, name in enumerate(("Loket zorgvragen", "Huis van zorg", "Zorg", "Zorgloket Dorp"))
    ]
    store = open_dataset(klein_register(tables)).store
    assert [element.naam for element in find(store, "zorg").hits][:2] == ["Zorg", "Huis van zorg"]
    assert len(find(store, "zorg").hits) == 4
    assert [element.naam for element in find(store, "loket").hits] == ["Loket zorgvragen", "Zorgloket Dorp"]


def test_a_short_word_is_no_part_of_a_longer_one(small: GraphStore) -> None:
    assert find(small, "gez").how is not How.WORDS


def test_another_spelling_finds_the_element(shipped: GraphStore) -> None:
    assert find(shipped, "ZorgZaam").hits[0].naam == "ZorgSaam Twenterand"


def test_valpreventie_stands_in_several_places(shipped: GraphStore) -> None:
    found = find(shipped, "valpreventie")
    assert {"Actie", "Subdoel", "Indicator", "Programma", "Kernelement"} <= {hit.soort for hit in found.hits}
    assert find(shipped, "valprefentie").how is How.ALIKE


@pytest.mark.parametrize("text", ["", "   ", "?", "xyzzyq"])
def test_nothing_is_found_without_words_that_fit(small: GraphStore, text: str) -> None:
    assert (find(small, text).how, find(small, text).hits) == (None, ())


def test_what_comes_near_is_named(small: GraphStore) -> None:
    assert [element.naam for element in find(small, "treningem").near] == ["Trainingen geven", "Aantal trainingen"]


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=60))
def test_no_text_is_too_strange_to_look_for(shipped: GraphStore, text: str) -> None:
    found = find(shipped, text)
    assert bool(found.hits) == (found.how is not None)


def test_a_compound_is_found_in_a_name_with_both_its_words(klein_register: Callable[..., Path]) -> None:
    tables = small_tables()
    names = ("Training omgaan met dementie", "Dementietraining voor winkels", "Dementie vroeg zien", "Training geven")
    tables["dorp/partners"] += [
        {"id": f"partner-{number}", "naam": name, "soort": "organisatie", "niveau": "lokaal"}
        for number, name in enumerate(names)
    ]
    store = open_dataset(klein_register(tables)).store
    found = find(store, "dementietrainingen")
    assert (found.how, [element.naam for element in found.hits]) == (How.FORMS, [names[1], names[0]])


def test_a_goal_of_the_shipped_register_is_found_by_a_compound(shipped: GraphStore) -> None:
    assert {"Actie", "Indicator"} <= {hit.soort for hit in find(shipped, "dementietraining").hits}

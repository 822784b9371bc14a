"""What the map reads from the graph: elements, links with their strength, municipalities, states and figures."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.questions import shipped_questions
from beleidsspoor.graph.show.kaart.facts import read_facts
from beleidsspoor.graph.show.kaart.model import MapModel, read_model
from beleidsspoor.graph.show.kaart.states import read_states
from beleidsspoor.graph.store import GraphStore

Maker = Callable[..., Path]


def store_of(klein_register: Maker) -> GraphStore:
    return open_dataset(klein_register()).store


def iri(model: MapModel, key: str) -> str:
    return next(found for found in model.elements if model.key(found) == key)


def test_the_municipality_with_an_agenda_comes_first(klein_register: Maker) -> None:
    model = read_model(store_of(klein_register))
    assert [space.id for space in model.spaces] == ["dorp", "stad"]


def test_the_chosen_municipality_comes_first_and_brings_what_it_matches(klein_register: Maker) -> None:
    model = read_model(store_of(klein_register), ("stad",))
    keys = {model.key(found) for found in model.elements}
    assert [space.id for space in model.spaces] == ["stad"]
    assert {"stad:principe-1", "dorp:principe-1"} <= keys
    assert "dorp:actie-1" not in keys


def test_a_plausible_link_is_not_sure_and_keeps_its_reason(klein_register: Maker) -> None:
    model = read_model(store_of(klein_register))
    links = {(link.relation, model.key(link.source)): link for link in model.links}
    assert links["meet", "dorp:indicator-1"].sure
    unsure = links["draagtBijAan", "dorp:actie-2"]
    assert not unsure.sure
    assert unsure.reason == "Een beweegtuin helpt om te bewegen."


def test_a_mention_gives_way_to_a_stronger_link(klein_register: Maker) -> None:
    model = read_model(store_of(klein_register))
    mentioned = {(model.key(link.source), model.key(link.target)) for link in model.links if link.relation == "noemt"}
    assert ("dorp:actie-1", "dorp:sportclub-noord") not in mentioned


def test_no_counterpart_is_told_with_its_reason(klein_register: Maker) -> None:
    model = read_model(store_of(klein_register))
    assert model.lonely[iri(model, "stad:principe-2")] == "Dorp heeft geen principe over meedoen."


def test_facts_hold_figures_places_and_quotes(klein_register: Maker) -> None:
    store = store_of(klein_register)
    model = read_model(store)
    facts = read_facts(store, lambda document, first, last, mark: f"regel {first}")
    figures = facts[iri(model, "dorp:indicator-1")].figures
    assert [(figure.period, figure.kind, figure.value) for figure in figures] == [
        ("2024", "realisatie", 12.0), ("2025", "begroot", 18.0),
    ]  # fmt: skip
    place = facts[iri(model, "dorp:actie-1")].places[0]
    assert (place.first, place.last, place.quote) == (10, 10, "regel 10")
    assert ("Wanneer", "2025, 2026") in facts[iri(model, "dorp:actie-1")].told


def test_states_are_those_of_the_answers(klein_register: Maker) -> None:
    store = store_of(klein_register)
    model = read_model(store)
    states = read_states(store, shipped_questions(), model.spaces, datetime.date(2026, 1, 1))
    assert states.gaps("acties-zonder-doel", "dorp") == {iri(model, "dorp:actie-2")}
    lead = {s.question: s for s in states.of[iri(model, "dorp:actie-2")]}["acties-zonder-trekker"]
    assert lead.toestand == "bewust_open"
    assert "De raad kiest nog." in lead.reason
    assert states.counts["dorp", "acties-zonder-doel"]["gat"] == 1


def test_an_explanation_that_has_run_out_is_a_gap_again(klein_register: Maker) -> None:
    store = store_of(klein_register)
    model = read_model(store)
    states = read_states(store, shipped_questions(), model.spaces, datetime.date(3000, 1, 1))
    assert iri(model, "dorp:actie-2") in states.gaps("acties-zonder-trekker", "dorp")

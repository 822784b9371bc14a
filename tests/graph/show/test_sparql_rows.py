"""The rows of a SPARQL question in a terminal."""

from __future__ import annotations

import pytest

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.show.grid import display_width
from beleidsspoor.graph.show.sparql_rows import short_iri, show_rows
from beleidsspoor.graph.sparql.querying import Selected, run
from beleidsspoor.graph.store import GraphStore


@pytest.fixture(scope="module")
def store() -> GraphStore:
    return open_dataset().store


def shown(store: GraphStore, query: str, width: int = 100) -> str:
    outcome = run(store, query)
    assert isinstance(outcome, Selected)
    return show_rows(outcome, width)


def test_rows_stand_in_columns_with_prefixes_and_numbers_to_the_right(store: GraphStore) -> None:
    text = shown(store, "SELECT ?soort (42 AS ?aantal) { VALUES ?soort { bs:Actie <http://e/x> } }")
    assert text == "soort         aantal\n------------  ------\nbs:Actie          42\n<http://e/x>      42\n\n2 rijen."


def test_no_rows_and_rows_without_columns_are_told(store: GraphStore) -> None:
    assert shown(store, "SELECT ?x { ?x a bs:Niets }") == "Geen rijen."
    assert shown(store, "SELECT ?x { VALUES ?x { UNDEF } }").endswith("1 rij.")


def test_many_columns_stand_under_each_other_when_they_do_not_fit(store: GraphStore) -> None:
    values = " ".join(f'("{"woord" * 5}" AS ?kolom{number})' for number in range(12))
    text = shown(store, f"SELECT {values} {{}}")
    assert max(display_width(line) for line in text.splitlines()) <= 100
    assert "kolom11  woordwoord" in text


def test_control_signs_do_not_reach_the_terminal(store: GraphStore) -> None:
    assert "\x1b" not in shown(store, 'SELECT ("\\u001B[31mrood" AS ?x) {}')


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        ("http://e/a", "ex:a"),
        ("http://e/diep/b", "diep:b"),
        ("http://e/a/b/c", "<http://e/a/b/c>"),
        ("http://e/", "<http://e/>"),
        ("http://f/a", "<http://f/a>"),
        ("http://e/a.", "<http://e/a.>"),
    ],
)
def test_an_iri_is_shortened_only_to_what_can_be_typed(iri: str, short: str) -> None:
    assert short_iri(iri, {"ex": "http://e/", "diep": "http://e/diep/", "leeg": ""}) == short

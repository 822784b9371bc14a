"""One place decides the columns: what every row says, then the state, the question's own columns, and the places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from beleidsspoor.graph.dataset import Dataset, open_dataset
from beleidsspoor.graph.places import places
from beleidsspoor.graph.questions import ask, parse_question
from beleidsspoor.graph.scope import make_scope
from beleidsspoor.graph.show.tables import Evidence, Kind, Table, answer_table, for_readers
from beleidsspoor.graph.words import Cell

COMMON = ["element", "id", "soort", "nummer", "naam", "gemeente", "thema", "document"]


@pytest.fixture
def dataset(klein_register: Callable[..., Path]) -> Dataset:
    return open_dataset(klein_register())


def table_of(dataset: Dataset, soort: str, sparql: str, toestand: str | None = None, **evidence: object) -> Table:
    """The table of a question that is made up here."""
    question = parse_question(
        "proef", f"#+ titel: Proef\n#+ uitleg: Een proef.\n#+ soort: {soort}\n#+ rij: Actie\n{sparql}"
    )
    answer = ask(dataset.store, question, make_scope(dataset.store, toestand=toestand))
    return answer_table(answer, Evidence(places(dataset.store), **evidence))  # type: ignore[arg-type]


def cells(table: Table, key: str) -> list[Cell]:
    index = [column.key for column in table.columns].index(key)
    return [row[index] for row in table.rows]


ACTIONS = """SELECT ?element (BOUND(?wie) AS ?gedekt) ?toegezegd WHERE {
  ?element a bs:Actie OPTIONAL { ?element bs:trekker ?wie } OPTIONAL { ?element bs:toegezegd ?toegezegd }
}"""


def test_a_dekking_has_the_common_columns_the_state_its_own_and_the_places(dataset: Dataset) -> None:
    table = table_of(dataset, "dekking", ACTIONS)
    keys = [column.key for column in table.columns]
    assert keys == [*COMMON, "toestand", "toegezegd", "reden", "vindplaats", "document_datum"]
    assert cells(table, "toestand") == ["gedekt", "gat"]
    assert cells(table, "toegezegd") == ["18 trainingen", None]
    assert cells(table, "vindplaats")[0] == ("Agenda van Dorp 2025, regel 10",)
    assert cells(table, "gemeente") == ["Dorp", "Dorp"]
    assert cells(table, "thema") == ["Gezond leven", None]
    assert table.tellingen == {"gedekt": 1, "gat": 1, "bewust_open": 0, "niet_onderzocht": 0}


def test_a_filter_on_state_takes_rows_away_but_not_from_the_counts(dataset: Dataset) -> None:
    table = table_of(dataset, "dekking", ACTIONS, toestand="gat")
    assert cells(table, "id") == ["actie-2"]
    assert table.tellingen == {"gedekt": 1, "gat": 1, "bewust_open": 0, "niet_onderzocht": 0}


def test_what_is_no_dekking_has_no_state(dataset: Dataset) -> None:
    table = table_of(dataset, "overzicht", "SELECT ?element (1 AS ?aantal) WHERE { ?element a bs:Actie }")
    assert [column.key for column in table.columns] == [*COMMON, "aantal", "vindplaats", "document_datum"]
    assert table.columns[8].kind is Kind.NUMBER
    assert table.tellingen is None


def test_rows_about_no_single_element_have_their_own_columns_only(dataset: Dataset) -> None:
    table = table_of(dataset, "overzicht", "SELECT (COUNT(?x) AS ?aantal_acties) WHERE { ?x a bs:Actie }")
    assert [(column.key, column.title) for column in table.columns] == [("aantal_acties", "Aantal acties")]


def test_an_own_column_replaces_the_common_one_of_that_name(dataset: Dataset) -> None:
    table = table_of(dataset, "overzicht", "SELECT ?element ('anders' AS ?thema) WHERE { ?element a bs:Actie }")
    assert [column.key for column in table.columns].count("thema") == 1
    assert cells(table, "thema") == ["anders", "anders"]


def test_a_row_that_names_a_municipality_shows_it_also_for_something_shared(dataset: Dataset) -> None:
    sparql = "SELECT ?element ?gemeente WHERE { ?element a bs:Programma . ?gemeente a bs:Gemeente }"
    assert cells(table_of(dataset, "overzicht", sparql), "gemeente") == ["Dorp", "Stad"]
    shared = table_of(dataset, "overzicht", "SELECT ?element WHERE { ?element a bs:Programma }")
    assert cells(shared, "gemeente") == [None]


def test_quotes_stand_beside_their_places(dataset: Dataset) -> None:
    table = table_of(dataset, "dekking", ACTIONS, quote=lambda place: "woorden" if place.first == 10 else None)
    assert cells(table, "citaat") == [("woorden",), ("(passage niet gevonden)",)]


def test_readers_do_not_see_empty_columns_and_read_once_what_holds_for_all(dataset: Dataset) -> None:
    shown, same = for_readers(table_of(dataset, "dekking", ACTIONS), drop=("document",))
    assert [column.key for column in shown.columns] == ["id", "naam", "thema", "toestand", "toegezegd", "vindplaats"]
    assert same == {"Soort": "Actie", "Gemeente": "Dorp"}


NORMS = """#+ normen: heeft_jaar = jaar; heeft_trekker = trekker; heeft_naam = naam
SELECT ?element ("nee" NOT IN (?heeft_jaar, ?heeft_trekker) AS ?gedekt) ?heeft_jaar ?heeft_trekker ?heeft_naam WHERE {
  ?element a bs:Actie
  BIND("nee" AS ?heeft_jaar) BIND(IF(EXISTS { ?element bs:trekker ?wie }, "ja", "nee") AS ?heeft_trekker)
  BIND("n.v.t." AS ?heeft_naam)
}"""


def test_norms_are_summed_up_before_they_are_listed(dataset: Dataset) -> None:
    table = table_of(dataset, "dekking", NORMS)
    own = [column.key for column in table.columns if column.own]
    assert own == ["voldoet_aan", "ontbreekt", "heeft_jaar", "heeft_trekker", "heeft_naam"]
    assert cells(table, "voldoet_aan") == ["1 van 2", "0 van 2"]
    assert cells(table, "ontbreekt") == ["jaar", "jaar; trekker"]
    assert table.ontbreekt == "jaar 2, trekker 1"
    assert [column.key for column in table.columns if column.detail] == own[2:]

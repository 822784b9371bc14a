"""A comparison as tables: rows for programs, a matrix for readers, and both as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from beleidsspoor.graph.comparison import Comparison, compare
from beleidsspoor.graph.dataset import Dataset, open_dataset
from beleidsspoor.graph.places import places
from beleidsspoor.graph.show.comparison_tables import comparison_json, comparison_report, for_reading
from beleidsspoor.graph.show.forms import render
from beleidsspoor.graph.show.tables import Evidence, Table


@pytest.fixture
def dataset(klein_register: Callable[..., Path]) -> Dataset:
    return open_dataset(klein_register())


@pytest.fixture
def comparison(dataset: Dataset) -> Comparison:
    return compare(dataset.store, "stad", "dorp")


def rows_of(table: Table) -> list[dict[str, object]]:
    return [dict(zip((column.key for column in table.columns), row, strict=True)) for row in table.rows]


def test_a_row_names_both_elements_with_their_places(dataset: Dataset, comparison: Comparison) -> None:
    report = comparison_report(comparison, Evidence(places(dataset.store)), "abc")
    first, second = rows_of(report.tables[0])
    assert (first["naam"], first["relatie"], first["tegen_naam"]) == (
        "Vertrouwen is de basis",
        "bijna zelfde",
        "Vertrouwen",
    )
    assert first["vindplaats"] == ("Visie van Stad, regel 3",)
    assert first["tegen_vindplaats"] == ("Agenda van Dorp 2025, regel 16",)
    assert (second["naam"], second["relatie"], second["tegen_naam"]) == ("Iedereen telt mee", "geen tegenhanger", None)
    assert "citaat" not in first


def test_with_the_documents_both_sides_have_their_words(dataset: Dataset, comparison: Comparison) -> None:
    words = Evidence(places(dataset.store), lambda place: "Vertrouwen!" if place.document.id == "visie" else None)
    first = rows_of(comparison_report(comparison, words, "abc").tables[0])[0]
    assert first["citaat"] == ("Vertrouwen!",)
    assert first["tegen_citaat"] == ("(passage niet gevonden)",)


def test_the_matrix_ends_with_what_has_no_counterpart(dataset: Dataset, comparison: Comparison) -> None:
    table = comparison_report(comparison, Evidence(), "abc").tables[1]
    assert [column.title for column in table.columns] == ["Stad", "Vertrouwen", "Zonder tegenhanger in Dorp"]
    assert table.rows == (
        ("Vertrouwen is de basis", "bijna zelfde", None),
        ("Iedereen telt mee", None, "geen tegenhanger"),
        ("Zonder tegenhanger in Stad", None, None),
    )


def test_the_json_has_rows_and_matrix(dataset: Dataset, comparison: Comparison) -> None:
    report = comparison_report(comparison, Evidence(places(dataset.store)), "abc")
    shown = json.loads(comparison_json(comparison, report))
    assert list(shown) == ["vraag", "titel", "filter", "register", "rijen", "matrix"]
    assert shown["titel"] == "Principes van Stad en Dorp vergeleken"
    first = shown["rijen"][0]
    assert (first["id"], first["soort"], first["gemeente"]) == ("principe-1", "Principe", "Stad")
    assert (first["tegen_id"], first["tegen_gemeente"]) == ("principe-1", "Dorp")
    assert shown["matrix"]["cellen"] == [[["bijna zelfde"]], [[]]]
    assert [row["naam"] for row in shown["matrix"]["kolommen"]] == ["Vertrouwen"]


@pytest.mark.parametrize("form", ["csv", "html", "xlsx"])
def test_the_other_forms_are_made_from_the_same_report(dataset: Dataset, comparison: Comparison, form: str) -> None:
    evidence = Evidence(places(dataset.store), lambda place: "Zo staat het er.")
    report = comparison_report(comparison, evidence, "abc")
    content = render(report if form == "csv" else for_reading(report), form)
    assert content == render(report if form == "csv" else for_reading(report), form)
    if form == "csv":
        assert (
            content.decode().splitlines()[0].startswith("element,id,soort,nummer,naam,gemeente,relatie,tegen_element")
        )
    if form == "html":
        text = content.decode()
        assert text.index("Matrix") < text.index("Elke relatie") and text.count("Zo staat het er.") >= 2


def test_municipalities_that_nobody_compared_say_so(dataset: Dataset) -> None:
    report = comparison_report(compare(dataset.store, "stad", "dorp", "themas"), Evidence(), "abc")
    assert "Nog niemand heeft de thema's van deze twee gemeenten vergeleken" in report.tables[0].uitleg


def test_a_long_list_goes_down_beside_a_short_one() -> None:
    comparison = compare(open_dataset().store, "hellendoorn", "twenterand")
    table = comparison_report(comparison, Evidence(), "abc").tables[1]
    assert len(table.columns) == len(comparison.rows) + 2 < len(table.rows)
    assert (table.columns[0].title, table.columns[-1].title) == ("Twenterand", "Zonder tegenhanger in Hellendoorn")
    assert table.rows[-1][0] == "Zonder tegenhanger in Twenterand"
    preventive = next(row for row in table.rows if row[0] == "Normaliseren")
    assert preventive[1:3] == ("verwant", "spanning")

"""From cells to values, and what is wrong with a value."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidsspoor.graph.register.cells import closest, fault_of, hidden_sign, shorten, values_of
from beleidsspoor.graph.register.schema import Column, Kind, load_schema


def column(table: str, name: str) -> Column:
    found = load_schema().tables[table].column(name)
    assert found is not None
    return found


YEARS, VALUE, LINE = column("acties", "jaren"), column("metingen", "waarde"), column("vindplaatsen", "regel_van")
EVERY_COLUMN = [each for table in load_schema().tables.values() for each in table.columns]


def test_values_are_parted_trimmed_and_counted_once() -> None:
    assert values_of(" 2025 ;2026;; 2025", YEARS) == ("2025", "2026")
    assert values_of("een; twee", column("themas", "naam")) == ("een; twee",)
    assert values_of("  ", YEARS) == ()


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (YEARS, "2025"), (VALUE, "12"), (VALUE, "-0.5"), (LINE, "7"), (column("metingen", "soort"), "begroot"),
        (column("indicatoren", "vervallen"), "ja"), (column("documenten", "vastgesteld"), "2024-02-29"),
        (column("wetten", "bwb"), "https://wetten.overheid.nl/BWBR0035362"), (column("acties", "trekker"), "alles mag"),
    ],
)  # fmt: skip
def test_good_values(where: Column, value: str) -> None:
    assert fault_of(value, where) is None


@pytest.mark.parametrize(
    ("where", "value", "message"),
    [
        (YEARS, "25", "'25' is geen jaar."),
        (YEARS, "0000", "geen jaar"),
        (YEARS, "２０２５", "geen jaar"),
        (VALUE, "1.144,5", "geen getal"),
        (VALUE, "12,5", "geen getal"),
        (VALUE, "1e3", "geen getal"),
        (VALUE, "NaN", "geen getal"),
        (VALUE, "9" * 19, "geen getal"),
        (LINE, "7.0", "geen geheel getal"),
        (column("documenten", "vastgesteld"), "2025-02-29", "geen datum"),
        (column("documenten", "vastgesteld"), "29-01-2025", "geen datum"),
        (column("indicatoren", "vervallen"), "true", "geen ja of nee"),
        (column("metingen", "soort"), "geschat", "staat niet in de lijst"),
        (column("wetten", "bwb"), "wetten.overheid.nl", "geen internetadres"),
        (column("wetten", "bwb"), "https://wetten.overheid.nl/een twee", "geen internetadres"),
        (column("wetten", "bwb"), "https://wetten.overheid.nl/%zz", "geen internetadres"),
        (column("themas", "naam"), "a\x07b", "onzichtbaar stuurteken"),
        (column("acties", "trekker"), "a\x00", "onzichtbaar stuurteken"),
    ],
)
def test_bad_values_have_a_message_and_advice(where: Column, value: str, message: str) -> None:
    wrong = fault_of(value, where)

    assert wrong is not None
    assert message in wrong[0]
    assert wrong[1].endswith(".")


@given(st.text(max_size=40), st.sampled_from(EVERY_COLUMN))
def test_any_text_is_judged_and_never_with_a_hidden_sign_let_through(value: str, where: Column) -> None:
    for part in values_of(value, where):
        assert fault_of(part, where) is not None or hidden_sign(part) is None


@given(st.text(max_size=40))
def test_an_iri_that_passes_is_one_for_rdf_tools_too(end: str) -> None:
    where = next(each for each in EVERY_COLUMN if each.kind is Kind.IRI)
    (value,) = values_of(f"https://example.org/{end}", where)
    if fault_of(value, where) is None:
        assert ox.NamedNode(value).value == value


@given(st.text(max_size=30), st.integers(1, 20))
def test_shorten_keeps_to_its_length(text: str, length: int) -> None:
    assert len(shorten(text, length)) <= length


def test_closest_knows_a_slip_from_another_word() -> None:
    assert closest("actie-01", ["actie-10", "thema-1"]) == "actie-10"
    assert closest("xyz", ["actie-10", "thema-1"]) is None
    assert closest("actie", []) is None

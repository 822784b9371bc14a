"""References that lead nowhere, to the wrong class, or round in a ring."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_register import Tables, small_tables, write_register

from beleidsspoor.graph.build import build_quads
from beleidsspoor.graph.check import check_register
from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.register.reading import read_register

Write = Callable[..., Path]


def changed(table: str, column: str, value: str) -> Tables:
    tables = small_tables()
    tables[table][0][column] = value
    return tables


@pytest.mark.parametrize(
    ("table", "column", "value", "message", "advice"),
    [
        ("dorp/acties", "trekker", "gemeente-drop", "'gemeente-drop' bestaat niet.", "Bedoelt u gemeente-dorp?"),
        ("dorp/acties", "doelgroepen", "kinderen", "'kinderen' bestaat niet.", "Bedoelt u landelijk:kinderen?"),
        ("dorp/acties", "trekker", "stad:gemeente-dorp", "bestaat niet.", "Bedoelt u gemeente-dorp?"),
        ("dorp/acties", "trekker", "xyz", "'xyz' bestaat niet.", "Gebruik een id uit het register."),
        ("dorp/acties", "trekker", "a:b:c", "'a:b:c' bestaat niet.", "Gebruik een id uit het register."),
        ("dorp/acties", "trekker", "thema-1", "staat in themas.csv en past hier niet.", "Elke trekker is een gemeente"),
        ("dorp/opgaven", "onderdeel_van", "sportclub-noord", "staat in partners.csv", "Vul hoogstens één id in"),
    ],
)
def test_a_reference_that_does_not_hold(
    table: str, column: str, value: str, message: str, advice: str, klein_register: Write
) -> None:
    _, (fault,) = read_register(klein_register(changed(table, column, value)))

    assert (fault.file, fault.line, fault.column) == (f"{table}.csv", 2, column)
    assert message in fault.message
    assert advice in fault.advice


def test_an_element_that_hangs_under_itself(klein_register: Write) -> None:
    _, (fault,) = read_register(klein_register(changed("dorp/opgaven", "onderdeel_van", "opgave-1")))

    assert (fault.file, fault.line, fault.column) == ("dorp/opgaven.csv", 2, "onderdeel_van")
    assert "opgave-1 → opgave-1" in fault.message


def test_a_ring_is_told_once_with_its_whole_way(klein_register: Write) -> None:
    _, (fault,) = read_register(klein_register(changed("dorp/opgaven", "onderdeel_van", "actie-1")))

    assert fault.column == "onderdeel_van"
    assert fault.message.count("→") == 3


def test_references_into_a_table_that_cannot_be_read_are_told_once_at_that_table(klein_register: Write) -> None:
    tables = small_tables()
    tables["dorp/acties"][0]["doelgroepen"] += ";nergens"
    root = klein_register(tables)
    goals = root / "dorp" / "subdoelen.csv"
    goals.write_text(goals.read_text(encoding="utf-8").replace(",", ";"), encoding="utf-8")

    faults = check_register(root)

    assert [(fault.file, fault.line, fault.column) for fault in faults] == [
        ("dorp/acties.csv", 2, "doelgroepen"),
        ("dorp/subdoelen.csv", 1, None),
        ("dorp/subdoelen.csv", 1, None),
    ]
    assert "komma's" in faults[1].message
    assert "verwij" in faults[2].message


def ring_faults(parents: list[int | None]) -> tuple[list[Fault], bytes]:
    """The faults of acties that hang under each other as `parents` says, and what is built all the same."""
    tables = small_tables()
    base = {"naam": "Doen", "document": "agenda-2025", "vindplaatsen": "v-actie"}
    tables["dorp/acties"] += [
        {"id": f"a{number}", "onderdeel_van": "" if parent is None else f"a{parent}", **base}
        for number, parent in enumerate(parents)
    ]
    with tempfile.TemporaryDirectory() as folder:
        register, faults = read_register(write_register(Path(folder), tables))
        return faults, build_quads(register)


def rings(parents: list[int | None]) -> int:
    """How many rings there are: elements that come back to themselves, counted once for each ring."""
    found = set()
    for start in range(len(parents)):
        way: list[int] = []
        at: int | None = start
        while at is not None and at not in way:
            way.append(at)
            at = parents[at]
        if at is not None:
            found.add(frozenset(way[way.index(at) :]))
    return len(found)


@settings(max_examples=40)
@given(st.data(), st.integers(1, 8))
def test_every_ring_is_a_fault_and_nothing_else_is(data: st.DataObject, number: int) -> None:
    parents = data.draw(st.lists(st.none() | st.integers(0, number - 1), min_size=number, max_size=number))

    faults, nquads = ring_faults(parents)

    assert len(faults) == rings(parents)
    assert all(fault.column == "onderdeel_van" and "kring" in fault.message for fault in faults)
    assert nquads == ring_faults(parents)[1]


def test_references_into_a_table_with_a_heading_alone_are_told_once_at_that_table(klein_register: Write) -> None:
    tables = small_tables()
    tables["dorp/acties"] = []
    (fault,) = read_register(klein_register(tables))[1]
    assert (fault.file, fault.line) == ("dorp/acties.csv", 1)
    assert "Hier staan geen regels, alleen de kop." in fault.message and "naar een id dat hier hoort" in fault.message
    assert "dorp/" in fault.message and "regel 2" in fault.message


def test_an_empty_table_hides_no_other_reference(klein_register: Write) -> None:
    tables = changed("dorp/acties", "trekker", "gemeente-drop")
    tables["dorp/doelgroepen"] = []
    faults = read_register(klein_register(tables))[1]
    assert [(fault.file, fault.advice) for fault in faults] == [("dorp/acties.csv", "Bedoelt u gemeente-dorp?")]


def test_only_what_fits_the_column_is_suggested(klein_register: Write) -> None:
    _, (fault,) = read_register(klein_register(changed("dorp/opgaven", "onderdeel_van", "thema-2")))
    assert fault.advice == "Bedoelt u thema-1?"
    _, (fault,) = read_register(klein_register(changed("dorp/acties", "trekker", "thema-2")))
    assert fault.advice == "Gebruik een id uit het register."

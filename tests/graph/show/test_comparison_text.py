"""A comparison in a terminal: readable at 100 places, whatever the size of the matrix."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleidsspoor.graph.comparison import Comparison, Pair, compare
from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.places import places
from beleidsspoor.graph.scope import Scope
from beleidsspoor.graph.show.comparison_tables import comparison_report
from beleidsspoor.graph.show.comparison_text import show_comparison
from beleidsspoor.graph.show.grid import display_width
from beleidsspoor.graph.show.tables import Evidence
from beleidsspoor.graph.store import Element


def shown(comparison: Comparison, evidence: Evidence | None = None, width: int = 100) -> str:
    evidence = evidence or Evidence()
    return show_comparison(comparison, comparison_report(comparison, evidence, "abc"), evidence, width)


def element(ruimte: str, number: int, naam: str) -> Element:
    iri = f"https://e.org/id/{ruimte}/p-{number}"
    return Element(iri, f"p-{number}", "Principe", None, naam, ruimte, ruimte.title(), None, None, None, (number,))


def made(rows: list[str], columns: list[str], related: list[tuple[int, int, str]]) -> Comparison:
    left = tuple(element("stad", number, naam) for number, naam in enumerate(rows))
    right = tuple(element("dorp", number, naam) for number, naam in enumerate(columns))
    pairs = tuple(Pair(left[a % len(left)], right[b % len(right)], word, "Daarom.") for a, b, word in related)
    return Comparison("principes", Scope(), "Stad", "Dorp", (), left, right, pairs)


@pytest.mark.parametrize(("first", "second"), [("hellendoorn", "twenterand"), ("twenterand", "hellendoorn")])
@pytest.mark.parametrize("wat", ["principes", "themas"])
def test_the_shipped_register_fits_100_places(first: str, second: str, wat: str) -> None:
    store = open_dataset().store
    text = shown(compare(store, first, second, wat), Evidence(places(store)))
    assert max(display_width(line) for line in text.splitlines()) <= 100


def test_columns_are_lettered_with_a_legend() -> None:
    text = shown(made(["Vertrouwen", "Ruimte"], ["Dichtbij", "Samen"], [(0, 0, "bijna zelfde"), (1, 1, "spanning")]))
    assert "A  Dichtbij\nB  Samen" in text
    lines = text.splitlines()
    head = next(line for line in lines if line.startswith("Stad "))
    rows = [next(line for line in lines if line.startswith(name + " ")) for name in ("Vertrouwen", "Ruimte")]
    assert head.index("A") == rows[0].index("bijna zelfde") and head.index("B") == rows[1].index("spanning")
    assert "spanning      ze kunnen elkaar in de weg zitten" in text
    assert "nauwer" not in text


def test_every_relation_has_its_reason_and_places() -> None:
    store = open_dataset().store
    text = shown(compare(store, "hellendoorn", "twenterand"), Evidence(places(store)))
    assert "- spanning: Normaliseren [kn25-principe-03]\n    omdat: " in text
    assert "HELLENDOORN: 1 De kracht van inwoner en samenleving [visie23-principe-12]\n    plaats: Samen bouwen" in text
    assert "TWENTERAND: geen tegenhanger in Hellendoorn" in text
    assert "HELLENDOORN: niet vergeleken met Twenterand (" in text


def test_quotes_stand_under_their_place() -> None:
    store = open_dataset().store
    evidence = Evidence(places(store), lambda place: f"woorden van regel {place.first}")
    text = shown(compare(store, "hellendoorn", "twenterand", "themas"), evidence)
    assert "    plaats: Samen bouwen, Voorwoord, regel 24\n      “woorden van regel 24”" in text


def test_nobody_compared_is_said_without_an_empty_matrix() -> None:
    store = open_dataset().store
    text = shown(compare(store, "noaberkracht", "twenterand"))
    assert "Nog niemand heeft de principes" in text and "Kolommen:" not in text


_NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=60)


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(_NAMES, min_size=1, max_size=6),
    columns=st.lists(_NAMES, min_size=1, max_size=40),
    related=st.lists(
        st.tuples(st.integers(0, 50), st.integers(0, 50), st.sampled_from(["zelfde", "niet bijna zelfde", "spanning"])),
        max_size=30,
    ),
    width=st.integers(60, 160),
)
def test_no_matrix_is_wider_than_the_terminal(
    rows: list[str], columns: list[str], related: list[tuple[int, int, str]], width: int
) -> None:
    text = shown(made(rows, columns, related), width=width)
    assert all(display_width(line) <= width for line in text.split("\n"))


def test_the_rows_stand_before_the_matrix() -> None:
    text = shown(made(["Vertrouwen"], ["Dichtbij"], [(0, 0, "verwant")]))
    assert text.index("- verwant: Dichtbij") < text.index("MATRIX")


def test_the_longer_side_goes_down() -> None:
    text = shown(made(["Vertrouwen", "Samen"], [f"Punt {n}" for n in range(30)], [(0, n, "zelfde") for n in range(30)]))
    assert "Rijen: Dorp. Kolommen: Stad, met deze letters." in text
    assert "A  Vertrouwen\n" in text and "Punt 29  zelfde" in text


def test_after_the_letter_z_comes_aa() -> None:
    names = [f"Punt {number}" for number in range(28)]
    text = shown(made(names, names, [(number, number, "zelfde") for number in range(28)]))
    assert "Z   Punt 25\nAA  Punt 26\nAB  Punt 27" in text


def test_two_of_one_name_are_told_apart() -> None:
    names = ['Inwoners als "motor"', "Inwoners als “motor”"]
    text = shown(made(["Vertrouwen"], names, [(0, 0, "verwant"), (0, 1, "verwant")]))
    assert '- verwant: Inwoners als "motor" (p-0) [p-0]' in text and "Inwoners als “motor” (p-1)" in text
    shipped = shown(compare(open_dataset().store, "hellendoorn", "twenterand"))
    heads = [line for line in shipped.splitlines() if "voor de ontwikkeling van Twenterand (" in line]
    assert {line.partition("(")[2][:8] for line in heads} == {"Programm", "Kadernot"}

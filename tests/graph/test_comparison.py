"""Comparing two municipalities: relations in words, in the right direction, and what nobody compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from small_register import MAPPING_COLUMNS, MAPPING_HEADER, VISIE, Tables, document, place, small_tables

from beleidsspoor.graph.comparison import Comparison, SameMunicipality, compare, short_name
from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.questions import ask, shipped_questions
from beleidsspoor.graph.scope import UnknownName
from beleidsspoor.graph.store import GraphStore

#: Makes a store from the small register (or other tables) with these rows of matches.
Compared = Callable[..., GraphStore]

HEADER = (
    MAPPING_HEADER
    + "#   bs: https://w3id.org/beleidsspoor/def#\n"
    + "#   meer: https://w3id.org/beleidsspoor/id/meer/\n"
)


@pytest.fixture
def store(klein_register: Callable[..., Path]) -> Compared:
    def make(*rows: Sequence[str], tables: Tables | None = None) -> GraphStore:
        lines = ["\t".join(cells) for cells in ((*MAPPING_COLUMNS, "predicate_modifier"), *rows)]
        text = HEADER + "".join(f"{line}\n" for line in lines)
        return open_dataset(klein_register(tables, {"overeenkomsten/stad-dorp.sssom.tsv": text})).store

    return make


def row(subject: str, predicate: str, target: str, modifier: str = "") -> tuple[str, ...]:
    return subject, predicate, target, "semapv:ManualMappingCuration", "0.9", "redactie", "Omdat het zo is.", modifier


def said(comparison: Comparison) -> list[tuple[str | None, str, str | None]]:
    """The pairs as names with the relation between them."""
    return [
        (pair.first.naam if pair.first else None, pair.relatie, pair.second.naam if pair.second else None)
        for pair in comparison.pairs
    ]


def with_meer() -> Tables:
    """The small register with a third municipality, Meer, that has one principle: no leading one."""
    return {
        **small_tables(),
        "meer/gemeenten": [{"id": "gemeente-meer", "naam": "Meer", "cbs_code": "GM9003", "vindplaatsen": "v-1"}],
        "meer/documenten": [document("visie-m", "Visie van Meer", "gemeente-meer", "meer.txt", VISIE, "visie")],
        "meer/vindplaatsen": [place("v-1", VISIE, "visie-m", 3, 3)],
        "meer/principes": [
            {
                "id": "principe-1",
                "naam": "Dichtbij",
                "document": "visie-m",
                "soort": "kernwaarde",
                "vindplaatsen": "v-1",
            }
        ],
    }


@pytest.mark.parametrize(
    ("predicate", "forward", "backward"),
    [
        ("skos:exactMatch", "zelfde", "zelfde"),
        ("skos:closeMatch", "bijna zelfde", "bijna zelfde"),
        ("skos:broadMatch", "ruimer", "nauwer"),
        ("skos:narrowMatch", "nauwer", "ruimer"),
        ("skos:relatedMatch", "verwant", "verwant"),
        ("bs:spanningMet", "spanning", "spanning"),
    ],
)
def test_a_relation_is_read_from_the_first_municipality(
    store: Compared, predicate: str, forward: str, backward: str
) -> None:
    known = store(row("stad:principe-1", predicate, "dorp:principe-1"))
    assert said(compare(known, "stad", "dorp"))[0] == ("Vertrouwen is de basis", forward, "Vertrouwen")
    assert said(compare(known, "dorp", "stad"))[0] == ("Vertrouwen", backward, "Vertrouwen is de basis")


def test_a_denied_relation_says_so(store: Compared) -> None:
    known = store(row("stad:principe-1", "skos:closeMatch", "dorp:principe-1", "Not"))
    assert said(compare(known, "stad", "dorp"))[0][1] == "niet bijna zelfde"


def test_each_pair_has_its_reason_and_author(store: Compared) -> None:
    pair = compare(store(row("stad:principe-1", "skos:closeMatch", "dorp:principe-1")), "stad", "dorp").pairs[0]
    assert (pair.reden, pair.auteur) == ("Omdat het zo is.", "redactie")


def test_what_has_no_counterpart_is_said_from_both_sides(store: Compared) -> None:
    known = store(
        row("stad:principe-1", "skos:closeMatch", "sssom:NoTermFound"),
        row("sssom:NoTermFound", "skos:closeMatch", "dorp:principe-1"),
    )
    comparison = compare(known, "stad", "dorp")
    assert said(comparison) == [
        ("Vertrouwen is de basis", "geen tegenhanger", None),
        (None, "geen tegenhanger", "Vertrouwen"),
        ("Iedereen telt mee", "niet vergeleken", None),
    ]
    assert comparison.cell(comparison.rows[0], None) == ("geen tegenhanger",)


def test_no_counterpart_counts_for_the_municipalities_of_its_set_only(store: Compared) -> None:
    known = store(
        row("stad:principe-1", "skos:closeMatch", "sssom:NoTermFound"),
        row("stad:principe-2", "skos:closeMatch", "meer:principe-1"),
        tables=with_meer(),
    )
    assert ("Vertrouwen is de basis", "geen tegenhanger", None) in said(compare(known, "stad", "meer"))
    assert ("Vertrouwen is de basis", "niet vergeleken", None) in said(compare(known, "stad", "dorp"))


def test_municipalities_without_a_set_of_matches_are_listed_as_not_compared(store: Compared) -> None:
    comparison = compare(store(tables=with_meer()), "meer", "dorp")
    assert not comparison.is_compared
    assert said(comparison) == [("Dichtbij", "niet vergeleken", None), (None, "niet vergeleken", "Vertrouwen")]


def test_the_matrix_shows_leading_principles_and_all_that_is_compared(store: Compared) -> None:
    known = store(row("dorp:principe-1", "skos:relatedMatch", "meer:principe-1"), tables=with_meer())
    assert [one.naam for one in compare(known, "dorp", "meer").columns] == ["Dichtbij"]
    # Nobody compared the core value of Meer with Stad; the principles of Stad are leading ones.
    apart = compare(known, "meer", "stad")
    assert apart.rows == ()
    assert [one.naam for one in apart.columns] == ["Vertrouwen is de basis", "Iedereen telt mee"]


def test_a_criterion_is_compared_when_a_row_names_it(store: Compared) -> None:
    tables = small_tables()
    criterium = {"id": "criterium-1", "naam": "Dichtbij", "document": "agenda-2025", "herkomst": "VNG"}
    tables["dorp/criteria"] = [{**criterium, "vindplaatsen": "v-principe"}]
    known = store(row("stad:principe-2", "skos:narrowMatch", "dorp:criterium-1"), tables=tables)
    comparison = compare(known, "stad", "dorp")
    assert ("Iedereen telt mee", "nauwer", "Dichtbij") in said(comparison)
    assert {one.soort for one in comparison.columns} == {"Principe", "Criterium"}


def test_themas_are_compared_apart_from_principles(store: Compared) -> None:
    tables = small_tables()
    tables["stad/themas"] = [{"id": "thema-1", "naam": "Fit", "document": "visie", "vindplaatsen": "v-2"}]
    known = store(
        row("dorp:thema-1", "skos:narrowMatch", "stad:thema-1"),
        row("stad:principe-1", "skos:closeMatch", "dorp:principe-1"),
        tables=tables,
    )
    assert said(compare(known, "stad", "dorp", "themas")) == [("Fit", "ruimer", "Gezond leven")]
    assert all(name != "Fit" for name, _, _ in said(compare(known, "stad", "dorp")))


def test_a_municipality_is_not_compared_with_itself(store: Compared) -> None:
    with pytest.raises(SameMunicipality, match="Kies een andere erbij: stad"):
        compare(store(), "Dorp", "gemeente-dorp")


def test_an_unknown_municipality_is_answered_with_a_name_that_comes_near(store: Compared) -> None:
    with pytest.raises(UnknownName, match="Bedoelt u stad"):
        compare(store(), "dorp", "stat")


def test_the_shipped_register_compares_hellendoorn_and_twenterand() -> None:
    store = open_dataset().store
    comparison = compare(store, "hellendoorn", "twenterand")
    mirrored = compare(store, "twenterand", "hellendoorn")
    assert comparison.is_compared and len(comparison.rows) == 4
    assert {pair.relatie for pair in comparison.pairs} >= {"bijna zelfde", "nauwer", "spanning", "geen tegenhanger"}
    turned = {"ruimer": "nauwer", "nauwer": "ruimer"}
    flipped = {(b, turned.get(relation, relation), a) for a, relation, b in said(comparison)}
    assert flipped == set(said(mirrored))
    assert all(pair.reden for pair in comparison.pairs if pair.relatie != "niet vergeleken")


def test_the_relations_are_those_of_the_shipped_question() -> None:
    store = open_dataset().store
    answer = ask(store, shipped_questions()["principevergelijking"])
    relation, other = (answer.columns.index(name) for name in ("relatie", "tegenhanger"))
    asked = {(row.element.id, row.values[relation], row.values[other]) for row in answer.rows if row.element}
    pairs = [pair for pair in compare(store, "hellendoorn", "twenterand").pairs if pair.first and pair.second]
    assert pairs and {(pair.first.id, pair.relatie, pair.second.naam) for pair in pairs} <= asked


def test_a_municipality_has_a_short_name() -> None:
    assert short_name("gemeente Stad") == "Stad"

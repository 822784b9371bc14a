"""What follows from the rows, and is written out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from small_register import small_tables

from beleidsspoor.graph.dataset import Dataset, open_dataset
from beleidsspoor.graph.terms import ID_BASE

Write = Callable[..., Path]


@pytest.fixture
def dataset(klein_register: Write) -> Dataset:
    return open_dataset(klein_register())


def holds(dataset: Dataset, pattern: str) -> bool:
    """Whether the dataset holds a pattern; `<dorp/x>` is the thing x of dorp."""
    return bool(dataset.store.query(f"BASE <{ID_BASE}> ASK {{ {pattern} }}"))


@pytest.mark.parametrize(
    "pattern",
    [
        # Municipality and thema, also of what hangs deeper or under nothing.
        "<dorp/actie-1> bs:gemeente <dorp/gemeente-dorp> ; bs:inThema <dorp/thema-1>",
        "<dorp/opgave-1> bs:inThema <dorp/thema-1>",
        "<dorp/actie-2> bs:gemeente <dorp/gemeente-dorp>",
        "<dorp/meting-2024> bs:gemeente <dorp/gemeente-dorp>",
        # The plain link behind a link with a reason.
        "<dorp/indicator-1> bs:meet <dorp/actie-1>",
        "<dorp/actie-2> bs:draagtBijAan <landelijk/gala-1>",
        # Mentions.
        "<dorp/actie-1> bs:noemt <dorp/sportclub-noord>",
        "<landelijk/gala> bs:vindplaats <dorp/v-tuin>",
        "<dorp/agenda-2025> bs:noemt <landelijk/wmo-2015>",
        # Places in Web Annotation terms: lines 3 and 4 lie between the positions 2 and 4.
        "<dorp/v-thema> oa:hasSource <dorp/agenda-2025> ; oa:hasSelector <dorp/v-thema/regels>",
        "<dorp/v-thema/regels> a oa:FragmentSelector ; rdf:value 'line=2,4'",
        "<dorp/v-thema/regels> dct:conformsTo <http://tools.ietf.org/rfc/rfc5147>",
        # Figures.
        "<dorp/meting-2024> bs:jaar '2024'^^xsd:gYear ; qb:dataSet <dorp/agenda-2025/metingen>",
        "<dorp/lasten-2025> qb:dataSet <dorp/agenda-2025/bedragen>",
        "<dorp/agenda-2025/bedragen> a qb:DataSet",
        # Graphs.
        "<dorp/agenda-2025/graaf> prov:wasDerivedFrom <dorp/agenda-2025> ; a prov:Entity",
        "<dorp/graaf> bs:ruimte 'dorp'",
    ],
)
def test_what_is_derived(pattern: str, dataset: Dataset) -> None:
    assert holds(dataset, pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "<dorp/actie-2> bs:inThema ?thema",
        "<dorp/thema-1> bs:inThema ?thema",
        "<dorp/v-thema> bs:gemeente ?gemeente",
        "<dorp/v-thema> oa:hasSelector <dorp/v-thema/pagina>",
        "<landelijk/gala> bs:gemeente ?gemeente",
    ],
)
def test_what_is_not_derived(pattern: str, dataset: Dataset) -> None:
    assert not holds(dataset, pattern)


def test_a_page_and_a_period_of_two_years(klein_register: Write) -> None:
    tables = small_tables()
    tables["dorp/vindplaatsen"][1]["pagina"] = "12"
    tables["dorp/metingen"][0]["periode"] = "2023/2024"
    dataset = open_dataset(klein_register(tables))

    assert holds(dataset, "<dorp/v-thema/pagina> rdf:value 'page=12'")
    assert holds(dataset, "<dorp/meting-2024> bs:jaar '2024'^^xsd:gYear")


def test_a_thing_of_another_ruimte_gets_the_municipality_of_its_document(klein_register: Write) -> None:
    tables = small_tables()
    tables["stad/principes"].append(tables["dorp/principes"][0] | {
        "id": "principe-3", "document": "dorp:agenda-2025", "vindplaatsen": "dorp:v-principe",
    })  # fmt: skip
    dataset = open_dataset(klein_register(tables))

    assert holds(dataset, "GRAPH <dorp/agenda-2025/graaf> { <stad/principe-3> bs:gemeente <dorp/gemeente-dorp> }")

"""The build: the same rows give the same bytes, and good RDF for other tools."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from small_register import Tables, small_tables

from beleidsspoor.graph.build import build_quads, to_trig
from beleidsspoor.graph.dataset import Dataset, open_dataset
from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.names import Names
from beleidsspoor.graph.register.reading import read_register
from beleidsspoor.graph.terms import BS, DEF_GRAPH, ID_BASE, PREFIXES

Write = Callable[..., Path]
DORP = ID_BASE + "dorp/"
AGENDA = DORP + "agenda-2025"


def parsed(nquads: bytes) -> set[ox.Quad]:
    return set(ox.parse(nquads, ox.RdfFormat.N_QUADS))


def values(dataset: Dataset, local: str, predicate: str) -> set[str]:
    """The values of one property of one thing in dorp, as N-Triples terms."""
    wanted = ox.NamedNode(DORP + local), ox.NamedNode(predicate)
    return {str(quad.object) for quad in parsed(dataset.nquads) if (quad.subject, quad.predicate) == wanted}


def changed(table: str, **cells: str) -> Tables:
    tables = small_tables()
    tables[table][0] |= cells
    return tables


@pytest.fixture
def dataset(klein_register: Write) -> Dataset:
    return open_dataset(klein_register())


# ---------------------------------------------------------------- the bytes


def test_lines_are_sorted_and_unique_and_end_in_a_line_feed(dataset: Dataset) -> None:
    lines = dataset.nquads.split(b"\n")

    assert lines.pop() == b""
    assert lines == sorted(set(lines))
    assert len(lines) == len(parsed(dataset.nquads))


def test_there_are_no_blank_nodes_and_every_quad_has_a_graph(dataset: Dataset) -> None:
    for quad in [*parsed(dataset.nquads), *parsed(open_dataset().nquads)]:
        assert not any(isinstance(term, ox.BlankNode) for term in (quad.subject, quad.object, quad.graph_name))
        assert isinstance(quad.graph_name, ox.NamedNode)


def test_the_same_register_gives_the_same_bytes_in_another_process_and_folder(klein_register: Write) -> None:
    root = klein_register()
    code = (
        "import sys; from pathlib import Path; from beleidsspoor.graph.dataset import open_dataset\n"
        "dataset = open_dataset(Path(sys.argv[1])); sys.stdout.buffer.write(dataset.nquads + dataset.trig)"
    )
    made = []
    for seed, name in (("1", "a"), ("2", "b")):
        moved = root.with_name(name)
        root = root.rename(moved)
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "1" else "UTC"}
        command = [sys.executable, "-c", code, moved]
        made.append(subprocess.run(command, capture_output=True, env=environment, check=True).stdout)

    assert made[0] == made[1] != b""


def test_the_order_of_rows_does_not_count(klein_register: Write) -> None:
    tables = small_tables()
    first = open_dataset(klein_register(tables)).nquads
    for rows in tables.values():
        rows.reverse()

    assert open_dataset(klein_register(tables)).nquads == first


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("form", ["nquads", "trig"])
def test_rdflib_reads_the_same_number_of_quads(form: str, dataset: Dataset) -> None:
    import rdflib

    theirs = rdflib.Dataset()
    theirs.parse(data=getattr(dataset, form), format=form)

    assert sum(1 for _ in theirs.quads()) == len(parsed(dataset.nquads))


def test_trig_says_the_same(dataset: Dataset) -> None:
    assert set(ox.parse(dataset.trig, ox.RdfFormat.TRIG)) == parsed(dataset.nquads)
    assert to_trig(dataset.nquads) == dataset.trig
    assert b"bs:Actie" in dataset.trig


# ---------------------------------------------------------------- what is in it


def test_every_document_and_ruimte_has_its_graph(dataset: Dataset) -> None:
    graphs = {quad.graph_name.value for quad in parsed(dataset.nquads)}

    assert graphs == {
        DEF_GRAPH, AGENDA + "/graaf", DORP + "nota-2020/graaf", DORP + "graaf", ID_BASE + "landelijk/graaf",
        ID_BASE + "stad/graaf", ID_BASE + "stad/visie/graaf", "https://w3id.org/beleidsspoor/overeenkomsten/stad-dorp",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("reference", "graph"),
    [
        ("dorp:agenda-2025", AGENDA + "/graaf"),
        ("dorp:actie-1", AGENDA + "/graaf"),
        ("dorp:v-actie", AGENDA + "/graaf"),
        ("dorp:verband-1", AGENDA + "/graaf"),
        ("dorp:vermelding-1", AGENDA + "/graaf"),
        ("dorp:verklaring-1", DORP + "graaf"),
        ("dorp:sportclub-noord", DORP + "graaf"),
        ("landelijk:gala", ID_BASE + "landelijk/graaf"),
    ],
)
def test_the_graph_of_a_row(reference: str, graph: str, dataset: Dataset) -> None:
    register = dataset.register

    assert Names(register).graph(register.by_reference[reference]) == graph


def test_every_kind_of_cell_becomes_its_kind_of_term(klein_register: Write) -> None:
    tables = changed("dorp/documenten", vastgesteld="2025-01-31", andere_namen="Agenda; De agenda")
    tables["dorp/metingen"][0]["waarde"] = "007.50"
    dataset = open_dataset(klein_register(tables))
    xsd = PREFIXES["xsd"]

    assert values(dataset, "agenda-2025", PREFIXES["dct"] + "issued") == {f'"2025-01-31"^^<{xsd}date>'}
    assert values(dataset, "agenda-2025", PREFIXES["skos"] + "altLabel") == {'"Agenda"@nl', '"De agenda"@nl'}
    assert values(dataset, "agenda-2025", PREFIXES["dct"] + "identifier") == {'"agenda-2025"'}
    assert values(dataset, "actie-1", BS + "jaar") == {f'"{year}"^^<{xsd}gYear>' for year in (2025, 2026)}
    groups = {f"<{DORP}sportclub-noord>", f"<{ID_BASE}landelijk/inwoners>"}
    assert values(dataset, "actie-1", BS + "betrokken") == groups
    assert values(dataset, "meting-2024", PREFIXES["sdmx-mea"] + "obsValue") == {f'"7.5"^^<{xsd}decimal>'}
    assert values(dataset, "indicator-1", BS + "vervallen") == {f'"false"^^<{xsd}boolean>'}
    assert values(dataset, "indicator-1", PREFIXES["sdmx-att"] + "unitMeasure") == {f"<{PREFIXES['unit']}NUM>"}
    assert values(dataset, "v-thema", BS + "regelTot") == {f'"4"^^<{xsd}integer>'}


@pytest.mark.parametrize(
    "base", ["https://data.example.nl/id/", "https://data.example.nl/id", "https://data.example.nl/id#"]
)
def test_another_base_changes_every_name_of_a_thing(base: str, klein_register: Write) -> None:
    register, _ = read_register(klein_register())

    nquads = build_quads(register, (), base).decode()

    assert ID_BASE not in nquads
    assert f"<{base if base.endswith(('/', '#')) else base + '/'}dorp/actie-1>" in nquads


def test_a_register_with_faults_is_not_opened(klein_register: Write) -> None:
    root = klein_register(changed("dorp/acties", jaren="25", trekker="niemand"))

    with pytest.raises(InputFaults) as caught:
        open_dataset(root)

    assert [(fault.line, fault.column) for fault in caught.value.faults] == [(2, "jaren"), (2, "trekker")]

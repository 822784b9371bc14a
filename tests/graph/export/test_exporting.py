"""Every format holds what it says: read back by other programs, with the same facts, the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from openpyxl import load_workbook
from small_register import small_tables

from beleidsspoor.graph.dataset import Dataset, open_dataset
from beleidsspoor.graph.export.exporting import export, formats
from beleidsspoor.graph.scope import make_scope
from benchmarks.shacl_engines import by_pyshacl

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

DATASETS = {".nq": "nquads", ".trig": "trig", ".jsonld": "json-ld"}
GRAPHS = {".ttl": "turtle", ".rdf": "xml"}


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    return open_dataset()


@pytest.fixture
def small(klein_register: Callable[..., Path]) -> Dataset:
    return open_dataset(klein_register())


def quads(content: bytes) -> set[ox.Quad]:
    return set(ox.parse(content, ox.RdfFormat.N_QUADS))


def through_rdflib(content: bytes, form: str) -> set[ox.Quad]:
    """The quads that rdflib reads from a dataset."""
    dataset = rdflib.Dataset()
    dataset.parse(data=content, format=form)
    written = dataset.serialize(format="nquads")
    return quads(written.encode())


@pytest.mark.parametrize(("suffix", "form"), DATASETS.items())
def test_a_format_with_graphs_gives_rdflib_every_quad(shipped: Dataset, suffix: str, form: str) -> None:
    exported = export(shipped, suffix)
    assert exported.left_out == ()
    assert through_rdflib(exported.content, form) == quads(shipped.nquads)
    assert exported.inside == f"{len(shipped.nquads.splitlines()):,} feiten".replace(",", ".")


@pytest.mark.parametrize(("suffix", "form"), GRAPHS.items())
def test_a_format_without_graphs_gives_rdflib_every_triple_and_says_so(
    shipped: Dataset, suffix: str, form: str
) -> None:
    exported = export(shipped, suffix)
    graph = rdflib.Graph()
    graph.parse(data=exported.content, format=form)
    assert len(graph) == len({quad.triple for quad in quads(shipped.nquads)})
    assert ["geen aparte graaf" in text for text in exported.left_out] == [True]


@pytest.mark.parametrize("suffix", [*DATASETS, *GRAPHS])
def test_what_is_exported_passes_the_shapes(small: Dataset, suffix: str) -> None:
    graph = rdflib.Dataset() if suffix in DATASETS else rdflib.Graph()
    graph.parse(data=export(small, suffix).content, format={**DATASETS, **GRAPHS}[suffix])
    triples = {row[:3] for row in (graph.quads() if isinstance(graph, rdflib.Dataset) else graph)}
    union = rdflib.Graph()
    for triple in triples:
        union.add(triple)
    lines = union.serialize(format="nt").splitlines()
    assert by_pyshacl("\n".join(f"{line[:-1]} <https://e.org/g> ." for line in lines if line)) == set()


def test_compact_jsonld_reads_as_plain_names(small: Dataset) -> None:
    import json

    shown = json.loads(export(small, ".jsonld").content)
    subjects = {one["@id"]: one for graph in shown["@graph"] for one in graph["@graph"]}
    action = subjects["dorp:actie-1"]
    assert action["@type"] == "bs:Actie"
    assert action["skos:prefLabel"] == "Trainingen geven"
    assert action["bs:betrokken"] == ["dorp:sportclub-noord", "landelijk:inwoners"]
    assert shown["@context"]["bs:trekker"]["@type"] == "@id"


def test_strange_text_survives_every_rdf_format(klein_register: Callable[..., Path]) -> None:
    strange = 'é 日本 "x" \\ <a&b> {c} \u0085 😀 @id'
    tables = small_tables()
    tables["dorp/acties"][1]["toelichting"] = strange
    tables["dorp/acties"][1]["genoemde_trekker"] = strange
    dataset = open_dataset(klein_register(tables))
    for suffix, form in DATASETS.items():
        assert through_rdflib(export(dataset, suffix).content, form) == quads(dataset.nquads)
    for suffix, form in GRAPHS.items():
        graph = rdflib.Graph()
        graph.parse(data=export(dataset, suffix).content, format=form)
        assert rdflib.Literal(strange, lang="nl") in set(graph.objects())


@pytest.mark.parametrize(("suffix", "read"), [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf)])
def test_a_network_holds_elements_and_links_with_their_reason(
    small: Dataset, suffix: str, read: Callable[[io.BytesIO], nx.MultiDiGraph]
) -> None:
    exported = export(small, suffix)
    network = read(io.BytesIO(exported.content))
    base = "https://w3id.org/beleidsspoor/id/"
    node = network.nodes[base + "dorp/opgave-1"]
    wanted = {"soort": "Opgave", "nummer": "1.1", "gemeente": "Dorp", "thema": "Gezond leven"}
    assert {key: node[key] for key in wanted} == wanted
    assert node["document"] == "Agenda van Dorp 2025" and node["label"] == "1.1 Meer bewegen voor iedereen"
    edges = {(start, end, about["kind"]): about for start, end, about in network.edges(data=True)}
    measure = edges[(base + "dorp/indicator-1", base + "dorp/actie-1", "meet")]
    assert (measure["sterkte"], measure["reden"]) == ("zeker", "Het cijfer telt de trainingen.")
    for start, end, kind in (
        ("dorp/actie-1", "dorp/subdoel-1", "onderdeel van"),
        ("dorp/actie-1", "dorp/gemeente-dorp", "trekker"),
        ("dorp/actie-2", "landelijk/gala", "noemt"),
        ("stad/principe-1", "dorp/principe-1", "bijna zelfde"),
    ):
        assert (base + start, base + end, kind) in edges
    assert exported.inside == f"{network.number_of_nodes()} elementen en {network.number_of_edges()} verbanden"
    assert "alleen de elementen" in exported.left_out[0]


def test_a_network_has_a_node_for_every_element(shipped: Dataset) -> None:
    network = nx.read_graphml(io.BytesIO(export(shipped, ".graphml").content))
    assert set(network.nodes) == set(shipped.store.elements())


def test_gexf_holds_no_date(small: Dataset) -> None:
    assert b"lastmodifieddate" not in export(small, ".gexf").content


def test_the_workbook_has_a_sheet_per_table(shipped: Dataset) -> None:
    workbook = load_workbook(io.BytesIO(export(shipped, ".xlsx").content))
    assert {"Acties", "Indicatoren", "Metingen", "Verbanden", "Overeenkomsten"} <= set(workbook.sheetnames)
    for name, table in (("Acties", "acties"), ("Metingen", "metingen"), ("Vindplaatsen", "vindplaatsen")):
        assert workbook[name].max_row == 1 + sum(1 for _ in shipped.register.rows_of(table))
    heads = [cell.value for cell in workbook["Acties"][1]]
    assert heads[:3] == ["Ruimte", "Id", "Naam"] and "Onderdeel van" in heads
    figures = workbook["Metingen"]
    column = [cell.value for cell in figures[1]].index("Waarde") + 1
    assert any(isinstance(figures.cell(row, column).value, int) for row in range(2, 20))


def test_a_filter_on_municipality_leaves_the_other_out(small: Dataset) -> None:
    exported = export(small, ".nq", make_scope(small.store, ["dorp"]))
    named = {str(quad.subject) for quad in quads(exported.content) if quad.predicate.value.endswith("#prefLabel")}
    assert any("/id/dorp/actie-1" in subject for subject in named)
    assert any("/id/landelijk/gala" in subject for subject in named)
    assert not any("/id/stad/" in subject for subject in named)
    assert "filter" in exported.left_out[0]
    assert quads(exported.content) < quads(small.nquads)


def test_a_filter_on_document_keeps_its_graph_and_what_is_shared(small: Dataset) -> None:
    scope = make_scope(small.store, document="agenda-2025")
    graphs = {str(quad.graph_name) for quad in quads(export(small, ".nq", scope).content)}
    assert "<https://w3id.org/beleidsspoor/id/dorp/agenda-2025/graaf>" in graphs
    assert "<https://w3id.org/beleidsspoor/id/dorp/graaf>" in graphs
    assert not any("stad/" in graph for graph in graphs)
    sheets = load_workbook(io.BytesIO(export(small, ".xlsx", scope).content))
    assert {cell.value for cell in sheets["Principes"]["A"][1:]} == {"dorp"}


def test_the_same_register_gives_the_same_bytes_in_every_process(klein_register: Callable[..., Path]) -> None:
    root = klein_register()
    program = (
        "import hashlib, sys; from pathlib import Path\n"
        "from beleidsspoor.graph.dataset import open_dataset\n"
        "from beleidsspoor.graph.export.exporting import export, formats\n"
        "dataset = open_dataset(Path(sys.argv[1]))\n"
        "print(*(hashlib.sha256(export(dataset, suffix).content).hexdigest() for suffix in formats()))\n"
    )
    dataset = open_dataset(root)
    here = [hashlib.sha256(export(dataset, suffix).content).hexdigest() for suffix in formats()]
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", program, str(root)], capture_output=True, text=True, check=True, env=environment
        )
        assert done.stdout.split() == here


def test_an_unknown_suffix_is_an_error(small: Dataset) -> None:
    with pytest.raises(KeyError):
        export(small, ".doc")

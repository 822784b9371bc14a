"""Checking a dataset against the shapes, against pySHACL; and whether both find the same."""

from __future__ import annotations

import pyoxigraph as ox

from beleidsspoor.graph.check import check_dataset
from beleidsspoor.graph.dataset import Dataset
from beleidsspoor.graph.register.schema import ontology_text
from benchmarks.datasets import Prepared
from benchmarks.measure import Goal, Section, seconds

_SH = "http://www.w3.org/ns/shacl#"
#: Every so many lines one is left out, so that the shapes have something to find.
_LEFT_OUT = 40

#: Focus node, shape and component of a result.
Result = tuple[str, str, str]


def measure_checking(prepared: Prepared) -> Section:
    """Time the check of a clean dataset, and compare what both engines find in a broken one."""
    dataset = prepared.dataset
    ours = min(seconds(lambda: check_dataset(Dataset(dataset.register, dataset.mappings))) for _ in range(3))
    theirs = seconds(lambda: _pyshacl(dataset.nquads))
    lines = dataset.nquads.splitlines(keepends=True)
    broken = b"".join(line for number, line in enumerate(lines) if number % _LEFT_OUT)
    found, expected = _rust(broken), _pyshacl(broken)
    rows = (
        ("check of a clean dataset, s", f"{ours:.3f}", f"{theirs:.3f}"),
        (f"results when each {_LEFT_OUT}th quad is left out", str(len(found)), str(len(expected))),
    )
    goals = (
        Goal(f"check against pySHACL, {prepared.size} municipalities", ours / theirs, 0.05),
        Goal("results that only one of the two engines has", len(found ^ expected), 0, ""),
    )
    note = (
        f"{prepared.size} municipalities. Ours is `check_dataset` on rows that were read: build, validate with the "
        "Rust engine, and find the cell. pySHACL reads the same N-Quads into rdflib and validates."
    )
    return Section("Checking", note, ("", "ours", "pySHACL"), rows, goals)


def _rust(nquads: bytes) -> set[Result]:
    import shacl

    report = shacl.Shapes.from_turtle(ontology_text("vormen.ttl")).validate_text(nquads.decode(), format="nquads")
    return {(result.focus_node, result.source_shape or "", result.component_iri) for result in report.results}


def _pyshacl(nquads: bytes) -> set[Result]:
    import pyshacl
    import rdflib

    union = rdflib.Graph()
    triples = dict.fromkeys(quad.triple for quad in ox.parse(nquads, ox.RdfFormat.N_QUADS))
    union.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    _, report, _ = pyshacl.validate(union, shacl_graph=ontology_text("vormen.ttl"), shacl_graph_format="turtle")
    assert isinstance(report, rdflib.Graph)
    parts = [rdflib.URIRef(_SH + name) for name in ("focusNode", "sourceShape", "sourceConstraintComponent")]
    found = set()
    for result in report.subjects(rdflib.RDF.type, rdflib.URIRef(_SH + "ValidationResult")):
        focus, shape, component = (str(report.value(result, part)) for part in parts)
        found.add((f"<{focus}>", f"<{shape}>", component))
    return found

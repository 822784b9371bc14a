"""The results of a SHACL validation by both engines, in one form, to hold them against each other."""

from __future__ import annotations

import pyoxigraph as ox

from beleidsspoor.graph.register.schema import ontology_text

#: Focus node, shape and constraint component: IRIs, the first two as N-Triples terms.
Result = tuple[str, str, str]

SH = "http://www.w3.org/ns/shacl#"


def by_engine(nquads: str) -> set[Result]:
    """What the engine of the project reports."""
    import shacl

    report = shacl.Shapes.from_turtle(ontology_text("vormen.ttl")).validate_text(nquads, format="nquads")
    return {(result.focus_node, result.source_shape or "", result.component_iri) for result in report.results}


def by_pyshacl(nquads: str) -> set[Result]:
    """What pySHACL, the reference, reports on the same quads as one rdflib graph."""
    import pyshacl
    import rdflib

    triples = dict.fromkeys(quad.triple for quad in ox.parse(nquads.encode(), ox.RdfFormat.N_QUADS))
    union = rdflib.Graph()
    union.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    _, report, _ = pyshacl.validate(union, shacl_graph=ontology_text("vormen.ttl"), shacl_graph_format="turtle")
    assert isinstance(report, rdflib.Graph)
    wanted = [rdflib.URIRef(SH + name) for name in ("focusNode", "sourceShape", "sourceConstraintComponent")]
    found = set()
    for result in report.subjects(rdflib.RDF.type, rdflib.URIRef(SH + "ValidationResult")):
        focus, shape, component = (str(report.value(result, name)) for name in wanted)
        found.add((f"<{focus}>", f"<{shape}>", component))
    return found

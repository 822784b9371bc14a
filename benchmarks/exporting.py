"""Export of a dataset that is open, against rdflib's serializers on the same quads."""

from __future__ import annotations

from functools import partial

from beleidsspoor.graph.export.exporting import export
from benchmarks.datasets import Prepared
from benchmarks.measure import Goal, Section, seconds

_FORMATS = {".nq": "nquads", ".trig": "trig"}
_GRAPH_FORMATS = {".ttl": "turtle", ".rdf": "xml"}


def measure_export(prepared: Prepared) -> Section:
    """Time the formats that both write. Ours are sorted, the same bytes every time; rdflib's are not."""
    import rdflib

    dataset, formats = prepared.dataset, _FORMATS | _GRAPH_FORMATS
    # Before rdflib fills the memory with objects that our garbage collections would then walk through.
    ours = {suffix: min(seconds(partial(export, dataset, suffix)) for _ in range(3)) for suffix in formats}
    theirs = rdflib.Dataset(default_union=True)
    theirs.parse(data=dataset.nquads, format="nquads")
    union = rdflib.Graph()
    for triple in theirs.triples((None, None, None)):
        union.add(triple)
    rows, goals = [], []
    for suffix, name in formats.items():
        source = theirs if suffix in _FORMATS else union
        other = seconds(partial(source.serialize, format=name, encoding="utf-8"))
        rows.append((suffix, f"{ours[suffix]:.3f}", f"{other:.3f}", f"{ours[suffix] / other:.3f}"))
        goals.append(
            Goal(f"export to {suffix} against rdflib, {prepared.size} municipalities", ours[suffix] / other, 0.1)
        )
    note = (
        f"{prepared.size} municipalities; both hold the dataset open. Our N-Quads are made by the build, which loads "
        "them, so that export has only to hand them over. rdflib writes Turtle and RDF/XML of the union of the graphs."
    )
    return Section("Export", note, ("format", "ours s", "rdflib s", "ratio"), tuple(rows), tuple(goals))

"""How many elements of each class a dataset holds, per municipality."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from beleidsspoor.graph.coverage import SHARED, reading_order
from beleidsspoor.graph.register.schema import load_schema
from beleidsspoor.graph.store import GraphStore
from beleidsspoor.graph.terms import graph_iri

_COUNTS = """
SELECT ?klasse ?graaf (COUNT(?element) AS ?aantal) WHERE { GRAPH ?graaf { ?element a ?klasse } }
GROUP BY ?klasse ?graaf"""


@dataclass(frozen=True)
class ElementCount:
    """One class: its Dutch title (plural), and the number of its members by the name of their municipality."""

    title: str
    counts: dict[str, int]


def count_elements(store: GraphStore) -> tuple[ElementCount, ...]:
    """The number of members of every class that has any, in the order of the schema.

    What stands in no document of a municipality counts as 'gedeeld', in a document that names none as 'niet vermeld'.
    """
    owners = _owners(store)
    found: dict[str, dict[str, int]] = {}
    result = store.query(_COUNTS)
    for row in result if isinstance(result, ox.QuerySolutions) else ():
        owner = owners.get(row["graaf"].value, SHARED)
        counts = found.setdefault(row["klasse"].value, {})
        counts[owner] = counts.get(owner, 0) + int(row["aantal"].value)
    names = sorted({name for counts in found.values() for name in counts}, key=reading_order)
    return tuple(
        ElementCount(table.title, {name: found[table.class_iri].get(name, 0) for name in names})
        for table in load_schema().tables.values()
        if table.class_iri in found
    )


def _owners(store: GraphStore) -> dict[str, str]:
    """The name of the municipality of each graph: of its document, or of the documents of its ruimte."""
    owners: dict[str, str] = {}
    for document in store.documents:
        owners[document.graph] = document.gemeente_name
        owners.setdefault(graph_iri(document.iri.rpartition("/")[0]), document.gemeente_name)
    return owners

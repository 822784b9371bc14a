"""Running a question that a user wrote in SPARQL: known prefixes, no network, and errors that point at the place.

SPARQL 1.1: https://www.w3.org/TR/sparql11-query/ ; results as JSON: https://www.w3.org/TR/sparql11-results-json/
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from beleidsspoor.graph.sparql.query_faults import pointed, runtime_fault, syntax_fault
from beleidsspoor.graph.sparql.query_text import Refused, read_query
from beleidsspoor.graph.store import GraphStore
from beleidsspoor.graph.terms import BS, ID_BASE, PREFIXES, Term, text_of

_RUIMTE_PREFIX = re.compile(r"[a-z](?:[a-z0-9-]*[a-z0-9])?")


class SparqlFault(ValueError):
    """A question that cannot be asked. The text is Dutch, of several lines: what is wrong, and where."""


@dataclass(frozen=True)
class Selected:
    """The answer to a SELECT: the variables in order, a row of terms per solution, and the same as standard JSON.

    The variables of SELECT * come in the order in which the question first names them.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    json: bytes
    prefixes: dict[str, str]

    def csv(self) -> bytes:
        """The rows as CSV, as SPARQL 1.1 prescribes."""
        solutions = ox.parse_query_results(self.json, ox.QueryResultsFormat.JSON)
        assert isinstance(solutions, ox.QuerySolutions)
        return solutions.serialize(format=ox.QueryResultsFormat.CSV) or b""


@dataclass(frozen=True)
class Asked:
    """The answer to an ASK, and the same as standard JSON."""

    answer: bool
    json: bytes


@dataclass(frozen=True)
class Constructed:
    """The answer to a CONSTRUCT or DESCRIBE: every triple once, sorted."""

    triples: tuple[ox.Triple, ...]
    prefixes: dict[str, str]

    def turtle(self) -> bytes:
        """The triples as Turtle, with the prefixes that they use."""
        iris = {term.value for triple in self.triples for term in triple if isinstance(term, ox.NamedNode)}
        used = {prefix: base for prefix, base in self.prefixes.items() if any(iri.startswith(base) for iri in iris)}
        written = ox.serialize(self.triples, format=ox.RdfFormat.TURTLE, prefixes=used)
        return written or b""


Outcome = Selected | Asked | Constructed


def known_prefixes(store: GraphStore) -> dict[str, str]:
    """The prefixes that a question may use unsaid: the vocabularies, and one per ruimte (`twenterand:mag-2025`)."""
    prefixes = dict(PREFIXES)
    for quad in store.engine.quads_for_pattern(None, ox.NamedNode(BS + "ruimte"), None):
        ruimte = text_of(quad.object)
        if _RUIMTE_PREFIX.fullmatch(ruimte):
            prefixes.setdefault(ruimte, text_of(quad.subject).removesuffix("graaf"))
    return prefixes


def run(store: GraphStore, text: str, graphs: tuple[str, ...] | None = None) -> Outcome:
    """Ask a question in SPARQL over the union of `graphs` (None: all), or over what its own FROM names.

    Raises SparqlFault for bad SPARQL (with the place, in the text as given), an unknown prefix, an update, SERVICE, or
    a FROM beside `graphs`.
    """
    prefixes = known_prefixes(store)
    try:
        query = read_query(text)
    except Refused as refused:
        raise SparqlFault(pointed(text, refused.position, str(refused))) from refused
    if query.names_dataset and graphs is not None:
        raise SparqlFault("FROM in de vraag kan niet samen met een filter op gemeente. Laat een van de twee weg.")
    named = [ox.NamedNode(graph) for graph in graphs] if graphs is not None else None
    try:
        result = store.engine.query(
            text,
            base_iri=ID_BASE,
            prefixes=prefixes,
            use_default_graph_as_union=named is None and not query.names_dataset,
            default_graph=[*named] if named is not None else None,
            named_graphs=[*named] if named is not None else None,
        )
        order = query.variables if query.selects_all else ()
        return _outcome(result, {**prefixes, **_absolute(query.declared)}, order)
    except SyntaxError as error:
        raise SparqlFault(syntax_fault(text, query, prefixes, str(error))) from error
    except RuntimeError as error:
        raise SparqlFault(runtime_fault(str(error))) from error


def _outcome(
    result: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean, prefixes: dict[str, str], order: Sequence[str]
) -> Outcome:
    """Everything of a result, so that an error while reading it comes now; its variables in this order, if given."""
    if isinstance(result, ox.QueryTriples):
        return Constructed(tuple(sorted(set(result), key=str)), prefixes)
    written = result.serialize(format=ox.QueryResultsFormat.JSON)
    assert written is not None
    if isinstance(result, ox.QueryBoolean):
        return Asked(bool(result), written + b"\n")
    solutions = ox.parse_query_results(written, ox.QueryResultsFormat.JSON)
    assert isinstance(solutions, ox.QuerySolutions)
    found = [variable.value for variable in solutions.variables]
    place = {name: number for number, name in enumerate(order)}
    variables = tuple(sorted(found, key=lambda name: place.get(name, len(place)))) if order else tuple(found)
    rows = tuple(tuple(solution[name] for name in variables) for solution in solutions)
    return Selected(variables, rows, _with_heads(written, found, variables) + b"\n", prefixes)


def _with_heads(results: bytes, found: Sequence[str], wanted: Sequence[str]) -> bytes:
    """Results as JSON with the variables in another order. The head comes first in what the engine writes."""
    old, new = (json.dumps({"vars": list(names)}, separators=(",", ":")).encode() for names in (found, wanted))
    return results.replace(old, new, 1)


def _absolute(declared: dict[str, str]) -> dict[str, str]:
    """The declared prefixes that can be written in Turtle as they stand."""
    return {prefix: iri for prefix, iri in declared.items() if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", iri)}

"""The engine of the project must report what pySHACL, the reference, reports: on every constraint of every column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.register.schema import Table, load_schema, ontology_text
from beleidsspoor.graph.terms import BS, LIJST, PREFIXES
from benchmarks.shacl_engines import SH, Result, by_engine, by_pyshacl

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

VORM = "https://w3id.org/beleidsspoor/vorm#"
GRAPH = "<https://example.org/graaf>"
TYPE = f"<{PREFIXES['rdf']}type>"

#: For each parameter of a constraint: its component, and the values that break it.
PLANTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "minCount": ("MinCountConstraintComponent", ()),
    "maxCount": ("MaxCountConstraintComponent", ('"een"@nl', '"twee"@nl')),
    "class": ("ClassConstraintComponent", ("<https://example.org/zonder-klasse>",)),
    "in": ("InConstraintComponent", ("<https://example.org/niet-in-de-lijst>",)),
    # No column is a double; a number can be compared, so that no other constraint has to judge what it cannot compare.
    "datatype": ("DatatypeConstraintComponent", (f'"7.5"^^<{PREFIXES["xsd"]}double>',)),
    "pattern": ("PatternConstraintComponent", (f'"{"WOORD " * 13}"@nl',)),
    "minInclusive": ("MinInclusiveConstraintComponent", (f'"0"^^<{PREFIXES["xsd"]}integer>',)),
    "minLength": ("MinLengthConstraintComponent", ('""@nl',)),
    "maxLength": ("MaxLengthConstraintComponent", (f'"{"lang " * 1001}"@nl',)),
    "nodeKind": ("NodeKindConstraintComponent", ('"geen IRI"',)),
}


@pytest.fixture(scope="module")
def shapes() -> ox.Store:
    store = ox.Store()
    store.load(ontology_text("vormen.ttl"), ox.RdfFormat.TURTLE, to_graph=ox.DefaultGraph())
    return store


def planted(store: ox.Store, table: Table, parameter: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """For each column of the table with this constraint: its shape, its path and the values that break it."""
    for quad in store.quads_for_pattern(None, ox.NamedNode(SH + "targetClass"), ox.NamedNode(table.class_iri)):
        for member in store.quads_for_pattern(quad.subject, ox.NamedNode(SH + "property"), None):
            shape = member.object
            paths = list(store.quads_for_pattern(shape, ox.NamedNode(SH + "path"), None))
            if any(store.quads_for_pattern(shape, ox.NamedNode(SH + parameter), None)):
                yield str(shape), str(paths[0].object), PLANTS[parameter][1]


def test_every_constraint_of_every_column_gives_the_same_results(
    shapes: ox.Store, klein_register: Callable[..., Path]
) -> None:
    lines = [open_dataset(klein_register()).nquads.decode()]
    expected: set[Result] = set()
    used = set()
    for table in load_schema().tables.values():
        for parameter, (component, _) in PLANTS.items():
            focus = f"<https://example.org/{table.name}/{parameter}>"
            breaks = list(planted(shapes, table, parameter))
            if breaks:
                used.add(parameter)
                lines.append(f"{focus} {TYPE} <{table.class_iri}> {GRAPH} .\n")
            for shape, path, values in breaks:
                lines.extend(f"{focus} {path} {value} {GRAPH} .\n" for value in values)
                expected.add((focus, shape, SH + component))
    nquads = "".join(lines)

    found = by_engine(nquads)

    assert used == set(PLANTS), "a kind of constraint is planted nowhere"
    assert expected <= found
    assert found == by_pyshacl(nquads)


def test_every_kind_of_constraint_in_the_shapes_is_planted(shapes: ox.Store) -> None:
    about = {"path", "name", "order", "description", "message", "property", "targetClass"}
    # Those of the shapes over several columns; planted one by one below.
    about |= {"lessThanOrEquals", "or", "not", "disjoint", "alternativePath", "inversePath", "hasValue"}
    names = {quad.predicate.value.removeprefix(SH) for quad in shapes if quad.predicate.value.startswith(SH)}

    assert names - about == set(PLANTS)


@pytest.mark.parametrize(
    ("shape", "component", "quads"),
    [
        (
            "regelVolgorde", "LessThanOrEqualsConstraintComponent",
            "<x> a bs:Vindplaats ; bs:regelVan 7 ; bs:regelTot 5 .",
        ),
        ("genoemd", "MinCountConstraintComponent", "<x> a bs:Partner ."),
        ("genoemd", "MinCountConstraintComponent", "<y> a bs:Kernelement . <z> a bs:Wet ; bs:vindplaats <p> ."),
        ("gebruikt", "MinCountConstraintComponent", "<x> a bs:Groep . <zonder-plaats> bs:trekker <x> ."),
        (
            "InEigenDocument", "OrConstraintComponent",
            "<x> a bs:Thema ; bs:document <d> ; bs:vindplaats <p> . <p> bs:document <e> .",
        ),
        ("InEigenDocument", "OrConstraintComponent", "<x> a bs:Meting ; bs:document <d> ."),
        ("ReactieMetTekst", "OrConstraintComponent", "<x> a bs:Reactie ; bs:reactiesoort lijst:zorg ."),
        (
            "NietOvergenomenMetReden", "OrConstraintComponent",
            "<x> a bs:Reactie ; bs:reactietoestand lijst:niet-overgenomen .",
        ),
    ],
)  # fmt: skip
def test_shapes_over_several_columns(
    shape: str, component: str, quads: str, klein_register: Callable[..., Path]
) -> None:
    base = "https://example.org/"
    prefixes = f"PREFIX bs: <{BS}> PREFIX lijst: <{LIJST}>"
    planted_quads = ox.serialize(
        (
            ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(base + "graaf"))
            for triple in ox.parse(f"{prefixes} {quads}".encode(), ox.RdfFormat.TURTLE, base_iri=base)
        ),
        format=ox.RdfFormat.N_QUADS,
    )
    nquads = (open_dataset(klein_register()).nquads + planted_quads).decode()

    found = by_engine(nquads)

    focus = "<https://example.org/y>" if "<y>" in quads else "<https://example.org/x>"
    assert (focus, f"<{VORM}{shape}>", SH + component) in found
    assert found == by_pyshacl(nquads)


@pytest.mark.parametrize(
    "quads",
    [
        "<x> a bs:Groep . <a> bs:betrokken <x> ; bs:vindplaats <p> .",
        "<x> a bs:Doelgroep . <a> bs:doelgroep <x> ; bs:vindplaats <p> .",
        "<x> a bs:Groep ; bs:vindplaats <p> .",
    ],
)
def test_a_group_stands_where_a_row_that_uses_it_stands(quads: str) -> None:
    turtle = f"PREFIX bs: <{BS}> BASE <https://example.org/> {quads}"
    nquads = ox.serialize(ox.parse(turtle.encode(), ox.RdfFormat.TURTLE), format=ox.RdfFormat.N_QUADS).decode()

    assert f"<{VORM}gebruikt>" not in {shape for _, shape, _ in by_engine(nquads)}


def test_the_shipped_register_passes_the_shapes_in_pyshacl() -> None:
    nquads = open_dataset().nquads.decode()

    assert by_engine(nquads) == set()
    assert by_pyshacl(nquads) == set()

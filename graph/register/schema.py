"""The schema of the register, read from the SHACL shapes: the tables, their columns, and what a cell may hold."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

import pyoxigraph as ox

from beleidsspoor.graph.terms import BS, PREFIXES, Term, text_of

_SH = PREFIXES["sh"]


class Kind(enum.Enum):
    """What a cell of a column holds, and so how it is read and written."""

    TEXT = "tekst"
    DUTCH = "Nederlandse tekst"
    INTEGER = "geheel getal"
    DECIMAL = "getal"
    BOOLEAN = "ja of nee"
    YEAR = "jaar"
    DATE = "datum"
    IRI = "internetadres"
    CHOICE = "keuze uit een lijst"
    REFERENCE = "verwijzing"


_DATATYPES = {
    PREFIXES["xsd"] + "string": Kind.TEXT,
    PREFIXES["rdf"] + "langString": Kind.DUTCH,
    PREFIXES["xsd"] + "integer": Kind.INTEGER,
    PREFIXES["xsd"] + "decimal": Kind.DECIMAL,
    PREFIXES["xsd"] + "boolean": Kind.BOOLEAN,
    PREFIXES["xsd"] + "gYear": Kind.YEAR,
    PREFIXES["xsd"] + "date": Kind.DATE,
}


@dataclass(frozen=True)
class Column:
    """One column: its heading, the property it becomes (IRI), and what may stand in it.

    `many`: several values, parted by `;`. `choices` maps the word in a cell to an IRI (only for Kind.CHOICE).
    `target` is the class IRI that a reference must have (only for Kind.REFERENCE). `longest` is how many characters a
    value may have, if there is a bound.
    """

    name: str
    path: str
    order: int
    kind: Kind
    required: bool
    many: bool
    description: str
    message: str
    choices: dict[str, str]
    target: str | None
    longest: int | None = None


@dataclass(frozen=True)
class Table:
    """One table: file name without extension, the class IRI of its rows, a Dutch title and its columns in order.

    `meaning` says in a Dutch sentence what a row is, `noun` is the Dutch word for one (both from beleid.ttl).
    """

    name: str
    class_iri: str
    title: str
    meaning: str
    noun: str
    order: int
    columns: tuple[Column, ...]

    @property
    def class_name(self) -> str:
        """The local name of the class.

        >>> load_schema().tables["acties"].class_name
        'Actie'
        """
        return self.class_iri.removeprefix(BS)

    @cached_property
    def references(self) -> tuple[Column, ...]:
        """The columns that hold references."""
        return tuple(column for column in self.columns if column.kind is Kind.REFERENCE)

    def column(self, name: str) -> Column | None:
        """The column with this heading, or None."""
        return next((column for column in self.columns if column.name == name), None)


@dataclass(frozen=True)
class Schema:
    """All tables by file name, in the order of the shapes, and for each class its superclasses (itself included)."""

    tables: dict[str, Table]
    superclasses: dict[str, frozenset[str]]

    def is_a(self, class_iri: str, wanted: str) -> bool:
        """True when every `class_iri` is also a `wanted`."""
        return wanted in self.superclasses.get(class_iri, frozenset((class_iri,)))


def ontology_text(name: str) -> str:
    """The text of a file in ontology/, for instance `vormen.ttl`. Raises FileNotFoundError."""
    return (files("beleidsspoor.ontology") / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def load_schema() -> Schema:
    """The schema of this version, read from `vormen.ttl`, `begrippen.ttl` and `beleid.ttl`."""
    store = ox.Store()
    for name in ("vormen.ttl", "begrippen.ttl", "beleid.ttl"):
        store.load(ontology_text(name), ox.RdfFormat.TURTLE, to_graph=ox.DefaultGraph())
    tables = sorted(_tables(store), key=lambda table: table.order)
    return Schema({table.name: table for table in tables}, _superclasses(store))


def _tables(store: ox.Store) -> list[Table]:
    found = []
    for quad in store.quads_for_pattern(None, ox.NamedNode(BS + "tabel"), None):
        shape = quad.subject
        if not isinstance(shape, ox.NamedNode):
            continue
        columns = [
            _column(store, member.object)
            for member in store.quads_for_pattern(shape, ox.NamedNode(_SH + "property"), None)
            if isinstance(member.object, ox.NamedNode)
        ]
        found.append(
            Table(
                name=text_of(quad.object),
                class_iri=_one(store, shape, "targetClass"),
                title=_one(store, shape, "name"),
                meaning=_dutch(store, _one(store, shape, "targetClass"), PREFIXES["skos"] + "definition"),
                noun=_dutch(store, _one(store, shape, "targetClass"), PREFIXES["rdfs"] + "label"),
                order=int(_one(store, shape, "order")),
                columns=tuple(sorted(columns, key=lambda column: column.order)),
            )
        )
    return found


def _column(store: ox.Store, shape: ox.NamedNode) -> Column:
    listed = _value(store, shape, "in")
    target = _value(store, shape, "class")
    datatype = _value(store, shape, "datatype")
    longest = _value(store, shape, "maxLength")
    if listed is not None:
        kind = Kind.CHOICE
    elif target is not None:
        kind = Kind.REFERENCE
    elif datatype is not None:
        kind = _DATATYPES[text_of(datatype)]
    else:
        kind = Kind.IRI
    return Column(
        name=_one(store, shape, "name"),
        path=_one(store, shape, "path"),
        order=int(_one(store, shape, "order")),
        kind=kind,
        required=_value(store, shape, "minCount") is not None,
        many=_value(store, shape, "maxCount") is None,
        description=_one(store, shape, "description"),
        message=_one(store, shape, "message"),
        choices=_choices(store, listed) if listed is not None else {},
        target=text_of(target) if target is not None else None,
        longest=int(text_of(longest)) if longest is not None else None,
    )


def _choices(store: ox.Store, head: Term) -> dict[str, str]:
    """The words of an sh:in list, each with its IRI: the skos:notation of each member."""
    rdf, choices = PREFIXES["rdf"], {}
    while isinstance(head, ox.BlankNode):
        member = ox.NamedNode(text_of(next(store.quads_for_pattern(head, ox.NamedNode(rdf + "first"), None)).object))
        notation = next(store.quads_for_pattern(member, ox.NamedNode(PREFIXES["skos"] + "notation"), None)).object
        choices[text_of(notation)] = member.value
        head = next(store.quads_for_pattern(head, ox.NamedNode(rdf + "rest"), None)).object
    return choices


def _superclasses(store: ox.Store) -> dict[str, frozenset[str]]:
    parents: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(PREFIXES["rdfs"] + "subClassOf"), None):
        if isinstance(quad.subject, ox.NamedNode):
            parents.setdefault(quad.subject.value, set()).add(text_of(quad.object))

    def closure(iri: str, seen: frozenset[str]) -> frozenset[str]:
        found = seen | {iri}
        for parent in parents.get(iri, ()):
            if parent not in found:
                found |= closure(parent, found)
        return found

    return {iri: closure(iri, frozenset()) for iri in parents}


def _dutch(store: ox.Store, iri: str, predicate: str) -> str:
    """What beleid.ttl says of a class in Dutch."""
    for quad in store.quads_for_pattern(ox.NamedNode(iri), ox.NamedNode(predicate), None):
        if isinstance(quad.object, ox.Literal) and quad.object.language == "nl":
            return quad.object.value
    raise LookupError(f"{iri} in beleid.ttl has no {predicate} in Dutch")


def _value(store: ox.Store, shape: ox.NamedNode, name: str) -> Term | None:
    return next((quad.object for quad in store.quads_for_pattern(shape, ox.NamedNode(_SH + name), None)), None)


def _one(store: ox.Store, shape: ox.NamedNode, name: str) -> str:
    value = _value(store, shape, name)
    if value is None:
        raise LookupError(f"{shape.value} in vormen.ttl has no sh:{name}")
    return text_of(value)

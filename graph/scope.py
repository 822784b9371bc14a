"""The filter of a question: which municipalities, thema, document and state, and the graphs that follow from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from beleidsspoor.graph.register.cells import closest
from beleidsspoor.graph.store import Element, GraphStore, StoredDocument

#: The states that an element can have in a dekking-question, in the order of every count.
STATES = ("gedekt", "gat", "bewust_open", "niet_onderzocht")

#: The states in words.
STATE_WORDS = {
    "gedekt": "gedekt",
    "gat": "gat",
    "bewust_open": "bewust open",
    "niet_onderzocht": "niet onderzocht",
}


class UnknownName(ValueError):
    """A name in the filter that the dataset does not hold; the text is Dutch and says what is known."""


@dataclass(frozen=True)
class Scope:
    """A filter, worked out against a dataset.

    `graphs` is None for the whole dataset. A municipality limits what may count as evidence; thema, document and state
    only choose which rows are shown.
    """

    ruimten: tuple[str, ...] = ()
    gemeenten: tuple[str, ...] = ()
    thema: str | None = None
    document: StoredDocument | None = None
    toestand: str | None = None
    graphs: tuple[str, ...] | None = None

    def shows(self, element: Element) -> bool:
        """Whether the row of this element is within thema and document."""
        if self.document is not None and self.document.iri not in (element.document, element.iri):
            return False
        return self.thema is None or self.thema in (element.thema_naam or "").casefold()

    def as_json(self) -> dict[str, str | list[str] | None]:
        """The filter as every output prints it."""
        return {
            "gemeente": list(self.gemeenten) or None,
            "thema": self.thema,
            "document": self.document.id if self.document else None,
            "toestand": self.toestand,
        }

    def __str__(self) -> str:
        parts = [
            " en ".join(self.gemeenten) if self.gemeenten else "alle gemeenten",
            f"thema {self.thema}" if self.thema else "",
            f"document {self.document.title}" if self.document else "",
            f"toestand {STATE_WORDS[self.toestand]}" if self.toestand else "",
        ]
        return ", ".join(part for part in parts if part)


def make_scope(
    store: GraphStore,
    gemeenten: Iterable[str] = (),
    thema: str | None = None,
    document: str | None = None,
    toestand: str | None = None,
) -> Scope:
    """Work a filter out against the dataset.

    A municipality is given by name, ruimte or id; a document by id or part of its title; a thema by a part of its name.
    Raises UnknownName when the dataset holds no such thing.
    """
    ruimten = tuple(dict.fromkeys(_ruimte(store, name) for name in gemeenten))
    graphs = store.graphs_of(ruimten) if ruimten else None
    names = {d.ruimte: d.gemeente_name if d.gemeente else d.ruimte for d in store.documents}
    if toestand is not None:
        toestand = _state(toestand)
    if thema is not None:
        thema = _thema(store, thema, graphs)
    return Scope(
        ruimten=ruimten,
        gemeenten=tuple(names[ruimte] for ruimte in ruimten),
        thema=thema,
        document=_document(store, document) if document is not None else None,
        toestand=toestand,
        graphs=graphs,
    )


def _ruimte(store: GraphStore, name: str) -> str:
    wanted = name.strip().casefold()
    known: dict[str, str] = {}
    for document in store.documents:
        known[document.ruimte.casefold()] = document.ruimte
        if document.gemeente and document.gemeente_id:
            known[document.gemeente_name.casefold()] = document.ruimte
            known[document.gemeente_id.casefold()] = document.ruimte
    if wanted in known:
        return known[wanted]
    shown = sorted({document.ruimte for document in store.documents})
    raise UnknownName(f"De gemeente '{name}' staat niet in het register. {_suggest(wanted, known, shown)}")


def _state(name: str) -> str:
    wanted = name.strip().casefold().replace(" ", "_").replace("-", "_")
    if wanted in STATES:
        return wanted
    raise UnknownName(f"De toestand '{name}' bestaat niet. Kies uit: {', '.join(STATE_WORDS.values())}.")


def _document(store: GraphStore, name: str) -> StoredDocument:
    wanted = name.strip().casefold()
    for document in store.documents:
        if wanted == document.id.casefold():
            return document
    hits = [document for document in store.documents if wanted in document.title.casefold() or wanted in document.id]
    if len(hits) == 1:
        return hits[0]
    known = [document.id for document in store.documents]
    if hits:
        found = ", ".join(document.id for document in hits)
        raise UnknownName(f"'{name}' past op meer documenten: {found}. Kies er één.")
    raise UnknownName(f"Het document '{name}' staat niet in het register. {_suggest(wanted, known, known)}")


def _thema(store: GraphStore, name: str, graphs: tuple[str, ...] | None) -> str:
    wanted = name.strip().casefold()
    known = sorted({element.thema_naam for element in store.elements(graphs).values() if element.thema_naam})
    if any(wanted in thema.casefold() for thema in known):
        return wanted
    raise UnknownName(f"Het thema '{name}' staat niet in het register. {_suggest(wanted, known, known)}")


def _suggest(wanted: str, candidates: Iterable[str], shown: Iterable[str]) -> str:
    near = closest(wanted, candidates)
    if near:
        return f"Bedoelt u {near}?"
    known = ", ".join(shown)
    return f"Bekend zijn: {known}." if known else "Er staat nog geen document in."

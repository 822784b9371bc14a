"""The thread of one element: what it belongs to, what hangs under it, who does what, and what it touches elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from beleidsspoor.graph.comparison import NO_COUNTERPART, PHRASES, relation_word, short_name
from beleidsspoor.graph.facts import Facts, Link
from beleidsspoor.graph.places import Place, places
from beleidsspoor.graph.register.schema import load_schema
from beleidsspoor.graph.store import Element, GraphStore, ruimte_of
from beleidsspoor.graph.terms import BS, PREFIXES
from beleidsspoor.graph.thread.describing import Describer


@dataclass(frozen=True)
class Step:
    """One step along the thread.

    `relatie` says in Dutch how the step before relates to this one; empty for what simply hangs under it. A step leads
    to an `element`, or only to a `tekst`. `reden` and `sterkte` are there for a link that a reader could doubt;
    `places` are those of the link, or of the element when it just hangs there.
    """

    relatie: str
    element: Element | None
    tekst: str = ""
    reden: str | None = None
    sterkte: str | None = None
    details: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Thread:
    """The thread of `element`, of which `facts` are (heading, text).

    `up` is what it belongs to, `down` what hangs under it, who does it and what measures it, `aside` what it touches in
    programmes, laws, other documents and other municipalities.
    """

    element: Element
    facts: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]
    up: tuple[Step, ...]
    down: tuple[Step, ...]
    aside: tuple[Step, ...]


@dataclass(frozen=True)
class _Relation:
    """A property with its words from subject to object and back."""

    property: str
    forward: str
    backward: str


#: Who does what.
_ROLES = (
    _Relation(BS + "trekker", "trekker", "trekt"),
    _Relation(BS + "uitvoerder", "uitvoerder", "voert uit"),
    _Relation(BS + "betrokken", "doet mee", "doet mee aan"),
    _Relation(BS + "actor", "gevraagd van", "hier wordt gevraagd"),
    _Relation(BS + "bronpartner", "levert het cijfer", "levert het cijfer voor"),
)
#: Where and for whom.
_AIMS = (
    _Relation(BS + "kern", "in de kern", "speelt hier"),
    _Relation(BS + "doelgroep", "voor", "is hiervoor bedoeld"),
)
_OTHERS = (
    _Relation(PREFIXES["dct"] + "replaces", "komt in de plaats van", "vervangen door"),
    _Relation(BS + "beschrevenIn", "staat beschreven in", "beschrijft"),
)
_MEASURES = _Relation(BS + "meet", "meet", "gemeten met")
_CONTRIBUTES = _Relation(BS + "draagtBijAan", "draagt bij aan", "hieraan draagt bij")
_BASED_ON = _Relation(BS + "gebaseerdOp", "gebaseerd op", "hierop is gebaseerd")
_SAME_GOAL = _Relation(BS + "zelfdeDoelAls", "zelfde doel als", "zelfde doel als")
_SAME_PROMISE = _Relation(BS + "zelfdeBelofteAls", "zelfde belofte als", "zelfde belofte als")

#: What holds so much that only its tops are shown.
_HOLDERS = ("Document", "Gemeente")

_PART_OF, _PROGRAMME = BS + "onderdeelVan", BS + "programma"


def titled(element: Element) -> str:
    """The kind, printed number and name of an element; a kind that the name starts with is not said twice."""
    kind = "" if element.naam.casefold().startswith(element.soort.casefold()) else element.soort
    return " ".join(part for part in (kind, element.nummer, element.naam) if part)


def follow(store: GraphStore, element: Element) -> Thread:
    """The thread of an element, over the whole dataset.

    Upward every step to the top; downward everything that hangs under it. A link to another document, programme or
    municipality is one step: what lies behind it is not walked, so that the thread stays about this element.
    """
    return _Walk(store).thread(element)


def _match_order(step: Step) -> tuple[object, ...]:
    return step.element is None, step.relatie, step.element.order if step.element is not None else ()


class _Walk:
    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._elements = store.elements()
        self._facts = Facts(store)
        self._all_places = places(store)
        self._describer = Describer(self._facts)
        self._plurals = {table.class_name: table.title.lower() for table in load_schema().tables.values()}
        self._documents = {document.iri: document for document in store.documents}
        names = ((one.ruimte, one.gemeente_name if one.gemeente else one.ruimte) for one in store.documents)
        self._municipalities = {ruimte: short_name(name) for ruimte, name in names}

    def thread(self, element: Element) -> Thread:
        iri = element.iri
        mentions = (*self._names(element), *self._named_in(element))
        elsewhere = {place for step in mentions for place in step.places}
        below = self._held(element) if element.soort in _HOLDERS else self._below(element, (iri,))
        return Thread(
            element=element,
            facts=self._describer.in_full(element),
            places=tuple(place for place in self._places(element) if place not in elsewhere),
            up=(*self._above(element, {iri}), *self._measured(element), *self._belongs(element)),
            down=(*self._work(element), *below, *self._involved_in(element)),
            aside=(*self._elsewhere(element), *mentions),
        )

    # ---- upward

    def _above(self, element: Element, seen: set[str]) -> tuple[Step, ...]:
        """What the element hangs under, up to its document."""
        for parent in self._of(self._facts.objects(element.iri, _PART_OF)):
            if parent.iri in seen:
                return (Step("hangt onder", parent, details=("Hier gaat het in een kring.",)),)
            above = self._above(parent, seen | {parent.iri})
            return (Step("hangt onder", parent, places=self._places(parent), steps=above),)
        document = self._elements.get(element.document or "")
        if document is not None:
            return (Step("staat in", document, steps=self._above(document, seen | {document.iri})),)
        stored = self._documents.get(element.iri)
        if stored is None:
            return ()
        if stored.gemeente is None:
            return (Step("", None, f"van een gemeente die het document niet noemt, {stored.date}"),)
        return (Step("", None, f"van {stored.gemeente_name}, {stored.date}"),)

    def _measured(self, element: Element) -> Iterator[Step]:
        """What an indicator measures, each with what that belongs to."""
        for link, other in self._joined(self._facts.links_from(element.iri), _MEASURES, lambda link: link.end):
            step = self._linked(_MEASURES.forward, link, other)
            yield replace(step, steps=self._above(other, {element.iri, other.iri}))

    def _belongs(self, element: Element) -> Iterator[Step]:
        """The programme of an element of one, the municipality of a village."""
        for programme in self._of(self._facts.objects(element.iri, _PROGRAMME)):
            yield Step("hoort bij", programme)
        if element.soort == "Kern":
            for municipality in self._of(self._facts.objects(element.iri, BS + "gemeente")):
                yield Step("ligt in", municipality)

    # ---- downward

    def _below(self, element: Element, trail: tuple[str, ...]) -> Iterator[Step]:
        """What hangs under the element, with who does it and what measures it."""
        for child in self._children(element):
            if child.iri in trail:
                yield Step("", child, details=("Staat hierboven al: het gaat in een kring.",))
                continue
            steps = (*self._work(child), *self._elsewhere(child), *self._below(child, (*trail, child.iri)))
            about = self._describer.in_short(child)
            yield Step("", child, details=about, places=self._places(child), steps=steps)

    def _children(self, element: Element) -> list[Element]:
        """What hangs directly under the element; under a programme, its elements that hang under no other."""
        facts, iri = self._facts, element.iri
        children = facts.subjects(_PART_OF, iri)
        if element.soort == "Programma":
            parts = facts.subjects(_PROGRAMME, iri)
            children += [part for part in parts if not set(facts.objects(part, _PART_OF)) & set(parts)]
        return self._of(children)

    def _held(self, element: Element) -> Iterator[Step]:
        """The documents of a municipality, or the tops in a document, each with how much hangs under it.

        The whole tree of a document is too long to read; each top has a thread of its own.
        """
        document = element.soort == "Document"
        for held in self._of(self._facts.subjects(BS + ("document" if document else "gemeente"), element.iri)):
            if document and not self._facts.objects(held.iri, _PART_OF):
                under = Counter(one.soort for one in self._descendants(held, {held.iri}))
                counts = ", ".join(f"{self._plurals[soort]} {number}" for soort, number in sorted(under.items()))
                about = (f"hieronder: {counts}",) if counts else ()
                yield Step("", held, details=about, places=self._places(held))
            elif not document and held.soort in ("Document", "Kern"):
                yield Step("", held, details=(self._documents[held.iri].date,) if held.soort == "Document" else ())

    def _descendants(self, element: Element, seen: set[str]) -> Iterator[Element]:
        for child in self._children(element):
            if child.iri not in seen:
                seen.add(child.iri)
                yield child
                yield from self._descendants(child, seen)

    def _work(self, element: Element) -> Iterator[Step]:
        """Who does it, where and for whom, what measures it with the newest figures, and what contributes to it."""
        for relation in (*_ROLES, *_AIMS):
            for other in self._of(self._facts.objects(element.iri, relation.property)):
                yield Step(relation.forward, other)
        to = self._facts.links_to(element.iri)
        for relation in (_MEASURES, _CONTRIBUTES):
            for link, other in self._joined(to, relation, lambda link: link.start):
                yield self._linked(relation.backward, link, other)

    def _involved_in(self, element: Element) -> Iterator[Step]:
        """What an actor, kern or target group takes part in."""
        for relation in (*_ROLES, *_AIMS):
            for other in self._of(self._facts.subjects(relation.property, element.iri)):
                yield Step(relation.backward, other, details=self._context(other), places=self._places(other))

    # ---- aside

    def _elsewhere(self, element: Element) -> Iterator[Step]:
        """Programmes, laws, equal goals and promises, and principles or themas of other municipalities."""
        start, end = self._facts.links_from(element.iri), self._facts.links_to(element.iri)
        for relation in (_CONTRIBUTES, _BASED_ON):
            for link, other in self._joined(start, relation, lambda link: link.end):
                yield self._linked(relation.forward, link, other)
        for link, other in self._joined(end, _BASED_ON, lambda link: link.start):
            yield self._linked(_BASED_ON.backward, link, other)
        for relation in (_SAME_GOAL, _SAME_PROMISE):
            both = (
                *self._joined(start, relation, lambda link: link.end),
                *self._joined(end, relation, lambda link: link.start),
            )
            for link, other in both:
                yield self._linked(relation.forward, link, other)
        for relation in _OTHERS:
            for other in self._of(self._facts.objects(element.iri, relation.property)):
                yield Step(relation.forward, other)
            for other in self._of(self._facts.subjects(relation.property, element.iri)):
                yield Step(relation.backward, other)
        yield from self._matches(element)

    def _matches(self, element: Element) -> Iterator[Step]:
        found = []
        for match in self._facts.matches_of(element.iri):
            word = relation_word(match, element.iri)
            other = self._elements.get((match.object if match.subject == element.iri else match.subject) or "")
            if other is not None:
                whose = f"van {self._municipalities.get(other.ruimte, other.ruimte)}"
                phrase = f"niet {PHRASES[word[5:]]}" if match.negated else PHRASES[word]
                there = self._places(other)
                found.append(Step(phrase, other, reden=match.reden, details=(whose,), places=there))
            elif word == NO_COUNTERPART:
                where = self._other_ruimten(match.set_iri, element.ruimte)
                found.append(Step("", None, f"{NO_COUNTERPART} in {where}" if where else NO_COUNTERPART, match.reden))
        yield from sorted(found, key=_match_order)

    def _other_ruimten(self, set_iri: str, ruimte: str) -> str:
        """The other municipalities that a set of matches is about, by name."""
        rows = [self._facts.match(row) for row in self._facts.objects(set_iri, PREFIXES["sssom"] + "mappings")]
        ends = (end for row in rows for end in (row.subject, row.object) if end is not None)
        others = {ruimte_of(end) for end in ends} - {ruimte}
        return " en ".join(sorted(self._municipalities.get(other, other) for other in others))

    def _names(self, element: Element) -> Iterator[Step]:
        """Who and what is named here, by name."""
        mentions = self._facts.subjects(BS + "vermeldIn", element.iri)
        for other in self._of(iri for mention in mentions for iri in self._facts.objects(mention, BS + "vermeldWat")):
            yield Step("noemt", other)

    def _named_in(self, element: Element) -> Iterator[Step]:
        """Where this is named, with the places."""
        found: dict[str, list[Place]] = {}
        for mention in self._facts.subjects(BS + "vermeldWat", element.iri):
            for iri in self._facts.objects(mention, BS + "vermeldIn"):
                found.setdefault(iri, []).extend(self._all_places.get(mention, ()))
        for other in self._of(found):
            yield Step("genoemd in", other, places=tuple(dict.fromkeys(found[other.iri])))

    # ---- one step

    def _places(self, element: Element) -> tuple[Place, ...]:
        """The places of an element; those in its own document come first."""
        found = self._all_places.get(element.iri, ())
        return tuple(sorted(found, key=lambda place: place.document.iri != element.document))

    def _linked(self, relatie: str, link: Link, other: Element) -> Step:
        """A step over a link that a reader could doubt."""
        return Step(
            relatie=relatie,
            element=other,
            reden=link.reden,
            sterkte=link.sterkte,
            details=(*self._context(other), *self._describer.in_short(other)),
            places=self._all_places.get(link.iri, ()),
        )

    def _joined(
        self, links: Iterable[Link], relation: _Relation, end: Callable[[Link], str]
    ) -> list[tuple[Link, Element]]:
        """The links of one kind with the element at their other end, in reading order."""
        found = [(link, self._elements.get(end(link))) for link in links if link.relation == relation.property]
        known = [(link, other) for link, other in found if other is not None]
        return sorted(known, key=lambda pair: (pair[1].order, pair[0].iri))

    def _of(self, iris: Iterable[str]) -> list[Element]:
        """The elements among these IRIs, each once, in reading order."""
        return sorted((self._elements[iri] for iri in {*iris} if iri in self._elements), key=lambda one: one.order)

    def _context(self, element: Element) -> tuple[str, ...]:
        """Under what an element of another branch hangs; else in which document it stands."""
        for parent in self._of(self._facts.objects(element.iri, _PART_OF)):
            return (f"onder {titled(parent)}",)
        document = self._documents.get(element.document or "")
        return (document.short_title,) if document is not None else ()

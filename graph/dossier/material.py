"""What a dossier is made from: one municipality's elements, places, figures and answers, read once."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import unquote

from beleidsspoor.graph.comparison import short_name
from beleidsspoor.graph.coverage import MunicipalityCounts, QuestionCounts, make_overview
from beleidsspoor.graph.dataset import Dataset
from beleidsspoor.graph.dossier.model import AnswerPlace, Paragraph
from beleidsspoor.graph.dossier.sentences import quoted
from beleidsspoor.graph.facts import Facts, Link
from beleidsspoor.graph.places import Place, Quote, places
from beleidsspoor.graph.questions import Answer, AnswerRow, Value, ask, shipped_questions
from beleidsspoor.graph.reacties.versions import version_of
from beleidsspoor.graph.scope import Scope
from beleidsspoor.graph.store import Element, StoredDocument, ruimte_of
from beleidsspoor.graph.terms import BS, LIJST

#: A quote is a taste of the text, no copy of it.
_QUOTE_WORDS = 30

GOALS = ("Opgave", "Doel", "Subdoel")

#: What a sentence calls a document, by its kind in the register.
_DOCUMENT_NAMES = {
    "begroting": "de begroting",
    "maatschappelijke-agenda": "de agenda",
    "uitvoeringsprogramma": "het uitvoeringsprogramma",
    "visie": "de visie",
    "kadernota": "de kadernota",
    "beleidsnota": "de beleidsnota",
    "coalitieakkoord": "het coalitieakkoord",
}


@dataclass(frozen=True)
class Material:
    """One municipality, opened. `answers` are all questions asked of it, what hangs below counted in (diep).

    `quote` gives the words of a place when the documents are at hand.
    """

    dataset: Dataset
    scope: Scope
    today: datetime.date
    answers: dict[str, Answer] = field(repr=False)
    quote: Quote | None = None

    @classmethod
    def read(cls, dataset: Dataset, scope: Scope, today: datetime.date, quote: Quote | None = None) -> Material:
        """Ask every question of one municipality (the one of `scope`)."""
        version = dataset.register.version
        answers = {
            name: ask(dataset.store, question, scope, diep=question.diep is not None, today=today, register=version)
            for name, question in shipped_questions().items()
        }
        return cls(dataset, scope, today, answers, quote)

    @property
    def ruimte(self) -> str:
        """The folder of the municipality."""
        return self.scope.ruimten[0]

    @property
    def gemeente(self) -> str:
        """The name of the municipality as a reader says it."""
        named = (one.gemeente_name for one in self.documents.values() if one.gemeente)
        return short_name(next(named, self.scope.gemeenten[0]))

    @cached_property
    def facts(self) -> Facts:
        """Single facts."""
        return Facts(self.dataset.store)

    @cached_property
    def elements(self) -> dict[str, Element]:
        """The elements of the municipality and what all municipalities share, by IRI."""
        return self.dataset.store.elements(self.scope.graphs)

    def other(self, iri: str) -> Element | None:
        """An element of whatever municipality; None when there is no such thing."""
        return self.elements.get(iri) or self.dataset.store.elements(self._graphs_around(iri)).get(iri)

    def _graphs_around(self, iri: str) -> tuple[str, ...]:
        """The graphs of the municipality of a thing: a national register is not read whole for one neighbour."""
        return self.dataset.store.graphs_of((ruimte_of(iri),))

    @cached_property
    def own(self) -> tuple[Element, ...]:
        """The elements of the municipality in reading order."""
        mine = (element for element in self.elements.values() if element.ruimte == self.ruimte)
        return tuple(sorted(mine, key=lambda element: element.order))

    @cached_property
    def documents(self) -> dict[str, StoredDocument]:
        """The documents of the municipality by IRI."""
        return {one.iri: one for one in self.dataset.store.documents if one.ruimte == self.ruimte}

    @cached_property
    def _places(self) -> dict[str, tuple[Place, ...]]:
        return places(self.dataset.store, self.scope.graphs)

    def _places_of(self, iri: str) -> tuple[Place, ...]:
        if iri in self._places or ruimte_of(iri) == self.ruimte:
            return self._places.get(iri, ())
        elsewhere = self._places_elsewhere
        if (ruimte := ruimte_of(iri)) not in elsewhere:
            elsewhere[ruimte] = places(self.dataset.store, self._graphs_around(iri))
        return elsewhere[ruimte].get(iri, ())

    @cached_property
    def _places_elsewhere(self) -> dict[str, dict[str, tuple[Place, ...]]]:
        """The places in other ruimtes, each read when the first of its things is asked for."""
        return {}

    @cached_property
    def _parents(self) -> dict[str, str]:
        return {one.iri: above for one in self.own if (above := self.facts.first(one.iri, BS + "onderdeelVan"))}

    @cached_property
    def _children(self) -> dict[str, tuple[Element, ...]]:
        found: dict[str, list[Element]] = {}
        for element in self.own:
            if (above := self._parents.get(element.iri)) is not None:
                found.setdefault(above, []).append(element)
        return {iri: tuple(them) for iri, them in found.items()}

    @cached_property
    def missing_classes(self) -> dict[str, tuple[str, ...]]:
        """Per question the classes of which the municipality has nothing, so that the question cannot be answered."""
        held = self.dataset.store.view(self.scope.graphs).classes.get(self.ruimte, set())
        return {
            name: tuple(one for one in answer.question.nodig if one not in held)
            for name, answer in self.answers.items()
        }

    @cached_property
    def counts(self) -> MunicipalityCounts | None:
        """The counts of all questions, from the overview; None when the register says nothing of the municipality."""
        overview = make_overview(self.answers.values())
        named = (one for one in overview.gemeenten if one.naam == self.scope.gemeenten[0])
        return next(named, None) or next(iter(overview.gemeenten), None)

    def counts_in(self, thema: Element) -> tuple[QuestionCounts, ...]:
        """The counts of every question that is about something in this thema."""
        return tuple(
            QuestionCounts(question.question, there.tellingen, ())
            for question in (self.counts.vragen if self.counts else ())
            for there in question.themas
            if there.iri == thema.iri
        )

    def rows(self, question: str, state: str | None = None, thema: Element | None = None) -> tuple[AnswerRow, ...]:
        """The rows of a question (none when this version has no such question), by state and thema if given."""
        answer = self.answers.get(question)
        return tuple(
            row
            for row in (answer.all_rows if answer else ())
            if row.element is not None
            and (state is None or row.toestand == state)
            and (thema is None or row.element.thema == thema.iri)
        )

    def value(self, question: str, element: Element, column: str) -> Value:
        """What a question says of an element in one of its own columns; None when it says nothing."""
        answer = self.answers.get(question)
        if answer is None or column not in answer.columns:
            return None
        position = answer.columns.index(column)
        mine = (row.values[position] for row in self.rows(question) if row.element and row.element.iri == element.iri)
        return next(mine, None)

    def gaps(self, question: str) -> set[str]:
        """The IRIs of the elements that are a gap in a question."""
        return {row.element.iri for row in self.rows(question, "gat") if row.element}

    def covered(self, question: str) -> set[str]:
        """The IRIs of the elements that are covered in a question."""
        return {row.element.iri for row in self.rows(question, "gedekt") if row.element}

    def children(self, iri: str, *kinds: str) -> tuple[Element, ...]:
        """What hangs directly under an element, of these kinds (none: all), in reading order."""
        return tuple(one for one in self._children.get(iri, ()) if not kinds or one.soort in kinds)

    def below(self, iri: str, *kinds: str) -> tuple[Element, ...]:
        """Everything that hangs under an element, of these kinds (none: all), in reading order."""
        found, queue = [], [iri]
        while queue:
            for child in self._children.get(queue.pop(), ()):
                found.append(child)
                queue.append(child.iri)
        wanted = (one for one in found if not kinds or one.soort in kinds)
        return tuple(sorted(wanted, key=lambda element: element.order))

    def parent(self, element: Element) -> Element | None:
        """What an element hangs directly under."""
        return self.elements.get(self._parents.get(element.iri, ""))

    def place(self, iri: str) -> str | None:
        """Where an element or link stands, as a reader would say it; None when nothing says where."""
        found = self._main_place(iri)
        return str(found) if found else None

    def short_place(self, iri: str) -> str:
        """Where an element or link stands, without the heading it stands under: for a column that is narrow."""
        found = self._main_place(iri)
        return str(replace(found, sectie=None)) if found else ""

    def words(self, element: Element) -> str:
        """The words that stand at the place of an element, shortened and between quotation marks.

        Empty without the documents at hand, and when the words only repeat its name.
        """
        found = self._main_place(element.iri)
        words = (self.quote(found) or "").split() if found is not None and self.quote is not None else []
        if not words or " ".join(words).casefold().endswith(element.naam.casefold()):
            return ""
        return quoted(" ".join(words[:_QUOTE_WORDS]) + (" …" if len(words) > _QUOTE_WORDS else ""))

    def _main_place(self, iri: str) -> Place | None:
        """The place where it is worked out, else the first that its row names; of shared things any, ours first."""
        found = self._places_of(iri)
        row = self.dataset.register.by_reference.get(reference_of(iri))
        named = (row.cells.get("uitgewerkt_in") or row.cells.get("vindplaatsen", ())) if row else ()
        main = self.dataset.register.find(named[0], row.ruimte) if row and named else None
        if main is not None:
            lines = (main.one("regel_van"), main.one("regel_tot"))
            mine = (place for place in found if (str(place.first), str(place.last)) == lines)
            if (place := next(mine, None)) is not None:
                return place
        return min(found, key=lambda place: place.document.ruimte != self.ruimte, default=None)

    def names(self, iris: Iterable[str]) -> list[str]:
        """The names of things, in alphabetical order."""
        return sorted((self.facts.label(iri) for iri in iris), key=str.casefold)

    def called(self, actor: str) -> str:
        """The name of who acts, within a sentence: that of a group is a common noun, the municipality is no other."""
        name = self.facts.label(actor)
        known = self.elements.get(actor)
        if known is not None and known.soort == "Gemeente" and known.ruimte == self.ruimte:
            return "de gemeente"
        return f"{name[:1].lower()}{name[1:]}" if known is not None and known.soort == "Groep" else name

    def links(self, relation: str, iris: Iterable[str]) -> list[Link]:
        """The links with this relation (`draagtBijAan`) that start at these elements."""
        return [link for iri in iris for link in self.facts.links_from(iri) if link.relation == BS + relation]

    def document_name(self, iri: str | None) -> str:
        """What a sentence calls the document: 'de agenda'."""
        document = self.documents.get(iri or "")
        return _DOCUMENT_NAMES.get(document.kind.removeprefix(LIJST) if document else "", "het document")

    def told(self, element: Element, text: str) -> Paragraph:
        """A paragraph about an element, with the place of that element."""
        return Paragraph(text, self.place(element.iri))

    def answer_place(self, element: Element, name: str, question: str = "") -> AnswerPlace:
        """A place to answer about an element (or on a question about it), bound to what its row says now."""
        reference = f"{element.ruimte}:{element.id}"
        return AnswerPlace(reference, name, version_of(self.dataset.register, reference), question)


def reference_of(iri: str) -> str:
    """The `ruimte:id` of a thing.

    >>> reference_of("https://w3id.org/beleidsspoor/id/twenterand/mag-2025")
    'twenterand:mag-2025'
    """
    return f"{ruimte_of(iri)}:{unquote(iri.rpartition('/')[2])}"


def titled(element: Element) -> str:
    """An element with its number, if it has one."""
    return f"{element.nummer} {element.naam}" if element.nummer else element.naam


def quoted_title(element: Element) -> str:
    """An element with its number, between quotation marks."""
    return quoted(titled(element))

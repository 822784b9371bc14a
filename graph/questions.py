"""The questions: one .rq file each in ontology/vragen/, asked of a store, answered as one Answer."""

from __future__ import annotations

import datetime
import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from beleidsspoor.graph.scope import STATES, Scope
from beleidsspoor.graph.store import ELEMENT_CLASSES, Element, GraphStore, StoredDocument, View, ruimte_of
from beleidsspoor.graph.terms import PREFIXES, Term

#: What a question can be about; only a dekking-question has states and counts.
KINDS = ("dekking", "overzicht", "vergelijking", "signaal")

_HEADER = re.compile(r"^#\+[ \t]*(\w+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_OWN = ("element", "gedekt", "gedekt_diep", "gemeente", "onderzocht")

_XSD = PREFIXES["xsd"]
_TRUE = ox.Literal(True)
_FALSE = ox.Literal(False)
#: Stands for a value that was not met before; no cell gives it.
_NEW = "\0"

Value = str | int | float | bool | None


class QuestionFault(ValueError):
    """A question file that cannot be used; the text is Dutch and says what to do."""


@dataclass(frozen=True)
class Question:
    """One question as its file gives it. `nodig`: classes that a register must hold before it can tell.

    `normen`: columns that say 'ja', 'nee' or 'n.v.t.' of a norm, each with the words for what is missing at 'nee'.
    """

    name: str
    titel: str
    uitleg: str
    soort: str
    rij: tuple[str, ...]
    nodig: tuple[str, ...]
    diep: str | None
    sparql: str
    normen: dict[str, str] = field(default_factory=dict)

    @property
    def is_coverage(self) -> bool:
        """True for a dekking-question."""
        return self.soort == "dekking"


# A tuple, as an answer over the whole country has tens of thousands.
class AnswerRow(NamedTuple):
    """One row: the element it is about (None for a row about no single element), its state, and the own columns."""

    element: Element | None
    gemeente: str | None
    toestand: str | None
    values: tuple[Value, ...]
    reden: str | None = None


@dataclass(frozen=True)
class Answer:
    """What a question answers. Every output is made from this object and counts nothing itself.

    `tellingen` holds the four counts over all rows within thema and document, also those that a filter on state hides;
    None when the question is no dekking. `columns` are the question's own columns.
    """

    question: Question
    scope: Scope
    diep: bool
    register: str
    documents: tuple[StoredDocument, ...]
    columns: tuple[str, ...]
    all_rows: tuple[AnswerRow, ...] = field(repr=False)

    @cached_property
    def rows(self) -> tuple[AnswerRow, ...]:
        """The rows that the filter on state leaves."""
        wanted = self.scope.toestand
        if wanted is None or not self.question.is_coverage:
            return self.all_rows
        return tuple(row for row in self.all_rows if row.toestand == wanted)

    @cached_property
    def tellingen(self) -> dict[str, int] | None:
        """The four counts, in the order of STATES."""
        return count(self.all_rows) if self.question.is_coverage else None


def count(rows: tuple[AnswerRow, ...] | list[AnswerRow]) -> dict[str, int]:
    """The four counts of some rows."""
    counts = dict.fromkeys(STATES, 0)
    for row in rows:
        if row.toestand is not None:
            counts[row.toestand] += 1
    return counts


def parse_question(name: str, text: str) -> Question:
    """Read a question from the text of its .rq file. Raises QuestionFault when a header line is missing or wrong.

    >>> parse_question("alle-acties", "#+ titel: Alle acties\\n#+ uitleg: Elke actie.\\n#+ soort: overzicht\\n"
    ...     "#+ rij: Actie\\nSELECT ?element WHERE { ?element a bs:Actie }").titel
    'Alle acties'
    """
    header = dict(_HEADER.findall(text))
    for key in ("titel", "uitleg", "soort", "rij"):
        if not header.get(key):
            raise QuestionFault(f"{name}.rq: de regel '#+ {key}: …' ontbreekt. Zet die bovenaan het bestand.")
    if header["soort"] not in KINDS:
        raise QuestionFault(f"{name}.rq: de soort '{header['soort']}' bestaat niet. Kies uit: {', '.join(KINDS)}.")
    for key in ("rij", "nodig"):
        for unknown in (word for word in _words(header.get(key, "")) if word not in ELEMENT_CLASSES):
            known = ", ".join(ELEMENT_CLASSES)
            raise QuestionFault(f"{name}.rq: '{unknown}' bij '#+ {key}' is geen klasse. Kies uit: {known}.")
    return Question(
        name=name,
        titel=header["titel"],
        uitleg=header["uitleg"],
        soort=header["soort"],
        rij=_words(header["rij"]),
        nodig=_words(header.get("nodig", "")),
        diep=header.get("diep"),
        sparql=text,
        normen=_norms(name, header.get("normen", "")),
    )


def _norms(name: str, text: str) -> dict[str, str]:
    """The columns with norms of the header `#+ normen: kolom = woorden; …`, each with its words."""
    found = {}
    for part in filter(None, map(str.strip, text.split(";"))):
        column, sign, words = map(str.strip, part.partition("="))
        if not (column and sign and words):
            raise QuestionFault(f"{name}.rq: '{part}' bij '#+ normen' klopt niet. Schrijf: kolom = woorden; kolom = …")
        found[column] = words
    return found


@lru_cache(maxsize=1)
def shipped_questions() -> dict[str, Question]:
    """The questions of this version by name, in the order of the file names' `volgorde` header."""
    return read_questions(Path(str(files("beleidsspoor.ontology") / "vragen")))


def read_questions(folder: Path) -> dict[str, Question]:
    """All questions in a folder by name, sorted by their `#+ volgorde` header, then by name. Raises QuestionFault."""
    found = []
    for path in folder.glob("*.rq"):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise QuestionFault(f"{path.name}: de tekst is geen UTF-8. Bewaar het bestand als UTF-8.") from error
        place = dict(_HEADER.findall(text)).get("volgorde", "")
        found.append((int(place) if place.isdigit() else 999, path.stem, parse_question(path.stem, text)))
    return {question.name: question for _, _, question in sorted(found, key=lambda entry: entry[:2])}


def ask(
    store: GraphStore,
    question: Question,
    scope: Scope | None = None,
    *,
    diep: bool = False,
    today: datetime.date | None = None,
    register: str = "",
) -> Answer:
    """Ask a question of a dataset.

    `diep` uses the question's ?gedekt_diep. `today` decides which explanations still hold (default: the present day).
    `register` is the version that every output prints. Raises QuestionFault when the file is no good SELECT.
    """
    scope = scope or Scope()
    try:
        result = store.query(question.sparql, scope.graphs)
    except SyntaxError as error:
        raise QuestionFault(
            f"{question.name}.rq is geen goede SPARQL. {_where_wrong(store, question, error)}"
        ) from error
    if not isinstance(result, ox.QuerySolutions):
        raise QuestionFault(f"{question.name}.rq moet een SELECT zijn.")
    names = [variable.value for variable in result.variables]
    for missing in (column for column in question.normen if column not in names):
        raise QuestionFault(f"{question.name}.rq: de kolom '{missing}' van '#+ normen' staat niet in de SELECT.")
    view = store.view(scope.graphs)
    judge = _judge(question, view, names, diep, today or datetime.date.today()) if question.is_coverage else None
    with _collector_paused():
        rows = tuple(_read_rows(result, names, view, scope, judge))
    wanted = scope.ruimten
    return Answer(
        question=question,
        scope=scope,
        diep=diep,
        register=register,
        documents=tuple(d for d in store.documents if d.ruimte in wanted) if wanted else store.documents,
        columns=tuple(name for name in names if name not in _OWN),
        all_rows=rows,
    )


def _where_wrong(store: GraphStore, question: Question, error: SyntaxError) -> str:
    """What is wrong with the SPARQL of a question and at which line of its file, in Dutch when that can be said."""
    from beleidsspoor.graph.sparql.querying import SparqlFault, run

    try:
        run(store, question.sparql)
    except SparqlFault as fault:
        return str(fault)
    return str(error)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Without garbage collection: rows hold no cycles, and looking for some among them costs a tenth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read_rows(
    result: ox.QuerySolutions, names: list[str], view: View, scope: Scope, judge: _Judge | None
) -> list[AnswerRow]:
    """Rows in reading order, within thema and document; `gemeente` is a ruimte when the question names one per row."""
    position = names.index("element") if "element" in names else None
    where = names.index("gemeente") if "gemeente" in names else None
    own = [index for index, name in enumerate(names) if name not in _OWN]
    narrowed = scope.thema is not None or scope.document is not None
    elements = view.elements
    # Terms recur in a column, so each is turned into a Python value once.
    known: dict[object, Value] = {}
    rows = []
    for solution in result:
        term = solution[position] if position is not None else None
        element = elements.get(term.value) if term is not None else None
        if element is None:
            if judge is not None:
                continue
        elif narrowed and not scope.shows(element):
            continue
        named = solution[where] if where is not None else None
        ruimte = ruimte_of(named.value) if named is not None else None
        values = []
        for index in own:
            cell = solution[index]
            value: Value = None
            if cell is not None and (value := known.get(cell, _NEW)) is _NEW:
                value = known[cell] = python_value(cell)
            values.append(value)
        toestand = reden = None
        if judge is not None and element is not None:
            asked = ruimte or element.ruimte
            if solution[judge.covered] == _TRUE:
                toestand = "gedekt"
            elif (reden := judge.explained.get((element.iri, asked))) is not None:
                toestand = "bewust_open"
            else:
                toestand = "niet_onderzocht" if judge.cannot_tell(asked, solution) else "gat"
        rows.append(AnswerRow(element, ruimte, toestand, tuple(values), reden))
    if position is not None:
        # A key of one part is found sooner; few questions name a municipality per row.
        rows.sort(key=_order if where is None else _place)
    return rows


def _order(row: AnswerRow) -> tuple[object, ...]:
    return row.element.order if row.element else ()


def _place(row: AnswerRow) -> tuple[str, tuple[object, ...]]:
    return row.gemeente or "", _order(row)


@dataclass(frozen=True)
class _Judge:
    """What gives an element of a dekking-question its state.

    `covered` is the place of ?gedekt (or ?gedekt_diep) in a row. `explained` says of an element and a ruimte why it is
    open there on purpose, who says so and until when (Dutch): of a row about one municipality only that municipality
    can say so. `unable` are the ruimtes whose register cannot tell; `examined` is the place of ?onderzocht, if there.
    """

    covered: int
    explained: dict[tuple[str, str], str]
    unable: set[str]
    examined: int | None

    def cannot_tell(self, ruimte: str, solution: ox.QuerySolution) -> bool:
        """True when no document of this ruimte could tell, or when the question says so of this row."""
        return ruimte in self.unable or (self.examined is not None and solution[self.examined] == _FALSE)


def _judge(question: Question, view: View, names: list[str], diep: bool, today: datetime.date) -> _Judge:
    if "element" not in names or "gedekt" not in names:
        raise QuestionFault(f"{question.name}.rq moet ?element en ?gedekt teruggeven.")
    needed = set(question.nodig)
    return _Judge(
        covered=names.index("gedekt_diep" if diep and "gedekt_diep" in names else "gedekt"),
        explained={
            (element, ruimte_of(verklaring)): f"{reden} ({door}, tot {until:%d-%m-%Y})"
            for verklaring, element, vraag, tot, reden, door in view.explanations
            if vraag == question.name and (until := datetime.date.fromisoformat(tot)) >= today
        },
        unable={ruimte for ruimte, classes in view.classes.items() if not needed <= classes},
        examined=names.index("onderzocht") if "onderzocht" in names else None,
    )


def python_value(term: Term | None) -> Value:
    """A SPARQL value as a Python value: numbers and booleans as such, everything else as text, unbound as None."""
    if not isinstance(term, ox.Literal):
        return str(term) if isinstance(term, ox.Triple) else term.value if term is not None else None
    convert = _CONVERTERS.get(term.datatype)
    if convert is None:
        return term.value
    try:
        return convert(term.value)
    except (ValueError, OverflowError):
        return term.value


def _number(text: str) -> Value:
    number = float(text)
    return int(number) if number.is_integer() else number


_CONVERTERS: dict[ox.NamedNode, Callable[[str], Value]] = {
    ox.NamedNode(_XSD + "integer"): int,
    ox.NamedNode(_XSD + "decimal"): _number,
    ox.NamedNode(_XSD + "double"): _number,
    ox.NamedNode(_XSD + "float"): _number,
    ox.NamedNode(_XSD + "boolean"): "true".__eq__,
}


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())


def suggestions(name: str, questions: dict[str, Question]) -> Iterator[str]:
    """The names of questions that look like `name`, best first."""
    import difflib

    return iter(difflib.get_close_matches(name, list(questions), n=3, cutoff=0.4))

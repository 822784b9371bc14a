"""The questions: one .rq file each in ontology/vragen/, asked of a store, answered as one Answer."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox
from beleidsspoor.graph.scope import STATES, Scope
from beleidsspoor.graph.store import Element, GraphStore, StoredDocument, ruimte_of

#: What a question can be about; only a dekking-question has states and counts.
KINDS = ("dekking", "overzicht", "vergelijking", "signaal")

_HEADER = re.compile(r"^#\+\s*(\w+)\s*:\s*(.*?)\s*$", re.MULTILINE)
_OWN = ("element", "gedekt", "gedekt_diep", "gemeente")

_EXPLANATIONS = """
SELECT ?element ?vraag ?tot ?reden ?door WHERE {
  ?verklaring a bs:Verklaring ; bs:verklaart ?element ; bs:vraag ?vraag ; bs:geldigTot ?tot ; bs:reden ?reden ;
    bs:verklaardDoor ?door .
}"""

Value = str | int | float | bool | None


class QuestionFault(ValueError):
    """A question file that cannot be used; the text is Dutch and says what to do."""


@dataclass(frozen=True)
class Question:
    """One question as its file gives it. `nodig`: classes that a register must hold before it can tell."""

    name: str
    titel: str
    uitleg: str
    soort: str
    rij: tuple[str, ...]
    nodig: tuple[str, ...]
    diep: str | None
    sparql: str

    @property
    def is_coverage(self) -> bool:
        """True for a dekking-question."""
        return self.soort == "dekking"


@dataclass(frozen=True)
class AnswerRow:
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
    return Question(
        name=name,
        titel=header["titel"],
        uitleg=header["uitleg"],
        soort=header["soort"],
        rij=_words(header["rij"]),
        nodig=_words(header.get("nodig", "")),
        diep=header.get("diep"),
        sparql=text,
    )


@lru_cache(maxsize=1)
def shipped_questions() -> dict[str, Question]:
    """The questions of this version by name, in the order of the file names' `volgorde` header."""
    return read_questions(Path(str(files("beleidsspoor.ontology") / "vragen")))


def read_questions(folder: Path) -> dict[str, Question]:
    """All questions in a folder by name, sorted by their `#+ volgorde` header, then by name. Raises QuestionFault."""
    found = []
    for path in folder.glob("*.rq"):
        text = path.read_text(encoding="utf-8")
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
        raise QuestionFault(f"{question.name}.rq is geen goede SPARQL: {error}") from error
    if not isinstance(result, ox.QuerySolutions):
        raise QuestionFault(f"{question.name}.rq moet een SELECT zijn.")
    names = [variable.value for variable in result.variables]
    rows = _coverage_rows if question.is_coverage else _plain_rows
    found = rows(store, question, scope, result, names, diep, today or datetime.date.today())
    wanted = scope.ruimten
    return Answer(
        question=question,
        scope=scope,
        diep=diep,
        register=register,
        documents=tuple(d for d in store.documents if not wanted or d.ruimte in wanted),
        columns=tuple(name for name in names if name not in _OWN),
        all_rows=tuple(found),
    )


def _coverage_rows(
    store: GraphStore,
    question: Question,
    scope: Scope,
    result: ox.QuerySolutions,
    names: list[str],
    diep: bool,
    today: datetime.date,
) -> list[AnswerRow]:
    """Rows with a state: gedekt, or else why not."""
    if "element" not in names or "gedekt" not in names:
        raise QuestionFault(f"{question.name}.rq moet ?element en ?gedekt teruggeven.")
    covered = names.index("gedekt_diep" if diep and "gedekt_diep" in names else "gedekt")
    elements = store.elements(scope.graphs)
    unable = _unable(elements, question)
    explained = _explanations(store, question, scope, today)
    rows = []
    for row in _plain_rows(store, question, scope, result, names, diep, today, covered):
        if row.element is None:
            continue
        reden = None
        if row.toestand == "gedekt":
            toestand = "gedekt"
        elif (why := explained.get(row.element.iri)) is not None:
            toestand, reden = "bewust_open", why
        elif (row.gemeente or row.element.ruimte) in unable:
            toestand = "niet_onderzocht"
        else:
            toestand = "gat"
        rows.append(AnswerRow(row.element, row.gemeente, toestand, row.values, reden))
    return rows


def _plain_rows(
    store: GraphStore,
    question: Question,
    scope: Scope,
    result: ox.QuerySolutions,
    names: list[str],
    diep: bool,
    today: datetime.date,
    covered: int | None = None,
) -> list[AnswerRow]:
    """Rows in reading order, within thema and document; `gemeente` is a ruimte when the question names one per row."""
    elements = store.elements(scope.graphs)
    position = names.index("element") if "element" in names else None
    where = names.index("gemeente") if "gemeente" in names else None
    own = [index for index, name in enumerate(names) if name not in _OWN]
    rows = []
    for solution in result:
        term = solution[position] if position is not None else None
        element = elements.get(term.value) if term is not None else None
        if element is not None and not scope.shows(element):
            continue
        named = solution[where] if where is not None else None
        gedekt = None
        if covered is not None:
            cell = solution[covered]
            gedekt = "gedekt" if cell is not None and cell.value == "true" else None
        values = tuple(python_value(solution[index]) for index in own)
        rows.append(AnswerRow(element, ruimte_of(named.value) if named is not None else None, gedekt, values))
    if position is not None:
        rows.sort(key=lambda row: (row.gemeente or "", row.element.order if row.element else ()))
    return rows


def _unable(elements: dict[str, Element], question: Question) -> set[str]:
    """The ruimtes whose register lacks a class that the question needs."""
    present: dict[str, set[str]] = {}
    for element in elements.values():
        present.setdefault(element.ruimte, set()).add(element.soort)
    return {ruimte for ruimte, classes in present.items() if not set(question.nodig) <= classes}


def _explanations(store: GraphStore, question: Question, scope: Scope, today: datetime.date) -> dict[str, str]:
    """For each element that is open on purpose and still so today: why, who says so and until when, as Dutch text."""
    found: dict[str, str] = {}
    result = store.query(_EXPLANATIONS, scope.graphs)
    for row in result if isinstance(result, ox.QuerySolutions) else ():
        until = datetime.date.fromisoformat(row["tot"].value)
        if row["vraag"].value == question.name and until >= today:
            found[row["element"].value] = f"{row['reden'].value} ({row['door'].value}, tot {until:%d-%m-%Y})"
    return found


def python_value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Value:
    """A SPARQL value as a Python value: numbers and booleans as such, everything else as text, unbound as None."""
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return str(term) if isinstance(term, ox.Triple) else term.value
    kind = term.datatype.value.rpartition("#")[2]
    try:
        if kind == "integer":
            return int(term.value)
        if kind in ("decimal", "double", "float"):
            number = float(term.value)
            return int(number) if number.is_integer() else number
    except (ValueError, OverflowError):
        return term.value
    return term.value == "true" if kind == "boolean" else term.value


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())


def suggestions(name: str, questions: dict[str, Question]) -> Iterator[str]:
    """The names of questions that look like `name`, best first."""
    import difflib

    return iter(difflib.get_close_matches(name, list(questions), n=3, cutoff=0.4))

"""From an answer to one table: the one place that decides the columns of every form."""

from __future__ import annotations

import enum
import re
from collections import Counter
from dataclasses import dataclass, field, replace

from beleidsspoor.graph.coverage import municipality_names, municipality_of
from beleidsspoor.graph.places import Place, Quote
from beleidsspoor.graph.questions import Answer, AnswerRow
from beleidsspoor.graph.store import StoredDocument
from beleidsspoor.graph.words import Cell, thousands

#: Stands where the words of a place should be, when the documents do not hold them.
NOT_FOUND = "(passage niet gevonden)"


class Kind(enum.Enum):
    """What a column holds, and so how wide and how aligned it is shown."""

    #: For programs only: not in a form that people read.
    MACHINE = "programma"
    CODE = "code"
    TEXT = "tekst"
    NUMBER = "getal"
    STATE = "toestand"
    PLACES = "plaatsen"


@dataclass(frozen=True)
class Column:
    """One column: its key in CSV and JSON, its Dutch title elsewhere, and whether the question itself asked for it.

    A `detail` says more of what another column sums up, so a form with little room leaves it out.
    """

    key: str
    title: str
    kind: Kind = Kind.TEXT
    own: bool = False
    detail: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under columns, and what a reader must know of them.

    `tellingen` are the four counts, if there are states; `ontbreekt` is what most rows miss, for questions with norms.
    """

    name: str
    title: str
    uitleg: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = field(repr=False)
    tellingen: dict[str, int] | None = None
    ontbreekt: str = ""

    def index(self, kind: Kind) -> int | None:
        """The position of the first column of a kind, or None."""
        return next((index for index, column in enumerate(self.columns) if column.kind is kind), None)


@dataclass(frozen=True)
class Evidence:
    """What stands behind the rows: the places of every element by IRI, and, with the documents at hand, their words."""

    places: dict[str, tuple[Place, ...]] = field(default_factory=dict, repr=False)
    quote: Quote | None = None


#: What a question with norms says of each row, before the norms themselves.
_NORMS = (Column("voldoet_aan", "Voldoet aan", own=True), Column("ontbreekt", "Ontbreekt", own=True))
_ABOUT = (
    Column("element", "Element", Kind.MACHINE),
    Column("id", "Id", Kind.CODE),
    Column("soort", "Soort", Kind.CODE),
    Column("nummer", "Nummer", Kind.CODE),
    Column("naam", "Naam"),
    Column("gemeente", "Gemeente", Kind.CODE),
    Column("thema", "Thema"),
    Column("document", "Document"),
)
_STATE = Column("toestand", "Toestand", Kind.STATE)
_REASON = Column("reden", "Reden van bewust open")
_PLACE = Column("vindplaats", "Vindplaats", Kind.PLACES)
_QUOTE = Column("citaat", "Citaat", Kind.PLACES)
_DATE = Column("document_datum", "Datum van het document", Kind.MACHINE)


def answer_table(answer: Answer, evidence: Evidence) -> Table:
    """The table of an answer.

    First what every row says of its element, then the state, the question's own columns, why a hole is open on
    purpose, the places, and the quotes when `evidence` can give them. A question's own column replaces a common one of
    that name. Rows that are about no single element have the question's own columns only.
    """
    rows = answer.rows
    about_elements = not rows or any(row.element is not None for row in rows)
    named = any(row.gemeente is not None for row in rows)
    common = [column for column in _ABOUT if about_elements or (named and column.key == "gemeente")]
    if answer.question.is_coverage:
        common.append(_STATE)
    behind = [_REASON] if answer.question.is_coverage else []
    if about_elements:
        behind += [_PLACE, _QUOTE, _DATE] if evidence.quote else [_PLACE, _DATE]
    own = [_own_column(answer, index) for index in range(len(answer.columns))]
    if answer.question.normen:
        own = [*_NORMS, *own]
    keys = {column.key for column in own}
    columns = (
        *(column for column in common if column.key not in keys),
        *own,
        *(column for column in behind if column.key not in keys),
    )
    names = municipality_names(answer)
    documents = {document.iri: document for document in answer.documents}
    return Table(
        name=answer.question.name,
        title=answer.question.titel,
        uitleg=answer.question.uitleg,
        columns=columns,
        rows=tuple(_row(answer, row, columns, evidence, names, documents) for row in rows),
        tellingen=answer.tellingen,
        ontbreekt=_missed_most(answer),
    )


def for_readers(table: Table, *, drop: tuple[str, ...] = ()) -> tuple[Table, dict[str, Cell]]:
    """The table without columns that tell a reader nothing, and what holds for all rows.

    Left out are columns for programs, those in `drop`, and empty ones. A common column with one value in all of several
    rows moves to the second result, by title.
    """
    kept: list[int] = []
    same: dict[str, Cell] = {}
    for index, column in enumerate(table.columns):
        values = {row[index] for row in table.rows}
        if column.kind is Kind.MACHINE or column.key in drop or values <= {None, "", ()}:
            continue
        if len(values) == 1 and len(table.rows) > 1 and column.key in ("soort", "gemeente", "document"):
            same[column.title] = values.pop()
        else:
            kept.append(index)
    columns = tuple(table.columns[index] for index in kept)
    rows = tuple(tuple(row[index] for index in kept) for row in table.rows)
    return replace(table, columns=columns, rows=rows), same


#: Plurals that a variable in SPARQL cannot spell.
_PLURAL = re.compile(r"\b(thema|programma)s\b")


def own_title(key: str) -> str:
    """The title of a question's own column.

    >>> own_title("aantal_acties"), own_title("programmas")
    ('Aantal acties', "Programma's")
    """
    words = _PLURAL.sub(r"\1's", key.replace("_", " ").strip())
    return words[:1].upper() + words[1:]


def _own_column(answer: Answer, index: int) -> Column:
    values = [row.values[index] for row in answer.rows if row.values[index] is not None]
    numeric = bool(values) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
    key = answer.columns[index]
    kind = Kind.NUMBER if numeric else Kind.TEXT
    return Column(key, own_title(key), kind, own=True, detail=key in answer.question.normen)


def _missed(answer: Answer, row: AnswerRow) -> tuple[str, ...]:
    """What a row misses of the norms, in words."""
    norms = answer.question.normen
    cells = zip(answer.columns, row.values, strict=True)
    return tuple(norms[key] for key, value in cells if key in norms and value == "nee")


def _missed_most(answer: Answer) -> str:
    """What the rows miss, with how many times, the most first."""
    counts = Counter(words for row in answer.rows for words in _missed(answer, row))
    return ", ".join(f"{words} {thousands(number)}" for words, number in counts.most_common())


def _judged(answer: Answer, row: AnswerRow) -> dict[str, Cell]:
    """How many norms a row meets, of how many that can be judged, and what it misses."""
    cells = zip(answer.columns, row.values, strict=True)
    judged = sum(key in answer.question.normen and value in ("ja", "nee") for key, value in cells)
    missed = _missed(answer, row)
    return {"voldoet_aan": f"{judged - len(missed)} van {judged}", "ontbreekt": "; ".join(missed) or None}


def _row(
    answer: Answer,
    row: AnswerRow,
    columns: tuple[Column, ...],
    evidence: Evidence,
    names: dict[str, str],
    documents: dict[str, StoredDocument],
) -> tuple[Cell, ...]:
    element = row.element
    cells: dict[str, Cell] = {"gemeente": municipality_of(row, names), "toestand": row.toestand, "reden": row.reden}
    if element is not None:
        found = evidence.places.get(element.iri, ())
        document = documents.get(element.document or element.iri)
        cells |= {
            "element": element.iri,
            "id": element.id,
            "soort": element.soort_naam,
            "nummer": element.nummer,
            "naam": element.naam,
            "thema": element.thema_naam,
            "document": document.short_title if document else None,
            "document_datum": document.iso_date if document else None,
            "vindplaats": tuple(str(place) for place in found),
        }
        if evidence.quote is not None:
            cells["citaat"] = tuple(evidence.quote(place) or NOT_FOUND for place in found)
    cells |= dict(zip(answer.columns, row.values, strict=True))
    if answer.question.normen:
        cells |= _judged(answer, row)
    return tuple(cells.get(column.key) for column in columns)

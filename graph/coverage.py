"""The overview: for every municipality and thema the four counts of every dekking-question, made from the answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from beleidsspoor.graph.questions import Answer, AnswerRow, Question, count
from beleidsspoor.graph.store import NOT_NAMED, StoredDocument, natural

#: How an output calls what belongs to no municipality, such as a national programme.
SHARED = "gedeeld"
#: How an output calls what hangs under no thema or doelenboom.
NO_THEMA = "zonder thema"


@dataclass(frozen=True)
class ThemaCounts:
    """The four counts of one question in one thema or doelenboom; `iri` is None for what hangs under none."""

    iri: str | None
    naam: str
    document: StoredDocument | None
    tellingen: dict[str, int]


@dataclass(frozen=True)
class QuestionCounts:
    """The four counts of one question in one municipality, and the same per thema."""

    question: Question
    tellingen: dict[str, int]
    themas: tuple[ThemaCounts, ...]


@dataclass(frozen=True)
class MunicipalityCounts:
    """One municipality: its questions with rows, and the questions that are about nothing in its register."""

    naam: str
    vragen: tuple[QuestionCounts, ...]
    zonder_rijen: tuple[Question, ...]


@dataclass(frozen=True)
class Overview:
    """The counts per municipality, and per question in all. A filter on state leaves out lines without that state."""

    gemeenten: tuple[MunicipalityCounts, ...]
    totalen: tuple[QuestionCounts, ...]


def make_overview(answers: Iterable[Answer]) -> Overview:
    """Count the rows of dekking-questions per municipality and thema.

    All answers must have the same scope. Questions that are no dekking have no states and are passed over.
    """
    grouped: dict[str, dict[str, list[AnswerRow]]] = {}
    covering = [answer for answer in answers if answer.question.is_coverage]
    for answer in covering:
        names = municipality_names(answer)
        for row in answer.all_rows:
            of_municipality = grouped.setdefault(municipality_of(row, names) or SHARED, {})
            of_municipality.setdefault(answer.question.name, []).append(row)
    whole = (_question(answer, list(answer.all_rows), per_thema=False) for answer in covering if answer.all_rows)
    return Overview(
        gemeenten=tuple(_municipality(naam, grouped[naam], covering) for naam in sorted(grouped, key=reading_order)),
        totalen=tuple(counts for counts in whole if counts is not None),
    )


def municipality_names(answer: Answer) -> dict[str, str]:
    """The name of the municipality of each ruimte that holds documents."""
    names: dict[str, str] = {}
    for document in answer.documents:
        if document.gemeente is not None or document.ruimte not in names:
            names[document.ruimte] = document.gemeente_name
    return names


def municipality_of(row: AnswerRow, names: dict[str, str]) -> str | None:
    """The name of the municipality that a row is about; None when it belongs to none, as a national programme does."""
    if row.gemeente is not None:
        return names.get(row.gemeente, row.gemeente)
    element = row.element
    if element is None:
        return None
    if element.gemeente == NOT_NAMED and element.document is None and element.soort != "Document":
        return None
    return element.gemeente


def reading_order(naam: str) -> tuple[bool, bool, str]:
    """A sort key for names of municipalities: by alphabet, then 'niet vermeld', then 'gedeeld'."""
    return naam == SHARED, naam == NOT_NAMED, naam.casefold()


def _municipality(naam: str, rows: dict[str, list[AnswerRow]], answers: list[Answer]) -> MunicipalityCounts:
    counted = [_question(answer, rows[answer.question.name]) for answer in answers if answer.question.name in rows]
    return MunicipalityCounts(
        naam=naam,
        vragen=tuple(question for question in counted if question is not None),
        zonder_rijen=tuple(answer.question for answer in answers if answer.question.name not in rows),
    )


def _question(answer: Answer, rows: list[AnswerRow], *, per_thema: bool = True) -> QuestionCounts | None:
    """The counts of some rows, or None when the filter on state leaves nothing."""
    wanted = answer.scope.toestand
    tellingen = count(rows)
    if wanted is not None and not tellingen[wanted]:
        return None
    if not per_thema:
        return QuestionCounts(answer.question, tellingen, ())
    documents = {document.iri: document for document in answer.documents}
    grouped: dict[str | None, list[AnswerRow]] = {}
    for row in rows:
        grouped.setdefault(row.element.thema if row.element else None, []).append(row)
    themas = [_thema(iri, grouped[iri], documents) for iri in sorted(grouped, key=_thema_order)]
    shown = tuple(thema for thema in themas if wanted is None or thema.tellingen[wanted])
    return QuestionCounts(answer.question, tellingen, shown)


def _thema(iri: str | None, rows: list[AnswerRow], documents: dict[str, StoredDocument]) -> ThemaCounts:
    first = rows[0].element
    if iri is None or first is None:
        return ThemaCounts(None, NO_THEMA, None, count(rows))
    return ThemaCounts(iri, first.thema_naam or iri, documents.get(first.document or ""), count(rows))


def _thema_order(iri: str | None) -> tuple[bool, tuple[tuple[int, int | str], ...]]:
    return iri is None, natural(iri or "")

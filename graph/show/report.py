"""What is shown: tables with a title, and where they come from. Every form is made from a Report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from beleidsspoor.graph.coverage import SHARED, Overview, make_overview
from beleidsspoor.graph.questions import Answer
from beleidsspoor.graph.show.tables import Evidence, Table, answer_table
from beleidsspoor.graph.store import NOT_NAMED, StoredDocument

#: What the four states mean, for a reader.
STATE_MEANINGS = {
    "gedekt": "De draad is er: een actie, indicator, trekker of verband.",
    "gat": "De draad hoort er te zijn, maar is er niet.",
    "bewust_open": "De draad is er niet, en iemand heeft uitgelegd waarom.",
    "niet_onderzocht": "Het register heeft van deze gemeente geen document waarin dit kan staan.",
}


@dataclass(frozen=True)
class Origin:
    """Where a report comes from: the filter in words and as data, the version of the register, and its sources."""

    filter: str
    filter_data: dict[str, str | list[str] | bool | None]
    register: str
    documents: tuple[StoredDocument, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources with their date, as text."""
        return tuple(f"{document.short_title} ({document.date})" for document in self.documents)


@dataclass(frozen=True)
class Report:
    """Tables to show. With an overview, it is about all questions; without, about the one table there is."""

    title: str
    origin: Origin
    tables: tuple[Table, ...]
    overview: Overview | None = None

    @property
    def empty(self) -> bool:
        """True when the filter left nothing to show."""
        counted = self.overview is not None and any(gemeente.vragen for gemeente in self.overview.gemeenten)
        return not counted and not any(table.rows for table in self.tables)


def answer_report(answer: Answer, evidence: Evidence) -> Report:
    """The report of one question."""
    table = answer_table(answer, evidence)
    return Report(table.title, origin_of(answer), (table,))


def overview_report(answers: Iterable[Answer], evidence: Evidence | None) -> Report:
    """The report of all questions: the counts per municipality and thema, and with `evidence` the rows of each.

    Needs one answer at least.
    """
    given = tuple(answers)
    tables = tuple(answer_table(answer, evidence) for answer in given) if evidence is not None else ()
    return Report("Dekking van het beleid", origin_of(given[0]), tables, make_overview(given))


def origin_of(answer: Answer) -> Origin:
    """Where an answer comes from. A filter on one document leaves the other sources of the evidence in."""
    words = f"{answer.scope}, ook wat eronder hangt (diep)" if answer.diep else str(answer.scope)
    return Origin(words, {**answer.scope.as_json(), "diep": answer.diep}, answer.register, answer.documents)


def named(gemeente: str) -> str:
    """The heading for a municipality, also for what belongs to none.

    >>> named("niet vermeld")
    'Gemeente niet vermeld'
    """
    return {NOT_NAMED: "Gemeente niet vermeld", SHARED: "Gedeeld door gemeenten"}.get(gemeente, gemeente)

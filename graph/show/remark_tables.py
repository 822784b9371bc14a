"""Remarks and sign-offs as reports, which every form shows."""

from __future__ import annotations

from collections.abc import Iterable

from beleidsspoor.graph.akkoord.history import ADDED, CHANGED, REMOVED, SignOff
from beleidsspoor.graph.dataset import Dataset
from beleidsspoor.graph.reacties.history import Remark
from beleidsspoor.graph.scope import Scope
from beleidsspoor.graph.show.report import Origin, Report
from beleidsspoor.graph.show.tables import Column, Kind, Table
from beleidsspoor.graph.store import dutch_date
from beleidsspoor.graph.words import Cell

#: What is said of a remark on an element that says something else by now.
OUTDATED = "De tekst is sindsdien veranderd."
VALID, LAPSED = "geldig", "vervallen"
#: So many changes are told by name; a program gets them all.
_NAMED = 8

_REMARK_COLUMNS = (
    Column("element", "Element", Kind.MACHINE),
    Column("gemeente", "Gemeente", Kind.CODE),
    Column("toestand", "Toestand", Kind.CODE),
    Column("naam", "Over"),
    Column("soort", "Soort", Kind.CODE),
    Column("wie", "Van"),
    Column("op", "Binnengekomen", Kind.MACHINE),
    Column("binnen", "Binnen", Kind.CODE),
    Column("id", "Reactie", Kind.CODE),
    Column("raadsvraag", "Op de vraag", own=True),
    Column("tekst", "Tekst", own=True),
    Column("let_op", "Let op", own=True),
    Column("antwoord", "Antwoord", own=True),
    Column("door", "Wie antwoordt"),
    Column("uiterlijk", "Uiterlijk", Kind.MACHINE),
    Column("antwoord_op", "Antwoord op", Kind.MACHINE),
    Column("wanneer", "Wanneer"),
)
_SIGNOFF_COLUMNS = (
    Column("element", "Element", Kind.MACHINE),
    Column("gemeente", "Gemeente", Kind.CODE),
    Column("toestand", "Toestand", Kind.CODE),
    Column("naam", "Over"),
    Column("door", "Door"),
    Column("op", "Datum", Kind.MACHINE),
    Column("dag", "Op", Kind.CODE),
    Column("wat_veranderde", "Sindsdien", own=True),
    Column("veranderingen", "Veranderingen", Kind.MACHINE),
    Column("minderheid", "Een minderheid vindt", own=True),
    Column("minderheid_door", "Minderheid", own=True),
)


def remarks_report(remarks: Iterable[Remark], dataset: Dataset, scope: Scope, toestand: str | None) -> Report:
    """The remarks within a scope (of municipalities) and a state (None: all)."""
    names = _municipalities(dataset)
    shown = [each for each in remarks if _within(each.element, scope) and toestand in (None, each.toestand)]
    rows = [_remark(each, names.get(_ruimte(each.element))) for each in shown]
    about = "Wat er op het beleid is gezegd en gevraagd, en wat ermee is gedaan."
    table = Table("reacties", "Reacties", about, _REMARK_COLUMNS, tuple(rows))
    return Report("Reacties", _origin(dataset, scope, toestand), (table,))


def signoffs_report(signoffs: Iterable[SignOff], dataset: Dataset, scope: Scope) -> Report:
    """The sign-offs within a scope (of municipalities)."""
    names = _municipalities(dataset)
    rows = [_signoff(each, names.get(_ruimte(each.element))) for each in signoffs if _within(each.element, scope)]
    about = "Wie akkoord is met welk thema. Vervallen betekent: er is sindsdien iets onder het thema veranderd."
    table = Table("akkoorden", "Akkoorden", about, _SIGNOFF_COLUMNS, tuple(rows))
    return Report("Akkoorden", _origin(dataset, scope, None), (table,))


def changes_in_words(signoff: SignOff) -> str:
    """What has changed since a sign-off, counted and with the first names.

    >>> changes_in_words(SignOff("d:a", "d:t", "Thema", "de raad", "2026-01-01", "", "", True, ()))
    ''
    """
    if not signoff.valid and not signoff.changes:
        return "Niet te zeggen wat: de regels in akkoordregels.csv passen niet bij dit akkoord."
    parts = []
    for what in (CHANGED, ADDED, REMOVED):
        names = [change.named for change in signoff.changes if change.what == what]
        if names:
            more = f" en nog {len(names) - _NAMED}" if len(names) > _NAMED else ""
            parts.append(f"{len(names)} {what}: {'; '.join(names[:_NAMED])}{more}.")
    return "\n".join(parts)


def _remark(remark: Remark, gemeente: str | None) -> tuple[Cell, ...]:
    return (
        remark.element, gemeente, remark.toestand, remark.naam, remark.soort, remark.wie, remark.op, _day(remark.op),
        remark.id.partition(":")[2], remark.raadsvraag, remark.tekst, OUTDATED if remark.changed else None,
        remark.antwoord, remark.door, remark.uiterlijk, remark.antwoord_op, _when(remark),
    )  # fmt: skip


def _when(remark: Remark) -> str:
    """When the answer came, or by when it will be there."""
    if remark.antwoord_op:
        return _day(remark.antwoord_op)
    return f"uiterlijk {_day(remark.uiterlijk)}" if remark.uiterlijk else ""


def _signoff(signoff: SignOff, gemeente: str | None) -> tuple[Cell, ...]:
    return (
        signoff.element, gemeente, VALID if signoff.valid else LAPSED, signoff.naam, signoff.door, signoff.op,
        _day(signoff.op), changes_in_words(signoff), tuple(map(str, signoff.changes)), signoff.minderheid,
        signoff.minderheid_door,
    )  # fmt: skip


def _day(iso: str) -> str:
    return dutch_date(iso, None, None)


def _origin(dataset: Dataset, scope: Scope, toestand: str | None) -> Origin:
    documents = [each for each in dataset.store.documents if not scope.ruimten or each.ruimte in scope.ruimten]
    words = f"{scope}, toestand {toestand}" if toestand else str(scope)
    return Origin(words, {**scope.as_json(), "toestand": toestand}, dataset.register.version, tuple(documents))


def _municipalities(dataset: Dataset) -> dict[str, str]:
    """The name of the municipality of each ruimte with documents."""
    return {document.ruimte: document.gemeente_name for document in dataset.store.documents if document.gemeente}


def _within(reference: str, scope: Scope) -> bool:
    return not scope.ruimten or _ruimte(reference) in scope.ruimten


def _ruimte(reference: str) -> str:
    return reference.partition(":")[0]

"""A comparison as tables: a row per pair, and the matrix. CSV, HTML and Excel are made from these, as of any report."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from beleidsspoor.graph.comparison import NO_COUNTERPART, NOT_COMPARED, SUBJECTS, Comparison, Pair, matrix_of
from beleidsspoor.graph.places import Place
from beleidsspoor.graph.show.as_json import to_json
from beleidsspoor.graph.show.report import Origin, Report
from beleidsspoor.graph.show.tables import NOT_FOUND, Column, Evidence, Kind, Table
from beleidsspoor.graph.store import Element
from beleidsspoor.graph.words import Cell

#: The question that a comparison answers for two municipalities.
_QUESTIONS = {"principes": "principevergelijking", "themas": "themavergelijking"}


def comparison_report(comparison: Comparison, evidence: Evidence, register: str) -> Report:
    """The report of a comparison: first the table of rows, then the matrix."""
    words = f"{comparison.wat} van {comparison.first_name} en {comparison.second_name}"
    origin = Origin(words, {**comparison.scope.as_json(), "wat": comparison.wat}, register, comparison.documents)
    return Report(title_of(comparison), origin, (_rows(comparison, evidence), _matrix(comparison)))


def for_reading(report: Report) -> Report:
    """The report with the matrix first, for a form that shows both tables to people."""
    return replace(report, tables=report.tables[::-1])


def comparison_json(comparison: Comparison, report: Report) -> bytes:
    """The report as JSON for scripts: the object of any question (with `rijen`), and the `matrix`.

    The matrix holds the elements of its rows and columns, and per row and column a list of relations in words.
    """
    shown: dict[str, Any] = {**json.loads(to_json(report)), "titel": report.title}
    shown["matrix"] = {
        "rijen": [_named(element) for element in comparison.rows],
        "kolommen": [_named(element) for element in comparison.columns],
        "cellen": [[[*comparison.cell(row, column)] for column in comparison.columns] for row in comparison.rows],
    }
    return (json.dumps(shown, ensure_ascii=False, indent=2) + "\n").encode()


def title_of(comparison: Comparison) -> str:
    """What the comparison is about, as a title."""
    what = {"principes": "Principes", "themas": "Thema's"}[comparison.wat]
    return f"{what} van {comparison.first_name} en {comparison.second_name} vergeleken"


def explanation_of(comparison: Comparison) -> str:
    """How to read the relations."""
    if not comparison.is_compared:
        what = _plural(comparison)
        return f"Nog niemand heeft de {what} van deze twee gemeenten vergeleken. Hieronder staat wat elk heeft."
    first, second = comparison.first_name, comparison.second_name
    return f"Lees elke relatie van {first} naar {second}: 'ruimer' betekent dat {second} ruimer is."


def called(comparison: Comparison, element: Element) -> str:
    """The printed number and name of an element, with its kind when it is not what is compared as such.

    Where the municipality has another of that name, the document tells the two apart; within one document the id does.
    """
    usual = element.soort in {classes[0] for classes in SUBJECTS.values()}
    titles = {document.iri: document.short_title for document in comparison.documents}
    twins = comparison.twins(element)
    apart = [
        "" if usual else element.soort.casefold(),
        titles.get(element.document or "", "") if twins else "",
        element.id if any(twin.document == element.document for twin in twins) else "",
    ]
    told = ", ".join(part for part in apart if part)
    return " ".join(part for part in (element.nummer, element.naam, told and f"({told})") if part)


def _plural(comparison: Comparison) -> str:
    return {"principes": "principes", "themas": "thema's"}[comparison.wat]


def _rows(comparison: Comparison, evidence: Evidence) -> Table:
    first, second = comparison.first_name, comparison.second_name
    columns = [
        Column("element", "element", Kind.MACHINE),
        Column("id", f"Id in {first}", Kind.CODE),
        Column("soort", "soort", Kind.MACHINE),
        Column("nummer", f"Nummer in {first}", Kind.CODE),
        Column("naam", first),
        Column("gemeente", "gemeente", Kind.MACHINE),
        Column("relatie", "Relatie", own=True),
        Column("tegen_element", "tegen_element", Kind.MACHINE, own=True),
        Column("tegen_id", f"Id in {second}", Kind.CODE, own=True),
        Column("tegen_soort", "tegen_soort", Kind.MACHINE, own=True),
        Column("tegen_nummer", f"Nummer in {second}", Kind.CODE, own=True),
        Column("tegen_naam", second, own=True),
        Column("tegen_gemeente", "tegen_gemeente", Kind.MACHINE, own=True),
        Column("reden", "Reden", own=True),
        Column("vindplaats", f"Vindplaats in {first}", Kind.PLACES),
        Column("tegen_vindplaats", f"Vindplaats in {second}", Kind.PLACES),
        Column("auteur", "Wie dit vond", own=True),
    ]
    if evidence.quote is not None:
        columns.append(Column("citaat", f"Citaat uit {first}", Kind.PLACES))
        columns.append(Column("tegen_citaat", f"Citaat uit {second}", Kind.PLACES))
    rows = [_row(pair, evidence) for pair in comparison.pairs]
    return Table(
        name=_QUESTIONS[comparison.wat],
        title="Elke relatie, met de reden en beide vindplaatsen",
        uitleg=explanation_of(comparison),
        columns=tuple(columns),
        rows=tuple(tuple(row.get(column.key) for column in columns) for row in rows),
    )


def _row(pair: Pair, evidence: Evidence) -> dict[str, Cell]:
    row: dict[str, Cell] = {"relatie": pair.relatie, "reden": pair.reden, "auteur": pair.auteur}
    for start, element in (("", pair.first), ("tegen_", pair.second)):
        if element is not None:
            found = evidence.places.get(element.iri, ())
            about: dict[str, Cell] = {
                **_named(element),
                "gemeente": element.gemeente,
                "vindplaats": tuple(map(str, found)),
                "citaat": _quotes(found, evidence),
            }
            row |= {start + key: cell for key, cell in about.items()}
    return row


def _quotes(places: tuple[Place, ...], evidence: Evidence) -> tuple[str, ...]:
    return tuple(evidence.quote(place) or NOT_FOUND for place in places) if evidence.quote is not None else ()


def _matrix(comparison: Comparison) -> Table:
    """The matrix; its last row and column say what has no counterpart, or was not compared."""
    matrix = matrix_of(comparison)
    columns = [
        Column("naam", matrix.down_name),
        *(Column(f"kolom_{number}", called(comparison, one), own=True) for number, one in enumerate(matrix.across, 1)),
        Column("zonder", f"Zonder tegenhanger in {matrix.across_name}", own=True),
    ]
    rows: list[tuple[Cell, ...]] = []
    for down in matrix.down:
        cells = [", ".join(matrix.cell(down, across)) or None for across in matrix.across]
        rows.append((called(comparison, down), *cells, _without(matrix.cell(down, None))))
    lonely = [_without(matrix.cell(None, across)) for across in matrix.across]
    rows.append((f"Zonder tegenhanger in {matrix.down_name}", *lonely, None))
    return Table(
        name=f"matrix-{comparison.wat}",
        title="Matrix",
        uitleg=f"Rijen: {matrix.down_name}. Kolommen: {matrix.across_name}. {explanation_of(comparison)}",
        columns=tuple(columns),
        rows=tuple(rows),
    )


def _without(said: tuple[str, ...]) -> str | None:
    """That an element has no counterpart, or was not compared, if a pair says so."""
    return next((word for word in (NO_COUNTERPART, NOT_COMPARED) if word in said), None)


def _named(element: Element) -> dict[str, Cell]:
    about = {"element": element.iri, "id": element.id, "soort": element.soort}
    return {**about, "nummer": element.nummer, "naam": element.naam}

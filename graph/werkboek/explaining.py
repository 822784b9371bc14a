"""What a column means and how it is filled in, told to who works in the workbook."""

from __future__ import annotations

from beleidsspoor.graph.register.schema import Column, Kind, Schema

_SEVERAL_NAMES = (
    "Meer namen mag: zet ; tussen de namen, of zet elke naam op een nieuwe regel (Alt+Enter). De lijst kiest er één, "
    "en zet die in de plaats van wat er stond."
)
_SEVERAL = "Meer mag: zet er ; tussen."
_HOW = {
    Kind.TEXT: "Gewone tekst.",
    Kind.DUTCH: "Gewone tekst.",
    Kind.INTEGER: "Een heel getal.",
    Kind.DECIMAL: "Een getal. Typ het zoals u gewend bent: 1234,5.",
    Kind.BOOLEAN: "Kies ja of nee.",
    Kind.YEAR: "Een jaar van vier cijfers.",
    Kind.DATE: "Een datum, zoals 31-12-2025.",
    Kind.IRI: "Een internetadres dat begint met https://.",
    Kind.CHOICE: "Kies een woord uit de lijst.",
    Kind.REFERENCE: "Kies een naam uit de lijst. Een rij die u zelf toevoegt, noemt u bij haar naam of haar id.",
}
_NEW_ID = "Laat dit leeg in een nieuwe rij: het programma maakt dan een id. Verander een id nooit."

_FINGERPRINT = (
    "Laat dit leeg in een nieuwe rij, en maak het leeg als u de regels verandert. Geef bij het overnemen met --bronnen "
    "de map met de documenten: dan vult het programma het in."
)
#: What the program makes itself: the register requires it, and a person leaves it empty.
_MADE = {"id": _NEW_ID, "vingerafdruk": _FINGERPRINT}


def explanation(column: Column) -> str:
    """The note at the head of a column: what it means, and below that how to fill it in."""
    must = "Verplicht. " if column.required and column.name not in _MADE else ""
    return f"{column.description}\n\nIn dit werkboek: {must}{how_to_fill(column)}"


def how_to_fill(column: Column) -> str:
    """How a cell of this column is filled in."""
    if column.name in _MADE:
        return _MADE[column.name]
    if not column.many:
        return _HOW[column.kind]
    return f"{_HOW[column.kind]} {_SEVERAL_NAMES if column.kind is Kind.REFERENCE else _SEVERAL}"


def what_may_stand(column: Column, schema: Schema) -> str:
    """The words of a list, or the titles of the tables whose rows may be named; empty for other columns."""
    if column.kind is Kind.CHOICE:
        return ", ".join(column.choices)
    if column.kind is Kind.REFERENCE and column.target:
        fitting = [table.title for table in schema.tables.values() if schema.is_a(table.class_iri, column.target)]
        return f"een rij van: {', '.join(fitting)}"
    return ""

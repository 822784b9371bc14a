"""What the register says of one element in words: its own columns, and the newest figures of what is counted."""

from __future__ import annotations

from beleidsspoor.graph.facts import Facts
from beleidsspoor.graph.register.schema import Column, Kind, Table, load_schema
from beleidsspoor.graph.store import Element
from beleidsspoor.graph.terms import BS, PREFIXES

#: Columns that a reader sees elsewhere (or, a checksum, has no use for).
_SHOWN_ELSEWHERE = ("id", "nummer", "naam", "titel", "bestand", "sha256")
#: The columns that matter when an element is only a step in the thread of another.
_SHORT = ("jaren", "toegezegd", "genoemde_trekker", "vervallen")
#: The property that ties a figure to what it is a figure of.
_FIGURES = (BS + "indicator", BS + "budgetpost")


class Describer:
    """Describes elements from the columns of their table in the schema, so that a new column needs no code."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._tables = {table.class_name: table for table in load_schema().tables.values()}

    def in_full(self, element: Element) -> tuple[tuple[str, str], ...]:
        """Every column that holds a value, and all figures per kind: (heading, text) in the order of the schema."""
        columns = [column for column in self._columns(element) if column.name not in _SHOWN_ELSEWHERE]
        pairs = [(column.name.replace("_", " "), text) for column in columns if (text := self._text(element, column))]
        return (*pairs, *self._figures(element, newest=False))

    def in_short(self, element: Element) -> tuple[str, ...]:
        """The columns that matter in a step, and the newest figure of each kind, as texts."""
        columns = [column for column in self._columns(element) if column.name in _SHORT]
        pairs = [(column.name.replace("_", " "), text) for column in columns if (text := self._text(element, column))]
        pairs += self._figures(element, newest=True)
        return tuple(f"{heading}: {text}" for heading, text in pairs)

    def _columns(self, element: Element) -> tuple[Column, ...]:
        table: Table | None = self._tables.get(element.soort)
        return tuple(column for column in table.columns if column.kind is not Kind.REFERENCE) if table else ()

    def _text(self, element: Element, column: Column) -> str:
        """The values of a column; nothing for a plain no."""
        values = self._facts.objects(element.iri, column.path)
        if column.kind is Kind.CHOICE:
            values = [self._facts.label(value) for value in values]
        elif column.kind is Kind.BOOLEAN:
            values = ["ja" for value in values if value == "true"]
        return "; ".join(values)

    def _figures(self, element: Element, *, newest: bool) -> list[tuple[str, str]]:
        """Per kind of figure the periods with their value as the document prints it, the newest first."""
        kinds: dict[str, list[tuple[str, str]]] = {}
        for path in _FIGURES:
            for figure in self._facts.subjects(path, element.iri):
                kind = self._facts.label(self._facts.first(figure, BS + "waardesoort") or "")
                period = self._facts.first(figure, PREFIXES["sdmx-dim"] + "refPeriod") or ""
                kinds.setdefault(kind, []).append((period, self._facts.first(figure, BS + "ruweWaarde") or ""))
        found = []
        for kind in sorted(kinds):
            figures = sorted(kinds[kind], key=lambda pair: pair[0][-4:], reverse=True)
            shown = [pair for pair in figures if not newest or pair[0] == figures[0][0]]
            found.append((kind, ", ".join(f"{value} ({period})" for period, value in shown)))
        return found

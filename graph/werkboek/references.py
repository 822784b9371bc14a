"""From what stands in a cell of references to the rows that are meant: by name, or by id."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from beleidsspoor.graph.excel.cell_text import Wrong, straight
from beleidsspoor.graph.register.cells import closest, shorten
from beleidsspoor.graph.register.reading import Register
from beleidsspoor.graph.register.schema import Column, Table
from beleidsspoor.graph.werkboek.baseline import Baseline
from beleidsspoor.graph.werkboek.names import called
from beleidsspoor.graph.werkboek.showing import full_reference, unescaped

_BETWEEN = re.compile(r"\s*[;\n]\s*")
_MOST_OPTIONS = 5


class ReferenceFinder:
    """Finds the row that a text in a cell means.

    A text is first looked up as a name that the workbook was made with, then as an id, then as a name that one row has.
    """

    def __init__(self, register: Register, baseline: Baseline) -> None:
        self._schema, self._ruimte = register.schema, baseline.ruimte
        self._classes = {reference: row.table.class_iri for reference, row in register.by_reference.items()}
        self._listed = {_key(name): reference for reference, name in baseline.names.items()}
        self._names = dict(baseline.names)
        self._called: dict[str, list[str]] = defaultdict(list)
        for reference, row in register.by_reference.items():
            for name in dict.fromkeys(map(_key, called(register, row))):
                self._called[name].append(reference)

    def add(self, table: Table, name: str, called: Iterable[str]) -> None:
        """Let a row that is new in the workbook be found, by its id and by all that it is called."""
        reference = full_reference(name, self._ruimte)
        if reference not in self._classes:
            self._classes[reference] = table.class_iri
            for key in dict.fromkeys(map(_key, called)):
                self._called[key].append(reference)

    def read(self, text: str, column: Column) -> tuple[str, Wrong | None]:
        """The references in a cell as they stand in the register, and what is wrong with the first that is unknown."""
        found: list[str] = []
        parts = [part for part in _BETWEEN.split(text) if part] if column.many else [text]
        while parts:
            # A name may hold a `;` of its own: the longest run of parts that is a name is meant.
            for end in range(len(parts), 0, -1):
                options = self._meant("; ".join(parts[:end]), column)
                if len(options) == 1:
                    break
            if len(options) != 1:
                return "", self._wrong(parts[0], options, column)
            found += options
            parts = parts[end:]
        return ";".join(map(self._written, found)), None

    def name_of(self, reference: str) -> str:
        """The name by which the workbook shows a row; its id when it has none."""
        full = full_reference(reference, self._ruimte)
        return self._names.get(full, reference)

    def _meant(self, text: str, column: Column) -> list[str]:
        listed = self._listed.get(_key(text))
        if listed is not None:
            return [listed]
        reference = full_reference(text, self._ruimte)
        if reference in self._classes:
            return [reference]
        return [each for each in self._called.get(_key(text), ()) if self._fits(each, column)]

    def _fits(self, reference: str, column: Column) -> bool:
        return column.target is None or self._schema.is_a(self._classes[reference], column.target)

    def _wrong(self, text: str, options: list[str], column: Column) -> Wrong:
        shown = shorten(text)
        if options:
            names = "; ".join(self.name_of(each) for each in options[:_MOST_OPTIONS])
            return f"'{shown}' kan meer dan één rij zijn.", f"Kies een van deze uit de lijst: {names}."
        fitting = [name for each, name in self._names.items() if each in self._classes and self._fits(each, column)]
        near = closest(text, fitting)
        advice = f"Bedoelt u '{near}'? " if near else ""
        return f"Er is geen rij die '{shown}' heet.", f"{advice}Kies een naam uit de lijst, of voeg de rij eerst toe."

    def _written(self, reference: str) -> str:
        return reference.removeprefix(f"{self._ruimte}:")


def _key(name: str) -> str:
    """The form by which names are looked up; a name in a list has no `;`."""
    return straight(unescaped(name)).replace(";", ",")

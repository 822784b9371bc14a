"""Which version of an element somebody reacted to or agreed with."""

from __future__ import annotations

from beleidsspoor.graph.register.reading import Register, Row
from beleidsspoor.graph.register.row_fingerprints import row_fingerprint
from beleidsspoor.graph.terms import BS


def version_of(register: Register, reference: str) -> str:
    """The fingerprint of the row that `reference` (`ruimte:id`) names. Raises KeyError when there is none."""
    return row_version(register.by_reference[reference])


def row_version(row: Row) -> str:
    """The fingerprint of what a row says: of all its values but its places.

    The places are left out as they change when a document is set anew, while what is said stays the same.
    """
    places = {column.name for column in row.table.references if column.target == BS + "Vindplaats"}
    return row_fingerprint({name: values for name, values in row.cells.items() if name not in places})

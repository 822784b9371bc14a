"""The writers of the dossier, by the end of the file name."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from beleidsspoor.graph.dossier.model import Dossier
from beleidsspoor.graph.register.schema import load_schema
from beleidsspoor.graph.words import visible

#: The forms of a dossier: how the name of the file ends.
SUFFIXES = (".docx", ".html", ".pdf")


def write_dossier(dossier: Dossier, suffix: str) -> bytes:
    """The dossier as the bytes of a file of this form (one of SUFFIXES). The same dossier gives the same bytes.

    Raises ValueError for any other suffix.
    """
    clean, kinds = _clean(dossier), kinds_of_reaction()
    if suffix == ".docx":
        from beleidsspoor.graph.show.dossier.as_docx import to_docx

        return to_docx(clean, kinds)
    if suffix == ".html":
        from beleidsspoor.graph.show.dossier.as_html import to_html

        return to_html(clean, kinds)
    if suffix == ".pdf":
        from beleidsspoor.graph.show.dossier.as_pdf import to_pdf

        return to_pdf(clean, kinds)
    raise ValueError(f"no writer for a dossier that ends in {suffix!r}")


def kinds_of_reaction() -> tuple[str, ...]:
    """The words that a reaction can be (a question, advice …), in the order of the list in the ontology."""
    column = load_schema().tables["reacties"].column("soort")
    if column is None:
        raise LookupError("the table of reactions has no column 'soort'")
    return tuple(column.choices)


def _clean(value: Any) -> Any:
    """The same value, with every text made harmless: no control characters, no turned direction."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, tuple):
        return tuple(_clean(part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _clean(getattr(value, field.name)) for field in fields(value)})
    return value

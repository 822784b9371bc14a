"""Reading and recognising one document: all the heavy work, as one task that another process can do."""

from __future__ import annotations

import hashlib
from pathlib import Path

from beleidsspoor.graph.documents.limits import refuse
from beleidsspoor.graph.documents.model import Document
from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.proposal.model import ReadDocument
from beleidsspoor.graph.recognise.model import Recognition
from beleidsspoor.graph.recognise.naming.register_names import TABLES
from beleidsspoor.graph.recognise.recognising import recognise
from beleidsspoor.graph.register.reading import Register

#: What recognition reads of a register: the names it looks for, and those of the places that make a name count.
_NAMES = frozenset((*TABLES, "gemeenten", "regios"))


def read_and_recognise(path: Path, names: Register | None) -> ReadDocument:
    """The document at `path` and all that it sets out; `names` is a register, or what `only_names` leaves of it.

    Raises InputFaults when the document cannot be read, and nothing else. Arguments and result can be pickled.
    """
    document = read_document(path)
    try:
        return read_as(path, document, recognise(document, names))
    except OSError as error:
        message = f"Dit bestand kan niet meer worden gelezen: {error.strerror or error}."
        refuse(path, message, "Controleer of u het zelf kunt openen.")


def read_as(path: Path, document: Document, recognition: Recognition) -> ReadDocument:
    """A document with its recognition and the facts of its file. Raises OSError when the file is gone."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return ReadDocument(document, recognition, path.name, sha256)


def only_names(register: Register) -> Register:
    """The register with the rows that recognition reads and no others: light enough to send along with every task."""
    rows = tuple(row for row in register.rows if row.table.name in _NAMES)
    return Register(register.root, register.schema, rows, register.version)

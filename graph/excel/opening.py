"""Opening an Excel workbook that somebody sends, without trusting it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from beleidsspoor.graph.documents.archive import open_archive, read_member
from beleidsspoor.graph.documents.limits import LIMITS, check_file, refuse

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_OLE = b"\xd0\xcf\x11\xe0"
#: What openpyxl raises on a file that is no workbook, or a broken one.
_BROKEN = (
    KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OSError, EOFError, OverflowError,
    NotImplementedError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
_WORKBOOK = "xl/workbook.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@contextmanager
def open_workbook(path: Path) -> Iterator[Workbook]:
    """The workbook, for reading row by row; formulas stay formulas.

    Raises InputFaults, also for what turns out to be broken while it is read: another kind of file, a locked or an old
    one, one that is too big.
    """
    from openpyxl import load_workbook

    archive = _archive(path)
    assert archive.fp is not None
    archive.fp.seek(0)
    try:
        yield load_workbook(archive.fp, read_only=True)
    except _BROKEN as error:
        message = f"Dit bestand kan niet als Excel-bestand worden gelezen ({type(error).__name__})."
        refuse(path, message, "Open het in Excel of LibreOffice en bewaar het opnieuw als .xlsx.")


def merged_cells(path: Path) -> dict[str, list[str]]:
    """The ranges of merged cells, such as `A2:A5`, by the name of their sheet.

    openpyxl does not give them when it reads row by row. Raises InputFaults.
    """
    archive = _archive(path)
    try:
        targets = _targets(read_member(path, archive, "xl/_rels/workbook.xml.rels"))
        sheets = ElementTree.fromstring(read_member(path, archive, _WORKBOOK)).iter()
        found: dict[str, list[str]] = {}
        for sheet in sheets:
            target = targets.get(sheet.get(_RELATION, ""))
            if sheet.tag.endswith("}sheet") and target is not None:
                content = read_member(path, archive, target)
                if b"mergeCell" in content:
                    found[sheet.get("name", "")] = list(_ranges(content))
        return found
    except ElementTree.ParseError as error:
        message = f"Dit bestand kan niet als Excel-bestand worden gelezen ({type(error).__name__})."
        refuse(path, message, "Open het in Excel of LibreOffice en bewaar het opnieuw als .xlsx.")


def _archive(path: Path) -> zipfile.ZipFile:
    check_file(path, LIMITS.file)
    with path.open("rb") as file:
        if file.read(len(_OLE)) == _OLE:
            refuse(path, "Dit bestand is beveiligd, of het is een oud Excel-bestand (.xls).", "Bewaar het als .xlsx.")
    archive = open_archive(path)
    if _WORKBOOK not in archive.namelist():
        refuse(path, "Dit is geen Excel-bestand (.xlsx).", "Bewaar het in Excel of LibreOffice als .xlsx.")
    return archive


def _targets(relations: bytes) -> dict[str, str]:
    """The files of the archive by the id of their relation."""
    elements = ElementTree.fromstring(relations)
    found = ((each.get("Id", ""), each.get("Target", "")) for each in elements)
    return {name: target[1:] if target.startswith("/") else f"xl/{target}" for name, target in found}


def _ranges(sheet: bytes) -> Iterator[str]:
    for element in ElementTree.fromstring(sheet).iter():
        if element.tag.endswith("}mergeCell"):
            yield element.get("ref", "")

"""Opening a document that is a ZIP archive (.docx, .odt) without being blown up by it."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import NoReturn
from xml.parsers.expat import ExpatError

from beleidsspoor.graph.documents.doctype import declares_doctype
from beleidsspoor.graph.documents.limits import LIMITS, megabytes, read_bounded, refuse

_OLE = b"\xd0\xcf\x11\xe0"
_XML = (".xml", ".rels")
_ADVICE = "Open het document in Word of LibreOffice en bewaar het opnieuw."


def open_archive(path: Path) -> zipfile.ZipFile:
    """The archive, in memory and checked: size unpacked, ratio, number of files, names, no encryption, no document
    types.

    Raises InputFaults. zipfile never unpacks more of a file than its directory says, so the directory can be trusted
    here.
    """
    content = read_bounded(path, LIMITS.file)
    if content.startswith(_OLE):
        refuse(
            path,
            "Dit bestand is beveiligd met een wachtwoord, of het is een oud Word-bestand (.doc).",
            "Open het in Word, haal het wachtwoord weg en bewaar het als .docx.",
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        _broken(path, error)
    if len(members) > LIMITS.archive_files:
        refuse(path, f"Dit bestand bevat meer dan {LIMITS.archive_files} onderdelen; dat wordt niet gelezen.", _ADVICE)
    total = sum(member.file_size for member in members)
    if total > LIMITS.unpacked or (total > 10_000_000 and total > LIMITS.ratio * len(content)):
        refuse(
            path,
            f"Dit bestand wordt uitgepakt {megabytes(total)} groot; dat kan een aanval zijn en wordt niet gelezen.",
            _ADVICE,
        )
    for member in members:
        _check_member(path, archive, member)
    return archive


def _check_member(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    name = member.filename
    if (
        name.startswith(("/", "\\"))
        or ".." in PurePosixPath(name.replace("\\", "/")).parts
        or ":" in name.split("/")[0]
    ):
        refuse(
            path,
            f"Dit bestand bevat een onderdeel met een verdacht pad ('{name[:80]}') en wordt niet gelezen.",
            _ADVICE,
        )
    if member.flag_bits & 0x1:
        refuse(path, "Dit bestand is beveiligd met een wachtwoord.", "Haal het wachtwoord weg en bewaar het opnieuw.")
    content = read_member(path, archive, name)
    if not name.lower().endswith(_XML):
        # A picture or web page inside may have one. A part that is XML under another name is left to the limits of the
        # parsers on how much entities may grow: libxml2 (python-docx) and expat (openpyxl).
        return
    try:
        doctype = declares_doctype(content)
    except ExpatError as error:
        _broken(path, error)
    if doctype:
        refuse(
            path,
            "Dit bestand bevat een documenttype in de XML; dat kan een aanval zijn en wordt niet gelezen.",
            _ADVICE,
        )


def read_member(path: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one file in the archive. Raises InputFaults when it is broken."""
    try:
        with archive.open(name) as file:
            return file.read()
    except (
        zipfile.BadZipFile,
        zlib.error,
        ValueError,
        NotImplementedError,
        EOFError,
        OSError,
        KeyError,
        RuntimeError,
    ) as error:
        _broken(path, error)


def _broken(path: Path, error: Exception) -> NoReturn:
    refuse(path, f"Dit bestand is beschadigd en kan niet worden geopend ({type(error).__name__}).", _ADVICE)

"""How much a document may hold, and the Dutch refusal of what is too big, broken or locked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from beleidsspoor.graph.faults import Fault, InputFaults


@dataclass(frozen=True)
class Limits:
    """The bounds within which every document is read; a budget of a big municipality stays far below them.

    Sizes are in bytes, `line` in characters; `memory`, `disk` (what is kept there while reading) and `seconds` are for
    one document.
    """

    file: int = 200_000_000
    text_file: int = 50_000_000
    markup_file: int = 20_000_000
    unpacked: int = 200_000_000
    ratio: int = 200
    archive_files: int = 10_000
    line: int = 200_000
    markup_line: int = 50_000
    lines: int = 1_000_000
    pages: int = 5_000
    page_characters: int = 200_000
    nesting: int = 200
    memory: int = 2_000_000_000
    disk: int = 500_000_000
    seconds: float = 300.0


LIMITS = Limits()


def refuse(path: Path, message: str, advice: str, line: int | None = None) -> NoReturn:
    """Raise InputFaults with one fault for this document."""
    raise InputFaults([Fault(str(path), line, None, message, advice)])


def megabytes(size: int) -> str:
    """A size in Dutch: '12 MB'."""
    return f"{max(1, round(size / 1_000_000))} MB"


def check_file(path: Path, limit: int) -> None:
    """Raise InputFaults when the file is missing, no file, empty or larger than `limit`."""
    if not path.exists():
        refuse(path, "Dit bestand bestaat niet.", "Controleer de naam en de map.")
    if not path.is_file():
        refuse(path, "Dit is geen gewoon bestand.", "Geef de naam van een document op.")
    size = path.stat().st_size
    if size > limit:
        _refuse_size(path, limit)
    if not size:
        refuse(path, "Dit bestand is leeg.", "Bewaar het document opnieuw en probeer het nog eens.")


def read_bounded(path: Path, limit: int) -> bytes:
    """The bytes of the file. Raises InputFaults when it cannot be read, is empty or larger than `limit`."""
    check_file(path, limit)
    try:
        # One byte more than allowed: a file may grow after its size was asked.
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        refuse(path, f"Dit bestand kan niet worden gelezen: {error.strerror}.", "Controleer of u het zelf kunt openen.")
    if len(content) > limit:
        _refuse_size(path, limit)
    return content


def _refuse_size(path: Path, limit: int) -> NoReturn:
    refuse(
        path,
        f"Dit bestand is groter dan {megabytes(limit)}; dat wordt niet gelezen.",
        "Splits het document, of bewaar het opnieuw zonder grote afbeeldingen.",
    )

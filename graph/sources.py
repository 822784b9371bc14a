"""The documents themselves, in a folder of the user: opened, held against the register, and quoted from.

The documents are never part of the project. Without them a fact shows its document, section and line; with them the
tool can say whether each passage still stands there, and show its words.
"""

from __future__ import annotations

import enum
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from beleidsspoor.graph.dataset import Dataset
from beleidsspoor.graph.faults import Fault, InputFaults, in_reading_order
from beleidsspoor.graph.fingerprints import Passage, SearchText
from beleidsspoor.graph.names import Names
from beleidsspoor.graph.register.cells import shorten
from beleidsspoor.graph.register.reading import Register, Row
from beleidsspoor.graph.terms import ID_BASE

#: A quote is long enough to recognise the passage, and no copy of the document.
LONGEST_QUOTE = 300

#: The forms whose lines are those of the file itself, unless it is UTF-16.
_OWN_LINES = (".txt", ".md")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")

#: A hyphen at the end of a line, but not the one of 'zorg- en welzijn'.
_LINE_END = r"-[^\S\n]*\n\s*(?!(?:en|of|tot)\b)"
_BROKEN_WORD = re.compile(rf"(?<=[a-zà-ÿ]){_LINE_END}(?=[a-zà-ÿ])|\u00ad\s*")
_BROKEN_AT_HYPHEN = re.compile(rf"(?<=\w){_LINE_END}(?=\w)")


class FileState(enum.Enum):
    """How the file of a document compares with what the register says of it."""

    SAME = "het bestand klopt"
    CHANGED = "het controlegetal klopt niet"
    UNREADABLE = "het bestand is niet te lezen"
    ABSENT = "het bestand is er niet"
    WITHOUT = "het register heeft alleen de titel, niet de tekst"


@dataclass(frozen=True)
class Source:
    """One document of the register: its row, its file as it was found, its text when it can be read, and its faults."""

    row: Row
    state: FileState
    path: Path | None = None
    text: SearchText | None = field(default=None, repr=False)
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class PlaceCheck:
    """One place of the register, and where its passage stands now; None when it is not found."""

    row: Row
    found: Passage | None

    @property
    def lines(self) -> tuple[int, int]:
        """The first and last line that the register gives."""
        return _lines(self.row)

    @property
    def moved(self) -> bool:
        """Whether the passage stands outside the lines that the register gives."""
        first, last = self.lines
        return self.found is not None and not first <= self.found.first <= self.found.last <= last


@dataclass(frozen=True)
class DocumentReport:
    """What was found of one document. `places` holds every place that the register has in it."""

    source: Source
    places: tuple[PlaceCheck, ...]

    @property
    def found(self) -> int:
        """How many passages were found, moved ones included."""
        return sum(place.found is not None for place in self.places)

    @property
    def moved(self) -> int:
        """How many passages stand on other lines than the register says."""
        return sum(place.moved for place in self.places)


@dataclass(frozen=True)
class SourceReport:
    """The check of a register against its documents.

    `faults` tells whatever is not as the register says: a file that is absent, unreadable or changed, a passage that
    stands on other lines or is gone. It is empty only when register and documents agree in everything.
    """

    folder: Path
    documents: tuple[DocumentReport, ...]
    faults: tuple[Fault, ...]

    @property
    def found(self) -> int:
        """How many passages were found in all documents."""
        return sum(document.found for document in self.documents)

    @property
    def total(self) -> int:
        """How many places the register has in documents whose text should be there."""
        return sum(len(each.places) for each in self.documents if each.source.state is not FileState.WITHOUT)


class Sources:
    """The documents of a register that were found in one folder."""

    def __init__(self, folder: Path, documents: dict[str, Source]) -> None:
        """`documents` by the IRI of the document."""
        self.folder = folder
        self.documents = documents

    @classmethod
    def open(cls, folder: Path, register: Register, base: str = ID_BASE) -> Sources:
        """Read the file of every document of `register` in `folder`, by name, and a renamed one by its SHA-256.

        What is wrong with a file is a fault of its Source. Raises InputFaults when there is no such folder.
        """
        if not folder.is_dir():
            advice = "Geef met --bronnen de map met de documenten."
            raise InputFaults([Fault(str(folder), None, None, "Deze map is er niet.", advice)])
        names, shelf = Names(register, base), _Shelf(folder)
        found = {names.thing(row)[1:-1]: shelf.source(row) for row in register.rows_of("documenten")}
        return cls(folder, found)

    def quote(self, document: str, first: int, last: int, fingerprint: str) -> str | None:
        """The words of a passage, on one line and at most LONGEST_QUOTE characters, also when its lines have moved.

        `document` is the IRI of the document; lines and fingerprint are those of the place. None when the document is
        not at hand or does not hold the passage.
        """
        source = self.documents.get(document)
        passage = source.text.find(fingerprint, first, last) if source and source.text else None
        return tidy(passage.text) if passage else None


def check_sources(dataset: Dataset, folder: Path) -> SourceReport:
    """Hold every place of the register against the documents in `folder`. Raises InputFaults without such a folder."""
    sources = Sources.open(folder, dataset.register, dataset.base)
    names = Names(dataset.register, dataset.base)
    places: dict[str, list[Row]] = {iri: [] for iri in sources.documents}
    for row in dataset.register.rows_of("vindplaatsen"):
        document = names.referred(row.one("document") or "", row.ruimte)[1:-1]
        places.get(document, []).append(row)
    reports = []
    for iri, source in sources.documents.items():
        checks = tuple(PlaceCheck(row, _passage(row, source)) for row in places[iri])
        reports.append(DocumentReport(source, checks))
    faults = [fault for report in reports for fault in (*report.source.faults, *_place_faults(report))]
    return SourceReport(folder, tuple(reports), tuple(in_reading_order(faults)))


def tidy(text: str) -> str:
    """A passage as one line: white space made even, words that a line end broke put together, cut when it is long.

    >>> tidy("de samen-\\nwerking   in zorg- \\n en  welzijn")
    'de samenwerking in zorg- en welzijn'
    """
    text = _BROKEN_AT_HYPHEN.sub("-", _BROKEN_WORD.sub("", text))
    text = " ".join(text.split())
    if len(text) <= LONGEST_QUOTE:
        return text
    kept, _, _ = text[:LONGEST_QUOTE].rpartition(" ")
    return (kept or text[: LONGEST_QUOTE - 1]) + "…"


class _Shelf:
    """The files of one folder, by name; hashed only when a document is looked for by its content."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = {path.name: path for path in sorted(folder.iterdir()) if path.is_file()}
        self._by_sha: dict[str, Path] | None = None

    def source(self, row: Row) -> Source:
        """The document of this row, as the folder has it."""
        name, expected = row.one("bestand"), row.one("sha256")
        if name is None:
            return Source(row, FileState.WITHOUT)
        path = self._files.get(name) or self._find(expected)
        if path is None:
            message = f"Het bestand '{shorten(name)}' is er niet in {self._folder}."
            wrong = _fault(row, "bestand", message, "Zet het bestand in de map.")
            return Source(row, FileState.ABSENT, faults=(wrong,))
        try:
            raw = path.read_bytes()
        except OSError as error:
            message = f"Het bestand kan niet worden gelezen ({error.strerror or 'onbekende oorzaak'})."
            wrong = Fault(str(path), None, None, message, "Controleer de rechten.")
            return Source(row, FileState.UNREADABLE, path, faults=(wrong,))
        text = _drawn(path) if _is_drawn(path, raw) else _decode(raw, path)
        if isinstance(text, Fault):
            return Source(row, FileState.UNREADABLE, path, faults=(text,))
        actual = hashlib.sha256(raw).hexdigest()
        if actual == expected:
            return Source(row, FileState.SAME, path, SearchText(text))
        message = f"Dit is niet het controlegetal van {path.name}: dat is {actual}."
        advice = "Kijk wat er in het document veranderd is. Klopt het register nog, zet dan dit getal in de cel."
        return Source(row, FileState.CHANGED, path, SearchText(text), (_fault(row, "sha256", message, advice),))

    def _find(self, sha256: str | None) -> Path | None:
        if self._by_sha is None:
            self._by_sha = {_sha256(path): path for path in reversed(self._files.values())}
        return self._by_sha.get(sha256 or "")


def _is_drawn(path: Path, raw: bytes) -> bool:
    """Whether the lines of this file are drawn from it by a reader: all forms but text, which has lines of its own."""
    from beleidsspoor.graph.documents.reading import FORMS

    suffix = path.suffix.lower()
    return suffix in FORMS and (suffix not in _OWN_LINES or raw.startswith(_UTF16))


def _drawn(path: Path) -> str | Fault:
    from beleidsspoor.graph.documents.reading import read_document

    try:
        return "\n".join(read_document(path).lines)
    except InputFaults as error:
        return error.faults[0]


def _decode(raw: bytes, path: Path) -> str | Fault:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Fault(str(path), line, None, "De tekst is geen UTF-8.", "Bewaar het bestand als tekst in UTF-8.")
    if not text.strip():
        return Fault(str(path), None, None, "Het bestand is leeg.", "Zet het goede bestand in de map.")
    return text.replace("\r\n", "\n")


def _sha256(path: Path) -> str:
    """The SHA-256 of a file; empty for a file that cannot be read, which so is never the one that is looked for."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _passage(row: Row, source: Source) -> Passage | None:
    return source.text.find(row.one("vingerafdruk") or "", *_lines(row)) if source.text else None


def _place_faults(report: DocumentReport) -> Iterator[Fault]:
    if report.source.text is None or report.source.path is None:
        return
    for place in report.places:
        first, last = place.lines
        if place.found is None:
            message = f"De passage van {_in_words(first, last)} staat niet in {report.source.path.name}."
            yield _fault(place.row, "vingerafdruk", message, "Zoek de tekst op en beschrijf de vindplaats opnieuw.")
        elif place.moved:
            message = f"De passage staat nu op {_in_words(place.found.first, place.found.last)}."
            advice = f"In het register staat {_in_words(first, last)}. Pas dat aan."
            yield _fault(place.row, "regel_van", message, advice)


def _lines(row: Row) -> tuple[int, int]:
    first = int(row.one("regel_van") or 0)
    return first, int(row.one("regel_tot") or first)


def _in_words(first: int, last: int) -> str:
    return f"regel {first}" if first == last else f"regel {first} tot en met {last}"


def _fault(row: Row, column: str, message: str, advice: str) -> Fault:
    return Fault(row.file, row.line, column, message, advice)

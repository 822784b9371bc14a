"""Reading the answers in a dossier that was filled in with Word or LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from beleidsspoor.graph.documents.archive import open_archive
from beleidsspoor.graph.documents.limits import refuse
from beleidsspoor.graph.documents.markup import attribute, check_depth, children, local_name, parse_xml
from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.reacties.answer_form import HEADS, WHO
from beleidsspoor.graph.reacties.filled_form import Filled, FilledForm, begin_of, clean, is_filled, plain

_KEYS = {plain(head): key for key, head in HEADS.items()}
#: Text that was taken away with tracked changes, codes of fields, and the old twin of a drawing.
_NO_TEXT = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "sdtPr"})
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def read_word_answers(path: Path) -> FilledForm:
    """The filled answer tables of a Word file. Raises InputFaults when it is no readable Word file."""
    body, comments = _open(path)
    answers = _Answers(path.name)
    who = ""
    for table in body.iter("{*}tbl"):
        rows = list(_rows(table))
        if any(_key(row[0])[0] for row in rows):
            answers.add_table(rows)
        elif rows and plain(rows[0][0]) == plain(WHO):
            who = who or clean(" ".join(rows[0][1:]))
    if not answers.found:
        refuse(path, "In dit bestand staat geen plek om te antwoorden.", "Geef het ingevulde dossier, als .docx.")
    notices = [] if not comments else [_margin(path.name, comments)]
    return FilledForm(path.name, tuple(answers.filled()), who, tuple(answers.faults), tuple(notices))


class _Answers:
    """Gathers answers, row by row: tables between which the empty line was taken away have become one."""

    def __init__(self, file: str) -> None:
        self.faults: list[Fault] = []
        self.found: list[dict[str, str]] = []
        self._file = file

    def add_table(self, rows: list[list[str]]) -> None:
        """Add the rows of one table. An answer starts at its reference, or where a head comes back."""
        current: dict[str, str] | None = None
        for head, *values in rows:
            key, rest = _key(head)
            value = clean("\n".join([rest, *values]))
            if key is None:
                self._unknown(head, value, current)
                continue
            if current is None or key == "element" or key in current:
                kept = {} if current is None or key == "element" else _same_element(current)
                current = dict(kept)
                self.found.append(current)
            current[key] = value

    def filled(self) -> Iterator[Filled]:
        """The answers in which something was written."""
        for number, cells in enumerate(self.found, start=1):
            if is_filled(cells):
                yield Filled(cells, self._where(number, cells))

    def _where(self, number: int, cells: dict[str, str]) -> str:
        named = f" ({begin_of(cells['element'])})" if cells.get("element") else ""
        return f"{self._file}, antwoord {number}{named}"

    def _unknown(self, head: str, value: str, current: dict[str, str] | None) -> None:
        """A row that does not belong here may hold what somebody wanted to say."""
        text = clean(f"{head}\n{value}")
        if text:
            where = self._where(len(self.found), current) if current is not None else self._file
            message = f"Deze rij hoort niet in de tabel: '{begin_of(text)}'."
            self.faults.append(Fault(where, None, None, message, f"Zet de tekst bij '{HEADS['tekst']}'."))


def _same_element(cells: dict[str, str]) -> dict[str, str]:
    return {key: cells[key] for key in ("element", "versie", "raadsvraag") if key in cells}


def _key(head: str) -> tuple[str | None, str]:
    """Which head of an answer a cell has, and what somebody typed behind it in the same cell."""
    first, _, rest = clean(head).partition("\n")
    return _KEYS.get(plain(first)), rest


def _open(path: Path) -> tuple[Any, list[tuple[str, str]]]:
    """The body of a Word file, and its comments in the margin: who, and what."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml import etree

    archive = open_archive(path)
    try:
        source = docx.Document(archive.fp)
        body = source.element.body
        check_depth(path, source.element)
        comments = list(_comments(path, source))
    except (
        PackageNotFoundError, KeyError, ValueError, AttributeError, TypeError, IndexError, NotImplementedError,
        etree.LxmlError,
    ) as error:  # fmt: skip
        message = f"Dit is geen Word-bestand dat te lezen is ({type(error).__name__})."
        refuse(path, message, "Open het in Word of LibreOffice en bewaar het opnieuw als .docx.")
    return body, comments


def _comments(path: Path, source: Any) -> Iterator[tuple[str, str]]:
    for relation in source.part.rels.values():
        if not relation.is_external and relation.reltype.endswith("/comments"):
            root = parse_xml(path, relation.target_part.blob)
            for comment in children(root, "comment"):
                yield attribute(comment, "author") or "?", clean("\n".join(map(_text, comment.iter("{*}p"))))


def _margin(file: str, comments: list[tuple[str, str]]) -> str:
    number = len(comments)
    told = "1 opmerking" if number == 1 else f"{number} opmerkingen"
    texts = "; ".join(f"{author}: '{begin_of(text)}'" for author, text in comments[:3])
    return f"{file}: {told} in de kantlijn niet gelezen ({texts}). Neem ze over bij '{HEADS['tekst']}'."


def _rows(table: Any) -> Iterator[list[str]]:
    """The texts of the cells of each row of this table itself, not of a table inside it."""
    for row in table.iter("{*}tr"):
        if _nearest(row, "tbl") is table:
            cells = [_cell(cell) for cell in row.iter("{*}tc") if _nearest(cell, "tr") is row]
            if cells:
                yield cells


def _cell(cell: Any) -> str:
    paragraphs = (paragraph for paragraph in cell.iter("{*}p") if _nearest(paragraph, "tc") is cell)
    return "\n".join(_text(paragraph) for paragraph in paragraphs)


def _nearest(element: Any, name: str) -> Any:
    return next((above for above in element.iterancestors() if local_name(above) == name), None)


def _text(element: Any) -> str:
    parts = []
    for child in element:
        name = local_name(child)
        if name == "t":
            parts.append(child.text or "")
        elif name in _MARKS:
            parts.append(_MARKS[name])
        elif name not in _NO_TEXT:
            parts.append(_text(child))
    return "".join(parts)

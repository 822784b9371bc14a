"""The document itself: which row of the register it is, or the row that it would be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from beleidsspoor.graph.documents.model import Heading
from beleidsspoor.graph.faults import Fault, InputFaults
from beleidsspoor.graph.proposal.guesses import guess
from beleidsspoor.graph.proposal.model import NEW, Cells, ProposedRow, ReadDocument
from beleidsspoor.graph.proposal.naming import Naming, initials
from beleidsspoor.graph.proposal.setting import held_against
from beleidsspoor.graph.proposal.wording import one_line
from beleidsspoor.graph.recognise.wording import squeeze
from beleidsspoor.graph.register.cells import closest
from beleidsspoor.graph.register.reading import Register, Row, is_ruimte
from beleidsspoor.graph.register.slugs import slug

#: Titles that are as alike as this, of 100, are of one document.
_SAME_TITLE = 90
_LONGEST_TITLE = 150
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OPENING = re.compile(r"^(?:inleiding|voorwoord)\s*[:–-]\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"^(.+?)-[a-z]+-?\d+$")


def propose_document(read: ReadDocument, register: Register, ruimte: str, naming: Naming) -> ProposedRow:
    """The row for the document, new or held against the one that the register has."""
    title = find_title(read)
    known = find_known(read, title, register, ruimte)
    file: Cells = {"bestand": (read.name,), "sha256": (read.sha256,)}
    if known is not None:
        return held_against(known, ruimte, file, None, ("bestand", "sha256"))
    years = sorted(_YEAR.findall(title))
    municipality = next((row for row in register.rows_of("gemeenten") if row.ruimte == ruimte), None)
    cells: Cells = {"id": (naming.free(slug(title) or "document"),), "titel": (title,)}
    cells["soort"] = (guess("documenten", "soort", f"{title} {read.name}") or "",)
    if municipality is not None:
        cells["gemeente"] = (municipality.id,)
    cells["uitgever"] = (_publisher(read, municipality),)
    if years:
        cells |= {"periode_van": (years[0],), "periode_tot": (years[-1],)}
    remark = "Gegokt: titel, soort, uitgever en periode. Kijk dit na."
    return ProposedRow("documenten", cells | file, NEW, remarks=(remark,))


def find_known(read: ReadDocument, title: str, register: Register, ruimte: str) -> Row | None:
    """The row of this document: with the same content, else the same file name, else nearly the same title."""
    from rapidfuzz import fuzz

    rows = [row for row in register.rows_of("documenten") if row.ruimte == ruimte]
    for column, value in (("sha256", read.sha256), ("bestand", read.name)):
        for row in rows:
            if row.one(column) == value:
                return row
    wanted = squeeze(title)
    for row in rows:
        names = (row.one("titel") or "", *row.cells.get("andere_namen", ()))
        if any(fuzz.ratio(wanted, squeeze(name)) >= _SAME_TITLE for name in names):
            return row
    return None


def find_title(read: ReadDocument) -> str:
    """The title that the file gives, else its first heading, else its first line, else its name."""
    document = read.document
    heading = next((block.printed for block in document.blocks if isinstance(block, Heading)), "")
    line = next((line for line in document.lines if line.strip()), "")
    found = next((text for text in (document.title, heading, line) if text and slug(text)), read.name)
    title = one_line(found)
    return (_OPENING.sub("", title) or title)[:_LONGEST_TITLE].strip()


def find_prefix(row: ProposedRow, register: Register, ruimte: str, naming: Naming) -> str:
    """What the ids of this document begin with: as in the register, else the initials of its title."""
    own = (other for other in register.rows if other.ruimte == ruimte and other.one("document") == row.id)
    counted = Counter(match[1] for other in own if (match := _NUMBERED.match(other.id)))
    if counted:
        return counted.most_common(1)[0][0]
    wanted = initials(row.cells["titel"][0])
    prefix, number = wanted, 2
    while naming.is_prefix(prefix):
        prefix, number = f"{wanted}.{number}", number + 1
    return prefix


def _publisher(read: ReadDocument, municipality: Row | None) -> str:
    name = (municipality.one("naam") or "") if municipality is not None else ""
    bare = name.removeprefix("Gemeente ").strip()
    said = bare and any(bare in line for line in read.document.lines)
    return f"gemeente {bare}" if said else "niet vermeld"


def check_ruimte(register: Register, wanted: str) -> None:
    """Raise InputFaults when the register has no folder of this name."""
    folders = _folders(register)
    if wanted not in folders:
        near = closest(wanted, folders)
        advice = f"Bedoelt u {near}? " if near else ""
        advice += f"Begin anders met: beleidsspoor nieuw {wanted}."
        raise InputFaults([Fault(wanted, None, None, "Deze map is er niet in het register.", advice)])


def find_ruimte(reads: Sequence[ReadDocument], register: Register) -> str:
    """The ruimte that these documents belong to: the only one that has any of them.

    Raises InputFaults when the documents do not tell.
    """
    contents = {read.sha256 for read in reads} | {read.name for read in reads}
    rows = register.rows_of("documenten")
    found = {row.ruimte for row in rows if {row.one("sha256"), row.one("bestand")} & contents}
    if len(found) == 1:
        return found.pop()
    message = "Niet duidelijk is voor welke gemeente dit voorstel is."
    advice = f"Geef de map met --ruimte. Er zijn: {', '.join(_folders(register))}."
    raise InputFaults([Fault(reads[0].name, None, None, message, advice)])


def _folders(register: Register) -> list[str]:
    return sorted(path.name for path in register.root.iterdir() if path.is_dir() and is_ruimte(path.name))

"""The document itself: which row of the register it is, or the row that it would be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from beleidsspoor.graph.documents.model import Document, Heading, Paragraph
from beleidsspoor.graph.faults import Fault, InputFaults
from beleidsspoor.graph.proposal.guesses import guess
from beleidsspoor.graph.proposal.model import NEW, Cells, ProposedRow, ReadDocument
from beleidsspoor.graph.proposal.naming import Naming, initials
from beleidsspoor.graph.proposal.setting import held_against
from beleidsspoor.graph.proposal.wording import one_line
from beleidsspoor.graph.recognise.wording import squeeze
from beleidsspoor.graph.register.reading import Register, Row
from beleidsspoor.graph.register.ruimtes import folders
from beleidsspoor.graph.register.slugs import slug

#: Titles that are as alike as this, of 100, are of one document.
_SAME_TITLE = 90
_LONGEST_TITLE = 150
#: Lines of a title page are shorter than those of running text, and end otherwise.
_SHORT_LINE = 80
_SENTENCE_ENDS = (".", "!", ":", ";", ",")
#: What Word puts into a PDF as its title.
_FILE_NAME = re.compile(r"\.(?:docx?|pdf|odt|html?|pptx?|indd)$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OPENING = re.compile(r"^(?:inleiding|voorwoord)\s*[:–-]\s*", re.IGNORECASE)
#: Headings before or after the title that say nothing of this document, without spaces, and a number before one.
_NO_TITLE = frozenset((
    "inhoud", "inhoudsopgave", "voorwoord", "woordvooraf", "tengeleide", "colofon", "inleiding", "aanleiding",
    "leeswijzer", "samenvatting", "managementsamenvatting", "publiekssamenvatting", "bijlage", "bijlagen",
    "versiebeheer", "disclaimer", "concept", "definitief", "definitieveversie", "algemeen", "missie", "visie",
    "titelblad", "document", "tekst",
))  # fmt: skip
_NUMBER = re.compile(
    r"^(?:hoofdstuk\s+|deel\s+|bijlage\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4})[.:)]?\s+", re.IGNORECASE
)
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
    """The title that the file gives, else the first heading or short line that is one, else the name of the file.

    What many documents open with, such as 'Inhoud' or 'Voorwoord', is no title.
    """
    document = read.document
    texts = (document.title or "", *_openings(document), *(line for line in document.lines if line.strip()))
    named = (title for text in texts if slug(title := _without_opening(one_line(text))))
    return next(named, read.name)[:_LONGEST_TITLE].strip()


def _openings(document: Document) -> Iterator[str]:
    """The headings of a document and the first of short lines that stand together, in reading order."""
    for block in document.blocks:
        if isinstance(block, Heading):
            yield block.printed
        elif isinstance(block, Paragraph):
            lines = document.lines[block.span.first - 1 : block.span.last]
            if all(len(line) <= _SHORT_LINE for line in lines) and not block.text.rstrip().endswith(_SENTENCE_ENDS):
                yield lines[0]


def _without_opening(text: str) -> str:
    """The text without 'Inleiding: ' before it; empty when it is no more than such a word, or the name of a file."""
    if squeeze(_NUMBER.sub("", text)) in _NO_TITLE or _FILE_NAME.search(text):
        return ""
    return _OPENING.sub("", text) or text


def find_prefix(document: str, title: str, register: Register, ruimte: str, naming: Naming) -> str:
    """What the ids of this document begin with: as in the register, else the initials of its title."""
    own = (other for other in register.rows if other.ruimte == ruimte and other.one("document") == document)
    counted = Counter(match[1] for other in own if (match := _NUMBERED.match(other.id)))
    if counted:
        return counted.most_common(1)[0][0]
    wanted = initials(title)
    prefix, number = wanted, 2
    while naming.is_prefix(prefix):
        prefix, number = f"{wanted}.{number}", number + 1
    return prefix


def _publisher(read: ReadDocument, municipality: Row | None) -> str:
    name = (municipality.one("naam") or "") if municipality is not None else ""
    bare = name.removeprefix("Gemeente ").strip()
    said = bare and any(bare in line for line in read.document.lines)
    return f"gemeente {bare}" if said else "niet vermeld"


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
    advice = f"Geef de map met --ruimte. Er zijn: {', '.join(folders(register))}."
    raise InputFaults([Fault(reads[0].name, None, None, message, advice)])

"""Drawing up a proposal: documents that were read and recognised, held against the register of one ruimte."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.proposal.documents import find_prefix, propose_document
from beleidsspoor.graph.proposal.elements import propose_elements
from beleidsspoor.graph.proposal.figures import propose_figures
from beleidsspoor.graph.proposal.links import propose_links
from beleidsspoor.graph.proposal.mentions import propose_mentions
from beleidsspoor.graph.proposal.missed import find_missed
from beleidsspoor.graph.proposal.model import SAME, Missed, Proposal, ProposedRow, ReadDocument
from beleidsspoor.graph.proposal.names import Names
from beleidsspoor.graph.proposal.naming import Naming
from beleidsspoor.graph.proposal.other_municipality import find_other_municipality
from beleidsspoor.graph.proposal.place_book import PlaceBook
from beleidsspoor.graph.proposal.setting import Setting
from beleidsspoor.graph.register.reading import Register

_ACTORS = ("gemeenten", "partners", "groepen")


def draw_up(documents: Sequence[ReadDocument], register: Register, ruimte: str) -> Proposal:
    """The proposal for `ruimte`. The same documents and register give the same proposal, with the same ids."""
    naming = Naming(row.id for row in register.rows if row.ruimte == ruimte)
    rows: list[ProposedRow] = []
    missed: list[Missed] = []
    named: dict[str, ReadDocument] = {}
    shared: dict[tuple[str, str], ProposedRow] = {}
    doubts: list[Fault] = []
    for read in documents:
        row = propose_document(read, register, ruimte, naming)
        title = row.cells["titel"][0]
        prefix = find_prefix(row.id, title, register, ruimte, naming)
        setting = _setting(read, row, prefix, register, ruimte, naming, shared)
        named[row.id] = read
        made, passed = _rows(read, setting)
        rows += [row, *made]
        missed += passed
        # Whose document the register has in this very form was settled by a person.
        if row.stand != SAME:
            doubt = find_other_municipality(read.name, title, read.document.lines, register, ruimte)
            doubts += [] if doubt is None else [doubt]
    return Proposal(ruimte, register.version, named, tuple(_in_order(rows, register)), tuple(missed), tuple(doubts))


def _setting(
    read: ReadDocument,
    row: ProposedRow,
    prefix: str,
    register: Register,
    ruimte: str,
    naming: Naming,
    shared: dict[tuple[str, str], ProposedRow],
) -> Setting:
    known = [
        place
        for place in register.rows_of("vindplaatsen")
        if place.ruimte == ruimte and place.one("document") == row.id
    ]
    municipality = next((each.id for each in register.rows_of("gemeenten") if each.ruimte == ruimte), None)
    return Setting(
        register=register,
        ruimte=ruimte,
        lines=read.document.lines,
        reference=row.id,
        prefix=prefix,
        same_file=row.stand == SAME,
        municipality=municipality,
        naming=naming,
        places=PlaceBook(read.document, row.id, known, f"{prefix}-v", naming),
        actors=Names(register, ruimte, _ACTORS),
        shared=shared,
    )


def _rows(read: ReadDocument, setting: Setting) -> tuple[list[ProposedRow], list[Missed]]:
    findings = read.recognition.findings
    elements = propose_elements(findings, setting)
    figures = list(propose_figures(findings, elements.rows, setting))
    mentions = propose_mentions(read.recognition.mentions, findings, elements.rows, setting)
    links = propose_links(findings, read.recognition.mentions, elements.rows, setting)
    missed = list(find_missed(read.document, read.recognition, setting.reference, setting.places))
    return [*elements.groups, *elements.once, *figures, *mentions, *links, *setting.places.new_rows], missed


def _in_order(rows: Iterable[ProposedRow], register: Register) -> list[ProposedRow]:
    """The rows by table, in the order of the schema; within a table as they were made."""
    order = {name: number for number, name in enumerate(register.schema.tables)}
    return sorted(rows, key=lambda row: order[row.table])

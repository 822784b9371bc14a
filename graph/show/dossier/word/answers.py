"""The places to answer in the Word file: a table per element, as `graph.reacties.answer_form` names its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidsspoor.graph.dossier.model import AnswerPlace
from beleidsspoor.graph.reacties.answer_form import CHOOSE, HEADS, WHO
from beleidsspoor.graph.show.dossier.word.styles import ANSWER_HEAD, ANSWER_TABLE, SMALL
from beleidsspoor.graph.show.dossier.word.tables import TEXT_WIDTH, add_table, set_style
from beleidsspoor.graph.show.dossier.word.xml import element, text_run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table

#: Widths of the two columns, and room to write, in twentieths of a point.
_WIDTHS = (1900, TEXT_WIDTH - 1900)
_WHO_ROOM, _ROOM = 500, 900


def add_who(document: Document) -> None:
    """The place at the start for a name or role, which counts for every answer without one."""
    document.add_paragraph(
        "In dit dossier kunt u bij veel onderdelen reageren. Vul hieronder één keer in wie u bent: uw naam of uw rol. "
        "Schrijf daarna uw reacties in de vakken, bewaar het bestand en stuur het terug.",
    ).paragraph_format.keep_with_next = True
    table = _form(document, f"{WHO} Vul uw naam of rol in.", [WHO])
    _room(table, 0, _WHO_ROOM)


def add_answer(document: Document, place: AnswerPlace, kinds: tuple[str, ...], number: int) -> None:
    """The place to answer on one element. `number` tells the choice lists of a document apart."""
    document.add_paragraph(f"Uw reactie op: {place.name}", style=ANSWER_HEAD)
    given = {"element": place.element, "versie": place.version, "raadsvraag": place.question}
    keys = [key for key in HEADS if given.get(key) != ""]
    table = _form(document, f"Vak voor uw reactie op: {place.name}", [HEADS[key] for key in keys])
    rows = dict(zip(keys, table.rows, strict=True))
    for key, text in given.items():
        if text:
            for cell in rows[key].cells:
                set_style(cell, SMALL)
            run = rows[key].cells[1].paragraphs[0].add_run(text)
            run._r.get_or_add_rPr().append(element("noProof"))
    rows["soort"].cells[1].paragraphs[0]._p.append(_choice(kinds, number))
    _room(table, keys.index("tekst"), _ROOM)


def _form(document: Document, described: str, heads: list[str]) -> Table:
    """A table of two columns with these heads in the first, which stays on one page."""
    table = add_table(document, ANSWER_TABLE, described, _WIDTHS, len(heads))
    for head, row in zip(heads, table.rows, strict=True):
        row.cells[0].paragraphs[0].add_run(head)
        for cell in row.cells:
            # The last row lets go: what follows may stand on the next page.
            cell.paragraphs[0].paragraph_format.keep_with_next = head != heads[-1]
    return table


def _room(table: Table, row: int, height: int) -> None:
    table.rows[row]._tr.get_or_add_trPr().append(element("trHeight", val=height, hRule="atLeast"))


def _choice(kinds: tuple[str, ...], number: int) -> BaseOxmlElement:
    """A list to choose from: a content control, which shows the words to choose as long as nothing is chosen."""
    items = [element("listItem", displayText=kind, value=kind) for kind in kinds]
    properties = element(
        "sdtPr",
        element("alias", val=HEADS["soort"]),
        element("id", val=number),
        element("showingPlcHdr"),
        element("dropDownList", element("listItem", displayText=CHOOSE, value=""), *items),
    )
    return element("sdt", properties, element("sdtContent", text_run(CHOOSE)))

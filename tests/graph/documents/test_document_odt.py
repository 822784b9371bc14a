"""OpenDocument texts: headings, lists, tables, notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from document_making import odt_of, zip_of

from beleidsspoor.graph.documents.model import Heading, ListItem, Paragraph, Table
from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.faults import InputFaults

_LIST_STYLE = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-bullet text:level="2" text:bullet-char="–"/></text:list-style>'
    '<style:style style:name="Vet" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
)


def test_headings_lists_and_text(tmp_path: Path) -> None:
    text = (
        '<text:h text:outline-level="1">1 Inleiding</text:h><text:p>Tekst<text:s/>met <text:span>een</text:span> deel.</text:p>'
        '<text:list text:style-name="L1"><text:list-item><text:p>Eerste</text:p><text:list><text:list-item><text:p>Dieper</text:p>'
        "</text:list-item></text:list></text:list-item><text:list-item><text:p>Tweede</text:p></text:list-item></text:list>"
        '<text:p><text:span text:style-name="Vet">Ambities</text:span></text:p>'
        "<text:p>Zin<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Noot.</text:p></text:note-body></text:note>.</text:p>"
    )
    document = read_document(odt_of(tmp_path / "stuk.odt", text, _LIST_STYLE))
    heading, paragraph, *items, bold, last, note = document.blocks
    assert isinstance(heading, Heading) and (heading.number, heading.level) == ("1", 1)
    assert isinstance(paragraph, Paragraph) and paragraph.text == "Tekst met een deel."
    assert [(item.text, item.level, item.marker) for item in items if isinstance(item, ListItem)] == [
        ("Eerste", 1, "1."), ("Dieper", 2, "–"), ("Tweede", 1, "2."),
    ]  # fmt: skip
    assert isinstance(bold, Heading) and not bold.sure
    assert isinstance(last, Paragraph) and last.text == "Zin."
    assert isinstance(note, Paragraph) and note.text == "[noot 1] Noot."


def test_a_table_with_header_rows_and_merged_cells(tmp_path: Path) -> None:
    text = (
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Wat</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-spanned="2"><text:p>Begroot</text:p></table:table-cell><table:covered-table-cell/>'
        "</table:table-row></table:table-header-rows>"
        '<table:table-row><table:table-cell><text:p>Lasten</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2">'
        "<text:p>5</text:p></table:table-cell></table:table-row></table:table>"
    )
    table = read_document(odt_of(tmp_path / "tabel.odt", text)).blocks[0]
    assert isinstance(table, Table)
    assert [row.cells for row in table.rows] == [("Wat", "Begroot", "Begroot"), ("Lasten", "5", "5")]
    assert table.rows[0].header and not table.rows[1].header


def test_what_is_no_text_document_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputFaults, match="er staat geen tekst in"):
        read_document(zip_of(tmp_path / "leeg.odt", {"mimetype": "x"}))

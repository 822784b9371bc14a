"""Word files: heading styles, counted lists, tables with merged cells, and what else stands in the file."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from document_making import write
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from beleidsspoor.graph.documents.model import Heading, ListItem, Paragraph, Table
from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.faults import InputFaults


def test_headings_paragraphs_lists_and_tables_in_reading_order(tmp_path: Path) -> None:
    source = docx.Document()
    source.add_heading("Uitvoeringsprogramma", 0)
    source.add_heading("1.1 Inleiding", 2)
    source.add_paragraph("Tekst van de inleiding.")
    source.add_paragraph("Punt", style="List Bullet")
    source.add_paragraph("Dieper punt", style="List Bullet 2")
    source.add_paragraph("Eerste", style="List Number")
    source.add_paragraph("Tweede", style="List Number")
    source.add_table(1, 2).cell(0, 0).text = "Lasten"
    source.add_paragraph("Slot van de tekst.")
    source.save(str(tmp_path / "stuk.docx"))
    document = read_document(tmp_path / "stuk.docx")
    assert [type(block) for block in document.blocks] == [
        Heading,
        Heading,
        Paragraph,
        *[ListItem] * 4,
        Table,
        Paragraph,
    ]
    heading = document.blocks[1]
    assert isinstance(heading, Heading) and (heading.number, heading.text, heading.level) == ("1.1", "Inleiding", 2)
    items = [block for block in document.blocks if isinstance(block, ListItem)]
    assert [(item.level, item.number) for item in items] == [(1, None), (2, None), (1, "1"), (1, "2")]
    assert document.title == "Uitvoeringsprogramma" and not document.paged
    assert [document.lines[block.span.first - 1] for block in document.blocks][-1] == "Slot van de tekst."


def test_merged_cells_keep_their_text_and_header_rows_are_told(tmp_path: Path) -> None:
    source = docx.Document()
    made = source.add_table(4, 4)
    for row, texts in enumerate(
        (
            ["Indicator", "Begroot", "", "Bron"],
            ["", "2025", "2026", ""],
            ["Groep", "1", "2", "CBS"],
            ["", "3", "4", "CBS"],
        )
    ):
        for column, text in enumerate(texts):
            made.cell(row, column).text = text
    made.cell(0, 1).merge(made.cell(0, 2))
    made.cell(0, 0).merge(made.cell(1, 0))
    made.cell(2, 0).merge(made.cell(3, 0))
    for row in made.rows[:2]:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    source.save(str(tmp_path / "tabel.docx"))
    table = read_document(tmp_path / "tabel.docx").blocks[0]
    assert isinstance(table, Table)
    assert [row.header for row in table.rows] == [True, True, False, False]
    assert table.heads(2) == ("Indicator", "Begroot 2025", "Begroot 2026", "Bron")
    assert table.rows[3].cells == ("Groep", "3", "4", "CBS") and table.rows[3].repeated == (0,)


def test_rows_and_cells_within_content_controls_are_read_and_a_frame_is_text(tmp_path: Path) -> None:
    source = docx.Document()
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    row = f"<w:tr>{cell.format('Jeugd')}{control.format(cell.format('20'))}</w:tr>"
    rows = f"<w:tr>{cell.format('Post')}{cell.format('2025')}</w:tr>{control.format(row)}"
    frame = f"<w:tr>{control.format(cell.format('Samen verder.'))}</w:tr>"
    for xml in (frame, rows):
        source.element.body.insert(0, parse_xml(f"<w:tbl {nsdecls('w')}>{xml}</w:tbl>"))
    source.save(str(tmp_path / "velden.docx"))

    table, text = read_document(tmp_path / "velden.docx").blocks

    assert isinstance(table, Table) and [each.cells for each in table.rows] == [("Post", "2025"), ("Jeugd", "20")]
    assert isinstance(text, Paragraph) and text.text == "Samen verder."


def test_text_in_content_controls_insertions_and_text_boxes_is_read_and_deletions_are_not(tmp_path: Path) -> None:
    source = docx.Document()
    run = "<w:r><w:t>{}</w:t></w:r>"
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p>{run.format('In een veld.')}</w:p></w:sdtContent></w:sdt>"
    changed = (
        f"<w:p {nsdecls('w')}><w:ins w:id='1'>{run.format('Nieuw woord.')}</w:ins>"
        "<w:del w:id='2'><w:r><w:delText>Oud woord.</w:delText></w:r></w:del></w:p>"
    )
    box = f"<w:p {nsdecls('w')}><w:r><w:pict><w:txbxContent><w:p>{run.format('In een kader.')}</w:p></w:txbxContent></w:pict></w:r></w:p>"
    for xml in (control, changed, box):
        source.element.body.insert(0, parse_xml(xml))
    source.sections[0].header.paragraphs[0].text = "Gemeente Voorbeeld"
    source.save(str(tmp_path / "delen.docx"))
    document = read_document(tmp_path / "delen.docx")
    assert set(document.lines) == {"In een veld.", "Nieuw woord.", "In een kader."}
    assert [(left.kind, left.text) for left in document.left_out] == [("kopregel", "Gemeente Voorbeeld")]


def test_a_short_line_in_bold_is_a_heading_that_is_not_sure(tmp_path: Path) -> None:
    source = docx.Document()
    source.add_paragraph().add_run("Wat gaan we doen?").bold = True
    source.save(str(tmp_path / "vet.docx"))
    heading = read_document(tmp_path / "vet.docx").blocks[0]
    assert isinstance(heading, Heading) and not heading.sure


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"\xd0\xcf\x11\xe0" + b"\x00" * 50, "wachtwoord"), (b"PK\x03\x04kapot", "beschadigd"), (b"tekst", "beschadigd")],
)
def test_a_locked_or_broken_file_is_refused_with_what_to_do(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(InputFaults, match=message) as refused:
        read_document(write(tmp_path / "slot.docx", content))
    assert refused.value.faults[0].advice

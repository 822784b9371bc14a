"""PDF: reading order, headings, lists, tables, running heads, grades, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from document_making import (
    SENTENCE,
    body,
    heading,
    item,
    new_page,
    pdf_in_columns,
    pdf_lines,
    pdf_locked,
    pdf_of,
    pdf_scan,
    table,
    write,
)

from beleidsspoor.graph.documents.model import Document, Heading, ListItem, Paragraph, Table
from beleidsspoor.graph.documents.pdf import read_pdf_here
from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.faults import InputFaults


def kinds(document: Document) -> list[str]:
    return [type(block).__name__ for block in document.blocks]


def test_headings_by_type_and_number_paragraphs_and_nested_items(tmp_path: Path) -> None:
    story = [
        heading("Agenda 2025"), heading("1 Inleiding", 2), body(SENTENCE * 3), heading("1.1 Acties", 3),
        item("Eerste punt"), item("Dieper punt", 2, "o"), item("Tweede punt"), item("Geteld", 1, "1."),
    ]  # fmt: skip
    document = read_document(pdf_of(tmp_path / "agenda.pdf", story))
    assert document.title == "Agenda 2025" and document.paged
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    assert [(found.number, found.text, found.level) for found in headings] == [
        (None, "Agenda 2025", 1), ("1", "Inleiding", 2), ("1.1", "Acties", 3),
    ]  # fmt: skip
    items = [block for block in document.blocks if isinstance(block, ListItem)]
    assert [(found.text, found.level, found.marker) for found in items] == [
        ("Eerste punt", 1, "•"), ("Dieper punt", 2, "o"), ("Tweede punt", 1, "•"), ("Geteld", 1, "1."),
    ]  # fmt: skip
    paragraph = next(block for block in document.blocks if isinstance(block, Paragraph))
    assert paragraph.text == (SENTENCE * 3) and paragraph.span.page == 1


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    words = [f"woord{number}" for number in range(900)]
    story = [body(" ".join(words[begin : begin + 60])) for begin in range(0, 900, 60)]
    document = read_pdf_here(pdf_in_columns(tmp_path / "kolommen.pdf", story))
    assert " ".join(block.text for block in document.blocks if isinstance(block, Paragraph)).split() == words


def test_running_heads_and_page_numbers_are_left_out_and_told(tmp_path: Path) -> None:
    def draw(page: Any, template: Any) -> None:
        page.setFont("Helvetica", 8)
        page.drawString(72, 810, "Programmabegroting 2025")
        page.drawRightString(520, 30, f"Pagina {template.page} van 4")

    story = [
        part
        for number in range(4)
        for part in (heading("Wat willen we bereiken?", 2), body(f"{SENTENCE} {number}"), new_page())
    ]
    document = read_pdf_here(pdf_of(tmp_path / "begroting.pdf", story, draw))
    assert kinds(document) == ["Heading", "Paragraph"] * 4
    assert {(left.kind, left.text, left.times) for left in document.left_out} == {
        ("kopregel", "Programmabegroting 2025", 4), ("paginanummer", "", 4),
    }  # fmt: skip
    assert any("Programmabegroting 2025" in warning.message for warning in document.warnings)
    assert "Programmabegroting 2025" in document.lines


def test_a_running_head_with_a_sign_that_stands_for_no_figure(tmp_path: Path) -> None:
    heads = ["Deel # 12", "Deel 12 1", "Deel # 12", "Deel # 12"]
    pages = [[(72, 30, head), (72, 300, "Tekst van de bladzijde.")] for head in heads]
    document = read_pdf_here(pdf_lines(tmp_path / "hekje.pdf", pages))
    assert [(left.kind, left.text, left.times) for left in document.left_out] == [("kopregel", "Deel # 12", 3)]


def test_a_word_cut_at_a_line_end_is_put_together(tmp_path: Path) -> None:
    lines = [
        (72, 100, "Wij zetten in op preventie en vroeg-"),
        (72, 114, "signalering in alle kernen van de gemeente."),
    ]
    document = read_pdf_here(pdf_lines(tmp_path / "afbreken.pdf", [lines]))
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == [
        "Wij zetten in op preventie en vroegsignalering in alle kernen van de gemeente."
    ]


def test_a_bullet_alone_on_its_line_belongs_to_the_line_below(tmp_path: Path) -> None:
    lines = [(72, 100, "•"), (90, 114, "Eerste punt"), (72, 128, "•"), (90, 142, "Tweede punt")]
    document = read_pdf_here(pdf_lines(tmp_path / "los.pdf", [lines]))
    assert [(block.text, block.marker) for block in document.blocks if isinstance(block, ListItem)] == [
        ("Eerste punt", "•"), ("Tweede punt", "•"),
    ]  # fmt: skip


ROWS = [
    ["Indicator", "Begroot 2025", "Realisatie 2023", "Bron"],
    *([f"Aantal {n}", f"{n}00", "-", "CBS"] for n in range(1, 60)),
]


def test_a_ruled_table_over_pages_is_one_with_its_header_once(tmp_path: Path) -> None:
    document = read_pdf_here(
        pdf_of(tmp_path / "tabel.pdf", [body(), table(ROWS, repeatRows=1), body("Daarna gaat de tekst verder.")])
    )
    assert kinds(document) == ["Paragraph", "Table", "Paragraph"]
    found = document.blocks[1]
    assert isinstance(found, Table)
    assert [list(row.cells) for row in found.rows] == ROWS
    assert [row.header for row in found.rows] == [True] + [False] * 59
    assert {row.span.page for row in found.rows} == {1, 2}
    assert [page.tables for page in document.pages] == [1, 1]


def test_merged_head_cells_stand_over_all_their_columns(tmp_path: Path) -> None:
    rows = [
        ["Wat", "Begroot", "", "Bron"],
        ["", "2025", "2026", ""],
        ["Lasten", "10", "20", "FIN"],
        ["Baten", "1", "2", "FIN"],
    ]
    from reportlab.lib import colors

    spans = [
        ("SPAN", (0, 0), (0, 1)),
        ("SPAN", (1, 0), (2, 0)),
        ("SPAN", (3, 0), (3, 1)),
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
    ]
    made = table(rows)
    made.setStyle(spans)
    document = read_pdf_here(pdf_of(tmp_path / "samen.pdf", [made]))
    found = document.blocks[0]
    assert isinstance(found, Table)
    assert found.heads(2) == ("Wat", "Begroot 2025", "Begroot 2026", "Bron")
    assert found.rows[0].repeated and not found.rows[2].header


def test_a_table_without_lines(tmp_path: Path) -> None:
    rows = [
        ["Bedragen x 1.000", "2025", "2026", "2027"],
        ["Lasten", "1.200", "1.300", "1.400"],
        ["Baten", "200", "300", "400"],
    ]
    document = read_pdf_here(
        pdf_of(tmp_path / "geld.pdf", [body(SENTENCE * 4), table(rows, lines=False, colWidths=110), body(SENTENCE * 4)])
    )
    assert kinds(document) == ["Paragraph", "Table", "Paragraph"]
    found = document.blocks[1]
    assert isinstance(found, Table) and [list(row.cells) for row in found.rows] == rows and found.rows[0].header


def test_a_scanned_page_is_not_read_and_said_and_the_rest_is(tmp_path: Path) -> None:
    document = read_document(pdf_scan(tmp_path / "scan.pdf"))
    assert [page.grade for page in document.pages] == ["goed", "niet gelezen"]
    assert [page.number for page in document.unread_pages] == [2]
    assert "Bladzijde 2" in document.warnings[0].message and "OCR" in document.warnings[0].advice
    assert document.blocks[0].span.page == 1


def test_a_document_of_scans_alone_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputFaults, match="Geen enkele bladzijde van dit document is te lezen") as refused:
        read_document(pdf_scan(tmp_path / "scan.pdf", pages_of_text=0))
    (fault,) = refused.value.faults
    assert "Bladzijde 1: dit is een afbeelding" in fault.message and "OCR" in fault.advice


def test_a_document_of_blank_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputFaults, match="In dit document staat geen tekst"):
        read_document(pdf_lines(tmp_path / "leeg.pdf", [[], []]))


def test_pages_in_are_pages_out_with_their_characters(tmp_path: Path) -> None:
    document = read_pdf_here(
        pdf_lines(tmp_path / "drie.pdf", [[(72, 100, "Een")], [], [(72, 100, "Drie woorden hier")]])
    )
    assert [(page.number, page.characters, page.grade) for page in document.pages] == [
        (1, 3, "goed"), (2, 0, "leeg"), (3, 15, "goed"),
    ]  # fmt: skip


def test_a_locked_pdf_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputFaults, match="beveiligd met een wachtwoord") as refused:
        read_document(pdf_locked(tmp_path / "slot.pdf"))
    assert "nieuwe PDF" in refused.value.faults[0].advice


@pytest.mark.parametrize("content", [b"%PDF-1.7 kapot", b"geen pdf", b"\x00" * 100])
def test_a_broken_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputFaults, match="beschadigd of is geen PDF"):
        read_document(write(tmp_path / "kapot.pdf", content))

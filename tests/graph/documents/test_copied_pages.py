"""Texts copied off the web or out of a PDF: lost bullets, links to elsewhere, running feet."""

from __future__ import annotations

from pathlib import Path

from beleidsspoor.graph.documents.model import Document, Heading, ListItem, Paragraph
from beleidsspoor.graph.documents.reading import read_document


def read(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "stuk.txt"
    path.write_text(text, encoding="utf-8")
    return read_document(path)


def test_a_blank_in_front_of_lines_that_stand_in_a_row_was_a_bullet(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Wat willen we?\n\n Minder schulden.\n\n Meer banen.\n\nWat nog?\n\n Rust.\n\n Ruimte.\n\n Regelmaat.\n\nEen zin.\n",
    )
    items = [block.text for block in document.blocks if isinstance(block, ListItem)]
    assert items == ["Minder schulden.", "Meer banen.", "Rust.", "Ruimte.", "Regelmaat."]


def test_a_title_with_the_number_of_the_page_is_left_out(tmp_path: Path) -> None:
    page = "Een alinea over de dorpen.\n\n" * 8
    feet = [f"Bestuursakkoord gemeente Zuidrijk 2026-2030 {number}\n" for number in (3, 4, 6)]
    document = read(tmp_path, "".join(page + foot for foot in feet))
    assert not [
        block for block in document.blocks if isinstance(block, Heading | Paragraph) and "akkoord" in block.text
    ]
    assert [(left.kind, left.times) for left in document.left_out] == [("kopregel", 3)]


def test_numbered_goals_are_no_running_feet(tmp_path: Path) -> None:
    page = "Een alinea over de dorpen.\n\n" * 8
    document = read(tmp_path, "".join(f"Actie {number}\n\n{page}" for number in (1, 2, 3)))
    assert not document.left_out


def test_the_path_to_a_page_and_where_it_can_be_sent_say_nothing(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Home / Bestuur / Akkoord\nWonen\n\nEr wordt gebouwd.\n\nDeel deze pagina:\n • Facebook\n • X\n • E-mail\n"
        "Heeft deze informatie u geholpen? Ja Nee\n",
    )
    assert [block.text for block in document.blocks if isinstance(block, Heading | Paragraph | ListItem)] == [
        "Wonen", "Er wordt gebouwd.",
    ]  # fmt: skip

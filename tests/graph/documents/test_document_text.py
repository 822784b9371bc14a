"""Plain text: lines, paragraphs, headings, lists, tables and pages, and where each stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from document_making import write

from beleidsspoor.graph.documents.model import Document, Heading, ListItem, Paragraph, Table
from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.faults import InputFaults


def read(tmp_path: Path, text: str | bytes) -> Document:
    return read_document(write(tmp_path / "stuk.txt", text))


def test_the_lines_are_those_of_the_file_and_every_block_says_which(tmp_path: Path) -> None:
    document = read(tmp_path, "1 Inleiding\r\n\r\nEen zin die\r\nverder loopt.\n")
    assert document.lines == ("1 Inleiding", "", "Een zin die", "verder loopt.")
    heading, paragraph = document.blocks
    assert isinstance(heading, Heading) and (heading.number, heading.text, heading.level) == ("1", "Inleiding", 1)
    assert isinstance(paragraph, Paragraph) and paragraph.text == "Een zin die verder loopt."
    assert (paragraph.span.first, paragraph.span.last) == (3, 4)
    assert document.text(paragraph.span) == "Een zin die\nverder loopt."


def test_a_line_separator_within_a_line_is_no_line_end(tmp_path: Path) -> None:
    document = read(tmp_path, "een\u2028twee\x85drie\nvier\n")
    assert len(document.lines) == 2


@pytest.mark.parametrize(
    ("line", "number", "text", "level", "printed"),
    [
        ("1.2.4 Toegang van inwoners", "1.2.4", "Toegang van inwoners", 3, "1.2.4 Toegang van inwoners"),
        ("Hoofdstuk 4: Inspanningen", "4", "Inspanningen", 1, "Hoofdstuk 4: Inspanningen"),
        ("BIJLAGE II", "II", "BIJLAGE II", 1, "BIJLAGE II"),
        ("5 Hoe verder...", "5", "Hoe verder...", 1, "5 Hoe verder..."),
        ("3.5.1 Mentale gezondheid koppelen aan school.", "3.5.1", "Mentale gezondheid koppelen aan school.", 3, None),
    ],
)
def test_numbered_headings(tmp_path: Path, line: str, number: str, text: str, level: int, printed: str | None) -> None:
    heading = read(tmp_path, f"\n{line}\n\nLopende tekst van deze paragraaf, die een zin is.\n").blocks[0]
    assert isinstance(heading, Heading)
    assert (heading.number, heading.text, heading.level, heading.sure) == (number, text, level, True)
    assert heading.printed == (printed or line)


def test_a_heading_over_two_lines_is_one_and_the_text_under_it_is_not_part_of_it(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "1.2 Borgen dat inwoners ook in de toekomst de maatschappelijke ondersteuning kunnen\nkrijgen die ze nodig hebben\n\n"
        "3.4.1 Samen aanbod verbeteren\nHet aanbod is van groot belang om onze inwoners mee te kunnen laten doen, en\n"
        "daarom werken wij daar met velen aan, in elke kern en met iedere partner die wil.\n",
    )
    assert [type(block) for block in document.blocks] == [Heading, Heading, Paragraph]
    first = document.blocks[0]
    assert isinstance(first, Heading) and first.text.endswith("kunnen krijgen die ze nodig hebben")


def test_a_short_line_on_its_own_is_a_heading_that_is_not_sure(tmp_path: Path) -> None:
    document = read(tmp_path, "Ambities\n- In 2029 krijgt iedereen hulp.\n\nWat moet er beter?\n\nVeel.\n")
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    assert [(heading.text, heading.sure) for heading in headings] == [
        ("Ambities", False),
        ("Wat moet er beter?", False),
    ]


def test_list_items_keep_mark_number_nesting_and_their_second_line(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "- Organisaties komen twee keer per jaar samen met als doel het delen van wat zij\nweten.\n"
        "  o dieper\n- 3) kijken met een brede blik\n\n1. Eerste\n2. Tweede\n",
    )
    items = [block for block in document.blocks if isinstance(block, ListItem)]
    assert [(item.marker, item.number, item.level) for item in items] == [
        ("-", None, 1), ("o", None, 2), ("- 3)", "3", 1), ("1.", "1", 1), ("2.", "2", 1),
    ]  # fmt: skip
    assert items[0].text.endswith("wat zij weten.")


def test_items_under_a_line_with_a_colon_that_lost_their_marks(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "De opgaven voor de lerende inwoner:\n\nGelijke kansen voor ieder kind\n\nVersterken van de doorgaande lijn\n"
        "Vergroten van basisvaardigheden\n\n1.1 Volgende kop\n\nTekst.\n",
    )
    items = [block for block in document.blocks if isinstance(block, ListItem)]
    assert [item.text for item in items] == [
        "Gelijke kansen voor ieder kind", "Versterken van de doorgaande lijn", "Vergroten van basisvaardigheden",
    ]  # fmt: skip
    assert all(item.marker is None for item in items)


def test_items_after_an_item_with_a_colon_lie_deeper(tmp_path: Path) -> None:
    document = read(tmp_path, "- De gemeente doet dit door:\n\n- Een aanbesteding te starten\n\n- Te onderzoeken hoe\n")
    assert [block.level for block in document.blocks if isinstance(block, ListItem)] == [1, 2, 2]


def test_a_sentence_over_a_page_end_is_one_and_a_cut_word_is_put_together(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Wij letten op gezondheidsproblemen.\n\nWij hebben op vele plekken in de gemeente speciale aandacht voor kwetsbare inwoners met een risico op gezondheidsproble"
        "\n\n"
        "men en achterstanden krijgen hulp.\n\nDe vroeg-\nsignalering en de in-\nen uitstroom.\n",
    )
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert any(text.endswith("met een risico op gezondheidsproblemen en achterstanden krijgen hulp.") for text in texts)
    assert "De vroegsignalering en de in- en uitstroom." in texts


def test_a_table_with_tabs_and_a_header_that_moves(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Metingen\n\nBeleidsdoelen\t\t\t\tBron\nInwoners voelen zich gezonder\tBegroot 2025\t\t\t\nTrainingen\t18\t\t\tGGD\n"
        "Op lange termijn\tBegroot 2028\t\t2022/2023\t\nSterk eenzaam\t3%\t\t8%\tMonitor\n\n \nEenzame ouderen\t4%\t\t9%\tMonitor\n",
    )
    table = document.blocks[1]
    assert isinstance(table, Table)
    assert [row.header for row in table.rows] == [True, True, False, True, False, False]
    assert table.heads(2) == ("Beleidsdoelen", "Begroot 2025", "", "", "Bron")
    assert table.heads(5) == ("Beleidsdoelen", "Begroot 2028", "", "2022/2023", "Bron")
    assert table.rows[5].span.first == 10


def test_a_table_with_its_own_header_after_white_space_is_another_one(tmp_path: Path) -> None:
    document = read(tmp_path, "Wat\tBegroot 2025\nA\t1\n\nVernieuwd\tBegroot 2025\nB\t2\n\n* betreft het aantal\n")
    assert [type(block) for block in document.blocks] == [Table, Table, Paragraph]


def test_a_form_feed_begins_a_page_and_a_page_without_text_is_said(tmp_path: Path) -> None:
    document = read(tmp_path, "Een regel.\n\f\n\fTwee regels.\n")
    assert document.paged
    assert [(page.number, page.grade) for page in document.pages] == [(1, "goed"), (2, "leeg"), (3, "goed")]
    assert document.blocks[-1].span.page == 3 == document.page_of(3)


def test_the_blank_that_a_page_end_left_is_no_indent(tmp_path: Path) -> None:
    text = "\n 1.1 Kop een\n\nTekst van de eerste bladzijde.\n 1.2 Kop twee\n\n- punt een\n - punt twee\n"
    document = read(tmp_path, text)
    assert [block.level for block in document.blocks if isinstance(block, ListItem)] == [1, 1]


def test_bold_marks_are_taken_off_and_told(tmp_path: Path) -> None:
    bold, half = read(tmp_path, "- **Uitvoeren sociale werkvoorziening**\n- Omschrijving**\n").blocks
    assert isinstance(bold, ListItem) and bold.text == "Uitvoeren sociale werkvoorziening" and bold.bold
    assert isinstance(half, ListItem) and half.text == "Omschrijving" and not half.bold


def test_windows_text_is_read_and_said(tmp_path: Path) -> None:
    document = read(tmp_path, "Eén café in de buurt.".encode("cp1252"))
    assert document.lines == ("Eén café in de buurt.",)
    assert "Windows-tekst" in document.warnings[0].message and document.warnings[0].advice


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "is leeg"), (b"MZ\x00\x01", "is geen tekst"), (b"x" * 300_000, "meer dan 200000 tekens")],
)
def test_what_is_no_text_is_refused_with_what_to_do(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(InputFaults, match=message) as refused:
        read(tmp_path, content)
    assert refused.value.faults[0].advice


def test_two_stars_behind_a_figure_point_to_a_note_and_stay(tmp_path: Path) -> None:
    path = tmp_path / "tabel.txt"
    path.write_text("Indicator\t2023\t2024\nAantal scholen**\t1**\t2\n", encoding="utf-8")
    (table,) = read_document(path).blocks
    assert isinstance(table, Table) and table.rows[1].cells == ("Aantal scholen**", "1**", "2")

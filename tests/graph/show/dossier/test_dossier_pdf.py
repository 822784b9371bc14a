"""The PDF as a reader and a screen reader meet it."""

from __future__ import annotations

import ctypes
import re

import pypdfium2
import pytest
from dossier_case import CHARTS, dossier
from hypothesis import given, settings
from hypothesis import strategies as st

from beleidsspoor.graph.dossier.model import AnswerPlace, Bullets, DataTable, Dossier, Paragraph, Section
from beleidsspoor.graph.show.dossier.typesetting import breakable, pictures, showable
from beleidsspoor.graph.show.dossier.writing import kinds_of_reaction, write_dossier


@pytest.fixture(scope="module")
def content() -> bytes:
    return write_dossier(dossier(), ".pdf")


@pytest.fixture(scope="module")
def pages(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def test_the_same_dossier_gives_the_same_bytes(content: bytes) -> None:
    assert write_dossier(dossier(), ".pdf") == content


def test_it_is_tagged_dutch_and_has_a_title(content: bytes) -> None:
    document = pypdfium2.PdfDocument(content)
    assert pypdfium2.raw.FPDFCatalog_IsTagged(document)
    assert document.get_metadata_value("Title") == "Dossier gemeente Dorp"
    assert b"pdfuaid:part" in content
    assert b"nl-NL" in content
    assert b"CreationDate" not in content


def alternatives(content: bytes) -> list[str]:
    """The alternative texts in the tags of all pages."""
    found = []
    raw = pypdfium2.raw

    def walk(element: object) -> None:
        length = raw.FPDF_StructElement_GetAltText(element, None, 0)
        if length > 2:
            room = ctypes.create_string_buffer(length)
            raw.FPDF_StructElement_GetAltText(element, room, length)
            found.append(room.raw.decode("utf-16-le").rstrip("\0"))
        for place in range(raw.FPDF_StructElement_CountChildren(element)):
            if child := raw.FPDF_StructElement_GetChildAtIndex(element, place):
                walk(child)

    for page in pypdfium2.PdfDocument(content):
        tree = raw.FPDF_StructTree_GetForPage(page)
        for place in range(raw.FPDF_StructTree_CountChildren(tree)):
            walk(raw.FPDF_StructTree_GetChildAtIndex(tree, place))
        raw.FPDF_StructTree_Close(tree)
    return found


def test_every_drawing_has_an_alternative_text(content: bytes) -> None:
    assert {showable(chart.alt).replace("\u200b", "") for chart in CHARTS.values()} <= {
        text.replace("\u200b", "") for text in alternatives(content)
    }


def test_the_contents_tell_the_pages(pages: list[str]) -> None:
    assert re.search(r"1 Gezond leven [. ]*2", pages[0])
    assert re.search(rf"A Wat verder is gevraagd [. ]*{len(pages)}", pages[0])
    assert f"Pagina 1 van {len(pages)}" in pages[0]
    assert "A.1 De overige acties" in pages[-1]


def test_the_head_of_a_table_stands_on_every_page_of_it(pages: list[str]) -> None:
    assert sum("Wie voert uit" in page for page in pages) == 2


def test_there_is_room_to_write_with_the_mark_of_the_element(pages: list[str]) -> None:
    assert "Uw reactie op: Meer inwoners bewegen elke dag" in pages[1]
    assert "Kenmerk: dorp:opgave-1" in pages[1]
    assert all(kind in pages[1] for kind in kinds_of_reaction())


def test_text_is_never_markup(pages: list[str]) -> None:
    text = " ".join(pages)
    assert "#set page(fill: red) $x$ *ster* @plek" in text
    assert "<script>window.gehackt=1</script>" in text


def test_signs_without_a_font_are_shown_as_missing() -> None:
    assert showable("één – ☐ €; feest 🎉 漢 שלום") == "één – ☐ €; feest � � שלום"


def test_very_long_words_can_break() -> None:
    assert breakable("gewoon woord") == "gewoon woord"
    assert max(map(len, breakable("x" * 200).split("\u200b"))) <= 20


def test_pictures_for_word_are_as_many_as_the_drawings() -> None:
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><text x="1" y="9">漢</text></svg>'
    for number in (1, 2):
        made = pictures([drawn] * number)
        assert len(made) == number
        assert all(one.startswith(b"\x89PNG") for one in made)


def test_an_empty_dossier_is_a_page() -> None:
    assert len(pypdfium2.PdfDocument(write_dossier(Dossier("Titel", "", (), ()), ".pdf"))) == 1


@settings(max_examples=60)
@given(st.text(), st.text(min_size=1, max_size=300))
def test_any_text_can_be_printed(short: str, long: str) -> None:
    blocks = (
        Section(7, f"kop {short}", "a"),
        Paragraph(long, short),
        Bullets((Paragraph(long),)),
        DataTable(short, (short, long), ((long, short),)),
        AnswerPlace(long, short, short),
    )
    assert write_dossier(Dossier(f"titel {long}", short, ((short, long),), blocks), ".pdf").startswith(b"%PDF")

"""The Word file as Word and a screen reader meet it: styles, numbers, heads, alternative texts, places to answer."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from dossier_case import CHARTS, NASTY, answer, dossier

from beleidsspoor.graph.dossier.model import Dossier
from beleidsspoor.graph.reacties.answer_form import CHOOSE, HEADS, WHO
from beleidsspoor.graph.show.dossier.writing import kinds_of_reaction, write_dossier

SOFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def content() -> bytes:
    return write_dossier(dossier(), ".docx")


@pytest.fixture(scope="module")
def word(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def part(content: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read(name).decode()


def answer_tables(word: Any) -> list[dict[str, str]]:
    """Each answer table as its heads and what stands beside them, content controls included."""
    found = []
    for table in word.tables:
        rows = [
            tuple("".join(t.text or "" for t in cell._tc.iter(qn("w:t"))) for cell in row.cells) for row in table.rows
        ]
        if rows[0][0] == HEADS["element"]:
            found.append(dict(rows))
    return found


def test_the_same_dossier_gives_the_same_bytes(content: bytes) -> None:
    assert write_dossier(dossier(), ".docx") == content
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_headings_have_words_own_styles(word: Any) -> None:
    headings = [(p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith(("Title", "Heading"))]
    assert headings[:5] == [
        ("Title", "Dossier gemeente Dorp"),
        ("Heading 1", "Gezond leven"),
        ("Heading 2", "Wat de gemeente wil"),
        ("Heading 3", "Meer bewegen"),
        ("Heading 2", "Wat er gebeurt, en wie het doet"),
    ]


def test_numbers_of_headings_belong_to_their_style(content: bytes, word: Any) -> None:
    numbering = word.part.numbering_part.element
    tied = {level.find(qn("w:pStyle")).get(qn("w:val")): level.find(qn("w:lvlText")).get(qn("w:val"))
            for level in numbering.iter(qn("w:lvl")) if level.find(qn("w:pStyle")) is not None}  # fmt: skip
    assert tied == {"Heading1": "%1", "Heading2": "%1.%2", "Heading3": "%1.%2.%3"}
    assert word.styles["Heading 2"].element.pPr.numPr.ilvl.val == 1


def test_the_table_of_contents_is_a_field_that_is_filled(content: bytes, word: Any) -> None:
    entries = [
        "".join(t.text for t in p._p.iter(qn("w:t"))) for p in word.paragraphs if p.style.name in ("TOC 1", "TOC 2")
    ]
    assert entries[:3] == ["1Gezond leven", "1.1Wat de gemeente wil", "1.2Wat er gebeurt, en wie het doet"]
    assert entries[-2:] == ["AWat verder is gevraagd", "A.1De overige acties"]
    body = part(content, "word/document.xml")
    assert len(re.findall(r'TOC \\o "1-2"', body)) == 1
    links, names = re.findall(r'w:anchor="(\w+)"', body), re.findall(r'<w:bookmarkStart [^>]*w:name="(\w+)"', body)
    assert set(links) <= set(names)
    begins, ends = (len(re.findall(f'fldCharType="{kind}"', body)) for kind in ("begin", "end"))
    assert begins == ends


def test_word_asks_nothing_when_it_opens_the_file(content: bytes) -> None:
    for name in ("word/settings.xml", "word/document.xml"):
        assert not re.search(r"updateFields|w:dirty", part(content, name))
    assert 'w:name="compatibilityMode"' in part(content, "word/settings.xml")


def test_language_title_and_maker(content: bytes, word: Any) -> None:
    properties = word.core_properties
    assert (properties.title, properties.language, properties.author) == (
        "Dossier gemeente Dorp",
        "nl-NL",
        "Beleidsspoor",
    )
    assert set(re.findall(r'<w:lang [^>]*w:val="([^"]+)"', part(content, "word/styles.xml"))) == {"nl-NL"}
    assert not re.search(
        "created|modified<|thumbnail", part(content, "docProps/core.xml") + part(content, "_rels/.rels")
    )


def test_every_picture_has_an_alternative_text(word: Any) -> None:
    described = [found.get("descr") for found in word.element.iter(qn("wp:docPr"))]
    assert described == [chart.alt for chart in CHARTS.values()]


def test_tables_repeat_their_head_and_keep_rows_whole(word: Any) -> None:
    data = [table for table in word.tables if table.style.name == "Dossiertabel"]
    assert len(data) == 2
    for table in data:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
    assert [cell.text for cell in data[0].rows[40].cells] == ["Trainingen in wijk 40", "Sportclub Noord", "dit is er"]


def test_captions_are_counted_by_word(content: bytes, word: Any) -> None:
    captions = [p.text for p in word.paragraphs if p.style.name == "Caption"]
    assert captions[:2] == [
        "Tabel 1. De acties van dit thema",
        "Grafiek 1. Inwoners met een maatwerkvoorziening (aantal)",
    ]
    assert "SEQ Grafiek" in part(content, "word/document.xml")


def test_each_place_to_answer_is_a_table_by_its_heads(word: Any) -> None:
    found = answer_tables(word)
    assert [table[HEADS["element"]] for table in found] == [f"dorp:opgave-{number}" for number in (1, 2, 3, 4)]
    assert found[0] == {
        HEADS["element"]: "dorp:opgave-1",
        HEADS["versie"]: answer(1).version,
        HEADS["soort"]: CHOOSE,
        HEADS["tekst"]: "",
        HEADS["wie"]: "",
    }
    assert [table.rows[0].cells[0].text for table in word.tables].count(WHO) == 1


def test_the_kind_of_reaction_is_chosen_from_the_list(word: Any) -> None:
    controls = list(word.element.iter(qn("w:sdt")))
    assert len(controls) == 4
    assert len({control.find(f"{qn('w:sdtPr')}/{qn('w:id')}").get(qn("w:val")) for control in controls}) == 4
    words = [item.get(qn("w:value")) for item in controls[0].iter(qn("w:listItem"))]
    assert words == ["", *kinds_of_reaction()]


def test_without_places_to_answer_nobody_is_asked_for_a_name() -> None:
    word = Document(io.BytesIO(write_dossier(Dossier("Titel", "", (), ()), ".docx")))
    assert not word.tables
    assert [p.text for p in word.paragraphs] == ["Titel"]


def test_numbered_lists_start_at_one_each(word: Any) -> None:
    numbered = [p for p in word.paragraphs if p.style.name == "List Number"]
    assert len({p._p.pPr.numPr.numId.val for p in numbered}) == 1
    assert len(numbered) == 3
    starts = word.part.numbering_part.element.findall(f"{qn('w:num')}/{qn('w:lvlOverride')}/{qn('w:startOverride')}")
    assert [start.get(qn("w:val")) for start in starts] == ["1"]


def test_nasty_texts_stay_as_they_are(word: Any) -> None:
    said = [p.text for p in word.paragraphs if p.style.name == "List Bullet"]
    assert said[-len(NASTY) :] == [*NASTY[:-1], "om�keer�"]


def test_charts_stand_in_two_columns_and_text_in_one(word: Any) -> None:
    columns = [section._sectPr.find(qn("w:cols")).get(qn("w:num")) for section in word.sections]
    assert columns[:2] == ["1", "2"]
    assert columns[-1] in ("1", None)
    assert {section.start_type.name for section in word.sections} == {"CONTINUOUS"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Has LibreOffice make something else of a file; without it the test is skipped, and says so."""
    if SOFFICE is None:
        pytest.skip("OVERGESLAGEN: LibreOffice is er niet (apt-get install libreoffice-writer-nogui)")
    home = tmp_path_factory.mktemp("office")

    def convert(path: Path, to: str) -> Path:
        made = home / to
        subprocess.run(
            [str(SOFFICE), f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless", "--convert-to", to,
             "--outdir", str(made), str(path)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        found = made / f"{path.stem}.{to}"
        if not found.exists():
            pytest.skip("OVERGESLAGEN: dit LibreOffice kan geen Word-bestanden lezen (libreoffice-writer-nogui)")
        return found

    return convert


def test_libreoffice_shows_numbers_and_contents(content: bytes, office: Any, tmp_path: Path) -> None:
    path = tmp_path / "dossier.docx"
    path.write_bytes(content)
    pages = pypdfium2.PdfDocument(office(path, "pdf"))
    text = [" ".join(page.get_textpage().get_text_bounded().split()) for page in pages]
    assert "1.2 Wat er gebeurt, en wie het doet" in text[0]
    assert "A.1 De overige acties" in text[0]
    assert f"Pagina 2 van {len(pages)}" in text[1]
    assert "1.1.1 Meer bewegen" in text[1]
    # The head of the long table stands on both pages that it fills.
    assert sum("Wie voert uit" in page for page in text) == 2


def test_answers_survive_a_save_by_libreoffice(content: bytes, office: Any, tmp_path: Path) -> None:
    word = Document(io.BytesIO(content))
    table = next(table for table in word.tables if table.rows[0].cells[0].text == HEADS["element"])
    table.rows[3].cells[1].text = "Waar is de bus?\n=1+1"
    path = tmp_path / "ingevuld.docx"
    word.save(path)
    saved = answer_tables(Document(office(path, "docx")))
    assert [table[HEADS["element"]] for table in saved] == [f"dorp:opgave-{number}" for number in (1, 2, 3, 4)]
    assert saved[0][HEADS["tekst"]] == "Waar is de bus?=1+1"
    assert saved[0][HEADS["soort"]] == CHOOSE

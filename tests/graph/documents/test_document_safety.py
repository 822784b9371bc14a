"""Documents come from anywhere: what is made to hurt is refused in Dutch, quickly, and nothing of it is carried out."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from document_making import odt_of, pdf_bomb, write, zip_of

from beleidsspoor.graph.documents.apart import read_apart
from beleidsspoor.graph.documents.limits import Limits
from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.faults import InputFaults

_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&c;</w:document>'
)


def refusal(path: Path) -> str:
    with pytest.raises(InputFaults) as refused:
        read_document(path)
    fault = refused.value.faults[0]
    assert fault.file == str(path) and fault.advice
    return fault.message


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_zip_bomb(tmp_path: Path, form: str) -> None:
    path = zip_of(
        tmp_path / f"bom.{form}", {"word/document.xml": b"<a/>", "content.xml": b"<a/>", "groot.xml": b" " * 30_000_000}
    )
    assert "uitgepakt 30 MB" in refusal(path)


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_entities_are_never_expanded(tmp_path: Path, form: str) -> None:
    members = {"word/document.xml": _LAUGHS, "content.xml": _LAUGHS}
    assert "documenttype" in refusal(zip_of(tmp_path / f"lach.{form}", dict(members)))


def test_an_outside_entity_of_a_web_page_is_not_fetched(tmp_path: Path) -> None:
    secret = write(tmp_path / "geheim.txt", "GEHEIM")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><p>Tekst &x;</p></body></html>'
    document = read_document(write(tmp_path / "pagina.html", page))
    assert "GEHEIM" not in "\n".join(document.lines)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:/x", "a\\..\\b"])
def test_paths_out_of_the_archive(tmp_path: Path, name: str) -> None:
    assert "verdacht pad" in refusal(zip_of(tmp_path / "pad.odt", {"content.xml": "<a/>", name: "x"}))


def test_many_files_in_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "veel.odt"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"{number}.txt", "")
    assert "meer dan 10000 onderdelen" in refusal(path)


def test_deep_nesting(tmp_path: Path) -> None:
    deep = "<text:section>" * 150 + "<text:p>diep</text:p>" + "</text:section>" * 150
    assert read_document(odt_of(tmp_path / "goed.odt", deep)).lines == ("diep",)
    deeper = "<text:section>" * 240 + "</text:section>" * 240
    assert "dieper genest" in refusal(odt_of(tmp_path / "diep.odt", deeper))
    assert "genest" in refusal(write(tmp_path / "diep.html", "<div>" * 5_000 + "tekst"))


def test_cells_that_say_they_are_merged_over_millions(tmp_path: Path) -> None:
    row = "<tr>" + "<td rowspan=99999 colspan=9999>x</td>" * 30 + "</tr>"
    assert "kolommen" in refusal(write(tmp_path / "tabel.html", f"<table>{row * 3}</table>"))


def test_lists_nested_too_deep_in_markdown_are_read_as_text_and_told(tmp_path: Path) -> None:
    document = read_document(write(tmp_path / "diep.md", "- " * 60 + "tekst\n"))
    assert "tekst" in " ".join(getattr(block, "text", "") for block in document.blocks)
    assert "losse tekst" in document.warnings[0].message


def test_one_endless_line(tmp_path: Path) -> None:
    assert "groter dan 50 MB" in refusal(write(tmp_path / "lang.txt", b"a" * 60_000_000))
    assert "meer dan 200000 tekens" in refusal(write(tmp_path / "regel.txt", b"a" * 5_000_000))
    assert "meer dan 50000 tekens" in refusal(write(tmp_path / "regel.md", b"[" * 60_000))


def test_a_pdf_that_unpacks_to_more_than_memory(tmp_path: Path) -> None:
    if not hasattr(__import__("os"), "fork"):
        pytest.skip("OVERGESLAGEN: alleen op Linux en macOS is het geheugen van een proces te begrenzen")
    assert "vraagt te veel geheugen" in refusal(pdf_bomb(tmp_path / "bom.pdf", 6_000_000))


def test_a_pdf_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    path = pdf_bomb(tmp_path / "traag.pdf", 300_000)
    with pytest.raises(InputFaults, match="duurt langer dan 1 seconden"):
        read_apart(path, "pdf", "read_pdf_here", seconds=1)


def test_the_limits_leave_room_for_the_largest_budgets() -> None:
    limits = Limits()
    assert limits.pages >= 2_000 and limits.file >= 100_000_000


@pytest.mark.parametrize("name", ["stuk.doc", "stuk", "stuk.exe"])
def test_another_form_is_refused(tmp_path: Path, name: str) -> None:
    assert "worden niet gelezen" in refusal(write(tmp_path / name, "x"))


def test_a_file_that_is_not_there_or_is_a_folder(tmp_path: Path) -> None:
    assert "bestaat niet" in refusal(tmp_path / "weg.txt")
    (tmp_path / "map.txt").mkdir()
    assert "geen gewoon bestand" in refusal(tmp_path / "map.txt")

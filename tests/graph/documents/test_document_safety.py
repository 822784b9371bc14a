"""Documents come from anywhere: what is made to hurt is refused in Dutch, quickly, and nothing of it is carried out."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from document_making import odt_of, pdf_bomb, write, zip_of
from openpyxl import Workbook

from beleidsspoor.graph.documents.apart import read_apart
from beleidsspoor.graph.documents.limits import Limits
from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.excel.opening import open_workbook
from beleidsspoor.graph.faults import InputFaults

_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&c;</w:document>'
)


#: The last of these entities is as long as a hundred thousand million times 'ha'.
_GROWING = "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 12))
_ENTITIES = f'<!DOCTYPE w [<!ENTITY a0 "ha">{_GROWING}]>'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
#: What python-docx needs to find the main part of a Word file.
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>',
}


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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_document_type_behind_a_long_comment_is_seen(tmp_path: Path, encoding: str) -> None:
    laughs = f"<!-- {'lang ' * 50_000} --><?pi x?>\n" + _LAUGHS.removeprefix('<?xml version="1.0"?>')
    path = zip_of(tmp_path / "lach.docx", {"word/a.xml": b"<a/>", "word/_rels/b.rels": laughs.encode(encoding)})
    assert "documenttype" in refusal(path)


def test_entities_in_a_part_under_another_name_stay_small(tmp_path: Path) -> None:
    """The file says of its main part that it is called tekst.bin; python-docx then leaves it to libxml2."""
    parts = {name: content.replace("document.xml", "tekst.bin") for name, content in _PARTS.items()}
    main = f'{_ENTITIES}<w:document {_WORD} w:x="{{}}"><w:body/></w:document>'
    small = zip_of(tmp_path / "klein.docx", {**parts, "word/tekst.bin": main.format("&a1;")})
    assert "staat geen tekst" in refusal(small)
    large = zip_of(tmp_path / "groot.docx", {**parts, "word/tekst.bin": main.format("&a11;")})
    assert "geen Word-bestand dat te lezen is (XMLSyntaxError)" in refusal(large)


def test_entities_in_a_sheet_under_another_name_stay_small(tmp_path: Path) -> None:
    """openpyxl reads a sheet with expat, which bounds them, or with defusedxml where that is installed."""
    with open_workbook(sheet_under_another_name(tmp_path / "goed.xlsx", "", "ha")) as workbook:
        assert list(workbook.worksheets[0].values) == [("ha",)]
    large = sheet_under_another_name(tmp_path / "groot.xlsx", _ENTITIES, "&a11;")
    with (
        pytest.raises(InputFaults, match="kan niet als Excel-bestand worden gelezen"),
        open_workbook(large) as workbook,
    ):
        list(workbook.worksheets[0].values)


def sheet_under_another_name(path: Path, start: str, text: str) -> Path:
    """A workbook with this text in its one cell; its sheet is called blad.bin and begins with `start`."""
    Workbook().save(path)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name).decode() for name in old.namelist()}
    sheet = parts.pop("xl/worksheets/sheet1.xml")
    parts = {name: content.replace("worksheets/sheet1.xml", "worksheets/blad.bin") for name, content in parts.items()}
    row = f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row></sheetData>'
    assert "<sheetData></sheetData>" in sheet
    return zip_of(path, {**parts, "xl/worksheets/blad.bin": start + sheet.replace("<sheetData></sheetData>", row)})


def test_text_about_a_document_type_is_no_document_type(tmp_path: Path) -> None:
    text = "<text:p><![CDATA[Zet er <!DOCTYPE html> en <!ENTITY x> boven.]]></text:p>"
    assert read_document(odt_of(tmp_path / "uitleg.odt", text)).lines == (
        "Zet er <!DOCTYPE html> en <!ENTITY x> boven.",
    )


def test_pictures_and_empty_parts_are_no_xml_and_broken_xml_is_refused(tmp_path: Path) -> None:
    odt = odt_of(tmp_path / "goed.odt", "<text:p>goed</text:p>")
    for name, content in (("Pictures/foto.png", b"\x89PNG\r\n"), ("Configurations2/current.xml", b"")):
        with zipfile.ZipFile(odt, "a") as archive:
            archive.writestr(name, content)
    assert read_document(odt).lines == ("goed",)
    with zipfile.ZipFile(odt, "a") as archive:
        archive.writestr("stuk.xml", b"<!-- niet af")
    assert "beschadigd" in refusal(odt)


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
        read_apart(path, "pdf", "read_pdf_in_parts", seconds=1)


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

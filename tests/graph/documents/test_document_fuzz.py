"""Whatever is in a file: a Document, or InputFaults in Dutch. Nothing else comes out of a reader."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from document_making import SENTENCE, body, heading, item, odt_of, pdf_of, table, write, zip_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beleidsspoor.graph.documents.markdown import read_markdown
from beleidsspoor.graph.documents.model import Document, Table
from beleidsspoor.graph.documents.odt import read_odt
from beleidsspoor.graph.documents.pdf import read_pdf_here
from beleidsspoor.graph.documents.text import read_text
from beleidsspoor.graph.documents.web import read_html
from beleidsspoor.graph.documents.word import read_word
from beleidsspoor.graph.faults import InputFaults

_ONE_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
_PIECES = st.sampled_from(
    ["- ", "• ", "o ", "1. ", "1.2 ", "Hoofdstuk 3: ", "**", "<i>", "\t", "\n", "\n\n", " \n", "\f", "\r\n", "tekst", "Een zin.", "2025", ":",
     "| a | b |\n|---|---|\n", "# ", "> ", "```\n", "\u00ad", "\uf0b7", "\u2028", "....... 4", "-", "é", "–", "  ", "\x0b"]
)  # fmt: skip
_TAGS = st.sampled_from(
    ["<table>", "</table>", "<tr>", "<td rowspan=3>", "<th colspan=0>", "<td colspan=-1>", "<ul>", "</ul>", "<li>", "<ol start=x>", "<h1>",
     "</h1>", "<main>", "</main>", "<nav>", "</nav>", "<br><br>", "<!-- x", "-->", "<![CDATA[", "&x;", "&#0;", "<a href='#'>", "</a>", "<p>",
     "<caption>", "<select>", "<svg>", "tekst", "<body>", "<frameset>", "\x01", "<?xml version='1.0' encoding='utf-16'?>"]
)  # fmt: skip


def holds(reader: Callable[[Path], Document], path: Path) -> None:
    """The promise of every reader, and of every place in what it gives."""
    try:
        document = reader(path)
    except InputFaults as refused:
        assert all(fault.message and fault.advice and fault.file == str(path) for fault in refused.faults)
        return
    assert document.pages
    for block in document.blocks:
        assert 1 <= block.span.first <= block.span.last <= len(document.lines)
        if isinstance(block, Table):
            assert {len(row.cells) for row in block.rows} == {block.width}
            assert all(len(block.heads(index)) == block.width for index in range(len(block.rows)))
        else:
            assert block.text.strip()


@_ONE_FOLDER
@given(st.lists(_PIECES | st.text(max_size=8), max_size=60).map("".join) | st.text())
def test_text(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "x.txt", text.encode("utf-8", "surrogatepass"))
    holds(read_text, path)
    holds(read_markdown, path)


@_ONE_FOLDER
@given(st.binary(max_size=300))
@pytest.mark.parametrize("reader", [read_text, read_markdown, read_html, read_odt, read_word, read_pdf_here])
def test_bytes(tmp_path: Path, reader: Callable[[Path], Document], content: bytes) -> None:
    holds(reader, write(tmp_path / "x", content))


@_ONE_FOLDER
@given(st.lists(_TAGS | st.text(max_size=8), max_size=60).map("".join))
def test_web_pages(tmp_path: Path, text: str) -> None:
    holds(read_html, write(tmp_path / "x.html", text.encode("utf-8", "surrogatepass")))


@cache
def small_pdf() -> bytes:
    with TemporaryDirectory() as folder:
        story = [heading("Kop"), body(SENTENCE * 3), item("punt"), table([["a", "2025"], ["b", "2"], ["c", "3"]])]
        return pdf_of(Path(folder) / "klein.pdf", story).read_bytes()


@cache
def small_docx() -> bytes:
    source = docx.Document()
    source.add_heading("Kop", 1)
    source.add_paragraph("punt", style="List Number")
    source.add_table(2, 2).cell(0, 0).merge(source.tables[0].cell(1, 1)).text = "x"
    buffer = io.BytesIO()
    source.save(buffer)
    return buffer.getvalue()


_CHANGES = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=12)


def changed(content: bytes, changes: list[tuple[int, int]]) -> bytes:
    data = bytearray(content)
    for place, value in changes:
        data[place % len(data)] = value
    return bytes(data)


@_ONE_FOLDER
@given(_CHANGES)
def test_a_pdf_with_changed_bytes(tmp_path: Path, changes: list[tuple[int, int]]) -> None:
    holds(read_pdf_here, write(tmp_path / "x.pdf", changed(small_pdf(), changes)))


@_ONE_FOLDER
@given(_CHANGES)
def test_a_word_file_with_changed_bytes(tmp_path: Path, changes: list[tuple[int, int]]) -> None:
    holds(read_word, write(tmp_path / "x.docx", changed(small_docx(), changes)))


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_XML = st.recursive(
    st.sampled_from(["<w:t>tekst</w:t>", "<w:tab/>", "<w:numPr><w:numId w:val='1'/><w:ilvl w:val='99'/></w:numPr>", "<w:gridSpan w:val='-3'/>",
                     "<w:vMerge/>", "<w:pStyle w:val='Heading1'/>", "<w:outlineLvl w:val='x'/>", "<w:tblHeader/>", "<w:b w:val='0'/>"]),
    lambda inner: st.tuples(
        st.sampled_from(["p", "r", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "pPr", "tcPr", "trPr", "txbxContent"]),
        st.lists(inner, max_size=4).map("".join),
    ).map(lambda part: f"<w:{part[0]}>{part[1]}</w:{part[0]}>"),
    max_leaves=20,
)  # fmt: skip


@_ONE_FOLDER
@given(st.lists(_WORD_XML, max_size=5).map("".join))
def test_word_files_with_any_structure(tmp_path: Path, xml: str) -> None:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(small_docx())) as archive:
        members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    members["word/document.xml"] = f'<w:document xmlns:w="{_W}"><w:body>{xml}</w:body></w:document>'
    holds(read_word, zip_of(tmp_path / "x.docx", members))


_ODT_XML = st.recursive(
    st.sampled_from(["tekst", "<text:s text:c='9999999'/>", "<text:tab/>", "<table:covered-table-cell/>", "<text:line-break/>"]),
    lambda inner: st.tuples(
        st.sampled_from(["text:p", "text:h text:outline-level='x'", "text:list", "text:list-item", "text:span", "text:note", "text:note-body",
                         "table:table", "table:table-row table:number-rows-repeated='1000000'", "table:table-header-rows",
                         "table:table-cell table:number-columns-spanned='0'", "table:table-cell table:number-columns-repeated='99999'",
                         "draw:frame", "draw:text-box", "text:section", "text:table-of-content"]),
        st.lists(inner, max_size=4).map("".join),
    ).map(lambda part: f"<{part[0]}>{part[1]}</{part[0].split()[0]}>"),
    max_leaves=20,
)  # fmt: skip


@_ONE_FOLDER
@given(st.lists(_ODT_XML, max_size=5).map("".join))
def test_odt_files_with_any_structure(tmp_path: Path, xml: str) -> None:
    holds(read_odt, odt_of(tmp_path / "x.odt", xml))

"""Web pages and Markdown: the main content without menus."""

from __future__ import annotations

from pathlib import Path

import pytest
from document_making import write

from beleidsspoor.graph.documents.model import Document, Heading, ListItem, Paragraph, Table
from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.faults import InputFaults


def html(tmp_path: Path, body: str) -> Document:
    return read_document(
        write(tmp_path / "pagina.html", f"<html><head><title>Begroting</title></head><body>{body}</body></html>")
    )


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if not isinstance(block, Table)]


def test_menus_and_links_round_the_page_are_left_out_and_told(tmp_path: Path) -> None:
    back = '<p><a href="#menu">Omhoog in dit stuk</a></p>'
    document = html(
        tmp_path,
        '<header><a href="/">Home</a></header><nav><ul><li><a href="#a">Programma 1</a></li></ul></nav>'
        f'<div><h1>Programma 1</h1><p>Tekst.</p>{back}<a href="#nav">Terug naar navigatie</a><h2>Doelen</h2><p>Nog meer.</p>{back}{back}</div>'
        '<footer>Contact</footer><script>alert("x")</script>',
    )
    assert texts(document) == ["Programma 1", "Tekst.", "Doelen", "Nog meer."]
    assert {(left.text, left.times) for left in document.left_out} == {
        ("Home", 1), ("Programma 1", 1), ("Contact", 1), ("Omhoog in dit stuk", 3), ("Terug naar navigatie", 1),
    }  # fmt: skip
    assert document.title == "Begroting"


def test_the_main_part_is_read_and_what_stands_outside_is_told(tmp_path: Path) -> None:
    document = html(tmp_path, "<div>Zoeken op de site</div><main><h1>Visie</h1><p>Tekst.</p></main><div>Over ons</div>")
    assert texts(document) == ["Visie", "Tekst."]
    assert [left.text for left in document.left_out] == ["Zoeken op de site", "Over ons"]


def test_blocks_lists_and_loose_text(tmp_path: Path) -> None:
    document = html(
        tmp_path,
        "<div>Los <em>stuk</em> tekst.<p>Een alinea<br>die doorloopt.</p>Staart.</div>"
        "<ul><li>een<ul><li>dieper</li></ul></li></ul><ol start='3' type='a'><li>drie</li></ol><dl><dt>Doel</dt><dd>Uitleg van het doel.</dd></dl>",
    )
    assert texts(document) == [
        "Los stuk tekst.",
        "Een alinea die doorloopt.",
        "Staart.",
        "een",
        "dieper",
        "drie",
        "Doel",
        "Uitleg van het doel.",
    ]
    items = [block for block in document.blocks if isinstance(block, ListItem)]
    assert [(item.level, item.marker) for item in items] == [(1, "•"), (2, "•"), (1, "c.")]


def test_a_table_with_merged_heads_and_a_caption(tmp_path: Path) -> None:
    document = html(
        tmp_path,
        "<table><caption>Cijfers</caption><tr><th rowspan=2>Wat</th><th colspan=2>Begroot</th></tr><tr><th>2025</th><th>2026</th></tr>"
        "<tr><td rowspan=2>Groep</td><td>1<br>2</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>",
    )
    table = document.blocks[0]
    assert isinstance(table, Table) and table.caption == "Cijfers"
    assert table.heads(2) == ("Wat", "Begroot 2025", "Begroot 2026")
    assert [row.cells[0] for row in table.rows] == ["Wat", "Wat", "Groep", "Groep"]


def test_a_page_in_another_encoding(tmp_path: Path) -> None:
    told = '<html><meta charset="iso-8859-1"><body><p>Café</p></body></html>'.encode("latin-1")
    untold = "<html><body><p>Café</p></body></html>".encode("latin-1")
    assert texts(read_document(write(tmp_path / "a.html", told))) == ["Café"]
    document = read_document(write(tmp_path / "b.html", untold))
    assert texts(document) == ["Café"] and "tekenset" in document.warnings[0].message


def test_markdown_keeps_the_lines_of_the_file(tmp_path: Path) -> None:
    text = (
        "---\ntitel: x\n---\n# 1 Kop\n\nTekst met **vet** en\nnog een regel.\n\n**Ambities**\n\n- punt\n  - dieper\n\n3. drie\n\n"
        "| Indicator | Begroot 2025 |\n|---|---|\n| Aantal | 12 |\n\nTerug naar navigatie\n"
    )
    document = read_document(write(tmp_path / "stuk.md", text))
    heading, paragraph, bold, item, deeper, counted, table = document.blocks
    assert isinstance(heading, Heading) and heading.span.first == 4 and heading.number == "1"
    assert isinstance(paragraph, Paragraph) and paragraph.text == "Tekst met vet en nog een regel."
    assert (paragraph.span.first, paragraph.span.last) == (6, 7)
    assert isinstance(bold, Heading) and not bold.sure
    assert isinstance(item, ListItem) and item.level == 1
    assert isinstance(deeper, ListItem) and deeper.level == 2
    assert isinstance(counted, ListItem) and counted.number == "3"
    assert isinstance(table, Table) and [row.span.first for row in table.rows] == [16, 18]
    assert [left.text for left in document.left_out] == ["Terug naar navigatie"]


@pytest.mark.parametrize("content", [b"   ", b"\x00\x01\x02"])
def test_what_is_no_page_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputFaults):
        read_document(write(tmp_path / "leeg.html", content))


def test_what_stands_behind_a_large_picture_in_the_page_is_read(tmp_path: Path) -> None:
    document = html(tmp_path, f'<p>Ervoor.</p><img src="data:image/png;base64,{"A" * 12_000_000}"><p>Erachter.</p>')

    assert texts(document) == ["Ervoor.", "Erachter."]


def test_a_page_of_one_endless_paragraph_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputFaults, match="Een alinea heeft meer dan 200000 tekens"):
        html(tmp_path, f"<p>{'Een zin. ' * 1_500_000}</p>")

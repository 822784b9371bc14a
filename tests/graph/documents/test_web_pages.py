"""Pages of a website copied one behind the other: their feet and paths are told apart from what they say."""

from __future__ import annotations

from pathlib import Path

from beleidsspoor.graph.documents.model import Document, Table
from beleidsspoor.graph.documents.reading import read_document

PAGE = "Begroting 2026\n\nProgramma's\n\n{title}\n\n{text}\n\nDeze pagina is gebouwd op 10/09/2025 08:02:17 met de export van 10/09/2025\n\n"


def read(folder: Path, text: str) -> Document:
    path = folder / "pagina.txt"
    path.write_text(text, encoding="utf-8")
    return read_document(path)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if not isinstance(block, Table)]


def test_the_foot_of_every_page_and_the_path_above_the_next_are_left_out(tmp_path: Path) -> None:
    pages = [("Zorg", "Wij helpen elkaar."), ("Jeugd", "Kinderen groeien op."), ("Werk", "Iedereen werkt mee.")]
    document = read(tmp_path, "".join(PAGE.format(title=title, text=text) for title, text in pages))
    assert texts(document) == [
        "Begroting 2026", "Programma's", "Zorg", "Wij helpen elkaar.", "Jeugd", "Kinderen groeien op.", "Werk",
        "Iedereen werkt mee.",
    ]  # fmt: skip
    told = {(left.text, left.times) for left in document.left_out}
    assert told == {("Deze pagina is gebouwd op", 3), ("Begroting 2026", 2), ("Programma's", 2)}


def test_a_title_that_stands_above_one_page_stays(tmp_path: Path) -> None:
    document = read(tmp_path, PAGE.format(title="Zorg", text="Wij helpen.") + "Jeugd\n\nKinderen groeien op.\n")
    assert "Jeugd" in texts(document)


def test_links_at_the_foot_of_a_site_are_no_text(tmp_path: Path) -> None:
    lines = [
        "Ga terug",
        "Home / Programma's / Zorg",
        "Toegankelijkheid | Privacy | Sitemap",
        "Deze website maakt gebruik van cookies.",
    ]
    document = read(tmp_path, "Wij helpen elkaar.\n\n" + "\n\n".join(lines) + "\n")
    assert texts(document) == ["Wij helpen elkaar."]


def test_a_row_with_bars_is_no_row_of_links(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Actie | Trekker | Planning\nEen contact leggen | Gemeente | 2026\nEen archief maken | Museum | 2027\n",
    )
    assert not document.left_out

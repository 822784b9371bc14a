"""Text whose tables and page ends only show by their form: columns of spaces, bars, links and running heads."""

from __future__ import annotations

from pathlib import Path

import pytest
from document_making import SENTENCE, write

from beleidsspoor.graph.documents.model import Document, Heading, ListItem, Paragraph, Table
from beleidsspoor.graph.documents.reading import read_document


def read(tmp_path: Path, text: str, name: str = "stuk.txt") -> Document:
    return read_document(write(tmp_path / name, text))


def table_of(document: Document) -> Table:
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    return table


def test_columns_of_spaces_are_a_table_and_a_name_may_go_over_two_lines(tmp_path: Path) -> None:
    table = table_of(
        read(
            tmp_path,
            "                                   Realisatie   Begroting\n"
            "Indicator                  Bron          2023        2024\n"
            "Aantal deelnemers          Eigen          340         380\n"
            "Aantal clubs met een\n"
            "rookvrij terrein           Eigen            6           9\n"
            "Mensen met een bijstands-  CBS         1.204       1.180\n"
            "uitkering\n",
        )
    )
    rows = {row.cells[0]: row for row in table.rows if not row.header}
    assert rows["Aantal clubs met een rookvrij terrein"].span.first == 4
    assert rows["Aantal clubs met een rookvrij terrein"].span.last == 5
    assert rows["Mensen met een bijstandsuitkering"].cells[1:] == ("CBS", "1.204", "1.180")
    assert table.heads(2) == ("Indicator", "Bron", "Realisatie 2023", "Begroting 2024")


def test_text_with_a_wide_gap_is_no_table(tmp_path: Path) -> None:
    document = read(tmp_path, f"Portefeuillehouder       Wethouder Jansen\n-   {SENTENCE}\n-   {SENTENCE}\n")
    assert not [block for block in document.blocks if isinstance(block, Table)]
    assert [block.text for block in document.blocks if isinstance(block, ListItem)] == [SENTENCE, SENTENCE]


def test_cells_between_bars_are_a_table_also_when_the_first_is_empty(tmp_path: Path) -> None:
    table = table_of(
        read(
            tmp_path,
            "Nr | Omschrijving | 2026 | 2027\n---|---|---|---\n1 | Buurtteam | 250 | 300\n | Totaal | 250 | 300\n",
        )
    )
    assert [row.cells for row in table.rows] == [
        ("Nr", "Omschrijving", "2026", "2027"), ("1", "Buurtteam", "250", "300"), ("", "Totaal", "250", "300"),
    ]  # fmt: skip


def test_one_line_with_a_bar_is_text(tmp_path: Path) -> None:
    document = read(tmp_path, f"Programma 6 | Sociaal domein\n\n{SENTENCE}\n")
    assert not [block for block in document.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("mark", "»›➢–o✓")
def test_marks_of_list_items(tmp_path: Path, mark: str) -> None:
    document = read(tmp_path, f"Dit gaan we doen\n\n{mark} Een beweegtuin aanleggen\n{mark} Een spreekuur beginnen\n")
    items = [block for block in document.blocks if isinstance(block, ListItem)]
    assert [item.text for item in items] == ["Een beweegtuin aanleggen", "Een spreekuur beginnen"]


def test_a_moment_makes_no_header_of_a_row(tmp_path: Path) -> None:
    table = table_of(
        read(tmp_path, "Actie\tWie\tWanneer\nBeweegtuin\tGemeente\tnajaar 2025\nLogeerhuis\tZorggroep\teind 2026\n")
    )
    assert [row.header for row in table.rows] == [True, False, False]


def test_a_typed_number_is_no_part_of_a_heading(tmp_path: Path) -> None:
    heading = read(tmp_path, f"## 2. Wonen en zorg\n\n{SENTENCE}\n", "stuk.md").blocks[0]
    assert isinstance(heading, Heading)
    assert (heading.number, heading.text, heading.printed) == ("2", "Wonen en zorg", "2. Wonen en zorg")


@pytest.mark.parametrize(
    "link",
    [
        "Terug naar navigatie - Wat willen we bereiken?",
        "Terug naar navigatie - Programma 6 | Sociaal domein - Wat willen we bereiken?",
        "Terug naar navigatie - - Wat willen we bereiken?",
    ],
)
def test_a_link_to_the_top_is_left_out_and_the_text_glued_to_it_is_kept(tmp_path: Path, link: str) -> None:
    document = read(
        tmp_path, f"Programma 6 | Sociaal domein\n\nWat willen we bereiken?\n{link}{SENTENCE}\n\n{SENTENCE}\n"
    )
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert texts[-2:] == [SENTENCE, SENTENCE]
    assert [(left.kind, left.text) for left in document.left_out] == [("menu", link)]


def test_a_line_that_counts_the_pages_is_left_out_and_told(tmp_path: Path) -> None:
    page = f"{SENTENCE}\n\n" * 8
    text = "".join(f"{page}Koersdocument sociaal domein | {number}\n\n" for number in (2, 3, 4))
    document = read(tmp_path, text)
    assert not [block for block in document.blocks if "Koersdocument" in getattr(block, "text", "")]
    assert [(left.kind, left.times) for left in document.left_out] == [("kopregel", 3)]


def test_figures_that_count_in_a_table_are_no_page_numbers(tmp_path: Path) -> None:
    document = read(tmp_path, "Indicator\n\n2023\n\n2024\n\n2025\n\nAantal buurthuizen\n\n6\n\n7\n\n8\n")
    assert not document.left_out


def test_a_list_that_was_copied_as_running_text_is_a_list_again(tmp_path: Path) -> None:
    document = read(
        tmp_path, f"{SENTENCE} WAT GAAN WE DOEN? • We openen een loket. • We leren samen.\nZorg en welzijn\n"
    )
    items = [block for block in document.blocks if isinstance(block, ListItem)]
    assert [(item.text, item.span.first) for item in items] == [("We openen een loket.", 1), ("We leren samen.", 1)]


def test_the_bars_of_a_table_of_one_column_are_no_text(tmp_path: Path) -> None:
    document = read(tmp_path, "Doelen:\n---|\nMinder schulden |\nMeer werk |\nMeer vrijwilligers |\n")
    items = [block for block in document.blocks if isinstance(block, ListItem)]
    assert [item.text for item in items] == ["Minder schulden", "Meer werk", "Meer vrijwilligers"]


def test_a_cell_that_ends_in_a_small_word_goes_on_below_also_with_a_capital(tmp_path: Path) -> None:
    table = table_of(
        read(
            tmp_path,
            "Nr.   Actie                             Wie           Kosten\n"
            "1.1   Huiskamers in Lage Dam en         gemeente      € 60.000\n"
            "      Hoge Dam\n"
            "1.2   Campagne                          GGD           € 5.000\n",
        )
    )
    assert [row.cells[1] for row in table.rows if not row.header] == ["Huiskamers in Lage Dam en Hoge Dam", "Campagne"]


def test_a_name_between_rows_with_bars_belongs_to_the_table(tmp_path: Path) -> None:
    table = table_of(
        read(tmp_path, "Bedragen x € 1.000 | Rekening 2024 | Begroting 2025\nLasten\nJeugd | 9.877 | 10.120\n")
    )
    assert [row.cells[0] for row in table.rows] == ["Bedragen x € 1.000", "Lasten", "Jeugd"]


@pytest.mark.parametrize("numbers", ["123", "ABC"])
def test_numbered_lines_that_stand_free_over_text_are_chapters(tmp_path: Path, numbers: str) -> None:
    text = "".join(f"{number}. Zorg\nDe kosten stijgen al jaren.\n• Wij sparen.\n\n" for number in numbers)
    document = read(tmp_path, f"{SENTENCE}\n\n{text}")
    assert [block.number for block in document.blocks if isinstance(block, Heading)] == list(numbers)


def test_a_tab_behind_the_number_of_a_heading_makes_no_table(tmp_path: Path) -> None:
    document = read(tmp_path, f"2.2\tUitgangspunten\n{SENTENCE}\n1a.\tEigen regie\n")
    assert not [block for block in document.blocks if isinstance(block, Table)]
    assert [block.number for block in document.blocks if isinstance(block, Heading)] == ["2.2"]


def test_a_name_between_rows_with_tabs_belongs_to_the_table(tmp_path: Path) -> None:
    rows = "Wonen\t1.000\t2.000\t3.000\nZorg\t4.000\t5.000\t6.000\n"
    table = table_of(read(tmp_path, f"Programma\t2024\t2025\t2026\nLasten\n{rows}Baten\n{rows}Saldo\t-1\t-2\t-3\n"))
    assert [row.cells[0] for row in table.rows] == [
        "Programma", "Lasten", "Wonen", "Zorg", "Baten", "Wonen", "Zorg", "Saldo",
    ]  # fmt: skip

"""The five real documents: what every reader of them would say is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from beleidsspoor.graph.documents.model import Document, Heading, ListItem, Table
from beleidsspoor.graph.documents.reading import read_document

pytestmark = pytest.mark.bronnen


def read(bronnen: Path, number: int) -> Document:
    return read_document(next(bronnen.glob(f"{number:03}_*.txt")))


def headings(document: Document) -> list[Heading]:
    return [block for block in document.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("number", range(5))
def test_every_line_with_text_is_in_one_block(bronnen: Path, number: int) -> None:
    document = read(bronnen, number)
    covered = [line for block in document.blocks for line in range(block.span.first, block.span.last + 1)]
    assert len(covered) == len(set(covered))
    missing = [line for line, text in enumerate(document.lines, start=1) if text.strip() and line not in set(covered)]
    assert missing == []
    assert document.pages[0].first == 1 and document.pages[-1].last == len(document.lines)


def test_only_the_german_passage_is_told(bronnen: Path) -> None:
    told = [(number, fault.line) for number in range(5) for fault in read(bronnen, number).warnings]
    assert told == [(3, 117)]


def test_the_agenda_has_its_chapters_tasks_and_goals(bronnen: Path) -> None:
    numbers = [heading.number for heading in headings(read(bronnen, 0)) if heading.sure]
    assert [number for number in numbers if number and "." not in number] == ["1", "2", "3", "4", "6", "7"]
    assert [number for number in numbers if number and number.count(".") == 1] == [
        "1.1", "1.2", "1.3", "1.4", "2.1", "2.6", "2.7", "3.3", "3.4", "3.5", "4.1", "4.2", "4.3",
    ]  # fmt: skip
    assert sum(1 for number in numbers if number and number.count(".") == 2) == 25


def test_the_tasks_that_lost_their_marks_are_items(bronnen: Path) -> None:
    lost = [block for block in read(bronnen, 0).blocks if isinstance(block, ListItem) and block.marker is None]
    assert sum(1 for item in lost if 140 <= item.span.first <= 177) == 18


def test_the_budget_has_its_tables_with_their_headers(bronnen: Path) -> None:
    document = read(bronnen, 1)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [(table.span.first, len(table.rows), table.width) for table in tables] == [
        (137, 18, 9), (217, 9, 9), (227, 15, 9), (284, 7, 9), (300, 33, 9), (412, 6, 9), (502, 19, 9), (522, 19, 9), (660, 18, 5),
    ]  # fmt: skip
    assert all(table.rows[0].header for table in tables)
    moved = tables[4]
    index = next(index for index, row in enumerate(moved.rows) if row.span.first == 324)
    assert moved.heads(index)[1:3] == ("Begroot 2028", "2022/2023")


def test_the_vision_has_its_outline_and_nested_principles(bronnen: Path) -> None:
    numbers = [heading.number for heading in headings(read(bronnen, 3)) if heading.sure and heading.number]
    assert numbers == [
        "1", "1.1", "1.2", "2", "2.1", "2.2", "3", "3.1", "4", "4.1", "4.2", "4.2.1", "4.2.2", "4.2.3", "4.2.4", "5", "5.1", "5.1.1",
        "5.1.2", "5.1.3",
    ]  # fmt: skip
    nested = [block for block in read(bronnen, 2).blocks if isinstance(block, ListItem) and block.level == 2]
    assert any(block.span.first == 219 for block in nested) and any(block.span.first == 413 for block in nested)

"""The register holds names and labels, never sentences of the documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from beleidsspoor.graph.register.reading import Row, read_register, shipped_register

#: So many words in a row are a sentence that was copied; names of laws and programmes are shorter.
RUN = 10


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def own_words(row: Row) -> Iterator[str]:
    """The cells that should be in our own words: labels of acties and roles, reasons and explanations."""
    columns = ["reden", "toelichting"]
    if row.table.name in ("acties", "rolverwachtingen"):
        columns.append("naam")
    for column in columns:
        yield from row.cells.get(column, ())


@pytest.mark.bronnen
def test_no_sentence_of_a_document_stands_in_the_register(bronnen: Path) -> None:
    documents = set().union(*(runs(words_of(path.read_text(encoding="utf-8"))) for path in bronnen.glob("*.txt")))
    register, _ = read_register(shipped_register())

    copied = [
        f"{row.file}, regel {row.line}: {text}"
        for row in register.rows
        for text in own_words(row)
        if runs(words_of(text)) & documents
    ]

    assert copied == []

"""Widths of columns: no word broken that fits, and room for the long texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from beleidsspoor.graph.dossier.model import DataTable
from beleidsspoor.graph.show.dossier.columns import shares


def widths(*rows: tuple[str, ...]) -> tuple[int, ...]:
    return shares(DataTable("tabel", rows[0], rows[1:]))


def test_a_short_column_still_holds_its_longest_word() -> None:
    narrow, wide = widths(("Hoeveelheid", "Wat"), ("2", "Een lange zin over wat er dat jaar is gebeurd. " * 8))
    assert narrow >= len("Hoeveelheid")
    assert wide > 4 * narrow


def test_columns_with_the_same_texts_are_as_wide() -> None:
    one, other = widths(("Kop", "Kop"), ("een twee drie", "een twee drie"))
    assert one == other


def test_a_word_without_end_does_not_take_the_whole_width() -> None:
    endless, other = widths(("x" * 500, "Wat"), ("y", "gewone tekst van een paar woorden"))
    assert other > endless / 4


@given(st.lists(st.tuples(st.text(), st.text(), st.text()), min_size=1, max_size=6))
def test_every_column_gets_some_room(rows: list[tuple[str, str, str]]) -> None:
    assert all(width > 0 for width in widths(*rows))

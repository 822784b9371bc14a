"""Tables for a terminal keep to their width, whatever is in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sample_reports import texts

from beleidsspoor.graph.show.grid import GridColumn, display_width, grid, pairs, wrap
from beleidsspoor.graph.words import visible

COLUMNS = [GridColumn("Id", whole=True), GridColumn("Naam"), GridColumn("Aantal", right=True)]


@given(texts, st.integers(8, 60))
def test_wrapping_keeps_to_the_width_and_loses_no_sign(text: str, width: int) -> None:
    shown = visible(text)
    lines = wrap(shown, width)
    assert all(display_width(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(shown.split())


def test_spaces_before_a_paragraph_stay_before_each_line() -> None:
    assert wrap("  een twee drie", 8) == ["  een", "  twee", "  drie"]


def test_a_long_word_is_parted_after_a_hyphen_if_it_has_one() -> None:
    assert wrap("adviesraad-sociaal-domein", 20) == ["adviesraad-sociaal-", "domein"]
    assert wrap("a" * 10, 4) == ["aaaa", "aaaa", "aa"]


@given(st.lists(st.tuples(texts, texts, st.integers(0, 999)), max_size=8), st.integers(30, 140))
def test_a_grid_is_never_wider_than_asked(rows: list[tuple[str, str, int]], width: int) -> None:
    cells = [[visible(first), visible(second), str(number)] for first, second, number in rows]
    shown = grid(COLUMNS, cells, width)
    if shown is not None:
        assert all(display_width(line) <= width for line in shown.split("\n"))
    else:
        assert width < 60


def test_columns_line_up_also_with_wide_and_combining_signs() -> None:
    shown = grid(COLUMNS, [["a", "日本", "5"], ["b", "cafe\u0301", "10"], ["c", "een", "7"]], 60) or ""
    ends = {display_width(line) for line in shown.split("\n")[2:]}
    assert len(ends) == 1


def test_a_text_row_goes_across_the_table() -> None:
    shown = grid(COLUMNS, ["Een kop die breder is dan de kolommen", ["a", "b", "1"]], 60) or ""
    assert shown.split("\n")[2] == "Een kop die breder is dan de kolommen"


def test_a_grid_that_does_not_fit_is_none() -> None:
    assert grid([GridColumn(f"Kolom{number}") for number in range(20)], [["x" * 9] * 20], 40) is None


def test_pairs_leave_out_what_is_empty() -> None:
    assert pairs(["Filter", "Bron"], ["alles", ""], 40) == "Filter  alles"

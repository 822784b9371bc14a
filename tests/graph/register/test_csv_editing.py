"""Rows are added and changed without touching a byte of the others."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidsspoor.graph.register.csv_editing import edit_table, empty_table
from beleidsspoor.graph.register.schema import load_schema

CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from(['"', ",", "\n", ";"]), max_size=12)


def test_an_empty_table_has_the_headings_of_the_schema() -> None:
    assert empty_table(load_schema().tables["kernen"]) == (
        b"id,naam,andere_namen,woonplaatscode,gemeente,toelichting,vindplaatsen\n"
    )


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
@given(
    rows=st.lists(CELLS, min_size=1, max_size=6), changed=st.sets(st.integers(0, 5)), added=st.lists(CELLS, max_size=3),
    removed=st.sets(st.integers(0, 5), max_size=2),
)  # fmt: skip
def test_other_rows_keep_every_byte(
    mark: bytes, end: str, last: bool, rows: list[str], changed: set[int], added: list[str], removed: set[int]
) -> None:
    # Quoted though it need not be: the way it is written must stay.
    raw = [f'"r{number}","{cell.replace(chr(34), chr(34) * 2)}"' for number, cell in enumerate(rows)]
    content = mark + ("id,naam" + end + end.join(raw) + (end if last else "")).encode()
    new = {f"r{number}": {"id": f"r{number}", "naam": "nieuw"} for number in changed}

    gone = {f"r{number}" for number in removed}
    edited = edit_table(content, new, [{"id": f"n{at}", "naam": cell} for at, cell in enumerate(added)], gone)

    assert edited.startswith(mark)
    text = edited.decode("utf-8-sig")
    for number, line in enumerate(raw):
        assert (line in text) or number in changed | removed
    read = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    expected = ["nieuw" if number in changed else cell for number, cell in enumerate(rows) if number not in removed]
    assert [cells[1] for cells in read[1:]] == [*expected, *added]
    if not new and not added and not removed:
        assert edited == content


def test_the_order_of_the_columns_in_the_file_stays() -> None:
    content = b"naam,id\nEen,a\n"

    assert edit_table(content, {"a": {"id": "a", "naam": "Twee"}}, [{"id": "b"}]) == b"naam,id\nTwee,a\n,b\n"


def test_a_row_is_taken_out_with_all_its_lines_and_nothing_else() -> None:
    content = b'id,naam\n\na,"Een\nop twee lijnen"\n b ,Twee\nc,Drie'

    assert edit_table(content, {}, [], {"a"}) == b"id,naam\n\n b ,Twee\nc,Drie"
    assert edit_table(content, {}, [], {"b", "c"}) == b'id,naam\n\na,"Een\nop twee lijnen"\n'
    assert edit_table(content, {}, [{"id": "d"}], {"c"}).endswith(b" b ,Twee\nd,\n")

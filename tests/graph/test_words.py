"""Texts are made harmless, and nothing is left out unseen."""

from __future__ import annotations

import pytest
from hypothesis import given
from sample_reports import texts

from beleidsspoor.graph.words import in_words, starts_formula, state_in_words, visible, without_formula


@given(texts)
def test_no_control_character_is_left_and_every_other_sign_is(text: str) -> None:
    shown = visible(text)
    assert not any((ord(sign) < 32 and sign not in "\t\n") or 127 <= ord(sign) < 160 for sign in shown)
    assert visible(shown) == shown
    if text.isprintable() and text.isascii():
        assert shown == text


def test_what_is_left_out_can_be_seen() -> None:
    assert visible("a\x00b\x1b[2J") == "a\ufffdb\ufffd[2J"
    assert visible("\u202egpj.exe") == "\ufffdgpj.exe"
    assert visible("een\r\ntwee\rdrie") == "een\ntwee\ndrie"


@given(texts)
def test_no_part_that_a_spreadsheet_could_see_as_a_cell_starts_a_formula(text: str) -> None:
    shown = without_formula(visible(text))
    for line in shown.replace(";", "\n").replace("\t", "\n").split("\n"):
        assert not line.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not starts_formula(shown)


@pytest.mark.parametrize("text", ["Trainingen geven", "a - b", "D5", "50%", "'t Hof", "x=1"])
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    assert without_formula(text) == text
    assert not starts_formula(text)


def test_a_cell_reads_as_dutch() -> None:
    assert [in_words(cell) for cell in (None, True, False, 3, 12.5, -1, "x")] == [
        "",
        "ja",
        "nee",
        "3",
        "12,5",
        "-1",
        "x",
    ]
    assert in_words(("a", "b", "c"), limit=1) == "a\nen nog 2"
    assert state_in_words("niet_onderzocht") == "niet onderzocht"
    assert state_in_words(None) == ""

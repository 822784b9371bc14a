"""Forms of Dutch words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleidsspoor.graph.thread.word_forms import base_form, parts


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("trainingen", "training"),
        ("scholen", "school"),
        ("wijken", "wijk"),
        ("vrijwilligers", "vrijwilliger"),
        ("dementietrainingen", "dementietraining"),
        ("xyzzyq", "xyzzyq"),
    ],
)
def test_the_base_form(word: str, base: str) -> None:
    assert base_form(word) == base


@pytest.mark.parametrize(
    ("word", "compound"),
    [
        ("dementietrainingen", ("dementie", "training")),
        ("gezinsbeleid", ("gezin", "beleid")),
        ("ouderenzorg", ("oudere", "zorg")),
    ],
)
def test_the_parts_of_a_compound(word: str, compound: tuple[str, str]) -> None:
    assert compound in parts(word)


def test_a_short_word_has_no_parts() -> None:
    assert parts("zorg") == parts("jeugd") == ()


@settings(max_examples=50, deadline=None)
@given(st.text(min_size=1, max_size=300))
def test_no_word_is_too_strange(word: str) -> None:
    assert isinstance(base_form(word), str)
    assert all(len(pair) == 2 for pair in parts(word))

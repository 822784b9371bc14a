"""Ids of new rows."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidsspoor.graph.proposal.naming import Naming, initials
from beleidsspoor.graph.register.slugs import slug

GOOD_ID = re.compile(r"^[a-z0-9][a-z0-9._-]*$")


@given(st.text(max_size=200))
def test_a_slug_is_an_id_or_empty(text: str) -> None:
    made = slug(text)

    assert made == "" or (GOOD_ID.match(made) and len(made) <= 60 and slug(made) == made)


@given(st.text(max_size=200))
def test_initials_begin_an_id(title: str) -> None:
    assert GOOD_ID.match(initials(title))


@given(st.sets(st.from_regex(r"mag25-actie-[0-9]{1,3}", fullmatch=True)), st.integers(1, 20))
def test_a_number_is_never_taken_and_goes_on_after_the_last(taken: set[str], count: int) -> None:
    naming = Naming(taken)

    made = [naming.number("mag25-actie-") for _ in range(count)]

    assert len(set(made)) == count
    assert not set(made) & taken
    assert made == [Naming(taken).number("mag25-actie-"), *made[1:]]
    numbers = [int(name.rpartition("-")[2]) for name in made]
    assert numbers == sorted(numbers)
    assert numbers[0] > max((int(name.rpartition("-")[2]) for name in taken), default=0)


def test_a_free_name_gets_a_number_when_it_is_taken() -> None:
    naming = Naming(["ggd"])

    assert [naming.free("ggd"), naming.free("ggd"), naming.free("uwv")] == ["ggd-2", "ggd-3", "uwv"]


@pytest.mark.parametrize(
    ("name", "made"),
    [("Súdwest-Fryslân", "sudwest-fryslan"), ("'s-Hertogenbosch", "s-hertogenbosch"), ("Bergen (NH.)", "bergen-nh")],
)
def test_names_of_municipalities(name: str, made: str) -> None:
    assert slug(name) == made

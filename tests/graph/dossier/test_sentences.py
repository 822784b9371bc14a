"""Sentences: singular and plural, numbers in words, lists, and that the examples in the docstrings hold."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidsspoor.graph.dossier import actions, material, sentences, weights
from beleidsspoor.graph.dossier.sentences import (
    ACTIE,
    DOEL,
    NOUNS,
    known_of,
    listed,
    number_word,
    part_of,
    sentence,
    some_of,
    there_are,
)


@pytest.mark.parametrize("module", [sentences, weights, actions, material])
def test_the_examples_in_the_docstrings_hold(module: object) -> None:
    outcome = doctest.testmod(module)  # type: ignore[arg-type]
    assert outcome.attempted > 0
    assert outcome.failed == 0


def test_the_sentence_of_the_issue() -> None:
    start = there_are(3, ACTIE, ("staan voor deze opgave", "staan voor deze opgave"), "in de agenda").rstrip(".")
    assert known_of(1, 3, "wie haar uitvoert", "wie ze uitvoert") == "van één is bekend wie haar uitvoert"
    assert start == "Er staan voor deze opgave drie acties in de agenda"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "Er is nog geen doel hier."),
        (1, "Er is één doel hier."),
        (2, "Er zijn twee doelen hier."),
        (12, "Er zijn twaalf doelen hier."),
        (13, "Er zijn 13 doelen hier."),
        (1200, "Er zijn 1.200 doelen hier."),
    ],
)
def test_one_and_many(number: int, said: str) -> None:
    assert there_are(number, DOEL, ("is", "zijn"), "hier") == said


def test_all_of_them_is_said_as_one_says_it() -> None:
    assert [part_of(number, number, NOUNS["Opgave"]) for number in (1, 2, 3, 14)] == [
        "de enige opgave",
        "beide opgaven",
        "alle drie opgaven",
        "alle 14 opgaven",
    ]


def test_a_comma_in_a_name_does_not_break_a_list() -> None:
    assert listed(["“Gezond, nu en later”", "“Meedoen”"]) == "“Gezond, nu en later” en “Meedoen”"
    assert listed(["Gezond, nu en later", "Meedoen"]) == "Gezond, nu en later; en Meedoen"
    assert listed([]) == ""


def test_a_sentence_ends_once() -> None:
    assert [sentence(text) for text in ("dat is zo.", "is dat zo?", "hij zei: “ja.”")] == [
        "Dat is zo.",
        "Is dat zo?",
        "Hij zei: “ja.”",
    ]


def test_every_noun_has_an_article_that_goes_with_its_pronoun() -> None:
    for noun in NOUNS.values():
        assert (noun.article, noun.pronoun) in {("de", "hem"), ("de", "haar"), ("het", "het")}


@given(st.lists(st.text(min_size=1), min_size=1, max_size=6), st.integers(1, 6))
def test_a_row_of_any_names_holds_each_of_them_in_order(names: list[str], limit: int) -> None:
    row = listed(names)
    position = 0
    for name in names:
        position = row.index(name, position) + len(name)
    assert some_of(names, len(names)) == row
    if limit < len(names):
        assert some_of(names, limit).endswith(f" nog {number_word(len(names) - limit)}")


@given(st.lists(st.integers(0, 40), max_size=8), st.integers(0, 60))
def test_shares_give_nobody_more_than_there_is(numbers: list[int], total: int) -> None:
    given_out = actions.shares(numbers, total)
    assert sum(given_out) == min(total, sum(numbers))
    assert all(share <= number for share, number in zip(given_out, numbers, strict=True))

"""The version of an element: changed by what it says, not by where that stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from answer_case import opened
from small_register import small_tables

from beleidsspoor.graph.reacties.versions import version_of


def test_another_word_is_another_version(klein_register: Callable[..., Path]) -> None:
    before = version_of(opened(klein_register()), "dorp:actie-1")
    tables = small_tables()
    tables["dorp/acties"][0]["naam"] = "Lessen geven"

    assert version_of(opened(klein_register(tables)), "dorp:actie-1") != before


def test_another_place_is_the_same_version(klein_register: Callable[..., Path]) -> None:
    before = version_of(opened(klein_register()), "dorp:opgave-1")
    tables = small_tables()
    tables["dorp/opgaven"][0] |= {"vindplaatsen": "v-thema", "uitgewerkt_in": "v-thema"}

    assert version_of(opened(klein_register(tables)), "dorp:opgave-1") == before


def test_an_element_that_is_not_there_has_no_version(klein_register: Callable[..., Path]) -> None:
    with pytest.raises(KeyError):
        version_of(opened(klein_register()), "dorp:actie-9")

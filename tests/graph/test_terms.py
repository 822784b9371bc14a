"""How names and values are written: what passes is good RDF for every reader."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidsspoor.graph.terms import graph_iri, is_iri, literal, thing_iri


def written(term: str) -> object:
    """What a parser makes of a term in N-Triples."""
    (triple,) = ox.parse(f"<https://e.org/s> <https://e.org/p> {term} .".encode(), ox.RdfFormat.N_TRIPLES)
    return triple.object


@given(st.text(max_size=40))
def test_any_text_is_a_literal_that_is_read_back(text: str) -> None:
    assert written(literal(text, "@nl")) == ox.Literal(text, language="nl")


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_any_id_makes_an_iri_and_two_ids_never_the_same(one: str, other: str) -> None:
    first, second = (thing_iri("https://example.org/id/", "dorp", local) for local in (one, other))

    assert is_iri(first)
    assert (first == second) == (one == other)
    assert is_iri(graph_iri(first))


@given(st.text(max_size=30))
def test_what_passes_as_an_iri_is_one(end: str) -> None:
    text = f"https://example.org/{end}"
    if is_iri(text):
        assert written(f"<{text}>") == ox.NamedNode(text)


@pytest.mark.parametrize(
    "text", ["", "wet", "wetten.overheid.nl", "https://", "https:///x", "https://a b", "https://x/%", "a:b"]
)
def test_what_is_no_iri(text: str) -> None:
    assert not is_iri(text)

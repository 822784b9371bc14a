"""Reading a query before the engine does: prefixes, places, and what is refused."""

from __future__ import annotations

import pytest

from beleidsspoor.graph.sparql.query_text import DEEPEST, LONGEST, Refused, place_of, read_query


def test_prefixes_are_told_apart_from_names() -> None:
    query = read_query('PREFIX ex: <http://e/> BASE <http://b/> SELECT * { ex:a a bs:Actie ; :p "x:y" , <z:z> , _:b }')
    assert query.declared == {"ex": "http://e/"}
    assert list(query.used) == ["ex", "bs", ""]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://e/> { ?s ?p ?o } }",
        "select * { service silent <http://e/> {} }",
        "SELECT * { ?s ?p trueSERVICE <http://e/> {} }",
        "SELECT * { ?s ?p 1e5SERVICE <http://e/> {} }",
        "PREFIX ex: <http://e/> SELECT * { SERVICEex:a {} }",
        "PREFIX ex: <http://e/> SELECT * { ?s ?p ex:a、\\# . SERVICE <http://e/> {} }",
        "SELECT * { ?s ?p <http://e/\\u0041#'> . SERVICE <http://e/> {} } #'",
        "SELECT * { ?s ?p '''it's''' . SERVICE <http://e/> {} }",
        "# een regel\nSELECT * {SERVICE?x{}}",
    ],
)
def test_service_is_refused_however_it_is_written(text: str) -> None:
    with pytest.raises(Refused, match="SERVICE mag hier niet"):
        read_query(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service bs:service 'SERVICE' }",
        '# SERVICE\nSELECT * { <http://e/SERVICE> ?p """SERVICE"""@nl-service }',
        "SELECT * { _:service ?p $service }",
    ],
)
def test_the_word_may_stand_in_names_and_text(text: str) -> None:
    assert read_query(text).words[0].text == "SELECT"


@pytest.mark.parametrize("text", ["INSERT DATA {}", "PREFIX e: <x> delete where {}", "LOAD <http://e/>", "drop all"])
def test_an_update_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="verandert gegevens"):
        read_query(text)


def test_what_would_exhaust_the_engine_is_refused() -> None:
    with pytest.raises(Refused, match="haakjes in elkaar"):
        read_query("SELECT * " + "{" * (DEEPEST + 1))
    with pytest.raises(Refused, match="langer dan"):
        read_query("SELECT * {}" + " " * LONGEST)
    with pytest.raises(Refused, match="geen tekst"):
        read_query("SELECT '\udcff' {}")


def test_open_brackets_and_quotes_are_seen() -> None:
    assert read_query("SELECT * { ?s ?p (1 2").open_brackets == 2
    assert read_query("SELECT * { ?s ?p 'abc }").open_quote == 17
    assert read_query("SELECT * { ?s ?p 'a' }").open_quote is None


def test_the_dataset_of_a_query_is_seen() -> None:
    assert read_query("SELECT * FROM <http://g/> {}").names_dataset
    assert not read_query("SELECT ?from { ?from ?p 'FROM' }").names_dataset


def test_a_place_is_counted_from_one() -> None:
    assert [place_of("ab\nc", position) for position in (0, 2, 3, 4)] == [(1, 1), (1, 3), (2, 1), (2, 2)]

"""Running a question of a user: prefixes, scope, faults that point at the place, and no network, ever."""

from __future__ import annotations

import contextlib
import json
import re
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.scope import make_scope
from beleidsspoor.graph.sparql.querying import Asked, Constructed, Selected, SparqlFault, known_prefixes, run
from beleidsspoor.graph.store import GraphStore

_SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    from small_register import write_register

    return open_dataset(write_register(tmp_path_factory.mktemp("register"))).store


def values(outcome: object) -> list[tuple[str | None, ...]]:
    assert isinstance(outcome, Selected)
    return [tuple(getattr(term, "value", None) for term in row) for row in outcome.rows]


def fault_of(store: GraphStore, text: str) -> str:
    with pytest.raises(SparqlFault) as caught:
        run(store, text)
    return str(caught.value)


def test_the_prefixes_are_known_also_those_of_a_ruimte(store: GraphStore) -> None:
    found = run(store, "SELECT ?naam { dorp:actie-1 a bs:Actie ; skos:prefLabel ?naam }")
    assert values(found) == [("Trainingen geven",)]
    assert known_prefixes(store)["stad"] == "https://w3id.org/beleidsspoor/id/stad/"


def test_a_prefix_or_base_of_the_question_itself_counts(store: GraphStore) -> None:
    own = "PREFIX bs: <http://e/> SELECT ?x { ?x a bs:Actie }"
    assert values(run(store, own)) == []
    assert len(values(run(store, "BASE <https://w3id.org/beleidsspoor/id/dorp/> SELECT ?c { <actie-1> a ?c }"))) == 1
    assert len(values(run(store, "SELECT ?c { <dorp/actie-1> a ?c }"))) == 1


def test_a_select_is_standard_json_and_csv(store: GraphStore) -> None:
    found = run(store, "SELECT ?id ?nummer { ?x a bs:Opgave ; dct:identifier ?id ; bs:nummer ?nummer }")
    assert isinstance(found, Selected)
    assert found.variables == ("id", "nummer")
    assert json.loads(found.json)["results"]["bindings"][0]["id"] == {"type": "literal", "value": "opgave-1"}
    assert found.csv() == b"id,nummer\r\nopgave-1,1.1\r\n"


def test_an_ask_is_yes_or_no(store: GraphStore) -> None:
    outcomes = [run(store, f"ASK {{ ?x a bs:{name} }}") for name in ("Actie", "Niets")]
    assert [outcome.answer for outcome in outcomes if isinstance(outcome, Asked)] == [True, False]


def test_a_construct_is_turtle_with_each_triple_once(store: GraphStore) -> None:
    found = run(store, "PREFIX ex: <http://e/> CONSTRUCT { ?x ex:is ex:klaar } { ?x a bs:Actie . ?x ?p ?o }")
    assert isinstance(found, Constructed)
    text = found.turtle().decode()
    assert len(found.triples) == 2
    assert "dorp:actie-1 ex:is ex:klaar ." in text and "@prefix ex: <http://e/>" in text and "@prefix qb:" not in text
    assert {*ox.parse(text, ox.RdfFormat.TURTLE)} == {ox.Quad(*triple) for triple in found.triples}
    described = run(store, "DESCRIBE dorp:actie-2")
    assert isinstance(described, Constructed) and b"Beweegtuin" in described.turtle()


def test_a_filter_on_municipality_hides_the_other_in_graph_too(store: GraphStore) -> None:
    graphs = make_scope(store, ["dorp"]).graphs
    assert values(run(store, "SELECT ?x { ?x a bs:Principe }", graphs))[0][0] == (
        "https://w3id.org/beleidsspoor/id/dorp/principe-1"
    )
    assert len(values(run(store, "SELECT ?x { GRAPH ?g { ?x a bs:Principe } }", graphs))) == 1
    assert len(values(run(store, "SELECT ?x { GRAPH ?g { ?x a bs:Principe } }"))) == 3


def test_from_in_the_question_chooses_the_graphs(store: GraphStore) -> None:
    question = "SELECT ?x FROM <https://w3id.org/beleidsspoor/id/stad/visie/graaf> { ?x a bs:Principe }"
    assert len(values(run(store, question))) == 2
    with pytest.raises(SparqlFault, match="FROM in de vraag kan niet samen"):
        run(store, question, make_scope(store, ["dorp"]).graphs)


@pytest.mark.parametrize(
    ("text", "first_line", "marked"),
    [
        (
            "SELECT ?x WERE { ?x a bs:Actie }",
            "Regel 1, teken 11: SPARQL kent het woord 'WERE' niet. Bedoelt u WHERE?",
            "WERE",
        ),
        ("SELECT *\n{ ?x a\tbd:Actie }", "Regel 2, teken 8: Het voorvoegsel 'bd:' is niet bekend.", "bd:Actie"),
        (
            "SELECT ?x\n{ ?x bs:meet ?y . FILTER ?y > 3 }",
            "Regel 2, teken 19: Vanaf hier klopt de SPARQL niet.",
            "FILTER",
        ),
        ("SELECT * { ?x ?p 'abc }", "Regel 1, teken 18: Dit aanhalingsteken wordt niet gesloten.", "'abc"),
        ("SELECT * { ?x <http://a b> ?y }", "Regel 1, teken 16: Dit is geen goed internetadres", "http://a b"),
        (
            "SELECT * {\n ?x ?p ?y\n",
            "Regel 3, teken 1: De vraag is hier nog niet af: er staat nog een haakje open.",
            "",
        ),
        ("SELECT (COUNT(?x) AS ?n) ?y { ?x ?p ?y }", "Regel 1, teken 41: De SELECT noemt een variabele zonder", ""),
        ("SELECT * { ?x a ?y BIND(1 AS ?x) }", "Regel 1, teken 35: Hier of eerder klopt de SPARQL niet. Krijgt", ""),
        ("SELECT * { SERVICE <http://localhost:9/> {} }", "Regel 1, teken 12: SERVICE mag hier niet", "SERVICE"),
        ("CLEAR ALL", "Regel 1, teken 1: Deze opdracht verandert gegevens.", "CLEAR"),
    ],
)
def test_a_fault_points_at_the_place_in_the_text_of_the_user(
    store: GraphStore, text: str, first_line: str, marked: str
) -> None:
    message, line, mark = fault_of(store, text).split("\n")
    assert message.startswith(first_line)
    assert line[mark.index("^") :].startswith(marked)


def test_a_long_line_is_cut_around_the_place(store: GraphStore) -> None:
    _, line, mark = fault_of(store, f"SELECT * {{ {'?a bs:b ?c . ' * 30} ?x a qq:y }}").split("\n")
    assert len(line) < 150 and line[mark.index("^") :].startswith("qq:y")


def test_an_unknown_prefix_is_named_with_one_that_comes_near(store: GraphStore) -> None:
    assert "Bedoelt u skos:?" in fault_of(store, "SELECT * { ?x skoz:prefLabel ?y }")
    assert "Bekend zijn: bs, dct" in fault_of(store, "SELECT * { ?x zzz:prefLabel ?y }")


def test_an_empty_question_and_an_unknown_function_are_told(store: GraphStore) -> None:
    assert fault_of(store, " \n") == "De vraag is leeg."
    assert fault_of(store, "SELECT (<http://e/f>(1) AS ?x) {}") == "De functie <http://e/f> bestaat hier niet."


_WORDS = st.sampled_from(
    [
        *re.findall(
            r"\w+", "SELECT ASK CONSTRUCT DESCRIBE WHERE FILTER OPTIONAL UNION MINUS GRAPH VALUES BIND AS PREFIX"
        ),
        *re.findall(r"\w+", "BASE FROM NAMED GROUP BY ORDER LIMIT OFFSET COUNT SERVICE INSERT true a"),
        *"(){}[].;,*+/|^!=<>'#",
        *(
            "?x",
            "?y",
            "$z",
            "bs:",
            "bs:Actie",
            "ex:",
            "<http://e/>",
            "<x>",
            "'a'",
            '"b"',
            '"',
            "'''c",
            "1",
            "2.5",
            "1e3",
        ),
        *("@nl", "^^", "_:b", "\\", "\\u0041", "é", "、"),
    ]
)


@_SETTINGS
@given(text=st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=25).map(" ".join), st.lists(_WORDS).map("".join)))
def test_no_text_gives_a_traceback(store: GraphStore, text: str) -> None:
    try:
        outcome = run(store, text)
    except SparqlFault as fault:
        assert str(fault)
    else:
        assert isinstance(outcome, Selected | Asked | Constructed)


class Listener:
    """A server on this machine that remembers whether anybody called."""

    def __init__(self) -> None:
        self.called = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.called.set()
            connection.close()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    server = Listener()
    yield server
    server.close()


def test_the_engine_alone_would_go_out_over_http(listener: Listener) -> None:
    """What the test below relies on: without our reading of the text, SERVICE reaches the network."""
    with pytest.raises((OSError, RuntimeError)):
        list(ox.Store().query(f"SELECT * {{ SERVICE <{listener.address}> {{ ?s ?p ?o }} }}"))  # type: ignore[arg-type]
    assert listener.called.is_set()
    listener.called.clear()


_PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "SERVICE",
                "service",
                " ",
                "\n",
                "{",
                "}",
                "{}",
                "SELECT *",
                "?s ?p ?o",
                "?s ?p ",
                " . ",
                "'",
                '"',
                "'''",
            ),
            *("#", "\\", "\\#", "\\'", "<", ">", "<http://e/", "ex:a", ":", "ex:", "true", "1e5", "1", "?", "$", "@nl"),
            *("_:b", "、", "\u00a0", "SILENT", "FILTER(?s<?o)", "OPTIONAL", "UNION", "%41", "."),
        ]
    ),
    max_size=14,
)


@settings(max_examples=400, deadline=None)
@given(before=_PIECES, after=_PIECES)
def test_no_way_of_writing_service_reaches_the_network(
    store: GraphStore, listener: Listener, before: list[str], after: list[str]
) -> None:
    call = f"SERVICE <{listener.address}> {{ ?a ?b ?c }}"
    text = f"PREFIX ex: <http://e/> SELECT * {{ {''.join(before)}{call}{''.join(after)} }}"
    with contextlib.suppress(SparqlFault):
        run(store, text)
    assert not listener.called.is_set()


def test_the_shipped_questions_run_as_questions_of_a_user() -> None:
    from beleidsspoor.graph.questions import shipped_questions

    store = open_dataset().store
    for question in shipped_questions().values():
        assert isinstance(run(store, question.sparql), Selected)


def test_a_register_is_not_changed_by_a_question(klein_register: Callable[..., Path]) -> None:
    store = open_dataset(klein_register()).store
    before = sorted(map(str, store.engine))
    run(store, "CONSTRUCT { ?s a bs:Nieuw } { ?s a bs:Actie }")
    assert sorted(map(str, store.engine)) == before


@pytest.mark.parametrize("select", ["SELECT *", "select distinct *", "PREFIX z: <http://z/>\nSELECT  DISTINCT\n*"])
def test_all_variables_come_in_the_order_of_the_question(store: GraphStore, select: str) -> None:
    outcome = run(store, f"{select} WHERE {{ ?z a bs:Actie ; skos:prefLabel ?naam . OPTIONAL {{ ?z bs:trekker ?a }} }}")
    assert isinstance(outcome, Selected)
    assert outcome.variables == ("z", "naam", "a")
    assert {(row[0].value, row[1].value) for row in outcome.rows} >= {  # type: ignore[union-attr]
        ("https://w3id.org/beleidsspoor/id/dorp/actie-1", "Trainingen geven")
    }
    assert json.loads(outcome.json)["head"]["vars"] == ["z", "naam", "a"]
    assert outcome.csv().startswith(b"z,naam,a\r\nhttps://")


def test_a_variable_with_a_strange_name_needs_no_place(store: GraphStore) -> None:
    outcome = run(store, "SELECT * WHERE { ?z\u00b7b a bs:Actie ; skos:prefLabel ?a }")
    assert isinstance(outcome, Selected) and len(outcome.variables) == 2


def test_named_variables_keep_their_order(store: GraphStore) -> None:
    outcome = run(store, "SELECT ?naam ?z (?naam * 2 AS ?b) WHERE { ?z a bs:Actie ; skos:prefLabel ?naam }")
    assert isinstance(outcome, Selected) and outcome.variables == ("naam", "z", "b")

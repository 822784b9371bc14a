"""Every question on a small register of which the answers are known, and what a question file must hold."""

from __future__ import annotations

import datetime
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from question_register import question_tables, write_question_register

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.questions import (
    Answer,
    QuestionFault,
    Value,
    ask,
    parse_question,
    read_questions,
    shipped_questions,
)
from beleidsspoor.graph.scope import Scope, make_scope
from beleidsspoor.graph.store import ELEMENT_CLASSES, GraphStore

TODAY = datetime.date(2026, 1, 1)
NAMES = (
    "acties-zonder-doel", "acties-zonder-trekker", "acties-zonder-indicator", "doelen-zonder-actie",
    "doelen-zonder-indicator", "doelen-met-alleen-vervallen-indicatoren", "indicatoren-zonder-doel",
    "indicatoren-vervallen", "indicatorkwaliteit", "opgaven-niet-uitgewerkt", "opgaven-niet-in-begroting",
    "begroting-niet-in-agenda", "programmadekking", "verplichte-indicatoren", "partners", "dubbele-beloften", "tegenspraak", "documentsignalen",
    "themaoverzicht", "principevergelijking", "themavergelijking",
)  # fmt: skip
FOLDER = Path(__file__).parents[2] / "ontology" / "vragen"

Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    return open_dataset(write_question_register(tmp_path_factory.mktemp("vragen"))).store


@pytest.fixture(scope="module")
def answer(store: GraphStore) -> Ask:
    return lambda name, scope=None, **how: ask(store, shipped_questions()[name], scope, today=TODAY, **how)


@pytest.fixture(scope="module")
def in_rdflib(store: GraphStore) -> Any:
    """All quads in one graph of rdflib, where plain strings have no datatype."""
    import rdflib

    string = "http://www.w3.org/2001/XMLSchema#string"
    graph = rdflib.Graph()
    for quad in store.engine:
        terms = []
        for term in (quad.subject, quad.predicate, quad.object):
            if isinstance(term, ox.Literal):
                datatype = None if term.language or term.datatype.value == string else term.datatype.value
                terms.append(rdflib.Literal(term.value, lang=term.language, datatype=datatype))
            else:
                terms.append(rdflib.URIRef(term.value))
        graph.add(tuple(terms))
    return graph


def states(answer: Answer) -> dict[str, str]:
    """For each state the ids of its elements, parted by spaces; of a row per municipality with its ruimte."""
    found: dict[str, list[str]] = {}
    for row in answer.rows:
        assert row.element is not None and row.toestand is not None
        name = f"{row.gemeente}:{row.element.id}" if row.gemeente else row.element.id
        found.setdefault(row.toestand, []).append(name)
    return {state: " ".join(sorted(ids)) for state, ids in found.items()}


def columns(answer: Answer, *names: str) -> dict[str, tuple[Value, ...]]:
    """By element (the last row counts) the values of these columns."""
    places = [answer.columns.index(name) for name in names]
    return {row.element.id: tuple(row.values[place] for place in places) for row in answer.rows if row.element}


COVERAGE: list[tuple[str, bool, dict[str, str]]] = [
    # Through another action counts; under a thema only does not.
    ("acties-zonder-doel", False, {"gedekt": "a1 a2", "gat": "a3 a4"}),
    # The explanation of a4 expired yesterday. Who is named without being known is no lead.
    ("acties-zonder-trekker", False, {"gedekt": "a1", "gat": "a2 a4", "bewust_open": "a3"}),
    ("acties-zonder-trekker", True, {"gedekt": "a1 a2", "gat": "a4", "bewust_open": "a3"}),
    # The indicator of a3 is dropped. Deep: below a1, and the same promise as a4.
    ("acties-zonder-indicator", False, {"gedekt": "a2", "gat": "a1 a3 a4"}),
    ("acties-zonder-indicator", True, {"gedekt": "a1 a2 a4", "gat": "a3"}),
    # Stad has a vision only: its thema is not without actions.
    ("doelen-zonder-actie", False, {"gedekt": "o1 s2 t1", "gat": "d1 d2 o2 o4 s3 t2", "niet_onderzocht": "st1"}),
    ("doelen-zonder-actie", True, {"gedekt": "d1 o1 s2 t1", "gat": "d2 o2 o4 s3 t2", "niet_onderzocht": "st1"}),
    ("doelen-zonder-indicator", False, {"gedekt": "d1 t1", "gat": "d2 o1 o2 o4 s2 s3 t2", "niet_onderzocht": "st1"}),
    ("doelen-zonder-indicator", True, {"gedekt": "d1 o1 s2 t1", "gat": "d2 o2 o4 s3 t2", "niet_onderzocht": "st1"}),
    # Goals that nothing ever measured have no row.
    ("doelen-met-alleen-vervallen-indicatoren", False, {"gedekt": "d1 t1", "gat": "d2"}),
    ("indicatoren-zonder-doel", False, {"gedekt": "i1 i2 i3 i4 i6", "gat": "i5"}),
    ("indicatoren-vervallen", False, {"gedekt": "i2", "gat": "i4"}),
    ("indicatorkwaliteit", False, {"gat": "i1 i2 i3 i4 i5 i6"}),
    ("opgaven-niet-uitgewerkt", False, {"gedekt": "o1 o4", "gat": "o2"}),
    ("opgaven-niet-in-begroting", False, {"gedekt": "o1", "gat": "o2 o4"}),
    ("begroting-niet-in-agenda", False, {"gedekt": "d1", "gat": "d2"}),
    # Who contributes to a part contributes to the whole; a principle is no action; a campaign counts only where somebody
    # contributes; what Dorp leaves open on purpose, Stad does not.
    (
        "programmadekking", False,
        {
            "gedekt": "dorp:gala-1 dorp:gala-1a dorp:week", "gat": "dorp:gala-2", "bewust_open": "dorp:iza",
            "niet_onderzocht": "stad:gala-1 stad:gala-1a stad:gala-2 stad:iza",
        },
    ),
    # i1 has figures, i5 has none. The budget of Dorp does not cover taakveld 4; Stad has no budget.
    (
        "verplichte-indicatoren", False,
        {
            "gedekt": "dorp:bbv-21", "gat": "dorp:bbv-27",
            "niet_onderzocht": "dorp:bbv-17 stad:bbv-17 stad:bbv-21 stad:bbv-27",
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "diep", "expected"), COVERAGE)
def test_every_element_has_the_state_it_should_have(
    name: str, diep: bool, expected: dict[str, str], answer: Ask
) -> None:
    found = answer(name, diep=diep)
    assert states(found) == expected
    assert found.tellingen == {
        state: len(expected.get(state, "").split()) for state in ("gedekt", "gat", "bewust_open", "niet_onderzocht")
    }


def test_every_dekking_question_is_tested_with_each_of_its_depths() -> None:
    questions = [question for question in shipped_questions().values() if question.is_coverage]
    wanted = {
        (question.name, diep) for question in questions for diep in ((False, True) if question.diep else (False,))
    }
    tested = {(name, diep) for name, diep, _ in COVERAGE}
    # The deep form that sees no more than the shallow one here: nothing measured hangs under d2.
    assert wanted - tested == {("doelen-met-alleen-vervallen-indicatoren", True)}


def test_the_explanation_says_why_by_whom_and_until_when(answer: Ask) -> None:
    rows = {row.element.id: row for row in answer("acties-zonder-trekker").rows if row.element}
    assert rows["a3"].reden == "De raad kiest nog. (college, tot 30-06-2026)"
    assert rows["a4"].reden is None


def test_the_norms_of_the_audit_offices(answer: Ask) -> None:
    found = answer("indicatorkwaliteit")
    norms = [name for name in found.columns if re.match(r"n\d+_", name)]
    assert [int(name[1:].partition("_")[0]) for name in norms] == list(range(1, 11))
    values = {
        key: "".join({"ja": "j", "nee": "n", "n.v.t.": "-"}[str(v)] for v in row)
        for key, row in columns(found, *norms).items()
    }
    assert values == {
        # i1 and i6 have one name and two sources; neither measures a goal below a thema.
        "i1": "jjjjjjjjnn",
        "i6": "jnnjjjnnnn",
        # Dropped: no target is asked. One usable figure of 2024, as 'nvt' is none.
        "i2": "jnj--nn-jj",
        # New and yes/no: a target, and no series to judge.
        "i3": "jnnjjn--jj",
        "i4": "nnn--nn-jn",
        "i5": "nnnnnnnnjn",
    }


def test_norms_need_words_and_a_column_each(store: GraphStore) -> None:
    text = "#+ titel: T\n#+ uitleg: U\n#+ soort: dekking\n#+ rij: Actie\n#+ normen: {}\nSELECT ?element ?gedekt {{}}"
    assert parse_question("q", text.format("n1 = een jaar; n2 = een naam")).normen == {
        "n1": "een jaar",
        "n2": "een naam",
    }
    for wrong in ("n1", "n1 =", "= een jaar"):
        with pytest.raises(QuestionFault, match=r"q.rq: '.*' bij '#\+ normen' klopt niet."):
            parse_question("q", text.format(wrong))
    with pytest.raises(QuestionFault, match=r"de kolom .n1. van .#. normen. staat niet in de SELECT"):
        ask(store, parse_question("q", text.format("n1 = een jaar")))


def test_an_indicator_that_meets_all_norms_is_covered(tmp_path: Path) -> None:
    tables = question_tables()
    link = next(row for row in tables["dorp/verbanden"] if row["id"] == "l-i1-a2")
    tables["dorp/verbanden"].append(link | {"id": "nieuw", "naar": "s2"})
    tables["dorp/indicatoren"][-1]["naam"] = "Iets anders"
    store = open_dataset(write_question_register(tmp_path, tables)).store
    assert states(ask(store, shipped_questions()["indicatorkwaliteit"]))["gedekt"] == "i1"


def test_the_columns_say_what_there_is(answer: Ask, store: GraphStore) -> None:
    assert columns(answer("acties-zonder-doel"), "hangt_onder")["a2"] == ("Lessen geven",)
    assert columns(answer("acties-zonder-trekker"), "genoemd_als", "voert_uit")["a4"] == ("men", None)
    assert columns(answer("acties-zonder-indicator"), "gemeten_doel_erboven")["a1"] == ("1 Gezond",)
    assert columns(answer("doelen-zonder-actie"), "acties", "acties_via_zelfde_doel", "acties_in_zelfde_thema")[
        "d1"
    ] == (0, 2, 0)
    assert columns(answer("indicatoren-vervallen"), "vervangen_door", "laatste_realisatie")["i2"] == (
        "Rookvrij dorp",
        "2024: 7",
    )
    assert columns(answer("opgaven-niet-in-begroting"), "in_begroting")["o1"] == ("Iedereen beweegt",)
    assert columns(answer("begroting-niet-in-agenda"), "in_agenda")["d1"] == ("1.1 Bewegen voor iedereen",)
    programme = columns(answer("programmadekking"), "doelen", "acties", "overig")
    assert programme["gala-1a"] == ("", "", "")
    programme = columns(answer("programmadekking", make_scope(store, ["dorp"])), "doelen", "acties", "overig")
    assert programme["gala-1a"] == ("1.1.3 Ouderen bewegen", "Folder maken (aannemelijk)", "")


def test_who_does_what_in_which_thema(answer: Ask) -> None:
    found = columns(
        answer("partners"), "trekt", "voert_uit", "doet_mee", "levert_cijfers", "genoemd", "themas", "gemeenten"
    )
    # Stichting Stil does nothing and is named nowhere.
    assert found == {"club": (1, 1, 0, 1, 3, "Gezond; Sport", "Dorp"), "inwoners": (0, 0, 1, 0, 0, "Gezond", "Dorp")}


def test_the_same_promise_in_two_places(answer: Ask) -> None:
    found = columns(
        answer("dubbele-beloften"), "aantal_plekken", "ook_beloofd_als", "hangt_onder", "jaren", "indicatoren"
    )
    assert found["a2"] == (2, "Beurs houden", "Lessen geven", "2025; 2026", "Aantal lessen")
    assert found["a4"] == (2, "Zaal huren", None, None, None)


def test_two_figures_for_one_year_contradict_each_other(answer: Ask) -> None:
    # One name in two documents; 2026 has the same figure in both.
    figures = ("2025", "begroot", "20 (Begroting 2025); 25 (Agenda 2025)")
    assert columns(answer("tegenspraak"), "periode", "soort_cijfer", "cijfers") == {"i1": figures, "i6": figures}


def test_what_a_reader_notices_in_a_document(answer: Ask) -> None:
    found = answer("documentsignalen")
    seen = {(row.element.id, *row.values) for row in found.rows if row.element}
    assert {(element, signal) for element, signal, _ in seen} == {
        ("agenda", "twee namen"), ("o1", "anders verwoord"), ("o2", "niet uitgewerkt"), ("o4", "gat in de nummering"),
        ("s2", "gat in de nummering"), ("akkoord", "gemeente niet vermeld"), ("akkoord", "uitgever niet vermeld"),
        ("akkoord", "tekst ontbreekt"),
    }  # fmt: skip
    texts = {str(text) for *_, text in seen}
    assert {"Na 1.2 komt meteen 1.4.", "De nummering begint met 1.1.2."} <= texts
    assert "Sportclub heet hier: Sportclub Dorp / Sportklub" in texts


def test_an_overview_of_each_thema(answer: Ask) -> None:
    found = columns(answer("themaoverzicht"), "opgaven", "doelen", "subdoelen", "acties", "indicatoren", "lasten")
    # The money of the first year of the budget only.
    assert found == {
        "t1": (3, 0, 2, 3, 3, None), "t2": (0, 0, 0, 0, 0, None), "boom": (0, 2, 0, 0, 5, 100), "st1": (0, 0, 0, 0, 0, None),
    }  # fmt: skip


def test_the_relation_is_said_in_words(answer: Ask) -> None:
    principles = [row.values[:3] for row in answer("principevergelijking").rows]
    assert principles == [
        ("bijna zelfde", "Vertrouwen", "Dorp"), ("spanning", "Streng", "Dorp"), ("ruimer", "Vertrouwen", "Dorp"),
        ("geen tegenhanger", None, None),
    ]  # fmt: skip
    assert columns(answer("themavergelijking"), "relatie") == {"t2": ("geen tegenhanger",), "st1": ("zelfde",)}


def test_a_municipality_has_the_same_answer_alone_as_among_others(store: GraphStore, answer: Ask) -> None:
    def told(scope: Scope | None) -> list[tuple[object, ...]]:
        rows = answer(question.name, scope).rows
        of_dorp = [row for row in rows if row.element and (row.gemeente or row.element.ruimte) == "dorp"]
        return [(row.element.iri, *row[1:]) for row in of_dorp if row.element]

    dorp = make_scope(store, ["dorp"])
    for question in (question for question in shipped_questions().values() if question.is_coverage):
        assert told(dorp) == told(None), question.name


def test_the_questions_stand_in_their_order() -> None:
    assert tuple(shipped_questions()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_question_file_is_complete(name: str, store: GraphStore) -> None:
    question = shipped_questions()[name]
    assert question.uitleg.endswith((".", "?")) and len(question.uitleg) < 260
    assert ("gat" in question.uitleg) == question.is_coverage or name == "documentsignalen"
    assert set(question.rij) | set(question.nodig) <= set(ELEMENT_CLASSES)
    assert question.is_coverage == bool(question.nodig)
    result = ask(store, question, today=TODAY)
    assert ("gedekt_diep" in question.sparql) == (question.diep is not None)
    for row in result.rows:
        assert row.element is not None and row.element.soort in question.rij
        assert not any(isinstance(value, str) and value.startswith("http") for value in row.values)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", column) for column in result.columns)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_runs_without_our_engine_and_answers_the_same(name: str, store: GraphStore, in_rdflib: Any) -> None:
    sparql = (FOLDER / f"{name}.rq").read_text(encoding="utf-8")
    # Without the prefixes that the engine knows: a file brings its own.
    ours = store.engine.query(sparql, use_default_graph_as_union=True)
    assert isinstance(ours, ox.QuerySolutions)
    names = [variable.value for variable in ours.variables]
    mine = Counter(tuple(_plain(row[name]) for name in names) for row in ours)
    theirs = Counter(tuple(_plain(row.get(name)) for name in names) for row in in_rdflib.query(sparql).bindings)
    assert mine == theirs


def test_a_new_question_is_one_file(tmp_path: Path, store: GraphStore) -> None:
    folder = tmp_path / "vragen"
    shutil.copytree(FOLDER, folder)
    (folder / "acties-zonder-jaar.rq").write_text(
        "#+ titel: Acties zonder jaar\n#+ uitleg: Wanneer? Een gat is een actie zonder jaar.\n#+ soort: dekking\n"
        "#+ nodig: Actie\n#+ rij: Actie\n"
        "SELECT ?element ?gedekt WHERE { ?element a bs:Actie BIND(EXISTS { ?element bs:jaar ?jaar } AS ?gedekt) }",
        encoding="utf-8",
    )
    questions = read_questions(folder)
    assert list(questions) == [*NAMES, "acties-zonder-jaar"]
    assert states(ask(store, questions["acties-zonder-jaar"])) == {"gedekt": "a2", "gat": "a1 a3 a4"}


HEADER = {"titel": "T", "uitleg": "U.", "soort": "dekking", "rij": "Actie"}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"titel": None}, "x.rq: de regel '#+ titel: …' ontbreekt"),
        ({"uitleg": ""}, "x.rq: de regel '#+ uitleg: …' ontbreekt"),
        ({"rij": None}, "de regel '#+ rij: …' ontbreekt"),
        ({"soort": "telling"}, "de soort 'telling' bestaat niet. Kies uit: dekking, overzicht, vergelijking, signaal."),
        ({"rij": "Actei"}, "'Actei' bij '#+ rij' is geen klasse. Kies uit: Thema, "),
        ({"nodig": "Actie Meting"}, "'Meting' bij '#+ nodig' is geen klasse."),
    ],
)
def test_a_fault_in_the_header_is_told_in_dutch(changes: dict[str, str | None], message: str) -> None:
    lines = {**HEADER, **changes}
    text = "".join(f"#+ {key}: {value}\n" for key, value in lines.items() if value is not None)
    with pytest.raises(QuestionFault, match=re.escape(message)):
        parse_question("x", text + "SELECT ?element ?gedekt WHERE { }")


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT ?element WHERE {", "x.rq is geen goede SPARQL"),
        ("ASK { }", "x.rq moet een SELECT zijn."),
        ("SELECT ?element WHERE { }", r"x.rq moet \?element en \?gedekt teruggeven."),
    ],
)
def test_a_question_that_cannot_be_asked_is_told_in_dutch(sparql: str, message: str, store: GraphStore) -> None:
    header = "".join(f"#+ {key}: {value}\n" for key, value in HEADER.items())
    with pytest.raises(QuestionFault, match=message):
        ask(store, parse_question("x", header + sparql))


def _plain(term: Any) -> str | float | None:
    """The value of a term of either engine, so that equal numbers are equal."""
    text = None if term is None else str(getattr(term, "value", term)) if not hasattr(term, "toPython") else str(term)
    try:
        return float(text) if text is not None else None
    except ValueError:
        return text

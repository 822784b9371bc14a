"""Facts of the shipped register that a reader of the five documents can check by hand."""

from __future__ import annotations

import datetime

import pytest

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.questions import ask, shipped_questions
from beleidsspoor.graph.scope import STATES, make_scope
from beleidsspoor.graph.store import GraphStore

TODAY = datetime.date(2026, 1, 15)


@pytest.fixture(scope="module")
def shipped() -> GraphStore:
    return open_dataset().store


@pytest.fixture(scope="module")
def shipped() -> GraphStore:
    return open_dataset().store


def small(klein_register: Callable[..., Path], change: Callable[[Tables], None] = lambda tables: None) -> GraphStore:
    tables = small_tables()
    change(tables)
    return open_dataset(klein_register(tables)).store


def explanation(until: str) -> dict[str, str]:
    return {
        "id": "verklaring-1", "element": "actie-2", "vraag": "acties-zonder-doel", "reden": "Komt in 2027.",
        "door": "college", "tot": until,
    }  # fmt: skip


def test_a_row_is_covered_or_a_gap(klein_register: Callable[..., Path]) -> None:
    answer = ask(small(klein_register), shipped_questions()["acties-zonder-doel"], today=TODAY)
    assert states(answer) == {"actie-1": "gedekt", "actie-2": "gat"}
    assert answer.tellingen == {"gedekt": 1, "gat": 1, "bewust_open": 0, "niet_onderzocht": 0}


@pytest.mark.parametrize(("until", "state"), [("2026-01-15", "bewust_open"), ("2026-01-14", "gat")])
def test_an_explanation_opens_a_gap_on_purpose_until_its_day(
    klein_register: Callable[..., Path], until: str, state: str
) -> None:
    store = small(klein_register, lambda tables: tables.__setitem__("dorp/verklaringen", [explanation(until)]))
    answer = ask(store, shipped_questions()["acties-zonder-doel"], today=TODAY)
    assert states(answer)["actie-2"] == state
    other = ask(store, shipped_questions()["acties-zonder-trekker"], today=TODAY)
    assert states(other)["actie-2"] == "gat"


def test_a_register_that_cannot_tell_is_not_examined(klein_register: Callable[..., Path]) -> None:
    question = parse_question("x", HEADER.format(soort="dekking", nodig="Actie Budgetpost Effect") + ALL_ACTIONS)
    answer = ask(small(klein_register), question, today=TODAY)
    assert set(states(answer).values()) == {"niet_onderzocht"}


def test_a_twentieth_question_is_one_more_file(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    folder = tmp_path / "vragen"
    folder.mkdir()
    (folder / "acties-van-dit-jaar.rq").write_text(HEADER.format(soort="dekking", nodig="") + ALL_ACTIONS, "utf-8")
    questions = read_questions(folder)
    answer = ask(small(klein_register), questions["acties-van-dit-jaar"], today=TODAY)
    assert set(states(answer)) == {"actie-1", "actie-2"}


def test_filters_choose_rows_and_the_counts_keep_what_a_state_hides(klein_register: Callable[..., Path]) -> None:
    store = small(klein_register)
    question = shipped_questions()["acties-zonder-doel"]
    hidden = ask(store, question, make_scope(store, toestand="gat"), today=TODAY)
    assert list(states(hidden)) == ["actie-2"]
    assert hidden.tellingen is not None and sum(hidden.tellingen.values()) == 2
    themed = ask(store, question, make_scope(store, thema="gezond"), today=TODAY)
    assert list(states(themed)) == ["actie-1"]
    assert states(ask(store, question, make_scope(store, ["dorp"], document="agenda-2025"), today=TODAY))
    assert not states(ask(store, question, make_scope(store, ["stad"]), today=TODAY))


@pytest.mark.parametrize("wrong", [{"gemeenten": ["drop"]}, {"thema": "zzz"}, {"document": "agneda"}, {"toestand": "kwijt"}])
def test_an_unknown_name_in_a_filter_is_told(klein_register: Callable[..., Path], wrong: dict[str, list[str]]) -> None:
    with pytest.raises(UnknownName, match=r"register|bestaat niet"):
        make_scope(small(klein_register), **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT ?element WHERE { ?element a bs:Actie }", "titel"),
        (HEADER.format(soort="raadsel", nodig="") + ALL_ACTIONS, "raadsel"),
    ],
)
def test_a_question_without_a_good_header_is_told(text: str, says: str) -> None:
    with pytest.raises(QuestionFault, match=says):
        parse_question("x", text)


@pytest.mark.parametrize(
    ("sparql", "says"),
    [
        ("SELECT ?element WHERE {", "geen goede SPARQL"),
        ("ASK { ?x a bs:Actie }", "SELECT"),
        ("SELECT ?element WHERE { ?element a bs:Actie }", "gedekt"),
    ],
)
def test_a_question_that_cannot_be_asked_is_told(klein_register: Callable[..., Path], sparql: str, says: str) -> None:
    question = parse_question("x", HEADER.format(soort="dekking", nodig="") + sparql)
    with pytest.raises(QuestionFault, match=says):
        ask(small(klein_register), question, today=TODAY)


def test_every_shipped_question_answers(shipped: GraphStore) -> None:
    questions = shipped_questions()
    assert len(questions) >= 19
    for question in questions.values():
        answer = ask(shipped, question, today=TODAY)
        # The five documents hold no figure twice with different values.
        assert bool(answer.rows) is (question.name != "tegenspraak"), question.name
        if answer.tellingen is not None:
            assert list(answer.tellingen) == list(STATES)
            assert sum(answer.tellingen.values()) == len(answer.all_rows)


@pytest.fixture(scope="module")
def shipped() -> GraphStore:
    return open_dataset().store


def small(klein_register: Callable[..., Path], change: Callable[[Tables], None] = lambda tables: None) -> GraphStore:
    tables = small_tables()
    change(tables)
    return open_dataset(klein_register(tables)).store


def explanation(until: str) -> dict[str, str]:
    return {
        "id": "verklaring-1", "element": "actie-2", "vraag": "acties-zonder-doel", "reden": "Komt in 2027.",
        "door": "college", "tot": until,
    }  # fmt: skip


def test_a_row_is_covered_or_a_gap(klein_register: Callable[..., Path]) -> None:
    answer = ask(small(klein_register), shipped_questions()["acties-zonder-doel"], today=TODAY)
    assert states(answer) == {"actie-1": "gedekt", "actie-2": "gat"}
    assert answer.tellingen == {"gedekt": 1, "gat": 1, "bewust_open": 0, "niet_onderzocht": 0}


@pytest.mark.parametrize(("until", "state"), [("2026-01-15", "bewust_open"), ("2026-01-14", "gat")])
def test_an_explanation_opens_a_gap_on_purpose_until_its_day(
    klein_register: Callable[..., Path], until: str, state: str
) -> None:
    store = small(klein_register, lambda tables: tables.__setitem__("dorp/verklaringen", [explanation(until)]))
    answer = ask(store, shipped_questions()["acties-zonder-doel"], today=TODAY)
    assert states(answer)["actie-2"] == state
    other = ask(store, shipped_questions()["acties-zonder-trekker"], today=TODAY)
    assert states(other)["actie-2"] == "gat"


def test_a_register_that_cannot_tell_is_not_examined(klein_register: Callable[..., Path]) -> None:
    question = parse_question("x", HEADER.format(soort="dekking", nodig="Actie Budgetpost Effect") + ALL_ACTIONS)
    answer = ask(small(klein_register), question, today=TODAY)
    assert set(states(answer).values()) == {"niet_onderzocht"}


def test_a_twentieth_question_is_one_more_file(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    folder = tmp_path / "vragen"
    folder.mkdir()
    (folder / "acties-van-dit-jaar.rq").write_text(HEADER.format(soort="dekking", nodig="") + ALL_ACTIONS, "utf-8")
    questions = read_questions(folder)
    answer = ask(small(klein_register), questions["acties-van-dit-jaar"], today=TODAY)
    assert set(states(answer)) == {"actie-1", "actie-2"}


def test_filters_choose_rows_and_the_counts_keep_what_a_state_hides(klein_register: Callable[..., Path]) -> None:
    store = small(klein_register)
    question = shipped_questions()["acties-zonder-doel"]
    hidden = ask(store, question, make_scope(store, toestand="gat"), today=TODAY)
    assert list(states(hidden)) == ["actie-2"]
    assert hidden.tellingen is not None and sum(hidden.tellingen.values()) == 2
    themed = ask(store, question, make_scope(store, thema="gezond"), today=TODAY)
    assert list(states(themed)) == ["actie-1"]
    assert states(ask(store, question, make_scope(store, ["dorp"], document="agenda-2025"), today=TODAY))
    assert not states(ask(store, question, make_scope(store, ["stad"]), today=TODAY))


@pytest.mark.parametrize("wrong", [{"gemeenten": ["drop"]}, {"thema": "zzz"}, {"document": "agneda"}, {"toestand": "kwijt"}])
def test_an_unknown_name_in_a_filter_is_told(klein_register: Callable[..., Path], wrong: dict[str, list[str]]) -> None:
    with pytest.raises(UnknownName, match=r"register|bestaat niet"):
        make_scope(small(klein_register), **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT ?element WHERE { ?element a bs:Actie }", "titel"),
        (HEADER.format(soort="raadsel", nodig="") + ALL_ACTIONS, "raadsel"),
    ],
)
def test_a_question_without_a_good_header_is_told(text: str, says: str) -> None:
    with pytest.raises(QuestionFault, match=says):
        parse_question("x", text)


@pytest.mark.parametrize(
    ("sparql", "says"),
    [
        ("SELECT ?element WHERE {", "geen goede SPARQL"),
        ("ASK { ?x a bs:Actie }", "SELECT"),
        ("SELECT ?element WHERE { ?element a bs:Actie }", "gedekt"),
    ],
)
def test_a_question_that_cannot_be_asked_is_told(klein_register: Callable[..., Path], sparql: str, says: str) -> None:
    question = parse_question("x", HEADER.format(soort="dekking", nodig="") + sparql)
    with pytest.raises(QuestionFault, match=says):
        ask(small(klein_register), question, today=TODAY)


def test_every_shipped_question_answers(shipped: GraphStore) -> None:
    questions = shipped_questions()
    assert len(questions) >= 19
    for question in questions.values():
        answer = ask(shipped, question, today=TODAY)
        # The five documents hold no figure twice with different values.
        assert bool(answer.rows) is (question.name != "tegenspraak"), question.name
        if answer.tellingen is not None:
            assert list(answer.tellingen) == list(STATES)
            assert sum(answer.tellingen.values()) == len(answer.all_rows)


def test_deep_never_covers_less(shipped: GraphStore) -> None:
    for question in shipped_questions().values():
        if question.diep and question.is_coverage:
            shallow, deep = (ask(shipped, question, diep=diep, today=TODAY).tellingen for diep in (False, True))
            assert shallow is not None and deep is not None
            assert deep["gedekt"] >= shallow["gedekt"]


@pytest.fixture(scope="module")
def shipped() -> GraphStore:
    return open_dataset().store


def small(klein_register: Callable[..., Path], change: Callable[[Tables], None] = lambda tables: None) -> GraphStore:
    tables = small_tables()
    change(tables)
    return open_dataset(klein_register(tables)).store


def explanation(until: str) -> dict[str, str]:
    return {
        "id": "verklaring-1", "element": "actie-2", "vraag": "acties-zonder-doel", "reden": "Komt in 2027.",
        "door": "college", "tot": until,
    }  # fmt: skip


def test_a_row_is_covered_or_a_gap(klein_register: Callable[..., Path]) -> None:
    answer = ask(small(klein_register), shipped_questions()["acties-zonder-doel"], today=TODAY)
    assert states(answer) == {"actie-1": "gedekt", "actie-2": "gat"}
    assert answer.tellingen == {"gedekt": 1, "gat": 1, "bewust_open": 0, "niet_onderzocht": 0}


@pytest.mark.parametrize(("until", "state"), [("2026-01-15", "bewust_open"), ("2026-01-14", "gat")])
def test_an_explanation_opens_a_gap_on_purpose_until_its_day(
    klein_register: Callable[..., Path], until: str, state: str
) -> None:
    store = small(klein_register, lambda tables: tables.__setitem__("dorp/verklaringen", [explanation(until)]))
    answer = ask(store, shipped_questions()["acties-zonder-doel"], today=TODAY)
    assert states(answer)["actie-2"] == state
    other = ask(store, shipped_questions()["acties-zonder-trekker"], today=TODAY)
    assert states(other)["actie-2"] == "gat"


def test_a_register_that_cannot_tell_is_not_examined(klein_register: Callable[..., Path]) -> None:
    question = parse_question("x", HEADER.format(soort="dekking", nodig="Actie Budgetpost Effect") + ALL_ACTIONS)
    answer = ask(small(klein_register), question, today=TODAY)
    assert set(states(answer).values()) == {"niet_onderzocht"}


def test_a_twentieth_question_is_one_more_file(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    folder = tmp_path / "vragen"
    folder.mkdir()
    (folder / "acties-van-dit-jaar.rq").write_text(HEADER.format(soort="dekking", nodig="") + ALL_ACTIONS, "utf-8")
    questions = read_questions(folder)
    answer = ask(small(klein_register), questions["acties-van-dit-jaar"], today=TODAY)
    assert set(states(answer)) == {"actie-1", "actie-2"}


def test_filters_choose_rows_and_the_counts_keep_what_a_state_hides(klein_register: Callable[..., Path]) -> None:
    store = small(klein_register)
    question = shipped_questions()["acties-zonder-doel"]
    hidden = ask(store, question, make_scope(store, toestand="gat"), today=TODAY)
    assert list(states(hidden)) == ["actie-2"]
    assert hidden.tellingen is not None and sum(hidden.tellingen.values()) == 2
    themed = ask(store, question, make_scope(store, thema="gezond"), today=TODAY)
    assert list(states(themed)) == ["actie-1"]
    assert states(ask(store, question, make_scope(store, ["dorp"], document="agenda-2025"), today=TODAY))
    assert not states(ask(store, question, make_scope(store, ["stad"]), today=TODAY))


@pytest.mark.parametrize("wrong", [{"gemeenten": ["drop"]}, {"thema": "zzz"}, {"document": "agneda"}, {"toestand": "kwijt"}])
def test_an_unknown_name_in_a_filter_is_told(klein_register: Callable[..., Path], wrong: dict[str, list[str]]) -> None:
    with pytest.raises(UnknownName, match=r"register|bestaat niet"):
        make_scope(small(klein_register), **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT ?element WHERE { ?element a bs:Actie }", "titel"),
        (HEADER.format(soort="raadsel", nodig="") + ALL_ACTIONS, "raadsel"),
    ],
)
def test_a_question_without_a_good_header_is_told(text: str, says: str) -> None:
    with pytest.raises(QuestionFault, match=says):
        parse_question("x", text)


@pytest.mark.parametrize(
    ("sparql", "says"),
    [
        ("SELECT ?element WHERE {", "geen goede SPARQL"),
        ("ASK { ?x a bs:Actie }", "SELECT"),
        ("SELECT ?element WHERE { ?element a bs:Actie }", "gedekt"),
    ],
)
def test_a_question_that_cannot_be_asked_is_told(klein_register: Callable[..., Path], sparql: str, says: str) -> None:
    question = parse_question("x", HEADER.format(soort="dekking", nodig="") + sparql)
    with pytest.raises(QuestionFault, match=says):
        ask(small(klein_register), question, today=TODAY)


def test_every_shipped_question_answers(shipped: GraphStore) -> None:
    questions = shipped_questions()
    assert len(questions) >= 19
    for question in questions.values():
        answer = ask(shipped, question, today=TODAY)
        # The five documents hold no figure twice with different values.
        assert bool(answer.rows) is (question.name != "tegenspraak"), question.name
        if answer.tellingen is not None:
            assert list(answer.tellingen) == list(STATES)
            assert sum(answer.tellingen.values()) == len(answer.all_rows)


def test_deep_never_covers_less(shipped: GraphStore) -> None:
    for question in shipped_questions().values():
        if question.diep and question.is_coverage:
            shallow, deep = (ask(shipped, question, diep=diep, today=TODAY).tellingen for diep in (False, True))
            assert shallow is not None and deep is not None
            assert deep["gedekt"] >= shallow["gedekt"]


def test_the_five_listed_opgaven_without_a_section(shipped: GraphStore) -> None:
    answer = ask(shipped, shipped_questions()["opgaven-niet-uitgewerkt"], today=TODAY)
    open_ones = {row.element.naam for row in answer.rows if row.element and row.toestand == "gat"}
    assert len(open_ones) == 5
    assert "Gelijke kansen voor ieder kind" in open_ones


@pytest.fixture(scope="module")
def shipped() -> GraphStore:
    return open_dataset().store


def small(klein_register: Callable[..., Path], change: Callable[[Tables], None] = lambda tables: None) -> GraphStore:
    tables = small_tables()
    change(tables)
    return open_dataset(klein_register(tables)).store


def explanation(until: str) -> dict[str, str]:
    return {
        "id": "verklaring-1", "element": "actie-2", "vraag": "acties-zonder-doel", "reden": "Komt in 2027.",
        "door": "college", "tot": until,
    }  # fmt: skip


def test_a_row_is_covered_or_a_gap(klein_register: Callable[..., Path]) -> None:
    answer = ask(small(klein_register), shipped_questions()["acties-zonder-doel"], today=TODAY)
    assert states(answer) == {"actie-1": "gedekt", "actie-2": "gat"}
    assert answer.tellingen == {"gedekt": 1, "gat": 1, "bewust_open": 0, "niet_onderzocht": 0}


@pytest.mark.parametrize(("until", "state"), [("2026-01-15", "bewust_open"), ("2026-01-14", "gat")])
def test_an_explanation_opens_a_gap_on_purpose_until_its_day(
    klein_register: Callable[..., Path], until: str, state: str
) -> None:
    store = small(klein_register, lambda tables: tables.__setitem__("dorp/verklaringen", [explanation(until)]))
    answer = ask(store, shipped_questions()["acties-zonder-doel"], today=TODAY)
    assert states(answer)["actie-2"] == state
    other = ask(store, shipped_questions()["acties-zonder-trekker"], today=TODAY)
    assert states(other)["actie-2"] == "gat"


def test_a_register_that_cannot_tell_is_not_examined(klein_register: Callable[..., Path]) -> None:
    question = parse_question("x", HEADER.format(soort="dekking", nodig="Actie Budgetpost Effect") + ALL_ACTIONS)
    answer = ask(small(klein_register), question, today=TODAY)
    assert set(states(answer).values()) == {"niet_onderzocht"}


def test_a_twentieth_question_is_one_more_file(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    folder = tmp_path / "vragen"
    folder.mkdir()
    (folder / "acties-van-dit-jaar.rq").write_text(HEADER.format(soort="dekking", nodig="") + ALL_ACTIONS, "utf-8")
    questions = read_questions(folder)
    answer = ask(small(klein_register), questions["acties-van-dit-jaar"], today=TODAY)
    assert set(states(answer)) == {"actie-1", "actie-2"}


def test_filters_choose_rows_and_the_counts_keep_what_a_state_hides(klein_register: Callable[..., Path]) -> None:
    store = small(klein_register)
    question = shipped_questions()["acties-zonder-doel"]
    hidden = ask(store, question, make_scope(store, toestand="gat"), today=TODAY)
    assert list(states(hidden)) == ["actie-2"]
    assert hidden.tellingen is not None and sum(hidden.tellingen.values()) == 2
    themed = ask(store, question, make_scope(store, thema="gezond"), today=TODAY)
    assert list(states(themed)) == ["actie-1"]
    assert states(ask(store, question, make_scope(store, ["dorp"], document="agenda-2025"), today=TODAY))
    assert not states(ask(store, question, make_scope(store, ["stad"]), today=TODAY))


@pytest.mark.parametrize("wrong", [{"gemeenten": ["drop"]}, {"thema": "zzz"}, {"document": "agneda"}, {"toestand": "kwijt"}])
def test_an_unknown_name_in_a_filter_is_told(klein_register: Callable[..., Path], wrong: dict[str, list[str]]) -> None:
    with pytest.raises(UnknownName, match=r"register|bestaat niet"):
        make_scope(small(klein_register), **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT ?element WHERE { ?element a bs:Actie }", "titel"),
        (HEADER.format(soort="raadsel", nodig="") + ALL_ACTIONS, "raadsel"),
    ],
)
def test_a_question_without_a_good_header_is_told(text: str, says: str) -> None:
    with pytest.raises(QuestionFault, match=says):
        parse_question("x", text)


@pytest.mark.parametrize(
    ("sparql", "says"),
    [
        ("SELECT ?element WHERE {", "geen goede SPARQL"),
        ("ASK { ?x a bs:Actie }", "SELECT"),
        ("SELECT ?element WHERE { ?element a bs:Actie }", "gedekt"),
    ],
)
def test_a_question_that_cannot_be_asked_is_told(klein_register: Callable[..., Path], sparql: str, says: str) -> None:
    question = parse_question("x", HEADER.format(soort="dekking", nodig="") + sparql)
    with pytest.raises(QuestionFault, match=says):
        ask(small(klein_register), question, today=TODAY)


def test_every_shipped_question_answers(shipped: GraphStore) -> None:
    questions = shipped_questions()
    assert len(questions) >= 19
    for question in questions.values():
        answer = ask(shipped, question, today=TODAY)
        # The five documents hold no figure twice with different values.
        assert bool(answer.rows) is (question.name != "tegenspraak"), question.name
        if answer.tellingen is not None:
            assert list(answer.tellingen) == list(STATES)
            assert sum(answer.tellingen.values()) == len(answer.all_rows)


def test_deep_never_covers_less(shipped: GraphStore) -> None:
    for question in shipped_questions().values():
        if question.diep and question.is_coverage:
            shallow, deep = (ask(shipped, question, diep=diep, today=TODAY).tellingen for diep in (False, True))
            assert shallow is not None and deep is not None
            assert deep["gedekt"] >= shallow["gedekt"]


def test_the_five_listed_opgaven_without_a_section(shipped: GraphStore) -> None:
    answer = ask(shipped, shipped_questions()["opgaven-niet-uitgewerkt"], today=TODAY)
    open_ones = {row.element.naam for row in answer.rows if row.element and row.toestand == "gat"}
    assert len(open_ones) == 5
    assert "Gelijke kansen voor ieder kind" in open_ones


def test_a_vision_has_no_themes_without_actions(shipped: GraphStore) -> None:
    answer = ask(shipped, shipped_questions()["doelen-zonder-actie"], make_scope(shipped, ["hellendoorn"]), today=TODAY)
    assert answer.tellingen == {"gedekt": 0, "gat": 0, "bewust_open": 0, "niet_onderzocht": 4}


@pytest.fixture(scope="module")
def shipped() -> GraphStore:
    return open_dataset().store


def small(klein_register: Callable[..., Path], change: Callable[[Tables], None] = lambda tables: None) -> GraphStore:
    tables = small_tables()
    change(tables)
    return open_dataset(klein_register(tables)).store


def explanation(until: str) -> dict[str, str]:
    return {
        "id": "verklaring-1", "element": "actie-2", "vraag": "acties-zonder-doel", "reden": "Komt in 2027.",
        "door": "college", "tot": until,
    }  # fmt: skip


def test_a_row_is_covered_or_a_gap(klein_register: Callable[..., Path]) -> None:
    answer = ask(small(klein_register), shipped_questions()["acties-zonder-doel"], today=TODAY)
    assert states(answer) == {"actie-1": "gedekt", "actie-2": "gat"}
    assert answer.tellingen == {"gedekt": 1, "gat": 1, "bewust_open": 0, "niet_onderzocht": 0}


@pytest.mark.parametrize(("until", "state"), [("2026-01-15", "bewust_open"), ("2026-01-14", "gat")])
def test_an_explanation_opens_a_gap_on_purpose_until_its_day(
    klein_register: Callable[..., Path], until: str, state: str
) -> None:
    store = small(klein_register, lambda tables: tables.__setitem__("dorp/verklaringen", [explanation(until)]))
    answer = ask(store, shipped_questions()["acties-zonder-doel"], today=TODAY)
    assert states(answer)["actie-2"] == state
    other = ask(store, shipped_questions()["acties-zonder-trekker"], today=TODAY)
    assert states(other)["actie-2"] == "gat"


def test_a_register_that_cannot_tell_is_not_examined(klein_register: Callable[..., Path]) -> None:
    question = parse_question("x", HEADER.format(soort="dekking", nodig="Actie Budgetpost Effect") + ALL_ACTIONS)
    answer = ask(small(klein_register), question, today=TODAY)
    assert set(states(answer).values()) == {"niet_onderzocht"}


def test_a_twentieth_question_is_one_more_file(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    folder = tmp_path / "vragen"
    folder.mkdir()
    (folder / "acties-van-dit-jaar.rq").write_text(HEADER.format(soort="dekking", nodig="") + ALL_ACTIONS, "utf-8")
    questions = read_questions(folder)
    answer = ask(small(klein_register), questions["acties-van-dit-jaar"], today=TODAY)
    assert set(states(answer)) == {"actie-1", "actie-2"}


def test_filters_choose_rows_and_the_counts_keep_what_a_state_hides(klein_register: Callable[..., Path]) -> None:
    store = small(klein_register)
    question = shipped_questions()["acties-zonder-doel"]
    hidden = ask(store, question, make_scope(store, toestand="gat"), today=TODAY)
    assert list(states(hidden)) == ["actie-2"]
    assert hidden.tellingen is not None and sum(hidden.tellingen.values()) == 2
    themed = ask(store, question, make_scope(store, thema="gezond"), today=TODAY)
    assert list(states(themed)) == ["actie-1"]
    assert states(ask(store, question, make_scope(store, ["dorp"], document="agenda-2025"), today=TODAY))
    assert not states(ask(store, question, make_scope(store, ["stad"]), today=TODAY))


@pytest.mark.parametrize("wrong", [{"gemeenten": ["drop"]}, {"thema": "zzz"}, {"document": "agneda"}, {"toestand": "kwijt"}])
def test_an_unknown_name_in_a_filter_is_told(klein_register: Callable[..., Path], wrong: dict[str, list[str]]) -> None:
    with pytest.raises(UnknownName, match=r"register|bestaat niet"):
        make_scope(small(klein_register), **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT ?element WHERE { ?element a bs:Actie }", "titel"),
        (HEADER.format(soort="raadsel", nodig="") + ALL_ACTIONS, "raadsel"),
    ],
)
def test_a_question_without_a_good_header_is_told(text: str, says: str) -> None:
    with pytest.raises(QuestionFault, match=says):
        parse_question("x", text)


@pytest.mark.parametrize(
    ("sparql", "says"),
    [
        ("SELECT ?element WHERE {", "geen goede SPARQL"),
        ("ASK { ?x a bs:Actie }", "SELECT"),
        ("SELECT ?element WHERE { ?element a bs:Actie }", "gedekt"),
    ],
)
def test_a_question_that_cannot_be_asked_is_told(klein_register: Callable[..., Path], sparql: str, says: str) -> None:
    question = parse_question("x", HEADER.format(soort="dekking", nodig="") + sparql)
    with pytest.raises(QuestionFault, match=says):
        ask(small(klein_register), question, today=TODAY)


def test_every_shipped_question_answers(shipped: GraphStore) -> None:
    questions = shipped_questions()
    assert len(questions) >= 19
    for question in questions.values():
        answer = ask(shipped, question, today=TODAY)
        # The five documents hold no figure twice with different values.
        assert bool(answer.rows) is (question.name != "tegenspraak"), question.name
        if answer.tellingen is not None:
            assert list(answer.tellingen) == list(STATES)
            assert sum(answer.tellingen.values()) == len(answer.all_rows)


def test_deep_never_covers_less(shipped: GraphStore) -> None:
    for question in shipped_questions().values():
        if question.diep and question.is_coverage:
            shallow, deep = (ask(shipped, question, diep=diep, today=TODAY).tellingen for diep in (False, True))
            assert shallow is not None and deep is not None
            assert deep["gedekt"] >= shallow["gedekt"]


def test_the_five_listed_opgaven_without_a_section(shipped: GraphStore) -> None:
    answer = ask(shipped, shipped_questions()["opgaven-niet-uitgewerkt"], today=TODAY)
    open_ones = {row.element.naam for row in answer.rows if row.element and row.toestand == "gat"}
    assert len(open_ones) == 5
    assert "Gelijke kansen voor ieder kind" in open_ones


def test_a_vision_has_no_themes_without_actions(shipped: GraphStore) -> None:
    answer = ask(shipped, shipped_questions()["doelen-zonder-actie"], make_scope(shipped, ["hellendoorn"]), today=TODAY)
    assert answer.tellingen == {"gedekt": 0, "gat": 0, "bewust_open": 0, "niet_onderzocht": 4}


def test_dementia_training_is_promised_in_four_places(shipped: GraphStore) -> None:
    answer = ask(shipped, shipped_questions()["dubbele-beloften"], today=TODAY)
    about = {row.element.naam for row in answer.rows if row.element and "ementie" in row.element.naam}
    assert len(about) >= 4

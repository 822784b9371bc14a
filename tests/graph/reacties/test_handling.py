"""Answering a remark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from answer_case import opened
from small_register import write_register

from beleidsspoor.graph.files import write_all_whole
from beleidsspoor.graph.reacties.handling import GivenAnswer, IncompleteAnswer, answer_remark, find_remark
from beleidsspoor.graph.reacties.history import STATES, Remark, remarks
from beleidsspoor.graph.register.schema import load_schema
from beleidsspoor.graph.scope import UnknownName

_TODAY = "2026-11-22"


@pytest.fixture
def root(klein_register: Callable[..., Path]) -> Path:
    """A register with three remarks."""
    rows = [
        {
            "id": f"reactie-{name}", "element": "actie-1", "versie": "a" * 16, "soort": "vraag", "tekst": "Hoe;\nwat?",
            "wie": "Ans", "op": "2026-10-01", "toestand": "open",
        }
        for name in ("aaaa11112222", "aaaa33334444", "bbbb55556666")
    ]  # fmt: skip
    return write_register(klein_register(), {"dorp/reacties": rows})


def give(root: Path, answer: GivenAnswer, today: str = _TODAY) -> Remark:
    """Answer the last remark and read it back."""
    register = opened(root)
    write_all_whole(answer_remark(find_remark("bbbb", register), answer, register, today))
    return next(remark for remark in remarks(opened(root)) if remark.id == "dorp:reactie-bbbb55556666")


@pytest.mark.parametrize("given", ["reactie-bbbb55556666", "dorp:reactie-bbbb55556666", "bbbb5555", "Reactie-BBBB "])
def test_a_remark_is_found_by_its_id_or_the_begin_of_it(root: Path, given: str) -> None:
    assert find_remark(given, opened(root)).id == "reactie-bbbb55556666"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("aaaa", "past op meer reacties: dorp:reactie-aaaa11112222, dorp:reactie-aaaa33334444"),
        ("reactie-aaaa11112223", "Bedoelt u reactie-aaaa11112222?"),
        ("bbb", "staat niet in het register"),
        ("", "staat niet in het register"),
        ("actie-1", "staat niet in het register"),
    ],
)
def test_a_name_that_fits_none_or_several_is_told(root: Path, given: str, told: str) -> None:
    with pytest.raises(UnknownName, match=told):
        find_remark(given, opened(root))


def test_an_answer_is_written_and_the_other_rows_stay(root: Path) -> None:
    before = (root / "dorp" / "reacties.csv").read_text().splitlines()

    remark = give(root, GivenAnswer("niet overgenomen", "=Geen geld;\nhelaas", "Anja"))

    assert (remark.toestand, remark.antwoord, remark.door) == ("niet overgenomen", "=Geen geld;\nhelaas", "Anja")
    assert remark.antwoord_op == _TODAY
    assert remark.tekst == "Hoe;\nwat?"
    assert (root / "dorp" / "reacties.csv").read_text().splitlines()[:5] == before[:5]


def test_steps_keep_what_was_said_before(root: Path) -> None:
    give(root, GivenAnswer("in behandeling", door="Anja", uiterlijk="2026-12-31"))

    remark = give(root, GivenAnswer("verwerkt", "Aangepast"))

    assert (remark.door, remark.uiterlijk, remark.antwoord) == ("Anja", "2026-12-31", "Aangepast")


def test_in_hand_without_an_answer_has_no_day(root: Path) -> None:
    assert give(root, GivenAnswer("in behandeling", door="Anja")).antwoord_op == ""


def test_the_same_answer_on_another_day_changes_nothing(root: Path) -> None:
    answer = GivenAnswer("verwerkt", "Aangepast", "Anja")
    give(root, answer)
    register = opened(root)

    assert answer_remark(find_remark("bbbb", register), answer, register, "2026-12-24") == {}
    assert give(root, answer, "2026-12-24").antwoord_op == _TODAY
    assert give(root, GivenAnswer("verwerkt", op="2026-11-01")).antwoord_op == "2026-11-01"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (GivenAnswer("niet overgenomen", door="Anja"), "--antwoord"),
        (GivenAnswer("niet overgenomen", " \n", "Anja"), "--antwoord"),
        (GivenAnswer("verwerkt", "Ja"), "--door"),
        (GivenAnswer("verwerkt", "x" * 5001, "Anja"), "te lang"),
        (GivenAnswer("verwerkt", "Ja", "x" * 201), "te lang"),
    ],
)
def test_an_answer_that_lacks_something_is_refused(root: Path, answer: GivenAnswer, told: str) -> None:
    register = opened(root)

    with pytest.raises(IncompleteAnswer, match=told):
        answer_remark(find_remark("bbbb", register), answer, register, _TODAY)


def test_remarks_come_by_state(root: Path) -> None:
    give(root, GivenAnswer("verwerkt", "Ja", "Anja"))
    register = opened(root)
    write_all_whole(answer_remark(find_remark("aaaa1", register), GivenAnswer("in behandeling"), register, _TODAY))

    assert [remark.toestand for remark in remarks(opened(root))] == ["open", "in behandeling", "verwerkt"]


def test_the_states_are_those_of_the_schema() -> None:
    column = load_schema().tables["reacties"].column("toestand")

    assert column is not None
    assert tuple(column.choices) == STATES

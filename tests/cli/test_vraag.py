"""beleidsspoor vraag, as a user runs it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Run = Callable[..., tuple[int, str, str]]

QUESTION = "SELECT ?id ?naam { ?x a bs:Actie ; dct:identifier ?id ; skos:prefLabel ?naam } ORDER BY ?id"


@pytest.fixture
def data(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


def test_a_select_is_a_table(run: Run, data: Path) -> None:
    code, out, err = run("vraag", QUESTION, "--data", data)
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines() if line] == ["id", "-------", "actie-1", "actie-2", "2"]


def test_a_select_can_be_csv_or_json(run: Run, data: Path) -> None:
    _, out, _ = run("vraag", QUESTION, "--vorm", "csv", "--data", data)
    assert out.splitlines()[:2] == ["id,naam", "actie-1,Trainingen geven"]
    _, out, _ = run("vraag", QUESTION, "--vorm", "json", "--data", data)
    assert [row["id"]["value"] for row in json.loads(out)["results"]["bindings"]] == ["actie-1", "actie-2"]


@pytest.mark.parametrize("name", ["v.rq", "v.sparql", "V.RQ"])
def test_a_question_can_stand_in_a_file(run: Run, data: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f"\ufeff# acties\n{QUESTION}", encoding="utf-8")
    code, out, _ = run("vraag", tmp_path / name, "--data", data)
    assert code == 0 and "Beweegtuin aanleggen" in out


def test_a_question_can_come_from_standard_input(run: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"ASK { ?x a bs:Actie }")))
    assert run("vraag", "-", "--data", data) == (0, "ja\n", "")


def test_an_ask_is_yes_or_no(run: Run, data: Path) -> None:
    assert run("vraag", "ASK { ?x a bs:Niets }", "--data", data) == (0, "nee\n", "")
    assert json.loads(run("vraag", "ASK {}", "--vorm", "json", "--data", data)[1]) == {"head": {}, "boolean": True}


def test_a_construct_is_turtle_and_says_that_a_form_does_not_count(run: Run, data: Path) -> None:
    code, out, err = run("vraag", "CONSTRUCT { ?x a bs:Klaar } { ?x a bs:Actie }", "--vorm", "csv", "--data", data)
    assert code == 0 and "dorp:actie-1 a bs:Klaar ." in out and "altijd Turtle" in err


def test_a_filter_on_municipality(run: Run, data: Path) -> None:
    count = "SELECT (COUNT(?x) AS ?n) { ?x a bs:Principe }"
    assert "3" in run("vraag", count, "--data", data)[1]
    assert "2" in run("vraag", count, "--gemeente", "stad", "--data", data)[1]
    code, _, err = run("vraag", count, "--gemeente", "stat", "--data", data)
    assert code == 2 and "Bedoelt u stad?" in err


def test_a_syntax_error_points_at_the_place(run: Run, data: Path) -> None:
    code, out, err = run("vraag", "SELECT ?x\nWERE { ?x a bs:Actie }", "--data", data)
    assert (code, out) == (1, "")
    message, line, mark = err.splitlines()
    assert message == "Fout: Regel 2, teken 1: SPARQL kent het woord 'WERE' niet. Bedoelt u WHERE?"
    assert (line, mark) == ("  WERE { ?x a bs:Actie }", "  ^")


@pytest.mark.parametrize(
    "text", ["SELECT * { SERVICE <http://localhost:9/> {} }", "DROP ALL", "LOAD <http://localhost:9/>"]
)
def test_network_and_updates_are_refused(run: Run, data: Path, text: str) -> None:
    code, out, err = run("vraag", text, "--data", data)
    assert (code, out) == (1, "") and err.startswith("Fout: Regel 1, teken ")


def test_a_file_that_is_absent_or_no_text_is_told(run: Run, data: Path, tmp_path: Path) -> None:
    code, _, err = run("vraag", tmp_path / "weg.rq", "--data", data)
    assert code == 1 and "weg.rq" in err
    (tmp_path / "fout.rq").write_bytes(b"SELECT *\n{ ?x ?p '\xff' }")
    code, _, err = run("vraag", tmp_path / "fout.rq", "--data", data)
    assert code == 1 and "is geen UTF-8 (regel 2)" in err


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_characters="\0"), max_size=60))
def test_no_text_gives_a_traceback(run: Run, data: Path, text: str) -> None:
    code, _, err = run("vraag", "--data", data, "--", text)
    assert code in (0, 1, 2)
    assert code == 0 or err.startswith("Fout: ")

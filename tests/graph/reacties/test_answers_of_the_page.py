"""Answers that the page saved, and files that pretend to be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.reacties.answer_form import JSON_FORM
from beleidsspoor.graph.reacties.from_page import read_page_answers


def save(folder: Path, answers: object, form: str = JSON_FORM) -> Path:
    path = folder / "reacties.json"
    path.write_text(json.dumps({"vorm": form, "reacties": answers}), encoding="utf-8")
    return path


def test_an_answer_is_read(tmp_path: Path) -> None:
    given = {"element": "dorp:actie-1", "versie": "a" * 16, "soort": "vraag", "tekst": "Hoe?\r\n<b>x</b>", "wie": "Ans"}
    given["raadsvraag"] = "Wie moet zorgen voor “Zaal huren”?"

    [filled] = read_page_answers(save(tmp_path, [given, {"element": "dorp:actie-2", "tekst": ""}])).filled

    assert filled.cells == {**given, "tekst": "Hoe?\n<b>x</b>"}
    assert filled.where == "reacties.json, antwoord 1"


@pytest.mark.parametrize("wrong", [5, None, ["a"], {"x": 1}])
def test_a_field_that_is_no_text_is_told(tmp_path: Path, wrong: object) -> None:
    form = read_page_answers(save(tmp_path, [{"element": "dorp:actie-1", "tekst": wrong}, "los"]))

    assert form.filled == ()
    assert [fault.file for fault in form.faults] == [
        "reacties.json, antwoord 1, bij 'Uw reactie'", "reacties.json, antwoord 2, bij 'Kenmerk'",
    ]  # fmt: skip


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[" * 200_000, b"1" * 6000, b'{"vorm": "x"}', b"[]", b""])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "iets.json"
    path.write_bytes(content)

    with pytest.raises(InputFaults, match=r"iets\.json"):
        read_page_answers(path)


def test_another_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputFaults, match="niet door een dossier bewaard"):
        read_page_answers(save(tmp_path, [], form="beleidsspoor-reacties/9"))

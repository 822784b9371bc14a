"""beleidsspoor lees, as a user runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]
DOCUMENTS = Path(__file__).parents[1] / "documenten"
BUDGET = DOCUMENTS / "begroting-dijkerland.txt"


def test_a_document_is_told_by_kind_with_lines(run: Run) -> None:
    code, out, err = run("lees", BUDGET, "--vorm", "tabel")
    assert (code, err) == (0, "")
    for text in ("DOEL (3)", "ACTIE (6)", "INDICATOR (5)", "BUDGET (3)", "NAMEN", "regel 23", "onder: 6.1"):
        assert text in out
    assert all(len(line) <= 100 for line in out.splitlines())


def test_json_of_one_document_is_an_object_and_of_two_a_list(run: Run) -> None:
    code, out, _ = run("lees", BUDGET, "--vorm", "json")
    one = json.loads(out)
    assert code == 0 and one["document"] == BUDGET.name
    assert {"bevindingen", "vermeldingen", "signalen"} <= set(one)
    finding = one["bevindingen"][0]
    assert {"soort", "nummer", "label", "begin", "eind", "bovenliggend", "regel", "zekerheid"} <= set(finding)
    _, out, _ = run("lees", BUDGET, DOCUMENTS / "visie-merenbrug.txt", "--vorm", "json")
    assert [document["document"] for document in json.loads(out)] == [BUDGET.name, "visie-merenbrug.txt"]


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_read(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "stuk.pdf"
    broken.write_bytes(b"geen pdf")
    code, out, err = run("lees", broken, BUDGET, "--vorm", "tabel")
    assert code == 1 and "stuk.pdf" in err and "DOEL (3)" in out


def test_an_empty_folder_is_wrong_use(run: Run, tmp_path: Path) -> None:
    code, _, err = run("lees", tmp_path)
    assert code == 2 and "geen document" in err

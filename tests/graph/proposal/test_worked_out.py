"""What is listed first and worked out later is one row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from proposal_case import FINDINGS, propose, read_case

from beleidsspoor.graph.recognise.model import Finding

LISTED = Finding("opgave", "Kinderen groeien op", 4, 4, "Staat onder ‘opgaven’.", parent="1")


def test_it_is_one_row_with_both_names_and_places(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    proposal = propose(klein_register(), read_case(tmp_path, findings=(FINDINGS[0], LISTED, *FINDINGS[1:])))

    (task,) = proposal.rows_of("opgaven")
    assert (task.cells["naam"], task.cells["andere_namen"], task.cells["nummer"]) == (
        ("Kinderen groeien veilig op",), ("Kinderen groeien op",), ("1.1",),
    )  # fmt: skip
    lines = {place.id: place.cells["regel_van"][0] for place in proposal.rows_of("vindplaatsen")}
    assert [lines[place] for place in task.cells["vindplaatsen"]] == ["4", "5"]
    assert lines[task.cells["uitgewerkt_in"][0]] == "5"
    assert {action.cells["onderdeel_van"][0] for action in proposal.rows_of("acties")} == {task.id}


def test_two_that_may_be_it_stay_apart(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    other = replace(LISTED, label="Kinderen groeien veilig", first=3, last=3)
    findings = (FINDINGS[0], other, LISTED, *FINDINGS[1:])

    tasks = propose(klein_register(), read_case(tmp_path, findings=findings)).rows_of("opgaven")

    assert len(tasks) == 3
    assert any(remark.startswith("Lijkt op") for remark in tasks[-1].remarks)

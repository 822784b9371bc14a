"""What is listed first and worked out later is one row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
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


def test_the_last_of_a_list_is_known_by_its_place(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    proposal = propose(klein_register(), read_case(tmp_path, findings=in_order("Een dorp dat zorgt")))

    tasks = proposal.rows_of("opgaven")
    assert [task.cells["naam"][0] for task in tasks] == ["Meer lezen", "Gezond leven", "Minder schulden"]
    assert tasks[1].cells["andere_namen"] == ("Een dorp dat zorgt",)
    assert len(tasks[1].cells["vindplaatsen"]) == 2
    assert any("Alleen de plaats in de lijst" in remark for remark in tasks[1].remarks)
    assert not any("Alleen de plaats" in remark for task in (tasks[0], tasks[2]) for remark in task.remarks)


@pytest.mark.parametrize("extra", [("Iets anders erbij",), ("Iets anders", "Nog iets")])
def test_a_list_that_is_not_worked_out_whole_says_nothing_by_place(
    klein_register: Callable[..., Path], tmp_path: Path, extra: tuple[str, ...]
) -> None:
    proposal = propose(klein_register(), read_case(tmp_path, findings=in_order("Een dorp dat zorgt", *extra)))

    assert len(proposal.rows_of("opgaven")) == 3 + 1 + len(extra)


def in_order(*others: str) -> tuple[Finding, ...]:
    """A list of tasks under a theme, then a section for three of them; `others` stand second in the list."""
    listed = ("Meer lezen", *others, "Minder schulden")
    worked_out = ("Meer lezen", "Gezond leven", "Minder schulden")
    early = tuple(Finding("opgave", label, 4, 4, "Staat onder ‘opgaven’.", parent="1") for label in listed)
    late = tuple(
        finding
        for at, label in enumerate(worked_out, start=1)
        for finding in (
            Finding("opgave", label, 4 + at, 4 + at, "Kop met nummer.", number=f"1.{at}", parent="1"),
            Finding("actie", f"Actie {at}", 8 + at, 8 + at, "Alinea.", parent=f"1.{at}"),
        )
    )
    return (FINDINGS[0], *early, *late)

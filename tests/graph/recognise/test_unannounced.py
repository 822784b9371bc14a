"""Lists below a goal that nothing announces."""

from __future__ import annotations

from collections.abc import Callable

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]

OPGAVEN = (
    "Opgave 1. Meer groen\n\nInwoners hechten aan groen.\n\nOpgave 2. Genoeg woningen\n\nEr zijn er te weinig.\n\n"
)


def test_points_that_say_what_we_do_are_actions_for_the_goal_above(find: Find) -> None:
    found = find(OPGAVEN + "- We bouwen 300 woningen.\n- We voeren een starterslening in.\n")
    assert [(finding.kind, finding.parent) for finding in found] == [
        ("opgave", None), ("opgave", None), ("actie", "2"), ("actie", "2"),
    ]  # fmt: skip


def test_points_that_say_how_it_is_are_none(find: Find) -> None:
    found = find(OPGAVEN + "- We zien veel leegstand.\n- Starters vertrekken.\n")
    assert [finding.kind for finding in found] == ["opgave", "opgave"]

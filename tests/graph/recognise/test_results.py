"""'Resultaten' over a list of how things will be are goals, when the actions for them come below."""

from __future__ import annotations

from collections.abc import Callable

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]

TEXT = (
    "Opgave 1 Een dorp waar je blijft\n\nResultaten in 2029\n\n"
    "  • 1.1 Meer inwoners kennen hun buren\n  • 1.2 Jongeren hebben een plek om samen te komen\n\n"
    "Inspanningen\n\n  • We openen een buurtkamer in de oude school.\n  • Inrichten van een jongerenplein.\n"
)


def test_results_over_efforts_are_goals(find: Find) -> None:
    found = [(finding.kind, finding.number, finding.parent) for finding in find(TEXT)]
    assert found == [
        ("opgave", "1", None),
        ("doel", "1.1", "1"),
        ("doel", "1.2", "1"),
        ("actie", None, "1"),
        ("actie", None, "1"),
    ]


def test_results_without_efforts_below_stay_actions(find: Find) -> None:
    found = find(TEXT.partition("Inspanningen")[0])
    assert [finding.kind for finding in found] == ["opgave", "actie", "actie"]

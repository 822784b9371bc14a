"""Goals that are listed first and worked out later; a promise that is not about the list below it."""

from __future__ import annotations

from collections.abc import Callable

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]


def test_what_stands_under_a_listed_task_hangs_under_it(find: Find) -> None:
    part = "OPGAVE {0}: {1}\n\nWat willen we bereiken?\n• {2}\n\nHoe gaan we dat doen?\n• {3}\n\n"
    found = find(
        "Onze opgaven\nOpgave 1: Rondkomen\nOpgave 2: Meedoen\n\n"
        + part.format(1, "RONDKOMEN", "Minder inwoners hebben schulden.", "Een budgetcoach in elk dorp.")
        + part.format(2, "MEEDOEN", "Meer inwoners sporten.", "Een sportpas voor ieder kind.")
    )
    assert [(finding.kind, finding.parent) for finding in found if finding.kind != "opgave"] == [
        ("doel", "1"),
        ("actie", "1"),
        ("doel", "2"),
        ("actie", "2"),
    ]


def test_a_count_further_up_that_differs_from_the_list_is_not_about_it(find: Find) -> None:
    text = "Terugblik\n\nWe hebben {} maatregelen genomen. Partners vinden dat wij duidelijker moeten zijn:\n- over wie wat doet;\n- over geld.\n"
    assert not find(text.format("vijf"))
    assert len(find(text.format("twee"))) == 2


def test_the_aim_of_a_measure_is_no_place_for_the_next_measure(find: Find) -> None:
    found = find(
        "Doelstelling: kinderen zijn gezond\n\nMaatregel 1: Rookvrije pleinen\nDoel: minder jongeren roken\nPlanning: 2027\n\n"
        "Maatregel 2: Waterpunten\nDoel: meer kinderen drinken water\nPlanning: 2028\n"
    )
    assert {finding.parent for finding in found if finding.kind == "actie"} == {"kinderen zijn gezond"}


def test_themes_named_on_lines_that_stand_together_and_come_back_as_headings(find: Find) -> None:
    found = find(
        "De agenda heeft drie thema's:\n\nThuis\nWerk\nSamen\n\n"
        "Thuis\n\nIedereen woont prettig.\n\nWat gaan we doen?\n\nWe bouwen woningen.\nWe starten een verhuiscoach.\n\n"
        "Werk\n\nWie kan, werkt.\n\nWat gaan we doen?\n\nWe openen een werkcafé.\nWe helpen ondernemers.\n"
    )
    assert [finding.label for finding in found if finding.kind == "thema"] == ["Thuis", "Werk", "Samen"]
    assert [finding.parent for finding in found if finding.kind == "actie"] == ["Thuis", "Thuis", "Werk", "Werk"]

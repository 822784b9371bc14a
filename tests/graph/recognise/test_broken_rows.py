"""Tables of actions of which only the lines are left: cells cut by the numbers, the width and who stands alone."""

from __future__ import annotations

from collections.abc import Callable

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]

NUMBERED = (
    "Doel 1.1 Ouderen ontmoeten elkaar\n\nDat gaat niet vanzelf.\n\n"
    "Nr. Actie Trekker Planning Kosten\n"
    "1.1.a Wekelijkse eettafel in alle buurthuizen en in\nde bibliotheek\nWelzijn Veenrand\nQ2 2026 12.000\n"
    "1.1.b Samen wandelen\nGemeente\n2026-2027 Uren\n"
    "1.1.c Vervoer naar de eettafel, met de gemeente\nOude Veer\nGemeente\nVanaf najaar\n2026\n4.500\n"
    "\nPlan Veenrand 9\n\n1.1.d Proef met een belteam\nWelzijn Veenrand,\nStichting Zilver\nDoorlopend p.m.\n"
    "\nDat kost minder dan niets doen.\n"
)


def actions(found: list[Finding]) -> list[tuple[str | None, str, str | None, str | None, str | None]]:
    return [(f.number, f.label, f.doer, f.amount, f.parent) for f in found if f.kind == "actie"]


def test_rows_that_begin_with_a_number(find: Find) -> None:
    assert actions(find(NUMBERED)) == [
        ("1.1.a", "Wekelijkse eettafel in alle buurthuizen en in de bibliotheek", "Welzijn Veenrand", "12.000", "1.1"),
        ("1.1.b", "Samen wandelen", "Gemeente", "Uren", "1.1"),
        ("1.1.c", "Vervoer naar de eettafel, met de gemeente Oude Veer", "Gemeente", "4.500", "1.1"),
        ("1.1.d", "Proef met een belteam", "Welzijn Veenrand, Stichting Zilver", "p.m.", "1.1"),
    ]


def test_a_cell_on_every_line(find: Find) -> None:
    found = find(
        "Doel 2: Kinderen bewegen\n\nActie\nWie\nWanneer\nZwemles op school\nSportbedrijf\n2026\n"
        "Een beweegtuin\nGemeente\nvoorjaar 2027\n\nDaarna kijken we verder.\n"
    )
    assert [(label, doer, parent) for _, label, doer, _, parent in actions(found)] == [
        ("Zwemles op school", "Sportbedrijf", "2"),
        ("Een beweegtuin", "Gemeente", "2"),
    ]


def test_cells_that_do_not_come_out_are_no_table(find: Find) -> None:
    found = find("Actie\nWie\nWanneer\nZwemles op school\nSportbedrijf\n2026\nEen beweegtuin\nGemeente\n\nEinde.\n")
    assert not [finding for finding in found if finding.doer == "Sportbedrijf"]


def test_a_sentence_of_heading_words_is_no_table(find: Find) -> None:
    assert not actions(find("Actie door wie en wanneer\n1. Het plan is klaar\n2. De raad beslist\n"))


def test_a_goal_between_two_tables_ends_the_first(find: Find) -> None:
    table = "Actie\nTrekker\nPlanning\nResultaat\n\n{}\n\nGemeente\n\n2027\n\nHet is er\n\n"
    found = find(f"Ambitie 1 Samen\n\n{table.format('Een raad')}Ambitie 2 Gezond\n\n{table.format('Een pad')}")
    assert [(label, parent) for _, label, _, _, parent in actions(found)] == [("Een raad", "1"), ("Een pad", "2")]


def test_lines_that_say_who_and_when_are_no_part_of_the_action(find: Find) -> None:
    found = find(
        "Doel: Geen jongere rookt.\nActie 1: Rookvrije pleinen\nWie: scholen\nWanneer: 2027\n"
        "Actie 2: Een groep om te stoppen\nTrekker: huisartsen\n\nDaarna meten we opnieuw.\n"
    )
    assert [label for _, label, *_ in actions(found)] == ["Rookvrije pleinen", "Een groep om te stoppen"]

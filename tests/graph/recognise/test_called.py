"""A heading is a goal when the text below it calls it one."""

from __future__ import annotations

from collections.abc import Callable

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]


def tree(found: list[Finding]) -> list[tuple[str, str | None, str | None]]:
    return [(finding.kind, finding.number or finding.label, finding.parent) for finding in found]


def test_a_numbered_heading_that_the_announcement_calls_a_doelstelling(find: Find) -> None:
    found = find(
        "1 Samen werken aan de wijk\n\nInwoners denken mee over hun straat.\n\n"
        "Om deze doelstelling te bereiken leveren we de volgende prestaties\n\n"
        "1.1 Een wijkagenda maken\n\nDe agenda gaat over groen.\n\n"
        "2 Iedereen doet mee\n\nWie dat nodig heeft krijgt steun.\n\n"
        "Om deze doelstelling te bereiken leveren we de volgende prestaties\n\n2.1 Vrijwilligers bedanken\n\nMet een pas.\n"
    )
    assert tree(found) == [("doel", "1", None), ("actie", "1.1", "1"), ("doel", "2", None), ("actie", "2.1", "2")]


def test_a_point_of_a_list_is_no_outline_number(find: Find) -> None:
    found = find(
        "Onze speerpunten zijn:\n\n1. Rust\n2. Ruimte\n3. Regelmaat\n\nZorg en welzijn\n\nWat wilden we bereiken?\n\n"
        "Inwoners leven gezond.\n\nWat hebben we daarvoor gedaan?\n\n3.1.1 Het preventieakkoord uitgevoerd\n\nMet twintig partners.\n"
    )
    (actie,) = [finding for finding in found if finding.kind == "actie"]
    assert actie.parent != "3"

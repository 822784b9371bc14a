"""Which headings are the main lines: by a list that names them, and by the table of contents."""

from __future__ import annotations

from collections.abc import Callable

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]


def tree(found: list[Finding]) -> list[tuple[str, str | None, str | None]]:
    return [(finding.kind, finding.number or finding.label, finding.parent) for finding in found]


def test_points_of_a_list_that_come_back_as_chapters_are_the_main_lines(find: Find) -> None:
    chapters = "".join(
        f"{name} (programma {number} van dit akkoord)\n\nHier gaat het over de dorpen en hun inwoners.\n\n"
        f"Dit gaan we doen:\n\n • We maken een plan voor {name.lower()}\n\n"
        for number, name in enumerate(("Wegen en groen", "Samenleven", "Bedrijvigheid"), start=1)
    )
    found = find(
        "Ons akkoord\n\nWe volgen de programma's van de begroting:\n\n1. Wegen en groen\n2. Samenleven\n3. Bedrijvigheid\n\n"
        + chapters
    )
    assert tree(found) == [
        ("thema", "1", None), ("thema", "2", None), ("thema", "3", None),
        ("actie", "We maken een plan voor wegen en groen", "1"),
        ("actie", "We maken een plan voor samenleven", "2"),
        ("actie", "We maken een plan voor bedrijvigheid", "3"),
    ]  # fmt: skip


def test_a_numbered_list_that_does_not_come_back_is_no_list_of_themes(find: Find) -> None:
    found = find(
        "Aanleiding\n\nEr gebeurt veel:\n\n1. Vergrijzing\n2. Krapte\n3. Groei\n\nAfspraken\n\n • We maken een plan\n"
    )
    assert [finding.kind for finding in found] == ["actie"]


AGREEMENT = """Coalitieakkoord 2026-2030

Inhoud

Onze thema's ............ 3
Ruimte voor dorpen ............ 4
Zorg en samenleven ............ 6
Hoe we werken ............ 9

Onze thema's

Ruimte voor dorpen

Inwoners zoeken een huis en vinden er geen.

• Elk dorp groeit mee.

Wat gaan we daarvoor doen?
• We bouwen 200 woningen.

Zorg en samenleven

Er zijn minder handen en meer vragen.

Jeugd en gezin

Kinderen groeien veilig op.

Wat gaan we daarvoor doen?
• We openen een loket.

Hoe we werken

Het college zoekt een meerderheid in de hele raad.
"""


def test_headings_that_the_contents_leave_out_lie_below_those_they_list(find: Find) -> None:
    assert tree(find(AGREEMENT)) == [
        ("thema", "Ruimte voor dorpen", None),
        ("doel", "Elk dorp groeit mee.", "Ruimte voor dorpen"),
        ("actie", "We bouwen 200 woningen.", "Ruimte voor dorpen"),
        ("thema", "Zorg en samenleven", None),
        ("opgave", "Jeugd en gezin", "Zorg en samenleven"),
        ("actie", "We openen een loket.", "Jeugd en gezin"),
    ]


def test_a_title_over_mere_text_behind_themes_with_lists_is_no_task(find: Find) -> None:
    found = find(
        "Raadsakkoord 2026-2030\n\nDe thema's uit het raadsakkoord\n • Wonen\n • Klimaat\n\nWonen\n\nEr is een tekort.\n\nAfspraken:\n"
        " • Er komt een woonvisie\n\nKlimaat\n\nDe zomers zijn droog.\n\nAfspraken:\n • Er komt een warmteplan\n\n"
        "Onze werkwijze\n\nRaadsleden spreken elkaar aan.\n"
    )
    assert tree(found) == [
        ("thema", "Wonen", None), ("thema", "Klimaat", None),
        ("actie", "Er komt een woonvisie", "Wonen"), ("actie", "Er komt een warmteplan", "Klimaat"),
    ]  # fmt: skip

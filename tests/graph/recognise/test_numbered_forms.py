"""Numbers in forms that pages and exports leave: behind a bullet, begun again, before a title that is numbered itself."""

from __future__ import annotations

from collections.abc import Callable

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]


def tree(found: list[Finding]) -> list[tuple[str, str | None, str, str | None]]:
    return [(finding.kind, finding.number, finding.label, finding.parent) for finding in found]


def test_a_bullet_and_a_number_alone_over_their_text(find: Find) -> None:
    found = find(
        "Wij zien twee opgaven:\n\n  • 1.\n\n    Het versterken van de dorpen.\n\n  • 2.\n\n    Het bereiken van jongeren.\n\n"
        "Wat gaan we doen?\n\n  • -\n\n    We openen een dorpshuis.\n"
    )
    assert tree(found)[:2] == [
        ("opgave", "1", "Het versterken van de dorpen.", None),
        ("opgave", "2", "Het bereiken van jongeren.", None),
    ]
    assert found[2].label == "We openen een dorpshuis."


def test_titles_that_begin_to_count_again(find: Find) -> None:
    found = find(
        "De agenda kent twee opgaven:\n\n1. Rondkomen\n\nIedereen heeft genoeg om van te leven. Dat is nu niet zo.\n\n"
        "1. Meedoen\n\nWie wil, doet mee. Dat begint om de hoek.\n\n"
        "1. Meer weten?\n\nBel ons gerust. Wij nemen de tijd.\n"
    )
    assert [finding.label for finding in found if finding.kind == "opgave"] == ["Rondkomen", "Meedoen"]


def test_main_lines_in_numbered_chapters_with_the_same_sections(find: Find) -> None:
    chapter = "{0}. Lijn {1} {2}\n\n{0}.1 Waar het wringt\n\nDat gaat niet vanzelf goed. Wij zien dat elke dag.\n\n{0}.2 Acties\n\n- {3}\n\n"
    found = find(
        chapter.format(4, 1, "Schulden", "We bellen na een melding.")
        + chapter.format(5, 2, "Werk", "Het werkplein komt naar de wijk.")
        + chapter.format(6, 3, "Kinderen", "We verlengen de subsidie.")
    )
    assert tree(found) == [
        ("thema", "1", "Schulden", None),
        ("actie", None, "We bellen na een melding.", "1"),
        ("thema", "2", "Werk", None),
        ("actie", None, "Het werkplein komt naar de wijk.", "2"),
        ("thema", "3", "Kinderen", None),
        ("actie", None, "We verlengen de subsidie.", "3"),
    ]


def test_numbered_titles_in_a_chapter_of_measures(find: Find) -> None:
    found = find(
        "Hoofdstuk I Beleid\n\nArmoede is meer dan weinig geld.\n\nHoofdstuk II Maatregelen\n\n"
        "1. Zwemles\n\nHet kindpakket wordt ruimer.\n\n2. Fonds\n\nHet fonds blijft bestaan.\n"
    )
    assert [(finding.kind, finding.label) for finding in found] == [("actie", "Zwemles"), ("actie", "Fonds")]


def test_actions_that_are_headings_over_their_progress(find: Find) -> None:
    found = find(
        "Maatschappelijk effect\n\n3.1 Er is een sterke sociale basis.\n\nResultaat\n\n3.1.1 Elke kern heeft een huiskamer.\n\n"
        "Inspanningen\n\nOpenen van een huiskamer\n\nVoortgang\n\nGereed\n\nDe huiskamer is in april geopend.\n\n"
        "Meer uren voor de coach\n\nVoortgang\n\nVertraagd\n\nEr is nog niemand gevonden.\n\n"
        "3.1.2 Mantelzorgers weten de weg.\n\nInspanningen\n\nInvoeren van een pas\n\nVoortgang\n\nOp schema\n\nDe pas is in de maak.\n"
    )
    assert tree(found) == [
        ("effect", "3.1", "Er is een sterke sociale basis.", None),
        ("doel", "3.1.1", "Elke kern heeft een huiskamer.", None),
        ("actie", None, "Openen van een huiskamer", "3.1.1"),
        ("actie", None, "Meer uren voor de coach", "3.1.1"),
        ("doel", "3.1.2", "Mantelzorgers weten de weg.", None),
        ("actie", None, "Invoeren van een pas", "3.1.2"),
    ]


def test_a_goal_with_a_letter_over_subgoals_with_letter_and_figure(find: Find) -> None:
    found = find(
        "4. Maatschappelijke opgaven\n\n4.1 Jong in het dorp\n\nKinderen hebben het goed. Dat blijft niet vanzelf zo.\n\n"
        "Doelstelling A Kinderen groeien gezond op\n\nSubdoelstelling A1 Ouders staan stevig\n\nPrestaties\n\n"
        "• Op iedere school is een coach aanwezig.\n\nSubdoelstelling A2 Jongeren hebben een plek\n\nPrestaties\n\n"
        "• Wij openen een tweede locatie.\n\n4.2 Goed ouder worden\n\nVelen zijn fit. Anderen hebben steun nodig.\n\n"
        "Doelstelling B Ouderen wonen prettig\n\nSubdoelstelling B1 Meer passende woningen\n\nPrestaties\n\n• Wij bouwen een hofje.\n"
    )
    assert [(finding.kind, finding.number or finding.label, finding.parent) for finding in found] == [
        ("opgave", "4.1", None), ("doel", "A", "4.1"),
        ("subdoel", "A1", "A"), ("actie", "Op iedere school is een coach aanwezig.", "A1"),
        ("subdoel", "A2", "A"), ("actie", "Wij openen een tweede locatie.", "A2"),
        ("opgave", "4.2", None), ("doel", "B", "4.2"),
        ("subdoel", "B1", "B"), ("actie", "Wij bouwen een hofje.", "B1"),
    ]  # fmt: skip


def test_sporen_over_goals_and_actions_are_themas(find: Find) -> None:
    spoor = "Spoor {0}: {1}\n\nWat doen we nu\n\nEr is een loket. Dat loopt goed.\n\nOns doel\n\nMinder inwoners {2}.\n\nMaatregelen\n\n• We {3}.\n\n"
    found = find(
        spoor.format(1, "Voorkomen", "komen in de schulden", "openen een loket")
        + spoor.format(2, "Oplossen", "vallen terug", "starten een proef")
    )
    assert tree(found) == [
        ("thema", "1", "Voorkomen", None),
        ("doel", None, "Minder inwoners komen in de schulden.", "1"),
        ("actie", None, "We openen een loket.", "Minder inwoners komen in de schulden."),
        ("thema", "2", "Oplossen", None),
        ("doel", None, "Minder inwoners vallen terug.", "2"),
        ("actie", None, "We starten een proef.", "Minder inwoners vallen terug."),
    ]


def test_goals_and_actions_by_a_code_of_the_municipality(find: Find) -> None:
    found = find(
        "7.1 Ondersteuning\n\nDoelstellingen\n\nCSD 7.1.1 Ouderen wonen langer zelfstandig.\n\n"
        "CSD 7.1.1a Samen met de corporatie een woonzorgvisie vaststellen.\n\nDe visie bevat een opgave per kern.\n\n"
        "CSD 7.1.1b Starten met een proef in het dorp.\n\nCSD 7.1.2 Mantelzorgers voelen zich gesteund.\n\n"
        "CSD 7.1.2a We breiden de respijtzorg uit.\n"
    )
    assert [(finding.kind, finding.number, finding.parent) for finding in found] == [
        ("doel", "CSD 7.1.1", None), ("actie", "CSD 7.1.1a", "CSD 7.1.1"), ("actie", "CSD 7.1.1b", "CSD 7.1.1"),
        ("doel", "CSD 7.1.2", None), ("actie", "CSD 7.1.2a", "CSD 7.1.2"),
    ]  # fmt: skip

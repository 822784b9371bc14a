"""Goals of a list that headings work out further on, in other words too, and chapters that are written as points."""

from __future__ import annotations

from collections.abc import Callable

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]

PART = "{0}\n\nHet gaat om meer dan geld.\n\n{1}Wat gaan we doen?\n\n• {2}\n\n"


def test_headings_in_other_words_work_out_the_goals_of_a_list(find: Find) -> None:
    found = find(
        "2.4 Onze doelen\n\nWe hebben drie doelen:\n\n1. Ouderen wonen langer thuis\n2. Jongeren zijn gezond\n"
        "3. Iedereen heeft voldoende inkomen\n\n3 Onze activiteiten\n\nHieronder staan onze plannen.\n\n"
        + PART.format(
            "3.1 Langer thuis wonen",
            "Wat willen we bereiken?\n\n• Minder valpartijen\n\n",
            "We plaatsen trapleuningen.",
        )
        + PART.format("3.2 Jongeren zijn gezond en fit", "", "We openen een sporthal.")
        + PART.format("3.3 Een inkomen dat voldoende is", "", "We bellen mensen met schulden.")
    )
    assert [(finding.kind, finding.number, finding.parent) for finding in found] == [
        ("doel", "3.1", None),
        ("doel", "3.2", None),
        ("doel", "3.3", None),
        ("subdoel", None, "3.1"),
        ("actie", None, "3.1"),
        ("actie", None, "3.2"),
        ("actie", None, "3.3"),
    ]


def test_headings_between_the_listed_tasks_of_an_agreement_are_part_of_them(find: Find) -> None:
    found = find(
        "Coalitieakkoord 2026-2030\n\nWe onderscheiden drie opgaven:\n\n1. Dichtbij\n2. Samen leven\n3. Groen\n\n"
        + PART.format("1. Dichtbij", "", "We openen een loket.")
        + PART.format("Veiligheid", "", "We houden meer toezicht.")
        + PART.format("2. Samen leven", "", "We steunen buurthuizen.")
        + PART.format("3. Groen", "", "We planten bomen.")
    )
    assert [finding.parent for finding in found if finding.kind == "actie"] == ["1", "1", "2", "3"]
    assert {finding.kind for finding in found} == {"opgave", "actie"}


def test_a_point_over_sections_of_its_own_is_a_chapter(find: Find) -> None:
    found = find(
        "1. Inleiding\n1.1 Aanleiding\nDe raad vroeg om een visie.\n1.2 Wat doen we?\nWe gaan het volgende doen:\n"
        "- we openen een loket;\n2. Wie doet wat?\n2.1 Geld\nDe kosten staan in de begroting.\n"
    )
    assert [finding.label for finding in found] == ["we openen een loket;"]


def test_a_title_over_what_is_wanted_is_a_goal_and_no_action(find: Find) -> None:
    found = find(
        "4 Onze activiteiten\n\nHieronder staat wat we doen.\n\n"
        + PART.format(
            "4.1 Gezond leven", "Wat willen we bereiken?\n\n• Meer inwoners bewegen\n\n", "We leggen paden aan."
        )
        + PART.format(
            "4.2 Samen leven", "Wat willen we bereiken?\n\n• Minder inwoners zijn alleen\n\n", "We openen een huis."
        )
    )
    assert [finding.label for finding in found if finding.kind == "actie"] == [
        "We leggen paden aan.",
        "We openen een huis.",
    ]


def test_what_was_done_in_the_years_behind_us_is_no_action(find: Find) -> None:
    text = "{} We noemen een aantal resultaten:\n\n• er is een loket geopend;\n• de toeslag is uitgekeerd.\n"
    assert not find(text.format("De afgelopen periode hebben we veel gedaan."))
    assert len(find(text.format("Aan het eind van 2028 is dit er:"))) == 2


def test_who_signs_a_decision_is_no_action(find: Find) -> None:
    found = find("Onze acties\n\nA. Een loket openen\n\nB. Een plan maken\n\nde burgemeester,\n\nW. van den Berg\n")
    assert [finding.number for finding in found] == ["A", "B"]


def test_a_sentence_that_looks_ahead_behind_one_that_looks_back_lists_actions(find: Find) -> None:
    assert (
        len(
            find(
                "De afgelopen jaren hebben we veel gedaan. De komende jaren gaan we dit doen:\n\n- een loket;\n- een plan.\n"
            )
        )
        == 2
    )
    assert not find(
        "In de vorige periode hebben we drie doelen gehaald:\n\n- de wachttijd daalde;\n- er kwam een loket.\n"
    )


def test_a_heading_in_quite_other_words_counts_on_in_the_row_of_goals(find: Find) -> None:
    found = find(
        "2 Onze doelen\n\nWe hebben drie doelen:\n\n1. Inwoners helpen elkaar\n2. Hulp is dichtbij\n3. Zorg blijft betaalbaar\n\n"
        "3 Uitwerking\n\nHieronder staan onze plannen.\n\n"
        + PART.format("3.1 Inwoners helpen elkaar", "", "We steunen buurten.")
        + PART.format("3.2 Hulp dichtbij", "", "We openen steunpunten.")
        + PART.format("3.3 Minder uitgeven", "", "We kopen opnieuw in.")
    )
    assert [finding.parent for finding in found if finding.kind == "actie"] == ["3.1", "3.2", "3.3"]
    assert [finding.number for finding in found if finding.kind == "doel"] == ["3.1", "3.2", "3.3"]

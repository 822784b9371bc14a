"""What hangs under what, in forms that budgets on the web have."""

from __future__ import annotations

from collections.abc import Callable

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]
TABLE = "Indicator\t2023\t2024\n{name}\t1\t2\n\n"


def tree(found: list[Finding]) -> list[tuple[str, str | None, str | None]]:
    return [(finding.kind, finding.number or finding.label, finding.parent) for finding in found]


def test_who_holds_the_portfolio_is_no_heading_above_the_actions(find: Find) -> None:
    found = find(
        "Doel 1.1 Ontmoeten\n\nPortefeuillehouder(s)\n\nMarleen van Oort\nYusuf Demirel\n\nBeschrijving\n\n"
        "In elk dorp is een plek.\n\nActiviteiten 2026\n\nHeropening dorpshuis\n\nHet dorpshuis wordt verbouwd.\n"
    )
    assert tree(found) == [("doel", "1.1", None), ("actie", "Heropening dorpshuis", "1.1")]


def test_an_ambition_over_numbered_goals_is_a_thema(find: Find) -> None:
    found = find(
        "Ambitie 1 Iedereen telt mee\n\nMeedoen gaat niet vanzelf.\n\nDoel 1.1 Ontmoeten\n\nDoel 1.2 Rondkomen\n"
    )
    assert tree(found) == [("thema", "1", None), ("doel", "1.1", "1"), ("doel", "1.2", "1")]


def test_a_goal_within_a_main_goal_is_a_subdoel(find: Find) -> None:
    found = find("Hoofddoel 2. Gezond leven\n\nDoel 2.1. Meer bewegen\n\nDoel 2.2. Minder roken\n")
    assert tree(found) == [("doel", "2", None), ("subdoel", "2.1", "2"), ("subdoel", "2.2", "2")]


def test_an_ambition_without_goals_in_it_stays_a_goal(find: Find) -> None:
    assert [finding.kind for finding in find("Ambitie 1: Iedereen telt mee\n\nAmbitie 2: Gezond leven\n")] == [
        "doel",
        "doel",
    ]


def test_a_list_below_an_action_that_is_a_heading_hangs_under_that_action(find: Find) -> None:
    found = find(
        "Doel 1 Gezond leven\n\nWat gaan we daarvoor doen?\n\n1.1 Een stevige basis\n\nDe gemeente zorgt voor trainingen.\n\n"
        "In 2026:\n\n- breiden we het schoolwerk uit;\n- start een ouderkamer.\n\n1.2 Hulp dichtbij\n\nWij helpen wie dat vraagt.\n"
    )
    assert tree(found)[1:] == [
        ("actie", "1.1", "1"),
        ("actie", "breiden we het schoolwerk uit;", "1.1"),
        ("actie", "start een ouderkamer.", "1.1"),
        ("actie", "1.2", "1"),
    ]


def test_a_list_that_a_longer_text_leads_in_tells_more_about_the_action(find: Find) -> None:
    found = find(
        "Doel 1 Gezond leven\n\nWat gaan we daarvoor doen?\n\nGezondheidsakkoorden\n\n"
        "Voor onze gemeente is dit jaar een half miljoen beschikbaar, en dat gaat naar drie onderwerpen:\n\n"
        "- een netwerk voor mentale gezondheid;\n- het delen van gegevens.\n\nMantelzorg\n\nWij bedanken mantelzorgers.\n"
    )
    assert tree(found)[1:] == [("actie", "Gezondheidsakkoorden", "1"), ("actie", "Mantelzorg", "1")]


def test_where_every_goal_had_a_table_the_last_goal_has_the_next(find: Find) -> None:
    goal = "Doel {n} Dit is doel {n}\n\nActiviteiten\n\n- Wij doen iets.\n\n"
    table = "Indicatoren\n\n" + TABLE
    text = "".join(goal.format(n=n) + (table.format(name=f"Aantal {n}") if n != 3 else "") for n in (1, 2, 3, 4))
    figures = {finding.label: finding.parent for finding in find(text) if finding.kind == "indicator"}
    assert figures == {"Aantal 1": "1", "Aantal 2": "2", "Aantal 4": "4"}


def test_prescribed_indicators_behind_the_goals_belong_to_none(find: Find) -> None:
    found = find(
        "Doel 1 Gezond leven\n\nIndicatoren\n\n" + TABLE.format(name="Aantal clubs")
        + "Verplichte indicatoren (BBV)\n\n" + TABLE.format(name="Banen")
    )  # fmt: skip
    assert [(finding.label, finding.parent) for finding in found if finding.kind == "indicator"] == [
        ("Aantal clubs", "1"), ("Banen", None),
    ]  # fmt: skip


def test_numbered_sections_with_proposals_are_tasks_under_their_thema(find: Find) -> None:
    section = "{n} Titel {n}\n\nDe vraag naar hulp stijgt al jaren.\n\nVoorstel: Een extra plek openen in wijk {n}.\n\n"
    found = find(
        "2.1 Wonen\n\nHoofddoel: Iedereen woont prettig.\n\n" + section.format(n="2.1.1")
        + "2.2 Sociaal\n\nHoofddoel: Iedereen doet mee.\n\n" + section.format(n="2.2.1")
    )  # fmt: skip
    assert [item for item in tree(found) if item[0] != "doel"] == [
        ("thema", "2.1", None), ("opgave", "2.1.1", "2.1"), ("actie", "Een extra plek openen in wijk 2.1.1.", "2.1.1"),
        ("thema", "2.2", None), ("opgave", "2.2.1", "2.2"), ("actie", "Een extra plek openen in wijk 2.2.1.", "2.2.1"),
    ]  # fmt: skip


def test_a_row_of_money_belongs_to_the_thema_it_stands_under(find: Find) -> None:
    found = find(
        "Thema 1: Wonen\n\nTekst.\n\nThema 2: Sociaal\n\nTekst.\n\nWat mag het kosten?\n\nBedragen x € 1.000\n\n"
        "Omschrijving\t2026\t2027\nWonen\t\t\nExtra woningen\t10\t20\nSociaal\t\t\nJeugdhulp\tPM\tPM\nTotaal\t10\t20\n"
    )
    money = [(finding.label, finding.parent) for finding in found if finding.kind == "budget"]
    assert money == [("Extra woningen", "1"), ("Jeugdhulp", "2"), ("Totaal", None)]


def test_lines_straight_below_activiteiten_are_actions(find: Find) -> None:
    found = find(
        "Doel 1 Meedoen\n\nEen zin.\n\nINSPANNINGEN 2026\nIn het dorp komt een huiskamer.\nHet fonds wordt verlengd.\n\nEen slotzin staat apart.\n"
    )
    assert tree(found)[1:] == [
        ("actie", "In het dorp komt een huiskamer.", "1"), ("actie", "Het fonds wordt verlengd.", "1"),
    ]  # fmt: skip


def test_the_line_below_doelstelling_is_the_goal_also_when_more_is_said_of_it(find: Find) -> None:
    beleidsveld = (
        "Beleidsveld {name}\n\nDoelstelling\n\nInwoners doen mee in {name}\n\nWat willen we bereiken?\n\n"
        "Inwoners helpen elkaar.\n\nWat gaan we daarvoor doen?\n\n- Een punt openen in {name}.\n\n"
    )
    found = find(beleidsveld.format(name="Noord") + beleidsveld.format(name="Zuid"))
    assert [item for item in tree(found) if item[0] in ("doel", "actie")] == [
        ("doel", "Inwoners doen mee in Noord", "Beleidsveld Noord"),
        ("actie", "Een punt openen in Noord.", "Inwoners doen mee in Noord"),
        ("doel", "Inwoners doen mee in Zuid", "Beleidsveld Zuid"),
        ("actie", "Een punt openen in Zuid.", "Inwoners doen mee in Zuid"),
    ]


def test_several_effects_each_with_text_below_it(find: Find) -> None:
    found = find(
        "Beoogd maatschappelijk effect:\n\nWe dragen bij aan de rust van inwoners\nRust is belangrijk. "
        + "Steeds meer mensen missen die, en dat merken wij aan de vragen die zij ons stellen. " * 3
        + "\n\n"
        "We dragen bij aan de gezondheid van inwoners\nGezondheid is een groot goed. "
        + "Steeds meer mensen missen die, en dat merken wij aan de vragen die zij ons stellen. " * 3
        + "\n\nMiddelen\n\nEr is geld.\n"
    )
    assert [(finding.kind, finding.label[-20:]) for finding in found] == [
        ("effect", "de rust van inwoners"), ("effect", "ondheid van inwoners"),
    ]  # fmt: skip


def test_goals_that_are_counted_anew_under_every_theme(find: Find) -> None:
    theme = "Beleidsthema {name}\n\nDoel 1\n\nInwoners merken {name} in de buurt.\n\nDoel 2\n\n{name} is er voor iedereen.\n\n"
    found = find(theme.format(name="Veiligheid") + theme.format(name="Gezondheid"))
    assert [(finding.kind, finding.label, finding.parent) for finding in found] == [
        ("thema", "Veiligheid", None), ("doel", "Inwoners merken Veiligheid in de buurt.", "Veiligheid"),
        ("doel", "Veiligheid is er voor iedereen.", "Veiligheid"),
        ("thema", "Gezondheid", None), ("doel", "Inwoners merken Gezondheid in de buurt.", "Gezondheid"),
        ("doel", "Gezondheid is er voor iedereen.", "Gezondheid"),
    ]  # fmt: skip


def test_the_goal_below_the_title_of_a_theme_has_what_follows(find: Find) -> None:
    theme = (
        "{name}\n\nDoelstelling\n\nInwoners zijn goed in {name}.\n\nPrestaties in 2026\n\n"
        "1. Een cursus {name} geven.\n2. Een boek over {name} maken.\n\n"
    )
    found = find(theme.format(name="Lezen") + theme.format(name="Rekenen"))
    parents = {finding.label: finding.parent for finding in found}
    assert parents["Inwoners zijn goed in Lezen."] == "Lezen"
    assert parents["Een cursus Rekenen geven."] == "Inwoners zijn goed in Rekenen."


def test_a_heading_over_a_table_names_its_goal_by_number(find: Find) -> None:
    found = find(
        "Doelstelling 1.1: Rust\n\nDoelstelling 1.2: Ruimte\n\nIndicatoren doelstelling 1.1\n\n"
        + TABLE.format(name="Aantal banken")
    )
    (banken,) = [finding for finding in found if finding.kind == "indicator"]
    assert banken.parent == "1.1"


def test_money_under_the_name_of_a_goal_is_the_money_of_that_goal(find: Find) -> None:
    found = find(
        "Doelstelling 2.1: Langer thuis\n\nWonen in de buurt.\n\nFinanciën\n\nBedragen x € 1.000\n\n"
        "Doelstelling 2.1 Langer thuis\t2025\t2026\nLasten\t10\t20\nBaten\t1\t2\n"
    )
    assert [finding.parent for finding in found if finding.kind == "budget"] == ["2.1", "2.1"]


def test_goal_two_behind_goal_one_point_two_lies_beside_goal_one(find: Find) -> None:
    found = find("Doel 1. Meedoen\n\nDoel 1.1. Werk\n\nDoel 1.2. Inkomen\n\nDoel 2. Gezond\n\nDoel 2.1. Bewegen\n")
    assert [(finding.number, finding.parent) for finding in found] == [
        ("1", None), ("1.1", "1"), ("1.2", "1"), ("2", None), ("2.1", "2"),
    ]  # fmt: skip


def test_a_plural_straight_over_a_list_says_what_is_listed(find: Find) -> None:
    pakket = "Pakket {n} {name}\n\nBeleidsdoelen pakket {n}\n\n1. Meer {name} in de buurt.\n\nActies {name}\n\n- Een plan maken voor {name}.\n\n"
    found = find(pakket.format(n="6A", name="Sport") + pakket.format(n="6B", name="Muziek"))
    assert [finding.kind for finding in found] == ["thema", "doel", "actie"] * 2
    assert [finding.parent for finding in found] == [None, "6A", "6A", None, "6B", "6B"]


def test_a_list_that_begins_anew_with_one_takes_its_numbers_from_the_titles(find: Find) -> None:
    found = find(
        "De agenda heeft twee thema's:\n\n  1. Een sterke buurt\n\nBuren kennen elkaar.\n\n  1. Gezond leven\n\nGezond is makkelijk.\n\n"
        "Thema 1: Een sterke buurt\n\nDoelen\n\n- Mensen kennen elkaar.\n- Niemand is alleen.\n\n"
        "Thema 2: Gezond leven\n\nDoelen\n\n- Meer mensen bewegen.\n- Minder mensen roken.\n"
    )
    assert [(finding.number, finding.label) for finding in found if finding.kind == "thema"] == [
        ("1", "Een sterke buurt"), ("2", "Gezond leven"),
    ]  # fmt: skip
    assert [finding.parent for finding in found if finding.kind == "doel"] == ["1", "1", "2", "2"]


def test_headings_with_a_code_below_a_question_about_goals(find: Find) -> None:
    goal = "P2.{n} Doel {name}\n\nOmschrijving (toelichting)\n\nInwoners hebben {name}.\n\nActies\n\n- Wij maken een plan voor {name}.\n\n"
    found = find(
        "1. Ontwikkelingen\n\nRust\nEr is minder rust dan vroeger, ook in de dorpen.\n\n2. Welke concrete doelstellingen zijn er?\n\n"
        + goal.format(n=1, name="Rust") + goal.format(n=2, name="Ruimte") + goal.format(n=3, name="Groen")
    )  # fmt: skip
    assert [(finding.kind, finding.number, finding.parent) for finding in found] == [
        ("doel", "P2.1", None), ("actie", None, "P2.1"), ("doel", "P2.2", None), ("actie", None, "P2.2"),
        ("doel", "P2.3", None), ("actie", None, "P2.3"),
    ]  # fmt: skip


def test_a_question_that_comes_back_below_its_answer_only_explains_it(find: Find) -> None:
    theme = (
        "{name}\n\nWat willen we bereiken?\n\nInwoners doen mee in {name}\n\nWat willen we bereiken?\nMeedoen is voor veel mensen "
        "de beste weg. Daarom kijken we naar wat zij kunnen.\n\nWat gaan we daarvoor doen?\n - We openen een loket voor {name}.\n\n"
    )
    found = find(theme.format(name="Werk") + theme.format(name="Sport"))
    assert tree(found) == [
        ("thema", "Werk", None), ("doel", "Inwoners doen mee in Werk", "Werk"),
        ("actie", "We openen een loket voor Werk.", "Inwoners doen mee in Werk"),
        ("thema", "Sport", None), ("doel", "Inwoners doen mee in Sport", "Sport"),
        ("actie", "We openen een loket voor Sport.", "Inwoners doen mee in Sport"),
    ]  # fmt: skip


def test_a_topic_below_a_task_of_an_agreement_is_a_part_of_that_task(find: Find) -> None:
    found = find(
        "Coalitieakkoord 2022-2026\n\nOpgave 1: Naast elkaar staan\n\nWie niet zonder hulp kan, mag op ons rekenen.\n\n"
        "Jeugd\n\nElk kind heeft recht op een veilige plek.\n\n- Op elke school komt een jeugdwerker.\n\n"
        "Opgave 2: Blijven wonen\n\nWonen is een recht.\n"
    )
    assert tree(found) == [
        ("opgave", "1", None), ("subdoel", "Jeugd", "1"), ("actie", "Op elke school komt een jeugdwerker.", "Jeugd"),
        ("opgave", "2", None),
    ]  # fmt: skip


def test_a_sentence_that_tells_the_action_itself_leads_in_no_actions(find: Find) -> None:
    found = find(
        "Het team is te klein. We stellen voor om vanaf 2027 twee fte toe te voegen:\n\n- een gedragswetenschapper (1 fte);\n"
        "- een gezinscoach (1 fte).\n\nWij stellen voor om:\n\n- de bijdrage te indexeren;\n- het loket te openen.\n"
    )
    assert [finding.label for finding in found] == ["de bijdrage te indexeren;", "het loket te openen."]

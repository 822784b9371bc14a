"""Lists and tables as they come off a web page: two marks above an item, a merged first cell, years on a line below."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]


@pytest.mark.parametrize("mark", ["- •", "• •", "• -", "•"])
def test_two_marks_over_an_item_are_no_part_of_it(find: Find, mark: str) -> None:
    found = find(f"Wat gaan we doen?\n{mark}\nWe openen een loket.\n{mark}\nWe maken een plan.\n")
    assert [finding.label for finding in found] == ["We openen een loket.", "We maken een plan."]


def test_a_number_behind_the_mark_counts_the_items(find: Find) -> None:
    found = find("We onderscheiden twee stappen:\n- 1.\nBouwen (2026): we maken met partners een plan.\n- 2.\nLeren\n")
    assert [(finding.number, finding.label) for finding in found] == [("1", "Bouwen (2026)"), ("2", "Leren")]


def test_points_below_text_about_an_actor_are_roles(find: Find) -> None:
    found = find(
        "4 Wie doet wat?\n\n4.1 Inwoners\n\nVan hen verwachten we het volgende:\n\n- Zij helpen elkaar.\n\n"
        "4.2 Rijk en regio\n\nDaar is meer nodig. Van hen vragen we:\n\n- Het Rijk geeft ruimte.\n"
    )
    assert [(finding.kind, finding.actor) for finding in found] == [("rol", "inwoners"), ("rol", "Rijk")]


def test_text_below_a_numbered_principle_is_none_itself(find: Find) -> None:
    found = find(
        "3.2 Leidende principes\nTwee principes geven richting. Ze gelden voor ons allemaal.\n"
        "Principe 1. We zijn nabij\nWij werken in de dorpen. Medewerkers hebben daar een vaste plek.\n"
        "Principe 2. We geven vertrouwen\nVertrouwen is de basis. Wij controleren achteraf en niet vooraf.\n"
    )
    assert [finding.label for finding in found] == ["We zijn nabij", "We geven vertrouwen"]


def test_rows_that_a_merged_cell_moved_to_the_left(find: Find) -> None:
    found = find(
        "We hebben twee thema's:\n- Samen leven\n- Opgroeien\n\nThema | Indicator | Meting 2024 | Ambitie 2030 | Bron |\n---|---|---|---|---|\n"
        "Samen leven | Inwoners die zich eenzaam voelen | 46% | 40% | GGD |\nMantelzorgers die te veel doen | 15% | 12% | GGD | |\n"
        "Opgroeien | Jongeren met hulp | 14% | 12% | CBS |\nJongeren die gelukkig zijn | nog onbekend | 78% | GGD | |\n"
    )
    rows = [(finding.label, finding.parent, len(finding.cells)) for finding in found if finding.kind == "indicator"]
    assert rows == [
        ("Inwoners die zich eenzaam voelen", "Samen leven", 2),
        ("Mantelzorgers die te veel doen", "Samen leven", 2),
        ("Jongeren met hulp", "Opgroeien", 2),
        ("Jongeren die gelukkig zijn", "Opgroeien", 2),
    ]


def test_a_row_without_its_last_figure_was_not_moved(find: Find) -> None:
    found = find(
        "Thema | Indicator | 2024 | 2030 |\n---|---|---|---|\nLeven | Wie zich eenzaam voelt | 46% | 40% |\n"
        "Leven | Wie te veel doet | 15% | |\n"
    )
    assert [finding.label for finding in found] == ["Wie zich eenzaam voelt", "Wie te veel doet"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_first_measurement_is_of_one_year_and_the_aims_are_of_the_rest(find: Find, between: str) -> None:
    lines = ["Nulmeting Streefwaarde", "Indicator 2022 2025 2028 Bron", "Jongeren met hulp 13,9% 13,0% 12,0% CBS"]
    found = find(between.join([*lines, "Jongeren in een tehuis 1,1% 1,0% 0,8% CBS"]) + "\n")
    assert [(cell.period, cell.kind) for cell in found[0].cells] == [
        ("2022", "realisatie"),
        ("2025", "streefwaarde"),
        ("2028", "streefwaarde"),
    ]


def test_money_per_goal_with_every_cell_on_a_line_behind_a_table_of_indicators(find: Find) -> None:
    cells = ["Indicator", "Meting 2024", "Streefwaarde 2028", "Huishoudens met schulden", "7,1%", "6,0%"]
    money = [
        "2026",
        "2027",
        "Doel 1 Op tijd",
        "35.000",
        "67.500",
        "Doel 2 Regelingen",
        "6.000",
        "2.000",
        "Totaal kosten",
        "41.000",
        "69.500",
    ]
    found = find(
        "Doel 1: Inwoners krijgen op tijd hulp\n\nDoel 2: Inwoners kennen de regelingen\n\n6.2 Cijfers\n\n"
        + "\n\n".join(cells) + "\n\n6.3 Kosten en dekking\n\nIn de tabel staan de kosten per doel, zonder de wettelijke regelingen.\n\n"
        + "\n\n".join(money) + "\n"
    )  # fmt: skip
    assert [(finding.label, finding.parent) for finding in found if finding.kind == "budget"] == [
        ("Doel 1 Op tijd", "1"),
        ("Doel 2 Regelingen", "2"),
        ("Totaal kosten", None),
    ]
    assert [finding.label for finding in found if finding.kind == "indicator"] == ["Huishoudens met schulden"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Wat willen we bereiken (doelstellingen)?", "doel"),
        ("Wat zijn de doelstellingen? (met activiteiten voor 2026)", "doel"),
        ("Beoogde maatschappelijke effecten", "effect"),
        ("Welke maatschappelijke effecten willen we bereiken?", "effect"),
        ("Het te bereiken resultaat", "doel"),
        ("Rol gemeente", "rol"),
    ],
)
def test_headings_that_web_pages_use(find: Find, heading: str, kind: str) -> None:
    found = find(f"{heading}\n\n- Inwoners doen mee\n- Jongeren zijn gezond\n\nTot slot\n\nDit was het.\n")
    assert [finding.kind for finding in found] == [kind, kind]


def test_a_list_ends_where_lines_no_longer_stand_straight_below_each_other(find: Find) -> None:
    found = find(
        "Maatschappelijk effect:\nInwoners wonen zelfstandig.\n\nParticipatie\n\nWat gaan we doen?\n\n- We openen een loket.\n"
    )
    assert [(finding.kind, finding.label) for finding in found] == [
        ("effect", "Inwoners wonen zelfstandig."),
        ("actie", "We openen een loket."),
    ]


def test_words_over_figures_are_no_goals(find: Find) -> None:
    lines = [
        "Wat willen we bereiken",
        "Meer inwoners hebben werk",
        "Effectindicator",
        "Inwoners met een uitkering",
        "Streven",
    ]
    found = find("\n\n".join([*lines, "< 410 eind 2026", "Bron", "Werkplein"]) + "\n")
    assert [finding.label for finding in found if finding.kind == "doel"][:1] == ["Meer inwoners hebben werk"]
    assert not {"Effectindicator", "Streven", "Bron"} & {finding.label for finding in found}


def test_years_below_what_is_aimed_at(find: Find) -> None:
    cells = ["Beoogd", "2025", "Beoogd", "2026", "Aantal uitkeringen", "9.950*", "9.700", "Deelnemers", "12", "13"]
    found = find("Effectindicator(en)\n\n" + "\n\n".join(cells) + "\n")
    assert [[(cell.period, cell.kind) for cell in finding.cells] for finding in found] == [
        [("2025", "streefwaarde"), ("2026", "streefwaarde")]
    ] * 2


def test_one_point_below_a_goal_says_what_is_done_when_those_beside_it_do(find: Find) -> None:
    text = "Actielijn 1 Kijken\n\n- We starten een campagne\n- We geven lessen\n\nActielijn 2 Luisteren\n\n- We trainen vrijwilligers\n"
    assert [finding.parent for finding in find(text) if finding.kind == "actie"] == ["1", "1", "2"]


def test_ideas_of_inhabitants_are_no_actions_of_an_agreement(find: Find) -> None:
    topic = "{}\n\nDit is belangrijk.\n\nWij spreken af:\n- {}\n\n"
    found = find(
        "Coalitieakkoord\n\n"
        + topic.format("Zorg dichtbij", "Er komt een wijkteam.")
        + topic.format("Jeugd met kansen", "We openen een jeugdhonk.")
        + "Inbreng van inwoners\n\nInwoners gaven ons ideeën mee:\n\n- Maak een zwembad.\n- Zorg voor bankjes.\n"
    )
    assert [finding.label for finding in found if finding.kind == "actie"] == [
        "Er komt een wijkteam.",
        "We openen een jeugdhonk.",
    ]


def test_rows_below_the_number_of_a_goal_hang_under_it_beside_a_column_of_ambitions(find: Find) -> None:
    cells = ["Indicator", "Nulmeting 2024", "Ambitie 2029", "Opgave 1", "Jongeren met stress", "37%", "30%"]
    found = find(
        "Opgave 1: Jongeren voelen zich goed\n\n4.1 Cijfers\n\n" + "\n\n".join([*cells, "Jongeren", "9", "8"]) + "\n"
    )
    assert [finding.parent for finding in found if finding.kind == "indicator"] == ["1", "1"]


def test_two_words_over_four_years_are_each_of_the_half(find: Find) -> None:
    rows = "Kinderen in armoede 6% 6% 5% 4%\nKinderen die sporten 60% 61% 65% 70%\n"
    found = find(f"Realisatie Streefwaarde\nIndicator 2023 2024 2026 2028\n{rows}")
    assert [cell.kind for cell in found[0].cells] == ["realisatie", "realisatie", "streefwaarde", "streefwaarde"]

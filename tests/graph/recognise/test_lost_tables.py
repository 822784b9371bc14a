"""Tables that lost their columns are read by the words of their headings and the figures in their rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]


def figures(finding: Finding) -> list[tuple[str, str, float | None]]:
    return [(cell.period, cell.kind, cell.value) for cell in finding.cells]


def test_rows_that_were_run_together(find: Find) -> None:
    banen, wmo = find(
        "Naam indicator Eenheid Bron 2022 2023\n"
        "Banen per 1.000 inwoners 15-64 jaar aantal LISA 612,4 618,0\n"
        "Cliënten met een Wmo-maatwerkarrangement aantal per 10.000 inwoners CBS 520 -\n"
    )
    assert (banen.label, banen.unit, banen.source) == ("Banen per 1.000 inwoners 15-64 jaar", "aantal", "LISA")
    assert figures(banen) == [("2022", "realisatie", 612.4), ("2023", "realisatie", 618.0)]
    assert (wmo.unit, wmo.source) == ("aantal per 10.000 inwoners", "CBS")
    assert figures(wmo) == [("2022", "realisatie", 520.0)]


def test_money_with_the_kinds_over_the_years_and_letters_for_setbacks(find: Find) -> None:
    lasten, baten = find(
        "Wat mag het kosten?\n\nBedragen x € 1.000\nRekening Begroting\n2023 2024\nLasten N 31.393 N 31.682\nBaten V 9.870 V 9.915\n"
    )
    assert (lasten.kind, lasten.money_kind) == ("budget", "lasten")
    assert figures(lasten) == [("2023", "realisatie", 31393.0), ("2024", "begroot", 31682.0)]
    assert baten.cells[0].raw == "9.870"


def test_a_sentence_with_two_years_is_no_table(find: Find) -> None:
    assert find("In 2024 en 2025\ngaan wij verder met 12 plannen en 14\nideeën, en in 2026 met 3 en 4.\n") == []


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["white space", "none"])
def test_cells_that_each_stand_on_a_line(find: Find, between: str) -> None:
    cells = [
        "Effectindicator", "Nulmeting 2022", "Begroting 2025", "Streefwaarde 2029", "Bron",
        "Percentage vrijwilligers", "31%", "34%", "38%", "Burgerpeiling",
        "Percentage eenzame inwoners", "46%", "44%", "40%", "GGD-monitor",
    ]  # fmt: skip
    vrijwilligers, eenzaam = find(between.join(cells) + "\n")
    assert figures(vrijwilligers) == [
        ("2022", "realisatie", 31.0), ("2025", "begroot", 34.0), ("2029", "streefwaarde", 38.0),
    ]  # fmt: skip
    assert (eenzaam.label, eenzaam.source, eenzaam.unit) == ("Percentage eenzame inwoners", "GGD-monitor", "%")


def test_of_a_row_with_too_few_figures_none_is_given_to_a_wrong_year(find: Find) -> None:
    cells = ["Indicator", "2022", "2023", "2024", "Aantal clubs", "4", "6", "Aantal zalen", "1", "2", "3"]
    clubs, zalen = find("\n\n".join(cells) + "\n")
    assert clubs.label == "Aantal clubs" and clubs.cells == ()
    assert figures(zalen)[-1] == ("2024", "realisatie", 3.0)


def test_a_tree_of_goals_that_was_flattened_is_read_by_its_numbers(find: Find) -> None:
    found = find(
        "Kerndoel Operationeel doel Acties 2025\n"
        "P3 1. Inwoners zijn zelfredzaam P3 1.1 Hulp is dichtbij 1.1.1 - Wij openen een loket\n"
        "1.1.2 - Wij leiden vrijwilligers op\n"
        "P3 1.2 Minder schulden 1.2.1 - Wij bellen eerder\n"
    )
    assert [(finding.kind, finding.number, finding.parent) for finding in found] == [
        ("doel", "P3 1", None), ("subdoel", "P3 1.1", "P3 1"), ("actie", "1.1.1", "P3 1.1"), ("actie", "1.1.2", "P3 1.1"),
        ("subdoel", "P3 1.2", "P3 1"), ("actie", "1.2.1", "P3 1.2"),
    ]  # fmt: skip


def test_a_cell_of_a_flattened_tree_may_go_on_over_the_next_line(find: Find) -> None:
    found = find(
        "Kerndoel Operationeel doel Acties 2025\n"
        "P3 1. Inwoners zijn zelfredzaam P3 1.1 Hulp is dichtbij 1.1.1 - Wij openen een loket\n"
        "in het oude postkantoor P3 1.2 Minder schulden 1.2.1 - Wij bellen eerder,\n"
        "Wij komen langs\n"
    )
    assert [finding.label for finding in found] == [
        "Inwoners zijn zelfredzaam", "Hulp is dichtbij", "Wij openen een loket in het oude postkantoor",
        "Minder schulden", "Wij bellen eerder, Wij komen langs",
    ]  # fmt: skip


def test_a_heading_that_repeats_a_listed_goal_is_where_that_goal_is_worked_out(find: Find) -> None:
    found = find(
        "2 Onze vier opgaven\n\nWe kiezen voor twee opgaven:\n\n» Gezond blijven\n» Genoeg om van te leven\n\n"
        "3 Gezond blijven\n\nDit gaan we doen\n\n» We leggen een beweegtuin aan\n"
    )
    assert [(finding.kind, finding.label, finding.parent) for finding in found] == [
        ("opgave", "Gezond blijven", None),
        ("opgave", "Genoeg om van te leven", None),
        ("actie", "We leggen een beweegtuin aan", "Gezond blijven"),
    ]


def test_a_criterium_says_of_whom_it_was_taken_over(find: Find) -> None:
    (first, second) = find(
        "De GGD Noordkust heeft een kwaliteitskader gemaakt. Een team voldoet aan de volgende criteria:\n\n"
        "1) het is dichtbij;\n2) het is bekend.\n"
    )
    assert (first.kind, first.origin, second.origin) == ("criterium", "GGD Noordkust", "GGD Noordkust")


def test_an_action_that_slid_under_its_goal_is_put_back_by_its_number(find: Find) -> None:
    found = find(
        "Doel | Prestatie | Planning\n---|---|---\n1.1 Inwoners doen mee | 1.1.1 We openen een loket | 2025\n"
        "1.1.2 We leiden vrijwilligers op | | \n"
    )
    assert [(finding.kind, finding.number, finding.parent) for finding in found] == [
        ("doel", "1.1", None), ("actie", "1.1.1", "1.1"), ("actie", "1.1.2", "1.1"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heads",
    [
        "Rekening\n2023\nBegroting\n2024\nBegroting\n2025\n",
        "Rekening\nBegroting\nBegroting\n(x € 1.000)\n2023\n2024\n2025\n",
    ],
    ids=["kind over year", "first all kinds"],
)
def test_a_heading_that_was_cut_in_kind_and_year_is_put_together(find: Find, heads: str) -> None:
    found = [one for one in find(f"Wat mag het kosten?\n{heads}Lasten\n3.120\n3.244\n3.310\n") if one.kind == "budget"]
    assert [figures(one) for one in found] == [
        [("2023", "realisatie", 3120.0), ("2024", "begroot", 3244.0), ("2025", "begroot", 3310.0)]
    ]


def test_the_column_of_the_municipality_beside_the_country_is_its_own(find: Find) -> None:
    cells = [
        "Naam indicator",
        "Eenheid",
        "Zuidrijk 2023",
        "Nederland 2023",
        "Bron",
        "Jongeren met jeugdhulp",
        "%",
        "12,3",
        "11,9",
        "CBS",
    ]
    (jeugdhulp,) = find("\n\n".join(cells) + "\n")
    assert (jeugdhulp.label, jeugdhulp.unit, jeugdhulp.source) == ("Jongeren met jeugdhulp", "%", "CBS")
    assert figures(jeugdhulp) == [("2023", "realisatie", 12.3)]


def test_a_figure_may_say_in_which_year_it_was_measured(find: Find) -> None:
    cells = [
        "Kengetal",
        "0-waarde",
        "Actuele waarde",
        "Streefwaarde 2026",
        "1a Aandeel mantelzorgers",
        "24% (2013)¹",
        "27% (eind 2023)",
        "26%",
    ]
    (mantelzorg,) = find("\n\n".join(cells) + "\n")
    assert figures(mantelzorg) == [
        ("0-waarde", "realisatie", 24.0), ("Actuele waarde", "realisatie", 27.0), ("2026", "streefwaarde", 26.0),
    ]  # fmt: skip


def test_words_in_place_of_a_figure_and_a_source_below_each_row(find: Find) -> None:
    cells = [
        "Indicator", "Nulmeting", "Doelstelling 2023", "Realisatie 2023",
        "Percentage vrijwilligers", "41%", "42%", "38%", "Bron: Panel",
        "Percentage eenzamen", "16%", "Lager dan nulmeting", "14%", "Bron: GGD",
        "Aantal plekken", "nog niet bekend", "12", "9", "Bron: Eigen telling",
        "Wat hebben we ervoor gedaan?",
    ]  # fmt: skip
    found = find("\n\n".join(cells) + "\n")
    assert [(finding.label, finding.source, len(finding.cells)) for finding in found] == [
        ("Percentage vrijwilligers", "Panel", 3), ("Percentage eenzamen", "GGD", 3), ("Aantal plekken", "Eigen telling", 3),
    ]  # fmt: skip
    assert found[1].cells[1].raw == "Lager dan nulmeting" and found[1].cells[1].value is None


def test_rows_that_say_their_own_period_with_a_unit_told_at_length(find: Find) -> None:
    banen, hulp = find(
        "Indicator Eenheid Periode Zuidrijk Gemeenten < 50.000 inwoners\n"
        "Banen per 1.000 inw. 15-64 jaar 2024 612,4 702,8\n"
        "Jongeren met jeugdhulp % van alle jongeren tot 18 jaar 2e halfjaar 2024 11,6 11,9\n"
    )
    assert (banen.label, banen.unit) == ("Banen", "per 1.000 inw. 15-64 jaar")
    assert figures(banen) == [("2024", "realisatie", 612.4)]
    assert (hulp.label, hulp.unit) == ("Jongeren met jeugdhulp", "% van alle jongeren tot 18 jaar")
    assert figures(hulp) == [("2e halfjaar 2024", "realisatie", 11.6)]


def test_headings_that_were_cut_over_two_lines_with_words_before_and_behind_them(find: Find) -> None:
    (hulp,) = find(
        "Indicator Peilwaarde Streef- Streef- Bron\n2023 waarde 2026 waarde 2029\n"
        "Percentage huishoudens met een laag inkomen\ndat gebruik maakt van regelingen 61% 68% 75% ISD\n"
    )
    assert hulp.label == "Percentage huishoudens met een laag inkomen dat gebruik maakt van regelingen"
    assert figures(hulp) == [
        ("2023", "realisatie", 61.0),
        ("2026", "streefwaarde", 68.0),
        ("2029", "streefwaarde", 75.0),
    ]
    assert hulp.source == "ISD"


def test_cells_of_a_table_of_actions_that_each_stand_on_a_line(find: Find) -> None:
    cells = [
        "Nr.",
        "Inspanningen",
        "Resultaat",
        "1a",
        "Data verzamelen",
        "Een beeld van de wijk.",
        "1b",
        "Buurten bezoeken",
        "Meer zicht.",
    ]
    found = find("De focus ligt op wijken.\n\n" + "\n\n".join(cells) + "\n\nDaarna volgt meer tekst.\n")
    assert [(finding.kind, finding.number, finding.label) for finding in found] == [
        ("actie", "1a", "Data verzamelen"), ("actie", "1b", "Buurten bezoeken"),
    ]  # fmt: skip


def test_the_period_of_a_row_is_that_of_what_was_reached(find: Find) -> None:
    (formatie,) = find(
        "Nr. Indicator Eenheid Periode Werkelijk Begroting 2022\n1 Formatie Fte per 1.000 inwoners 2021 6,0 6,2\n"
    )
    assert figures(formatie) == [("2021", "realisatie", 6.0), ("2022", "begroot", 6.2)]


def test_a_table_of_one_indicator_whose_name_stands_above_it(find: Find) -> None:
    (vve,) = find(
        "Indicatoren\n\nPercentage kinderen met VVE\n\nBron: Monitor VVE\n\n"
        "Type 2023 2024 2025\nRealisatie 67 % - -\nBegroting - 51 % 60 %\n"
    )
    assert (vve.label, vve.source, vve.unit) == ("Percentage kinderen met VVE", "Monitor VVE", "%")
    assert figures(vve) == [("2023", "realisatie", 67.0), ("2024", "begroot", 51.0), ("2025", "begroot", 60.0)]


def test_rows_that_a_taakveld_counts(find: Find) -> None:
    cells = [
        "Taakveld", "BBV indicator", "Eenheid", "Waarde", "Periode", "Bron",
        "6", "Banen", "per 1.000 inwoners", "702,4", "2024", "LISA",
        "6", "Kinderen in armoede", "%", "5", "2023", "CBS",
    ]  # fmt: skip
    banen, armoede = find("\n\n".join(cells) + "\n\nDaarna volgt tekst.\n")
    assert (banen.label, banen.unit, banen.source) == ("Banen", "per 1.000 inwoners", "LISA")
    assert figures(banen) == [("2024", "realisatie", 702.4)] and figures(armoede) == [("2023", "realisatie", 5.0)]


def test_sides_of_the_money_over_which_the_kinds_stand_once(find: Find) -> None:
    cells = ["Bedragen x € 1.000", "Rekening", "Begroting", "2024 saldo", "2025 saldo", "2026 lasten", "2026 baten"]
    rows = ["Jeugd", "-71", "-80", "-314", "229", "Wmo", "-38", "-41", "-47", "4"]
    jeugd, wmo = find("\n\n".join([*cells, *rows]) + "\n")
    assert figures(jeugd) == [
        ("2024", "realisatie", -71.0), ("2025", "begroot", -80.0), ("2026", "begroot", -314.0), ("2026", "begroot", 229.0),
    ]  # fmt: skip
    assert wmo.kind == "budget"


def test_the_number_of_the_next_row_is_no_figure_of_this_one(find: Find) -> None:
    cells = ["Indicator", "Werkelijk 2022", "Begroting 2025", "Streefwaarde", "1", "Banen", "590", "595", "600"]
    found = find("\n\n".join([*cells, "2", "Verzuim", "1", "1", "3", "Werkloos", "4", "5", "6"]) + "\n")
    assert [[cell.value for cell in finding.cells] for finding in found] == [[590.0, 595.0, 600.0], [], [4.0, 5.0, 6.0]]

"""What numbers and letters say: goals A and B with actions A.1, effects with results below them, money told by a total."""

from __future__ import annotations

from collections.abc import Callable

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]


def told(findings: list[Finding]) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, one.number, one.parent) for one in findings]


def test_actions_with_a_letter_hang_under_the_goal_with_that_letter(find: Find) -> None:
    text = (
        "4.1 Samen leven\nWat willen we bereiken?\nA. Bewoners zetten zich in voor hun buurt\n"
        "Wat gaan we daarvoor doen?\nA.1 Buurtbudget invoeren\nElke buurt krijgt geld.\n"
        "B. Iedereen kan meedoen\nWat gaan we daarvoor doen?\nB.1 Drempels weghalen\nWe kijken overal.\n"
        "4.2 Zorg\nWat willen we bereiken?\nC. Inwoners krijgen passende hulp\n"
        "Wat gaan we daarvoor doen?\nC.1 Nieuwe inkoop\nSamen met de regio.\n"
    )
    actions = [one for one in told(find(text)) if one[0] == "actie"]
    assert actions == [("actie", "A.1", "A"), ("actie", "B.1", "B"), ("actie", "C.1", "C")]


def test_results_and_actions_hang_under_a_numbered_effect(find: Find) -> None:
    text = (
        "Maatschappelijk effect 1: Inwoners zijn gezond\n\nBeoogde resultaten\n1a. Meer inwoners bewegen.\n"
        "1b. Jongeren roken minder.\n\nOnze inzet\n- We zetten coaches in.\n- We geven gastlessen.\n\n"
        "Maatschappelijk effect 2: Iedereen doet mee\n\nBeoogde resultaten\n2a. Meer inwoners werken.\n"
    )
    found = told(find(text))
    assert [(kind, parent) for kind, _, parent in found if kind == "actie"] == [("actie", "1")] * 2
    assert [one for one in found if one[0] == "doel"] == [("doel", "1a", "1"), ("doel", "1b", "1"), ("doel", "2a", "2")]


def test_a_table_with_a_total_is_money_and_its_names_may_stand_behind_a_number(find: Find) -> None:
    text = (
        "Nieuwe wensen\n\nNr   Omschrijving              Prioriteit   2026   2027\n"
        "1    Wasservice                hoog           35     35\n2    Dorpshuis                 laag            -    450\n"
        "     Totaal                                   35    485\n"
    )
    assert [(one.kind, one.label) for one in find(text)] == [
        ("budget", "Wasservice"), ("budget", "Dorpshuis"), ("budget", "Totaal")
    ]  # fmt: skip


def test_the_year_of_a_budget_is_not_realised(find: Find) -> None:
    text = "Programmabegroting 2025\n\nIndicator\tBron\t2023\t2025\nJongeren met jeugdhulp\tCBS\t10,4\t10,0\n"
    (indicator,) = [one for one in find(text) if one.kind == "indicator"]
    assert [(cell.period, cell.kind) for cell in indicator.cells] == [("2023", "realisatie"), ("2025", "begroot")]


def test_a_column_doel_beside_streefwaarden_is_no_period(find: Find) -> None:
    text = "Indicator\tDoel\t2022\tStreef 2027\nGesloten plaatsingen\t1\t34\t0\n"
    (indicator,) = [one for one in find(text) if one.kind == "indicator"]
    assert [(cell.period, cell.kind) for cell in indicator.cells] == [("2022", "realisatie"), ("2027", "streefwaarde")]

"""A row of figures hangs under the goal that it names: in a column, or in the title above it."""

from __future__ import annotations

from collections.abc import Callable

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]

GOALS = "Speerpunt 1: Rondkomen\n\nDat is nodig.\n\nSpeerpunt 2: Meedoen\n\nDat ook.\n\nHoe meten we dat?\n\n"


def parents(found: list[Finding]) -> list[tuple[str, str | None]]:
    return [(finding.label, finding.parent) for finding in found if finding.kind == "indicator"]


def test_a_column_of_goals(find: Find) -> None:
    found = find(
        GOALS + "| Speerpunt | Indicator | Nulmeting 2023 | Streefwaarde 2027 |\n"
        "| 1 | Huishoudens met schulden | 9% | 7% |\n| 2 | Inwoners die sporten | 51% | 55% |\n"
    )
    assert parents(found) == [("Huishoudens met schulden", "1"), ("Inwoners die sporten", "2")]


def test_a_title_above_rows_of_one_cell_a_line(find: Find) -> None:
    found = find(
        GOALS + "Indicator\nBron\n2023\nStreven 2027\nSpeerpunt 1\nHuishoudens met schulden\nCBS\n9%\n7%\n"
        "Speerpunt 2\nInwoners die sporten\nGGD\n51%\n55%\n"
    )
    assert parents(found) == [("Huishoudens met schulden", "1"), ("Inwoners die sporten", "2")]


def test_an_action_whose_row_has_the_number_of_its_goal(find: Find) -> None:
    found = find(
        "Onze doelen\n\nD1. Inwoners doen mee\nD2. Niemand is eenzaam\n\nInspanningen\n\n"
        "| Nr | Inspanning | Draagt bij aan | Wie | Gereed |\n|---|---|---|---|---|\n"
        "| 1 | Basisbaan | D1 | Werkplein | 2026 |\n| 2 | Telefooncirkel | D2 | Welzijn | 2027 |\n"
    )
    assert [(f.label, f.parent) for f in found if f.kind == "actie"] == [("Basisbaan", "D1"), ("Telefooncirkel", "D2")]
    assert [f.number for f in found if f.kind == "doel"] == ["D1", "D2"]

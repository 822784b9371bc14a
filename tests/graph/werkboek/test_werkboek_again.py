"""Taking the same workbook back again: nothing comes into the register twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from small_register import small_tables
from werkboek_case import Edit, adding, columns, edit, faults_of, files_of, make_workbook, take_over

from beleidsspoor.graph.werkboek.telling import tell_plan

AGENDA = "Agenda van Dorp 2025"


@pytest.fixture
def root(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


@pytest.fixture
def path(root: Path, tmp_path: Path) -> Path:
    return make_workbook(root, tmp_path / "register.xlsx")


def new_action(name: str, **cells: object) -> Edit:
    given = {"Document": AGENDA, "Onderdeel_van": "subdoel-1", "Vindplaatsen": "v-actie"}
    return adding("Acties", Naam=name, **(given | cells))


def renaming(old: str, new: str) -> Edit:
    """An edit of the name of an action that has no id in the workbook yet."""

    def change(workbook: object) -> None:
        sheet = workbook["Acties"]  # type: ignore[index]
        at = columns(sheet)["Naam"]
        row = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, at).value == old)
        sheet.cell(row, at).value = new

    return change


def test_a_row_that_was_corrected_after_taking_over_is_asked_about(root: Path, path: Path) -> None:
    edit(path, new_action("Samen wandelen in Laagkerk"))
    take_over(path, root)
    edit(path, renaming("Samen wandelen in Laagkerk", "Samen wandelen in Hoogkerk"))

    ((place, column, message, advice),) = faults_of(path, root)

    assert place.startswith("Acties, cel A")
    assert column == "Id"
    assert "(Samen wandelen in Laagkerk), die in het register kwam nadat dit werkboek was gemaakt" in message
    assert "typ dan zelf een id" in advice


def test_a_row_with_the_same_name_and_other_cells_is_asked_about(root: Path, path: Path) -> None:
    edit(path, new_action("Samen wandelen"))
    take_over(path, root)
    again = make_workbook(root, path.with_name("ander.xlsx"))
    assert tell_plan(take_over(again, root)) == "Werkboek van dorp: er verandert niets."
    workbook = edit(path, lambda book: _set_last(book, Jaren="2026", Toegezegd="elke week", Toelichting="Op maandag."))

    assert len(faults_of(workbook, root)) == 1


def test_another_row_under_the_same_parent_is_taken(root: Path, path: Path) -> None:
    mine = edit(path, new_action("Samen wandelen in Laagkerk"), to="mijn.xlsx")
    yours = edit(path, new_action("Een moestuin aanleggen"), to="jouw.xlsx")
    take_over(mine, root)

    assert len(take_over(yours, root).added) == 1


def test_a_row_that_looks_the_same_is_taken_with_an_id_of_its_own(root: Path, path: Path) -> None:
    edit(path, new_action("Samen wandelen in Laagkerk"))
    take_over(path, root)
    edit(path, new_action("Samen wandelen in Laagkerk-Noord", Id="actie-noord"))

    assert [change.id for change in take_over(path, root).added] == ["actie-noord"]


def test_rows_that_refer_to_each_other_are_known_again(root: Path, path: Path) -> None:
    edit(
        path,
        adding("Themas", Naam="Veilig leven", Document=AGENDA, Vindplaatsen="v-thema"),
        adding("Opgaven", Naam="Veilig thuis", Document=AGENDA, Onderdeel_van="Veilig leven", Vindplaatsen="v-opgave"),
        new_action("Training geven", Onderdeel_van="Veilig thuis"),
        new_action("Folder maken", Onderdeel_van="Veilig thuis"),
        # A document stands on a sheet before that of the municipality that it names.
        adding("Documenten", Titel="Nota Wonen", Soort="beleidsnota", Gemeente="Buurdorp", Uitgever="Buurdorp"),
        adding("Gemeenten", Naam="Buurdorp", Cbs_code="GM9002", Vindplaatsen="v-titel"),
    )
    assert len(take_over(path, root).added) == 6
    once = files_of(root)

    assert take_over(path, root).is_empty
    assert files_of(root) == once


def test_a_new_link_is_numbered_among_those_of_its_element(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    tables = small_tables()
    link = tables["dorp/verbanden"][0]
    tables["dorp/verbanden"] = [{**link, "id": name} for name in ("beg-l1", "beg-l2", "beg-l3", "subdoel-l1")]
    root = klein_register(tables)
    path = make_workbook(root, tmp_path / "register.xlsx")
    cells = {
        "Van": "subdoel-1",
        "Relatie": "draagt bij aan",
        "Naar": "GALA",
        "Sterkte": "zeker",
        "Reden": "Eigen woorden.",
    }
    edit(path, adding("Verbanden", **cells, Vindplaatsen="v-tuin"))

    assert [change.id for change in take_over(path, root).added] == ["subdoel-l2"]


def _set_last(workbook: object, **cells: object) -> None:
    sheet = workbook["Acties"]  # type: ignore[index]
    names = columns(sheet)
    row = max(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, names["Naam"]).value)
    for heading, value in cells.items():
        sheet.cell(row, names[heading]).value = value

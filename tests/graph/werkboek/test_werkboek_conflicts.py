"""Two people's workbooks from the same start: nobody overwrites the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from werkboek_case import Edit, adding, deleting, edit, faults_of, files_of, make_workbook, setting, take_over

from beleidsspoor.graph.check import check_register


@pytest.fixture
def root(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


@pytest.fixture
def two(root: Path, tmp_path: Path) -> Callable[[Edit, Edit], Path]:
    """Takes the first person's edit over, and gives the workbook of the second."""
    path = make_workbook(root, tmp_path / "register.xlsx")

    def work(first: Edit, second: Edit) -> Path:
        take_over(edit(path, first, to="een.xlsx"), root)
        return edit(path, second, to="twee.xlsx")

    return work


def test_what_both_changed_is_shown_cell_by_cell(root: Path, two: Callable[[Edit, Edit], Path]) -> None:
    def first(workbook: Workbook) -> None:
        for heading, value in (("Naam", "Samen trainen"), ("Trekker", "Sportclub Noord")):
            setting("Acties", "actie-1", heading, value)(workbook)

    def second(workbook: Workbook) -> None:
        for heading, value in (("Naam", "Lessen geven"), ("Trekker", "Inwoners"), ("Jaren", 2027)):
            setting("Acties", "actie-1", heading, value)(workbook)

    faults = faults_of(two(first, second), root)

    assert [fault[:3] for fault in faults] == [
        (
            "Acties, cel C2", "Naam",
            "'actie-1' was 'Trainingen geven', is nu in het register 'Samen trainen' en in het werkboek 'Lessen geven'.",
        ),
        (
            "Acties, cel G2", "Trekker",
            "'actie-1' was 'Dorp', is nu in het register 'Sportclub Noord' en in het werkboek 'Inwoners'.",
        ),
    ]  # fmt: skip


def test_other_cells_of_the_same_row_are_merged(root: Path, two: Callable[[Edit, Edit], Path]) -> None:
    path = two(setting("Acties", "actie-1", "Naam", "Samen trainen"), setting("Acties", "actie-1", "Jaren", 2027))

    plan = take_over(path, root)

    assert [change.id for change in plan.changed] == ["actie-1"]
    row = files_of(root)["dorp/acties.csv"].splitlines()[1]
    assert b"Samen trainen" in row
    assert b",2027," in row
    assert not check_register(root)


def test_the_same_change_twice_is_no_conflict(root: Path, two: Callable[[Edit, Edit], Path]) -> None:
    same = setting("Metingen", "meting-2024", "Waarde", 12.5)

    assert take_over(two(same, setting("Metingen", "meting-2024", "Waarde", "12,50")), root).is_empty


def test_a_row_that_one_removed_and_the_other_changed(root: Path, two: Callable[[Edit, Edit], Path]) -> None:
    path = two(deleting("Metingen", "meting-2024"), setting("Metingen", "meting-2024", "Ruw", "13"))

    ((place, _, message, _),) = faults_of(path, root)

    assert place == "Metingen, rij 2"
    assert message == "U veranderde 'meting-2024', maar iemand haalde die rij intussen uit het register."


def test_a_row_that_one_changed_and_the_other_removed(root: Path, two: Callable[[Edit, Edit], Path]) -> None:
    path = two(setting("Metingen", "meting-2024", "Ruw", "13"), deleting("Metingen", "meting-2024"))

    ((place, _, message, _),) = faults_of(path, root)

    assert place == "Metingen"
    assert message == "U haalde 'meting-2024' weg, maar iemand veranderde die rij intussen: Ruw was '12' en is nu '13'."


def test_a_row_that_both_removed_is_gone(root: Path, two: Callable[[Edit, Edit], Path]) -> None:
    gone = deleting("Verklaringen", "verklaring-1")

    assert take_over(two(gone, gone), root).is_empty


def test_new_rows_of_both_stay_each_with_its_own_id(root: Path, two: Callable[[Edit, Edit], Path]) -> None:
    new = {"Document": "Agenda van Dorp 2025", "Vindplaatsen": "v-actie"}

    take_over(two(adding("Acties", Naam="Wandelen", **new), adding("Acties", Naam="Fietsen", **new)), root)

    lines = files_of(root)["dorp/acties.csv"].decode().splitlines()
    assert [line.split(",")[:3] for line in lines[-2:]] == [["actie-3", "", "Wandelen"], ["actie-4", "", "Fietsen"]]


def test_one_new_id_for_two_things_is_a_conflict(root: Path, two: Callable[[Edit, Edit], Path]) -> None:
    new = {"Id": "actie-9", "Document": "Agenda van Dorp 2025", "Vindplaatsen": "v-actie"}

    ((place, column, message, _),) = faults_of(
        two(adding("Acties", Naam="Wandelen", **new), adding("Acties", Naam="Fietsen", **new)), root
    )

    assert (place, column) == ("Acties, cel C4", "Naam")
    assert message == "'actie-9' was leeg, is nu in het register 'Wandelen' en in het werkboek 'Fietsen'."


def test_rows_that_came_after_the_workbook_stay(root: Path, two: Callable[[Edit, Edit], Path]) -> None:
    path = two(
        adding("Acties", Naam="Wandelen", Document="Agenda van Dorp 2025", Vindplaatsen="v-actie"),
        setting("Acties", "actie-2", "Naam", "Tuin aanleggen"),
    )

    assert [change.id for change in take_over(path, root).changed] == ["actie-2"]
    assert b"Wandelen" in files_of(root)["dorp/acties.csv"]


def test_an_old_name_still_means_the_same_row(root: Path, two: Callable[[Edit, Edit], Path]) -> None:
    path = two(
        setting("Partners", "sportclub-noord", "Naam", "Sportclub Dorp-Noord"),
        setting("Acties", "actie-2", "Trekker", "Sportclub Noord"),
    )

    (change,) = take_over(path, root).changed

    assert change.texts["trekker"] == "sportclub-noord"

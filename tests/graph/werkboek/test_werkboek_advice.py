"""What the program advises who made a mistake in the workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from werkboek_case import edit, faults_of, make_workbook, setting


@pytest.fixture
def root(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


@pytest.fixture
def path(root: Path, tmp_path: Path) -> Path:
    return make_workbook(root, tmp_path / "register.xlsx")


def test_a_number_is_shown_as_a_dutch_excel_takes_it(root: Path, path: Path) -> None:
    edit(path, setting("Metingen", "meting-2024", "Waarde", "12 %"))

    ((place, _, _, advice),) = faults_of(path, root)

    assert place.startswith("Metingen, cel ")
    assert advice == "Schrijf alleen een getal, zoals 1144 of 12,5."


@pytest.mark.parametrize("title", ["Acties 2026", "Actie", "Onze acties"])
def test_a_sheet_with_another_name_is_pointed_at(root: Path, path: Path, title: str) -> None:
    edit(path, lambda book: setattr(book["Acties"], "title", title))

    ((_, _, _, advice),) = faults_of(path, root)

    assert advice.startswith(f"Heet het nu '{title}'? Geef het zijn naam terug.")

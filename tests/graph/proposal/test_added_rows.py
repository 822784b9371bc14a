"""Rows that a judge adds to a workbook without an id get one of their name, and keep it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from proposal_case import Edit, judge, propose, read_case, tables, write_proposal

from beleidsspoor.graph.check import check_register
from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.files import write_all_whole
from beleidsspoor.graph.proposal.plan import Plan
from beleidsspoor.graph.proposal.taking_over import plan_takeover
from beleidsspoor.graph.proposal.telling import tell_plan
from beleidsspoor.graph.register.schema import load_schema

ACTION = {"naam": "Buurthuis openen", "document": "uitvoeringsprogramma-jeugd-2026", "vindplaatsen": "uj26-v008"}


@pytest.fixture
def root(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


@pytest.fixture
def voorstel(root: Path, tmp_path: Path) -> Path:
    return write_proposal(propose(root, read_case(tmp_path / "documenten")), tmp_path / "voorstel.xlsx")


def adding(*rows: dict[str, str], judgement: str | None = "ja") -> Edit:
    """An edit that adds these rows below a line that is left empty."""

    def edit(sheet: Worksheet, columns: dict[str, int]) -> None:
        below = sheet.max_row + 2
        for number, cells in enumerate(rows, start=below):
            for name, value in {"oordeel": judgement, **cells}.items():
                sheet.cell(number, columns[name]).value = value

    return edit


def take_over(path: Path, root: Path) -> Plan:
    plan, files = plan_takeover(path, root)
    write_all_whole(files)
    return plan


def added(plan: Plan, table: str) -> list[str]:
    return [change.id for change in plan.added if change.row.table == table]


def test_the_id_is_made_of_the_name_like_those_above_it_and_told(root: Path, voorstel: Path) -> None:
    partner = {"naam": "Stichting De Brug", "soort": "organisatie", "niveau": "lokaal", "vindplaatsen": "uj26-v008"}

    plan = take_over(judge(voorstel, Acties=adding(ACTION), Partners=adding(partner)), root)

    assert added(plan, "acties") == ["uj26-actie-01", "uj26-actie-02", "uj26-actie-buurthuis-openen"]
    assert "stichting-de-brug" in added(plan, "partners")
    lines = tell_plan(plan, load_schema()).splitlines()
    assert "Blad Acties, rij 5 had geen id, en kreeg: uj26-actie-buurthuis-openen" in lines
    assert not any("rij 2 had geen id" in line for line in lines)
    assert not check_register(root)


def test_once_more_it_is_the_same_row(root: Path, voorstel: Path) -> None:
    path = judge(voorstel, Acties=adding(ACTION, {**ACTION, "jaren": "2027"}))
    assert added(take_over(path, root), "acties")[2:] == [
        "uj26-actie-buurthuis-openen",
        "uj26-actie-buurthuis-openen-2",
    ]
    before = tables(root)

    assert take_over(path, root).is_empty
    assert tables(root) == before


def test_an_id_of_another_row_is_not_given(root: Path, voorstel: Path) -> None:
    typed = {**ACTION, "id": "uj26-actie-buurthuis-openen", "naam": "Ander buurthuis openen"}
    theme = root / "dorp" / "themas.csv"
    theme.write_bytes(theme.read_bytes() + b"uj26-actie-buurthuis-openen-2,9,Anders,,agenda-2025,,v-wet\n")

    plan = take_over(judge(voorstel, Acties=adding(ACTION, typed)), root)

    assert set(added(plan, "acties")[2:]) == {"uj26-actie-buurthuis-openen", "uj26-actie-buurthuis-openen-3"}


def test_a_row_that_was_changed_in_the_register_since_is_left(root: Path, voorstel: Path) -> None:
    take_over(judge(voorstel, Acties=adding(ACTION)), root)
    path = root / "dorp" / "acties.csv"
    path.write_bytes(path.read_bytes().replace(b"Buurthuis openen", b"Een huis voor iedereen"))

    plan = take_over(voorstel, root)

    assert [row.texts["id"] for row, _ in plan.skipped] == ["uj26-actie-buurthuis-openen"]
    assert plan.is_empty


def test_a_figure_is_called_after_its_indicator(root: Path, voorstel: Path) -> None:
    figure = {
        "indicator": "uj26-indicator-01", "document": "uitvoeringsprogramma-jeugd-2026", "periode": "2027",
        "soort": "begroot", "waarde": "40", "ruw": "40", "vindplaatsen": "uj26-v005",
    }  # fmt: skip

    plan = take_over(judge(voorstel, Metingen=adding(figure, judgement=None)), root)

    assert "uj26-indicator-01-b2027" in added(plan, "metingen")
    assert not check_register(root)


def test_what_has_no_name_is_called_after_what_it_ties_together(root: Path, voorstel: Path) -> None:
    mention = {"in": "uj26-actie-01", "wat": "sportclub-noord", "vorm": "Noord", "vindplaatsen": "uj26-v004"}

    plan = take_over(judge(voorstel, Vermeldingen=adding(mention)), root)

    assert "uj26-verm-uj26-actie-01-sportclub-noord-noord" in added(plan, "vermeldingen")


def test_without_a_name_it_is_told_in_its_row(root: Path, voorstel: Path) -> None:
    before = tables(root)
    path = judge(voorstel, Acties=adding({"toelichting": "Nog bespreken"}), Themas=adding({}))

    with pytest.raises(InputFaults) as raised:
        plan_takeover(path, root)

    message = "Deze rij heeft geen id en geen naam."
    places = [fault.file for fault in raised.value.faults if fault.message == message]
    assert places == ["voorstel.xlsx, blad Themas, rij 4", "voorstel.xlsx, blad Acties, rij 5"]
    assert tables(root) == before


def test_an_added_row_that_is_not_judged_needs_no_name(root: Path, voorstel: Path) -> None:
    plan = take_over(judge(voorstel, Acties=adding({"toelichting": "Nog bespreken"}, judgement="later")), root)

    assert added(plan, "acties") == ["uj26-actie-01", "uj26-actie-02"]

"""A thema fits on six pages, whatever the register: estimated by the limits, measured on a real PDF."""

from __future__ import annotations

import datetime
import io
import itertools
from pathlib import Path

import pypdfium2
import pytest
from question_register import question_tables, write_question_register
from small_register import Tables

from beleidsspoor.graph.dataset import Dataset, open_dataset
from beleidsspoor.graph.dossier.chapter import thema_chapter
from beleidsspoor.graph.dossier.limits import PAGES, STEPS, lines_of
from beleidsspoor.graph.dossier.material import Material
from beleidsspoor.graph.dossier.model import Block, DataTable, Dossier, Paragraph, Section
from beleidsspoor.graph.scope import make_scope
from beleidsspoor.graph.show.dossier.writing import write_dossier

DAY = datetime.date(2026, 3, 1)


def chapters(dataset: Dataset, gemeente: str) -> dict[str, tuple[list[Block], list[Block]]]:
    """The chapter and annex of each thema and doelenboom, by its id."""
    material = Material.read(dataset, make_scope(dataset.store, [gemeente]), DAY)
    tops = [element for element in material.own if element.soort in ("Thema", "Doelenboom")]
    return {top.id: thema_chapter(material, top) for top in tops}


def pages_of(blocks: list[Block]) -> int:
    """The pages that these blocks take as PDF, without the front page."""
    with pypdfium2.PdfDocument(io.BytesIO(write_dossier(Dossier("D", "", (), tuple(blocks)), ".pdf"))) as document:
        return len(document) - 1


def crowded() -> Tables:
    """A register with one thema that holds far more than six pages can, all with long names."""
    tables = question_tables()
    long = " die samen met heel veel partners in alle dorpen en wijken van onze gemeente wordt aangepakt" * 2
    about = {"document": "agenda", "vindplaatsen": "v"}
    for goal in range(30):
        tables["dorp/opgaven"].append(
            {**about, "id": f"g{goal}", "naam": f"Opgave {goal}{long}", "onderdeel_van": "t1"}
        )
        for number in range(9):
            tables["dorp/subdoelen"].append(
                {**about, "id": f"g{goal}s{number}", "naam": f"Subdoel {number}{long}", "onderdeel_van": f"g{goal}"}
            )
            tables["dorp/acties"].append(
                {**about, "id": f"g{goal}a{number}", "naam": f"Actie {number} met een naam van een gewone lengte",
                 "onderdeel_van": f"g{goal}", "jaren": "2026", "betrokkenen": "club;stil;landelijk:inwoners"}
            )  # fmt: skip
    return tables


def test_a_crowded_thema_fits_and_loses_nothing(tmp_path: Path) -> None:
    main, annex = chapters(open_dataset(write_question_register(tmp_path, crowded())), "dorp")["t1"]
    assert pages_of(main) <= PAGES
    headings = {block.text.partition(" die ")[0] for block in [*main, *annex] if isinstance(block, Section)}
    assert {f"Opgave: Opgave {goal}" for goal in range(30)} <= headings
    tables = [block for block in annex if isinstance(block, DataTable)]
    assert sum(len(table.rows) for table in tables) >= 30 * 9


@pytest.mark.parametrize("gemeente", ["twenterand", "hellendoorn"])
def test_every_thema_of_the_shipped_register_fits(gemeente: str) -> None:
    for name, (main, _) in chapters(open_dataset(), gemeente).items():
        assert pages_of(main) <= PAGES, name


def test_a_small_thema_is_not_cut(tmp_path: Path) -> None:
    main, annex = chapters(open_dataset(write_question_register(tmp_path)), "dorp")["t1"]
    assert not [block for block in annex if isinstance(block, Section) and block.text.startswith("Alle acties")]
    assert pages_of(main) <= 4


def test_each_step_allows_less_than_the_one_before() -> None:
    for wide, narrow in itertools.pairwise(STEPS):
        pairs = [(getattr(wide, name), getattr(narrow, name)) for name in wide.__dataclass_fields__]
        assert all(more >= less > 0 for more, less in pairs)
        assert any(more > less for more, less in pairs)


def test_a_longer_text_takes_more_lines() -> None:
    assert lines_of([Paragraph("kort")]) < lines_of([Paragraph("lang " * 100)])

"""From a document to a register that can be found back in it: reading, recognising, judging all 'ja', taking over."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposal_case import judge, tables, write_proposal

from beleidsspoor.graph.check import check_register
from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.files import write_all_whole
from beleidsspoor.graph.proposal.drawing import draw_up
from beleidsspoor.graph.proposal.reading import read_as
from beleidsspoor.graph.proposal.taking_over import plan_takeover
from beleidsspoor.graph.recognise.recognising import recognise
from beleidsspoor.graph.register.new_ruimte import find_municipality, start_ruimte
from beleidsspoor.graph.register.reading import read_register
from beleidsspoor.graph.sources import check_sources

MAG = "000_bfbadc6fe643d239.txt"


def take_all(document: Path, root: Path, workbook: Path) -> int:
    """Everything that is recognised in a document goes into an empty register; gives how many rows were added."""
    folder, *_ = start_ruimte(root, find_municipality("Twenterand"))
    register, _ = read_register(root)
    read = read_document(document)
    proposal = draw_up([read_as(document, read, recognise(read, register))], register, folder.name)
    plan, files = plan_takeover(judge(write_proposal(proposal, workbook)), root)
    write_all_whole(files)
    return len(plan.added)


@pytest.mark.bronnen
@pytest.mark.parametrize("number", range(5))
def test_a_real_document_comes_back_whole(bronnen: Path, tmp_path: Path, number: int) -> None:
    root = tmp_path / "data"

    added = take_all(sorted(bronnen.glob("*.txt"))[number], root, tmp_path / "voorstel.xlsx")

    assert added > 20
    assert not check_register(root)
    report = check_sources(open_dataset(root), bronnen)
    assert report.found == report.total > 10
    assert not report.faults
    before = tables(root)
    assert plan_takeover(tmp_path / "voorstel.xlsx", root)[0].is_empty
    assert tables(root) == before


@pytest.mark.bronnen
def test_a_task_that_is_listed_and_worked_out_is_one_row(bronnen: Path, tmp_path: Path) -> None:
    take_all(bronnen / MAG, tmp_path / "data", tmp_path / "voorstel.xlsx")

    register = open_dataset().register
    by_hand = [row.one("nummer") for row in register.rows_of("opgaven") if row.one("document") == "mag-2025"]
    made, _ = read_register(tmp_path / "data")
    assert [row.one("nummer") for row in made.rows_of("opgaven")] == by_hand


@pytest.mark.bronnen
def test_what_a_person_put_in_the_register_is_recognised_as_the_same(bronnen: Path) -> None:
    register = open_dataset().register
    read = read_document(bronnen / MAG)

    proposal = draw_up([read_as(bronnen / MAG, read, recognise(read, register))], register, "twenterand")

    found = [row for row in proposal.rows if row.table in ("themas", "opgaven", "subdoelen", "acties")]
    assert {row.stand for row in found} == {"hetzelfde"}
    own = {row.id for row in register.rows_of("acties") if row.one("document") == "mag-2025"}
    assert {row.id for row in found if row.table == "acties"} == own


@pytest.mark.parametrize("form", ["html", "docx", "md"])
def test_a_document_of_any_form_is_found_back(form: str, tmp_path: Path) -> None:
    document = tmp_path / f"plan.{form}"
    lines = ("Wij openen een buurthuis in 2026.", "De bibliotheek geeft taallessen aan ouders.")
    if form == "docx":
        from docx import Document

        word = Document()
        word.add_heading("Uitvoeringsagenda Welzijn 2026", 0)
        word.add_heading("Acties", 1)
        for line in lines:
            word.add_paragraph(line, style="List Bullet")
        word.save(str(document))
    elif form == "html":
        items = "".join(f"<li>{line}</li>" for line in lines)
        text = f"<html><body><main><h1>Uitvoeringsagenda 2026</h1><h2>Acties</h2><ul>{items}</ul></main></body></html>"
        document.write_text(text, encoding="utf-8")
    else:
        document.write_text(
            "# Agenda 2026\n\n## Acties\n\n" + "".join(f"- {line}\n" for line in lines), encoding="utf-8"
        )
    root = tmp_path / "data"

    take_all(document, root, tmp_path / "voorstel.xlsx")

    report = check_sources(open_dataset(root), tmp_path)
    assert report.found == report.total >= 2
    assert not report.faults

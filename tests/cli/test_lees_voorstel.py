"""beleidsspoor lees, as a user runs it: the proposal in Excel."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Run
from openpyxl import load_workbook
from PIL import Image
from proposal_case import heads, judge
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas
from small_register import AGENDA

PLAN = """Uitvoeringsagenda Welzijn 2026

Thema 1: Meedoen

Wat gaan we daarvoor doen?

- Wij openen in 2026 een buurthuis in Laagkerk.
- Sportclub Noord geeft lessen aan ouderen.
"""


@pytest.fixture
def root(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_a_document_becomes_a_workbook_to_judge(run: Run, root: Path, plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "voorstel.xlsx"

    code, shown, _ = run("lees", plan, "--ruimte", "dorp", "--data", root, "-o", target)

    assert code == 0
    assert f"Geschreven: {target}" in shown
    assert f"beleidsspoor neem-over {target}" in shown
    workbook = load_workbook(target)
    assert workbook.sheetnames[0] == "Leeswijzer"
    assert "oordeel" in heads(workbook["Acties"])


def test_what_is_read_can_be_taken_over_and_found_back(run: Run, root: Path, plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "voorstel.xlsx"
    run("lees", plan, "--ruimte", "dorp", "--data", root, "-o", target)

    code, shown, told = run("neem-over", judge(target), "--data", root)

    assert code == 0, told
    assert "Nieuw in acties: 2" in shown
    (tmp_path / "agenda.txt").write_bytes(AGENDA.encode())
    _, shown, _ = run("controleer", "--data", root, "--bronnen", tmp_path)
    (line,) = [line for line in shown.splitlines() if "uitvoeringsagenda-welzijn-2026" in line]
    assert "het bestand klopt" in line


def test_without_a_name_it_is_voorstel_xlsx_here(
    run: Run, root: Path, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    code, shown, _ = run("lees", plan, "--ruimte", "dorp", "--data", root)

    assert code == 0
    assert "Geschreven: voorstel.xlsx" in shown


def test_a_workbook_that_may_have_been_judged_is_not_overwritten(
    run: Run, root: Path, plan: Path, tmp_path: Path
) -> None:
    target = tmp_path / "voorstel.xlsx"
    target.write_bytes(b"oordeel")

    code, _, told = run("lees", plan, "--ruimte", "dorp", "--data", root, "-o", target)

    assert code == 1
    assert "er kan een oordeel in staan" in told
    assert target.read_bytes() == b"oordeel"


def test_a_known_document_tells_its_own_municipality(run: Run, root: Path, tmp_path: Path) -> None:
    (tmp_path / "agenda.txt").write_bytes(AGENDA.encode())

    code, _, _ = run("lees", tmp_path / "agenda.txt", "--data", root, "-o", tmp_path / "voorstel.xlsx")

    assert code == 0
    sheet = load_workbook(tmp_path / "voorstel.xlsx")["Documenten"]
    assert sheet.cell(2, heads(sheet)["stand"]).value == "hetzelfde"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [((), "Geef de map met --ruimte."), (("--ruimte", "drop"), "Bedoelt u dorp? Begin anders met: beleidsspoor nieuw")],
)
def test_without_a_municipality_it_says_what_to_do(
    run: Run, root: Path, plan: Path, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    code, _, told = run("lees", plan, "--data", root, "-o", tmp_path / "voorstel.xlsx", *arguments)

    assert code == 1
    assert message in told
    assert not (tmp_path / "voorstel.xlsx").exists()


def test_a_folder_is_read_with_progress_and_what_fails_makes_the_code_one(
    run: Run, root: Path, plan: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    plan.rename(folder / "plan.txt")
    (folder / "kapot.docx").write_bytes(b"geen Word")
    (folder / "foto.jpg").write_bytes(b"geen document")
    (folder / "oud.doc").write_bytes(b"geen document meer")
    (folder / "~$plan.docx").write_bytes(b"Word heeft plan.docx open")
    (folder / "onder").mkdir()

    code, _, told = run("lees", folder, "--ruimte", "dorp", "--data", root, "-o", tmp_path / "voorstel.xlsx")

    assert code == 1
    assert "Lezen, 1 van 2: kapot.docx" in told
    assert "Lezen, 2 van 2: plan.txt" in told
    assert f"Niet gelezen in {folder}: foto.jpg, onder/, oud.doc. Gelezen worden: .docx" in told
    assert "~$" not in told
    assert "niets geschreven" not in told
    assert "Acties" in load_workbook(tmp_path / "voorstel.xlsx").sheetnames


def test_the_name_of_the_file_chooses_the_form(run: Run, root: Path, plan: Path, tmp_path: Path) -> None:
    assert run("lees", plan, "--data", root, "-o", tmp_path / "uit.json")[0] == 0
    assert json.loads((tmp_path / "uit.json").read_bytes())["document"] == "plan.txt"

    code, _, told = run("lees", plan, "--data", root, "-o", tmp_path / "uit.docx")
    assert code == 2
    assert ".xlsx" in told


def test_a_document_of_another_municipality_is_told_and_still_read(run: Run, root: Path, tmp_path: Path) -> None:
    (tmp_path / "visie.txt").write_text("Visie op zorg\n\n" + "De gemeente Almelo helpt.\n" * 3, encoding="utf-8")

    code, shown, told = run(
        "lees", tmp_path / "visie.txt", "--ruimte", "dorp", "--data", root, "-o", tmp_path / "voorstel.xlsx"
    )

    assert code == 0
    assert "Geschreven" in shown
    assert "visie.txt: Dit document lijkt van gemeente Almelo, niet van Dorp" in told


def test_of_a_scan_no_workbook_is_written(run: Run, root: Path, plan: Path, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    sheet = canvas.Canvas(str(scan))
    sheet.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)
    sheet.showPage()
    sheet.save()
    target = tmp_path / "voorstel.xlsx"

    code, shown, told = run("lees", scan, "--ruimte", "dorp", "--data", root, "-o", target)

    assert (code, shown) == (1, "")
    assert "scan.pdf: Geen enkele bladzijde van dit document is te lezen." in told
    assert "OCR" in told
    assert told.endswith("Er is geen voorstel geschreven.\n")
    assert not target.exists()

    code, _, told = run("lees", scan, plan, "--ruimte", "dorp", "--data", root, "-o", target)

    assert code == 1
    assert "geen voorstel" not in told
    assert target.exists()

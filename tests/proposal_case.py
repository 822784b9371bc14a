"""A document for the municipality of the small register, what is recognised in it, and a judge of workbooks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.proposal.drawing import draw_up
from beleidsspoor.graph.proposal.form import JUDGEMENT
from beleidsspoor.graph.proposal.model import Proposal, ReadDocument
from beleidsspoor.graph.proposal.reading import read_as
from beleidsspoor.graph.proposal.workbook import to_workbook
from beleidsspoor.graph.recognise.model import DOUBTFUL, LIKELY, Cell, Finding, Mention, Recognition, Signal
from beleidsspoor.graph.register.reading import read_register
from beleidsspoor.graph.register.schema import load_schema

TITLE = "Uitvoeringsprogramma Jeugd 2026"
TEXT = """Uitvoeringsprogramma Jeugd 2026

1 Opgroeien in Dorp

1.1 Kinderen groeien veilig op
Wij starten in 2026 met een inloop voor ouders, samen met Stichting Het Anker.
Sportclub Noord geeft 12 lessen.

Aantal ouders in de inloop\t20\t35
Jeugdhulp\t1.200\t1.250,50

Een losse alinea waar niemand iets in herkent.
"""

FINDINGS = (
    Finding("thema", "Opgroeien in Dorp", 3, 3, "Kop met nummer.", number="1"),
    Finding("opgave", "Kinderen groeien veilig op", 5, 5, "Kop met nummer.", number="1.1", parent="1"),
    Finding(
        "actie", "Wij starten in 2026 met een inloop voor ouders, samen met Stichting Het Anker.", 6, 6,
        "Staat onder een opgave.", LIKELY, parent="1.1", doer="Wij", years=(2026,),
    ),
    Finding(
        "actie", "Sportclub Noord geeft 12 lessen.", 7, 7, "Staat onder een opgave.", LIKELY, parent="1.1",
        doer="Sportclub Noord", amount="12 lessen",
    ),
    Finding(
        "indicator", "Aantal ouders in de inloop", 9, 9, "Rij van een tabel.", parent="1.1", unit="aantal",
        cells=(Cell("2025", "realisatie", "20", 20.0), Cell("2026", "begroot", "35", 35.0)),
    ),
    Finding(
        "budget", "Jeugdhulp", 10, 10, "Rij van een tabel.", money_kind="lasten",
        cells=(Cell("2025", "realisatie", "1.200", 1200.0), Cell("2026", "begroot", "1.250,50", 1250.5)),
    ),
)  # fmt: skip
MENTIONS = (
    Mention(
        "partner", "Stichting Het Anker", "Stichting Het Anker", 6, "Heeft de vorm ‘Stichting …’.", DOUBTFUL,
        item=FINDINGS[2].label,
    ),
    Mention(
        "partner", "Sportclub Noord", "Sportclub Noord", 7, "Naam uit het register.",
        reference="dorp:sportclub-noord", item=FINDINGS[3].label,
    ),
)  # fmt: skip
SIGNALS = (Signal(6, "geen uitvoerder", "De actie zegt niet wie haar doet."),)

#: What a judge does with a sheet: it gets the sheet and its headings with their columns.
Edit = Callable[[Worksheet, dict[str, int]], None]


def read_case(
    folder: Path, findings: Sequence[Finding] = FINDINGS, mentions: Sequence[Mention] = MENTIONS, text: str = TEXT
) -> ReadDocument:
    """The document, written to `folder` and read, with these findings."""
    path = folder / "jeugd.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return read_as(path, read_document(path), Recognition(tuple(findings), tuple(mentions), SIGNALS))


def propose(root: Path, *documents: ReadDocument, ruimte: str = "dorp") -> Proposal:
    """The proposal for these documents; the register under `root` must have no faults."""
    register, faults = read_register(root)
    assert not faults
    return draw_up(documents, register, ruimte)


def write_proposal(proposal: Proposal, path: Path) -> Path:
    """The workbook of a proposal on disk."""
    path.write_bytes(to_workbook(proposal, load_schema()))
    return path


def judge(path: Path, judgement: str = "ja", **edits: Edit) -> Path:
    """Give every row this judgement, then edit the sheets by their names, as a person does, and save."""
    workbook = load_workbook(path)
    for sheet in sheets_of(workbook):
        columns = heads(sheet)
        for row in range(2, sheet.max_row + 1):
            if sheet.cell(row, columns["id"]).value:
                sheet.cell(row, columns[JUDGEMENT]).value = judgement
    for name, edit in edits.items():
        edit(workbook[name], heads(workbook[name]))
    workbook.save(path)
    return path


def sheets_of(workbook: Workbook) -> list[Worksheet]:
    """The sheets that are judged."""
    return [sheet for sheet in workbook.worksheets if {"id", JUDGEMENT} <= set(heads(sheet))]


def heads(sheet: Worksheet) -> dict[str, int]:
    """The headings of a sheet with their columns."""
    return {str(cell.value): cell.column for cell in sheet[1] if cell.value is not None and cell.column is not None}


def place_of(path: Path, sheet: str, row: int, column: str) -> str:
    """How a message calls a cell of a workbook."""
    cell = load_workbook(path)[sheet]
    return f"blad {sheet}, cel {cell.cell(row, heads(cell)[column]).coordinate}"


def setting(row: int, column: str, value: object) -> Edit:
    """An edit of one cell."""

    def edit(sheet: Worksheet, columns: dict[str, int]) -> None:
        sheet.cell(row, columns[column]).value = value  # type: ignore[assignment]

    return edit


def tables(root: Path) -> dict[str, bytes]:
    """Every file of a register, by its path."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.*sv"))}

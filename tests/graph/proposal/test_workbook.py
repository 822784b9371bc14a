"""The workbook that a person judges."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from proposal_case import FINDINGS, TEXT, heads, propose, read_case

from beleidsspoor.graph.documents.model import UNREAD, LeftOut, Page
from beleidsspoor.graph.excel.table_sheets import column_letter
from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.proposal.columns import lay_out
from beleidsspoor.graph.proposal.form import JUDGEMENT, JUDGEMENTS, PROPOSED, SEEN
from beleidsspoor.graph.proposal.model import Proposal
from beleidsspoor.graph.proposal.wording import SHORT_LABELS
from beleidsspoor.graph.proposal.workbook import to_workbook
from beleidsspoor.graph.recognise.model import Finding
from beleidsspoor.graph.register.schema import Kind, load_schema


def opened(proposal: Proposal) -> Workbook:
    return load_workbook(io.BytesIO(to_workbook(proposal, load_schema())))


def column(sheet: Worksheet, head: str) -> list[object]:
    at = heads(sheet)[head]
    return [sheet.cell(row, at).value for row in range(2, sheet.max_row + 1)]


def words(workbook: Workbook, sheet: Worksheet, head: str) -> list[object]:
    """The words of the drop-down of a column."""
    cell = sheet.cell(2, heads(sheet)[head]).coordinate
    (found,) = [each for each in sheet.data_validations.dataValidation if cell in each.sqref]
    name, _, area = str(found.formula1).partition("!")
    return [each.value for (each,) in workbook[name][area.replace("$", "")]]


def test_a_sheet_for_each_class_after_the_guide(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    workbook = opened(propose(klein_register(), read_case(tmp_path)))

    assert workbook.sheetnames == [
        "Leeswijzer", "Documenten", "Partners", "Themas", "Opgaven", "Acties", "Indicatoren", "Metingen",
        "Budgetposten", "Bedragen", "Verbanden", "Vermeldingen", "Hier ontbreekt iets", "Vindplaatsen", "Techniek", "Keuzelijsten",
    ]  # fmt: skip
    assert [sheet.sheet_state for sheet in workbook.worksheets[-4:]] == ["visible", "hidden", "hidden", "hidden"]


def test_a_sheet_has_every_column_of_the_register_once() -> None:
    for table in load_schema().tables.values():
        heads = lay_out(table, []).heads
        assert {each.name for each in table.columns} < set(heads)
        assert {JUDGEMENT, "stand", "passage", "let op", "verschil", PROPOSED, SEEN} < set(heads)
        assert len(set(heads)) == len(heads)


def test_what_the_judge_needs_comes_first_and_the_rest_is_tucked_away(
    klein_register: Callable[..., Path], tmp_path: Path
) -> None:
    sheet = opened(propose(klein_register(), read_case(tmp_path)))["Acties"]

    shown = [head for head, at in heads(sheet).items() if not sheet.column_dimensions[column_letter(at)].hidden]
    assert shown == [
        "oordeel", "stand", "naam", "hangt onder", "passage", "regels", "zekerheid", "trekker", "genoemde_trekker",
        "jaren", "toegezegd", "let op",
    ]  # fmt: skip
    tucked = {
        head: sheet.column_dimensions[column_letter(at)] for head, at in heads(sheet).items() if head not in shown
    }
    assert {"id", "document", "onderdeel_van", "vindplaatsen", "waarom", "blz", "kernen"} < set(tucked)
    assert {each.outlineLevel for head, each in tucked.items() if head not in (PROPOSED, SEEN)} == {1}


def test_a_required_column_stays_in_sight_when_it_is_empty(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    principle = Finding("criterium", "Dichtbij", 3, 3, "Staat onder ‘criteria’.")

    sheet = opened(propose(klein_register(), read_case(tmp_path, findings=(principle,), mentions=())))["Criteria"]

    assert not sheet.column_dimensions[column_letter(heads(sheet)["herkomst"])].hidden


def test_a_sheet_is_printed_on_pages_that_can_be_read(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    workbook = opened(propose(klein_register(), read_case(tmp_path)))

    for sheet in (each for each in workbook.worksheets if each.sheet_state == "visible"):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        dimensions = sheet.column_dimensions.values()
        assert sum(each.width for each in dimensions if not each.hidden) <= 210, sheet.title
    acties = workbook["Acties"]
    assert acties.print_title_rows == "$1:$1"
    # The long passage of the first action needs more than one line.
    assert acties.row_dimensions[2].height > 15


def test_the_passage_of_a_figure_is_for_the_screen_alone(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    name = "Aantal ouders dat in de inloop komt praten over het opvoeden van hun kinderen"
    text = TEXT.replace("Aantal ouders in de inloop", name + " (bron: eigen telling van de inloop in het dorpshuis)")
    findings = (*FINDINGS[:4], replace(FINDINGS[4], label=name))

    sheet = opened(propose(klein_register(), read_case(tmp_path, findings=findings, text=text)))["Metingen"]

    shown = [head for head, at in heads(sheet).items() if not sheet.column_dimensions[column_letter(at)].hidden]
    assert shown[-1] == "passage"
    last = column_letter(heads(sheet)["passage"] - 1)
    assert sheet.print_area == f"'Metingen'!$A$1:${last}$3"
    # So a figure takes one line of the paper, however long its passage is.
    assert {sheet.row_dimensions[row].height for row in (2, 3)} == {None}


def test_what_is_named_otherwise_is_tucked_away(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    workbook = opened(propose(klein_register(), read_case(tmp_path)))

    for title, columns in (("Verbanden", ("van", "naar")), ("Vermeldingen", ("wat",))):
        sheet = workbook[title]
        assert all(sheet.column_dimensions[column_letter(heads(sheet)[each])].hidden for each in columns)
        assert all(column(sheet, "hangt onder"))


def test_the_document_of_a_missed_passage_is_in_sight_when_there_are_more(
    klein_register: Callable[..., Path], tmp_path: Path
) -> None:
    one, root = read_case(tmp_path), klein_register()
    other = read_case(tmp_path / "ander", findings=(), mentions=(), text="Visie op zorg\n\nEen alinea zonder iets.\n")

    for documents, hidden in (((one,), True), ((one, other), False)):
        sheet = opened(propose(root, *documents))["Hier ontbreekt iets"]
        assert sheet["A1"].value == "document"
        assert sheet.column_dimensions["A"].hidden == hidden


def test_a_row_has_its_passage_place_rule_and_certainty(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    sheet = opened(propose(klein_register(), read_case(tmp_path)))["Acties"]

    told = {head: column(sheet, head)[1] for head in heads(sheet)}
    assert told["passage"] == "Sportclub Noord geeft 12 lessen."
    assert (told["regels"], told["waarom"], told["zekerheid"]) == ("7", "Staat onder een opgave.", "waarschijnlijk")
    assert (told["stand"], told["oordeel"], told["gezien"]) == ("nieuw", None, None)
    assert told["hangt onder"] == "Kinderen groeien veilig op"
    assert sheet.column_dimensions[sheet.cell(1, heads(sheet)["gezien"]).column_letter].hidden


def test_lists_are_drop_downs(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    workbook = opened(propose(klein_register(), read_case(tmp_path)))

    schema = load_schema()
    for sheet in workbook.worksheets[1:-4]:
        assert words(workbook, sheet, "oordeel") == list(JUDGEMENTS)
        for each in schema.tables[sheet.title.lower()].columns:
            if each.kind is Kind.CHOICE and not each.many:
                assert words(workbook, sheet, each.name) == list(each.choices)
    assert words(workbook, workbook["Indicatoren"], "vervallen") == ["ja", "nee"]


def test_text_that_looks_like_a_formula_or_number_stays_text(
    klein_register: Callable[..., Path], tmp_path: Path
) -> None:
    labels = ('=HYPERLINK("http://x")', "+1", "-2", "@SUM(A1)", "1.10", "1-2")
    themes = tuple(Finding("thema", label, 3, 3, "Kop.", number="1.10") for label in labels)

    sheet = opened(propose(klein_register(), read_case(tmp_path, findings=themes, mentions=())))["Themas"]

    at = heads(sheet)["naam"]
    cells = [sheet.cell(row, at) for row in range(2, 8)]
    assert [cell.value for cell in cells] == list(labels)
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert [cell.quotePrefix for cell in cells] == [True] * 4 + [False] * 2
    assert column(sheet, "nummer") == ["1.10"] * 6


def test_the_guide_tells_what_was_read_and_how_well(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    read = read_case(tmp_path)
    pages = (Page(1, 1, 12, 400, 1), Page(2, 13, 12, 0, 0, UNREAD, "Deze bladzijde is een plaatje."))
    warning = Fault("jeugd.txt", 13, None, "Bladzijde 2 is niet gelezen.", "Laat de tekst herkennen.")
    document = replace(
        read.document, pages=pages, paged=True, warnings=(warning,), left_out=(LeftOut("paginanummer", "2", 1),)
    )

    guide = opened(propose(klein_register(), replace(read, document=document)))["Leeswijzer"]

    rows = [[cell for cell in row if cell is not None] for row in guide.iter_rows(values_only=True)]
    assert ["jeugd.txt", "Uitvoeringsprogramma Jeugd 2026", "uitvoeringsprogramma-jeugd-2026", "1 van 2"] in [
        row[:4] for row in rows
    ]
    assert ["Acties", "Acties", 2, 0, 0, 0, 2, 0] in rows
    assert ["jeugd.txt, blz 2", "Deze bladzijde is een plaatje.", UNREAD, 0] in rows
    assert ["jeugd.txt", "Bladzijde 2 is niet gelezen. Laat de tekst herkennen.", 13] in rows
    assert ["jeugd.txt", "De actie zegt niet wie haar doet.", 6, "geen uitvoerder"] in rows
    assert ["jeugd.txt", "2", 1, "paginanummer"] in rows


def test_what_was_missed_has_a_place_to_use(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    workbook = opened(propose(klein_register(), read_case(tmp_path)))

    sheet = workbook["Hier ontbreekt iets"]
    assert column(sheet, "passage")[-1] == "Een losse alinea waar niemand iets in herkent."
    assert column(sheet, "vindplaats")[-1] in column(workbook["Vindplaatsen"], "id")


def test_the_same_proposal_gives_the_same_bytes(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    proposal = propose(klein_register(), read_case(tmp_path, findings=FINDINGS[:2]))

    assert to_workbook(proposal, load_schema()) == to_workbook(proposal, load_schema())


def test_short_labels_are_those_of_the_shapes() -> None:
    tables = load_schema().tables.values()

    short = {table.name for table in tables for each in table.columns if "twaalf woorden" in each.message}
    assert short == SHORT_LABELS

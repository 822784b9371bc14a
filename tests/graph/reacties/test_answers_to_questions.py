"""An answer to a question of the council is told apart from a remark on the same element, in every form and after."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from answer_case import opened, row_text, write_cell

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.dossier.making import make_dossier
from beleidsspoor.graph.dossier.model import AnswerPlace, Bullets, Dossier, Section
from beleidsspoor.graph.files import write_all_whole
from beleidsspoor.graph.reacties.answer_form import HEADS, JSON_FORM, WHO
from beleidsspoor.graph.reacties.history import remarks
from beleidsspoor.graph.reacties.reading import NewRemark, read_answers
from beleidsspoor.graph.reacties.storing import plan_storing
from beleidsspoor.graph.reacties.versions import version_of
from beleidsspoor.graph.register.reading import Register
from beleidsspoor.graph.register.remark_kinds import remark_kinds
from beleidsspoor.graph.scope import make_scope
from beleidsspoor.graph.show.dossier.as_answer_sheet import to_workbook
from beleidsspoor.graph.show.dossier.as_docx import to_docx
from beleidsspoor.graph.show.remark_tables import remarks_report

ELEMENT = "dorp:thema-1"
QUESTIONS = ("Wie moet zorgen voor twee acties bij “Gezond & <b>wel</b>”?", "Welk cijfer klopt: 12 of 18?")
#: What is written at the place of the element and at that of each question.
TEXTS = ("Mooi thema", "De sportclub", "Achttien")


@pytest.fixture
def register(klein_register: Callable[..., Path]) -> Register:
    return opened(klein_register())


def dossier(register: Register) -> Dossier:
    """Three places to answer about one element: of itself, and of two questions."""
    version = version_of(register, ELEMENT)
    places = [AnswerPlace(ELEMENT, f"Plek {number}", version, asked) for number, asked in enumerate(("", *QUESTIONS))]
    return Dossier("Dossier van Dorp", "Voor de Adviesraad", (), (Section(1, "Gezond leven", "gezond"), *places))


def in_word(path: Path, register: Register) -> Path:
    path.write_bytes(to_docx(dossier(register), tuple(remark_kinds())))
    document = docx.Document(str(path))
    forms = [table for table in document.tables if row_text(table, HEADS["element"])]
    for form, text in zip(forms, TEXTS, strict=True):
        write_cell(form, HEADS["tekst"], text)
        write_cell(form, HEADS["wie"], "Kees")
    assert row_text(forms[0], HEADS["raadsvraag"]) == ""
    document.save(str(path))
    return path


def in_excel(path: Path, register: Register) -> Path:
    path.write_bytes(to_workbook(dossier(register)))
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Uw reacties"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for row, text in enumerate(TEXTS, start=2):
        sheet.cell(row, columns[HEADS["tekst"]], text)
        sheet.cell(row, columns[HEADS["wie"]], "Kees")
    workbook.save(path)
    return path


def in_page(path: Path, register: Register) -> Path:
    version = version_of(register, ELEMENT)
    given = [
        {"element": ELEMENT, "versie": version, "raadsvraag": asked, "soort": "", "tekst": text, "wie": "Kees"}
        for asked, text in zip(("", *QUESTIONS), TEXTS, strict=True)
    ]
    path.write_text(json.dumps({"vorm": JSON_FORM, "dossier": {}, "reacties": given}), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "fill"), [("a.docx", in_word), ("b.xlsx", in_excel), ("c.json", in_page)], ids=["Word", "Excel", "pagina"]
)
def test_each_answer_keeps_its_question(
    register: Register, tmp_path: Path, name: str, fill: Callable[[Path, Register], Path]
) -> None:
    found = read_answers([fill(tmp_path / name, register)], register).remarks

    assert [(each.raadsvraag, each.tekst) for each in found] == list(zip(("", *QUESTIONS), TEXTS, strict=True))


def test_all_forms_give_the_same_remarks(register: Register, tmp_path: Path) -> None:
    forms = {"a.docx": in_word, "b.xlsx": in_excel, "c.json": in_page}
    paths = [fill(tmp_path / name, register) for name, fill in forms.items()]

    assert len(read_answers(paths, register).remarks) == 3


def test_the_question_counts_in_the_id_and_its_absence_does_not() -> None:
    about = ("dorp:a", "0" * 16, "zorg", "Nee", "Kees")

    assert len({NewRemark(*about).id, NewRemark(*about, "Waarom?").id, NewRemark(*about, "Wanneer?").id}) == 3
    assert NewRemark(*about).id == "reactie-bab2e9893a7a"


def test_a_file_of_before_there_were_questions_is_read(register: Register, tmp_path: Path) -> None:
    path = in_page(tmp_path / "c.json", register)
    saved = json.loads(path.read_text(encoding="utf-8"))
    for each in saved["reacties"]:
        del each["raadsvraag"]
    path.write_text(json.dumps(saved), encoding="utf-8")

    assert [each.raadsvraag for each in read_answers([path], register).remarks] == ["", "", ""]


def test_a_row_that_is_added_in_word_answers_the_same_question(register: Register, tmp_path: Path) -> None:
    path = in_word(tmp_path / "a.docx", register)
    document = docx.Document(str(path))
    form = next(table for table in document.tables if row_text(table, HEADS["raadsvraag"]))
    row = next(row for row in form.rows if row.cells[0].text == HEADS["tekst"])
    row._tr.addnext(copy.deepcopy(row._tr))
    row.cells[1].text = "En nog iets"
    document.save(str(path))

    found = read_answers([path], register, "Kees").remarks
    assert {each.tekst for each in found if each.raadsvraag == QUESTIONS[0]} == {"En nog iets", "De sportclub"}


def test_the_list_and_the_next_dossier_say_which_question(register: Register, tmp_path: Path) -> None:
    read = read_answers([in_page(tmp_path / "c.json", register)], register).remarks
    write_all_whole(plan_storing(read, register, "2026-11-22").files)
    dataset = open_dataset(register.root)

    assert [each.raadsvraag for each in remarks(dataset.register)] == ["", *QUESTIONS]
    (table,) = remarks_report(remarks(dataset.register), dataset, make_scope(dataset.store, []), None).tables
    at = [column.key for column in table.columns].index("raadsvraag")
    assert [row[at] for row in table.rows] == ["", *QUESTIONS]
    told = [
        item.text
        for block in make_dossier(dataset, "dorp").blocks if isinstance(block, Bullets)
        for item in block.items if "Kees" in item.text
    ]  # fmt: skip
    assert "over “Gezond leven”: “Mooi thema”" in told[0]
    assert f"over “Gezond leven”, bij de vraag ‘{QUESTIONS[0]}’: “De sportclub”" in told[1]


def test_the_start_of_the_word_file_still_asks_who_it_is(register: Register, tmp_path: Path) -> None:
    document = docx.Document(str(in_word(tmp_path / "a.docx", register)))

    assert [table.rows[0].cells[0].text for table in document.tables].count(WHO) == 1

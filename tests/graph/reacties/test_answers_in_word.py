"""Answers in Word, as people leave them there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from answer_case import Answer, answer, dossier, write_cell, write_word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table

from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.reacties.answer_form import HEADS
from beleidsspoor.graph.reacties.from_word import read_word_answers


@pytest.fixture
def fill(klein_register: Callable[..., Path], tmp_path: Path) -> Callable[..., Path]:
    """Writes a filled Word file."""
    root = klein_register()
    return lambda *answers, who="Kees": write_word(tmp_path / "kees.docx", dossier(root), answers, who)


def read(path: Path) -> list[Answer]:
    """The answers in a file, without the version."""
    return [
        {key: text for key, text in each.cells.items() if key != "versie"} for each in read_word_answers(path).filled
    ]


def first_form(path: Path) -> tuple[docx.document.Document, Table]:
    """The document, and its first answer table."""
    document = docx.Document(str(path))
    return document, next(table for table in document.tables if table.rows[0].cells[0].text == HEADS["element"])


def test_what_is_left_empty_is_no_answer(fill: Callable[..., Path]) -> None:
    assert read_word_answers(fill()).filled == ()


def test_an_answer_is_read_with_its_lines(fill: Callable[..., Path]) -> None:
    path = fill(answer("dorp:actie-1", soort="zorg", tekst="Regel 1\nRegel 2; met =1+1"))

    assert read(path) == [
        {"element": "dorp:actie-1", "soort": "zorg", "tekst": "Regel 1\nRegel 2; met =1+1", "wie": ""}
    ]
    assert read_word_answers(path).who == "Kees"


def test_tables_that_became_one_are_read_apart(fill: Callable[..., Path]) -> None:
    path = fill(answer(tekst="Eerste"), answer(tekst="Tweede"), answer("dorp:thema-1", tekst="Derde"))
    document, _ = first_form(path)
    for paragraph in document.element.body.findall(qn("w:p")):
        document.element.body.remove(paragraph)
    document.save(str(path))

    assert sorted(each["tekst"] for each in read(path)) == ["Derde", "Eerste", "Tweede"]


def test_a_row_added_for_more_text_is_a_second_answer(fill: Callable[..., Path]) -> None:
    path = fill(answer("dorp:thema-1", tekst="Eerste"))
    document, form = first_form(path)
    row = next(row for row in form.rows if row.cells[0].text == HEADS["tekst"])
    added = parse_xml(row._tr.xml)
    row._tr.addnext(added)
    document.save(str(path))

    assert [(each["element"], each["tekst"]) for each in read(path)] == [("dorp:thema-1", "Eerste")] * 2


def test_text_behind_the_head_in_the_same_cell_counts(fill: Callable[..., Path]) -> None:
    path = fill()
    document, form = first_form(path)
    next(row for row in form.rows if row.cells[0].text == HEADS["tekst"]).cells[0].add_paragraph("Hier getypt")
    document.save(str(path))

    assert [each["tekst"] for each in read(path)] == ["Hier getypt"]


def test_what_was_deleted_with_tracked_changes_does_not_count(fill: Callable[..., Path]) -> None:
    path = fill(answer("dorp:thema-1", tekst="Nieuw"))
    document, form = first_form(path)
    cell = next(row for row in form.rows if row.cells[0].text == HEADS["tekst"]).cells[1]
    deleted = f'<w:del {nsdecls("w")} w:id="9" w:author="Kees"><w:r><w:delText>Oud</w:delText></w:r></w:del>'
    cell.paragraphs[0]._p.append(parse_xml(deleted))
    document.save(str(path))

    assert [each["tekst"] for each in read(path)] == ["Nieuw"]


def test_a_row_that_does_not_belong_there_is_told(fill: Callable[..., Path]) -> None:
    path = fill(answer("dorp:thema-1"))
    document, form = first_form(path)
    cells = form.add_row().cells
    cells[0].text, cells[1].text = "Verder nog", "Ik mis wonen"
    document.save(str(path))

    [fault] = read_word_answers(path).faults

    assert fault.file == "kees.docx, antwoord 1 (dorp:thema-1)"
    assert "'Verder nog Ik mis wonen'" in fault.message


def test_comments_in_the_margin_are_not_lost_unseen(fill: Callable[..., Path]) -> None:
    path = fill(answer())
    document = docx.Document(str(path))
    document.add_comment(document.paragraphs[0].add_run("tekst"), text="Dit klopt niet", author="Ans")
    document.save(str(path))

    [notice] = read_word_answers(path).notices

    assert "1 opmerking in de kantlijn niet gelezen (Ans: 'Dit klopt niet')" in notice


def test_a_kind_that_was_not_chosen_is_no_answer(fill: Callable[..., Path]) -> None:
    path = fill()
    document, form = first_form(path)
    write_cell(form, HEADS["wie"], "Ans")
    document.save(str(path))

    assert read(path) == []


def test_another_word_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    docx.Document().save(str(path))

    with pytest.raises(InputFaults, match="geen plek om te antwoorden"):
        read_word_answers(path)


@pytest.mark.parametrize("content", [b"", b"geen zip", b"PK\x03\x04half"])
def test_a_broken_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "stuk.docx"
    path.write_bytes(content)

    with pytest.raises(InputFaults, match=r"stuk\.docx"):
        read_word_answers(path)

"""CSV as RFC 4180 asks, that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from sample_reports import COLUMNS, sample_report, sample_row, texts

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.questions import ask, shipped_questions
from beleidsspoor.graph.show.as_csv import to_csv
from beleidsspoor.graph.show.report import overview_report
from beleidsspoor.graph.words import visible, without_formula


def read(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


@given(st.lists(st.tuples(texts, texts), max_size=6))
def test_every_label_comes_back_and_no_cell_starts_a_formula(rows: list[tuple[str, str]]) -> None:
    found = read(to_csv(sample_report(*(sample_row(naam=naam, werk=werk) for naam, werk in rows))))
    assert [(row["naam"], row["soort_werk"]) for row in found] == [
        (without_formula(visible(naam)), without_formula(visible(werk))) for naam, werk in rows
    ]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in found for cell in row.values())


def test_it_is_utf_8_without_a_mark_with_commas_and_crlf() -> None:
    content = to_csv(sample_report(sample_row("Café")))
    assert content.startswith(b"element,id,naam,")
    assert content.endswith(b"\r\n")
    assert "Café".encode() in content
    assert content.count(b"\n") == content.count(b"\r\n") == 2


def test_numbers_stay_numbers_and_states_are_words() -> None:
    (row,) = read(to_csv(sample_report(sample_row(state="bewust_open", aantal=-2.5))))
    assert (row["aantal"], row["toestand"]) == ("-2.5", "bewust open")


def test_every_row_says_where_it_comes_from() -> None:
    content = to_csv(sample_report(sample_row()))
    assert list(read(content)[0]) == [*(column.key for column in COLUMNS), "filter", "register"]
    assert (read(content)[0]["filter"], read(content)[0]["register"]) == ("alle gemeenten", "abc123")


def test_an_overview_has_a_row_per_municipality_question_and_thema(klein_register: Callable[..., Path]) -> None:
    store = open_dataset(klein_register()).store
    answers = [ask(store, question) for question in shipped_questions().values()]
    rows = [row for row in read(to_csv(overview_report(answers, None))) if row["vraag"] == "acties-zonder-doel"]
    assert [(row["gemeente"], row["thema"], row["gedekt"], row["gat"], row["totaal"]) for row in rows] == [
        ("Dorp", "", "1", "1", "2"), ("Dorp", "Gezond leven", "1", "0", "1"), ("Dorp", "zonder thema", "0", "1", "1"),
    ]  # fmt: skip

"""Reports on a terminal: aligned, within the width, and complete."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from sample_reports import ORIGIN, sample_report, sample_row, texts

from beleidsspoor.graph.counts import ElementCount
from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.places import places
from beleidsspoor.graph.questions import ask, shipped_questions
from beleidsspoor.graph.show.grid import display_width
from beleidsspoor.graph.show.report import Report, overview_report
from beleidsspoor.graph.show.tables import Column, Evidence, Kind, Table
from beleidsspoor.graph.show.terminal import NOTHING, counts_table, show_questions, show_report


@given(st.lists(st.tuples(texts, texts), max_size=5), st.integers(60, 160))
def test_no_label_breaks_out_of_its_line_or_drives_the_terminal(rows: list[tuple[str, str]], width: int) -> None:
    shown = show_report(sample_report(*(sample_row(naam=naam, werk=werk) for naam, werk in rows)), width)
    assert not any(ord(sign) < 32 and sign != "\n" for sign in shown)
    assert all(display_width(line) <= width for line in shown.split("\n"))
    assert shown.count("Agenda 2025, regel 10") == len(rows)


def test_a_question_shows_filter_register_sources_counts_and_rows() -> None:
    shown = show_report(sample_report(sample_row(), sample_row("Beweegtuin", "gedekt", None)), 100)
    for text in ("alle gemeenten", "versie abc123", "Agenda 2025 (01-02-2025)", "Wie trekt elke actie?"):
        assert text in shown
    assert "gedekt 1, gat 1, bewust open 0, niet onderzocht 0. Totaal 2." in shown
    lines = shown.split("\n")
    head = next(line for line in lines if line.startswith("Id"))
    row = next(line for line in lines if "Trainingen geven" in line)
    assert row.index("Trainingen") == head.index("Naam")
    assert row.rstrip().endswith("3")
    assert head.rstrip().endswith("Aantal")


def test_long_texts_of_the_question_stand_under_the_row() -> None:
    shown = show_report(
        sample_report(sample_row(werk="Sportclub Noord; Buurthuis; Bibliotheek; School aan de Laan")), 80
    )
    assert "  Soort werk: Sportclub Noord; Buurthuis; Bibliotheek; School aan de Laan" in shown


def test_nothing_found_is_said_kindly_with_the_counts() -> None:
    shown = show_report(sample_report(), 100)
    assert shown.endswith(NOTHING)
    assert "Totaal 0." in shown


def test_the_overview_names_every_municipality_question_and_thema_within_100_places(
    klein_register: Callable[..., Path],
) -> None:
    store = open_dataset(klein_register()).store
    answers = [ask(store, question) for question in shipped_questions().values()]
    shown = show_report(overview_report(answers, Evidence(places(store))), 100)
    lines = shown.split("\n")
    assert all(display_width(line) <= 100 for line in lines)
    start = next(number for number, line in enumerate(lines) if line.startswith("Dorp "))
    assert lines[start].split()[-1] == "totaal"
    question = next(line for line in lines[start:] if line.startswith("acties-zonder-doel"))
    assert question.split()[1:] == ["1", "1", "-", "-", "2"]
    below = lines[lines.index(question) + 1 : lines.index(question) + 3]
    assert [line.split("  ")[1] for line in below] == ["Gezond leven", "zonder thema"]
    assert "Alle gemeenten samen" in shown
    assert "niet onderzocht  Het register heeft van deze gemeente geen document" in shown


def test_the_list_of_questions_gives_name_title_meaning_and_kind() -> None:
    shown = show_questions(shipped_questions().values(), 80)
    for question in shipped_questions().values():
        assert f"{question.name}\n    {question.titel} ({question.soort})" in shown or question.titel[:20] in shown
    assert all(display_width(line) <= 80 for line in shown.split("\n"))


def test_counts_per_class_line_up_and_add_up() -> None:
    shown = counts_table(
        [ElementCount("Acties", {"Dorp": 1200, "Stad": 0}), ElementCount("Thema's", {"Dorp": 4, "Stad": 3})], 80
    )
    assert [line.split() for line in shown.split("\n")] == [
        ["Dorp", "Stad", "totaal"],
        ["-------", "-----", "----", "------"],
        ["Acties", "1.200", "-", "1.200"],
        ["Thema's", "4", "3", "7"],
    ]


def test_what_stands_under_a_row_keeps_the_order_of_the_question() -> None:
    columns = (
        Column("id", "Id", Kind.CODE),
        *(Column(key, key.title(), own=True) for key in ("kort", "lang", "weinig", "klein", "veel")),
    )
    table = Table("proef", "Proef", "", columns, (("a1", "x" * 22, "y " * 30, "z" * 22, "v" * 22, "w " * 30),))
    shown = show_report(Report("Proef", ORIGIN, (table,)), 60)
    found = [word for word in shown.replace("\n", " ").split() if word.endswith(":")]
    assert found == ["Kort:", "Lang:", "Weinig:", "Klein:", "Veel:"]


def test_words_are_not_broken_when_a_number_can_give_room() -> None:
    columns = (
        Column("id", "Id", Kind.CODE), Column("naam", "Naam"),
        *(Column(f"n{number}", f"Aantal van {number}", Kind.NUMBER, own=True) for number in range(6)),
    )  # fmt: skip
    rows = (("een-lange-naam-met-streepjes", "Samenwerkingsverband noord", *range(6)),)
    shown = show_report(Report("Proef", ORIGIN, (Table("proef", "Proef", "", columns, rows),)), 90)
    assert "Samenwerkingsverband" in shown and "Aantal" in shown


def test_norms_in_detail_are_left_to_other_forms() -> None:
    columns = (Column("id", "Id", Kind.CODE), Column("n1", "Heeft een naam", own=True, detail=True))
    shown = show_report(Report("Proef", ORIGIN, (Table("proef", "Proef", "", columns, (("a1", "ja"),)),)), 100)
    assert "Heeft een naam" not in shown and "1 kolom meer staat in de andere vormen" in shown

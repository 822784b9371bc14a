"""beleidsspoor dekking and vragen, as a user runs them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Run
from openpyxl import load_workbook
from small_register import small_tables

from beleidsspoor.graph import questions
from beleidsspoor.graph.questions import shipped_questions


@pytest.fixture
def data(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


def test_vragen_lists_every_question(run: Run) -> None:
    code, out, _ = run("vragen")
    assert code == 0
    names = [line for line in out.splitlines() if line and not line.startswith(" ")]
    assert names == list(shipped_questions())
    assert "(dekking)" in out


def test_the_overview_of_the_shipped_register_fits_100_places(run: Run) -> None:
    code, out, err = run("dekking")
    assert (code, err) == (0, "")
    assert all(len(line) <= 100 for line in out.splitlines())
    for text in ("Gemeente Twenterand", "Gemeente Hellendoorn", "acties-zonder-doel", "Zelfredzame Twenterander"):
        assert text in out
    assert "MAG 2025 (2025)" in out


def test_a_question_file_that_is_wrong_is_told_in_dutch(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    header = "#+ titel: Proef\n#+ uitleg: Een proef.\n#+ soort: overzicht\n#+ rij: Actie\n"
    for content, says in (
        (b"SELECT ?element WHERE { }", "de regel '#+ titel: …' ontbreekt"),
        ((header + "SELECT ?element WHERE { ?element a foo:Actie }").encode(), "Regel 5, teken 36: Het voorvoegsel"),
        (b"#+ titel: caf\xe9", "UTF-8"),
    ):
        (tmp_path / "proef.rq").write_bytes(content)
        monkeypatch.setattr(questions, "shipped_questions", lambda: questions.read_questions(tmp_path))
        code, out, err = run("dekking", "proef", "--data", data)
        assert (code, out) == (1, "")
        assert err.startswith("Fout: proef.rq") and says in err


def test_a_folder_where_a_file_belongs_is_called_a_folder(run: Run, data: Path) -> None:
    assert f"{data} is een map" in run("dekking", "--data", data, "-o", data)[2]
    assert "acties.csv is een bestand" in run("dekking", "--data", data / "dorp" / "acties.csv")[2]


@pytest.mark.parametrize(("command", "name"), [("dekking", "x.xlsx"), ("kaart", "x.html"), ("boom", "x.html")])
def test_no_folder_is_made_for_a_slip_of_the_pen(run: Run, data: Path, tmp_path: Path, command: str, name: str) -> None:
    target = tmp_path / "typo" / "dir" / name
    code, out, err = run(command, "--data", data, "-o", target)
    assert (code, out) == (2, "")
    assert f"de map '{target.parent}' is er niet" in err and not (tmp_path / "typo").exists()


def test_the_overview_names_questions_by_their_titles(run: Run, data: Path) -> None:
    _, out, _ = run("dekking", "--data", data, "--gemeente", "stad")
    assert "Hierover staat niets in het register: Acties zonder doel;" in " ".join(out.split())


def test_one_question_shows_its_rows(run: Run, data: Path) -> None:
    code, out, _ = run("dekking", "acties-zonder-doel", "--data", data)
    assert code == 0
    assert "Aantallen: gedekt 1, gat 1, bewust open 0, niet onderzocht 0. Totaal 2." in out
    assert "Beweegtuin aanleggen" in out
    assert "Agenda van Dorp 2025, regel 11" in out


def test_a_hole_that_is_open_on_purpose_shows_why_and_an_expired_reason_is_a_hole_again(
    run: Run, klein_register: Callable[..., Path]
) -> None:
    _, out, _ = run("dekking", "acties-zonder-trekker", "--data", klein_register(), "--vorm", "json")
    row = json.loads(out)["rijen"][1]
    assert (row["toestand"], row["reden"]) == ("bewust_open", "De raad kiest nog. (beleidsadviseur, tot 31-12-2999)")
    tables = small_tables()
    tables["dorp/verklaringen"][0]["tot"] = "2020-01-01"
    _, out, _ = run("dekking", "acties-zonder-trekker", "--data", klein_register(tables), "--vorm", "json")
    assert json.loads(out)["tellingen"] == {"gedekt": 1, "gat": 1, "bewust_open": 0, "niet_onderzocht": 0}


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ((), ["actie-1", "actie-2"]),
        (("--toestand", "gat"), ["actie-2"]),
        (("--thema", "gezond"), ["actie-1"]),
        (("--document", "agenda-2025"), ["actie-1", "actie-2"]),
        (("--document", "nota-2020"), []),
        (("--gemeente", "Dorp"), ["actie-1", "actie-2"]),
        (("--gemeente", "stad"), []),
        (("--gemeente", "stad", "--gemeente", "dorp", "--toestand", "gedekt"), ["actie-1"]),
    ],
)
def test_filters_choose_the_rows(run: Run, data: Path, options: tuple[str, ...], ids: list[str]) -> None:
    code, out, _ = run("dekking", "acties-zonder-doel", "--data", data, "--vorm", "json", *options)
    assert code == 0
    assert [row["id"] for row in json.loads(out)["rijen"]] == ids


def test_a_filter_that_matches_nothing_is_answered_kindly(run: Run, data: Path) -> None:
    for question in ((), ("acties-zonder-doel",)):
        code, out, err = run("dekking", *question, "--data", data, "--document", "nota-2020")
        assert (code, err) == (0, "")
        assert "Er is niets dat bij dit filter past." in out
        assert "document Nota Sport 2020" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("acties-zonder-doelen",), "Bedoelt u acties-zonder-doel"),
        (("zzz",), "Kijk met 'beleidsspoor vragen'"),
        (("--gemeente", "Dorpp"), "Bedoelt u dorp"),
        (("--thema", "Gezond leve n"), "Bedoelt u Gezond leven"),
        (("--document", "nota-2021"), "Bedoelt u nota-2020"),
        (("--toestand", "weg"), "Kies uit: gedekt, gat, bewust open, niet onderzocht"),
        (("--vorm", "pdf"), "Kies uit: tabel, csv, json, html"),
        (("--diep",), "--diep kan alleen bij een vraag die dat kent"),
        (("acties-zonder-doel", "--diep"), "doelen-zonder-indicator"),
        (("-o", "uit.pdf"), "Laat hem eindigen op"),
        (("-o", "uit.csv", "--vorm", "json"), "Laat --vorm weg"),
        (("--bronnen", "/bestaat/niet"), "/bestaat/niet is er niet"),
    ],
)
def test_wrong_use_is_told_in_dutch_and_ends_with_2(
    run: Run, data: Path, arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = run("dekking", "--data", data, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err


def test_a_register_with_faults_is_told_and_nothing_is_written(
    run: Run, klein_register: Callable[..., Path], tmp_path: Path
) -> None:
    tables = small_tables()
    tables["dorp/acties"][0]["onderdeel_van"] = "bestaat-niet"
    code, out, err = run("dekking", "--data", klein_register(tables), "-o", tmp_path / "uit.xlsx")
    assert (code, out) == (1, "")
    assert "dorp/acties.csv, regel 2, kolom onderdeel_van" in err
    assert not (tmp_path / "uit.xlsx").exists()


def test_deep_counts_what_measures_something_below(run: Run, data: Path) -> None:
    shallow, deep = (
        json.loads(run("dekking", "doelen-zonder-indicator", "--data", data, "--vorm", "json", *option)[1])
        for option in ((), ("--diep",))
    )
    assert (shallow["tellingen"]["gedekt"], deep["tellingen"]["gedekt"]) == (0, 3)
    assert (shallow["filter"]["diep"], deep["filter"]["diep"]) == (False, True)
    assert "ook wat eronder hangt" in run("dekking", "doelen-zonder-indicator", "--diep", "--data", data)[1]


def test_json_is_the_object_that_scripts_expect(run: Run, data: Path) -> None:
    for question in shipped_questions().values():
        code, out, _ = run("dekking", question.name, "--data", data, "--vorm", "json")
        assert code == 0
        found = json.loads(out)
        wanted = ["vraag", "titel", "filter", "register", "tellingen", "rijen"]
        assert list(found) == [key for key in wanted if question.is_coverage or key != "tellingen"]
        for row in found["rijen"]:
            first = ["element", "id", "soort", "nummer", "naam", "gemeente", "toestand"]
            assert list(row)[: 7 if question.is_coverage else 6] == first[: 7 if question.is_coverage else 6]
            assert ("toestand" in row) == question.is_coverage
        if question.is_coverage:
            counts = {state: sum(row["toestand"] == state for row in found["rijen"]) for state in found["tellingen"]}
            assert counts == found["tellingen"]


@pytest.mark.parametrize("name", ["uit.xlsx", "uit.html", "uit.csv", "uit.json", "uit.txt", "UIT.XLSX"])
@pytest.mark.parametrize("question", [(), ("acties-zonder-doel",)])
def test_the_end_of_the_file_name_chooses_the_form(
    run: Run, data: Path, tmp_path: Path, name: str, question: tuple[str, ...]
) -> None:
    target = tmp_path / name
    code, out, _ = run("dekking", *question, "--data", data, "-o", target)
    assert (code, out) == (0, f"Geschreven: {target}\n")
    content = target.read_bytes()
    if name.casefold().endswith(".xlsx"):
        book = load_workbook(io.BytesIO(content))
        assert len(book.sheetnames) == (2 if question else 3 + len(shipped_questions()))
    elif name.endswith(".html"):
        assert content.startswith(b"<!doctype html>")
    elif name.endswith(".json"):
        assert json.loads(content)["register"]
    elif name.endswith(".csv"):
        assert all(row["register"] for row in csv.DictReader(io.StringIO(content.decode(), newline="")))
    else:
        assert b"Register  versie" in content
    run("dekking", *question, "--data", data, "-o", target)
    assert target.read_bytes() == content


def test_with_the_documents_come_quotes_in_every_form(
    run: Run, data: Path, documenten: Callable[..., Path], tmp_path: Path
) -> None:
    words = "Wij geven 18 trainingen met Sportclub Noord."
    options = ("acties-zonder-doel", "--data", data, "--bronnen", documenten())
    for form in ("tabel", "csv", "json", "html"):
        assert words in run("dekking", *options, "--vorm", form)[1]
    run("dekking", *options, "-o", tmp_path / "uit.xlsx")
    sheet = load_workbook(tmp_path / "uit.xlsx").worksheets[1]
    assert words in {cell.value for row in sheet.iter_rows() for cell in row}
    assert words not in run("dekking", *options[:3], "--vorm", "json")[1]


def test_a_passage_that_is_gone_is_said_to_be(run: Run, data: Path, documenten: Callable[..., Path]) -> None:
    _, out, _ = run("dekking", "acties-zonder-doel", "--data", data, "--bronnen", documenten(agenda="iets anders\n"))
    assert "(passage niet gevonden)" in out


def test_a_reader_that_stops_early_gets_no_error(data: Path) -> None:
    command = [sys.executable, "-c", "from beleidsspoor.cli.main import main; main()", "dekking", "--data", str(data)]
    with subprocess.Popen([*command, "--vorm", "html"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.bronnen
def test_on_the_real_documents_every_row_has_its_quote(run: Run, bronnen: Path) -> None:
    code, out, _ = run("dekking", "acties-zonder-doel", "--bronnen", bronnen, "--vorm", "json")
    assert code == 0
    rows = json.loads(out)["rijen"]
    assert rows
    assert all(row["citaat"] and "(passage niet gevonden)" not in row["citaat"] for row in rows)

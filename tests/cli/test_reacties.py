"""beleidsspoor reacties, as an advisor runs it after two members of the council have answered."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from answer_case import answer, dossier, write_excel, write_page, write_word
from command_line import Run


@pytest.fixture
def root(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


@pytest.fixture
def files(root: Path, tmp_path: Path) -> list[Path]:
    """What two members sent back: one in Word, one from the page."""
    made = dossier(root)
    first = [answer("dorp:actie-1", tekst="Wie betaalt dit?"), answer("dorp:thema-1", soort="steun", tekst="")]
    second = [answer("dorp:actie-1", soort="zorg", tekst='=HYPERLINK("x") <script>alert(1)</script>')]
    return [write_word(tmp_path / "kees.docx", made, first), write_page(tmp_path / "ans.json", made, second, "Ans")]


@pytest.fixture
def read(run: Run, root: Path, files: list[Path]) -> dict[str, str]:
    """Reads both files, and gives the id of each remark by its kind."""
    assert run("reacties", "lees", *files, "--data", root, "--op", "2026-11-02")[0] == 0
    rows = json.loads(run("reacties", "--data", root, "--vorm", "json")[1])["rijen"]
    return {row["soort"]: row["id"] for row in rows}


def test_both_are_read_and_twice_is_once(run: Run, root: Path, files: list[Path]) -> None:
    code, shown, _ = run("reacties", "lees", *files, "--data", root, "--op", "2-11-2026")

    assert code == 0
    assert shown.splitlines() == ["3 nieuwe reacties.", f"Geschreven: {root / 'dorp' / 'reacties.csv'}"]
    assert run("reacties", "lees", *files, "--data", root)[1] == "0 nieuwe reacties.\n3 stonden er al.\n"
    assert run("controleer", "--data", root)[0] == 0


def test_a_fault_names_the_place_and_nothing_is_written(run: Run, root: Path, tmp_path: Path) -> None:
    bad = write_excel(
        tmp_path / "piet.xlsx", dossier(root), [answer("dorp:actie-1"), answer("dorp:thema-1", soort="x")]
    )

    code, shown, told = run("reacties", "lees", bad, "--data", root)

    assert (code, shown) == (1, "")
    assert "piet.xlsx, blad Uw reacties, cel D2: 'x' is geen soort reactie." in told
    assert told.endswith("1 fout gevonden. Er is niets geschreven.\n")
    assert not (root / "dorp" / "reacties.csv").exists()


def test_the_list_shows_states_and_hides_nothing(run: Run, root: Path, read: dict[str, str]) -> None:
    code, shown, _ = run("reacties", "--data", root)

    assert code == 0
    for piece in ("Trainingen geven", "Wie betaalt dit?", "<script>alert(1)</script>", read["zorg"], "02-11-2026"):
        assert piece in shown


def test_an_answer_goes_by_the_begin_of_the_id(run: Run, root: Path, read: dict[str, str]) -> None:
    begin = read["vraag"][: len("reactie-") + 6]
    words = ("--toestand", "niet overgenomen", "--antwoord", "Geen geld", "--door", "Anja", "--op", "2026-11-10")

    code, shown, _ = run("reacties", "antwoord", begin, *words, "--data", root)

    assert code == 0
    assert shown.startswith(f"dorp:{read['vraag']}: niet overgenomen.\n")
    assert "dit stond er al zo" in run("reacties", "--data", root, "antwoord", begin, *words)[1]
    _, listed, _ = run("reacties", "--toestand", "Niet-overgenomen", "--data", root)
    assert "Geen geld" in listed
    assert "10-11-2026" in listed
    assert "alert" not in listed


def test_a_text_that_changed_since_is_told(run: Run, root: Path, read: dict[str, str]) -> None:
    table = root / "dorp" / "acties.csv"
    table.write_text(table.read_text().replace("Trainingen geven", "Lessen geven"))

    rows = json.loads(run("reacties", "--data", root, "--vorm", "json")[1])["rijen"]
    told = {row["soort"]: row["let_op"] for row in rows}

    assert told == {**dict.fromkeys(("vraag", "zorg"), "De tekst is sindsdien veranderd."), "steun": None}


def test_formulas_and_html_are_text_in_every_form(run: Run, root: Path, read: dict[str, str], tmp_path: Path) -> None:
    for end in ("csv", "html", "xlsx"):
        assert run("reacties", "--data", root, "-o", tmp_path / f"r.{end}")[0] == 0

    rows = list(csv.DictReader(io.StringIO((tmp_path / "r.csv").read_text(), newline="")))
    assert [row["tekst"] for row in rows if row["soort"] == "zorg"] == ['\'=HYPERLINK("x") <script>alert(1)</script>']
    assert "&lt;script&gt;" in (tmp_path / "r.html").read_text()
    assert "<script>" not in (tmp_path / "r.html").read_text()
    workbook = openpyxl.load_workbook(tmp_path / "r.xlsx")
    cells = [cell for row in workbook["Reacties"] for cell in row if str(cell.value).startswith("=")]
    assert [(cell.data_type, cell.quotePrefix) for cell in cells] == [("s", True)]
    assert all(cell.value != "bewust open" for row in workbook.worksheets[0] for cell in row)


def test_a_list_may_be_of_one_municipality(run: Run, root: Path, read: dict[str, str]) -> None:
    assert "Er is niets" in run("reacties", "--gemeente", "stad", "--data", root)[1]
    assert "Wie betaalt dit?" in run("reacties", "--gemeente", "dorp", "--data", root)[1]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--toestand", "opne"), "Bedoelt u 'open'?"),
        (("--toestand", "klaar"), "Kies uit: open, in behandeling, verwerkt of niet overgenomen."),
        (("--gemeente", "nergens"), "nergens"),
        (("lees",), "BESTAND"),
        (("lees", "x.json", "--op", "2026-02-30"), "'2026-02-30' is geen datum."),
        (("lees", "x.json", "--op", "2999-01-01"), "moet nog komen"),
        (("antwoord", "reactie-x", "--toestand", "verwerkt"), "De reactie 'reactie-x' staat niet in het register."),
        (("antwoord", "reactie-x"), "--toestand"),
        (("antword",), "Bedoelt u 'antwoord'?"),
    ],
)
def test_wrong_use_is_told_in_dutch(run: Run, root: Path, arguments: tuple[str, ...], told: str) -> None:
    code, shown, error = run("reacties", "--data", root, *arguments)

    assert (code, shown) == (2, "")
    assert told in error


def test_a_file_that_is_not_there_is_told(run: Run, root: Path) -> None:
    code, _, told = run("reacties", "lees", root / "weg.docx", "--data", root)

    assert code == 1
    assert "Dit bestand bestaat niet." in told

"""The whole walk with the council, on the shipped register: dossier, answers, what is done with them, the next dossier."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from werkboek_case import edit, setting

from beleidsspoor.cli import main as cli
from beleidsspoor.graph.reacties.answer_form import HEADS, WHO
from beleidsspoor.graph.register.reading import shipped_register

Open = Callable[..., Any]
Run = Callable[..., str]

OPGAVE, ACTIE = "twenterand:mag25-opgave-01", "mag25-actie-04"
THEMA = "Zelfredzame"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A register of one's own: a copy of the shipped one."""
    target = tmp_path / "data"
    shutil.copytree(shipped_register(), target, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    return target


@pytest.fixture
def run(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command that goes well; gives what it prints."""

    def beleidsspoor(*arguments: object) -> str:
        monkeypatch.setattr(sys, "argv", ["beleidsspoor", *map(str, arguments), "--data", str(root)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        shown = capsys.readouterr()
        assert not ended.value.code, shown.err
        return shown.out

    return beleidsspoor


def answer_in_word(path: Path) -> None:
    """What the first member does: a name at the start, a question at one opgave."""
    document = docx.Document(str(path))
    for table in document.tables:
        head, value = table.rows[0].cells[:2]
        if head.text == WHO:
            value.text = "Voorzitter"
        elif head.text == HEADS["element"] and value.text == OPGAVE:
            next(row for row in table.rows if row.cells[0].text == HEADS["tekst"]).cells[
                1
            ].text = "Wie let op het geld?"
    document.save(str(path))


def answer_in_browser(page: Any, path: Path) -> None:
    """What the second member does: another remark on the same opgave, saved as a small file."""
    place = f"[data-element='{OPGAVE}']"
    page.click(f"{place} > summary")
    page.fill("#wie", "Cliëntenraad")
    page.select_option(f"{place} [data-veld=soort]", "zorg")
    page.fill(f"{place} [data-veld=tekst]", "=Ik mis de <b>buurt</b>.")
    with page.expect_download() as waiting:
        page.click("#bewaar")
    waiting.value.save_as(path)


def text_of(path: Path) -> str:
    """Every word of a Word file."""
    return "\n".join(node.text or "" for node in docx.Document(str(path)).element.iter() if node.tag.endswith("}t"))


def test_from_dossier_to_the_next_dossier(run: Run, root: Path, open_dossier: Open, tmp_path: Path) -> None:
    ask = ("--gemeente", "twenterand", "--thema", THEMA)
    word, web, saved = tmp_path / "dossier.docx", tmp_path / "dossier.html", tmp_path / "reacties.json"

    # The advisor makes the dossier; two members answer, in Word and in the page.
    run("dossier", *ask, "-o", word)
    run("dossier", *ask, "-o", web)
    assert "Er zijn nog geen reacties op dit thema." in text_of(word)
    answer_in_word(word)
    answer_in_browser(open_dossier(web), saved)

    # The advisor reads both; reading them again adds nothing.
    assert "\n2 nieuwe reacties." in run("reacties", "lees", word, saved, "--op", "2026-11-02")
    assert "0 nieuwe reacties.\n2 stonden er al." in run("reacties", "lees", word, saved)
    rows = {row["wie"]: row for row in json.loads(run("reacties", "--vorm", "json"))["rijen"]}
    assert {who: row["tekst"] for who, row in rows.items()} == {
        "Voorzitter": "Wie let op het geld?",
        "Cliëntenraad": "=Ik mis de <b>buurt</b>.",
    }

    # One is answered, the other stays open, and the council agrees with the thema as it is.
    answer = ("--antwoord", "De controller let op het geld.", "--door", "Beleidsadviseur", "--op", "2026-11-05")
    run("reacties", "antwoord", rows["Voorzitter"]["id"], "--toestand", "verwerkt", *answer)
    run(
        "akkoord",
        "--gemeente",
        "twenterand",
        "--thema",
        THEMA,
        "--door",
        "Adviesraad Sociaal Domein",
        "--op",
        "2026-11-06",
    )

    # An action is changed in Excel, and only that row changes.
    book = tmp_path / "register.xlsx"
    acties = root / "twenterand" / "acties.csv"
    before = acties.read_bytes().splitlines()
    run("werkboek", "--ruimte", "twenterand", "-o", book)
    edit(book, setting("Acties", ACTIE, "Naam", "Week van het Geld ook in 2026 organiseren"))
    run("werkboek", "--neem-over", book)
    after = acties.read_bytes().splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert [line.split(b",")[0] for line in changed] == [ACTIE.encode()]
    assert "geen fouten" in run("controleer")

    # The next dossier tells what was done with each remark, and that the agreement was about another text.
    run("dossier", *ask, "-o", word)
    told = text_of(word)
    for words in (
        "Wie let op het geld?", "De controller let op het geld.", "=Ik mis de <b>buurt</b>.", "vervallen",
        "Week van het Geld ook in 2026 organiseren",
    ):  # fmt: skip
        assert words in told

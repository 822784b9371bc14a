"""beleidsspoor volg, as a user runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def data(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


def test_a_thread_is_one_tree(run: Run, data: Path) -> None:
    code, out, err = run("volg", "dorp:actie-1", "--data", data)
    assert (code, err) == (0, "")
    for text in (
        "OMHOOG",
        "hangt onder: Opgave 1.1 Meer bewegen",
        "trekker: Dorp",
        "omdat: Het cijfer telt",
        "(zeker)",
    ):
        assert text in out


def test_words_with_several_hits_give_a_list(run: Run) -> None:
    code, out, err = run("volg", "valpreventie")
    assert (code, err) == (0, "")
    assert "mag25-subdoel-25" in out and "mag25-actie-73" in out and "Kies er een met het id" in out
    assert all(len(line) <= 100 for line in out.splitlines())


def test_words_need_no_quotes(run: Run) -> None:
    assert run("volg", "trainingen", "dementie") == run("volg", "trainingen dementie")


def test_a_printed_number_in_several_documents_gives_a_list(run: Run) -> None:
    code, out, _ = run("volg", "4.2.3")
    assert code == 0 and "visie23-thema-03" in out and "mag25-subdoel-25" in out


def test_another_spelling_is_followed_and_said(run: Run, data: Path) -> None:
    code, out, err = run("volg", "beweegtiun", "--data", data)
    assert code == 0 and out.startswith("Actie Beweegtuin aanleggen [actie-2]")
    assert err == "Niets heet precies 'beweegtiun'. Dit lijkt erop.\n"


def test_json_is_one_object(run: Run, data: Path) -> None:
    code, out, _ = run("volg", "gala", "--vorm", "json", "--data", data)
    shown = json.loads(out)
    assert code == 0 and shown["element"]["naam"] == "GALA"
    assert shown["omlaag"][0]["stappen"][0]["reden"] == "Een beweegtuin helpt om te bewegen."
    _, out, _ = run("volg", "principe-1", "--vorm", "json", "--data", data)
    assert len(json.loads(out)["treffers"]) == 2


def test_with_the_documents_there_are_quotes(run: Run, data: Path, documenten: Callable[..., Path]) -> None:
    code, out, _ = run("volg", "actie-2", "--data", data, "--bronnen", documenten())
    assert code == 0 and "“In Laagkerk komt een beweegtuin; de aanvraag bij GALA loopt" in out


@pytest.mark.bronnen
def test_the_real_documents_give_quotes(run: Run, bronnen: Path) -> None:
    code, out, _ = run("volg", "mag25-opgave-17", "--bronnen", bronnen)
    assert code == 0 and "“4.2 Gezondheid bevorderen”" in out and "niet gevonden" not in out


def test_nothing_found_names_what_comes_near(run: Run, data: Path) -> None:
    code, out, err = run("volg", "treningem", "--data", data)
    assert (code, out) == (1, "")
    assert "Niets in het register past bij 'treningem'." in err and "Trainingen geven (Actie, actie-1)" in err
    code, out, err = run("volg", "xyzzyq", "--data", data)
    assert (code, out) == (1, "") and "Probeer een ander woord" in err


def test_wrong_use_is_explained(run: Run, data: Path) -> None:
    code, _, err = run("volg", "--data", data)
    assert code == 2 and "er ontbreekt iets: 'WAT'. Bijvoorbeeld: beleidsspoor volg valpreventie" in err
    assert run("volg", "gala", "--vorm", "csv", "--data", data)[0] == 2

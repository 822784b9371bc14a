"""beleidsspoor controleer, as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_register import AGENDA, VISIE, small_tables

from beleidsspoor.cli.main import group


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, ["controleer", *map(str, arguments)])


def test_a_register_without_faults(klein_register: Callable[..., Path]) -> None:
    result = run("--data", klein_register())

    assert result.exit_code == 0
    assert result.output.startswith("Register ")
    assert result.output.endswith("geen fouten gevonden in 44 rijen (26 tabellen) en 2 overeenkomsten (1 bestand).\n")


def test_the_shipped_register_has_no_faults() -> None:
    result = run()

    assert result.exit_code == 0, result.output
    assert "geen fouten" in result.output


def test_every_fault_is_told_with_file_line_and_column(klein_register: Callable[..., Path]) -> None:
    tables = small_tables()
    tables["dorp/acties"][0] |= {"onderdeel_van": "subdoel-9", "jaren": "25"}
    tables["dorp/themas"][0]["naam"] = ""

    result = run("--data", klein_register(tables))

    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[0] == "dorp/acties.csv, regel 2, kolom jaren: '25' is geen jaar. Schrijf elk jaar met vier cijfers."
    assert lines[1] == "dorp/acties.csv, regel 2, kolom onderdeel_van: 'subdoel-9' bestaat niet. Bedoelt u subdoel-1?"
    assert lines[2].startswith("dorp/themas.csv, regel 2, kolom naam: Deze cel is leeg. Er moet precies één naam staan")
    assert "3 fouten gevonden in 44 rijen" in lines[-1]


def test_a_fault_stays_on_its_line_and_has_no_control_characters(klein_register: Callable[..., Path]) -> None:
    tables = small_tables()
    tables["dorp/acties"][0]["trekker"] = "a\nb\u202e"

    result = run("--data", klein_register(tables))

    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 3
    assert "\u202e" not in result.output


def test_all_passages_found(klein_register: Callable[..., Path], documenten: Callable[..., Path]) -> None:
    result = run("--data", klein_register(), "--bronnen", documenten())

    assert result.exit_code == 0
    assert "Agenda van Dorp 2025 (dorp:agenda-2025): het bestand klopt; 10 van 10 vindplaatsen" in result.output
    assert "(dorp:nota-2020): het register heeft alleen de titel, niet de tekst." in result.output
    assert "Samen: 13 van 13 vindplaatsen gevonden (100 %)." in result.output


def test_moved_and_lost_passages_and_a_renamed_file(
    klein_register: Callable[..., Path], documenten: Callable[..., Path]
) -> None:
    folder = documenten(agenda="Voorblad\n" + AGENDA.replace("vertrouwen", "plezier"))
    (folder / "visie.txt").rename(folder / "anders.txt")

    result = run("--data", klein_register(), "--bronnen", folder)

    assert result.exit_code == 1
    assert "dorp/documenten.csv, regel 2, kolom sha256: " in result.output
    assert "dorp/vindplaatsen.csv, regel 6, kolom regel_van: De passage staat nu op regel 11." in result.output
    assert "dorp/vindplaatsen.csv, regel 11, kolom vingerafdruk: De passage van regel 16 staat niet in agenda.txt." in (
        result.output
    )
    assert "het controlegetal klopt niet; 9 van 10 vindplaatsen gevonden, waarvan 9 op andere regels." in result.output
    assert "het bestand klopt, maar heet hier anders.txt; 3 van 3 vindplaatsen gevonden." in result.output
    # Not rounded up: one passage is not found.
    assert "Samen: 12 van 13 vindplaatsen gevonden (92 %)." in result.output


def test_a_changed_document_with_all_its_passages_ends_with_1(
    klein_register: Callable[..., Path], documenten: Callable[..., Path]
) -> None:
    result = run("--data", klein_register(), "--bronnen", documenten(visie=VISIE + "Een regel erbij.\n"))

    assert result.exit_code == 1
    assert "Samen: 13 van 13 vindplaatsen gevonden (100 %)." in result.output


def test_faults_of_the_register_and_of_the_documents_come_together(
    klein_register: Callable[..., Path], documenten: Callable[..., Path]
) -> None:
    tables = small_tables()
    tables["dorp/acties"][0]["jaren"] = "25"
    folder = documenten()
    (folder / "visie.txt").unlink()

    result = run("--data", klein_register(tables), "--bronnen", folder)

    assert result.exit_code == 1
    assert "dorp/acties.csv, regel 2, kolom jaren" in result.output
    assert "stad/documenten.csv, regel 2, kolom bestand" in result.output
    assert "2 fouten gevonden" in result.output


def test_help_and_wrong_use(tmp_path: Path) -> None:
    assert "Zoek alle fouten" in run("--help").output
    assert run("--bronnen", tmp_path / "weg").exit_code == 2
    assert run("--onbekend").exit_code == 2


def process(*arguments: object) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own, as a script would start it."""
    code = "from beleidsspoor.cli.main import main; main()"
    environment = {**os.environ, "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", code, "controleer", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)


def test_as_a_process(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    tables = small_tables()
    tables["dorp/themas"][0]["naam"] = ""

    faulty, absent, wrong = (
        process("--data", klein_register(tables)),
        process("--data", tmp_path / "weg"),
        process("--bronnen", tmp_path / "weg"),
    )

    assert (faulty.returncode, absent.returncode, wrong.returncode) == (1, 1, 2)
    assert "1 fout gevonden" in faulty.stdout
    assert "Deze map is er niet. Geef met --data de map van het register." in absent.stdout
    assert wrong.stderr.startswith("Fout: ")
    assert not any("Traceback" in done.stderr for done in (faulty, absent, wrong))


@pytest.mark.bronnen
def test_the_five_documents_are_found_whole(bronnen: Path) -> None:
    result = run("--bronnen", bronnen)

    assert result.exit_code == 0, result.output
    assert "vindplaatsen gevonden (100 %)." in result.output
    assert result.output.count("het bestand klopt;") == 5

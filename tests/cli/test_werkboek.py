"""beleidsspoor werkboek, as a user runs it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run
from werkboek_case import adding, deleting, edit, files_of, setting


@pytest.fixture
def root(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


@pytest.fixture
def path(run: Run, root: Path, tmp_path: Path) -> Path:
    path = tmp_path / "register.xlsx"
    assert run("werkboek", "--ruimte", "dorp", "-o", path, "--data", root)[0] == 0
    return path


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


def test_there_and_back_writes_nothing(run: Run, root: Path, path: Path) -> None:
    before = files_of(root)

    code, shown, _ = run("werkboek", "--neem-over", path, "--data", root)

    assert (code, shown) == (0, "Werkboek van dorp: er verandert niets.\n")
    assert files_of(root) == before


def test_it_tells_what_changes_and_writes_it(run: Run, root: Path, path: Path) -> None:
    edit(path, setting("Acties", "actie-1", "Naam", "Samen trainen"))

    code, shown, _ = run("werkboek", "--neem-over", path, "--data", root)

    assert code == 0
    assert "Werkboek van dorp: 1 rij veranderd." in shown
    assert f"Geschreven: {root / 'dorp' / 'acties.csv'}" in shown
    assert run("controleer", "--data", root)[0] == 0


def test_a_trial_writes_nothing(run: Run, root: Path, path: Path) -> None:
    before = files_of(root)
    edit(path, deleting("Verklaringen", "verklaring-1"))

    code, shown, _ = run("werkboek", "--neem-over", path, "--proef", "--data", root)

    assert code == 0
    assert shown.endswith("Proef: er is niets geschreven.\n")
    assert files_of(root) == before


def test_without_a_terminal_no_row_is_removed(run: Run, root: Path, path: Path) -> None:
    before = files_of(root)
    edit(path, deleting("Verklaringen", "verklaring-1"))

    code, _, told = run("werkboek", "--neem-over", path, "--data", root)

    assert code == 1
    assert told == (
        "Fout: Uit het register verdwijnt 1 rij: verklaring-1. Zet terug in het werkboek wat moet blijven, of geef --ja. "
        "Er is niets geschreven.\n"
    )
    assert files_of(root) == before
    assert run("werkboek", "--neem-over", path, "--ja", "--data", root)[0] == 0
    assert b"verklaring-1" not in files_of(root)["dorp/verklaringen.csv"]


@pytest.mark.parametrize(("answer", "code"), [("ja\n", 0), ("J\n", 0), ("\n", 1), ("nee\n", 1), ("", 1)])
def test_at_a_terminal_it_asks(
    run: Run, root: Path, path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    before = files_of(root)
    edit(path, deleting("Verklaringen", "verklaring-1"))
    monkeypatch.setattr("sys.stdin", Terminal(answer))

    ended, shown, _ = run("werkboek", "--neem-over", path, "--data", root)

    assert ended == code
    assert "Uit het register verdwijnt 1 rij. Mag dat? (ja/nee)" in shown
    assert (files_of(root) == before) == (code == 1)


def test_every_fault_is_told_and_nothing_is_written(run: Run, root: Path, path: Path) -> None:
    before = files_of(root)
    edit(path, setting("Acties", "actie-1", "Jaren", "25"), setting("Partners", "sportclub-noord", "Naam", None))

    code, _, told = run("werkboek", "--neem-over", path, "--data", root)

    assert code == 1
    lines = told.splitlines()
    assert lines[0].startswith("register.xlsx, blad Partners, cel B2, kolom Naam: Deze cel is leeg.")
    assert lines[1].startswith("register.xlsx, blad Acties, cel K2, kolom Jaren: '25' is geen jaar.")
    assert lines[2] == "2 fouten gevonden. Er is niets geschreven."
    assert files_of(root) == before


def test_a_workbook_that_is_there_is_not_overwritten(run: Run, root: Path, path: Path) -> None:
    before = path.read_bytes()

    code, _, told = run("werkboek", "--ruimte", "dorp", "-o", path, "--data", root)

    assert code == 1
    assert "er kan werk in staan" in told
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--ruimte", "drop"), 1, "Bedoelt u dorp?"),
        ((), 2, "Geef met --ruimte welke gemeente u wilt. Er zijn: dorp, stad."),
        (("--ruimte", "dorp", "-o", "register.csv"), 2, "eindigen op .xlsx"),
        (("--ja",), 2, "--proef, --ja en --bronnen horen bij --neem-over."),
        (("--bronnen", "."), 2, "--proef, --ja en --bronnen horen bij --neem-over."),
        (("--neem-over", "weg.xlsx"), 2, "'--neem-over': weg.xlsx is er niet"),
    ],
)
def test_wrong_use_is_told(
    run: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...], code: int, message: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)

    ended, _, told = run("werkboek", *arguments, "--data", root)

    assert (ended, message in told) == (code, True), told
    assert not (tmp_path / "register.xlsx").exists()


def test_the_help_shows_how(run: Run) -> None:
    code, shown, _ = run("werkboek", "--help")

    assert code == 0
    assert "beleidsspoor werkboek --neem-over register.xlsx --proef" in shown


def test_a_new_place_gets_its_fingerprint_from_the_document(
    run: Run, root: Path, path: Path, documenten: Callable[..., Path]
) -> None:
    place = adding("Vindplaatsen", Document="Agenda van Dorp 2025", Regel_van=12, Regel_tot=12)
    edit(path, place, adding("Acties", Naam="De Wmo uitleggen", Document="Agenda van Dorp 2025",
                             Onderdeel_van="subdoel-1", Vindplaatsen="Agenda van Dorp 2025, regel 12"))  # fmt: skip

    code, _, told = run("werkboek", "--neem-over", path, "--data", root)
    assert code == 1
    assert "cel H12, kolom Vingerafdruk: Deze vindplaats heeft nog geen vingerafdruk. Geef met --bronnen de map" in told

    arguments = ("--neem-over", path, "--bronnen", documenten(), "--data", root)
    code, shown, told = run("werkboek", *arguments)
    assert code == 0, told
    assert "van: Grondslag is de Wmo 2015." in shown
    assert run("controleer", "--bronnen", documenten(), "--data", root)[0] == 0
    assert "er verandert niets" in run("werkboek", *arguments)[1]

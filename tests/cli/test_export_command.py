"""beleidsspoor export, as a user runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from beleidsspoor.graph.export.exporting import formats

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def data(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


@pytest.mark.parametrize("suffix", formats())
def test_every_format_is_written_and_says_what_is_in_it(run: Run, data: Path, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"graaf{suffix}"
    code, out, err = run("export", "-o", target, "--data", data)
    assert code == 0 and out.startswith(f"Geschreven: {target}\nErin: ")
    assert target.stat().st_size > 1000
    holds_all = suffix in (".nq", ".trig", ".jsonld")
    assert err == "" if holds_all else err.startswith("Let op: ")
    first = target.read_bytes()
    run("export", "-o", target, "--data", data)
    assert target.read_bytes() == first


def test_the_n_quads_are_those_of_the_build(run: Run, data: Path, tmp_path: Path) -> None:
    run("export", "-o", tmp_path / "g.nq", "--data", data)
    run("bouw", "-o", tmp_path, "--data", data)
    assert (tmp_path / "g.nq").read_bytes() == (tmp_path / "graaf.nq").read_bytes()


def test_a_filter_is_said_aloud(run: Run, data: Path, tmp_path: Path) -> None:
    code, _, err = run("export", "-o", tmp_path / "g.ttl", "--gemeente", "dorp", "--data", data)
    assert code == 0 and "Door het filter" in err
    assert b"principe-2" not in (tmp_path / "g.ttl").read_bytes().split(b"overeenkomsten")[0]
    code, _, err = run("export", "-o", tmp_path / "d.nq", "--document", "agenda", "--data", data)
    assert code == 0 and "Door het filter" in err


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("-o", "graaf.doc"), ".nq (N-Quads), .trig (TriG), .jsonld (JSON-LD), .ttl (Turtle)"),
        (("-o", "graaf"), "zegt niet welk formaat"),
        ((), "er ontbreekt iets: '-o'. Bijvoorbeeld: beleidsspoor export -o graaf.ttl"),
        (("-o", "typo/g.nq"), "-o: de map 'typo' is er niet. Controleer de naam, of maak de map eerst."),
        (("-o", "g.nq", "--gemeente", "stat"), "Bedoelt u stad?"),
        (("-o", "g.nq", "--gemeente", "stad", "--document", "agenda-2025"), "is niet van Stad"),
    ],
)
def test_wrong_use_writes_nothing(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    code, out, err = run("export", *arguments, "--data", data)
    assert (code, out) == (2, "") and text in err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_fault_in_the_register_leaves_the_old_file(
    run: Run, klein_register: Callable[..., Path], tmp_path: Path
) -> None:
    target = tmp_path / "g.nq"
    target.write_bytes(b"oud")
    data = klein_register(files={"dorp/acties.csv": "id,naam\nx"})
    code, _, err = run("export", "-o", target, "--data", data)
    assert code == 1 and "Er is niets geschreven." in err
    assert target.read_bytes() == b"oud"

"""beleidsspoor akkoord, as an advisor runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Run

_BY = ("--door", "Adviesraad Sociaal Domein", "--op", "2026-11-20")


@pytest.fixture
def root(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


def test_it_is_recorded_listed_and_lapses(run: Run, root: Path) -> None:
    code, shown, _ = run("akkoord", "--thema", "gezond", *_BY, "--data", root)

    assert code == 0
    assert shown.startswith("Adviesraad Sociaal Domein is akkoord met Gezond leven (dorp:thema-1)")
    assert "staat er al" in run("akkoord", "--thema", "gezond", *_BY, "--data", root)[1]
    listed = run("akkoord", "--data", root)[1]
    assert "geldig" in listed
    assert "20-11-2026" in listed

    table = root / "dorp" / "acties.csv"
    table.write_text(table.read_text().replace("Trainingen geven", "Lessen geven"))
    listed = run("akkoord", "--data", root)[1]
    assert "vervallen" in listed.split("Toestand")[1]
    assert "1 veranderd: Lessen geven (was: Trainingen geven)." in listed
    [row] = json.loads(run("akkoord", "--data", root, "--vorm", "json")[1])["rijen"]
    assert (row["op"], row["veranderingen"]) == ("2026-11-20", ["veranderd: Lessen geven (was: Trainingen geven)"])


def test_a_minority_is_shown_beside_it(run: Run, root: Path, tmp_path: Path) -> None:
    minority = ("--minderheid", "Te weinig <b>wonen</b>", "--minderheid-door", "twee leden")
    run("akkoord", "--thema", "gezond", *_BY, *minority, "--data", root)

    run("akkoord", "--data", root, "-o", tmp_path / "a.html")

    page = (tmp_path / "a.html").read_text()
    assert "Te weinig &lt;b&gt;wonen&lt;/b&gt;" in page
    assert "twee leden" in page


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--thema", "wonen", *_BY), "Het thema 'wonen' staat niet in het register."),
        (("--thema", "gezont", *_BY), "Bedoelt u gezond?"),
        (("--thema", "gezond"), "--door"),
        (("--thema", "gezond", "--door", " "), "--door"),
        (("--thema", "gezond", "--door", "raad", "--op", "31-2-2026"), "'31-2-2026' is geen datum."),
        (("--thema", "gezond", "--door", "raad", "--op", "2999-01-01"), "moet nog komen"),
        (("--thema", "gezond", "--door", "raad", "--minderheid", "Nee"), "--minderheid-door"),
        (("--door", "raad"), "--thema"),
        (("--thema", "gezond", "--door", "raad", "--vorm", "csv"), "Laat ze weg bij --thema."),
        (("--gemeente", "nergens"), "nergens"),
        (("--thema", "gezond", *_BY, "--gemeente", "stad"), "Het thema 'gezond' staat niet in het register."),
    ],
)
def test_wrong_use_is_told_in_dutch_and_nothing_is_written(
    run: Run, root: Path, arguments: tuple[str, ...], told: str
) -> None:
    code, shown, error = run("akkoord", *arguments, "--data", root)

    assert (code, shown) == (2, "")
    assert told in error
    assert not (root / "dorp" / "akkoorden.csv").exists()

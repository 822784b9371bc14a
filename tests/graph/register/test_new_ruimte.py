"""A new municipality."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from beleidsspoor.graph.check import check_register
from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.register.new_ruimte import LIST, Municipality, find_municipality, start_ruimte
from beleidsspoor.graph.register.reading import read_register, shipped_register
from beleidsspoor.graph.register.schema import load_schema, ontology_text
from beleidsspoor.graph.register.slugs import slug


def test_the_list_has_every_municipality_once() -> None:
    rows = list(csv.DictReader(io.StringIO(ontology_text(LIST))))

    assert len(rows) == len({row["cbs_code"] for row in rows}) == len({slug(row["naam"]) for row in rows}) == 342
    assert [row["cbs_code"] for row in rows] == sorted(row["cbs_code"] for row in rows)


def test_the_list_agrees_with_the_shipped_register() -> None:
    register, _ = read_register(shipped_register())

    for row in register.rows_of("gemeenten"):
        found = find_municipality((row.one("naam") or "").removeprefix("Gemeente "))
        assert (found.code, found.tooi) == (row.one("cbs_code"), row.one("tooi"))


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("Twenterand", "Twenterand"), ("gemeente twenterand", "Twenterand"), ("SUDWEST FRYSLAN", "Súdwest-Fryslân"),
        ("den bosch", "'s-Hertogenbosch"), ("Hollands  Kroon", "Hollands Kroon"),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_typed(name: str, official: str) -> None:
    assert find_municipality(name).name == official


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("Twentrand", None, "Bedoelt u Twenterand?"),
        ("Nieuwstad", "1234", "is geen gemeentecode"),
        ("Nieuwstad", "GM1700", "is van Twenterand"),
        ("Twenterand", "GM9999", "heeft de code GM1700"),
    ],
)
def test_a_name_or_code_that_is_wrong_is_told(name: str, code: str | None, message: str) -> None:
    with pytest.raises(InputFaults, match=message.replace("?", r"\?")):
        find_municipality(name, code)


def test_a_municipality_that_is_newer_than_the_list_has_its_code_from_the_user() -> None:
    assert find_municipality("Nieuwstad", "gm9999").tooi == "https://identifier.overheid.nl/tooi/id/gemeente/gm9999"


def test_the_folder_has_every_table_and_no_fault(tmp_path: Path) -> None:
    folder, shared = start_ruimte(tmp_path / "data", find_municipality("'s-Gravenhage"))

    assert folder == tmp_path / "data" / "s-gravenhage"
    assert {path.stem for path in folder.iterdir()} == set(load_schema().tables)
    assert sorted((tmp_path / "data").iterdir()) == [shared, folder]
    assert not check_register(tmp_path / "data")
    (row,) = (row for row in read_register(tmp_path / "data")[0].rows if row.ruimte == folder.name)
    assert row.one("naam") == "Gemeente 's-Gravenhage"
    assert row.one("tooi") == "https://identifier.overheid.nl/tooi/id/gemeente/gm0518"


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "twenterand").mkdir()
    (tmp_path / "twenterand" / "acties.csv").write_bytes(b"van mij")

    with pytest.raises(InputFaults, match="Deze map is er al"):
        start_ruimte(tmp_path, Municipality("Twenterand", "GM1700"))

    assert (tmp_path / "twenterand" / "acties.csv").read_bytes() == b"van mij"
    assert [path.name for path in tmp_path.iterdir()] == ["twenterand"]

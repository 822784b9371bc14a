"""The check of a whole register: every kind of fault, in the cell where it stands, all at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from small_register import MAPPING_HEADER, MAPPING_ROWS, Tables, csv_text, mapping_text, small_tables

from beleidsspoor.graph.check import check_dataset, check_register, inspect_register
from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.register.reading import shipped_register
from beleidsspoor.graph.terms import BS, PREFIXES

Register = Callable[..., Path]


def places(root: Path) -> list[tuple[str, int | None, str | None]]:
    return [(fault.file, fault.line, fault.column) for fault in check_register(root)]


def changed(table: str, row: int, **cells: str) -> Tables:
    """The tables of the small register with other cells in one row, counted from 0."""
    tables = small_tables()
    tables[table][row] |= cells
    return tables


def test_the_small_register_and_the_shipped_register_have_no_faults(klein_register: Register) -> None:
    assert check_register(klein_register()) == []
    assert check_register(shipped_register()) == []


def test_every_kind_of_fault_is_found_in_one_run(klein_register: Register) -> None:
    tables = small_tables()
    tables["dorp/acties"][0]["onderdeel_van"] = "subdoel-9"
    tables["dorp/acties"][1]["jaren"] = "25"
    tables["dorp/metingen"][0]["waarde"] = "twaalf"
    tables["dorp/metingen"][1]["soort"] = "geschat"
    tables["dorp/partners"].append({"id": "sportclub-noord", "soort": "school", "niveau": "lokaal"})
    tables["dorp/documenten"][1]["uitgever"] = ""
    tables["stad/vindplaatsen"][1] |= {"regel_van": "4", "regel_tot": "3"}
    broken = csv_text("themas", tables["dorp/themas"]) + 'thema-2,2,"Zonder einde,,agenda-2025,,v-thema\n'
    kernen = csv_text("kernen", tables["dorp/kernen"]).replace("Laagkerk", "Laagkérk")
    budget = "\n".join(
        ",".join(cell for index, cell in enumerate(line.split(",")) if index != 6)
        for line in csv_text("budgetposten", tables["dorp/budgetposten"]).splitlines()
    )
    matches = mapping_text([MAPPING_ROWS[0], MAPPING_ROWS[1][:5]], MAPPING_HEADER.replace("license:", "licentie:"))
    root = klein_register(
        tables,
        {
            "dorp/themas.csv": broken,
            "dorp/kernen.csv": kernen.encode("latin-1"),
            "dorp/budgetposten.csv": budget,
            "dorp/onbekend.csv": "id\n",
            "overeenkomsten/stad-dorp.sssom.tsv": matches,
        },
    )

    assert places(root) == [
        ("dorp/acties.csv", 2, "onderdeel_van"),
        ("dorp/acties.csv", 3, "jaren"),
        ("dorp/budgetposten.csv", 1, "soort"),
        ("dorp/documenten.csv", 3, "uitgever"),
        ("dorp/kernen.csv", 2, "naam"),
        ("dorp/metingen.csv", 2, "waarde"),
        ("dorp/metingen.csv", 3, "soort"),
        ("dorp/onbekend.csv", None, None),
        ("dorp/partners.csv", 3, "id"),
        ("dorp/partners.csv", 3, "naam"),
        ("dorp/partners.csv", 3, "vindplaatsen"),
        ("dorp/themas.csv", 3, None),
        ("overeenkomsten/stad-dorp.sssom.tsv", 1, None),
        ("overeenkomsten/stad-dorp.sssom.tsv", 13, None),
        ("stad/vindplaatsen.csv", 3, "regel_van"),
    ]


@pytest.mark.parametrize(
    ("table", "cells", "column", "message"),
    [
        ("dorp/acties", {"naam": ""}, "naam", "Deze cel is leeg."),
        ("dorp/acties", {"naam": " ".join(["woord"] * 13)}, "naam", "'woord woord"),
        ("dorp/themas", {"naam": "n" * 301}, "naam", "De tekst heeft 301 tekens."),
        ("dorp/themas", {"id": "Thema 1"}, "id", "'Thema 1' is hier niet goed."),
        ("dorp/themas", {"vindplaatsen": ""}, "vindplaatsen", "Deze cel is leeg."),
        ("dorp/themas", {"vindplaatsen": "stad:v-1"}, "vindplaatsen", "Geen van de vindplaatsen ligt in het document"),
        ("dorp/documenten", {"sha256": "abc"}, "sha256", "'abc' is hier niet goed."),
        ("dorp/documenten", {"titel": ""}, "titel", "Deze cel is leeg."),
        ("dorp/vindplaatsen", {"regel_van": "0"}, "regel_van", "'0' is hier niet goed."),
        ("dorp/vindplaatsen", {"regel_van": "9"}, "regel_van", "De eerste regel ligt na de laatste."),
        ("dorp/vindplaatsen", {"vingerafdruk": "w1-xyz"}, "vingerafdruk", "'w1-xyz' is hier niet goed."),
        ("dorp/metingen", {"periode": "zomer"}, "periode", "'zomer' is hier niet goed."),
        ("dorp/verbanden", {"reden": "ja"}, "reden", "De tekst heeft 2 tekens."),
        ("dorp/vermeldingen", {"wat": "landelijk:wmo-2015"}, "vindplaatsen", "vermeldingen.csv"),
        ("dorp/verklaringen", {"vraag": "acties-zonder-trekkers"}, "vraag", "Bedoelt u acties-zonder-trekker?"),
        ("landelijk/wetten", {"bwb": "https://example.org/wet"}, "bwb", "'https://example.org/wet' is hier niet goed."),
    ],
)
def test_what_the_shapes_say_is_a_fault_in_its_cell(
    table: str, cells: dict[str, str], column: str, message: str, klein_register: Register
) -> None:
    faults = check_register(klein_register(changed(table, 0, **cells)))

    assert [fault.column for fault in faults if fault.column == column] == [column], faults
    fault = next(fault for fault in faults if fault.column == column)
    assert fault.line == 2
    assert message in str(fault)
    assert str(fault).endswith((".", "?"))


def test_a_cell_has_one_fault_although_reading_and_shapes_both_mind(klein_register: Register) -> None:
    faults = check_register(klein_register(changed("dorp/vindplaatsen", 0, regel_van="een")))

    assert [(fault.line, fault.column) for fault in faults] == [(2, "regel_van")]
    assert "'een' is geen geheel getal." in faults[0].message


def test_a_missing_column_is_told_once(klein_register: Register) -> None:
    text = csv_text("metingen", small_tables()["dorp/metingen"])
    without = "\n".join(line.rpartition(",")[0] for line in text.splitlines())

    assert places(klein_register(files={"dorp/metingen.csv": without})) == [("dorp/metingen.csv", 1, "vindplaatsen")]


def test_a_missing_id_column_is_told_once(klein_register: Register) -> None:
    text = csv_text("bedragen", small_tables()["dorp/bedragen"])
    without = "\n".join(line.partition(",")[2] for line in text.splitlines())

    assert places(klein_register(files={"dorp/bedragen.csv": without})) == [("dorp/bedragen.csv", 1, "id")]


def test_a_wrong_byte_does_not_hide_the_rows_of_its_file(klein_register: Register) -> None:
    text = csv_text("vindplaatsen", small_tables()["dorp/vindplaatsen"])
    text = text.replace("v-geld,agenda-2025,", "v-geld,agenda-2025,é")

    root = klein_register(files={"dorp/vindplaatsen.csv": text.encode("latin-1")})

    assert places(root) == [("dorp/vindplaatsen.csv", 10, "sectie")]


def test_a_mention_with_an_unknown_place_is_told_at_the_mention_only(klein_register: Register) -> None:
    assert places(klein_register(changed("dorp/vermeldingen", 0, vindplaatsen="v-weg"))) == [
        ("dorp/vermeldingen.csv", 2, "vindplaatsen")
    ]


def test_what_no_document_names_is_told_of_a_municipality_only(klein_register: Register) -> None:
    tables = small_tables()
    for ruimte in ("dorp", "landelijk"):
        tables.setdefault(f"{ruimte}/groepen", []).append({"id": "reizigers", "naam": "Reizigers"})
        tables.setdefault(f"{ruimte}/doelgroepen", []).append({"id": "peuters", "naam": "Peuters"})
        tables.setdefault(f"{ruimte}/wetten", []).append({"id": "wet-x", "naam": "Wet X"})

    assert places(klein_register(tables)) == [
        ("dorp/doelgroepen.csv", 2, "vindplaatsen"),
        ("dorp/groepen.csv", 2, "vindplaatsen"),
        ("dorp/wetten.csv", 2, "vindplaatsen"),
    ]


def test_a_row_whose_id_is_taken_is_judged_by_itself(klein_register: Register) -> None:
    tables = small_tables()
    first = tables["dorp/subdoelen"][0]
    tables["dorp/subdoelen"] += [first | {"naam": "", "vindplaatsen": ""}, first | {"document": "weg"}]

    assert places(klein_register(tables)) == [
        ("dorp/subdoelen.csv", 3, "id"),
        ("dorp/subdoelen.csv", 3, "naam"),
        ("dorp/subdoelen.csv", 3, "vindplaatsen"),
        ("dorp/subdoelen.csv", 4, "document"),
        ("dorp/subdoelen.csv", 4, "id"),
        ("dorp/subdoelen.csv", 4, "vindplaatsen"),
    ]


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    (fault,) = check_register(tmp_path / "weg")

    assert fault.file == str(tmp_path / "weg")
    assert "Deze map is er niet." in fault.message


def test_check_dataset_tells_what_reading_does_not_see(klein_register: Register) -> None:
    dataset = open_dataset(klein_register(changed("dorp/acties", 1, naam="")))

    (fault,) = check_dataset(dataset)

    assert (fault.file, fault.line, fault.column) == ("dorp/acties.csv", 3, "naam")


def test_a_result_about_no_row_is_still_a_fault(klein_register: Register) -> None:
    dataset = open_dataset(klein_register())
    stray = f"<https://example.org/los> <{PREFIXES['rdf']}type> <{BS}Wet> <https://example.org/g> .\n"
    vars(dataset)["nquads"] = dataset.nquads + stray.encode()

    faults = check_dataset(dataset)

    assert faults
    assert all("<https://example.org/los> hoort bij geen rij." in str(fault) for fault in faults)


def test_the_rows_that_could_be_read_come_along(klein_register: Register) -> None:
    dataset, faults = inspect_register(klein_register(changed("dorp/acties", 0, jaren="25")))

    assert len(faults) == 1
    assert dataset.register.by_reference["dorp:actie-1"].one("trekker") == "gemeente-dorp"


def test_another_base_finds_the_same(klein_register: Register) -> None:
    root = klein_register(changed("dorp/acties", 1, naam=""))
    header = MAPPING_HEADER.replace("https://w3id.org/beleidsspoor/id/", "https://data.example.nl/")
    (root / "overeenkomsten/stad-dorp.sssom.tsv").write_text(mapping_text(header=header), encoding="utf-8")

    faults = check_register(root, "https://data.example.nl/")

    assert [(fault.line, fault.column) for fault in faults] == [(3, "naam")]

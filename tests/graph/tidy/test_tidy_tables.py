"""The tables for dashboards: their counts are those of `dekking`, every reference is there, and nothing is lost."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from question_register import question_tables, write_question_register
from small_register import Tables

from beleidsspoor.graph.coverage import make_overview
from beleidsspoor.graph.dataset import Dataset, open_dataset
from beleidsspoor.graph.questions import ask, shipped_questions
from beleidsspoor.graph.scope import STATE_WORDS, Scope, make_scope
from beleidsspoor.graph.tidy.folder import METADATA, STEPS, tidy_files, tidy_tables
from beleidsspoor.graph.tidy.model import column_of

Rows = list[dict[str, str]]
#: Filters of every kind: municipality, thema, document, state.
FILTERS: list[dict[str, object]] = [
    {}, {"gemeenten": ["dorp"]}, {"thema": "gezond"}, {"document": "begroting"}, {"toestand": "gat"},
    {"gemeenten": ["stad"], "toestand": "niet onderzocht"},
]  # fmt: skip


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return open_dataset(write_question_register(tmp_path_factory.mktemp("tabellen")))


def read(dataset: Dataset, scope: Scope | None = None) -> dict[str, Rows]:
    """The rows of every table, read back from the files."""
    files = tidy_files(tidy_tables(dataset, scope))
    return {name[:-4]: rows_of(content) for name, content in files.items() if name.endswith(".csv")}


def rows_of(content: bytes) -> Rows:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def written(tmp_path: Path, tables: Tables) -> dict[str, Rows]:
    return read(open_dataset(write_question_register(tmp_path / "register", tables)))


@pytest.mark.parametrize("chosen", FILTERS)
def test_the_counts_are_those_of_the_overview(dataset: Dataset, chosen: dict[str, object]) -> None:
    scope = make_scope(dataset.store, **chosen)  # type: ignore[arg-type]
    tables = read(dataset, scope)
    names = {row["gemeente_id"]: row["gemeente"] for row in tables["gemeenten"]}
    counted = Counter((names[row["gemeente_id"]], row["vraag_id"], row["toestand"]) for row in tables["dekking"])
    answers = [ask(dataset.store, question, scope) for question in shipped_questions().values()]
    expected = {
        (gemeente.naam, asked.question.name, STATE_WORDS[state]): number
        for gemeente in make_overview(answers).gemeenten
        for asked in gemeente.vragen
        for state, number in asked.tellingen.items()
        if number and scope.toestand in (None, state)
    }
    assert expected and counted == expected


@pytest.mark.parametrize("chosen", FILTERS)
def test_every_reference_is_there_and_every_key_is_unique(dataset: Dataset, chosen: dict[str, object]) -> None:
    tables = tidy_tables(dataset, make_scope(dataset.store, **chosen))  # type: ignore[arg-type]
    held = {}
    for table in tables:
        heads = [column.name for column in table.columns]
        keys = [tuple(row[heads.index(name)] for name in table.key) for row in table.rows]
        assert len(set(keys)) == len(keys) or not table.key, table.name
        held[table.name] = set(keys)
    for table in tables:
        for place, column in enumerate(table.columns):
            values = [row[place] for row in table.rows]
            assert not column.required or None not in values, (table.name, column.name)
            if column.refers:
                assert {(value,) for value in values if value is not None} <= held[column.refers], (table.name, column)


def test_a_figure_keeps_its_cell_as_printed(dataset: Dataset) -> None:
    figures = {row["meting_id"]: row for row in read(dataset)["metingen"]}
    assert figures["dorp:i1-realisatie-2024"]["waarde"] == "12" and figures["dorp:i1-realisatie-2024"]["jaar"] == "2024"
    assert figures["dorp:i2-realisatie-2023"] | {"waarde": "", "ruw": "nvt"} == figures["dorp:i2-realisatie-2023"]
    assert figures["dorp:i3-streefwaarde-2026"]["soort"] == "streefwaarde"
    assert len(figures) == len(question_tables()["dorp/metingen"])


def test_an_indicator_tells_its_task_field_and_the_mandatory_indicator_it_is(dataset: Dataset) -> None:
    known = {row["indicator_id"]: row for row in read(dataset)["indicatoren"]}
    first = known["dorp:i1"]
    assert (first["iv3_taakveld"], first["taakveld_sterkte"]) == ("5.1", "aannemelijk")
    assert first["iv3_taakveld_naam"] == "Sportbeleid en activering"
    assert (first["bbv_nummer"], first["bbv_id"]) == ("21", "landelijk:bbv-21")
    assert known["dorp:i6"]["iv3_taakveld"] == known["dorp:i6"]["bbv_nummer"] == ""


def test_a_link_carries_its_strength_and_reason_and_the_name_at_its_end(dataset: Dataset) -> None:
    links = {(row["van_id"], row["relatie"], row["naar_id"]): row for row in read(dataset)["links"]}
    doubtful = links["dorp:a3", "draagt bij aan", "landelijk:gala-1a"]
    assert (doubtful["sterkte"], doubtful["reden"]) == ("aannemelijk", "Dat staat er.")
    assert (doubtful["naar_soort"], doubtful["naar_naam"]) == ("Kernelement", "Valpreventie")


def test_a_filter_keeps_what_the_chosen_elements_are_linked_to(dataset: Dataset) -> None:
    tables = read(dataset, make_scope(dataset.store, thema="gezond"))
    inside = {row["element_id"] for row in tables["elementen"]}
    assert {"dorp:a1", "landelijk:gala-1a", "dorp:club"} <= inside
    assert "dorp:t2" not in inside and "dorp:a4" not in {row["element_id"] for row in tables["dekking"]}


def test_text_that_looks_like_a_formula_is_harmless_and_a_dash_stays_a_dash(tmp_path: Path) -> None:
    tables = question_tables()
    tables["dorp/acties"][0]["naam"] = "=1+1;@SUM(A1)"
    tables["dorp/metingen"][0] |= {"waarde": "", "ruw": "-"}
    tables["dorp/metingen"][1] |= {"waarde": "-2.50", "ruw": "-2,50"}
    found = written(tmp_path, tables)
    assert "'=1+1;'@SUM(A1)" in {row["naam"] for row in found["elementen"]}
    raw = {row["meting_id"]: row for row in found["metingen"]}
    assert raw["dorp:i1-realisatie-2022"]["ruw"] == "-"
    assert (raw["dorp:i1-realisatie-2023"]["ruw"], raw["dorp:i1-realisatie-2023"]["waarde"]) == ("-2,50", "-2.5")


def test_a_name_with_quotes_commas_and_line_breaks_comes_back_whole(tmp_path: Path) -> None:
    tables = question_tables()
    name = 'Lessen, "samen"\nén buiten'
    tables["dorp/acties"][0]["naam"] = name
    assert name in {row["naam"] for row in written(tmp_path, tables)["elementen"]}


def test_the_dictionary_tells_every_column_of_every_table(dataset: Dataset) -> None:
    files = tidy_files(tidy_tables(dataset))
    told = {(row["tabel"], row["kolom"]): row for row in rows_of(files["woordenboek.csv"])}
    heads = {
        (name[:-4], column)
        for name, content in files.items()
        if name.endswith(".csv") and name != "woordenboek.csv"
        for column in content.decode("utf-8-sig").splitlines()[0].split(",")
    }
    assert set(told) == heads and all(len(row["betekenis"]) > 5 for row in told.values())
    assert told["dekking", "element_id"]["verwijst_naar"] == "elementen.element_id"
    assert told["metingen", "waarde"]["betekenis"] == column_of("metingen", "waarde").meaning
    assert told["metingen", "waarde"]["type"] == "decimaal getal"


def test_the_metadata_is_csvw_with_keys_and_references(dataset: Dataset) -> None:
    files = tidy_files(tidy_tables(dataset, make_scope(dataset.store, ["dorp"])))
    metadata = json.loads(files[METADATA])
    assert metadata["@context"][0] == "http://www.w3.org/ns/csvw" and "Filter: Dorp." in metadata["dc:description"]
    described = {table["url"]: table["tableSchema"] for table in metadata["tables"]}
    assert set(described) == {name for name in files if name.endswith(".csv")}
    for name, schema in described.items():
        heads = files[name].decode("utf-8-sig").splitlines()[0].split(",")
        assert [column["name"] for column in schema["columns"]] == heads
        for foreign in schema.get("foreignKeys", ()):
            target = described[foreign["reference"]["resource"]]
            assert target["primaryKey"] == [foreign["reference"]["columnReference"]]


def test_the_steps_of_power_query_name_every_column_with_its_type(dataset: Dataset) -> None:
    tables = tidy_tables(dataset)
    steps = tidy_files(tables)[STEPS].decode("utf-8-sig")
    for table in tables:
        assert f'\\{table.name}.csv"' in steps
    # Codes are text: 6.60 is another task field than 6.6, and 1.2.4 is no date.
    for typed in (
        '"iv3_taakveld", type text',
        '"nummer", type text',
        '"waarde", type number',
        '"vastgesteld", type date',
    ):
        assert f"{{{typed}}}" in steps
    assert steps.count('"en-US"') == len(tables) + 1


def test_the_files_begin_with_a_mark_and_are_the_same_twice(dataset: Dataset) -> None:
    first = tidy_files(tidy_tables(dataset))
    assert all(content.startswith(b"\xef\xbb\xbf") for name, content in first.items() if name != METADATA)
    assert tidy_files(tidy_tables(dataset)) == first


def test_a_column_that_the_schema_does_not_know_cannot_be_described() -> None:
    with pytest.raises(LookupError, match="metingen has no column wrde"):
        column_of("metingen", "wrde")


def test_an_empty_register_gives_heads_only(klein_register: Callable[..., Path]) -> None:
    tables: Tables = {"dorp/gemeenten": [{"id": "gm", "naam": "Dorp", "cbs_code": "GM9001"}]}
    found = read(open_dataset(klein_register(tables)))
    assert found["dekking"] == found["metingen"] == [] and len(found["toestanden"]) == 4

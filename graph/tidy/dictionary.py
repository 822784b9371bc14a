"""The data dictionary of tidy tables, for people (a table of its own) and for programs (CSVW, W3C Tabular Metadata)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from beleidsspoor.graph.tidy.model import TidyColumn, TidyTable

#: The datatypes as a user of Excel or Power BI knows them.
_KINDS = {
    "string": "tekst",
    "integer": "geheel getal",
    "decimal": "decimaal getal",
    "boolean": "waar of onwaar",
    "date": "datum",
    "anyURI": "webadres",
}


def dictionary_table(tables: Iterable[TidyTable]) -> TidyTable:
    """A row for each column of each table: what it means, what it holds, whether it is key, where it refers to."""
    given = tuple(tables)
    keys = {table.name: table.key for table in given}
    rows = tuple(
        (
            table.name, column.name, column.meaning, _KINDS[column.datatype], "ja" if column.required else "nee",
            "ja" if column.name in table.key else "nee", _target(column, keys), table.meaning,
        )
        for table in given
        for column in table.columns
    )  # fmt: skip
    columns = (
        TidyColumn("tabel", "De tabel; het bestand heet ook zo.", required=True),
        TidyColumn("kolom", "De kolom.", required=True),
        TidyColumn("betekenis", "Wat er in de kolom staat.", required=True),
        TidyColumn("type", "Het gegevenstype.", required=True),
        TidyColumn("verplicht", "ja als de cel nooit leeg is.", required=True),
        TidyColumn("sleutel", "ja als de kolom (met de andere sleutels) de rij uniek maakt.", required=True),
        TidyColumn("verwijst_naar", "De tabel en kolom waar de waarde naar verwijst."),
        TidyColumn("tabel_betekenis", "Wat één rij van de tabel is.", required=True),
    )
    return TidyTable("woordenboek", "Eén rij per kolom van de andere tabellen.", ("tabel", "kolom"), columns, rows)


def csvw_metadata(tables: Iterable[TidyTable], about: Mapping[str, str]) -> bytes:
    """The tables as `csv-metadata.json` (https://www.w3.org/TR/tabular-metadata/). `about` are Dublin Core texts."""
    given = tuple(tables)
    keys = {table.name: table.key for table in given}
    metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        **{f"dc:{name}": text for name, text in about.items()},
        "dialect": {
            "encoding": "utf-8", "delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True,
            "lineTerminators": ["\r\n", "\n"],
        },
        "tables": [_described(table, keys) for table in given],
    }  # fmt: skip
    return (json.dumps(metadata, ensure_ascii=False, indent=2) + "\n").encode()


def _described(table: TidyTable, keys: Mapping[str, tuple[str, ...]]) -> dict[str, object]:
    schema: dict[str, object] = {
        "columns": [
            {
                "name": column.name, "titles": column.name, "dc:description": column.meaning,
                "datatype": column.datatype, "required": column.required,
            }
            for column in table.columns
        ]
    }  # fmt: skip
    if table.key:
        schema["primaryKey"] = list(table.key)
    foreign = [
        {
            "columnReference": column.name,
            "reference": {"resource": f"{column.refers}.csv", "columnReference": keys[column.refers][0]},
        }
        for column in table.columns
        if column.refers
    ]
    if foreign:
        schema["foreignKeys"] = foreign
    return {"url": f"{table.name}.csv", "dc:description": table.meaning, "tableSchema": schema}


def _target(column: TidyColumn, keys: Mapping[str, tuple[str, ...]]) -> str | None:
    return f"{column.refers}.{keys[column.refers][0]}" if column.refers else None

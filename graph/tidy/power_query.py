"""The steps by which Power BI and Excel read tidy tables, in their own language (Power Query M), to copy and paste.

Without them a Dutch Windows guesses: 12.5 becomes 125, taakveld 6.60 becomes 6,6 and number 1.2.4 a date.
"""

from __future__ import annotations

from collections.abc import Iterable

from beleidsspoor.graph.tidy.model import TidyTable

_TYPES = {
    "string": "type text",
    "integer": "Int64.Type",
    "decimal": "type number",
    "boolean": "type logical",
    "date": "type date",
    "anyURI": "type text",
}
_HEAD = """// Plak per tabel het blok in een lege query (Geavanceerde editor) en noem de query zoals de tabel heet.
// Maak eerst een parameter Map, van het type Tekst: de map met de bestanden, zoals C:\\beleid\\dashboard
"""


def power_query(tables: Iterable[TidyTable]) -> bytes:
    """A block of M for each table, with the type of every column; empty texts become null."""
    return (_HEAD + "".join(_block(table) for table in tables)).replace("\n", "\r\n").encode("utf-8-sig")


def _block(table: TidyTable) -> str:
    types = ", ".join(f'{{"{column.name}", {_TYPES[column.datatype]}}}' for column in table.columns)
    texts = ", ".join(f'"{column.name}"' for column in table.columns if _TYPES[column.datatype] == "type text")
    options = '[Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]'
    return f"""
// ---------- {table.name}
let
    Bron = Csv.Document(File.Contents(Map & "\\{table.name}.csv"), {options}),
    Koppen = Table.PromoteHeaders(Bron, [PromoteAllScalars = true]),
    Typen = Table.TransformColumnTypes(Koppen, {{{types}}}, "en-US"),
    Leeg = Table.ReplaceValue(Typen, "", null, Replacer.ReplaceValue, {{{texts}}})
in
    Leeg
"""

"""A small register without faults, written in the tests, and the text of its two documents.

`small_tables()` gives its tables as rows of cells; a test changes what it is about and writes them with
`write_register`.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from beleidsspoor.graph.fingerprints import fingerprint
from beleidsspoor.graph.register.schema import load_schema

Cells = dict[str, str]
#: The rows of each table, by `ruimte/table`.
Tables = dict[str, list[Cells]]

AGENDA = """Agenda van Dorp 2025

1 Gezond leven
Inwoners van Dorp leven gezond en doen mee.

1.1 Meer bewegen voor ieder-
een
Kinderen bewegen elke dag.

Wij geven 18 trainingen met Sportclub Noord.
In Laagkerk komt een beweegtuin; de aanvraag bij GALA loopt.
Grondslag is de Wmo 2015.

Aantal trainingen\t12\t18
Lasten\t100\t110
Wij werken vanuit vertrouwen.
"""

VISIE = """Visie van Stad

Vertrouwen is onze basis.
Iedereen telt mee.
"""

MAPPING_HEADER = """# mapping_set_id: https://w3id.org/beleidsspoor/overeenkomsten/stad-dorp
# mapping_set_version: "1"
# license: https://creativecommons.org/publicdomain/zero/1.0/
# sssom_version: "1.0"
# curie_map:
#   dorp: https://w3id.org/beleidsspoor/id/dorp/
#   stad: https://w3id.org/beleidsspoor/id/stad/
#   skos: http://www.w3.org/2004/02/skos/core#
#   semapv: https://w3id.org/semapv/vocab/
#   sssom: https://w3id.org/sssom/
"""
MAPPING_COLUMNS = (
    "subject_id", "predicate_id", "object_id", "mapping_justification", "confidence", "author_label", "comment",
)  # fmt: skip
MAPPING_ROWS = (
    (
        "stad:principe-1", "skos:closeMatch", "dorp:principe-1", "semapv:ManualMappingCuration", "0.9", "redactie",
        "Beide gaan uit van vertrouwen.",
    ),
    (
        "stad:principe-2", "skos:closeMatch", "sssom:NoTermFound", "semapv:ManualMappingCuration", "0.8", "redactie",
        "Dorp heeft geen principe over meedoen.",
    ),
)  # fmt: skip


def place(name: str, text: str, document: str, first: int, last: int) -> Cells:
    """The row of a place, with the fingerprint of its lines."""
    passage = "\n".join(text.split("\n")[first - 1 : last])
    lines = {"regel_van": str(first), "regel_tot": str(last)}
    return {"id": name, "document": document, **lines, "vingerafdruk": fingerprint(passage)}


def document(name: str, title: str, gemeente: str, file: str, text: str, kind: str) -> Cells:
    """The row of a document with a text."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    about = {"id": name, "titel": title, "soort": kind, "gemeente": gemeente, "uitgever": f"gemeente {gemeente}"}
    return {**about, "bestand": file, "sha256": sha256}


def small_tables() -> Tables:
    """The tables of the small register; a copy of its own for every caller."""
    agenda = "agenda-2025"
    return {
        "landelijk/groepen": [{"id": "inwoners", "naam": "Inwoners"}],
        "landelijk/doelgroepen": [{"id": "kinderen", "naam": "Kinderen"}],
        "landelijk/wetten": [{"id": "wmo-2015", "naam": "Wmo 2015", "bwb": "https://wetten.overheid.nl/BWBR0035362"}],
        "landelijk/programmas": [{"id": "gala", "naam": "GALA", "soort": "akkoord", "niveau": "landelijk"}],
        "landelijk/kernelementen": [
            {"id": "gala-1", "nummer": "1", "naam": "Bewegen", "programma": "gala", "vindplaatsen": "dorp:v-tuin"}
        ],
        "dorp/gemeenten": [{"id": "gemeente-dorp", "naam": "Dorp", "cbs_code": "GM9001", "vindplaatsen": "v-titel"}],
        "dorp/documenten": [
            document(agenda, "Agenda van Dorp 2025", "gemeente-dorp", "agenda.txt", AGENDA, "maatschappelijke agenda"),
            {
                "id": "nota-2020", "titel": "Nota Sport 2020", "soort": "beleidsnota", "gemeente": "gemeente-dorp",
                "uitgever": "niet vermeld",
            },
        ],
        "dorp/vindplaatsen": [
            place(name, AGENDA, agenda, first, last)
            for name, first, last in (
                ("v-titel", 1, 1), ("v-thema", 3, 4), ("v-opgave", 6, 7), ("v-subdoel", 8, 8), ("v-actie", 10, 10),
                ("v-tuin", 11, 11), ("v-wet", 12, 12), ("v-cijfer", 14, 14), ("v-geld", 15, 15), ("v-principe", 16, 16),
            )
        ],
        "dorp/partners": [
            {"id": "sportclub-noord", "naam": "Sportclub Noord", "soort": "organisatie", "niveau": "lokaal"}
        ],
        "dorp/kernen": [{"id": "laagkerk", "naam": "Laagkerk", "gemeente": "gemeente-dorp", "vindplaatsen": "v-tuin"}],
        "dorp/themas": [
            {"id": "thema-1", "nummer": "1", "naam": "Gezond leven", "document": agenda, "vindplaatsen": "v-thema"}
        ],
        "dorp/opgaven": [
            {
                "id": "opgave-1", "nummer": "1.1", "naam": "Meer bewegen voor iedereen", "document": agenda,
                "onderdeel_van": "thema-1", "uitgewerkt_in": "v-opgave", "vindplaatsen": "v-opgave",
            }
        ],
        "dorp/subdoelen": [
            {
                "id": "subdoel-1", "naam": "Kinderen bewegen elke dag", "document": agenda, "onderdeel_van": "opgave-1",
                "vindplaatsen": "v-subdoel",
            }
        ],
        "dorp/acties": [
            {
                "id": "actie-1", "naam": "Trainingen geven", "document": agenda, "onderdeel_van": "subdoel-1",
                "trekker": "gemeente-dorp", "genoemde_trekker": "wij", "jaren": "2025;2026",
                "betrokkenen": "sportclub-noord;landelijk:inwoners", "doelgroepen": "landelijk:kinderen",
                "toegezegd": "18 trainingen", "vindplaatsen": "v-actie",
            },
            {
                "id": "actie-2", "naam": "Beweegtuin aanleggen", "document": agenda, "kernen": "laagkerk",
                "vindplaatsen": "v-tuin",
            },
        ],
        "dorp/indicatoren": [
            {
                "id": "indicator-1", "naam": "Aantal trainingen", "document": agenda, "eenheid": "aantal",
                "vervallen": "nee", "vernieuwd": "nee", "vindplaatsen": "v-cijfer",
            }
        ],
        "dorp/metingen": [
            {
                "id": f"meting-{year}", "indicator": "indicator-1", "document": agenda, "periode": year, "soort": kind,
                "waarde": value, "ruw": value, "vindplaatsen": "v-cijfer",
            }
            for year, kind, value in (("2024", "realisatie", "12"), ("2025", "begroot", "18"))
        ],
        "dorp/budgetposten": [
            {"id": "lasten", "naam": "Lasten", "document": agenda, "soort": "lasten", "vindplaatsen": "v-geld"}
        ],
        "dorp/bedragen": [
            {
                "id": "lasten-2025", "budgetpost": "lasten", "document": agenda, "periode": "2025", "soort": "begroot",
                "waarde": "100", "ruw": "100", "vindplaatsen": "v-geld",
            }
        ],
        "dorp/principes": [
            {
                "id": "principe-1", "naam": "Vertrouwen", "document": agenda, "soort": "uitgangspunt",
                "vindplaatsen": "v-principe",
            }
        ],
        "dorp/verbanden": [
            {
                "id": "verband-1", "van": "indicator-1", "relatie": "meet", "naar": "actie-1", "sterkte": "zeker",
                "reden": "Het cijfer telt de trainingen.", "vindplaatsen": "v-cijfer",
            },
            {
                "id": "verband-2", "van": "actie-2", "relatie": "draagt bij aan", "naar": "landelijk:gala-1",
                "sterkte": "aannemelijk", "reden": "Een beweegtuin helpt om te bewegen.", "vindplaatsen": "v-tuin",
            },
        ],
        "dorp/vermeldingen": [
            {"id": f"vermelding-{number}", "in": inside, "wat": what, "vorm": form, "vindplaatsen": where}
            for number, (inside, what, form, where) in enumerate(
                (
                    ("actie-1", "sportclub-noord", "Sportclub Noord", "v-actie"),
                    ("actie-2", "landelijk:gala", "GALA", "v-tuin"),
                    ("agenda-2025", "landelijk:wmo-2015", "Wmo 2015", "v-wet"),
                ),
                start=1,
            )
        ],
        "dorp/verklaringen": [
            {
                "id": "verklaring-1", "element": "actie-2", "vraag": "acties-zonder-trekker",
                "reden": "De raad kiest nog.", "door": "beleidsadviseur", "tot": "2999-12-31",
            }
        ],
        "stad/gemeenten": [{"id": "gemeente-stad", "naam": "Stad", "cbs_code": "GM9002", "vindplaatsen": "v-titel"}],
        "stad/documenten": [document("visie", "Visie van Stad", "gemeente-stad", "visie.txt", VISIE, "visie")],
        "stad/vindplaatsen": [
            place(name, VISIE, "visie", first, last)
            for name, first, last in (("v-titel", 1, 1), ("v-1", 3, 3), ("v-2", 4, 4))
        ],
        "stad/principes": [
            {
                "id": f"principe-{number}", "naam": name, "document": "visie", "soort": "leidend principe",
                "vindplaatsen": where,
            }
            for number, name, where in ((1, "Vertrouwen is de basis", "v-1"), (2, "Iedereen telt mee", "v-2"))
        ],
    }  # fmt: skip


def csv_text(table: str, rows: Sequence[Cells]) -> str:
    """The rows as the CSV of a table, with every column of the schema. Raises ValueError for an unknown column."""
    columns = [column.name for column in load_schema().tables[table].columns]
    target = io.StringIO()
    writer = csv.DictWriter(target, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue()


def mapping_text(rows: Sequence[Sequence[str]] = MAPPING_ROWS, header: str = MAPPING_HEADER) -> str:
    """An SSSOM file."""
    return header + "".join("\t".join(cells) + "\n" for cells in (MAPPING_COLUMNS, *rows))


def write_register(root: Path, tables: Tables | None = None, files: Mapping[str, str | bytes] | None = None) -> Path:
    """Write a register under `root` and return `root`.

    `tables` are the rows by `ruimte/table` (None: those of the small register); `files` are whole files by their path
    under `root`, written last, so that they replace a table. The matches come along with the small register.
    """
    tables = small_tables() if tables is None else tables
    contents: dict[str, str | bytes] = {}
    for name, rows in tables.items():
        contents[f"{name}.csv"] = csv_text(name.partition("/")[2], rows)
    if "stad/principes" in tables:
        contents["overeenkomsten/stad-dorp.sssom.tsv"] = mapping_text()
    for name, content in {**contents, **(files or {})}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def write_documents(folder: Path, **texts: str) -> Path:
    """Write the two documents to `folder` and return it. `agenda` and `visie` replace their texts."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in {"agenda": AGENDA, "visie": VISIE, **texts}.items():
        (folder / f"{name}.txt").write_bytes(text.encode())
    return folder

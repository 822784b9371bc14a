"""Reports made without a register, for tests of the forms; and texts that try to break out of a form."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from beleidsspoor.graph.show.report import Origin, Report
from beleidsspoor.graph.show.tables import Column, Kind, Table
from beleidsspoor.graph.store import StoredDocument
from beleidsspoor.graph.words import Cell

DOCUMENT = StoredDocument(
    iri="https://example.org/dorp/agenda", graph="https://example.org/dorp/agenda/graaf", id="agenda",
    title="Agenda van Dorp 2025", kind="agenda", ruimte="dorp", gemeente="https://example.org/dorp/gemeente-dorp",
    gemeente_name="Dorp", gemeente_id="gemeente-dorp", short_title="Agenda 2025", date="01-02-2025",
    iso_date="2025-02-01",
)  # fmt: skip
ORIGIN = Origin("alle gemeenten", {"gemeente": None, "diep": False}, "abc123", (DOCUMENT,))

COLUMNS = (
    Column("element", "Element", Kind.MACHINE),
    Column("id", "Id", Kind.CODE),
    Column("naam", "Naam"),
    Column("toestand", "Toestand", Kind.STATE),
    Column("aantal", "Aantal", Kind.NUMBER, own=True),
    Column("soort_werk", "Soort werk", own=True),
    Column("vindplaats", "Vindplaats", Kind.PLACES),
)

HOSTILE = (
    "=HYPERLINK(\"http://example.org\";\"klik\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "a;=1+1", "'=1", "＝1+1",
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><b>", "{{ 7*7 }}", "{% for %}", "&amp; &",
    "regel een\nregel twee", "\r\nweg", "a\x00b", "\x1b[31mrood\x1b[0m", "\x07", "\ufffe", "_x0041_", "; , \" '",
    "\u202edlog.exe", "日本の名前", "e\u0301", "👩‍👩‍👧", "a" * 400, "a,b", "| |", "[]:*?/\\",
)  # fmt: skip
#: Any text that a store can hold, and the tricks above.
texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))


def sample_table(rows: Sequence[tuple[Cell, ...]], name: str = "acties-zonder-trekker") -> Table:
    """A table with the columns above; the counts are those of its rows."""
    states = [str(row[3]) for row in rows]
    counts = {state: states.count(state) for state in ("gedekt", "gat", "bewust_open", "niet_onderzocht")}
    return Table(name, "Acties zonder trekker", "Wie trekt elke actie?", COLUMNS, tuple(rows), counts)


def sample_row(
    naam: str = "Trainingen geven", state: str = "gat", aantal: Cell = 3, werk: str = ""
) -> tuple[Cell, ...]:
    """A row for the columns above."""
    return ("https://example.org/dorp/a1", "a1", naam, state, aantal, werk or None, ("Agenda 2025, regel 10",))


def sample_report(*rows: tuple[Cell, ...]) -> Report:
    """A report of one question with these rows."""
    return Report("Acties zonder trekker", ORIGIN, (sample_table(rows),))

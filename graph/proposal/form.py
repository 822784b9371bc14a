"""The form of the workbook: its sheets and the columns that a proposal adds to those of the register.

Writing and reading back both follow this module. Rows are read back by the headings of their columns, so a judge may
move columns and sort rows.
"""

from __future__ import annotations

from beleidsspoor.graph.register.schema import Table

#: What the judge writes, and the words that mean it.
JUDGEMENT = "oordeel"
YES, NO, LATER = JUDGEMENTS = ("ja", "nee", "later")
#: What the proposal tells before and behind the register's own columns.
BEFORE = (JUDGEMENT, "stand", "passage", "blz", "regels")
BEHIND = ("hangt onder", "waarom", "zekerheid", "let op", "verschil")
#: The last column, hidden: the fingerprint of the register's row as the proposal saw it.
SEEN = "gezien"

GUIDE, MISSED, LISTS, FACTS = "Leeswijzer", "Hier ontbreekt iets", "Keuzelijsten", "Techniek"
#: The table whose rows go along with the rows that point to them.
PLACES = "vindplaatsen"
#: Tables whose rows, left without a judgement, follow the row that this column points to.
FOLLOWING = {"metingen": "indicator", "bedragen": "budgetpost"}

#: The facts on the hidden sheet: which form this is, and what it was made for.
FORM = "beleidsspoor-voorstel-1"
FACT_FORM, FACT_RUIMTE, FACT_VERSION = "vorm", "ruimte", "register"


def sheet_name(table: Table) -> str:
    """The name of the sheet of a table.

    It is the name of the file in the register, so that a message about one helps to find the other.
    """
    return table.name.capitalize()


def headings(table: Table) -> tuple[str, ...]:
    """All headings of the sheet of a table, in order. Places are not judged and have those of the register alone."""
    own = tuple(column.name for column in table.columns)
    return own if table.name == PLACES else (*BEFORE, *own, *BEHIND, SEEN)

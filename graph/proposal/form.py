"""The form of the workbook: its sheets and the columns that a proposal adds to those of the register.

Writing and reading back both follow this module. Rows are read back by the headings of their columns, so a judge may
move columns and sort rows.
"""

from __future__ import annotations

#: What the judge writes, and the words that mean it.
JUDGEMENT = "oordeel"
YES, NO, LATER = JUDGEMENTS = ("ja", "nee", "later")
#: What the proposal tells beside the register's own columns: first of all, behind the name, behind the rest.
BEFORE = (JUDGEMENT, "stand")
PASSAGE = "passage"
EVIDENCE = ("hangt onder", PASSAGE, "blz", "regels", "zekerheid")
BEHIND = ("let op", "verschil")
#: The columns of the register by which a person knows a row, and the rule that found it.
NAMES = ("naam", "titel")
REASON = "waarom"
#: The last columns, hidden: fingerprints of each cell as it was proposed, and of the register's row as it was then.
PROPOSED, SEEN = "voorgesteld", "gezien"

GUIDE, MISSED, FACTS = "Leeswijzer", "Hier ontbreekt iets", "Techniek"
#: The table whose rows go along with the rows that point to them.
PLACES = "vindplaatsen"
#: Tables whose rows, left without a judgement, follow the row that this column points to.
FOLLOWING = {"metingen": "indicator", "bedragen": "budgetpost"}

#: The facts on the hidden sheet: which form this is, and what it was made for.
FORM = "beleidsspoor-voorstel-1"
FACT_FORM, FACT_RUIMTE, FACT_VERSION = "vorm", "ruimte", "register"

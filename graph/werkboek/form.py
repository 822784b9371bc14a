"""The form of the workbook: its sheets beside those of the tables, and the facts that taking it back needs.

Writing and reading back both follow this module. Columns are found by their heading and rows by their id, so a person
may move columns and sort rows.
"""

from __future__ import annotations

GUIDE, COLUMNS = "Leeswijzer", "Kolommen"
#: Hidden sheets: what the workbook was made of, the names of the rows, and the rows as they were.
FACTS, NAMES, ROWS = "Techniek", "Namen", "Zoals het was"

#: The facts: which form this is, of which ruimte, and of which version of the register.
FORM = "beleidsspoor-werkboek-1"
FACT_FORM, FACT_RUIMTE, FACT_VERSION = "vorm", "ruimte", "register"

#: What stands between several values in a cell when the workbook is made; `;` alone or a new line is as good.
BETWEEN_WORDS, BETWEEN_NAMES = "; ", ";\n"
#: Formats and drop-downs go on below the last row, for rows that are added.
ROWS_TO_ADD = 500

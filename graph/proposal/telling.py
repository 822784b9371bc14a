"""What a proposal holds and what taking it over does, told in Dutch."""

from __future__ import annotations

from collections import Counter

from beleidsspoor.graph.excel.table_sheets import sheet_name
from beleidsspoor.graph.proposal.form import PLACES
from beleidsspoor.graph.proposal.model import STANDS, Proposal
from beleidsspoor.graph.proposal.plan import Plan
from beleidsspoor.graph.register.cells import shorten
from beleidsspoor.graph.register.schema import Schema
from beleidsspoor.graph.words import visible

#: How many ids of new rows are named for each table.
_NAMED = 3


def tell_plan(plan: Plan, schema: Schema) -> str:
    """The plan as lines of text: how many new rows in each table, and by itself every id that was made for the judge,
    every change and every skipped row.
    """
    lines = [f"Voorstel voor {plan.ruimte}."]
    if plan.is_empty:
        lines.append("Er verandert niets: het register heeft alles al wat op ja staat.")
    counts = Counter(change.row.table for change in plan.added)
    for name in schema.tables:
        if counts[name]:
            named = [change.id for change in plan.added if change.row.table == name][:_NAMED]
            more = ", …" if counts[name] > _NAMED else ""
            lines.append(f"Nieuw in {name}: {counts[name]} ({', '.join(named)}{more})")
    for change in plan.added:
        if change.row.id_given:
            sheet = sheet_name(schema.tables[change.row.table])
            lines.append(f"Blad {sheet}, rij {change.row.number} had geen id, en kreeg: {change.id}")
    for change in plan.changed:
        lines.append(f"Veranderd in {change.row.table}: {change.id}")
        for column, old, new in change.differences:
            lines.append(f"  {column}: {_shown(old)} → {_shown(new)}")
    for row, reason in plan.skipped:
        sheet = sheet_name(schema.tables[row.table])
        lines.append(f"Overgeslagen: {row.texts['id']} (blad {sheet}, rij {row.number}). {reason}")
    if plan.skipped:
        lines.append("Een overgeslagen rij blijft zoals zij in het register staat. Maak zo nodig een nieuw voorstel.")
    lines.append(f"Al in het register: {plan.present}. Op nee: {plan.refused}. Nog te beoordelen: {plan.waiting}.")
    return "\n".join(visible(line) for line in lines)


def _shown(text: str) -> str:
    return f"'{shorten(text)}'" if text else "leeg"


def tell_proposal(proposal: Proposal) -> str:
    """How many rows are proposed, by how they stand to the register, and how many passages gave none."""
    counts = Counter(row.stand for row in proposal.rows if row.table != PLACES)
    stands = ", ".join(f"{counts[stand]} {stand}" for stand in STANDS)
    return f"Rijen: {stands}. Passages waarin niets is herkend: {len(proposal.missed)}."

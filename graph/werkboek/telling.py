"""What taking a workbook back would change, told in Dutch."""

from __future__ import annotations

from beleidsspoor.graph.excel.table_sheets import heading, sheet_name
from beleidsspoor.graph.werkboek.plan import Change, Plan, Removal
from beleidsspoor.graph.words import visible

#: So many new rows of a table are named.
_NAMED = 5


def tell_plan(plan: Plan) -> str:
    """The plan as lines of text: first the counts, then every change, and what of the workbook was left."""
    lines = [f"Werkboek van {plan.ruimte}: {_counts(plan)}."]
    for change in plan.changed:
        lines.append(f"Veranderd op blad {sheet_name(change.table)}: {_called(change)}")
        lines += [f"  {heading(each.column)}: {each.old} → {each.new}" for each in change.differences]
    for table in dict.fromkeys(change.table.name for change in plan.added):
        new = [change for change in plan.added if change.table.name == table]
        more = f" en nog {len(new) - _NAMED}" if len(new) > _NAMED else ""
        named = ", ".join(map(_called, new[:_NAMED]))
        lines.append(f"Nieuw op blad {sheet_name(new[0].table)}: {named}{more}")
    lines += [tell_removal(removal) for removal in plan.removed]
    lines += [f"Let op: {note}" for note in plan.notes]
    return "\n".join(visible(line) for line in lines)


def tell_removal(removal: Removal) -> str:
    """Which row is taken out."""
    return f"Verwijderd van blad {sheet_name(removal.table)}: {_called(removal)}"


def rows(number: int) -> str:
    """A number of rows.

    >>> rows(1), rows(3)
    ('1 rij', '3 rijen')
    """
    return f"{number} {'rij' if number == 1 else 'rijen'}"


def _counts(plan: Plan) -> str:
    if plan.is_empty:
        return "er verandert niets"
    counts = ((len(plan.changed), "veranderd"), (len(plan.added), "nieuw"), (len(plan.removed), "verwijderd"))
    return ", ".join(f"{rows(number)} {what}" for number, what in counts if number)


def _called(row: Change | Removal) -> str:
    return f"{row.id} ({row.name})" if row.name else row.id

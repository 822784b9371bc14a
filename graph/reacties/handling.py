"""Answering a remark: what was done with it, why, who says so and when."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from beleidsspoor.graph.reacties.filled_form import clean
from beleidsspoor.graph.reacties.history import DONE, REFUSED
from beleidsspoor.graph.register.cells import closest, shorten
from beleidsspoor.graph.register.csv_editing import edit_table
from beleidsspoor.graph.register.reading import Register, Row
from beleidsspoor.graph.scope import UnknownName

_PREFIX = "reactie-"
#: So many characters of an id tell enough to look for it.
_ENOUGH = 4


class IncompleteAnswer(ValueError):
    """An answer that lacks something; the text is Dutch and says what."""


@dataclass(frozen=True)
class GivenAnswer:
    """An answer as it was given. An empty text leaves what there is; dates are ISO texts."""

    toestand: str
    antwoord: str = ""
    door: str = ""
    uiterlijk: str = ""
    op: str = ""


def find_remark(given: str, register: Register) -> Row:
    """The row of the remark that `given` means: its id, with or without ruimte, or the begin of it.

    Raises UnknownName with what comes near.
    """
    wanted = given.strip().casefold()
    rows = list(register.rows_of("reacties"))
    exact = [row for row in rows if wanted in (row.id, row.reference, row.id.removeprefix(_PREFIX))]
    start = wanted.rpartition(":")[2].removeprefix(_PREFIX)
    found = exact or [row for row in rows if row.id.removeprefix(_PREFIX).startswith(start) and len(start) >= _ENOUGH]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(row.reference for row in found)
        raise UnknownName(f"'{given}' past op meer reacties: {names}. Kies er één.")
    near = closest(wanted, [name for row in rows for name in (row.id, row.reference)])
    advice = f"Bedoelt u {near}?" if near else "Kijk met 'beleidsspoor reacties' welke er zijn."
    raise UnknownName(f"De reactie '{shorten(given)}' staat niet in het register. {advice}")


def answer_remark(row: Row, answer: GivenAnswer, register: Register, today: str) -> dict[Path, bytes]:
    """The file that changes when this answer is written; none when the row says so already. Writes nothing.

    The day of an answer is `answer.op`, else the day that is there when nothing else changes, else `today`. Raises
    IncompleteAnswer when a reason or the name of who answers is missing, or a text is too long.
    """
    old = {name: ";".join(values) for name, values in row.cells.items()}
    new = {**old, "toestand": answer.toestand}
    given = {"antwoord": clean(answer.antwoord), "antwoord_door": clean(answer.door), "uiterlijk": answer.uiterlijk}
    new.update((name, text) for name, text in given.items() if text)
    finished = answer.toestand in (DONE, REFUSED)
    _check(new, register, finished=finished)
    if answer.op or ((finished or given["antwoord"]) and (new != old or "antwoord_op" not in old)):
        new["antwoord_op"] = answer.op or today
    if new == old:
        return {}
    path = register.root / row.ruimte / f"{row.table.name}.csv"
    return {path: edit_table(path.read_bytes(), {row.id: new}, [])}


def _check(new: dict[str, str], register: Register, *, finished: bool) -> None:
    if new["toestand"] == REFUSED and not new.get("antwoord"):
        raise IncompleteAnswer("Schrijf met --antwoord waarom de reactie niet is overgenomen.")
    if finished and not new.get("antwoord_door"):
        raise IncompleteAnswer("Zeg met --door wie dit antwoord geeft.")
    for name in ("antwoord", "antwoord_door"):
        column = register.schema.tables["reacties"].column(name)
        longest = column.longest if column else None
        if longest is not None and len(new.get(name, "")) > longest:
            words = name.replace("_", " ")
            raise IncompleteAnswer(f"De tekst bij '{words}' is te lang: er passen {longest} tekens.")

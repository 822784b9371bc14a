"""The remarks in a register, each with what was done with it and whether its element has changed since."""

from __future__ import annotations

from dataclasses import dataclass

from beleidsspoor.graph.reacties.versions import row_version
from beleidsspoor.graph.register.reading import Register, Row

#: The states of a remark, as begrippen.ttl names them, in the order of every list.
STATES = ("open", "in behandeling", "verwerkt", "niet overgenomen")
OPEN, IN_HAND, DONE, REFUSED = STATES


@dataclass(frozen=True)
class Remark:
    """One remark. `id` and `element` are `ruimte:id`; dates are ISO texts; an empty text means that there is none.

    `naam` is what a reader calls the element now. `antwoord` is answered by `door`: by the day `uiterlijk`, or on the
    day `antwoord_op`. `changed` is True when the element says something else than when the remark was made.
    `raadsvraag` is the question to the council that the remark answers.
    """

    id: str
    element: str
    naam: str
    soort: str
    tekst: str
    wie: str
    op: str
    toestand: str
    antwoord: str
    door: str
    uiterlijk: str
    antwoord_op: str
    changed: bool
    raadsvraag: str


def remarks(register: Register) -> tuple[Remark, ...]:
    """All remarks in the register: by state, then in the order of the files."""
    found = (_remark(row, register) for row in register.rows_of("reacties"))
    return tuple(sorted(found, key=lambda remark: STATES.index(remark.toestand)))


def _remark(row: Row, register: Register) -> Remark:
    # Whoever reads a register without checking it may meet a row whose element is not filled in.
    target = register.find(row.one("element") or "", row.ruimte)
    return Remark(
        id=row.reference,
        element=target.reference if target else "",
        naam=row_name(target) if target else "",
        soort=row.one("soort") or "",
        tekst=row.one("tekst") or "",
        wie=row.one("wie") or "",
        op=row.one("op") or "",
        toestand=row.one("toestand") or OPEN,
        antwoord=row.one("antwoord") or "",
        door=row.one("antwoord_door") or "",
        uiterlijk=row.one("uiterlijk") or "",
        antwoord_op=row.one("antwoord_op") or "",
        changed=target is not None and row.one("versie") != row_version(target),
        raadsvraag=row.one("raadsvraag") or "",
    )


def row_name(row: Row) -> str:
    """What a reader calls a row: its name or title, else its id."""
    return row.one("naam") or row.one("titel") or row.id

"""The sign-offs in a register: whether each still holds, and if not, what has changed."""

from __future__ import annotations

from dataclasses import dataclass

from beleidsspoor.graph.akkoord.content import Covered, content_hash, covered_by
from beleidsspoor.graph.reacties.history import row_name
from beleidsspoor.graph.register.reading import Register, Row

#: How a row that a sign-off covers can differ from that day.
ADDED, REMOVED, CHANGED = ("erbij gekomen", "weggehaald", "veranderd")


@dataclass(frozen=True)
class Change:
    """One row that differs since a sign-off: `what` is ADDED, REMOVED or CHANGED; `element` is `ruimte:id`.

    `was` is the name of that day, when it has another now.
    """

    what: str
    element: str
    naam: str
    was: str = ""

    @property
    def named(self) -> str:
        """The name, with that of the day of the sign-off.

        >>> Change(CHANGED, "dorp:actie-1", "Les geven", "Trainen").named
        'Les geven (was: Trainen)'
        """
        return f"{self.naam} (was: {self.was})" if self.was else self.naam

    def __str__(self) -> str:
        """The change as a reader would say it: `veranderd: Trainingen geven`."""
        return f"{self.what}: {self.named}"


@dataclass(frozen=True)
class SignOff:
    """One sign-off. `id` and `element` are `ruimte:id`, `naam` is that of the thema, `op` an ISO date.

    `valid` is False when something under the thema has changed; `changes` says what, and is empty when the lines of the
    sign-off in the register were changed themselves. `minderheid` is what a minority thinks, `minderheid_door` who that
    is; both may be empty.
    """

    id: str
    element: str
    naam: str
    door: str
    op: str
    minderheid: str
    minderheid_door: str
    valid: bool
    changes: tuple[Change, ...]


def signoffs(register: Register) -> tuple[SignOff, ...]:
    """All sign-offs in the register, the newest first."""
    then: dict[str, list[Covered]] = {}
    for line in register.rows_of("akkoordregels"):
        agreed = register.find(line.one("akkoord") or "", line.ruimte)
        covered = Covered(line.one("kenmerk") or "", line.one("naam") or "", line.one("versie") or "")
        then.setdefault(agreed.reference if agreed else "", []).append(covered)
    found = (_signoff(row, then.get(row.reference, []), register) for row in register.rows_of("akkoorden"))
    return tuple(sorted(found, key=lambda signoff: signoff.op, reverse=True))


def _signoff(row: Row, then: list[Covered], register: Register) -> SignOff:
    # Whoever reads a register without checking it may meet a row whose element is not filled in.
    target = register.find(row.one("element") or "", row.ruimte)
    now = covered_by(register, target.reference) if target else ()
    agreed = row.one("inhoud")
    valid = agreed == content_hash(now)
    # Lines that somebody changed by hand cannot tell what has changed since.
    trusted = agreed == content_hash(then)
    return SignOff(
        id=row.reference,
        element=target.reference if target else "",
        naam=row_name(target) if target else "",
        door=row.one("door") or "",
        op=row.one("op") or "",
        minderheid=row.one("minderheid") or "",
        minderheid_door=row.one("minderheid_door") or "",
        valid=valid,
        changes=_changes(then, now) if trusted and not valid else (),
    )


def _changes(then: list[Covered], now: tuple[Covered, ...]) -> tuple[Change, ...]:
    """What differs, in the order of the register; what is gone comes last."""
    old = {each.reference: each for each in then}
    found = []
    for each in now:
        before = old.pop(each.reference, None)
        if before is None:
            found.append(Change(ADDED, each.reference, each.name))
        elif before.version != each.version:
            was = before.name if before.name != each.name else ""
            found.append(Change(CHANGED, each.reference, each.name, was))
    return (*found, *(Change(REMOVED, each.reference, each.name) for each in old.values()))

"""Recording a sign-off: it binds to a thema and everything under it as it is now."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from beleidsspoor.graph.akkoord.content import Covered, content_hash, covered_by
from beleidsspoor.graph.derive import TOPS
from beleidsspoor.graph.reacties.filled_form import clean
from beleidsspoor.graph.reacties.history import row_name
from beleidsspoor.graph.register.cells import closest, shorten
from beleidsspoor.graph.register.csv_editing import Texts, edit_table, empty_table
from beleidsspoor.graph.register.reading import Register, Row
from beleidsspoor.graph.scope import UnknownName

_AGREEMENTS, _LINES = "akkoorden", "akkoordregels"


class WrongSignOff(ValueError):
    """A sign-off that cannot be recorded; the text is Dutch and says why."""


@dataclass(frozen=True)
class GivenSignOff:
    """A sign-off as it was given: by whom, on which day (ISO), and what a minority thinks, if there is one."""

    door: str
    op: str
    minderheid: str = ""
    minderheid_door: str = ""


@dataclass(frozen=True)
class Signing:
    """What recording would do: the thema, how many rows are covered, and the files to write (none: nothing is new)."""

    thema: Row
    covered: int
    files: dict[Path, bytes]


def find_thema(given: str, register: Register, ruimten: Collection[str] | None = None) -> Row:
    """The row of the thema or doelenboom that `given` means: its id, its name or a part of its name.

    Only those of `ruimten` count (None: all). Raises UnknownName when there is none, or more than one.
    """
    wanted = given.strip().casefold()
    rows = [row for row in register.rows if row.table.name in TOPS and (ruimten is None or row.ruimte in ruimten)]
    by_id = [row for row in rows if wanted in (row.id.casefold(), row.reference.casefold())]
    by_name = [row for row in rows if wanted == row_name(row).casefold()]
    by_part = [row for row in rows if wanted in row_name(row).casefold()] if wanted else []
    found = by_id or by_name or by_part
    if len(found) == 1:
        return found[0]
    if found:
        names = "; ".join(f"{row_name(row)} ({row.reference})" for row in found)
        raise UnknownName(f"'{given}' past op meer thema's: {names}. Geef wat tussen haakjes staat.")
    near = closest(wanted, dict.fromkeys(text for row in rows for text in _said_of(row)))
    advice = f"Bedoelt u {near}?" if near else f"Bekend zijn: {'; '.join(row_name(row) for row in rows)}."
    raise UnknownName(f"Het thema '{shorten(given)}' staat niet in het register. {advice}")


def _said_of(row: Row) -> tuple[str, ...]:
    """What somebody may have meant to type for a thema: its name, its id, or a word of its name."""
    return row_name(row), row.id, *row_name(row).casefold().split()


def plan_signing(thema: Row, given: GivenSignOff, register: Register) -> Signing:
    """What recording this sign-off would change in the register. Writes nothing.

    The same sign-off again changes nothing; a minority opinion may be added to one that has none. Raises WrongSignOff
    for a text that is too long, or another minority opinion beside one that is there.
    """
    covered = covered_by(register, thema.reference)
    hashed = content_hash(covered)
    who, day = " ".join(clean(given.door).split()), given.op
    content = json.dumps([thema.reference, who, day, hashed])
    texts = {
        "id": f"akkoord-{blake2b(content.encode(), digest_size=6).hexdigest()}", "element": thema.id, "door": who,
        "op": day, "inhoud": hashed, "minderheid": clean(given.minderheid),
        "minderheid_door": " ".join(clean(given.minderheid_door).split()),
    }  # fmt: skip
    _check_lengths(texts, register)
    known = register.by_reference.get(f"{thema.ruimte}:{texts['id']}")
    if known is not None:
        return Signing(thema, len(covered), _with_minority(known, texts, register))
    files = _edited(thema.ruimte, _AGREEMENTS, {}, [texts], register)
    files |= _edited(thema.ruimte, _LINES, {}, list(_lines(texts["id"], covered)), register)
    return Signing(thema, len(covered), files)


def _lines(agreement: str, covered: Iterable[Covered]) -> Iterable[Texts]:
    for number, each in enumerate(covered, start=1):
        yield {
            "id": f"{agreement}-{number}", "akkoord": agreement, "kenmerk": each.reference, "naam": each.name,
            "versie": each.version,
        }  # fmt: skip


def _with_minority(known: Row, texts: dict[str, str], register: Register) -> dict[Path, bytes]:
    """The file with the minority opinion beside a sign-off that is there; none when nothing is new."""
    old = {name: ";".join(values) for name, values in known.cells.items()}
    new = texts["minderheid"], texts["minderheid_door"]
    if new in (("", ""), (old.get("minderheid", ""), old.get("minderheid_door", ""))):
        return {}
    if old.get("minderheid"):
        said = shorten(" ".join(old["minderheid"].split()))
        raise WrongSignOff(f"Bij dit akkoord staat al wat een minderheid vindt: '{said}'.")
    return _edited(known.ruimte, _AGREEMENTS, {known.id: texts}, [], register)


def _edited(
    ruimte: str, name: str, changed: dict[str, Texts], added: list[Texts], register: Register
) -> dict[Path, bytes]:
    path = register.root / ruimte / f"{name}.csv"
    content = path.read_bytes() if path.exists() else empty_table(register.schema.tables[name])
    return {path: edit_table(content, changed, added)}


def _check_lengths(texts: dict[str, str], register: Register) -> None:
    for column in register.schema.tables[_AGREEMENTS].columns:
        length = len(texts.get(column.name, ""))
        if column.longest is not None and length > column.longest:
            option = column.name.replace("_", "-")
            raise WrongSignOff(f"De tekst bij --{option} heeft {length} tekens; er passen er {column.longest}.")

"""A new municipality: its folder, its row in gemeenten.csv and empty tables, beside what all municipalities share."""

from __future__ import annotations

import csv
import io
import re
import shutil
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NoReturn

from beleidsspoor.graph.faults import Fault, InputFaults
from beleidsspoor.graph.register.cells import closest
from beleidsspoor.graph.register.csv_editing import edit_table, empty_table
from beleidsspoor.graph.register.reading import shipped_register
from beleidsspoor.graph.register.schema import load_schema, ontology_text
from beleidsspoor.graph.register.slugs import slug

#: The list of municipalities: codes and names of CBS, as of 1 January 2023 (342 municipalities).
LIST = "gemeenten.csv"
LIST_DATE = "1 januari 2023"
#: The ruimte that every municipality refers to.
NATIONAL = "landelijk"
_CODE = re.compile(r"^GM[0-9]{4}$")
#: TOOI calls a municipality by its CBS code in small letters (https://identifier.overheid.nl/tooi/set/rwc_gemeenten_compleet).
_TOOI = "https://identifier.overheid.nl/tooi/id/gemeente/"


@dataclass(frozen=True)
class Municipality:
    """A municipality with its CBS code.

    >>> find_municipality("den haag").code
    'GM0518'
    """

    name: str
    code: str

    @property
    def tooi(self) -> str:
        """The IRI of the municipality in TOOI.

        >>> Municipality("Twenterand", "GM1700").tooi
        'https://identifier.overheid.nl/tooi/id/gemeente/gm1700'
        """
        return _TOOI + self.code.casefold()


def find_municipality(name: str, code: str | None = None) -> Municipality:
    """The municipality of this name. With `code` it need not be on the list: it may be newer than the list is.

    Raises InputFaults when the name is not on the list and there is no code, or when the code is another's.
    """
    known = listed_municipalities()
    wanted = slug(name).removeprefix("gemeente-")
    found = known.get(wanted)
    if code is None:
        if found is None:
            _refuse(name, "Deze gemeente staat niet in de lijst.", _advice(wanted))
        return found
    code = code.strip().upper()
    if not _CODE.match(code):
        _refuse(name, f"'{code}' is geen gemeentecode.", "De code is GM met vier cijfers, zoals GM1700.")
    owner = next((each for each in known.values() if each.code == code), None)
    if owner is not None and owner != found:
        _refuse(name, f"De code {code} is van {owner.name}.", "Controleer de naam en de code.")
    if found is not None and found.code != code:
        _refuse(name, f"{found.name} heeft de code {found.code}, niet {code}.", "Laat --cbs-code weg.")
    return found or Municipality(name.strip(), code)


def start_ruimte(root: Path, municipality: Municipality) -> list[Path]:
    """Make the folder of a municipality in the register under `root`, with all tables; gives the folders that are new.

    A register without the national tables (programmes, laws, mandatory indicators …) gets those of the package too. A
    folder comes whole or not at all. Raises InputFaults when the municipality has one already, OSError when it cannot
    be made.
    """
    folder = root / slug(municipality.name)
    if folder.exists():
        advice = "Kies een andere naam, of werk in de map die er is. Er is niets veranderd."
        raise InputFaults([Fault(str(folder), None, None, "Deze map is er al.", advice)])
    root.mkdir(parents=True, exist_ok=True)
    schema = load_schema()
    with tempfile.TemporaryDirectory(dir=root, prefix=".nieuw-") as place:
        made = Path(place) / folder.name
        made.mkdir()
        for name, table in schema.tables.items():
            content = empty_table(table)
            if name == "gemeenten":
                content = edit_table(content, {}, [_row(municipality)])
            (made / f"{name}.csv").write_bytes(content)
        new = [folder]
        if not (root / NATIONAL).exists():
            shutil.copytree(shipped_register() / NATIONAL, Path(place) / NATIONAL)
            new.append(root / NATIONAL)
        # The folder of the temporary one is private; those inside have the rights of any new folder.
        for path in reversed(new):
            (Path(place) / path.name).rename(path)
    return new


def _row(municipality: Municipality) -> dict[str, str]:
    return {
        "id": f"gemeente-{slug(municipality.name)}", "naam": f"Gemeente {municipality.name}",
        "andere_namen": municipality.name, "cbs_code": municipality.code, "tooi": municipality.tooi,
    }  # fmt: skip


@lru_cache(maxsize=1)
def listed_municipalities() -> dict[str, Municipality]:
    """The municipalities by their names as ids: the official name and what else people call it."""
    found: dict[str, Municipality] = {}
    for row in csv.DictReader(io.StringIO(ontology_text(LIST))):
        municipality = Municipality(row["naam"], row["cbs_code"])
        for name in (row["naam"], *filter(None, row["andere_namen"].split(";"))):
            found[slug(name)] = municipality
    return found


def _advice(wanted: str) -> str:
    near = closest(wanted, listed_municipalities())
    meant = f"Bedoelt u {listed_municipalities()[near].name}? " if near else ""
    return f"{meant}De lijst is van {LIST_DATE}. Is de gemeente nieuwer, geef dan haar code met --cbs-code GM1234."


def _refuse(name: str, message: str, advice: str) -> NoReturn:
    raise InputFaults([Fault(name, None, None, message, advice)])

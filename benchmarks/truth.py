"""What a question must find in a made-up municipality, worked out from its rows in plain Python: no RDF, no SPARQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from benchmarks.municipality import BUDGET, ELEMENTS_A_PROGRAMME, PROGRAMMES, Municipality

_GOALS = ("themas", "opgaven", "doelen", "subdoelen")


def holes_of(made: Municipality) -> dict[str, set[str]]:
    """By question: for a dekking the ids of the elements with a gat, for a signaal those of the elements in a row."""
    actions = _ids(made, "acties")
    goals = {goal for table in _GOALS for goal in _ids(made, table)}
    parents = {row["id"]: row.get("onderdeel_van", "") for table in made.tables.values() for row in table}
    measures = _links(made, "meet")
    current = {start: ends for start, ends in measures.items() if start not in _dropped(made)}
    measured, measured_now = _ends(measures), _ends(current)
    same = _links(made, "zelfde doel als")
    holes = {
        "indicatoren-zonder-doel": _ids(made, "indicatoren") - set(measures),
        "indicatoren-vervallen": _dropped(made) - _replaced(made),
        "doelen-zonder-indicator": goals - measured_now,
        "doelen-met-alleen-vervallen-indicatoren": (goals & measured) - measured_now,
        "opgaven-niet-uitgewerkt": _ids(made, "opgaven") - _with(made, "opgaven", "uitgewerkt_in"),
        "opgaven-niet-in-begroting": _ids(made, "opgaven") - _ends(same),
        "begroting-niet-in-agenda": {goal for goal in goals if goal.startswith(BUDGET)} - set(same),
        "tegenspraak": {row["indicator"] for row in made.tables["metingen"] if row["id"].endswith("-b")},
        "dubbele-beloften": set(_links(made, "zelfde belofte als")) | _ends(_links(made, "zelfde belofte als")),
    }
    if made.has_actions:
        holes |= {
            "acties-zonder-doel": {action for action in actions if not goals & set(_above(action, parents))},
            "acties-zonder-trekker": actions - _with(made, "acties", "trekker") - _explained(made),
            "acties-zonder-indicator": actions - measured_now,
            "doelen-zonder-actie": goals - {above for action in actions for above in _above(action, parents)},
            "programmadekking": _programme_elements() - _ends(_links(made, "draagt bij aan")),
        }
    return holes


def _ids(made: Municipality, table: str) -> set[str]:
    return {row["id"] for row in made.tables[table]}


def _with(made: Municipality, table: str, column: str) -> set[str]:
    """The ids of the rows with something in this column."""
    return {row["id"] for row in made.tables[table] if column in row}


def _links(made: Municipality, relation: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in made.tables["verbanden"]:
        if row["relatie"] == relation:
            found[row["van"]].add(row["naar"].removeprefix("landelijk:"))
    return found


def _ends(links: dict[str, set[str]]) -> set[str]:
    return {end for ends in links.values() for end in ends}


def _above(element: str, parents: dict[str, str]) -> Iterable[str]:
    while element := parents[element]:
        yield element


def _dropped(made: Municipality) -> set[str]:
    return {row["id"] for row in made.tables["indicatoren"] if row["vervallen"] == "ja"}


def _replaced(made: Municipality) -> set[str]:
    return {row["vervangt"] for row in made.tables["indicatoren"] if "vervangt" in row}


def _explained(made: Municipality) -> set[str]:
    """What is open on purpose, by an explanation that has not expired."""
    return {row["element"] for row in made.tables["verklaringen"] if row["tot"] > "2900"}


def _programme_elements() -> set[str]:
    numbers = range(1, PROGRAMMES + 1)
    return {f"programma-{number:02}-{part}" for number in numbers for part in range(1, ELEMENTS_A_PROGRAMME + 1)}

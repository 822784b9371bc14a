"""Reading the answers that the HTML page of a dossier saved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from beleidsspoor.graph.documents.limits import LIMITS, read_bounded, refuse
from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.reacties.answer_form import HEADS, JSON_FORM
from beleidsspoor.graph.reacties.filled_form import Filled, FilledForm, clean, is_filled

_SAVE_AGAIN = "Open het dossier, vul uw antwoorden in en bewaar ze opnieuw."


def read_page_answers(path: Path) -> FilledForm:
    """The answers in a .json file. Raises InputFaults when it is broken or was not saved by a dossier."""
    content = read_bounded(path, LIMITS.markup_file)
    try:
        saved = json.loads(content.decode("utf-8-sig"))
    # A file that is nested too deep, or holds a number that is too long, is as broken as one that ends half way.
    except (ValueError, RecursionError):
        refuse(path, "Dit bestand is beschadigd en kan niet worden gelezen.", _SAVE_AGAIN)
    if not isinstance(saved, dict) or saved.get("vorm") != JSON_FORM or not isinstance(saved.get("reacties"), list):
        refuse(path, "Dit bestand is niet door een dossier bewaard.", _SAVE_AGAIN)
    faults: list[Fault] = []
    return FilledForm(path.name, tuple(_filled(path.name, saved["reacties"], faults)), "", tuple(faults))


def _filled(file: str, answers: list[object], faults: list[Fault]) -> Iterator[Filled]:
    for number, answer in enumerate(answers, start=1):
        where = f"{file}, antwoord {number}"
        given = {key: answer.get(key, "") for key in HEADS} if isinstance(answer, dict) else {"element": None}
        cells = {key: clean(value) for key, value in given.items() if isinstance(value, str)}
        if len(cells) < len(given):
            wrong = next(key for key in given if key not in cells)
            message = "Hier staat geen tekst."
            faults.append(Filled({}, where).fault(wrong, message, _SAVE_AGAIN))
        elif is_filled(cells):
            yield Filled(cells, where)

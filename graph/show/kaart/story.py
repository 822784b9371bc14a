"""The story of a presentation: the views and elements that the advisor walks through, with a line of text each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from beleidsspoor.graph.faults import Fault, InputFaults
from beleidsspoor.graph.register.cells import closest
from beleidsspoor.graph.show.kaart.kinds import TOPS
from beleidsspoor.graph.show.kaart.model import MapModel
from beleidsspoor.graph.show.kaart.views import View
from beleidsspoor.graph.words import visible

_KEYS = ("weergave", "blad", "element", "tekst")
_ADVICE = "Schrijf: - weergave: agenda, en eventueel blad, element en tekst."


@dataclass(frozen=True)
class Step:
    """One step: a view, and if wanted a picture in it, a chosen element, and a line of text. `file` is for messages."""

    view: str
    sheet: str = ""
    element: str = ""
    text: str = ""
    file: str = ""
    line: int | None = None


def read_story(path: Path) -> tuple[Step, ...]:
    """Read a story: a YAML list of steps with the keys weergave, blad, element and tekst.

    Raises InputFaults with all faults of the file; what the steps name is checked against a map by `check_story`.
    """
    import yaml

    try:
        text = path.read_bytes().decode("utf-8-sig")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        loaded = yaml.safe_load(text)
    except UnicodeDecodeError as error:
        raise InputFaults(
            [Fault(str(path), None, None, "De tekst is geen UTF-8.", "Bewaar het bestand als UTF-8.")]
        ) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else None
        raise InputFaults([Fault(str(path), line, None, "Dit is geen goede YAML.", _ADVICE)]) from error
    if not isinstance(loaded, list) or not loaded or not isinstance(root, yaml.SequenceNode):
        raise InputFaults([Fault(str(path), 1, None, "Dit is geen lijst van stappen.", _ADVICE)])
    faults: list[Fault] = []
    lines = [node.start_mark.line + 1 for node in root.value]
    steps = [_step(path, line, entry, faults) for line, entry in zip(lines, loaded, strict=True)]
    if faults:
        raise InputFaults(faults)
    return tuple(step for step in steps if step is not None)


def _step(path: Path, line: int, entry: Any, faults: list[Fault]) -> Step | None:
    if not isinstance(entry, dict):
        faults.append(Fault(str(path), line, None, "Deze stap heeft geen sleutels.", _ADVICE))
        return None
    for key in entry:
        if key not in _KEYS:
            advice = f"Kies uit: {', '.join(_KEYS)}."
            faults.append(Fault(str(path), line, str(key), "Deze sleutel bestaat niet.", advice))
    values = {key: str(entry.get(key) or "").strip() for key in _KEYS}
    if not values["weergave"] and not values["element"]:
        faults.append(Fault(str(path), line, None, "Deze stap noemt geen weergave en geen element.", _ADVICE))
    view = values["weergave"] or "draad"
    return Step(view, values["blad"], values["element"], values["tekst"], str(path), line)


def default_story(model: MapModel, views: tuple[View, ...]) -> tuple[Step, ...]:
    """What is shown when the advisor chose nothing: the first picture, each thema, and then every other view."""
    if not model.spaces:
        return ()
    space = model.spaces[0]
    steps = [Step("agenda", "start", text=f"Waar werkt {space.name} aan?")] if model.of(space, *TOPS[:1]) else []
    steps += [Step("agenda", model.key(iri), text=model.elements[iri].naam) for iri in model.of(space, "Thema")]
    for view in views:
        if view.id not in ("agenda", "draad") and any(
            sheet.space in (space.id, "") and sheet.cards for sheet in view.sheets
        ):
            steps.append(Step(view.id, text=f"{view.name}: {view.sentence}"))
    return tuple(steps)


def check_story(story: tuple[Step, ...], model: MapModel, views: tuple[View, ...]) -> list[dict[str, str]]:
    """The steps as the page takes them. Raises InputFaults for every view, picture or element that is not there."""
    known = {view.id: {sheet.key for sheet in view.sheets} for view in views}
    ids = {element.id: model.key(iri) for iri, element in reversed(model.elements.items())}
    ids |= {key: key for key in map(model.key, model.elements)}
    faults: list[Fault] = []
    steps = []
    for step in story:
        view = _find(step, "weergave", step.view, {name: name for name in known}, faults)
        own = known.get(view, set())
        chosen = _find(step, "element", step.element, ids, faults)
        sheets = {key: key for key in own} | {short: key for short, key in ids.items() if key in own}
        sheet = _find(step, "blad", step.sheet, sheets, faults) if view else ""
        if not sheet and chosen in own:
            sheet = chosen
        steps.append({"weergave": view, "blad": sheet, "element": chosen, "tekst": visible(step.text)})
    if faults:
        raise InputFaults(faults)
    return steps


def _find(step: Step, column: str, value: str, candidates: dict[str, str], faults: list[Fault]) -> str:
    """What `value` means; a fault with the nearest names when it means nothing."""
    if value and value not in candidates:
        near = closest(value, candidates)
        advice = f"Bedoelt u {near}?" if near else f"Bekend zijn: {', '.join(sorted(candidates)[:12])}."
        faults.append(Fault(step.file or "verhaal", step.line, column, f"'{value}' staat niet op de kaart.", advice))
    return candidates.get(value, "")

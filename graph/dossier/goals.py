"""What the municipality wants in a thema and what it does for it: per goal the subgoals, the actions and who leads."""

from __future__ import annotations

from collections.abc import Sequence

from beleidsspoor.graph.dossier.actions import action_table, most_telling, shares
from beleidsspoor.graph.dossier.limits import Limits
from beleidsspoor.graph.dossier.material import GOALS, Material, titled
from beleidsspoor.graph.dossier.measures import measuring
from beleidsspoor.graph.dossier.model import Block, Bullets, Paragraph, Section
from beleidsspoor.graph.dossier.sentences import (
    ACTIE,
    INDICATOR,
    NOUNS,
    counted,
    known_of,
    listed,
    number_word,
    paragraph,
    quoted,
    sentence,
    some_of,
    there_are,
    this,
)
from beleidsspoor.graph.store import Element
from beleidsspoor.graph.terms import BS

_NAMED = 3


def goal_blocks(material: Material, thema: Element, limits: Limits) -> tuple[list[Block], list[Block]]:
    """The goals of a thema: for the main part, and for the annex what did not fit."""
    goals = material.children(thema.iri, *GOALS)
    loose = material.children(thema.iri, "Actie")
    if not goals and not loose:
        return _without_goals(material, thema), []
    shown, rest = goals[: limits.goals], goals[limits.goals :]
    main: list[Block] = [Section(2, "Wat de gemeente wil en wat zij doet", f"{thema.id}-doelen")]
    annex: list[Block] = []
    numbers = [*(len(material.below(goal.iri, "Actie")) for goal in shown), len(loose)]
    *most, each = shares(numbers, limits.actions)
    for goal, share in zip(shown, most, strict=True):
        here, more = _goal(material, thema, goal, share, limits)
        main += here
        annex += more
    if loose:
        main.append(action_table(material, most_telling(material, loose, each), "Acties die onder geen opgave hangen"))
        annex += _all_actions(material, thema, loose, each, "Acties die onder geen opgave hangen")
    if rest:
        noun = NOUNS[rest[0].soort]
        verb = "staat" if len(rest) == 1 else "staan"
        names = some_of([quoted(titled(goal)) for goal in rest], _NAMED)
        main.append(Paragraph(f"In de bijlage {verb} nog {counted(len(rest), noun)} uit dit thema: {names}."))
        for goal in rest:
            here, more = _goal(material, thema, goal, limits.actions, limits)
            annex += [*here, *more]
    return main, annex


def _goal(
    material: Material, thema: Element, goal: Element, most: int, limits: Limits
) -> tuple[list[Block], list[Block]]:
    noun = NOUNS[goal.soort]
    name = f"{noun.one.capitalize()} {goal.nummer}" if goal.nummer else noun.one.capitalize()
    actions = material.below(goal.iri, "Actie")
    subgoals = material.children(goal.iri, *GOALS)
    main: list[Block] = [
        Section(3, f"{name}: {goal.naam}", goal.id),
        material.told(goal, _about(material, thema, goal, actions)),
    ]
    if words := material.words(goal):
        main.append(material.told(goal, f"In het document staat: {words}"))
    if subgoals:
        main += _subgoals(material, subgoals, limits.subgoals)
    if actions:
        about = f"{noun.one} {goal.nummer}" if goal.nummer else this(noun)
        main.append(action_table(material, most_telling(material, actions, most), _caption(about, actions, most)))
    main.append(material.answer_place(goal, f"{name}: {goal.naam}"))
    about = f"{noun.one} {goal.nummer}" if goal.nummer else quoted(goal.naam)
    annex: list[Block] = []
    if len(subgoals) > limits.subgoals:
        annex = [
            Section(2, f"Alle {NOUNS[subgoals[0].soort].many} bij {about}", f"{goal.id}-subdoelen"),
            Bullets(tuple(material.told(one, _subgoal(material, one)) for one in subgoals)),
        ]
    return main, [*annex, *_all_actions(material, goal, actions, most, f"Alle acties bij {about}")]


def _caption(about: str, actions: Sequence[Element], most: int) -> str:
    if len(actions) <= most:
        return f"Acties bij {about}"
    some = f"{number_word(most).capitalize()} van de {number_word(len(actions))} acties bij {about}"
    return f"{some}; in de bijlage staan ze allemaal"


def _all_actions(
    material: Material, about: Element, actions: Sequence[Element], most: int, caption: str
) -> list[Block]:
    if len(actions) <= most:
        return []
    return [Section(2, caption, f"{about.id}-acties"), action_table(material, actions, caption)]


def _about(material: Material, thema: Element, goal: Element, actions: Sequence[Element]) -> str:
    """What is done for a goal, whether it is measured, and what the budget says of it."""
    noun = NOUNS[goal.soort]
    worked_out = goal.iri not in material.gaps("opgaven-niet-uitgewerkt")
    return paragraph(
        ""
        if worked_out
        else sentence(f"{this(noun)} staat alleen in een lijst") + " Hoe de gemeente dit aanpakt, staat er niet bij.",
        _done(material, goal, actions),
        _measured(material, thema, goal),
        _in_budget(material, goal),
    )


def _done(material: Material, goal: Element, actions: Sequence[Element]) -> str:
    if "Actie" in material.missing_classes.get("doelen-zonder-actie", ()):
        return ""
    noun = NOUNS[goal.soort]
    about = this(noun)
    where = f"in {material.document_name(goal.document)}"
    if not actions:
        elsewhere = _whole(material.value("doelen-zonder-actie", goal, "acties_via_zelfde_doel"))
        if elsewhere:
            stand = "staat er wel" if elsewhere == 1 else "staan er wel"
            same = "hetzelfde doel" if _has_same(material, goal) else "een deel van dit doel"
            return (
                f"Voor {about} staat geen actie {where}. Onder {same} in een ander document {stand} "
                f"{number_word(elsewhere)}."
            )
        return f"Voor {about} staat nog geen actie {where}."
    led = len(actions) - sum(action.iri in material.gaps("acties-zonder-trekker") for action in actions)
    start = there_are(len(actions), ACTIE, ("staat", "staan"), where).rstrip(".")
    start = f"Voor {about} {start[3:]}"
    return sentence(f"{start}; {known_of(led, len(actions), 'wie haar trekt', 'wie ze trekt')}")


def _measured(material: Material, thema: Element, goal: Element) -> str:
    if "Indicator" in material.missing_classes.get("doelen-zonder-indicator", ()):
        return ""
    number = len(measuring(material, thema, under=goal))
    if number:
        return sentence(f"{counted(number, INDICATOR)} {'meet' if number == 1 else 'meten'} of het lukt")
    others = _whole(material.value("doelen-zonder-indicator", goal, "aantal_via_zelfde_doel"))
    if others:
        verb = "meet" if others == 1 else "meten"
        same = "hetzelfde doel" if _has_same(material, goal) else "een deel ervan"
        return (
            "Er is geen indicator die dit zelf meet. "
            f"Wel {verb} {counted(others, INDICATOR)} {same} in een ander document."
        )
    return "Er is nog geen indicator die meet of het lukt."


def _has_same(material: Material, goal: Element) -> bool:
    """Whether the goal itself, and not only something below it, stands in another document as well."""
    links = (*material.facts.links_from(goal.iri), *material.facts.links_to(goal.iri))
    return any(link.relation == BS + "zelfdeDoelAls" for link in links)


def _in_budget(material: Material, goal: Element) -> str:
    if goal.iri in material.gaps("opgaven-niet-in-begroting"):
        return "In de begroting staat geen doel dat hetzelfde wil."
    names = material.value("opgaven-niet-in-begroting", goal, "in_begroting")
    if not names:
        return ""
    others = [name for name in str(names).split("; ") if name.casefold() != goal.naam.casefold()]
    if not others:
        return "De begroting noemt dit doel ook."
    heet = "heet dit doel" if len(others) == 1 else "staat dit als"
    return sentence(f"in de begroting {heet} {listed(quoted(name) for name in others)}")


def _subgoals(material: Material, subgoals: Sequence[Element], most: int) -> list[Block]:
    noun = NOUNS[subgoals[0].soort]
    number = len(subgoals)
    verb = "hoort" if number == 1 else "horen"
    here = f", waarvan er hier {number_word(most)} {'staat' if most == 1 else 'staan'}" if number > most else ""
    lead = f"Hierbij {verb} {counted(number, noun)}{here}:"
    items = tuple(material.told(one, _subgoal(material, one)) for one in subgoals[:most])
    return [Paragraph(lead), Bullets(items)]


def _subgoal(material: Material, goal: Element) -> str:
    actions = len(material.below(goal.iri, "Actie"))
    elsewhere = _whole(material.value("doelen-zonder-actie", goal, "acties_via_zelfde_doel"))
    if not actions and elsewhere:
        return f"{titled(goal)} (geen actie, maar wel {counted(elsewhere, ACTIE)} in een ander document)"
    return f"{titled(goal)} ({counted(actions, ACTIE) if actions else 'nog geen actie'})"


def _without_goals(material: Material, thema: Element) -> list[Block]:
    where = material.document_name(thema.document)
    text = f"{where.capitalize()} noemt bij dit thema geen opgaven, doelen of acties."
    return [
        Section(2, "Wat de gemeente wil en wat zij doet", f"{thema.id}-doelen"),
        material.told(thema, text),
    ]


def _whole(value: object) -> int:
    """A count from an answer; what is no number counts as none."""
    return int(str(value)) if value is not None and str(value).isdigit() else 0

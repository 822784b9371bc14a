"""What can be asked about figures, programmes and documents: what does not hang on one goal or action."""

from __future__ import annotations

from collections.abc import Iterator

from beleidsspoor.graph.dossier.candidates import Candidate, Ground, grouped
from beleidsspoor.graph.dossier.material import Material, quoted_title
from beleidsspoor.graph.dossier.sentences import INDICATOR, NOUNS, counted, listed, number_word, quoted
from beleidsspoor.graph.store import Element
from beleidsspoor.graph.terms import BS, LIJST


def contradictions(ground: Ground) -> Iterator[Candidate]:
    """Two figures for the same indicator and year; rows that say the same of a namesake are one question."""
    seen = set()
    tops = {thema.iri for thema in ground.themas}
    for row in ground.material.rows("tegenspraak"):
        indicator = row.element
        if indicator is None or not (ground.whole or _measures_in(ground.material, indicator, tops)):
            continue
        period, kind, figures = (str(value) for value in row.values[:3])
        if (indicator.naam, period, kind) in seen:
            continue
        seen.add((indicator.naam, period, kind))
        yield Candidate(
            "contradiction",
            (indicator,),
            indicator,
            f"Welk cijfer klopt: {_either(figures.split('; '))}?",
            f"Bij {quoted(indicator.naam)} staan voor {period} ({kind}) verschillende cijfers. "
            "Zolang dat zo is, weet niemand of het beter gaat.",
        )


def _either(figures: list[str]) -> str:
    return f"{', '.join(figures[:-1])} of {figures[-1]}"


def _measures_in(material: Material, indicator: Element, tops: set[str]) -> bool:
    ends = (material.elements.get(link.end) for link in material.links("meet", (indicator.iri,)))
    return indicator.thema in tops or any(end is not None and end.thema in tops for end in ends)


def mandatory(ground: Ground) -> Iterator[Candidate]:
    """The mandatory indicators that are missing from the budget, in one question that is answered at the budget."""
    material = ground.material
    missing = tuple(row.element for row in material.rows("verplichte-indicatoren", "gat") if row.element)
    budgets = [one for one in material.own if one.iri in material.documents and _is_budget(material, one)]
    if not missing or not budgets or not ground.whole:
        return
    alone = len(missing) == 1
    what = quoted_title(missing[0]) if alone else counted(len(missing), NOUNS["VerplichteIndicator"])
    these = "dit cijfer" if alone else "deze cijfers"
    yield Candidate(
        "mandatory",
        missing,
        budgets[0],
        f"Wilt u {what} in de begroting zien?"
        if alone
        else f"Welke van deze {what} wilt u als eerste in de begroting zien?",
        f"Elke gemeente moet {these} geven. Wij vonden {'het' if alone else 'ze'} niet in "
        f"{quoted(budgets[0].naam)}. Dan kunt u niet met andere gemeenten vergelijken.",
    )


def _is_budget(material: Material, document: Element) -> bool:
    return material.documents[document.iri].kind == LIJST + "begroting"


def without_document(ground: Ground) -> Iterator[Candidate]:
    """That the municipality has no document with actions or figures, asked once, at its first document."""
    material = ground.material
    unseen = [name for name in material.answers if material.rows(name, "niet_onderzocht")]
    lacking = dict.fromkeys(kind for name in unseen for kind in material.missing_classes[name])
    known = [one for one in material.own if one.soort == "Document"]
    if not lacking or not known:
        return
    classes = listed(NOUNS[kind].many for kind in lacking)
    yield Candidate(
        "no document",
        (known[0],),
        known[0],
        f"Wat moet er staan in een plan met {classes} bij {quoted(known[0].naam)}?",
        f"Het register heeft van {material.gemeente} geen document waarin {classes} staan. "
        "Daarom is nu niet te zien wat er gebeurt en of het helpt.",
    )


def asked_of_others(ground: Ground) -> Iterator[Candidate]:
    """What documents ask of partners and groups, when the municipality has no actions: one question for all of it."""
    material = ground.material
    if "Actie" not in material.missing_classes.get("doelen-zonder-actie", ()):
        return
    asked: dict[str, list[Element]] = {}
    for thema in ground.themas:
        for role in material.below(thema.iri, "Rolverwachting"):
            for actor in material.facts.objects(role.iri, BS + "actor"):
                if _is_other(material, actor):
                    asked.setdefault(material.called(actor), []).append(role)
    roles = tuple(dict.fromkeys(role for them in asked.values() for role in them))
    if roles:
        themas = {role.thema for role in roles}
        alone = len(themas) == 1
        yield Candidate(
            "asked",
            roles,
            next(thema for thema in ground.themas if thema.iri in themas),
            f"Weten {listed(asked)} wat er van hen wordt gevraagd?",
            f"Bij {'dit thema' if alone else f'{number_word(len(themas))} thema’s'} staat wat anderen moeten doen, "
            "maar er zijn nog geen afspraken over wie wat doet.",
        )


def _is_other(material: Material, actor: str) -> bool:
    """Whether this is a group or partner, and no government: those have their own councils to ask."""
    known = material.elements.get(actor)
    if known is None or known.soort not in ("Partner", "Groep"):
        return False
    return material.facts.first(actor, BS + "partnersoort") != LIJST + "overheid"


def programmes(ground: Ground) -> Iterator[Candidate]:
    """Parts without an action, of programmes that something in the themas contributes to: one question a programme.

    An answer is tied to the thema that serves the programme: the programme is in no register of the municipality.
    """
    material = ground.material
    served: dict[str, Element] = {}
    for thema in ground.themas:
        for link in material.links("draagtBijAan", (thema.iri, *(one.iri for one in material.below(thema.iri)))):
            served.setdefault(material.facts.first(link.end, BS + "programma") or link.end, thema)
    groups: dict[str, list[Element]] = {}
    for row in material.rows("programmadekking", "gat"):
        part = row.element
        programme = material.facts.first(part.iri, BS + "programma") if part is not None else None
        if part is not None and programme in served and part.iri not in ground.asked:
            groups.setdefault(programme or "", []).append(part)
    for iri, parts in groups.items():
        alone = len(parts) == 1
        what = f"onderdeel {quoted_title(parts[0])}" if alone else counted(len(parts), NOUNS["Kernelement"])
        these = "dit onderdeel" if alone else "deze onderdelen"
        yield Candidate(
            "programme",
            tuple(parts),
            served[iri],
            f"Wat moet {material.gemeente} doen met {what} van het programma {quoted(material.facts.label(iri))}?",
            f"De gemeente draagt bij aan dit programma. Maar aan {these} draagt nog geen doel of actie bij.",
        )


def without_successor(ground: Ground) -> Iterator[Candidate]:
    """Indicators that are dropped with nothing in their place."""
    return grouped(
        "no successor",
        ground.per_top(ground.material.gaps("indicatoren-vervallen"), "Indicator"),
        lambda one: f"Wat moet er komen in plaats van de indicator {quoted(one.naam)}?",
        lambda called, there: f"Wat moet er komen in plaats van {called} {there}?",
        lambda elements: "De gemeente stopt hiermee, en noemt niets nieuws.",
        INDICATOR,
    )

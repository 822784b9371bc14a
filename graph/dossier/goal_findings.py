"""What can be asked about goals: what nobody does, measures, works out or pays for."""

from __future__ import annotations

from collections.abc import Iterator

from beleidsspoor.graph.dossier.candidates import Candidate, Ground, grouped
from beleidsspoor.graph.dossier.material import GOALS, quoted_title
from beleidsspoor.graph.dossier.sentences import number_word, paragraph, sentence
from beleidsspoor.graph.store import Element


def wishes(ground: Ground) -> Iterator[Candidate]:
    """Goals that nobody acts on and nobody measures."""
    material = ground.material
    both = material.gaps("doelen-zonder-actie") & material.gaps("doelen-zonder-indicator")

    def why(elements: tuple[Element, ...]) -> str:
        poor = sum(one.iri in material.gaps("opgaven-niet-in-begroting") for one in elements)
        also = ""
        if poor == len(elements):
            also = "Ook in de begroting staat geen doel dat hetzelfde wil."
        elif poor:
            also = sentence(f"{number_word(poor)} daarvan {'staat' if poor == 1 else 'staan'} ook niet in de begroting")
        start = "Er staat geen actie bij, en er is geen indicator die meet of het lukt. Dan blijft het bij een wens."
        return paragraph(start, also)

    return grouped(
        "wish",
        ground.in_themas(both, *GOALS),
        lambda one: f"Wat moet de gemeente doen voor {quoted_title(one)}?",
        lambda called, there: f"Wat moet de gemeente doen voor {called} {there}?",
        why,
    )


def not_worked_out(ground: Ground) -> Iterator[Candidate]:
    """Opgaven that only stand in a list."""
    return grouped(
        "not worked out",
        ground.in_themas(ground.material.gaps("opgaven-niet-uitgewerkt"), "Opgave"),
        lambda one: f"Hoe moet de gemeente dit aanpakken: {quoted_title(one)}?",
        lambda called, there: f"Hoe moet de gemeente {called} {there} aanpakken?",
        lambda elements: (
            f"{'Deze opgave staat' if len(elements) == 1 else 'Deze opgaven staan'} alleen in een lijst. Hoe de "
            "gemeente dit gaat doen, staat er niet bij. Dan kunt u ook niet zien of het goed gaat."
        ),
    )


def measured_no_more(ground: Ground) -> Iterator[Candidate]:
    """Goals of which all indicators are dropped."""
    return grouped(
        "measured no more",
        ground.per_top(ground.material.gaps("doelen-met-alleen-vervallen-indicatoren"), *GOALS),
        lambda one: f"Waaraan wilt u straks zien of het lukt met {quoted_title(one)}?",
        lambda called, there: f"Waaraan wilt u straks zien of het lukt met {called} {there}?",
        lambda elements: "De gemeente stopt met alle indicatoren die dit meten.",
    )


def without_money(ground: Ground) -> Iterator[Candidate]:
    """Opgaven without a goal in the budget that wants the same."""
    return grouped(
        "no money",
        ground.in_themas(ground.material.gaps("opgaven-niet-in-begroting"), "Opgave"),
        lambda one: f"Moet {quoted_title(one)} ook in de begroting staan?",
        lambda called, there: f"Moeten {called} {there} ook in de begroting staan?",
        lambda elements: "In de begroting staat geen doel dat hetzelfde wil. Dan is niet te zien of er geld voor is.",
    )


def without_action(ground: Ground) -> Iterator[Candidate]:
    """The other goals that nobody acts on."""
    measured = ground.material.covered("doelen-zonder-indicator")
    return grouped(
        "no action",
        ground.in_themas(ground.material.gaps("doelen-zonder-actie"), *GOALS),
        lambda one: f"Welke actie moet er komen voor {quoted_title(one)}?",
        lambda called, there: f"Welke acties moeten er komen voor {called} {there}?",
        lambda elements: (
            "Er wordt wel gemeten, maar nergens staat wat de gemeente hiervoor doet."
            if all(one.iri in measured for one in elements)
            else "Nergens staat wat de gemeente hiervoor doet."
        ),
    )


def not_in_agenda(ground: Ground) -> Iterator[Candidate]:
    """Goals of the budget that the agenda does not have."""
    return grouped(
        "not in agenda",
        ground.per_top(ground.material.gaps("begroting-niet-in-agenda"), *GOALS),
        lambda one: f"Moet {quoted_title(one)} ook in de agenda staan?",
        lambda called, there: f"Moeten {called} {there} ook in de agenda staan?",
        lambda elements: (
            f"{'Het staat' if len(elements) == 1 else 'Ze staan'} wel in de begroting. "
            "Wie alleen de agenda leest, weet dat niet."
        ),
    )


def without_measure(ground: Ground) -> Iterator[Candidate]:
    """The other goals that nobody measures."""
    acted = ground.material.covered("doelen-zonder-actie")
    return grouped(
        "no measure",
        ground.in_themas(ground.material.gaps("doelen-zonder-indicator"), *GOALS),
        lambda one: f"Waaraan wilt u zien of het lukt met {quoted_title(one)}?",
        lambda called, there: f"Waaraan wilt u zien of het lukt met {called} {there}?",
        lambda elements: (
            "Er staan wel acties bij, maar er is geen indicator die meet of het helpt."
            if all(one.iri in acted for one in elements)
            else "Er is geen indicator die meet of het lukt."
        ),
    )

"""The chapter of one thema: its parts in the order in which a council reads, and what of it goes to the annex."""

from __future__ import annotations

from beleidsspoor.graph.dossier.goals import goal_blocks
from beleidsspoor.graph.dossier.history import history_blocks
from beleidsspoor.graph.dossier.limits import Chapter, Limits, bounded
from beleidsspoor.graph.dossier.material import Material
from beleidsspoor.graph.dossier.measures import measure_blocks
from beleidsspoor.graph.dossier.model import Block, Paragraph, Section
from beleidsspoor.graph.dossier.neighbours import neighbour_blocks
from beleidsspoor.graph.dossier.opening import asked_blocks, opening_blocks
from beleidsspoor.graph.dossier.openness import open_blocks
from beleidsspoor.graph.dossier.programmes import programme_blocks
from beleidsspoor.graph.dossier.sentences import NOUNS, quoted
from beleidsspoor.graph.store import Element


def thema_chapter(material: Material, thema: Element) -> Chapter:
    """The chapter of a thema or doelenboom, so bounded that the main part fits, and its annex."""
    return bounded(lambda limits: _chapter(material, thema, limits))


def _chapter(material: Material, thema: Element, limits: Limits) -> Chapter:
    main: list[Block] = [Section(1, thema.naam, thema.id), *opening_blocks(material, thema)]
    annex: list[Block] = []
    for here, more in (
        goal_blocks(material, thema, limits),
        asked_blocks(material, thema, limits),
        measure_blocks(material, thema, limits),
        open_blocks(material, thema),
        programme_blocks(material, thema, limits),
        neighbour_blocks(material, thema, limits),
        history_blocks(material, thema, limits),
    ):
        main += here
        annex += more
    noun = NOUNS[thema.soort]
    main += [
        Section(2, "Wat ontbreekt hier?", f"{thema.id}-ontbreekt"),
        Paragraph(
            f"Mist u iets bij {noun.article} {noun.one} {quoted(thema.naam)}? "
            "Of wilt u iets kwijt over het geheel? Schrijf het hier op."
        ),
        material.answer_place(thema, f"{noun.one.capitalize()} {quoted(thema.naam)} als geheel"),
    ]
    if annex:
        annex.insert(0, Section(1, f"Meer over {quoted(thema.naam)}", f"{thema.id}-bijlage"))
    return main, annex

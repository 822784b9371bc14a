"""What stands beside the themas: the doelenbomen of the budget that have no chapter, and actions under no thema."""

from __future__ import annotations

from beleidsspoor.graph.dossier.actions import action_table, most_telling
from beleidsspoor.graph.dossier.history import other_remarks
from beleidsspoor.graph.dossier.material import GOALS, Material
from beleidsspoor.graph.dossier.model import Block, DataTable, Paragraph, Section
from beleidsspoor.graph.dossier.sentences import ACTIE, NOUNS, amount, counted, number_word, sentence
from beleidsspoor.graph.store import Element

#: The most actions without a thema in the main part.
_ACTIONS = 12


def beside_blocks(material: Material, themas: tuple[Element, ...]) -> tuple[list[Block], list[Block]]:
    """The chapter about what has no chapter, and its annex; nothing when there is no such thing."""
    trees = [one for one in material.own if one.soort == "Doelenboom" and one not in themas]
    loose = [one for one in material.own if one.soort == "Actie" and one.thema is None]
    remarked, annex = other_remarks(material, themas)
    parts = [*(_trees(material, trees) if trees else []), *(_loose(material, loose) if loose else []), *remarked]
    if len(loose) > _ACTIONS:
        caption = "Alle acties zonder thema"
        annex = [Section(2, caption, "acties-zonder-thema-alle"), action_table(material, loose, caption), *annex]
    if annex:
        annex = [Section(1, "Meer over wat naast de thema’s staat", "naast-de-themas-bijlage"), *annex]
    return [Section(1, "Naast de thema’s", "naast-de-themas"), *parts] if parts else [], annex


def _loose(material: Material, loose: list[Element]) -> list[Block]:
    number = len(loose)
    verb = "hoort" if number == 1 else "horen"
    more = f" Hier staan er {number_word(_ACTIONS)}; in de bijlage staan ze allemaal." if number > _ACTIONS else ""
    return [
        Section(2, "Acties zonder thema", "acties-zonder-thema"),
        Paragraph(sentence(f"{counted(number, ACTIE)} {verb} bij geen enkel thema") + more),
        action_table(material, most_telling(material, loose, _ACTIONS), "Acties zonder thema"),
    ]


def _trees(material: Material, trees: list[Element]) -> list[Block]:
    rows = tuple(_row(material, tree) for tree in trees)
    lead = (
        "De begroting deelt het beleid anders in. Hieronder ziet u wat er in de begroting staat, wat het kost, en wat "
        "daarvan niet in de agenda terugkomt."
    )
    heads = ("Onderdeel van de begroting", "Kosten", "Doelen", "Niet in de agenda", "Waar het staat")
    return [
        Section(2, "De begroting naast de agenda", "begroting"),
        Paragraph(lead),
        DataTable("Onderdelen van de begroting", heads, rows),
    ]


def _row(material: Material, tree: Element) -> tuple[str, ...]:
    value = material.value("themaoverzicht", tree, "lasten")
    goals = material.below(tree.iri, *GOALS)
    missing = material.rows("begroting-niet-in-agenda", "gat", tree)
    return (
        tree.naam,
        amount(float(value)) if value is not None else "niet genoemd",
        counted(len(goals), NOUNS["Doel"]),
        number_word(len(missing)) if missing else "alles staat erin",
        material.short_place(tree.iri),
    )

"""How another municipality says the same: the matches of a thema and what hangs under it, in words, with the reason."""

from __future__ import annotations

from beleidsspoor.graph.comparison import NO_COUNTERPART, relation_word, short_name
from beleidsspoor.graph.dossier.limits import Limits
from beleidsspoor.graph.dossier.material import Material, titled
from beleidsspoor.graph.dossier.model import Block, Bullets, DataTable, Paragraph, Section
from beleidsspoor.graph.dossier.sentences import NOUNS, quoted, sentence, this
from beleidsspoor.graph.facts import Match
from beleidsspoor.graph.store import Element

#: What the other municipality says, seen from ours; {name} is the name of its thema or principe.
_SENTENCES = {
    "zelfde": "{gemeente} zegt hetzelfde onder {name}.",
    "bijna zelfde": "{gemeente} zegt bijna hetzelfde onder {name}.",
    "ruimer": "Bij {gemeente} gaat {name} over meer dan dit.",
    "nauwer": "Bij {gemeente} gaat {name} over een deel hiervan.",
    "verwant": "{name} van {gemeente} raakt hieraan.",
    "spanning": "{name} van {gemeente} kan hiermee botsen.",
}
#: Nearest first; that there is no counterpart says more than that something touches on it.
_ORDER = ("zelfde", "bijna zelfde", "ruimer", "nauwer", "spanning", NO_COUNTERPART, "verwant")


def neighbour_blocks(material: Material, thema: Element, limits: Limits) -> tuple[list[Block], list[Block]]:
    """How other municipalities say this thema: main part and annex. Nothing when the register knows no other."""
    others = {one.ruimte for one in material.dataset.store.documents if one.gemeente} - {material.ruimte}
    if not others:
        return [], []
    head = Section(2, "Hoe een andere gemeente het zegt", f"{thema.id}-buren")
    matches = _matches(material, thema)
    if not matches:
        return [
            head,
            Paragraph(f"Niemand heeft {this(NOUNS[thema.soort])} nog met een andere gemeente vergeleken."),
        ], []
    shown = matches[: limits.matches]
    items = tuple(_told(material, thema, element, match) for element, match in shown)
    main: list[Block] = [head, Bullets(items)]
    if len(shown) == len(matches):
        return main, []
    rows = tuple(
        (titled(element), _sentence(material, element, match), match.reden or "", _where(material, element, match))
        for element, match in matches
    )
    heads = ("Bij ons", "Bij de ander", "Waarom", "Waar het staat")
    table = DataTable(f"Wat andere gemeenten zeggen over {thema.naam}", heads, rows)
    return main, [Section(2, "Hoe andere gemeenten het zeggen", f"{thema.id}-buren-alle"), table]


def _matches(material: Material, thema: Element) -> list[tuple[Element, Match]]:
    """Each match with our end of it: from strong to weak, of the thema itself before what hangs under it."""
    found = []
    for depth, element in enumerate((thema, *material.below(thema.iri))):
        for match in material.facts.matches_of(element.iri):
            word = relation_word(match, element.iri).removeprefix("niet ")
            strength = _ORDER.index(word) if word in _ORDER else len(_ORDER)
            other = _other(material, element, match)
            found.append((depth > 0, strength, other.order if other else (), element.order, element, match))
    return [(element, match) for *_, element, match in sorted(found, key=lambda entry: entry[:4])]


def _other(material: Material, element: Element, match: Match) -> Element | None:
    end = match.object if match.subject == element.iri else match.subject
    return material.other(end) if end else None


def _told(material: Material, thema: Element, element: Element, match: Match) -> Paragraph:
    noun = NOUNS.get(element.soort, NOUNS["Doel"])
    ours = "" if element.iri == thema.iri else f"Over {noun.article} {noun.one} {quoted(titled(element))}: "
    why = f" {sentence(match.reden)}" if match.reden else ""
    return Paragraph(f"{ours}{_sentence(material, element, match)}{why}", _where(material, element, match))


def _sentence(material: Material, element: Element, match: Match) -> str:
    other = _other(material, element, match)
    if other is None:
        noun = NOUNS.get(element.soort, NOUNS["Doel"])
        that = "dat" if noun.article == "het" else "die"
        return f"Een andere gemeente heeft geen {noun.one} {that} hierop lijkt."
    word = relation_word(match, element.iri)
    gemeente = short_name(other.gemeente)
    form = _SENTENCES.get(word, "{gemeente} heeft {name}: " + word + ".")
    return form.format(gemeente=gemeente, name=quoted(other.naam))


def _where(material: Material, element: Element, match: Match) -> str:
    other = _other(material, element, match)
    return material.place((other or element).iri) or ""

"""The pictures of two municipalities: for each principle or thema of one, a block with its matches in the other."""

from __future__ import annotations

from beleidsspoor.graph.show.kaart.facts import Facts
from beleidsspoor.graph.show.kaart.kinds import MATCHES
from beleidsspoor.graph.show.kaart.layout import Sheet
from beleidsspoor.graph.show.kaart.model import MapModel

_WORDS = {"themas": "thema’s", "principes": "principes"}
#: Cards of the owners of the blocks, and of what stands in the blocks: width, height, type.
_OWNER, _MEMBER = (360, 84, 22), (356, 68, 18)
_IN_ROW, _STEP_X, _STEP_Y, _PAD, _BLOCK_X, _BETWEEN = 4, 370, 77, 10, 270, 16
#: Of the other municipality its own principles come before those that it only names in a text.
_FIRST = (("Soort", "leidend principe"), ("Soort", "uitgangspunt"))


def compare_sheets(model: MapModel, facts: dict[str, Facts]) -> list[Sheet]:
    """For each pair of municipalities with matches: principles, themas, and what has no counterpart."""
    pairs: dict[tuple[str, str, str], list[tuple[int, str, str]]] = {}
    for link in model.links:
        if link.relation in MATCHES:
            one, other = model.elements[link.source], model.elements[link.target]
            what = "themas" if one.soort == "Thema" else "principes"
            entry = (MATCHES.index(link.relation), link.source, link.target)
            pairs.setdefault((what, one.ruimte, other.ruimte), []).append(entry)
    sheets = []
    for what, left, right in sorted(pairs):
        sheets.append(_blocks_sheet(model, facts, (what, left, right), pairs[what, left, right]))
        sheets.append(_lonely_sheet(model, facts, (what, left, right), sheets[-1].placed))
    return [sheet for sheet in sheets if sheet.cards]


def _blocks_sheet(
    model: MapModel, facts: dict[str, Facts], key: tuple[str, str, str], links: list[tuple[int, str, str]]
) -> Sheet:
    what, left, right = key
    names = _names(model, left, right)
    sheet = Sheet(
        "-".join(key), "", f"{_WORDS[what].capitalize()} van {names[left]} en {names[right]}",
        f"Naast elke kaart van {names[left]} staat wat in {names[right]} erop lijkt. Een stippelrand: aannemelijk. "
        "Kies een kaart en lees hoe.",
    )  # fmt: skip
    best: dict[str, str] = {}
    for _, source, target in sorted(links, key=lambda entry: entry[0]):
        best.setdefault(target, source)
    matched = {source for _, source, _ in links}
    owners = _ranked(facts, [iri for iri in model.elements if iri in matched])
    top = 0
    for owner in owners:
        members = _ranked(facts, [iri for iri in model.elements if best.get(iri) == owner])
        rows = max(1, -(-len(members) // _IN_ROW))
        height = rows * _STEP_Y - (_STEP_Y - _MEMBER[1]) + 2 * _PAD
        sheet.put(owner, model.kinds[owner], 0, top + height / 2, _OWNER)
        for place, iri in enumerate(members):
            row, column = divmod(place, _IN_ROW)
            x = _BLOCK_X + _PAD + _MEMBER[0] / 2 + column * _STEP_X
            sheet.put(iri, model.kinds[iri], x, top + _PAD + _MEMBER[1] / 2 + row * _STEP_Y, _MEMBER)
        if members:
            wide = min(len(members), _IN_ROW) * _STEP_X - (_STEP_X - _MEMBER[0]) + 2 * _PAD
            sheet.blocks.append((owner, _BLOCK_X, top, wide, height))
        top += max(height, _OWNER[1]) + _BETWEEN
    sheet.head(0, names[left], -24)
    sheet.head(_BLOCK_X + _PAD + _MEMBER[0] / 2, names[right], -24)
    return sheet


def _lonely_sheet(model: MapModel, facts: dict[str, Facts], key: tuple[str, str, str], placed: set[str]) -> Sheet:
    """What the match file says of: this has no counterpart."""
    what, left, right = key
    names = _names(model, left, right)
    title = f"{_WORDS[what].capitalize()} zonder tegenhanger: {names[left]} en {names[right]}"
    sheet = Sheet(f"{'-'.join(key)}-zonder", "", title, "Kies een kaart en lees waarom er geen tegenhanger is.")
    x = 0
    for side in (left, right):
        alone = [
            i for i in model.elements if i in model.lonely and model.elements[i].ruimte == side and i not in placed
        ]
        items = _ranked(facts, [iri for iri in alone if (model.kinds[iri] == "Thema") == (what == "themas")])
        for place, iri in enumerate(items):
            column, row = divmod(place, 7)
            sheet.put(iri, model.kinds[iri], x + column * 440, row * 100, (420, 84, 20))
        if items:
            sheet.head(x, names[side], -64)
            x += -(-len(items) // 7) * 440 + 60
    return sheet


def _ranked(facts: dict[str, Facts], items: list[str]) -> list[str]:
    return sorted(
        items, key=lambda iri: next((n for n, told in enumerate(_FIRST) if told in facts[iri].told), len(_FIRST))
    )


def _names(model: MapModel, left: str, right: str) -> dict[str, str]:
    return {
        e.ruimte: e.gemeente.removeprefix("Gemeente ")
        for e in model.elements.values()
        if e.document and e.ruimte in (left, right)
    }

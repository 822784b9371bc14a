"""How the chapter of a thema opens: what it is about, what the municipality hopes for, what it costs, whom it asks."""

from __future__ import annotations

from beleidsspoor.graph.dossier.limits import Limits
from beleidsspoor.graph.dossier.material import GOALS, Material
from beleidsspoor.graph.dossier.model import Block, Bullets, DataTable, Section
from beleidsspoor.graph.dossier.sentences import (
    ACTIE,
    NOUNS,
    amount,
    counted,
    listed,
    number_word,
    paragraph,
    quoted,
    sentence,
    this,
)
from beleidsspoor.graph.store import Element
from beleidsspoor.graph.terms import BS, LIJST, PREFIXES

_NOTE = PREFIXES["skos"] + "scopeNote"
_ASKED = 3


def opening_blocks(material: Material, thema: Element) -> list[Block]:
    """What the thema is about, in a few paragraphs, each with its place."""
    blocks: list[Block] = [material.told(thema, paragraph(_about(material, thema), _held(material, thema)))]
    for effect in material.children(thema.iri, "Effect"):
        blocks.append(material.told(effect, sentence(f"dit wil de gemeente bereiken: {quoted(effect.naam)}")))
    return blocks + _money(material, thema)


def asked_blocks(material: Material, thema: Element, limits: Limits) -> tuple[list[Block], list[Block]]:
    """What the document asks of inwoners, partners and others in this thema: main part and annex."""
    roles = material.below(thema.iri, "Rolverwachting")
    if not roles:
        return [], []
    by_actor: dict[str, list[Element]] = {}
    for role in roles:
        for actor in material.facts.objects(role.iri, BS + "actor"):
            by_actor.setdefault(actor, []).append(role)
    where = material.document_name(thema.document)
    items = tuple(
        material.told(
            asked[0],
            f"Van {material.called(actor)} vraagt {where} {_things(asked)}",
        )
        for actor, asked in by_actor.items()
    )
    heading = Section(2, "Wat de gemeente van wie vraagt", f"{thema.id}-rollen")
    rows = tuple(
        (material.facts.label(actor), role.naam, material.short_place(role.iri))
        for actor, asked in by_actor.items()
        for role in asked
    )
    caption = f"Wat van wie wordt gevraagd bij {thema.naam}"
    more = any(len(asked) > _ASKED for asked in by_actor.values())
    annex: list[Block] = []
    if more:
        annex = [
            Section(2, "Wat de gemeente van wie vraagt", f"{thema.id}-rollen-alle"),
            DataTable(caption, ("Van wie", "Wat", "Waar het staat"), rows),
        ]
    return [heading, Bullets(items[: limits.subgoals])], annex


def _things(asked: list[Element]) -> str:
    names = listed(quoted(one.naam) for one in asked[:_ASKED])
    if len(asked) == 1:
        return f"één ding: {names}."
    more = ", zoals" if len(asked) > _ASKED else ":"
    return f"{number_word(len(asked))} dingen{more} {names}."


def _about(material: Material, thema: Element) -> str:
    note = material.facts.dutch(thema.iri, _NOTE) or ""
    document = material.documents.get(thema.document or "")
    noun = NOUNS[thema.soort]
    stands = sentence(f"{this(noun)} staat in {quoted(document.title)}") if document else ""
    return paragraph(stands, sentence(note) if note else "")


def _held(material: Material, thema: Element) -> str:
    """How many goals and actions there are, in one sentence; nothing when there are none."""
    kinds = [kind for kind in GOALS if material.below(thema.iri, kind)]
    parts = [counted(len(material.below(thema.iri, kind)), NOUNS[kind]) for kind in kinds]
    actions = len(material.below(thema.iri, "Actie"))
    if actions:
        parts.append(counted(actions, ACTIE))
    if not parts:
        return ""
    one = len(parts) == 1 and parts[0].startswith("één ")
    return sentence(f"er {'hoort' if one else 'horen'} {listed(parts)} bij")


def _money(material: Material, thema: Element) -> list[Block]:
    """What it costs: of a doelenboom itself, or of those in which the goals of this thema stand too."""
    own = _costs(material, thema)
    if own is not None:
        post, value, year = own
        return [material.told(post, f"Hiervoor staat in {year} {amount(value)} aan uitgaven in de begroting.")]
    budgets = _same_in_budget(material, thema)
    if not budgets:
        return []
    names = listed(quoted(one.naam) for one in budgets)
    parts = "het onderdeel" if len(budgets) == 1 else "de onderdelen"
    first = sentence(f"doelen uit dit thema staan ook in de begroting, onder {parts} {names}")
    known = [(one, costs) for one in budgets if (costs := _costs(material, one)) is not None]
    if not known:
        return [material.told(budgets[0], f"{first} Een bedrag voor dit thema staat er niet bij.")]
    told = listed(f"{amount(value)} voor {quoted(one.naam)}" for one, (_, value, _) in known)
    year = known[0][1][2]
    return [
        material.told(
            known[0][1][0],
            f"{first} Voor {year} staat daar {told}. Hoeveel daarvan voor dit thema is, staat er niet bij.",
        )
    ]


def _same_in_budget(material: Material, thema: Element) -> list[Element]:
    """The doelenbomen that hold a goal which is the same as this thema or a goal in it."""
    found: dict[str, Element] = {}
    for element in (thema, *material.below(thema.iri, *GOALS)):
        links = [*material.facts.links_from(element.iri), *material.facts.links_to(element.iri)]
        for link in links:
            other = material.elements.get(link.end if link.start == element.iri else link.start)
            top = material.elements.get(other.thema or "") if other is not None else None
            if link.relation == BS + "zelfdeDoelAls" and top is not None and top.soort == "Doelenboom":
                found[top.iri] = top
    return sorted(found.values(), key=lambda one: one.order)


def _costs(material: Material, top: Element) -> tuple[Element, float, int] | None:
    """What a doelenboom costs in the first year of its document, as the overview says: a budget row, amount, year."""
    value = material.value("themaoverzicht", top, "lasten")
    year = material.facts.first(top.document or "", BS + "periodeVan")
    posts = [one for one in material.below(top.iri, "Budgetpost") if _is_cost(material, one)]
    if value is None or year is None or not posts:
        return None
    return posts[0], float(value), int(year)


def _is_cost(material: Material, post: Element) -> bool:
    return material.facts.first(post.iri, BS + "geldsoort") == LIJST + "lasten"

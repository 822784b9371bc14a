"""How a thema is measured: the indicators that measure something in it, with a chart of the figures of each."""

from __future__ import annotations

from beleidsspoor.graph.dossier.figures import Figures, read_figures
from beleidsspoor.graph.dossier.limits import Limits
from beleidsspoor.graph.dossier.material import Material, titled
from beleidsspoor.graph.dossier.model import Block, Bullets, Chart, DataTable, Paragraph, Section
from beleidsspoor.graph.dossier.sentences import (
    INDICATOR,
    NOUNS,
    counted,
    number_word,
    paragraph,
    quoted,
    sentence,
    this,
)
from beleidsspoor.graph.facts import Link
from beleidsspoor.graph.store import Element

_ONE_MORE_CHART = "Dit is de grafiek van de andere indicator met genoeg cijfers."
_MORE_CHARTS = "Dit zijn de grafieken van de andere indicatoren met genoeg cijfers."


def measuring(material: Material, thema: Element, *, under: Element | None = None) -> tuple[Element, ...]:
    """The indicators that stand in the thema or measure something in it; with `under` only what is measured there."""
    inside = {under.iri, *(one.iri for one in material.below(under.iri))} if under else None
    found = []
    for indicator in (one for one in material.own if one.soort == "Indicator"):
        ends = [link.end for link in material.links("meet", (indicator.iri,))]
        if inside is not None:
            counts = any(end in inside for end in ends)
        else:
            there = (material.elements.get(end) for end in ends)
            counts = indicator.thema == thema.iri or any(one is not None and one.thema == thema.iri for one in there)
        if counts:
            found.append(indicator)
    return tuple(found)


def measure_blocks(material: Material, thema: Element, limits: Limits) -> tuple[list[Block], list[Block]]:
    """How the thema is measured: for the main part, and for the annex.

    A chart is for the indicators of which the newest figure is farthest from what is wanted; one that is dropped comes
    after all others.
    """
    figures = [read_figures(material, indicator) for indicator in measuring(material, thema)]
    anchor, about = f"{thema.id}-meten", this(NOUNS[thema.soort])
    head: list[Block] = [Section(2, "Hoe de gemeente meet of het lukt", anchor)]
    if not figures:
        return [*head, Paragraph(_nothing(material, about))], []
    drawable = sorted((one for one in figures if one.can_be_drawn), key=_most_telling)
    drawn = drawable[: limits.charts]
    main: list[Block] = [*head, Paragraph(_introduction(about, figures, drawn, len(drawable)))]
    main += [_chart(material, thema, one) for one in drawn]
    if drawn:
        main.append(Bullets(tuple(_told(material, thema, one) for one in drawn)))
    annex: list[Block] = [Section(2, "Alle indicatoren", f"{anchor}-alle"), _table(material, thema, figures)]
    if rest := drawable[limits.charts :]:
        annex.append(Paragraph(_ONE_MORE_CHART if len(rest) == 1 else _MORE_CHARTS))
        annex += [_chart(material, thema, one) for one in rest]
    return main, annex


def _most_telling(one: Figures) -> tuple[object, ...]:
    return one.dropped, one.distance is None, -(one.distance or 0), one.indicator.order


def _nothing(material: Material, about: str) -> str:
    if "Indicator" in material.missing_classes.get("doelen-zonder-indicator", ()):
        return sentence(f"het register heeft van {material.gemeente} geen document met cijfers") + (
            " Hoe de gemeente dit meet, is dus niet onderzocht."
        )
    return f"Er is nog geen indicator die iets van {about} meet."


def _introduction(about: str, figures: list[Figures], drawn: list[Figures], drawable: int) -> str:
    total = len(figures)
    belong = "hoort" if total == 1 else "horen"
    start = sentence(f"bij {about} {belong} {counted(total, INDICATOR)}")
    if not drawn:
        return f"{start} Geen daarvan heeft genoeg cijfers voor een grafiek. Ze staan in de bijlage."
    if len(drawn) == drawable:
        chosen = "Die met genoeg cijfers voor een grafiek staan hier." if drawable < total else "Ze staan alle hier."
        if total == 1:
            chosen = ""
        return paragraph(start, chosen, "In de bijlage staat bij elk cijfer waar u het kunt nalezen.")
    here = "staat er één" if len(drawn) == 1 else f"staan er {number_word(len(drawn))}"
    return paragraph(
        start,
        sentence(f"hier {here}: daar ligt het laatste cijfer het verst van wat de gemeente wil of verwacht"),
        "Of hoger beter is, zegt het document er niet bij.",
        "De andere staan in de bijlage.",
    )


def _chart(material: Material, thema: Element, one: Figures) -> Chart:
    return Chart(
        title=one.indicator.naam,
        unit=one.unit,
        reached=one.reached,
        wanted=one.wanted,
        alt=one.in_sentences(),
        anchor=f"{thema.id}-{one.indicator.id}",
        place=material.place(one.indicator.iri),
        wanted_name="streefwaarde" if one.targets else "begroot",
    )


def _told(material: Material, thema: Element, one: Figures) -> Paragraph:
    """What the chart shows and what it is about, for every reader."""
    links = _links(material, thema, one.indicator)
    about = sentence(f"dit cijfer hoort bij {_goal(material, links[0])}") if links else ""
    dropped = "De gemeente stopt met deze indicator." if one.dropped else ""
    text = paragraph(f"{one.indicator.naam}: {one.in_sentences()[:1].lower()}{one.in_sentences()[1:]}", about, dropped)
    return Paragraph(text)


def _links(material: Material, thema: Element, indicator: Element) -> list[Link]:
    """The links by which the indicator measures something in the thema; what is sure comes first."""
    links = [
        link
        for link in material.links("meet", (indicator.iri,))
        if (end := material.elements.get(link.end)) is not None and end.thema == thema.iri
    ]
    return sorted(links, key=lambda link: (link.sterkte != "zeker", material.elements[link.end].order))


def _goal(material: Material, link: Link) -> str:
    end = material.elements[link.end]
    noun = NOUNS.get(end.soort, NOUNS["Doel"])
    return f"{noun.article} {noun.one} {quoted(titled(end))}"


def _table(material: Material, thema: Element, figures: list[Figures]) -> DataTable:
    rows = tuple(
        (
            one.indicator.naam + (" (stopt)" if one.dropped else ""),
            "; ".join(dict.fromkeys(titled(material.elements[link.end]) for link in links)) or "niet bekend",
            f"{one.said(latest)} ({latest.year})" if (latest := one.latest) else "geen cijfer",
            f"{one.said(goal)} ({goal.year})" if (goal := one.goal) else "niet bekend",
            material.short_place(one.indicator.iri),
        )
        for one in figures
        for links in (_links(material, thema, one.indicator),)
    )
    heads = ("Indicator", "Waar dit bij hoort", "Laatste cijfer", "Gewenst of begroot", "Waar het staat")
    return DataTable(f"Indicatoren bij {thema.naam}", heads, rows)

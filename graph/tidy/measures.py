"""The tables that count and measure: the states of each element, figures, links and places."""

from __future__ import annotations

from beleidsspoor.graph.places import places
from beleidsspoor.graph.scope import STATE_WORDS
from beleidsspoor.graph.tidy.model import TidyColumn, TidyTable, column_of
from beleidsspoor.graph.tidy.selection import Selection, key_of

_FIGURES = """
SELECT ?meting ?indicator ?document ?periode ?jaar ?soort ?ruw WHERE {
  ?meting a bs:Meting ; bs:indicator ?indicator ; bs:document ?document ; sdmx-dim:refPeriod ?periode ; bs:jaar ?jaar ;
    bs:waardesoort/skos:notation ?soort ; bs:ruweWaarde ?ruw .
}"""
# Apart: as an OPTIONAL of the query above it takes ten times as long.
_VALUES = "SELECT ?meting ?waarde WHERE { ?meting a bs:Meting ; sdmx-mea:obsValue ?waarde }"

_ELEMENT = TidyColumn("element_id", "Het element waar de rij over gaat.", required=True, refers="elementen")
_MUNICIPALITY = TidyColumn("gemeente_id", "De gemeente waar de rij over gaat.", required=True, refers="gemeenten")
_DOCUMENT = TidyColumn("document_id", "Het document waar het in staat.", required=True, refers="documenten")


def coverage_table(selection: Selection) -> TidyTable:
    """A row for each element, question and municipality, with its state: the rows of the answers themselves."""
    rows = tuple(
        (
            answer.question.name, key_of(row.element.iri), selection.municipality_key(row), STATE_WORDS[row.toestand],
            row.reden,
        )
        for answer in selection.answers
        for row in answer.rows
        if row.element is not None and row.toestand is not None
    )  # fmt: skip
    columns = (
        TidyColumn("vraag_id", "De dekkingsvraag.", required=True, refers="vragen"),
        _ELEMENT,
        _MUNICIPALITY,
        TidyColumn("toestand", "De toestand van dit element bij deze vraag.", required=True, refers="toestanden"),
        TidyColumn("reden", "Alleen bij bewust open: waarom, wie dit zegt en tot wanneer."),
    )
    meaning = "Eén rij per element, vraag en gemeente. Tel rijen; deel nooit twee toestanden op elkaar."
    return TidyTable("dekking", meaning, ("vraag_id", "element_id", "gemeente_id"), columns, rows)


def figures_table(selection: Selection) -> TidyTable:
    """A row for each figure of a chosen indicator."""
    values: dict[str | None, str | None] = {}
    for figure, value in selection.texts(_VALUES):
        values[figure] = value
    owners = {one.naam: one.key for one in selection.municipalities}
    documents = {one.iri: one for one in selection.documents}
    order = {iri: place for place, iri in enumerate(selection.chosen)}
    rows = []
    for figure, indicator, document, period, year, kind, raw in selection.texts(_FIGURES):
        source = documents.get(document or "")
        if not figure or not indicator or indicator not in order or source is None:
            continue
        owner = key_of(source.gemeente) if source.gemeente else owners[source.gemeente_name]
        cells = (key_of(indicator), owner, key_of(source.iri), int(year or 0), period, kind, values.get(figure), raw)
        rows.append((order[indicator], (key_of(figure), *cells)))
    rows.sort(key=lambda one: (one[0], one[1][4], one[1][6] or "", one[1][0]))
    columns = (
        TidyColumn("meting_id", "Vaste sleutel van het cijfer.", required=True),
        TidyColumn("indicator_id", "De indicator die wordt gemeten.", required=True, refers="indicatoren"),
        _MUNICIPALITY,
        _DOCUMENT,
        TidyColumn("jaar", "Het jaar van het cijfer; bij twee jaren het laatste.", "integer", required=True),
        column_of("metingen", "periode", required=True),
        column_of("metingen", "soort", required=True),
        column_of("metingen", "waarde"),
        column_of("metingen", "ruw", required=True),
    )
    return TidyTable("metingen", "Eén rij per cijfer.", ("meting_id",), columns, tuple(cells for _, cells in rows))


def links_table(selection: Selection) -> TidyTable:
    """A row for each link of a chosen element, to it or from it."""
    rows = []
    for edge in selection.edges:
        end = selection.elements[edge.end]
        certainty = (edge.sterkte or None, edge.reden or None)
        rows.append((key_of(edge.start), edge.kind, key_of(edge.end), end.soort_naam, end.naam, *certainty))
    columns = (
        TidyColumn("van_id", "Het element waar het verband begint.", required=True, refers="elementen"),
        TidyColumn("relatie", "Wat voor verband: meet, draagt bij aan, trekker …", required=True),
        TidyColumn("naar_id", "Het element waar het verband heen gaat.", required=True, refers="elementen"),
        TidyColumn("naar_soort", "Wat dat element is.", required=True),
        TidyColumn("naar_naam", "De naam van dat element.", required=True),
        column_of("verbanden", "sterkte"),
        column_of("verbanden", "reden"),
    )
    return TidyTable("links", "Eén rij per verband tussen twee elementen.", (), columns, tuple(rows))


def places_table(selection: Selection) -> TidyTable:
    """A row for each place of a chosen element."""
    found = places(selection.store, selection.scope.graphs)
    documents = {one.iri for one in selection.documents}
    rows = tuple(
        (key_of(iri), key_of(place.document.iri), place.sectie, place.first, place.last, place.pagina)
        for iri in selection.elements
        for place in found.get(iri, ())
        if place.document.iri in documents
    )
    columns = (
        _ELEMENT,
        _DOCUMENT,
        *(column_of("vindplaatsen", name) for name in ("sectie", "regel_van", "regel_tot", "pagina")),
    )
    return TidyTable("vindplaatsen", "Eén rij per plek waar een element staat.", (), columns, rows)

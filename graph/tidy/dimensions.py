"""The tables that say what things are: municipalities, documents, questions, states, elements and indicators."""

from __future__ import annotations

from beleidsspoor.graph.coverage import SHARED
from beleidsspoor.graph.questions import shipped_questions
from beleidsspoor.graph.scope import STATE_WORDS
from beleidsspoor.graph.show.report import STATE_MEANINGS
from beleidsspoor.graph.store import NOT_NAMED, Element
from beleidsspoor.graph.terms import BS, PREFIXES
from beleidsspoor.graph.tidy.model import TidyColumn, TidyTable, column_of
from beleidsspoor.graph.tidy.selection import Selection, key_of

_SKOS = PREFIXES["skos"]
_UNIT = PREFIXES["sdmx-att"] + "unitMeasure"
_MUNICIPALITY_FACTS = """
SELECT ?gemeente ?wat ?waarde WHERE {
  ?gemeente a bs:Gemeente ; ?wat ?waarde . FILTER(?wat IN (bs:cbsCode, owl:sameAs)) }"""
_DOCUMENT_FACTS = """
SELECT ?document ?wat ?waarde WHERE {
  ?document a bs:Document ; ?wat ?waarde . FILTER(?wat IN (dct:issued, bs:periodeVan, bs:periodeTot)) }"""
_KINDS = """
SELECT ?document ?naam WHERE { ?document a bs:Document ; bs:documentsoort/skos:prefLabel ?naam }"""
_ABOVE = "SELECT ?element ?boven WHERE { ?element bs:onderdeelVan ?boven }"
_INDICATOR_FACTS = """
SELECT ?indicator ?wat ?waarde WHERE {
  ?indicator a bs:Indicator ; ?wat ?waarde .
  FILTER(?wat IN (bs:bron, bs:tabelgroep, bs:vervallen, bs:vernieuwd, bs:iv3Taakveld, bs:taakveldSterkte,
    sdmx-att:unitMeasure, bs:isVerplichteIndicator)) }"""
_WORDS = "SELECT ?begrip ?wat ?waarde WHERE { ?begrip skos:inScheme ?lijst ; ?wat ?waarde }"


def municipalities_table(selection: Selection) -> TidyTable:
    """A row for each municipality with documents, and one each for what has no municipality."""
    facts = selection.properties(_MUNICIPALITY_FACTS)
    rows = []
    for one in selection.municipalities:
        known = facts.get(one.iri or "", {})
        codes, tooi = known.get(BS + "cbsCode", [None]), known.get(PREFIXES["owl"] + "sameAs", [None])
        rows.append((one.key, one.naam, codes[0], tooi[0]))
    columns = (
        TidyColumn("gemeente_id", "Vaste sleutel van de gemeente.", required=True),
        TidyColumn(
            "gemeente",
            f"De naam. '{SHARED}' is wat van geen gemeente is, zoals een landelijk programma; '{NOT_NAMED}' is wat in "
            "een document staat dat geen gemeente noemt.",
            required=True,
        ),
        column_of("gemeenten", "cbs_code"),
        column_of("gemeenten", "tooi"),
    )
    return TidyTable("gemeenten", "Eén rij per gemeente.", ("gemeente_id",), columns, tuple(rows))


def documents_table(selection: Selection) -> TidyTable:
    """A row for each document, also those that are known without a text."""
    facts = selection.properties(_DOCUMENT_FACTS)
    kinds: dict[str | None, str | None] = {}
    for iri, name in selection.texts(_KINDS):
        kinds[iri] = name
    rows = []
    for one in selection.documents:
        known = facts.get(one.iri, {})
        dates = (
            known.get(wanted, [None])[0]
            for wanted in (PREFIXES["dct"] + "issued", BS + "periodeVan", BS + "periodeTot")
        )
        rows.append((key_of(one.iri), one.title, one.short_title, kinds.get(one.iri), one.gemeente_name, *dates))
    columns = (
        TidyColumn("document_id", "Vaste sleutel van het document.", required=True),
        column_of("documenten", "titel", required=True),
        TidyColumn("korte_titel", "De kortste naam waaraan een lezer het document herkent.", required=True),
        column_of("documenten", "soort"),
        TidyColumn("gemeente", "De naam van de gemeente van wie het document is.", required=True),
        column_of("documenten", "vastgesteld"),
        column_of("documenten", "periode_van"),
        column_of("documenten", "periode_tot"),
    )
    return TidyTable("documenten", "Eén rij per document.", ("document_id",), columns, tuple(rows))


def questions_table() -> TidyTable:
    """A row for each question that has states."""
    asked = [question for question in shipped_questions().values() if question.is_coverage]
    rows = tuple((one.name, number, one.titel, one.uitleg) for number, one in enumerate(asked, start=1))
    columns = (
        TidyColumn("vraag_id", "De naam van de vraag, zoals in 'beleidsspoor dekking VRAAG'.", required=True),
        TidyColumn("volgorde", "De plaats van de vraag in het overzicht.", "integer", required=True),
        TidyColumn("vraag", "De titel van de vraag.", required=True),
        TidyColumn("uitleg", "Wat de vraag nagaat en wat een gat betekent.", required=True),
    )
    return TidyTable("vragen", "Eén rij per dekkingsvraag.", ("vraag_id",), columns, rows)


def states_table() -> TidyTable:
    """The four states in their order: to sort by, and to count zeros."""
    rows = tuple(
        (words, number, STATE_MEANINGS[state]) for number, (state, words) in enumerate(STATE_WORDS.items(), start=1)
    )
    columns = (
        TidyColumn("toestand", "De toestand in woorden.", required=True),
        TidyColumn("volgorde", "De vaste volgorde van de vier toestanden.", "integer", required=True),
        TidyColumn("betekenis", "Wat de toestand betekent.", required=True),
    )
    return TidyTable("toestanden", "Eén rij per toestand.", ("toestand",), columns, rows)


def elements_table(selection: Selection) -> TidyTable:
    """A row for each element that the filter chooses, and for what those are linked to."""
    above: dict[str | None, str | None] = {}
    for one, parent in selection.texts(_ABOVE):
        above.setdefault(one, parent)
    inside = {document.iri for document in selection.documents}
    rows = []
    for element in selection.elements.values():
        parent = above.get(element.iri)
        rows.append((
            key_of(element.iri), element.iri, element.soort_naam, element.nummer, element.naam, _municipality(element),
            key_of(element.thema) if element.thema in selection.elements and element.thema else None,
            element.thema_naam,
            key_of(element.document) if element.document in inside and element.document else None,
            key_of(parent) if parent in selection.elements and parent else None,
        ))  # fmt: skip
    columns = (
        TidyColumn("element_id", "Vaste sleutel van het element.", required=True),
        TidyColumn("iri", "Het vaste webadres van het element in de graaf.", "anyURI", required=True),
        TidyColumn("soort", "Wat het is: opgave, actie, indicator, partner …", required=True),
        column_of("acties", "nummer"),
        TidyColumn("naam", "De naam, of bij acties en rollen een kort label.", required=True),
        TidyColumn("gemeente", "De naam van de gemeente van het element.", required=True),
        TidyColumn("thema_id", "Het thema of de doelenboom waar het onder hangt.", refers="elementen"),
        TidyColumn("thema", "De naam van dat thema of die doelenboom."),
        TidyColumn("document_id", "Het document waar het uit komt.", refers="documenten"),
        TidyColumn("boven_id", "Het element waar het direct onder hangt.", refers="elementen"),
    )
    return TidyTable("elementen", "Eén rij per element.", ("element_id",), columns, tuple(rows))


def indicators_table(selection: Selection) -> TidyTable:
    """A row for each chosen indicator, with what only indicators have."""
    facts = selection.properties(_INDICATOR_FACTS)
    words = selection.properties(_WORDS)

    def word(values: list[str], name: str) -> str | None:
        return words.get(values[0], {}).get(_SKOS + name, [None])[0] if values else None

    rows = []
    for element in selection.elements.values():
        if element.soort != "Indicator":
            continue
        own = facts.get(element.iri, {})
        field, mandatory = own.get(BS + "iv3Taakveld", []), own.get(BS + "isVerplichteIndicator", [None])[0]
        known = selection.elements.get(mandatory or "")
        rows.append((
            key_of(element.iri), element.naam, word(own.get(_UNIT, []), "notation"), own.get(BS + "bron", [None])[0],
            own.get(BS + "tabelgroep", [None])[0],
            *(own.get(BS + name, ["false"])[0] == "true" for name in ("vervallen", "vernieuwd")),
            word(field, "notation"), word(field, "prefLabel"),
            word(own.get(BS + "taakveldSterkte", []), "notation"),
            known.nummer if known else None, key_of(known.iri) if known else None,
        ))  # fmt: skip
    columns = (
        TidyColumn("indicator_id", "Vaste sleutel; een indicator is ook element.", required=True, refers="elementen"),
        TidyColumn("indicator", "De naam van de indicator.", required=True),
        *(column_of("indicatoren", name) for name in ("eenheid", "bron", "tabelgroep")),
        *(column_of("indicatoren", name, required=True) for name in ("vervallen", "vernieuwd")),
        column_of("indicatoren", "iv3_taakveld"),
        TidyColumn("iv3_taakveld_naam", "De naam van het Iv3-taakveld."),
        column_of("indicatoren", "taakveld_sterkte"),
        TidyColumn("bbv_nummer", "Het nummer van de verplichte indicator (BBV) die dit is; leeg als het er geen is."),
        TidyColumn("bbv_id", "De sleutel van die verplichte indicator.", refers="elementen"),
    )
    return TidyTable("indicatoren", "Eén rij per indicator.", ("indicator_id",), columns, tuple(rows))


def _municipality(element: Element) -> str:
    """The name of the municipality, as the overview calls it."""
    shared = element.gemeente == NOT_NAMED and element.document is None and element.soort != "Document"
    return SHARED if shared else element.gemeente

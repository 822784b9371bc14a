"""A register in which the answer to every question is known: Dorp has an agenda and a budget, Stad a vision only.

Each table is written as short lines; documents, places and names are filled in.
"""

from __future__ import annotations

from pathlib import Path

from small_register import Cells, Tables, mapping_text, write_register

AGENDA, BEGROTING, VISIE = "agenda", "begroting", "visie"

#: The same thing under another name stands twice in the agenda; the partner has two names there as well.
_PLACES = (
    ("v", AGENDA, ""), ("v-lijst", AGENDA, "Meer bewegen"), ("v-kop", AGENDA, "Bewegen voor iedereen"),
    ("b", BEGROTING, ""),
)  # fmt: skip

_MATCHES = (
    ("stad:p1", "skos:closeMatch", "dorp:p1", "semapv:ManualMappingCuration", "0.9", "redactie", "Beide: vertrouwen."),
    ("stad:p2", "skos:broadMatch", "dorp:p1", "semapv:ManualMappingCuration", "0.5", "redactie", "Dorp zegt minder."),
    ("stad:p1", "bs:spanningMet", "dorp:p2", "semapv:ManualMappingCuration", "0.7", "redactie", "Vrij of streng."),
    ("stad:p3", "skos:closeMatch", "sssom:NoTermFound", "semapv:ManualMappingCuration", "1", "redactie", "Nergens."),
    ("stad:st1", "skos:exactMatch", "dorp:t1", "semapv:ManualMappingCuration", "1", "redactie", "Zelfde woord."),
    ("sssom:NoTermFound", "skos:exactMatch", "dorp:t2", "semapv:ManualMappingCuration", "1", "redactie", "Alleen hier."),
)  # fmt: skip


def question_tables() -> Tables:
    """The tables; a copy of its own for every caller."""
    return {
        "landelijk/groepen": [{"id": "inwoners", "naam": "Inwoners"}],
        "landelijk/programmas": [
            {"id": "gala", "naam": "GALA", "soort": "akkoord", "niveau": "landelijk"},
            {"id": "iza", "naam": "IZA", "soort": "akkoord", "niveau": "landelijk"},
            {"id": "week", "naam": "Week", "soort": "campagne", "niveau": "landelijk"},
        ],
        "landelijk/kernelementen": [
            {"id": "gala-1", "nummer": "1", "naam": "Bewegen", "programma": "gala"},
            {"id": "gala-1a", "naam": "Valpreventie", "programma": "gala", "onderdeel_van": "gala-1"},
            {"id": "gala-2", "nummer": "2", "naam": "Slapen", "programma": "gala"},
        ],
        "landelijk/verplichte_indicatoren": [
            {"id": f"bbv-{number}", "nummer": number, "naam": name, "taakveld": field, "meeteenheid": "%"}
            for number, name, field in (("17", "Absoluut verzuim", "4"), ("21", "Banen", "6"), ("27", "Bijstand", "6"))
        ],
        "dorp/gemeenten": [{"id": "gm", "naam": "Dorp", "cbs_code": "GM9001"}],
        "dorp/partners": [
            {"id": "club", "naam": "Sportclub", "soort": "organisatie", "niveau": "lokaal"},
            {"id": "stil", "naam": "Stichting Stil", "soort": "organisatie", "niveau": "lokaal"},
        ],
        "dorp/documenten": [
            _document(AGENDA, "Agenda 2025", "maatschappelijke agenda", "gm"),
            {**_document(BEGROTING, "Begroting 2025", "begroting", "gm"), "taakvelden": "6;8"},
        ],
        "dorp/vindplaatsen": [
            _place(name, document, number, wording) for number, (name, document, wording) in enumerate(_PLACES)
        ],
        "dorp/themas": [_row("t1 | Gezond", nummer="1"), _row("t2 | Wonen", nummer="2")],
        "dorp/doelenbomen": [_row("boom | Sport", BEGROTING)],
        "dorp/opgaven": [
            _row("o1 | Bewegen voor iedereen", nummer="1.1", onderdeel_van="t1", uitgewerkt_in="v-kop", vindplaatsen="v-lijst;v-kop"),
            _row("o2 | Gezond eten", nummer="1.2", onderdeel_van="t1"),
            _row("o4 | Slapen", nummer="1.4", onderdeel_van="t1", uitgewerkt_in="v"),
        ],
        "dorp/doelen": [
            _row("d1 | Iedereen beweegt", BEGROTING, onderdeel_van="boom"),
            _row("d2 | Niemand rookt", BEGROTING, onderdeel_van="boom"),
        ],
        "dorp/subdoelen": [
            _row("s2 | Kinderen bewegen", nummer="1.1.2", onderdeel_van="o1"),
            _row("s3 | Ouderen bewegen", nummer="1.1.3", onderdeel_van="o1"),
        ],
        "dorp/acties": [
            _row("a1 | Lessen geven", onderdeel_van="s2", trekker="club", betrokkenen="landelijk:inwoners"),
            _row("a2 | Zaal huren", onderdeel_van="a1", jaren="2026;2025"),
            _row("a3 | Folder maken", onderdeel_van="t1", uitvoerders="club"),
            _row("a4 | Beurs houden", genoemde_trekker="men"),
        ],
        "dorp/indicatoren": [
            _indicator("i1 | Aantal lessen", bron="Sportclub", eenheid="aantal", bronpartners="club", toelichting="Per jaar.",
                       iv3_taakveld="5.1", taakveld_sterkte="aannemelijk", bbv_indicator="landelijk:bbv-21"),
            _indicator("i2 | Rokers", vervallen="ja", eenheid="%", bron="Interne systemen"),
            _indicator("i3 | Rookvrij dorp", vernieuwd="ja", vervangt="i2", eenheid="ja/nee"),
            _indicator("i4 | Foldertjes", vervallen="ja"),
            _indicator("i5 | Leden", bbv_indicator="landelijk:bbv-27"),
            _row("i6 | Aantal lessen", bron="GGD", eenheid="aantal", vervallen="nee", vernieuwd="nee"),
        ],
        "dorp/metingen": [
            *(_figure("i1", year, "realisatie", str(10 + number)) for number, year in enumerate(("2022", "2023", "2024", "2025"))),
            *(_figure("i1", year, "begroot", "20") for year in ("2025", "2026")),
            _figure("i2", "2023", "realisatie", "", raw="nvt"),
            _figure("i2", "2024", "realisatie", "7"),
            _figure("i3", "2026", "streefwaarde", "", raw="Ja"),
            _figure("i6", "2025", "begroot", "25", AGENDA),
            _figure("i6", "2026", "begroot", "20", AGENDA),
        ],
        "dorp/budgetposten": [_row("post | Sport", BEGROTING, soort="lasten", onderdeel_van="boom")],
        "dorp/bedragen": [
            {"id": f"post-{year}", "budgetpost": "post", "document": BEGROTING, "periode": year, "soort": "begroot",
             "waarde": value, "ruw": value, "vindplaatsen": "b"}
            for year, value in (("2025", "100"), ("2026", "900"))
        ],
        "dorp/principes": [_row(f"p{number} | {name}", soort="uitgangspunt") for number, name in ((1, "Vertrouwen"), (2, "Streng"))],
        "dorp/verbanden": [
            _link(line)
            for line in (
                "i1 meet a2", "i2 meet d2", "i4 meet a3", "i3 meet d1", "i6 meet t1", "a2 zelfde-belofte-als a4",
                "d1 zelfde-doel-als o1", "s3 draagt-bij-aan landelijk:gala-1a", "a3 draagt-bij-aan landelijk:gala-1a aannemelijk",
                "p1 draagt-bij-aan landelijk:gala-2", "a3 draagt-bij-aan landelijk:week",
            )
        ],
        "dorp/vermeldingen": [
            {"id": f"m{number}", "in": inside, "wat": what, "vorm": form, "vindplaatsen": "v"}
            for number, (inside, what, form) in enumerate((
                ("a1", "club", "Sportklub"), ("s2", "club", "Sportclub Dorp"), ("s3", "club", "SD"), ("a1", "landelijk:iza", "IZA"),
            ))
        ],
        "dorp/verklaringen": [
            _explanation("a3", "acties-zonder-trekker", "2026-06-30"),
            _explanation("a4", "acties-zonder-trekker", "2025-12-31"),
            _explanation("landelijk:iza", "programmadekking", "2999-12-31"),
        ],
        "stad/gemeenten": [{"id": "gm", "naam": "Stad", "cbs_code": "GM9002"}],
        "stad/documenten": [_document(VISIE, "Visie", "visie", "gm"), _document("akkoord", "Akkoord", "coalitieakkoord", "")],
        "stad/vindplaatsen": [_place("s", VISIE, 9, "")],
        "stad/themas": [_row("st1 | Gezond", VISIE, nummer="4")],
        "stad/principes": [
            _row(f"p{number} | {name}", VISIE, soort="leidend principe")
            for number, name in ((1, "Vertrouwen eerst"), (2, "Ruimte"), (3, "Meedoen"))
        ],
        "stad/vermeldingen": [{"id": "m1", "in": VISIE, "wat": "landelijk:iza", "vorm": "IZA", "vindplaatsen": "s"}],
    }  # fmt: skip


def write_question_register(root: Path, tables: Tables | None = None) -> Path:
    """Write the register under `root`, with its matches, and return `root`."""
    header = mapping_text().partition("subject_id")[0]
    header = header.replace("#   skos:", "#   bs: https://w3id.org/beleidsspoor/def#\n#   skos:")
    matches = {"overeenkomsten/stad-dorp.sssom.tsv": mapping_text(_MATCHES, header)}
    return write_register(root, tables or question_tables(), matches)


def _row(line: str, document: str = AGENDA, **cells: str) -> Cells:
    name, _, label = line.partition(" | ")
    place = {AGENDA: "v", BEGROTING: "b", VISIE: "s"}[document]
    return {"id": name, "naam": label, "document": document, "vindplaatsen": place, **cells}


def _indicator(line: str, **cells: str) -> Cells:
    return _row(line, BEGROTING, **{"onderdeel_van": "boom", "vervallen": "nee", "vernieuwd": "nee", **cells})


def _document(name: str, title: str, kind: str, gemeente: str) -> Cells:
    about = {
        "id": name,
        "titel": title,
        "soort": kind,
        "gemeente": gemeente,
        "periode_van": "2025",
        "periode_tot": "2026",
    }
    return {
        **about,
        "uitgever": f"Gemeente {gemeente}" if gemeente else "niet vermeld",
        "bestand": f"{name}.txt" if gemeente else "",
    }


def _place(name: str, document: str, number: int, wording: str) -> Cells:
    print_ = f"w3-{number:016x}"
    lines = {"regel_van": str(number + 1), "regel_tot": str(number + 1)}
    return {"id": name, "document": document, "bewoording": wording, "vingerafdruk": print_, **lines}


def _figure(indicator: str, year: str, kind: str, value: str, document: str = BEGROTING, raw: str = "") -> Cells:
    where = {"document": document, "vindplaatsen": "b" if document == BEGROTING else "v"}
    return {
        "id": f"{indicator}-{kind}-{year}", "indicator": indicator, "periode": year, "soort": kind, "waarde": value,
        "ruw": raw or value, **where,
    }  # fmt: skip


def _link(line: str) -> Cells:
    start, relation, end, *strength = line.split()
    about = {"van": start, "relatie": relation.replace("-", " "), "naar": end}
    return {
        "id": f"l-{start}-{end.replace(':', '-')}", **about, "sterkte": strength[0] if strength else "zeker",
        "reden": "Dat staat er.", "vindplaatsen": "v",
    }  # fmt: skip


def _explanation(element: str, question: str, until: str) -> Cells:
    name = f"x-{element.replace(':', '-')}"
    about = {"id": name, "element": element, "vraag": question, "tot": until}
    return {**about, "reden": "De raad kiest nog.", "door": "college"}

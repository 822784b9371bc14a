"""Names: by the register, by abbreviations that the text explains, and by form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.recognise.model import Mention
from beleidsspoor.graph.recognise.recognising import recognise


@pytest.fixture
def names(tmp_path: Path) -> Callable[[str], list[Mention]]:
    def find(text: str) -> list[Mention]:
        path = tmp_path / "stuk.txt"
        path.write_text(text, encoding="utf-8")
        return list(recognise(read_document(path)).mentions)

    return find


@pytest.mark.parametrize(
    ("text", "kind", "form"),
    [
        ("Dat doet Stichting Welzijn Zuidrijk samen met ons.", "partner", "Stichting Welzijn Zuidrijk"),
        ("De GGD Noordkust geeft voorlichting.", "partner", "GGD Noordkust"),
        ("Volgens de Wet inburgering mag dat.", "wet", "Wet inburgering"),
        ("De spreidingswet geldt nog.", "wet", "spreidingswet"),
        ("Het ministerie van SZW betaalt mee.", "partner", "ministerie van SZW"),
        ("In de kern Oudeveer komt een loket.", "kern", "Oudeveer"),
        ("Het lokale preventieakkoord loopt af.", "programma", "preventieakkoord"),
        ("Dat doet de bibliotheek Lage Venen.", "partner", "bibliotheek Lage Venen"),
        ("Er komt een proef met huisartsenvereniging Veenland.", "partner", "huisartsenvereniging Veenland"),
        ("Daarbij helpt ZorgSaam ons.", "partner", "ZorgSaam"),
        ("We bieden de training 'Rots en Water' aan.", "programma", "Rots en Water"),
        ("Scholen tekenden het Jongerenpact.", "programma", "Jongerenpact"),
        ("In de jeugdregio Veenland kopen we hulp in.", "regio", "jeugdregio Veenland"),
        ("Inkoop loopt in de zorgregio Noordkust.", "partner", "zorgregio Noordkust"),
        ("Er komt een coach op het Graaf Adolf College.", "partner", "Graaf Adolf College"),
        ("Er komt een coach op het Veenlandcollege.", "partner", "Veenlandcollege"),
        ("De ISD Noordkust voert dit uit.", "partner", "ISD Noordkust"),
        ("De GGD Noord- en Oost-Veenland belt aan.", "partner", "GGD Noord- en Oost-Veenland"),
        ("De coalitie Kansrijke Start komt bijeen.", "programma", "coalitie Kansrijke Start"),
        ("We vullen het Dorpenfonds aan.", "programma", "Dorpenfonds"),
        ("Kinderen krijgen een Veenpas van ons.", "programma", "Veenpas"),
        ("We herzien de Nota jeugd 2019-2023 dit jaar.", "programma", "Nota jeugd 2019-2023"),
        ("Wij tekenden het sportakkoord Veenland Beweegt.", "programma", "sportakkoord Veenland Beweegt"),
        ("Zo staat het in het coalitieakkoord 'Samen verder'.", "programma", "coalitieakkoord 'Samen verder"),
        ("De Wet op het primair onderwijs regelt dat.", "wet", "Wet op het primair onderwijs"),
        ("De Participatiewet in balans helpt ons.", "wet", "Participatiewet in balans"),
    ],
)
def test_by_form(names: Callable[[str], list[Mention]], text: str, kind: str, form: str) -> None:
    assert [(mention.kind, mention.form) for mention in names(text)] == [(kind, form)]


def test_an_abbreviation_that_the_text_explains_is_the_same_name(names: Callable[[str], list[Mention]]) -> None:
    found = names("Activiteiten\n- Stichting Jeugdwerk Dorp (hierna: SJD) opent een loket.\n- SJD houdt spreekuur.\n")
    assert [(mention.name, mention.form, mention.line) for mention in found] == [
        ("Stichting Jeugdwerk Dorp", "Stichting Jeugdwerk Dorp", 2),
        ("Stichting Jeugdwerk Dorp", "SJD", 3),
    ]


def test_an_unknown_programme_by_the_first_letters(names: Callable[[str], list[Mention]]) -> None:
    found = names("Wij volgen het Akkoord Gezond Samen Leven (AGSL). Het AGSL loopt tot 2028.")
    assert found[0].kind == "programma" and "(AGSL)" in found[0].name


def test_two_bodies_joined_by_en_are_two(names: Callable[[str], list[Mention]]) -> None:
    found = names("Samen met Stichting Kindkracht en de GGD Noordkust maken we afspraken.")
    assert [mention.form for mention in found] == ["Stichting Kindkracht", "GGD Noordkust"]


def test_villages_in_a_row_are_known_in_the_rest_of_the_text(names: Callable[[str], list[Mention]]) -> None:
    found = names(
        "In de dorpen Oudeveer, Nieuwdijk en Bovenveen komt een loket.\n\nActies\n- Een bus naar Bovenveen.\n"
    )
    assert [(mention.kind, mention.form) for mention in found] == [
        ("kern", "Oudeveer"), ("kern", "Nieuwdijk"), ("kern", "Bovenveen"), ("kern", "Bovenveen"),
    ]  # fmt: skip


def test_an_unknown_body_in_one_row_with_a_known_one(names: Callable[[str], list[Mention]]) -> None:
    assert [mention.form for mention in names("Dat doen UWV en Avres samen.")] == ["UWV", "Avres"]


@pytest.mark.parametrize(
    ("text", "villages"),
    [
        ("Het loket in Oudeveer gaat vaker open.", ["Oudeveer"]),
        ("De bus rijdt tussen Oudeveer en Nieuwdijk.", ["Oudeveer", "Nieuwdijk"]),
        ("Er komen huiskamers in Oudeveer, Jisp en De Nek.", ["Oudeveer", "Jisp", "De Nek"]),
        ("De dorpshuizen van Lith en Den Bulk krijgen geld.", ["Lith", "Den Bulk"]),
        ("De inwoners van Nieuw-Hessel kijken naar elkaar om.", ["Nieuw-Hessel"]),
        ("Oudeveer, Bovenbroek en Nieuwdijk groeien.", ["Oudeveer", "Bovenbroek", "Nieuwdijk"]),
        (
            "Wij bouwen.\n\nDat is nodig.\n\nZo werkt dat.\n\nWij helpen in Marskant. Ook in Marskant is plek. Een loket in Marskant.",
            ["Marskant"],
        ),
        ("Een bus naar Vierhuizen aan de Beek.", ["Vierhuizen aan de Beek"]),
    ],
)
def test_villages_by_their_form_and_their_place(
    names: Callable[[str], list[Mention]], text: str, villages: list[str]
) -> None:
    assert [(mention.kind, mention.form) for mention in names(text)] == [("kern", name) for name in villages]


@pytest.mark.parametrize(
    "text",
    [
        "We werken samen in Amstelveen.",  # another municipality
        "Dat geldt in Noord-Holland.",  # a province
        "De gemeente Oudeveer groeit. Wonen in Oudeveer is duur.",
        "Begroting Oudeveer\n\nIn Oudeveer telt iedereen mee.",
        "Iedereen in Oudeveer doet mee.",
        "Dit is het beleid van Oudeveer. In Oudeveer telt iedereen mee. Wonen in Oudeveer is fijn.",
        "Dat zei wethouder van Oudeveer gisteren.",
        "We kijken in Speelveld en speelveld rond.",
    ],
)
def test_what_is_no_village(names: Callable[[str], list[Mention]], text: str) -> None:
    assert [mention.form for mention in names(text)] == []


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("We bouwen samen met Radehof en Wonen Middenrade een woonplek.", ["Radehof", "Wonen Middenrade"]),
        ("Dat gebeurt samen met verloskundigen, het CJX en de kinderopvang.", ["CJX"]),
        ("Met Omnia Wonen, Stimex en Beweging 3.0 maken we afspraken.", ["Omnia Wonen", "Stimex", "Beweging 3.0"]),
        ("De hulp is ondergebracht bij Senzox. Senzox doet ook de intake.", ["Senzox"]),
        ("We gaan verder met De Schakelaar.", ["De Schakelaar"]),
        (
            "| Actie | Trekker | Planning |\n|---|---|---|\n| Loket openen | Brijdex Preventie | 2026 |",
            ["Brijdex Preventie"],
        ),
    ],
)
def test_bodies_without_a_telling_word(names: Callable[[str], list[Mention]], text: str, bodies: list[str]) -> None:
    assert [(mention.kind, mention.form) for mention in names(text)] == [("partner", name) for name in bodies]


@pytest.mark.parametrize(
    "text",
    ["Dat doen we met Inwoners.", "Met Harderwijk en Ermelo werken we samen.", "Dat is gedaan door Jan van Dijkstra.",
     "Met Gemeente Noord en Rijk overleggen we."],
)  # fmt: skip
def test_whom_one_works_with_and_is_no_body(names: Callable[[str], list[Mention]], text: str) -> None:
    assert [mention.form for mention in names(text)] == []


def test_a_body_that_goes_by_its_first_word_is_one_name(names: Callable[[str], list[Mention]]) -> None:
    found = names("De GGD Noordkust belt aan. Daarna stuurt de GGD een brief.")
    assert [(mention.name, mention.form) for mention in found] == [("GGD Noordkust", "GGD Noordkust")]


def test_the_title_and_the_foot_of_a_page_are_the_document_itself(names: Callable[[str], list[Mention]]) -> None:
    pages = "\n\n".join(
        f"Zorg is er voor wie dat nodig heeft.\n\nBestuursakkoord Oudeveer {page}" for page in (1, 2, 3)
    )
    assert names(f"Bestuursakkoord Oudeveer\n\n{pages}\n") == []


@pytest.mark.parametrize(
    "text", ["We stellen een nieuwe woonvisie op.", "Deze regiovisie loopt tot 2030.", "Een wijk-GGD'er."]
)
def test_what_tells_of_a_thing_and_does_not_name_it(names: Callable[[str], list[Mention]], text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text", ["UWV en Inwoners werken samen.", "De doelgroep Ouderen groeit.", "De fractie GroenLinks."]
)
def test_what_only_looks_like_a_name(names: Callable[[str], list[Mention]], text: str) -> None:
    assert [mention.form for mention in names(text) if mention.form != "UWV"] == []


def test_places_that_something_happens_in_are_villages_and_the_municipality_is_none(tmp_path: Path) -> None:
    path = tmp_path / "stuk.txt"
    path.write_text(
        "Visie van de gemeente Lankermeer\n\nIn Lankermeer bouwen we in Oosterhuize en Bovenmade een school. Het loket komt "
        "in Bovenmade, Oosterhuize of Kleinermeer. In Lankermeer blijft het stil, in Twijfel en in Mei ook.\n",
        encoding="utf-8",
    )
    mentions = recognise(read_document(path)).mentions
    places = {mention.name for mention in mentions if mention.kind == "kern"}
    assert places == {"Oosterhuize", "Bovenmade", "Kleinermeer"}


def test_bodies_that_something_is_done_with(names: Callable[[str], list[Mention]]) -> None:
    found = names(
        "Zorg\n\nWij maken met Radehof en Wonen Midden-Rade een plan. Het plan van Radehof is klaar. Wonen Midden-Rade bouwt. "
        "In dorpshuis De Spil en bij De Spil is het druk. Met Jan praten wij.\n"
    )
    assert {mention.name for mention in found if mention.kind == "partner"} == {"Radehof", "Wonen Midden-Rade"}


def test_initials_of_persons_in_a_table_are_no_partners(names: Callable[[str], list[Mention]]) -> None:
    rows = "| 1.1 | Woonvisie maken | W1 | 2027 |\n| 1.2 | Loket openen | BM | 2028 |\n"
    text = f"Collegeprogramma 2026-2030\n\nActies\n\n| Nr. | Actie | Portefeuillehouder | Planning |\n|---|---|---|---|\n{rows}"
    assert not [mention for mention in names(text) if mention.kind == "partner"]


def test_a_name_that_begins_with_an_apostrophe(names: Callable[[str], list[Mention]]) -> None:
    found = names("Wij bouwen met woningstichting ’t Anker in het dorp.")
    assert [mention.form for mention in found if mention.kind == "partner"] == ["woningstichting ’t Anker"]

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
    assert {mention.name for mention in mentions if mention.kind == "kern"} == {"Oosterhuize", "Bovenmade"}


def test_bodies_that_something_is_done_with_more_than_once(names: Callable[[str], list[Mention]]) -> None:
    found = names(
        "Zorg\n\nWij maken met Radehof en Wonen Midden-Rade een plan. Het plan van Radehof is klaar. De buren van De Schakelaar "
        "helpen, en De Schakelaar helpt mee. Wonen Midden-Rade bouwt. In dorpshuis De Spil "
        "en bij De Spil is het druk. Met Jan praten wij.\n"
    )
    assert {mention.name for mention in found if mention.kind == "partner"} == {
        "Radehof", "Wonen Midden-Rade", "De Schakelaar",
    }  # fmt: skip

"""The answers about the five documents, against what anybody can look up in them by hand."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.questions import Answer, AnswerRow, Value, ask, shipped_questions
from beleidsspoor.graph.scope import make_scope
from beleidsspoor.graph.store import GraphStore

Ask = Callable[..., Answer]

#: In chapter 3 of the agenda, without a section in chapter 4.
NOT_WORKED_OUT = {
    "Bedrijven vanuit hun bedrijfsbelang interesseren voor de gemeentelijke programmadoelen",
    "Samen met vraagstukken op het gebied van de krapte op de arbeidsmarkt oppakken",
    "Vluchtelingen en statushouders vangen wij lokaal binnen de taakstelling op en doen zo snel als mogelijk mee",
    "Gelijke kansen voor ieder kind",
    "Versterken doorgaande lijn voorschool-basisschool en basisschool-voortgezet",
}


@pytest.fixture(scope="module")
def store() -> GraphStore:
    return open_dataset().store


@pytest.fixture(scope="module")
def answer(store: GraphStore) -> Ask:
    return lambda name, **how: ask(store, shipped_questions()[name], today=datetime.date(2026, 1, 1), **how)


def told(answer: Answer) -> list[tuple[AnswerRow, dict[str, Value]]]:
    """The rows, each with its own columns by name."""
    return [(row, dict(zip(answer.columns, row.values, strict=True))) for row in answer.rows]


def names(answer: Answer, state: str, document: str = "") -> set[str]:
    """The names of the elements in this state, of one document if it is given."""
    rows = (row for row in answer.rows if row.toestand == state and row.element)
    return {row.element.naam for row in rows if row.element and (row.element.document or "").endswith(document)}


def test_five_opgaven_are_listed_and_not_worked_out(answer: Ask) -> None:
    found = answer("opgaven-niet-uitgewerkt")
    assert names(found, "gat") == NOT_WORKED_OUT
    assert len(names(found, "gedekt", "mag-2025")) == 13


def test_the_themas_of_hellendoorn_are_not_without_actions(answer: Ask) -> None:
    themas = {"Kansrijk opgroeien", "Gezondheid, nu en later", "Meedoen", "Leefbaarheid"}
    for question in ("doelen-zonder-actie", "doelen-zonder-indicator"):
        assert names(answer(question), "niet_onderzocht", "visie-2023") == themas
    of_hellendoorn = {row.toestand for row in answer("programmadekking").rows if row.gemeente == "hellendoorn"}
    assert "gat" not in of_hellendoorn and "niet_onderzocht" in of_hellendoorn


def test_every_action_of_the_agenda_hangs_under_a_goal_and_those_of_the_framework_do_not(answer: Ask) -> None:
    found = answer("acties-zonder-doel")
    assert len([row for row in found.rows if row.element and row.element.id.startswith("mag25-")]) == 76
    assert {row.element.id[:4] for row in found.rows if row.toestand == "gat" and row.element} == {"kn25"}


def test_the_goals_without_any_action_below_them(answer: Ask) -> None:
    found = names(answer("doelen-zonder-actie"), "gat", "mag-2025")
    # The five that were not worked out, 3.3 with its only subdoel, and three subdoelen under 4.1.
    assert found == NOT_WORKED_OUT | {
        "Toekomstbestendig onderwijs en kinderopvang in Twenterand",
        "Actualisatie Integraal Huisvestingsplan Onderwijs (IHP) Gemeente Twenterand",
        "Maatwerk leveren in ondersteuning van de aanwonenden van het kanaal",
        "Zinvolle daginvulling (voorliggende dagbesteding)",
        "Weerbare Twenterandse jongeren",
    }


def test_eighteen_dementia_trainings_stand_in_agenda_and_budget(answer: Ask, store: GraphStore) -> None:
    promise = next(
        columns for _, columns in told(answer("dubbele-beloften")) if columns["toegezegd"] == "18 trainingen"
    )
    assert promise["indicatoren"] == "Aantal uitgevoerde trainingen rondom signaleren dementie"
    assert promise["aantal_plekken"] == 4
    figures = store.query("""SELECT ?waarde WHERE {
        ?indicator skos:prefLabel "Aantal uitgevoerde trainingen rondom signaleren dementie"@nl .
        ?meting bs:indicator ?indicator ; bs:waardesoort lijst:begroot ; bs:jaar "2025"^^xsd:gYear ; bs:ruweWaarde ?waarde }""")
    assert [row["waarde"].value for row in figures] == ["18"]  # type: ignore[union-attr, index]


def test_the_dementia_training_is_promised_four_times(answer: Ask) -> None:
    places = {
        columns["hangt_onder"] for row, columns in told(answer("dubbele-beloften")) if "ementie" in str(row.element)
    }
    assert {str(place).partition(" ")[0] for place in places} >= {"1.2.1", "1.2.5", "3.5.3", "4.1.3"}


def test_fifteen_of_ninety_six_indicators_are_dropped(answer: Ask) -> None:
    assert len(answer("indicatorkwaliteit").rows) == len(answer("indicatoren-zonder-doel").rows) == 96
    dropped = answer("indicatoren-vervallen")
    assert len(dropped.rows) == 15
    assert "Mate van acceptatie hulpverlening bij tijdelijk huisverbod (%)" in names(dropped, "gat")


def test_the_budget_has_every_goal_of_its_transformation_tree_from_the_agenda(answer: Ask) -> None:
    rows = answer("begroting-niet-in-agenda").rows
    tree = [row for row in rows if row.element and row.element.thema_naam == "Transformatie Sociaal Domein"]
    assert [row.toestand for row in tree] == ["gedekt"] * 16
    # And the other way round: no tree of the budget asks for this.
    assert "Inspelen op gevolgen corona voor het onderwijs" in names(answer("opgaven-niet-in-begroting"), "gat")


def test_every_element_of_a_programme_has_a_row_for_every_municipality(answer: Ask) -> None:
    rows = [row for row in answer("programmadekking").rows if row.element and row.element.soort == "Kernelement"]
    assert {row.gemeente for row in rows} == {"hellendoorn", "twenterand"}
    elements = {row.element.id for row in rows if row.element}
    numbers = {name: sum(element.startswith(name) for element in elements) for name in (
        "hervormingsagenda-jeugd", "toekomstscenario", "participatiewet-in-balans",
    )}  # fmt: skip
    assert numbers == {"hervormingsagenda-jeugd": 8, "toekomstscenario": 5, "participatiewet-in-balans": 3}
    assert len(rows) == 2 * len(elements)
    falls = [dict(zip(answer("programmadekking").columns, row.values, strict=True)) for row in rows
             if row.gemeente == "twenterand" and row.element and row.element.id == "azwa-d5-valpreventie"]  # fmt: skip
    assert "4.2.3 Inrichten van de ketenaanpak valpreventie bij ouderen" in str(falls[0]["doelen"])


def test_the_library_leads_two_actions(answer: Ask) -> None:
    found = {row.element.naam: columns for row, columns in told(answer("partners")) if row.element}
    assert (found["Bibliotheek Twenterand"]["trekt"], found["Bibliotheek Twenterand"]["themas"]) == (
        2,
        "Lerende Twenterander",
    )
    assert found["GGD Twente"]["gemeenten"] == "Gemeente Hellendoorn; Gemeente Twenterand"
    assert found["Wmo-raad"]["trekt"] == 0


def test_the_numbers_that_are_missing_in_the_agenda(answer: Ask) -> None:
    signals = [(row.element.id, columns) for row, columns in told(answer("documentsignalen")) if row.element]
    assert {columns["wat"] for _, columns in signals if columns["signaal"] == "gat in de nummering"} == {
        "Na 1.2.2 komt meteen 1.2.4.", "Na 2.1 komt meteen 2.6.", "De nummering begint met 3.3.",
        "Na 3.4.1 komt meteen 3.4.3.", "Na 3.5.1 komt meteen 3.5.3.", "De nummering begint met 4.1.2.",
    }  # fmt: skip


def test_what_else_a_reader_notices(answer: Ask) -> None:
    seen = {
        (row.element.id, str(columns["signaal"])) for row, columns in told(answer("documentsignalen")) if row.element
    }
    assert ("coalitieakkoord-fragment", "uitgever niet vermeld") in seen
    assert ("ibn-2023-2026", "tekst ontbreekt") in seen
    # 4.2 has other words in chapter 3, and the second principle of Hellendoorn in 5.1.2.
    assert {("mag25-opgave-17", "anders verwoord"), ("visie23-principe-13", "anders verwoord")} <= seen
    texts = " ".join(str(columns["wat"]) for _, columns in told(answer("documentsignalen")))
    for two in ("Incluzio / Inclusio", "Zorgzaam", "Wmo-Rat", "Hervormingsagenda jeugdzorg / Hervormingsagenda jeugd"):
        assert two in texts


def test_one_budget_does_not_contradict_itself(answer: Ask) -> None:
    assert answer("tegenspraak").rows == ()


def test_what_stands_under_each_thema(answer: Ask) -> None:
    rows = {(row.element.document or "").rpartition("/")[2] + " " + row.element.naam: columns
            for row, columns in told(answer("themaoverzicht")) if row.element}  # fmt: skip
    agenda = [columns for name, columns in rows.items() if name.startswith("mag-2025")]
    assert sorted(columns["opgaven"] for columns in agenda) == [3, 4, 5, 6]  # type: ignore[type-var]
    assert [sum(int(str(columns[key])) for columns in agenda) for key in ("subdoelen", "acties")] == [25, 76]
    money = {name: columns["lasten"] for name, columns in rows.items() if columns["lasten"] is not None}
    assert money["begroting-2025 Sociale Zaken"] == 21_461_452
    assert money["begroting-2025 Jeugd"] == 20_321_484
    assert rows["visie-2023 Kansrijk opgroeien"]["acties"] == 0


def test_the_four_leading_principles_of_hellendoorn_are_compared(answer: Ask) -> None:
    compared = {
        row.element.naam
        for row in answer("principevergelijking").rows
        if row.element and row.element.ruimte == "hellendoorn"
    }
    assert compared == {
        "De kracht van inwoner en samenleving", "Focus op preventie en vroegsignalering", "Dichtbij en laagdrempelig",
        "Verbonden en integraal",
    }  # fmt: skip
    assert any(columns["relatie"] == "geen tegenhanger" for _, columns in told(answer("principevergelijking")))
    assert {row.element.naam for row in answer("themavergelijking").rows if row.element} >= {"Meedoen", "Leefbaarheid"}


def test_one_municipality_sees_its_own_only(answer: Ask, store: GraphStore) -> None:
    scope = make_scope(store, ["Hellendoorn"])
    for question in shipped_questions():
        for row in answer(question, scope=scope).rows:
            assert row.element is not None
            assert row.element.ruimte not in ("twenterand", "noaberkracht"), question

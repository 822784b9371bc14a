"""The dossier of registers written in the tests: what it says, where, and for whom there is nothing to say."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from question_register import question_tables, write_question_register
from small_register import Tables, small_tables, write_register

from beleidsspoor.graph.akkoord.content import content_hash, covered_by
from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.dossier.making import NothingToShow, make_dossier
from beleidsspoor.graph.dossier.model import (
    AnswerPlace,
    Block,
    Bullets,
    Chart,
    DataTable,
    Dossier,
    Paragraph,
    Section,
)
from beleidsspoor.graph.places import Place
from beleidsspoor.graph.reacties.versions import version_of
from beleidsspoor.graph.scope import UnknownName

DAY = datetime.date(2026, 3, 1)


@pytest.fixture
def dorp(tmp_path: Path) -> Dossier:
    """The dossier of the municipality with an agenda and a budget."""
    return make_dossier(open_dataset(write_question_register(tmp_path)), "dorp", today=DAY)


def made(tmp_path: Path, change: Callable[[Tables], None], gemeente: str = "dorp") -> Dossier:
    """The dossier of the small register after a change."""
    tables = small_tables()
    change(tables)
    return make_dossier(open_dataset(write_register(tmp_path, tables)), gemeente, today=DAY)


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every text of some blocks."""
    for block in blocks:
        if isinstance(block, Section | Paragraph):
            yield block.text
        elif isinstance(block, Bullets):
            yield from (item.text for item in block.items)
        elif isinstance(block, DataTable):
            yield from (cell for row in block.rows for cell in row)


def part(dossier: Dossier, anchor: str) -> list[Block]:
    """The blocks of the section with this anchor, up to the next section that is not below it."""
    blocks = [*dossier.blocks, *dossier.annex]
    start = next(n for n, block in enumerate(blocks) if isinstance(block, Section) and block.anchor == anchor)
    head = blocks[start]
    assert isinstance(head, Section)
    after = blocks[start + 1 :]
    stop = next((n for n, block in enumerate(after) if isinstance(block, Section) and block.level <= head.level), None)
    return after[:stop]


def said(dossier: Dossier, anchor: str) -> str:
    """The running text of a section."""
    return " ".join(texts(tuple(part(dossier, anchor))))


def test_a_goal_says_what_is_done_measured_and_budgeted(dorp: Dossier) -> None:
    assert said(dorp, "o1").startswith(
        "Voor deze opgave staan twee acties in de agenda; van allebei is bekend wie ze trekt. "
        "Eén indicator meet of het lukt. In de begroting heet dit doel “Iedereen beweegt”."
    )
    assert (
        "Deze opgave staat alleen in een lijst. Hoe de gemeente dit aanpakt, staat er niet bij. "
        "Voor deze opgave staat nog geen actie in de agenda. Er is nog geen indicator die meet of het lukt. "
        "In de begroting staat geen doel dat hetzelfde wil." in said(dorp, "o2")
    )


def test_a_table_of_actions_says_who_when_and_where(dorp: Dossier) -> None:
    (table,) = (block for block in part(dorp, "o1") if isinstance(block, DataTable))
    assert table.heads == ("Actie", "Wie", "Wanneer en hoeveel", "Waar het staat")
    assert table.rows == (
        ("Lessen geven", "Sportclub; met: Inwoners", "niet genoemd", "Agenda 2025, regel 1"),
        ("Zaal huren", "Sportclub (trekt de actie erboven)", "2025 en 2026", "Agenda 2025, regel 1"),
    )


def test_a_goal_stands_where_it_is_worked_out(dorp: Dossier) -> None:
    first = part(dorp, "o1")[0]
    assert isinstance(first, Paragraph)
    assert first.place == "Agenda 2025, regel 3"


def test_a_chart_tells_its_figures_in_sentences(dorp: Dossier) -> None:
    charts = [block for block in part(dorp, "t1-meten") if isinstance(block, Chart)]
    assert [chart.alt for chart in charts] == [
        "In 2025 was het cijfer 13. In 2022 was dat 10. De gemeente rekent in 2026 op 20.",
        "Er is nog niet gemeten. De gemeente rekent in 2026 op 20.",
    ]
    assert charts[0].reached[0].year == 2022
    assert charts[0].reached[0].number == 10


def test_what_is_open_is_said_in_words_and_counted_by_the_questions(dorp: Dossier) -> None:
    told = said(dorp, "t1-open")
    assert "Bij drie van de zes doelen staat nergens een actie." in told
    assert "Een van de drie opgaven staat alleen in een lijst. Dat is “Gezond eten”." in told
    assert "Twee van de drie opgaven staan niet in de begroting." in told


def test_a_thema_without_goals_is_itself_what_is_open(dorp: Dossier) -> None:
    told = said(dorp, "t2-open")
    assert "Bij dit thema staat nergens een actie." in told
    assert "Bij dit thema is er geen indicator die meet of het lukt." in told


def test_words_instead_of_a_number_are_no_figure(tmp_path: Path) -> None:
    tables = question_tables()
    for row in tables["dorp/metingen"]:
        if (row["indicator"], row["soort"], row["periode"]) in {
            ("i1", "realisatie", year) for year in ("2022", "2025")
        }:
            row.update(waarde="", ruw="nvt")
    dossier = make_dossier(open_dataset(write_question_register(tmp_path, tables)), "dorp", today=DAY)
    (chart,) = (block for block in dossier.blocks if isinstance(block, Chart) and block.anchor == "t1-i1")
    assert chart.alt == "In 2024 was het cijfer 12. In 2023 was dat 11. De gemeente rekent in 2026 op 20."
    assert chart.wanted_name == "begroot"


def test_without_any_number_the_words_are_told(tmp_path: Path) -> None:
    tables = question_tables()
    for row in tables["dorp/metingen"]:
        if (row["indicator"], row["soort"]) == ("i1", "realisatie"):
            row.update(waarde="", ruw="nvt")
    dossier = make_dossier(open_dataset(write_question_register(tmp_path, tables)), "dorp", today=DAY)
    assert "Aantal lessen: er is nog geen cijfer (bij 2025 staat ‘nvt’). De gemeente" in said(dossier, "t1-meten")


def test_an_explanation_that_holds_is_open_on_purpose(tmp_path: Path) -> None:
    tables = question_tables()
    tables["dorp/verklaringen"][0]["tot"] = "2026-06-30"
    dossier = make_dossier(open_dataset(write_question_register(tmp_path, tables)), "dorp", today=DAY)
    told = said(dossier, "t1-open")
    assert "Bewust open staat er één (wie elke actie trekt):" in told
    later = make_dossier(open_dataset(tmp_path), "dorp", today=datetime.date(2026, 7, 1))
    assert "Bij een van de drie acties staat niet wie haar trekt. Dat is “Folder maken”." in said(later, "t1-open")


def test_programmes_and_neighbours_come_with_their_reason(dorp: Dossier) -> None:
    assert (
        "GALA (landelijk). Eén subdoel en één actie dragen hieraan waarschijnlijk bij, zoals “1.1.3 Ouderen bewegen” "
        "(onderdeel Valpreventie). Dat staat er. Van één is dat zeker." in said(dorp, "t1-programmas")
    )
    assert "Week (landelijk). Eén actie draagt hieraan bij: “Folder maken”. Dat staat er." in said(
        dorp, "t1-programmas"
    )
    assert said(dorp, "t1-buren") == "Stad zegt hetzelfde onder “Gezond”. Zelfde woord."
    assert said(dorp, "t2-buren") == "Een andere gemeente heeft geen thema dat hierop lijkt. Alleen hier."


def test_money_comes_from_the_budget_with_the_year(dorp: Dossier) -> None:
    assert "Voor 2025 staat daar 100 euro voor “Sport”." in said(dorp, "t1")


def test_what_has_no_thema_stands_apart(dorp: Dossier) -> None:
    assert "Eén actie hoort bij geen enkel thema." in said(dorp, "acties-zonder-thema")
    assert "Beurs houden" in said(dorp, "acties-zonder-thema")


def test_a_vision_without_actions_is_not_examined(tmp_path: Path) -> None:
    dataset = open_dataset(write_question_register(tmp_path))
    dossier = make_dossier(dataset, "stad", today=DAY)
    told = said(dossier, "st1-open")
    assert told == (
        "Niet onderzocht is of er voor elk doel iets wordt gedaan en of elk doel wordt gemeten. "
        "Het register heeft van Stad geen document met acties en indicatoren."
    )
    assert "nog geen actie" not in " ".join(texts(dossier.blocks))


def test_every_answer_place_is_a_row_of_the_own_register(tmp_path: Path) -> None:
    dataset = open_dataset(write_question_register(tmp_path))
    dossier = make_dossier(dataset, "dorp", today=DAY)
    places = [block for block in dossier.blocks if isinstance(block, AnswerPlace)]
    assert {"dorp:o1", "dorp:o2", "dorp:o4", "dorp:t1", "dorp:t2"} <= {place.element for place in places}
    for place in places:
        assert place.element.startswith("dorp:")
        assert place.version == version_of(dataset.register, place.element)
    assert not [block for block in dossier.annex if isinstance(block, AnswerPlace)]


def test_anchors_are_unique(dorp: Dossier) -> None:
    anchors = [block.anchor for block in (*dorp.blocks, *dorp.annex) if isinstance(block, Section | Chart)]
    assert len(anchors) == len(set(anchors))


def test_the_same_register_and_day_give_the_same_dossier(tmp_path: Path) -> None:
    root = write_question_register(tmp_path)
    assert make_dossier(open_dataset(root), "dorp", today=DAY) == make_dossier(open_dataset(root), "Dorp", today=DAY)


def test_a_thema_is_chosen_by_part_of_its_name_and_a_doelenboom_too(tmp_path: Path) -> None:
    dataset = open_dataset(write_question_register(tmp_path))
    chapters = {
        wanted: [block.text for block in make_dossier(dataset, "dorp", wanted, today=DAY).blocks
                 if isinstance(block, Section) and block.level == 1]
        for wanted in ("gez", "sport", "o")
    }  # fmt: skip
    assert chapters == {
        "gez": ["Zo leest u dit dossier", "Gezond", "Vragen aan de raad"],
        "sport": ["Zo leest u dit dossier", "Sport", "Vragen aan de raad"],
        "o": ["Zo leest u dit dossier", "Gezond", "Wonen", "Sport", "Vragen aan de raad"],
    }
    with pytest.raises(UnknownName, match="Het thema 'fiets' staat niet in het register"):
        make_dossier(dataset, "dorp", "fiets", today=DAY)


def test_the_words_tell_of_a_doelenboom_only_when_it_has_a_chapter(tmp_path: Path, dorp: Dossier) -> None:
    dataset = open_dataset(write_question_register(tmp_path / "b"))
    assert "Een doelenboom is een deel van de begroting" in said(make_dossier(dataset, "dorp", "sport"), "woorden")
    assert "doelenboom" not in said(dorp, "woorden")


def test_actions_of_a_goal_without_a_number_are_told_apart(tmp_path: Path) -> None:
    def change(tables: Tables) -> None:
        tables["dorp/opgaven"][0].pop("nummer", None)
        first = tables["dorp/acties"][0]
        tables["dorp/acties"] = [
            {**first, "id": f"actie-{number}", "naam": f"Doen {number}"} for number in range(1, 60)
        ]

    dossier = made(tmp_path, change)
    (table,) = (block for block in part(dossier, "opgave-1") if isinstance(block, DataTable))
    assert table.caption.endswith("van de 59 acties bij deze opgave; in de bijlage staan ze allemaal")
    (section,) = (block for block in dossier.annex if isinstance(block, Section) and block.anchor == "opgave-1-acties")
    assert section.text == "Alle acties bij “Meer bewegen voor iedereen”"


def test_without_themas_the_doelenbomen_are_the_chapters(tmp_path: Path) -> None:
    def change(tables: Tables) -> None:
        tables["dorp/doelenbomen"] = [{**tables.pop("dorp/themas")[0], "naam": "Sport"}]

    dossier = made(tmp_path, change)
    assert [block.text for block in dossier.blocks if isinstance(block, Section) and block.level == 1][1] == "Sport"
    assert said(dossier, "thema-1").startswith("Deze doelenboom staat in “Agenda van Dorp 2025”.")


def test_a_municipality_without_themas_or_documents_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NothingToShow, match=r"heeft van Stad nog geen thema\. Lees eerst een document in"):
        made(tmp_path, lambda tables: None, "stad")

    def change(tables: Tables) -> None:
        tables["leeg/gemeenten"] = [{"id": "gemeente-leeg", "naam": "Gemeente Leeg", "cbs_code": "GM9003"}]

    with pytest.raises(NothingToShow, match="Van Leeg staat nog geen document in het register"):
        made(tmp_path, change, "leeg")
    with pytest.raises(UnknownName, match=r"De gemeente 'drop' staat niet in het register\. Bedoelt u dorp\?"):
        made(tmp_path, change, "drop")


def test_with_the_documents_it_quotes_what_stands_there(tmp_path: Path) -> None:
    dataset = open_dataset(write_question_register(tmp_path))

    def quote(place: Place) -> str | None:
        return "Wij gaan bewegen. " * 20 if place.first == 3 else None

    told = said(make_dossier(dataset, "dorp", today=DAY, quote=quote), "o1")
    assert "In het document staat: “Wij gaan bewegen. Wij" in told
    assert "…”" in told


def test_remarks_come_back_with_what_was_done(tmp_path: Path) -> None:
    def change(tables: Tables) -> None:
        about = {"element": "opgave-1", "versie": "0" * 16, "soort": "vraag", "wie": "lid van de raad"}
        tables["dorp/reacties"] = [
            {**about, "id": "r1", "tekst": "Voor wie is dit?", "op": "2026-01-10", "toestand": "verwerkt",
             "antwoord": "Voor iedereen", "antwoord_door": "beleidsadviseur", "antwoord_op": "2026-02-01"},
            {**about, "id": "r2", "tekst": "En de ouderen?", "op": "2026-01-11", "toestand": "open"},
        ]  # fmt: skip

    told = said(made(tmp_path, change), "thema-1-reacties")
    assert told.startswith("Op dit thema kwamen twee reacties binnen.")
    assert (
        "Lid van de raad, 10-01-2026 (vraag) over “Meer bewegen voor iedereen”: “Voor wie is dit?” "
        "De gemeente heeft hier iets mee gedaan. Antwoord van beleidsadviseur op 01-02-2026: “Voor iedereen”. "
        "De tekst is daarna veranderd." in told
    )
    assert "“En de ouderen?” Hier is nog geen antwoord op." in told


def test_a_long_remark_is_cut_and_stands_whole_in_the_annex(tmp_path: Path) -> None:
    long = "Waarom " + "toch " * 200 + "niet?"

    def change(tables: Tables) -> None:
        tables["dorp/reacties"] = [
            {"id": "r1", "element": "actie-1", "versie": "0" * 16, "soort": "zorg", "wie": "lid", "tekst": long,
             "op": "2026-01-10", "toestand": "open"},
            {"id": "r2", "element": "agenda-2025", "versie": "0" * 16, "soort": "steun", "wie": "lid",
             "op": "2026-01-10", "toestand": "niet overgenomen", "antwoord": "Dat kan niet."},
        ]  # fmt: skip

    dossier = made(tmp_path, change)
    assert long not in said(dossier, "thema-1-reacties")
    assert long in said(dossier, "thema-1-reacties-alle")
    other = said(dossier, "andere-reacties")
    assert "Lid, 10-01-2026 (steun) over “Agenda van Dorp 2025”. De gemeente heeft dit niet overgenomen." in other
    assert "Antwoord van de gemeente: “Dat kan niet.”" in other


def test_a_sign_off_holds_until_something_changes(tmp_path: Path) -> None:
    dataset = open_dataset(write_register(tmp_path))
    covered = covered_by(dataset.register, "dorp:thema-1")

    def change(tables: Tables) -> None:
        tables["dorp/akkoorden"] = [
            {"id": "ak-1", "element": "thema-1", "door": "Adviesraad", "op": "2026-02-01",
             "inhoud": content_hash(covered), "minderheid": "Te weinig.", "minderheid_door": "Eén lid"}
        ]  # fmt: skip
        tables["dorp/akkoordregels"] = [
            {"id": f"ar-{number}", "akkoord": "ak-1", "kenmerk": one.reference, "naam": one.name, "versie": one.version}
            for number, one in enumerate(covered)
        ]

    told = said(made(tmp_path / "a", change), "thema-1-reacties")
    assert "Adviesraad gaf akkoord op 01-02-2026. Sindsdien is er niets veranderd." in told
    assert "Eén lid denkt er anders over: “Te weinig.”" in told

    def change_more(tables: Tables) -> None:
        change(tables)
        tables["dorp/opgaven"][0]["naam"] = "Nog meer bewegen"

    told = said(made(tmp_path / "b", change_more), "thema-1-reacties")
    assert "Dit akkoord is vervallen, want daarna is er iets veranderd. Het gaat om “Nog meer bewegen”." in told


def test_who_does_two_things_is_named_once(tmp_path: Path) -> None:
    def change(tables: Tables) -> None:
        tables["dorp/acties"][0].update(uitvoerders="gemeente-dorp;sportclub-noord")

    (table,) = (block for block in part(made(tmp_path, change), "opgave-1") if isinstance(block, DataTable))
    assert table.rows[0][1:3] == ("Dorp; uitvoering: Sportclub Noord; met: Inwoners", "2025 en 2026; 18 trainingen")


def test_what_another_document_does_for_a_part_is_not_said_of_the_whole(tmp_path: Path) -> None:
    tables = question_tables()
    tables["dorp/acties"].append(
        {"id": "ab", "naam": "Sport geven", "document": "begroting", "onderdeel_van": "d1", "vindplaatsen": "b"}
    )
    tables["dorp/subdoelen"].append(
        {"id": "s4", "naam": "Rust", "document": "agenda", "onderdeel_van": "o4", "vindplaatsen": "v"}
    )
    link = next(row for row in tables["dorp/verbanden"] if row["relatie"] == "zelfde doel als")
    tables["dorp/verbanden"] += [{**link, "id": "x1", "naar": "s4"}, {**link, "id": "x2", "naar": "o2"}]
    dossier = make_dossier(open_dataset(write_question_register(tmp_path, tables)), "dorp", today=DAY)
    assert "Onder hetzelfde doel in een ander document staat er wel één." in said(dossier, "o2")
    assert "Onder een deel van dit doel in een ander document staat er wel één." in said(dossier, "o4")


def test_subgoals_that_do_not_fit_stand_all_in_the_annex(tmp_path: Path) -> None:
    def change(tables: Tables) -> None:
        goal, first = tables["dorp/opgaven"][0]["id"], tables["dorp/subdoelen"][0]
        tables["dorp/subdoelen"] = [
            {
                **first,
                "id": f"subdoel-{number}",
                "naam": f"Deel {number} " + "van dit lange doel " * 9,
                "onderdeel_van": goal,
            }
            for number in range(40)
        ]

    dossier = made(tmp_path, change)
    assert "40 subdoelen, waarvan er hier" in said(dossier, "opgave-1")
    assert all(f"Deel {number} " in said(dossier, "opgave-1-subdoelen") for number in range(40))


def test_what_is_asked_of_the_municipality_itself_is_said_so(tmp_path: Path) -> None:
    tables = question_tables()
    tables["stad/rolverwachtingen"] = [
        {"id": f"rol-{actor}", "naam": "Steunt de buurt", "document": "visie", "onderdeel_van": "st1", "actor": actor,
         "vindplaatsen": "s"}
        for actor in ("gm", "dorp:gm")
    ]  # fmt: skip
    dossier = make_dossier(open_dataset(write_question_register(tmp_path, tables)), "stad", today=DAY)
    told = "vraagt de visie één ding: “Steunt de buurt”."
    assert said(dossier, "st1-rollen") == f"Van Dorp {told} Van de gemeente {told}"


def test_of_many_remarks_those_that_were_answered_come_first(tmp_path: Path) -> None:
    def change(tables: Tables) -> None:
        about = {"element": "actie-1", "versie": "0" * 16, "soort": "vraag", "wie": "lid"}
        tables["dorp/reacties"] = [
            {**about, "id": f"r{day}", "tekst": f"Vraag van dag {day}", "op": f"2026-01-{day}", "toestand": "open"}
            for day in range(10, 20)
        ]
        tables["dorp/reacties"][0].update(toestand="verwerkt", antwoord="Gedaan.", antwoord_door="beleidsadviseur")

    dossier = made(tmp_path, change)
    told = said(dossier, "thema-1-reacties")
    assert "Hier staan er acht, eerst waar al iets mee is gedaan. In de bijlage staan ze allemaal." in told
    assert told.index("Vraag van dag 10") < told.index("Vraag van dag 19")
    assert "Vraag van dag 11" not in told
    assert "Vraag van dag 11" in said(dossier, "thema-1-reacties-alle")

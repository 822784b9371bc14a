"""Which mandatory indicators (BBV) a budget lacks, and the task fields (Iv3) that say what a budget was read for."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from question_register import BEGROTING, question_tables, write_question_register
from small_register import Cells, Tables, small_tables, write_register

from beleidsspoor.graph.check import check_register
from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.questions import Answer, ask, shipped_questions
from beleidsspoor.graph.register.schema import load_schema, ontology_text
from beleidsspoor.graph.scope import make_scope
from beleidsspoor.graph.terms import LIJST, PREFIXES

TODAY = datetime.date(2026, 1, 1)
SKOS = PREFIXES["skos"]


@pytest.fixture
def asked(tmp_path: Path) -> Callable[[Tables], Answer]:
    def ask_it(tables: Tables) -> Answer:
        store = open_dataset(write_question_register(tmp_path / "register", tables)).store
        return ask(store, shipped_questions()["verplichte-indicatoren"], make_scope(store, ["dorp"]), today=TODAY)

    return ask_it


def states(answer: Answer) -> dict[str, str]:
    """The state of each mandatory indicator in Dorp, by its number."""
    return {row.element.nummer or "": row.toestand or "" for row in answer.rows if row.element}


def own(answer: Answer, number: str) -> dict[str, object]:
    """The columns of the row of one mandatory indicator."""
    row = next(row for row in answer.rows if row.element and row.element.nummer == number)
    return dict(zip(answer.columns, row.values, strict=True))


def of(tables: Tables, table: str, name: str) -> Cells:
    return next(row for row in tables[table] if row["id"] == name)


def test_a_row_tells_what_is_asked_and_what_was_found(asked: Callable[[Tables], Answer]) -> None:
    found = asked(question_tables())
    assert states(found) == {"17": "niet_onderzocht", "21": "gedekt", "27": "gat"}
    assert own(found, "21") == {
        "taakveld": "6 Sociaal domein", "meeteenheid": "%", "bron": None, "indicatoren": "Aantal lessen", "cijfers": "ja",
    }  # fmt: skip
    assert (own(found, "27")["indicatoren"], own(found, "27")["cijfers"]) == ("Leden", "nee")
    assert own(found, "17")["indicatoren"] == own(found, "17")["cijfers"] == ""


@pytest.mark.parametrize(
    ("raw", "state", "figures"),
    [("Gegevens niet beschikbaar", "gedekt", "gegevens niet beschikbaar"), ("n.n.b.", "gat", "nee")],
)
def test_only_the_words_of_the_order_replace_a_figure(
    asked: Callable[[Tables], Answer], raw: str, state: str, figures: str
) -> None:
    tables = question_tables()
    tables["dorp/metingen"].append(
        {**tables["dorp/metingen"][0], "id": "leeg", "indicator": "i5", "waarde": "", "ruw": raw}
    )
    found = asked(tables)
    assert (states(found)["27"], own(found, "27")["cijfers"]) == (state, figures)


def test_a_dropped_indicator_does_not_count(asked: Callable[[Tables], Answer]) -> None:
    tables = question_tables()
    of(tables, "dorp/indicatoren", "i1")["vervallen"] = "ja"
    assert states(asked(tables))["21"] == "gat"


def test_only_the_newest_budget_counts_and_it_may_come_in_parts(asked: Callable[[Tables], Answer]) -> None:
    tables = question_tables()
    budget = of(tables, "dorp/documenten", BEGROTING)
    tables["dorp/documenten"].append(
        {**budget, "id": "deel-2", "titel": "Begroting 2025, onderwijs", "taakvelden": "4"}
    )
    assert states(asked(tables)) == {"17": "gat", "21": "gedekt", "27": "gat"}
    tables["dorp/documenten"][-1]["periode_van"] = "2026"
    assert states(asked(tables)) == {"17": "gat", "21": "niet_onderzocht", "27": "niet_onderzocht"}


def test_a_figure_counts_even_where_the_task_field_is_not_named(asked: Callable[[Tables], Answer]) -> None:
    tables = question_tables()
    of(tables, "dorp/documenten", BEGROTING)["taakvelden"] = ""
    assert states(asked(tables)) == {"17": "niet_onderzocht", "21": "gedekt", "27": "niet_onderzocht"}


def test_an_indicator_outside_the_budget_does_not_count(asked: Callable[[Tables], Answer]) -> None:
    tables = question_tables()
    of(tables, "dorp/indicatoren", "i1")["bbv_indicator"] = ""
    of(tables, "dorp/indicatoren", "i6")["bbv_indicator"] = "landelijk:bbv-21"
    assert states(asked(tables))["21"] == "gat"


def test_a_municipality_can_explain_why_one_is_not_there(asked: Callable[[Tables], Answer]) -> None:
    tables = question_tables()
    tables["dorp/verklaringen"].append({
        "id": "x", "element": "landelijk:bbv-27", "vraag": "verplichte-indicatoren", "reden": "Staat in de bijlage.",
        "door": "college", "tot": "2999-12-31",
    })  # fmt: skip
    assert states(asked(tables))["27"] == "bewust_open"


def test_without_a_list_nothing_is_asked(asked: Callable[[Tables], Answer]) -> None:
    tables = question_tables()
    del tables["landelijk/verplichte_indicatoren"]
    for row in tables["dorp/indicatoren"]:
        row.pop("bbv_indicator", None)
    assert asked(tables).rows == ()


@pytest.mark.parametrize(
    ("cells", "column", "text"),
    [
        ({"iv3_taakveld": "6.71e"}, "iv3_taakveld", "'6.71e' staat niet in de lijst."),
        ({"iv3_taakveld": "6.60"}, "taakveld_sterkte", "Hoe zeker is het taakveld?"),
        ({"bbv_indicator": "landelijk:bbv-99"}, "bbv_indicator", "landelijk:bbv-99"),
    ],
)
def test_a_wrong_cell_is_told(tmp_path: Path, cells: Cells, column: str, text: str) -> None:
    tables = small_tables()
    tables["dorp/indicatoren"][0] |= cells
    faults = check_register(write_register(tmp_path, tables))
    assert [(fault.file, fault.line, fault.column) for fault in faults] == [("dorp/indicatoren.csv", 2, column)]
    assert text in str(faults[0])


def test_a_task_field_with_its_strength_is_good(tmp_path: Path) -> None:
    tables = small_tables()
    tables["dorp/indicatoren"][0] |= {"iv3_taakveld": "6.6", "taakveld_sterkte": "zeker"}
    tables["dorp/documenten"][0]["taakvelden"] = "4;6"
    assert check_register(write_register(tmp_path, tables)) == []


@pytest.fixture(scope="module")
def lists() -> ox.Store:
    store = ox.Store()
    store.load(ontology_text("begrippen.ttl"), ox.RdfFormat.TURTLE)
    return store


def codes(lists: ox.Store, scheme: str) -> dict[str, ox.NamedNode]:
    """The concepts of a list by their code."""
    found = {}
    for quad in lists.quads_for_pattern(None, ox.NamedNode(SKOS + "inScheme"), ox.NamedNode(LIJST + scheme)):
        [notation] = lists.quads_for_pattern(quad.subject, ox.NamedNode(SKOS + "notation"), None)
        assert isinstance(quad.subject, ox.NamedNode)
        found[notation.object.value] = quad.subject
    return found


def test_the_two_numberings_are_kept_apart_and_share_what_did_not_change(lists: ox.Store) -> None:
    old, new = codes(lists, "taakvelden-tot-2025"), codes(lists, "taakvelden-vanaf-2025")
    assert {"6.6", "6.71a"} <= set(old) - set(new) and {"6.60", "6.711"} <= set(new) - set(old)
    assert set(old) & set(new) == {"4.2", "4.3", "5.1", "5.2", "6.1", "6.3", "6.4", "6.5", "7.1"}
    column = load_schema().tables["indicatoren"].column("iv3_taakveld")
    assert column is not None and set(column.choices) == set(old) | set(new)


def test_every_old_code_that_ended_is_mapped_to_new_ones(lists: ox.Store) -> None:
    old, new = codes(lists, "taakvelden-tot-2025"), codes(lists, "taakvelden-vanaf-2025")
    tied = {
        code
        for code, concept in old.items()
        for name in ("closeMatch", "narrowMatch", "relatedMatch")
        for quad in lists.quads_for_pattern(concept, ox.NamedNode(SKOS + name), None)
        if quad.object in new.values()
    }
    # Groups of codes are tied by their members.
    assert set(old) - set(new) - tied == {"6.71", "6.72", "6.81", "6.82"}


def test_every_task_field_hangs_under_a_main_one(lists: ox.Store) -> None:
    tops = codes(lists, "hoofdtaakvelden")
    for scheme in ("taakvelden-tot-2025", "taakvelden-vanaf-2025"):
        for code, concept in codes(lists, scheme).items():
            above = concept
            while above not in tops.values():
                [quad] = lists.quads_for_pattern(above, ox.NamedNode(SKOS + "broader"), None)
                assert isinstance(quad.object, ox.NamedNode)
                above = quad.object
            assert above == tops[code[0]]


def test_the_shipped_list_holds_the_thirty_four_of_the_order() -> None:
    found = ask(open_dataset().store, shipped_questions()["verplichte-indicatoren"], today=TODAY)
    of_twenterand = {
        row.element.nummer: row.toestand for row in found.rows if row.element and row.gemeente == "twenterand"
    }
    assert len(of_twenterand) == 34
    # Dropped since: 7, 12, 13, 15 and 25.
    assert set(of_twenterand) == {str(number) for number in range(1, 40)} - {"7", "12", "13", "15", "25"}
    # Its budget was read for onderwijs (4) and sociaal domein (6); none of its 96 indicators has the prescribed unit.
    gaps = {number for number, state in of_twenterand.items() if state == "gat"}
    assert gaps == {str(number) for number in (17, 18, 19, 21, 22, 23, 24, *range(26, 33))}
    assert {row.toestand for row in found.rows if row.gemeente == "hellendoorn"} == {"niet_onderzocht"}


def test_the_task_fields_of_twenterand_are_all_judgements_in_the_numbering_of_its_year(lists: ox.Store) -> None:
    rows = [row for row in open_dataset().register.rows_of("indicatoren") if row.one("iv3_taakveld")]
    # The manual tells the number; the budget of 2025 prints no task fields.
    assert len(rows) == 50 and {row.one("taakveld_sterkte") for row in rows} == {"aannemelijk"}
    assert {row.one("iv3_taakveld") for row in rows} <= set(codes(lists, "taakvelden-vanaf-2025"))

"""Remarks in the register: each in its folder, once, beside rows that stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from answer_case import answer, dossier, opened, write_page
from small_register import small_tables, write_register

from beleidsspoor.graph.build import build_quads
from beleidsspoor.graph.check import check_register
from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.files import write_all_whole
from beleidsspoor.graph.questions import ask, shipped_questions
from beleidsspoor.graph.reacties.history import Remark, remarks
from beleidsspoor.graph.reacties.reading import read_answers
from beleidsspoor.graph.reacties.storing import Storing, plan_storing
from beleidsspoor.graph.scope import make_scope
from beleidsspoor.graph.terms import PREFIXES

_DAY = "2026-11-22"


@pytest.fixture
def root(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


def store(root: Path, path: Path) -> Storing:
    """Read a file with answers and write what is new."""
    register = opened(root)
    storing = plan_storing(read_answers([path], register).remarks, register, _DAY)
    write_all_whole(storing.files)
    return storing


def stored(root: Path) -> tuple[Remark, ...]:
    return remarks(opened(root))


def test_a_remark_is_stored_with_its_element(root: Path, tmp_path: Path) -> None:
    given = [answer(soort="zorg", tekst='Wie; betaalt "dit"?\n=1+1'), answer("stad:principe-1", wie="Ans")]
    made = dossier(root, ["dorp:actie-1", "stad:principe-1"])

    storing = store(root, write_page(tmp_path / "kees.json", made, given))

    assert [path.relative_to(root).as_posix() for path in storing.files] == ["dorp/reacties.csv", "stad/reacties.csv"]
    first, second = stored(root)
    assert (first.element, first.naam, first.wie, first.soort) == ("dorp:actie-1", "Trainingen geven", "Kees", "zorg")
    assert (first.tekst, first.op, first.toestand) == ('Wie; betaalt "dit"?\n=1+1', _DAY, "open")
    assert (second.element, second.wie, second.changed) == ("stad:principe-1", "Ans", False)
    assert check_register(root) == []


def test_the_same_file_again_changes_nothing(root: Path, tmp_path: Path) -> None:
    path = write_page(tmp_path / "kees.json", dossier(root), [answer(), answer()])
    store(root, path)
    before = (root / "dorp" / "reacties.csv").read_bytes()

    again = store(root, path)

    assert (again.added, len(again.known), again.files) == ((), 1, {})
    assert (root / "dorp" / "reacties.csv").read_bytes() == before


def test_what_an_advisor_corrected_is_not_read_in_again(root: Path, tmp_path: Path) -> None:
    path = write_page(tmp_path / "kees.json", dossier(root), [answer(soort="")])
    store(root, path)
    table = root / "dorp" / "reacties.csv"
    table.write_text(table.read_text().replace(",opmerking,", ",vraag,"))

    assert store(root, path).added == ()
    assert [remark.soort for remark in stored(root)] == ["vraag"]


def test_other_rows_keep_every_byte(root: Path, tmp_path: Path) -> None:
    store(root, write_page(tmp_path / "a.json", dossier(root), [answer()]))
    table = root / "dorp" / "reacties.csv"
    table.write_bytes(table.read_bytes().replace(b"Kees", b'"Kees"').replace(b"\n", b"\r\n"))
    before = table.read_bytes()

    store(root, write_page(tmp_path / "b.json", dossier(root), [answer(tekst="Nog iets")]))

    assert table.read_bytes().startswith(before)


def test_a_remark_on_a_text_that_has_changed_says_so(root: Path, tmp_path: Path) -> None:
    made = dossier(root)
    store(root, write_page(tmp_path / "a.json", made, [answer(), answer("dorp:thema-1")]))
    tables = small_tables()
    tables["dorp/acties"][0]["naam"] = "Lessen geven"
    write_register(root, {"dorp/acties": tables["dorp/acties"]})

    assert {remark.element: remark.changed for remark in stored(root)} == {"dorp:actie-1": True, "dorp:thema-1": False}
    late = store(root, write_page(tmp_path / "b.json", made, [answer(tekst="Te laat")]))
    assert [remark.tekst for remark in late.outdated] == ["Te laat"]


def test_a_remark_is_a_web_annotation_without_blank_nodes(root: Path, tmp_path: Path) -> None:
    store(
        root,
        write_page(tmp_path / "a.json", dossier(root), [answer(), answer("dorp:thema-1", soort="steun", tekst="")]),
    )
    quads = build_quads(opened(root))
    graph = ox.Store()
    graph.load(quads, ox.RdfFormat.N_QUADS)

    found = graph.query(
        f"PREFIX oa: <{PREFIXES['oa']}> PREFIX rdf: <{PREFIXES['rdf']}> PREFIX dct: <{PREFIXES['dct']}>"
        "SELECT ?target ?why ?text ?who ?day WHERE { ?a a oa:Annotation ; oa:hasTarget ?target ; oa:motivatedBy ?why ;"
        " dct:creator ?who ; dct:created ?day . OPTIONAL { ?a oa:hasBody ?b . ?b a oa:TextualBody ; rdf:value ?text } }"
        "ORDER BY ?target",
        use_default_graph_as_union=True,
    )
    rows = [[term.value.rpartition("/")[2] if term else None for term in row] for row in found]

    assert rows == [
        ["actie-1", "oa#questioning", "Wie betaalt dit?", "Kees", _DAY],
        ["thema-1", "oa#assessing", None, "Kees", _DAY],
    ]
    assert b" _:" not in quads


def test_remarks_change_no_answer_to_a_question(root: Path, tmp_path: Path) -> None:
    def told() -> list[object]:
        dataset = open_dataset(root)
        scope = make_scope(dataset.store)
        return [ask(dataset.store, question, scope, register="").rows for question in shipped_questions().values()]

    before = told()
    store(root, write_page(tmp_path / "a.json", dossier(root), [answer(), answer("dorp:thema-1")]))

    assert told() == before


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"tekst": ""}, "tekst"), ({"toestand": "niet overgenomen"}, "antwoord"), ({"soort": "klacht"}, "soort"),
        ({"element": "actie-9"}, "element"), ({"wie": ""}, "wie"), ({"versie": "x"}, "versie"), ({"op": "gisteren"}, "op"),
    ],
)  # fmt: skip
def test_a_wrong_row_is_a_fault(root: Path, changed: dict[str, str], column: str) -> None:
    good = {
        "id": "reactie-1", "element": "actie-1", "versie": "a" * 16, "soort": "vraag", "tekst": "Hoe?", "wie": "Ans",
        "op": _DAY, "toestand": "open",
    }  # fmt: skip
    write_register(root, {"dorp/reacties": [{**good, **changed}]})

    assert [fault.column for fault in check_register(root)] == [column]

"""SSSOM files: read with every row or a fault for it, and written as quads."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_register import (
    MAPPING_COLUMNS,
    MAPPING_HEADER,
    MAPPING_ROWS,
    mapping_text,
    small_tables,
    write_register,
)  # fmt: skip

from beleidsspoor.graph.build import build_quads
from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.mappings import MappingSet, read_mappings
from beleidsspoor.graph.register.reading import read_register, shipped_register
from beleidsspoor.graph.terms import ID_BASE, PREFIXES

Write = Callable[..., Path]
NAME = "overeenkomsten/stad-dorp.sssom.tsv"
#: The header has ten lines, the columns stand on line 11.
FIRST_ROW = 12


def read(root: Path) -> tuple[list[MappingSet], list[Fault]]:
    return read_mappings(read_register(root)[0])


def changed(**cells: str) -> list[Sequence[str]]:
    """The rows of the small register, with other cells in the first."""
    first = dict(zip(MAPPING_COLUMNS, MAPPING_ROWS[0], strict=True)) | cells
    return [tuple(first.values()), MAPPING_ROWS[1]]


def test_the_rows_of_a_good_file(klein_register: Write) -> None:
    (found,), faults = read(klein_register())

    assert faults == []
    assert found.iri == "https://w3id.org/beleidsspoor/overeenkomsten/stad-dorp"
    assert [mapping.line for mapping in found.mappings] == [FIRST_ROW, FIRST_ROW + 1]
    assert found.mappings[0].subject == ID_BASE + "stad/principe-1"
    assert found.mappings[0].predicate == PREFIXES["skos"] + "closeMatch"
    assert found.mappings[1].object == PREFIXES["sssom"] + "NoTermFound"


@pytest.mark.filterwarnings("ignore:.*:DeprecationWarning", "ignore:.*:FutureWarning", "ignore:.*copy")
def test_the_shipped_files_are_good_for_the_sssom_package_too() -> None:
    from sssom.parsers import parse_sssom_table
    from sssom.validators import validate

    sets, faults = read(shipped_register())

    assert faults == []
    for found in sets:
        theirs = parse_sssom_table(str(shipped_register() / found.file))
        validate(theirs)
        assert len(theirs.df) == len(found.mappings)


@pytest.mark.parametrize("slot", ["mapping_set_id", "license", "curie_map"])
def test_a_required_slot_that_is_missing(slot: str, klein_register: Write) -> None:
    header = MAPPING_HEADER.replace(f"# {slot}:", f"# x_{slot}:")

    sets, faults = read(klein_register(files={NAME: mapping_text(header=header)}))

    assert sets == []
    assert [(fault.file, fault.line, fault.column) for fault in faults] == [(NAME, 1, None)]
    assert f"ontbreekt {slot}" in faults[0].message


@pytest.mark.parametrize("column", MAPPING_COLUMNS[:4])
def test_a_required_column_that_is_missing(column: str, klein_register: Write) -> None:
    text = mapping_text().replace(f"{column}\t", f"x_{column}\t", 1)

    sets, (fault,) = read(klein_register(files={NAME: text}))

    assert sets == []
    assert (fault.file, fault.line, fault.column) == (NAME, FIRST_ROW - 1, column)


@pytest.mark.parametrize(
    ("cells", "column", "message"),
    [
        ({"subject_id": ""}, "subject_id", "Deze cel is verplicht."),
        ({"subject_id": "stad:principe-9"}, "subject_id", "staat niet in het register"),
        ({"object_id": "elders:principe-1"}, "object_id", "Het voorvoegsel van 'elders:principe-1'"),
        ({"object_id": "dorp:%zz"}, "object_id", "voorvoegsel"),
        ({"predicate_id": "skos:broader"}, "predicate_id", "De relatie 'skos:broader' kennen wij niet."),
        ({"predicate_id": ""}, "predicate_id", "Deze cel is verplicht."),
        ({"mapping_justification": "semapv:Gevoel"}, "mapping_justification", "geen onderbouwing die SSSOM kent"),
        ({"mapping_justification": ""}, "mapping_justification", "geen onderbouwing"),
        ({"confidence": "1.8"}, "confidence", "'1.8' is geen getal van 0 tot en met 1."),
        ({"confidence": "nan"}, "confidence", "geen getal"),
        ({"confidence": "1e-1"}, "confidence", "geen getal"),
        ({"comment": "a\x07b"}, "comment", "onzichtbaar stuurteken"),
    ],
)
def test_a_cell_that_is_wrong(cells: dict[str, str], column: str, message: str, klein_register: Write) -> None:
    (found,), faults = read(klein_register(files={NAME: mapping_text(changed(**cells))}))

    assert [(fault.file, fault.line, fault.column) for fault in faults] == [(NAME, FIRST_ROW, column)]
    assert message in faults[0].message
    assert [mapping.line for mapping in found.mappings] == [FIRST_ROW + 1]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("stad:principe-1\tskos:closeMatch", "Deze regel heeft 2 cellen, de kop heeft er 7."),
        ("\t" * 9, "Deze regel heeft 10 cellen"),
        ('stad:principe-1\tskos:closeMatch\tdorp:principe-1\tsemapv:MappingReview\t0.9\tx\t"open', "geen goede TSV"),
        ('stad:principe-1\tskos:closeMatch\tdorp:principe-1\tsemapv:MappingReview\t0.9\tx\t"a"b', "geen goede TSV"),
        ("\t".join(MAPPING_ROWS[1]), f"staat er al, op regel {FIRST_ROW + 1}"),
    ],
)
def test_a_row_that_would_be_lost_is_a_fault_and_the_rows_after_it_are_read(
    row: str, message: str, klein_register: Write
) -> None:
    before, after = mapping_text([MAPPING_ROWS[1]]), "\t".join(MAPPING_ROWS[0]) + "\n"

    # The rows: NoTermFound on line 12, the wrong one on line 13, the other on line 14.
    text = before + row.replace(str(FIRST_ROW + 1), str(FIRST_ROW)) + "\n" + after
    (found,), (fault,) = read(klein_register(files={NAME: text}))

    assert (fault.file, fault.line, fault.column) == (NAME, FIRST_ROW + 1, None)
    assert message.replace(str(FIRST_ROW + 1), str(FIRST_ROW)) in fault.message
    assert [mapping.line for mapping in found.mappings] == [FIRST_ROW, FIRST_ROW + 2]


def test_only_a_line_feed_ends_a_row(klein_register: Write) -> None:
    comment = "eerste\u2028tweede\x85derde"

    (found,), faults = read(klein_register(files={NAME: mapping_text(changed(comment=comment)).replace("\n", "\r\n")}))

    assert faults == []
    assert found.mappings[0].cells["comment"] == comment


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"", 1, "Het bestand is leeg."),
        (MAPPING_HEADER.encode(), 11, "Er zijn geen kolommen."),
        (b"# a: b: c\n" + mapping_text().encode(), 1, "geen goede YAML"),
        (b"# date: 2025-99-99\n" + mapping_text().replace("license", "x").encode(), 1, "ontbreekt license"),
        (b"# " + b"[" * 1500 + b"\n", 1, "geen goede YAML"),
        (mapping_text().replace("id: https://w3id.org/beleidsspoor/over", "id: over").encode(), 1, "geen IRI"),
        (mapping_text().replace("redactie", "r\xe9dactie").encode("latin-1"), FIRST_ROW, "geen UTF-8"),
        (mapping_text().encode("utf-16"), 1, "geen UTF-8"),
    ],
)
def test_a_file_that_is_no_sssom(content: bytes, line: int, message: str, klein_register: Write) -> None:
    _, faults = read(klein_register(files={NAME: content}))

    assert (faults[0].file, faults[0].line) == (NAME, line)
    assert message in faults[0].message


def test_other_things_in_the_folder(klein_register: Write) -> None:
    root = klein_register(files={"overeenkomsten/lijst.tsv": "x", "overeenkomsten/README.md": "x", f"{NAME}.bak": "x"})
    (root / "overeenkomsten/map.sssom.tsv").mkdir()

    sets, faults = read(root)

    assert len(sets) == 1
    assert [fault.file for fault in faults] == [
        "overeenkomsten/lijst.tsv", "overeenkomsten/map.sssom.tsv", f"{NAME}.bak",
    ]  # fmt: skip


def test_two_files_with_one_id(klein_register: Write) -> None:
    sets, (fault,) = read(klein_register(files={"overeenkomsten/b.sssom.tsv": mapping_text()}))

    assert len(sets) == 1
    assert fault.file == NAME
    assert "staat ook al in overeenkomsten/b.sssom.tsv" in fault.message


# ---------------------------------------------------------------- as quads


def quads(root: Path) -> list[ox.Quad]:
    register, _ = read_register(root)
    sets, faults = read_mappings(register)
    assert faults == []
    graph = ox.NamedNode(sets[0].iri)
    return [quad for quad in ox.parse(build_quads(register, sets), ox.RdfFormat.N_QUADS) if quad.graph_name == graph]


def statements(found: list[ox.Quad]) -> set[tuple[str, str, str]]:
    """The triples between things of the register, without those about the rows."""
    texts = ((str(quad.subject), str(quad.predicate), str(quad.object)) for quad in found)
    return {text for text in texts if text[0].startswith(f"<{ID_BASE}")}


def test_a_row_is_an_axiom_and_the_relation_itself(klein_register: Write) -> None:
    found = quads(klein_register())

    assert statements(found) == {
        (f"<{ID_BASE}stad/principe-1>", f"<{PREFIXES['skos']}closeMatch>", f"<{ID_BASE}dorp/principe-1>")
    }
    axioms = [quad for quad in found if quad.object == ox.NamedNode(PREFIXES["owl"] + "Axiom")]
    assert len(axioms) == 2


def test_a_denied_relation_is_not_stated(klein_register: Write) -> None:
    rows = [[*cells, modifier] for cells, modifier in zip(MAPPING_ROWS, ("Not", ""), strict=True)]
    text = mapping_text(rows).replace("\tcomment\n", "\tcomment\tpredicate_modifier\n")

    assert statements(quads(klein_register(files={NAME: text}))) == set()


# ---------------------------------------------------------------- any input


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_file_gives_faults_or_all_its_rows(data: st.DataObject) -> None:
    """Whatever is done to a file: a row that is not read is told."""
    text = mapping_text()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    filler = data.draw(st.text("\t\n\"#:[]{}%&*!|>'-\x85\u2028é ab0", max_size=12) | st.text(max_size=5))
    with tempfile.TemporaryDirectory() as folder:
        root = write_register(Path(folder), files={NAME: (text[:start] + filler + text[end:]).encode(errors="replace")})
        register, _ = read_register(root)
        sets, faults = read_mappings(register)

    rows = [line for line in (text[:start] + filler + text[end:]).split("\n") if line.startswith(("stad:", '"stad:'))]
    assert faults or sum(len(found.mappings) for found in sets) >= len(rows)
    assert list(ox.parse(build_quads(register, sets), ox.RdfFormat.N_QUADS))


def test_a_thing_of_a_table_without_rows_points_to_that_table(klein_register: Write) -> None:
    tables = small_tables()
    tables["stad/principes"] = []
    _, faults = read(klein_register(tables))
    assert {fault.column: fault.advice for fault in faults}["subject_id"].startswith(
        "Kijk eerst naar stad/principes.csv"
    )


def test_only_what_can_be_compared_is_suggested(klein_register: Write) -> None:
    _, (fault,) = read(klein_register(files={NAME: mapping_text(changed(subject_id="stad:principe-9"))}))
    assert fault.advice == "Bedoelt u stad:principe-1?"
    _, (fault,) = read(klein_register(files={NAME: mapping_text(changed(subject_id="stad:v-99"))}))
    assert not fault.advice.startswith("Bedoelt u stad:v-")

"""What is told about every document: other languages, mended spelling, headings of tables."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from document_making import SENTENCE, write

from beleidsspoor.graph.documents.language import language_of
from beleidsspoor.graph.documents.mending import Mender, mender_for
from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.documents.table_heads import heads_above, is_first_header, is_moved_header
from beleidsspoor.graph.faults import InputFaults

GERMAN = (
    "Participatie ist ein wertvolles Instrument, um die Zusammenarbeit zu stimulieren. Wir haben mit den Menschen in der "
    "Gemeinde gesprochen, und das ist auch für die Zukunft nicht ohne Bedeutung."
)


def test_faults_come_whole_out_of_another_process(tmp_path: Path) -> None:
    with pytest.raises(InputFaults) as refused:
        read_document(tmp_path / "weg.txt")
    assert pickle.loads(pickle.dumps(refused.value)).faults == refused.value.faults


@pytest.mark.parametrize("name", ["wit.txt", "wit.md", "wit.html"])
def test_a_document_without_any_text_is_refused(tmp_path: Path, name: str) -> None:
    content = "<html><body><img src='x.png'></body></html>" if name.endswith("html") else " \n\t\n"
    with pytest.raises(InputFaults) as refused:
        read_document(write(tmp_path / name, content))
    assert refused.value.faults[0].message == "In dit document staat geen tekst."


def test_a_passage_in_another_language_is_told_with_its_line(tmp_path: Path) -> None:
    document = read_document(write(tmp_path / "stuk.txt", f"{SENTENCE}\n\n{GERMAN}\n\n{SENTENCE}\n"))
    (warning,) = document.warnings
    assert warning.line == 3 and "Duits" in warning.message and warning.advice


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SENTENCE, "Nederlands"),
        (GERMAN, "Duits"),
        ("We work together with the people of the town on a healthy place that is good for all of them.", "Engels"),
        (
            "Nous travaillons avec les habitants pour une commune qui est bonne pour tous et dans laquelle on vit.",
            "Frans",
        ),
        ("Aantal uitgevoerde trainingen", None),
        ("ZorgSaam Evenmens Humanitas Avedan Tactus Mediant Incluzio Cimot Menzis Dimence Aveleijn Carint Mee", None),
    ],
)
def test_the_language_of_a_passage(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Eris plek", "Er is plek"),
        ("Hetvoorliggend veld", "Het voorliggend veld"),
        ("Erwordtin 2025 verkend", "Er wordt in 2025 verkend"),
        ("creéren en efficiént", "creëren en efficiënt"),
        ("erbij en ernaar ineen voorschool", "erbij en ernaar ineen voorschool"),
        ("Deventer en Voorschoten", "Deventer en Voorschoten"),
    ],
)
def test_spelling_is_mended_beside_the_text(read: str, meant: str) -> None:
    words = "Er is het voorliggend veld er wordt in de school een plek naar bij"
    assert Mender([words, read]).mend(read) == meant


def test_the_mender_of_a_document_knows_its_tables_too(tmp_path: Path) -> None:
    document = read_document(write(tmp_path / "stuk.txt", "Hetvoorliggend veld.\n\nvoorliggend\t12\n"))
    assert mender_for(document).mend("Hetvoorliggend") == "Het voorliggend"
    assert document.lines[0].startswith("Hetvoorliggend")


@pytest.mark.parametrize(
    ("cells", "first", "moved"),
    [
        (("Beleidsdoelen", "Begroot 2025", "2023", "Bron"), True, True),
        (("Indicator", "Nulmeting (2022)", "Ambitie 2026"), True, True),
        (("Nr", "Inspanning", "Trekker"), True, False),
        (("Aantal", "2012", "CBS"), True, False),
        (("Lasten", "2.024", "2.025"), False, False),
        (("Wat", "", ""), False, False),
    ],
)
def test_what_a_header_row_looks_like(cells: tuple[str, ...], first: bool, moved: bool) -> None:
    assert is_first_header(cells) is first
    assert is_moved_header(cells) is moved


def test_a_header_row_that_moved_takes_the_place_of_the_periods_only() -> None:
    rows = [
        (("Doelen", "Begroot 2025", "2023", "Bron"), True),
        (("A", "1", "2", "x"), False),
        (("B", "Begroot 2028", "", ""), True),
    ]
    assert list(heads_above([*rows, (("",) * 4, False)], 4))[-1] == ("Doelen", "Begroot 2028", "", "Bron")

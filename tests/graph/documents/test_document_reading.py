"""Reading several documents, and what is told about every one: other languages, mended spelling, headings of tables."""

from __future__ import annotations

import pickle
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from document_making import SENTENCE, body, pdf_of, write

from beleidsspoor.graph.documents.language import language_of
from beleidsspoor.graph.documents.mending import Mender, mender_for
from beleidsspoor.graph.documents.model import Document
from beleidsspoor.graph.documents.reading import read_document, read_documents
from beleidsspoor.graph.documents.table_heads import heads_above, is_first_header, is_moved_header
from beleidsspoor.graph.faults import InputFaults

GERMAN = (
    "Participatie ist ein wertvolles Instrument, um die Zusammenarbeit zu stimulieren. Wir haben mit den Menschen in der "
    "Gemeinde gesprochen, und das ist auch für die Zukunft nicht ohne Bedeutung."
)


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    return [write(tmp_path / "een.txt", SENTENCE), tmp_path / "weg.txt", pdf_of(tmp_path / "drie.pdf", [body()])]


@pytest.mark.parametrize("executor", [None, ThreadPoolExecutor, ProcessPoolExecutor])
def test_several_documents_in_order_with_or_without_an_executor(
    three: list[Path], executor: type[Executor] | None
) -> None:
    if executor is None:
        results = list(read_documents(three))
    else:
        with executor() as pool:
            results = list(read_documents(three, pool))
    first, missing, last = results
    assert isinstance(first, Document) and first.form == "txt"
    assert isinstance(missing, InputFaults) and "bestaat niet" in missing.faults[0].message
    assert isinstance(last, Document) and last.form == "pdf"


class _Broken(Executor):
    """An executor whose process died."""

    def submit(self, task: Any, /, *args: Any, **options: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_exception(BrokenExecutor())
        return future


def test_a_process_that_dies_is_told_with_the_document(three: list[Path]) -> None:
    (told,) = read_documents(three[:1], _Broken())
    assert isinstance(told, InputFaults) and "afgebroken" in told.faults[0].message


def test_faults_come_whole_out_of_another_process(three: list[Path]) -> None:
    with pytest.raises(InputFaults) as refused:
        read_document(three[1])
    assert pickle.loads(pickle.dumps(refused.value)).faults == refused.value.faults


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

"""Working on several documents side by side, and what goes wrong in another process."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from document_making import SENTENCE, body, pdf_of, write

from beleidsspoor.graph.documents.model import Document
from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.documents.side_by_side import open_executor, work_on_each
from beleidsspoor.graph.faults import InputFaults


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    return [write(tmp_path / "een.txt", SENTENCE), tmp_path / "weg.txt", pdf_of(tmp_path / "drie.pdf", [body()])]


@pytest.mark.parametrize("executor", [None, ThreadPoolExecutor, ProcessPoolExecutor])
def test_several_documents_in_order_with_or_without_an_executor(
    three: list[Path], executor: type[Executor] | None
) -> None:
    if executor is None:
        results = list(work_on_each(read_document, three))
    else:
        with executor() as pool:
            results = list(work_on_each(read_document, three, pool))
    first, missing, last = results
    assert isinstance(first, Document) and first.form == "txt"
    assert isinstance(missing, InputFaults) and "bestaat niet" in missing.faults[0].message
    assert isinstance(last, Document) and last.form == "pdf"


def die(path: Path) -> Path:
    """Work that takes its process down, as the kernel does when memory runs out."""
    os._exit(9)


def test_a_process_that_dies_is_told_with_the_document(three: list[Path]) -> None:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as pool:
        (told,) = work_on_each(die, three[:1], pool)
    assert isinstance(told, InputFaults) and "afgebroken" in told.faults[0].message
    assert told.faults[0].file == str(three[0])


class _Refusing(Executor):
    """An executor whose every task ends like this."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def submit(self, task: Callable[..., Any], /, *args: Any, **options: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_exception(self._error)
        return future


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (TimeoutError(), "duurt langer dan 300 seconden"),
        (CancelledError(), "Het cluster geeft geen antwoord meer."),
        (ModuleNotFoundError("No module named 'beleidsspoor'", name="beleidsspoor"), "ontbreekt dit programma"),
        (RuntimeError("Error during deserialization of the task graph. More."), "ontbreekt dit programma"),
    ],
)
def test_what_goes_wrong_elsewhere_is_told_in_dutch(three: list[Path], error: BaseException, told: str) -> None:
    (faults,) = work_on_each(read_document, three[:1], _Refusing(error))
    assert isinstance(faults, InputFaults)
    assert told in faults.faults[0].message
    assert faults.faults[0].advice


@pytest.mark.parametrize("error", [ZeroDivisionError(), RuntimeError("x"), ModuleNotFoundError("x", name="x")])
def test_a_defect_of_the_program_is_not_hidden(three: list[Path], error: Exception) -> None:
    with pytest.raises(type(error)):
        list(work_on_each(read_document, three[:1], _Refusing(error)))


def test_one_document_needs_no_other_process() -> None:
    with open_executor(1) as executor:
        assert executor is None

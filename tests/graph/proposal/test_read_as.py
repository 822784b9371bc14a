"""Reading and recognising as one task for another process."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from small_register import AGENDA

from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.proposal.reading import only_names, read_and_recognise
from beleidsspoor.graph.register.reading import read_register

TEXT = AGENDA + "\nSportclub Noord in Dorp voert het GALA uit, met de Wmo 2015.\n"


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_names_alone_give_what_the_whole_register_gives(klein_register: Callable[..., Path], agenda: Path) -> None:
    register, _ = read_register(klein_register())
    names = only_names(register)

    read = read_and_recognise(agenda, names)

    assert read == read_and_recognise(agenda, register)
    assert {"dorp:sportclub-noord", "landelijk:gala"} <= {mention.reference for mention in read.recognition.mentions}
    assert len(names.rows) < len(register.rows)


def test_the_task_and_what_comes_out_cross_to_another_process(
    klein_register: Callable[..., Path], agenda: Path
) -> None:
    names = only_names(read_register(klein_register())[0])

    task = pickle.loads(pickle.dumps(partial(read_and_recognise, names=names)))

    assert pickle.loads(pickle.dumps(task(agenda))) == read_and_recognise(agenda, names)


def test_a_document_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputFaults, match="bestaat niet"):
        read_and_recognise(tmp_path / "weg.txt", None)

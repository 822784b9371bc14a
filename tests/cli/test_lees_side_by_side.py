"""beleidsspoor lees with several documents: processes side by side, and a cluster."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Run

from beleidsspoor.graph.documents.side_by_side import open_executor, work_on_each
from beleidsspoor.graph.faults import InputFaults

DOCUMENTS = Path(__file__).parents[1] / "documenten"
THREE = [DOCUMENTS / name for name in ("begroting-dijkerland.txt", "visie-merenbrug.txt", "visie-elsloo.txt")]


def test_several_documents_give_what_each_gives_alone(run: Run) -> None:
    together = json.loads(run("lees", *THREE, "--vorm", "json")[1])

    assert together == [json.loads(run("lees", path, "--vorm", "json")[1]) for path in THREE]


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a cluster of two workers, that gives a document up when it took down one of them."""
    reason = "distributed is not installed: --cluster is NOT tried (pip install 'beleidsspoor[cluster]')"
    distributed = pytest.importorskip("distributed", reason=reason)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local:
        local.scheduler.allowed_failures = 0
        yield local.scheduler_address


def test_a_cluster_of_two_workers_gives_the_same(run: Run, cluster: str) -> None:
    code, shown, told = run("lees", *THREE, "--vorm", "json", "--cluster", cluster)

    assert code == 0, told
    assert json.loads(shown) == json.loads(run("lees", *THREE, "--vorm", "json")[1])


def test_a_document_that_takes_down_a_worker_is_told(cluster: str) -> None:
    with open_executor(1, cluster) as executor:
        # os._exit ends the worker as the kernel does when memory runs out; it takes a number where a path would stand.
        (told,) = work_on_each(os._exit, [9], executor)  # type: ignore[list-item, var-annotated]

    assert isinstance(told, InputFaults)
    assert "vroeg te veel geheugen" in told.faults[0].message


def test_a_cluster_that_does_not_answer_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="distributed is not installed: --cluster is NOT tried")
    monkeypatch.setattr("beleidsspoor.graph.documents.side_by_side._PATIENCE", 0.5)

    code, _, told = run("lees", *THREE, "--vorm", "json", "--cluster", "tcp://127.0.0.1:9")

    assert code == 1
    assert "Dit cluster geeft geen antwoord. Controleer het adres" in told
    assert "Traceback" not in told


def test_without_distributed_it_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    code, _, told = run("lees", *THREE, "--vorm", "json", "--cluster", "tcp://127.0.0.1:8786")

    assert code == 1
    assert "beleidsspoor[cluster]" in told

"""beleidsspoor lees with several documents: processes side by side, and a cluster."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from conftest import Run

DOCUMENTS = Path(__file__).parents[1] / "documenten"
THREE = [DOCUMENTS / name for name in ("begroting-dijkerland.txt", "visie-merenbrug.txt", "visie-elsloo.txt")]


def test_several_documents_give_what_each_gives_alone(run: Run) -> None:
    together = json.loads(run("lees", *THREE, "--vorm", "json")[1])

    assert together == [json.loads(run("lees", path, "--vorm", "json")[1]) for path in THREE]


def test_a_cluster_of_two_workers_gives_the_same(run: Run) -> None:
    reason = "distributed is not installed: --cluster is NOT tried (pip install 'beleidsspoor[cluster]')"
    distributed = pytest.importorskip("distributed", reason=reason)
    alone = run("lees", *THREE, "--vorm", "json")[1]
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        code, shown, told = run("lees", *THREE, "--vorm", "json", "--cluster", cluster.scheduler_address)

    assert code == 0, told
    assert json.loads(shown) == json.loads(alone)


def test_without_distributed_it_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    code, _, told = run("lees", *THREE, "--vorm", "json", "--cluster", "tcp://127.0.0.1:8786")

    assert code == 1
    assert "beleidsspoor[cluster]" in told

"""Every question against plain rdflib: what one would otherwise pick."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from beleidsspoor.graph.questions import ask, python_value, shipped_questions
from beleidsspoor.graph.store import GraphStore
from benchmarks.datasets import Prepared
from benchmarks.measure import Goal, Section, ms, seconds
from benchmarks.rdflib_side import COMPARED, digest


@dataclass(frozen=True)
class Theirs:
    """What rdflib did with one question: the CPU seconds (None: killed), and the digest of its answer."""

    seconds: float | None
    digest: str | None


def measure_against_rdflib(prepared: Prepared, limit: float) -> Section:
    """Time each question on both. One that takes rdflib longer than `limit` seconds is killed, and counts for that."""
    store = prepared.dataset.store
    store.view()
    load, theirs = _rdflib(prepared, limit)
    rows, ours, other, different = [], 0.0, 0.0, 0
    for name, question in shipped_questions().items():
        mine = min(seconds(partial(ask, store, question)) for _ in range(5))
        found = theirs[name]
        taken = found.seconds if found.seconds is not None else limit
        equal = found.digest == _digest(store, question.sparql)
        different += found.digest is not None and not equal
        ours, other = ours + mine, other + taken
        sign = "> " if found.seconds is None else ""
        same = "" if found.digest is None else "yes" if equal else "**no**"
        rows.append((name, ms(mine), f"{sign}{ms(taken)}", f"{sign}{taken / mine:,.0f}", same))
    rows.append(("all", ms(ours), f"> {ms(other)}", f"> {other / ours:,.0f}", ""))
    note = (
        f"{prepared.size} municipalities, the same files. rdflib gets {limit:g} s a question; then it is killed, and "
        f"counts for {limit:g} s. It took {load:.1f} s to load the data, which is not counted. `same`: element, state "
        "and municipality of every row are equal."
    )
    goals = (
        Goal(f"faster than rdflib in total, {prepared.size} municipalities", other / ours, 50, at_least=True),
        Goal("questions with another answer in rdflib", different, 0, ""),
    )
    heads = ("question", "ours ms", "rdflib ms", "times faster", "same")
    return Section("Questions against rdflib", note, heads, tuple(rows), goals)


def _rdflib(prepared: Prepared, limit: float) -> tuple[float, dict[str, Theirs]]:
    """The seconds in which rdflib loads the data, and what it did with each question."""
    with TemporaryDirectory(prefix="beleidsspoor-") as folder:
        path = Path(folder) / "graaf.nq"
        path.write_bytes(prepared.dataset.nquads)
        command = (sys.executable, "-m", "benchmarks.rdflib_side", str(path), str(limit))
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    loaded, *records = map(json.loads, output.splitlines())
    return loaded["load"], {record["question"]: Theirs(record["seconds"], record["digest"]) for record in records}


def _digest(store: GraphStore, sparql: str) -> str:
    result = store.query(sparql)
    assert isinstance(result, ox.QuerySolutions)
    kept = [variable.value for variable in result.variables if variable.value in COMPARED]
    return digest(tuple(python_value(row[name]) for name in kept) for row in result)

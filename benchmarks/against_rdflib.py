"""Every question against plain rdflib: what one would otherwise pick."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from beleidsspoor.graph.questions import ask, python_value, shipped_questions
from beleidsspoor.graph.store import GraphStore
from benchmarks.datasets import Prepared
from benchmarks.measure import Goal, Section, ms, seconds
from benchmarks.rdflib_side import digest

_COMPARED = ("element", "gemeente", "gedekt", "gedekt_diep")


def measure_against_rdflib(prepared: Prepared, limit: float) -> Section:
    """Time each question on both. One that takes rdflib longer than `limit` seconds is killed, and counts for that."""
    store = prepared.dataset.store
    store.view()
    theirs = _rdflib(prepared, limit)
    load = theirs.pop("(load)")["seconds"]
    rows, ours, other, different = [], 0.0, 0.0, 0
    for name, question in shipped_questions().items():
        mine = statistics.median(seconds(partial(ask, store, question)) for _ in range(5))
        taken = theirs[name]["seconds"]
        killed = taken is None
        same = "-" if killed else "yes" if theirs[name]["digest"] == _digest(store, question.sparql) else "**no**"
        different += same == "**no**"
        ours, other = ours + mine, other + (limit if killed else taken)
        sign = "> " if killed else ""
        shown = limit if killed else taken
        rows.append((name, ms(mine), f"{sign}{ms(shown)}", f"{sign}{shown / mine:,.0f}", same))
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


def _rdflib(prepared: Prepared, limit: float) -> dict[str, dict[str, object]]:
    with TemporaryDirectory(prefix="beleidsspoor-") as folder:
        path = Path(folder) / "graaf.nq"
        path.write_bytes(prepared.dataset.nquads)
        command = (sys.executable, "-m", "benchmarks.rdflib_side", str(path), str(limit))
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {record["question"]: record for record in map(json.loads, output.splitlines())}


def _digest(store: GraphStore, sparql: str) -> str:
    result = store.query(sparql)
    kept = [name for name in (variable.value for variable in result.variables) if name in _COMPARED]
    return digest(tuple(str(python_value(row[name])) for name in kept) for row in result)

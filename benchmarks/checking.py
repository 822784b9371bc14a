"""Checking a dataset against the shapes, against pySHACL; and whether both find the same."""

from __future__ import annotations

from beleidsspoor.graph.check import check_dataset
from beleidsspoor.graph.dataset import Dataset
from benchmarks.datasets import Prepared
from benchmarks.measure import Goal, Section, seconds
from benchmarks.shacl_engines import by_engine, by_pyshacl

#: Every so many lines one is left out, so that the shapes have something to find.
_LEFT_OUT = 40


def measure_checking(prepared: Prepared) -> Section:
    """Time the check of a clean dataset, and compare what both engines find in a broken one."""
    dataset = prepared.dataset
    ours = min(seconds(lambda: check_dataset(Dataset(dataset.register, dataset.mappings))) for _ in range(3))
    theirs = seconds(lambda: by_pyshacl(dataset.nquads.decode()))
    lines = dataset.nquads.splitlines(keepends=True)
    broken = b"".join(line for number, line in enumerate(lines) if number % _LEFT_OUT).decode()
    found, expected = by_engine(broken), by_pyshacl(broken)
    rows = (
        ("check of a clean dataset, s", f"{ours:.3f}", f"{theirs:.3f}"),
        (f"results when each {_LEFT_OUT}th quad is left out", str(len(found)), str(len(expected))),
    )
    goals = (
        Goal(f"check against pySHACL, {prepared.size} municipalities", ours / theirs, 0.05),
        Goal("results that only one of the two engines has", len(found ^ expected), 0, ""),
    )
    note = (
        f"{prepared.size} municipalities. Ours is `check_dataset` on rows that were read: build, validate with the "
        "Rust engine, and find the cell. pySHACL reads the same N-Quads into rdflib and validates."
    )
    return Section("Checking", note, ("", "ours", "pySHACL"), rows, goals)

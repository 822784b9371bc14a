"""From the tables of a register to a loaded store, against a raw bulk_load of the same N-Quads by pyoxigraph."""

from __future__ import annotations

import pyoxigraph as ox

from beleidsspoor.graph.build import build_quads
from beleidsspoor.graph.mappings import read_mappings
from beleidsspoor.graph.register.reading import read_register
from beleidsspoor.graph.store import GraphStore
from benchmarks.datasets import Prepared
from benchmarks.measure import Goal, Section, seconds

_NOTE = (
    "`read`: every CSV and SSSOM file read, every cell and reference checked. `build`: the rows made into sorted "
    "N-Quads. `load`: these loaded into our store. `raw`: the same bytes by `pyoxigraph.Store().bulk_load` (its "
    "defaults). `ratio` is build + load, `with read` is all of it, against raw. The four are timed in turns."
)


def measure_building(registers: dict[int, Prepared]) -> Section:
    """Time reading, building and loading at each size. The goal holds at every size but 1, which is all start-up."""
    rows, goals = [], []
    for size, prepared in registers.items():
        turns = [_turn(prepared) for _ in range(7 if size <= 10 else 3 if size <= 100 else 2)]
        # Noise only adds: the shortest time is the true one.
        read, build, load, raw = (min(column) for column in zip(*turns, strict=True))
        ratio, whole = (build + load) / raw, (read + build + load) / raw
        times = (f"{value:.3f}" for value in (read, build, load, raw))
        rows.append((str(size), f"{prepared.quads:,}", *times, f"{ratio:.2f}", f"{whole:.2f}"))
        if size > 1:
            goals.append(Goal(f"build + load against raw bulk_load, {size} municipalities", ratio, 2))
            goals.append(Goal(f"the same with reading and checking all files, {size} municipalities", whole, 2))
    heads = ("municipalities", "quads", "read s", "build s", "load s", "raw s", "ratio", "with read")
    return Section("Building", _NOTE, heads, tuple(rows), tuple(goals))


def _turn(prepared: Prepared) -> tuple[float, float, float, float]:
    folder = prepared.register.folder
    register, _ = read_register(folder)
    mappings, _ = read_mappings(register)
    nquads = prepared.dataset.nquads
    return (
        seconds(lambda: read_mappings(read_register(folder)[0])),
        seconds(lambda: build_quads(register, mappings)),
        seconds(lambda: GraphStore(nquads)),
        seconds(lambda: _bulk_load(nquads)),
    )


def _bulk_load(nquads: bytes) -> ox.Store:
    store = ox.Store()
    store.bulk_load(nquads, ox.RdfFormat.N_QUADS)
    return store

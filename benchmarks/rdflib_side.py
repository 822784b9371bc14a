"""Every question in plain rdflib, in a process of its own: `python -m benchmarks.rdflib_side FILE SECONDS`.

Loads the N-Quads once and forks for each question, so that a question that takes too long can be killed alone. Writes
one JSON object a line: first the seconds of loading, then for each question its seconds and the digest of its answer,
both null when it was killed.
"""

from __future__ import annotations

import gc
import hashlib
import json
import multiprocessing
import sys
import time
from collections.abc import Iterable
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, cast

import rdflib

from beleidsspoor.graph.questions import shipped_questions

if TYPE_CHECKING:
    from rdflib.term import Literal


#: The columns that are held against ours; the others join names, in an order that SPARQL leaves open.
COMPARED = ("element", "gemeente", "gedekt", "gedekt_diep")


def main(path: str, limit: float) -> None:
    """Load, then ask every question with a limit in seconds."""
    dataset = rdflib.Dataset(default_union=True)
    start = time.perf_counter()
    dataset.parse(path, format="nquads")
    _write({"load": time.perf_counter() - start})
    # What was loaded never goes away: a fork need not copy it for the sake of the collector.
    gc.freeze()
    fork = multiprocessing.get_context("fork")
    for question in shipped_questions().values():
        receiver, sender = fork.Pipe(duplex=False)
        process = fork.Process(target=_answer, args=(dataset, question.sparql, sender))
        process.start()
        found = receiver.recv() if receiver.poll(limit) else {"seconds": None, "digest": None}
        process.kill()
        process.join()
        _write({"question": question.name, **found})


def digest(rows: Iterable[tuple[object, ...]]) -> str:
    """A short mark of the rows, in any order. A row of nothing is left out: rdflib gives one when there is no group."""
    lines = sorted("\t".join(map(str, row)) for row in rows if any(value is not None for value in row))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def _answer(dataset: rdflib.Dataset, sparql: str, sender: Connection) -> None:
    start = time.process_time()
    result = dataset.query(sparql)
    solutions = cast("list[tuple[Literal | None, ...]]", list(result))
    rows = [tuple(None if cell is None else cell.toPython() for cell in row) for row in solutions]
    taken = time.process_time() - start
    names = [str(variable) for variable in result.vars or ()]
    kept = [index for index, name in enumerate(names) if name in COMPARED]
    sender.send({"seconds": taken, "digest": digest(tuple(row[index] for index in kept) for row in rows)})


def _write(record: dict[str, object]) -> None:
    print(json.dumps(record), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))

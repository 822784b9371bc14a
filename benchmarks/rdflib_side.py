"""Every question in plain rdflib, in a process of its own: `python -m benchmarks.rdflib_side FILE SECONDS`.

Loads the N-Quads once and forks for each question, so that a question that takes too long can be killed alone. Writes
one JSON object a line: question, seconds (null: killed), and the digest of its answer.
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

import rdflib

from beleidsspoor.graph.questions import shipped_questions


def main(path: str, limit: float) -> None:
    """Load, then ask every question with a limit in seconds."""
    dataset = rdflib.Dataset(default_union=True)
    start = time.perf_counter()
    dataset.parse(path, format="nquads")
    _write({"question": "(load)", "seconds": time.perf_counter() - start})
    # What was loaded never goes away: a fork need not copy it for the sake of the collector.
    gc.freeze()
    fork = multiprocessing.get_context("fork")
    for question in shipped_questions().values():
        receiver, sender = fork.Pipe(duplex=False)
        process = fork.Process(target=_answer, args=(dataset, question.sparql, sender))
        process.start()
        found = receiver.recv() if receiver.poll(limit) else {"seconds": None}
        process.kill()
        process.join()
        _write({"question": question.name, **found})


def digest(rows: Iterable[tuple[str, ...]]) -> str:
    """A short mark of the rows, whatever their order."""
    return hashlib.sha256("\n".join(sorted("\t".join(row) for row in rows)).encode()).hexdigest()[:12]


def _answer(dataset: rdflib.Dataset, sparql: str, sender: Connection) -> None:
    start = time.process_time()
    result = dataset.query(sparql)
    rows = [tuple(None if cell is None else cell.toPython() for cell in row) for row in result]
    taken = time.process_time() - start
    names = [str(variable) for variable in result.vars or ()]
    kept = [index for index, name in enumerate(names) if name in ("element", "gemeente", "gedekt", "gedekt_diep")]
    sender.send({"seconds": taken, "digest": digest(tuple(str(row[index]) for index in kept) for row in rows)})


def _write(record: dict[str, object]) -> None:
    print(json.dumps(record), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))

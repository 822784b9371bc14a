"""How much faster several processes read and recognise: `python -m benchmarks.reading_side_by_side [documents]`.

Makes documents of 40 pages (20 of them unless told) and reads and recognises them all: here, with the processes of this
computer, and with a dask.distributed cluster of two workers when `distributed` is installed. Wall time, start of the
processes included.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

from beleidsspoor.graph.documents.side_by_side import open_executor, work_on_each
from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.proposal.reading import only_names, read_and_recognise
from beleidsspoor.graph.register.reading import Register, read_register, shipped_register
from benchmarks.reading_documents import make_pdf

_DOCUMENTS, _PAGES = 20, 40


def seconds(paths: Sequence[Path], names: Register, executor: Executor | None) -> float:
    """The wall time of reading and recognising these documents. Raises InputFaults when one is not read."""
    begun = time.perf_counter()
    for read in work_on_each(partial(read_and_recognise, names=names), paths, executor):
        if isinstance(read, InputFaults):
            raise read
    return time.perf_counter() - begun


def main() -> None:
    """Print the measurements as a table in Markdown."""
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else _DOCUMENTS
    names = only_names(read_register(shipped_register())[0])
    with tempfile.TemporaryDirectory() as folder:
        paths = [make_pdf(Path(folder) / f"{number}.pdf", _PAGES) for number in range(1, documents + 1)]
        print(f"| {documents} documents of {_PAGES} pages | seconds |\n|---|--:|")
        alone = seconds(paths, names, None)
        print(f"| one process | {alone:.1f} |")
        begun = time.perf_counter()
        with open_executor(documents) as pool:
            seconds(paths, names, pool)
        print(f"| {min(documents, os.cpu_count() or 1)} processes | {time.perf_counter() - begun:.1f} |")
        if importlib.util.find_spec("distributed") is None:
            print("| a cluster of two workers | distributed is not installed |")
            return
        distributed = importlib.import_module("distributed")
        with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
            begun = time.perf_counter()
            with open_executor(documents, cluster.scheduler_address) as executor:
                seconds(paths, names, executor)
            print(f"| a cluster of two workers, running | {time.perf_counter() - begun:.1f} |")


if __name__ == "__main__":
    main()

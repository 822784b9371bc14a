"""Reading several documents side by side: with the processes of this computer, or with those of a cluster."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context

from beleidsspoor.graph.faults import Fault, InputFaults

_PATIENCE = 10.0


@contextmanager
def open_executor(documents: int, cluster: str | None = None) -> Iterator[Executor | None]:
    """An executor to read this many documents with; None when one process will do.

    `cluster` is the address of a dask.distributed scheduler; its workers must see the files under the same path and
    have this package. Raises InputFaults when `distributed` is not installed or the cluster does not answer.
    """
    if cluster is not None:
        with _cluster(cluster) as executor:
            yield executor
    elif documents < 2:
        yield None
    else:
        with _pool(min(documents, os.cpu_count() or 1)) as executor:
            yield executor


@contextmanager
def _pool(processes: int) -> Iterator[Executor]:
    before = set(active_children())
    # A forked process would share the threads of the graph's engine; a fresh one does not.
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        # A document that was given up on must not keep the command waiting.
        for process in set(active_children()) - before:
            process.terminate()


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError as error:
        advice = "Installeer het met: pip install 'beleidsspoor[cluster]'. Zonder --cluster werkt lezen ook."
        raise _refusal(address, "Voor --cluster is het pakket distributed nodig.", advice) from error
    try:
        client = Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        advice = "Controleer het adres, zoals tcp://naam:8786, en of het cluster aanstaat."
        raise _refusal(address, "Dit cluster geeft geen antwoord.", advice) from error
    with client:
        yield client.get_executor()


def _refusal(address: str, message: str, advice: str) -> InputFaults:
    return InputFaults([Fault(address, None, None, message, advice)])

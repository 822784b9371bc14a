"""Working on several documents side by side: with the processes of this computer, or with those of a cluster."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import TypeVar

from beleidsspoor.graph.documents.limits import LIMITS
from beleidsspoor.graph.faults import Fault, InputFaults

#: What is made of one document. It crosses from one process to another, so it must be possible to pickle it.
Made = TypeVar("Made")

_PATIENCE = 10.0
_APART = "Lees dit document apart, of splits het."
_TOO_MUCH = "Het lezen is afgebroken: een van de documenten vroeg te veel geheugen."
_CLUSTER_GONE = "Het cluster geeft geen antwoord meer."
_CLUSTER_ADVICE = "Kijk of het cluster nog aanstaat, of lees zonder --cluster."
_NOT_INSTALLED = "Op de computers van het cluster ontbreekt dit programma, of het is daar een andere versie."
_INSTALL = "Installeer daar dezelfde versie van beleidsspoor, of lees zonder --cluster."


@contextmanager
def open_executor(documents: int, cluster: str | None = None) -> Iterator[Executor | None]:
    """An executor for this many documents; None when one process will do.

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


def work_on_each(
    work: Callable[[Path], Made], paths: Sequence[Path], executor: Executor | None = None
) -> Iterator[Made | InputFaults]:
    """What `work` makes of the documents at these paths, in their order, each as soon as it is there.

    `work` is a function of a module, or a partial of one, that raises InputFaults and nothing else; then those come in
    the place of what was made. With an `executor` the documents are worked on side by side: a ProcessPoolExecutor, or
    what `Client.get_executor()` of dask.distributed gives. A document that takes longer than LIMITS allow, or takes its
    process down, becomes InputFaults as well.
    """
    task = partial(_or_faults, work)
    if executor is None:
        yield from map(task, paths)
        return
    waiting = [(path, executor.submit(task, path)) for path in paths]
    for path, future in waiting:
        try:
            yield future.result(timeout=LIMITS.seconds)
        except TimeoutError:
            future.cancel()
            yield _told(path, f"Het lezen duurt langer dan {LIMITS.seconds:.0f} seconden.", _APART)
        except _killed():
            yield _told(path, _TOO_MUCH, _APART)
        except _gone():
            yield _told(path, _CLUSTER_GONE, _CLUSTER_ADVICE)
        except (ModuleNotFoundError, RuntimeError) as error:
            if not _cannot_unpack(error):
                raise
            yield _told(path, _NOT_INSTALLED, _INSTALL)


def _or_faults(work: Callable[[Path], Made], path: Path) -> Made | InputFaults:
    """What is made, or why not. A value, not an exception: that crosses to another process with all its faults."""
    try:
        return work(path)
    except InputFaults as faults:
        return faults


def _cannot_unpack(error: Exception) -> bool:
    """Whether a worker or the scheduler of a cluster could not unpack the task, for want of this package."""
    if isinstance(error, ModuleNotFoundError):
        return (error.name or "").partition(".")[0] == __name__.partition(".")[0]
    return str(error).startswith("Error during deserialization of the task graph")


def _killed() -> tuple[type[BaseException], ...]:
    """What is raised when a document took down its process: of a cluster, one worker after another."""
    distributed = sys.modules.get("distributed")
    return (BrokenExecutor,) if distributed is None else (BrokenExecutor, distributed.KilledWorker)


def _gone() -> tuple[type[BaseException], ...]:
    """What is raised when the scheduler of a cluster is gone."""
    distributed = sys.modules.get("distributed")
    return (CancelledError,) if distributed is None else (CancelledError, distributed.comm.CommClosedError)


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
        distributed = import_module("distributed")
    except ImportError as error:
        advice = "Installeer het met: pip install 'beleidsspoor[cluster]'. Zonder --cluster werkt lezen ook."
        raise _told(address, "Voor --cluster is het pakket distributed nodig.", advice) from error
    # What it logs is for its own makers, and comes between the words for the user.
    logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)
    try:
        client = distributed.Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        advice = "Controleer het adres, zoals tcp://naam:8786, en of het cluster aanstaat."
        raise _told(address, "Dit cluster geeft geen antwoord.", advice) from error
    with client:
        yield client.get_executor()


def _told(about: Path | str, message: str, advice: str) -> InputFaults:
    return InputFaults([Fault(str(about), None, None, message, advice)])

"""Reading a document in a process of its own, with a bound on its memory and time."""

from __future__ import annotations

import contextlib
import pickle
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from beleidsspoor.graph.documents.limits import LIMITS, refuse
from beleidsspoor.graph.documents.model import Document
from beleidsspoor.graph.faults import InputFaults

_ADVICE = "Open het bestand in een PDF-lezer, druk het af naar een nieuwe PDF en lees die. Splits een groot document."


def read_apart(path: Path, module: str, function: str, seconds: float = LIMITS.seconds) -> Document:
    """What `function` of this module in graph.documents makes of the file, made in another process.

    Raises InputFaults when the function does, and when the process takes more time or memory than it may have.
    """
    command = [sys.executable, "-m", __name__, module, function, str(path)]
    try:
        # Not multiprocessing: a worker of dask or of a pool may not start processes that way.
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        refuse(path, f"Het lezen van dit bestand duurt langer dan {seconds:.0f} seconden en is gestopt.", _ADVICE)
    if done.returncode != 0:
        refuse(path, "Dit bestand is beschadigd of vraagt te veel geheugen; het lezen is gestopt.", _ADVICE)
    # The pickle comes from the process that was started above, not from the document.
    result = pickle.loads(done.stdout)
    if isinstance(result, InputFaults):
        raise result
    assert isinstance(result, Document)
    return result


def main(module: str, function: str, path: str) -> None:
    """Read the file and write the pickled Document or InputFaults to standard output."""
    _bound_memory()
    reader = getattr(import_module(f"beleidsspoor.graph.documents.{module}"), function)
    result: Document | InputFaults
    try:
        result = reader(Path(path))
    except InputFaults as faults:
        result = faults
    sys.stdout.buffer.write(pickle.dumps(result))


def _bound_memory() -> None:
    """Bound the memory of this process, where the system can (not on Windows)."""
    with contextlib.suppress(ImportError):
        import resource

        # macOS knows the bound and refuses to set it; the bound on time still holds there.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (LIMITS.memory, LIMITS.memory))


if __name__ == "__main__":
    main(*sys.argv[1:4])

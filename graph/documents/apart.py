"""Reading a document in a process of its own, with a bound on its memory, time and room on disk."""

from __future__ import annotations

import contextlib
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import IO

from beleidsspoor.graph.documents.limits import LIMITS, refuse
from beleidsspoor.graph.documents.model import Document
from beleidsspoor.graph.documents.parts import Part, put_together
from beleidsspoor.graph.faults import InputFaults

_ADVICE = "Open het bestand in een PDF-lezer, druk het af naar een nieuwe PDF en lees die. Splits een groot document."


def read_apart(path: Path, module: str, function: str, seconds: float = LIMITS.seconds) -> Document:
    """What `function` of this module in graph.documents makes of the file in parts, made in another process.

    Raises InputFaults when the function does, and when the process takes more time, memory or disk than it may have.
    """
    command = [sys.executable, "-m", __name__, module, function, str(path)]
    # A file, not a pipe: the parts come back one by one, and are never all held as bytes.
    with tempfile.TemporaryFile() as answer:
        try:
            # Not multiprocessing: a worker of dask or of a pool may not start processes that way.
            done = subprocess.run(command, stdout=answer, stderr=subprocess.DEVNULL, timeout=seconds, check=False)
        except subprocess.TimeoutExpired:
            refuse(path, f"Het lezen van dit bestand duurt langer dan {seconds:.0f} seconden en is gestopt.", _ADVICE)
        if done.returncode != 0:
            message = "Dit bestand is beschadigd of vraagt te veel geheugen of schijfruimte; het lezen is gestopt."
            refuse(path, message, _ADVICE)
        answer.seek(0)
        return put_together(_parts(answer))


def _parts(answer: IO[bytes]) -> Iterator[Part | Document]:
    """What `main` wrote. Raises InputFaults when the reader did."""
    while True:
        # The pickles come from the process that was started above, not from the document.
        part = pickle.load(answer)
        if isinstance(part, InputFaults):
            raise part
        assert isinstance(part, Part | Document)
        yield part


def main(module: str, function: str, path: str) -> None:
    """Read the file and write its parts, or the InputFaults, pickled to standard output."""
    _bound()
    reader = getattr(import_module(f"beleidsspoor.graph.documents.{module}"), function)
    try:
        for part in reader(Path(path)):
            pickle.dump(part, sys.stdout.buffer)
    except InputFaults as faults:
        pickle.dump(faults, sys.stdout.buffer)


def _bound() -> None:
    """Bound the memory and the files of this process, where the system can (not on Windows)."""
    with contextlib.suppress(ImportError):
        import resource

        # macOS knows the bound and refuses to set it; the bound on time still holds there.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (LIMITS.memory, LIMITS.memory))
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_FSIZE, (LIMITS.disk, LIMITS.disk))


if __name__ == "__main__":
    main(*sys.argv[1:4])

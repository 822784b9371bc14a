"""Whole processes: the help, a question on the shipped register, and all questions in one process."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.measure import Goal, Section, seconds

_COMMAND = str(Path(sys.executable).parent / "beleidsspoor")


def measure_starting() -> Section:
    """Time processes as a user starts them. Raises CalledProcessError when one fails."""
    bare = _process(sys.executable, "-c", "pass")
    help_ = _process(_COMMAND, "--help")
    question = _process(_COMMAND, "dekking", "acties-zonder-doel")
    overview = _process(_COMMAND, "dekking")
    inside = statistics.median(float(_output(sys.executable, "-m", "benchmarks.starting")) for _ in range(5))
    rows = (
        ("python -c pass", f"{bare:.3f}"),
        ("beleidsspoor --help", f"{help_:.3f}"),
        ("beleidsspoor dekking acties-zonder-doel", f"{question:.3f}"),
        ("beleidsspoor dekking (all questions, the overview)", f"{overview:.3f}"),
        ("in one process, after imports: read, build, load the shipped register, ask every question", f"{inside:.3f}"),
    )
    goals = (
        Goal("--help against bare python", help_ / bare, 5),
        Goal("a question on the shipped register, as a whole process", question, 1, "s"),
        Goal("shipped register built and every question answered, after imports", inside, 1, "s"),
    )
    return Section("Starting", "Medians of 7 processes.", ("what", "s"), rows, goals)


def shipped_seconds() -> float:
    """Read, build and load the shipped register and ask every question; in this process, without the imports."""
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.questions import ask, shipped_questions

    def work() -> None:
        store = open_dataset().store
        for question in shipped_questions().values():
            ask(store, question)

    return seconds(work)


def _process(*command: str) -> float:
    times = []
    for _ in range(7):
        start = time.perf_counter()
        _output(*command)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    print(shipped_seconds())

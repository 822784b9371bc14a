"""What the tests of the command line share beside their fixtures."""

from __future__ import annotations

from collections.abc import Callable

#: Runs the command line with these arguments; gives the exit code, standard output and standard error.
Run = Callable[..., tuple[int, str, str]]

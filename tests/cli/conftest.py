"""Running the command line as a user does."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from beleidsspoor.cli import main as cli

#: Runs the command line with these arguments; gives the exit code, standard output and standard error.
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """The command line, in a terminal of 100 places."""

    def beleidsspoor(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["beleidsspoor", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "100")
        with pytest.raises(SystemExit) as ended:
            cli.main()
        shown = capsysbinary.readouterr()
        return int(ended.value.code or 0), shown.out.decode(), shown.err.decode()

    return beleidsspoor

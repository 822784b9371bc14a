"""Running the command line as a user does."""

from __future__ import annotations

import sys

import pytest
from command_line import Run

from beleidsspoor.cli import main as cli


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

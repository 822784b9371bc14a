"""Every example in a docstring is true."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def with_examples() -> list[str]:
    """The modules of graph/ and cli/ with an example, by their import name."""
    files = (file for top in ("graph", "cli") for file in sorted((ROOT / top).rglob("*.py")))
    shown = (file for file in files if ">>>" in file.read_text(encoding="utf-8"))
    return [".".join(("beleidsspoor", *file.relative_to(ROOT).with_suffix("").parts)) for file in shown]


@pytest.mark.parametrize("module", with_examples())
def test_the_examples_hold(module: str) -> None:
    outcome = doctest.testmod(import_module(module))
    assert outcome.attempted > 0
    assert outcome.failed == 0

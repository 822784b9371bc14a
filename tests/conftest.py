"""Fixtures that many tests share: a small register on disk, its documents, and the folder with the real ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium import launched
from hypothesis import settings
from small_register import write_documents, write_register

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The same examples on every run, without a clock: a slow machine must not fail a test.
settings.register_profile("beleidsspoor", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("beleidsspoor")

REAL_SOURCES = Path(__file__).parents[2] / "shared" / "bronnen"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests: Playwright runs one browser a process."""
    with launched() as browser:
        yield browser


@pytest.fixture
def klein_register(tmp_path: Path) -> Callable[..., Path]:
    """Writes a register under a temporary folder; see `small_register.write_register` for what it takes."""
    return lambda tables=None, files=None: write_register(tmp_path / "register", tables, files)


@pytest.fixture
def documenten(tmp_path: Path) -> Callable[..., Path]:
    """Writes the documents of the small register to a temporary folder; see `small_register.write_documents`."""
    return lambda **texts: write_documents(tmp_path / "documenten", **texts)


@pytest.fixture
def bronnen() -> Path:
    """The folder with the five real documents, which are never part of the project; without it the test is skipped."""
    if not REAL_SOURCES.is_dir():
        pytest.skip(f"OVERGESLAGEN: de echte documenten staan niet in {REAL_SOURCES}")
    return REAL_SOURCES

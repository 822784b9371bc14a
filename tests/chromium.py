"""Debian's chromium for tests that need a real browser, and what axe finds wrong with a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = Path("/usr/bin/chromium")
#: Software rendering, and nothing that chromium itself would ask the network for.
ARGUMENTS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium; without it (or without Playwright) the test is skipped, and says so."""
    if not CHROMIUM.exists():
        pytest.skip(f"OVERGESLAGEN: {CHROMIUM} is er niet (apt-get install chromium)")
    sync_api = pytest.importorskip("playwright.sync_api", reason="OVERGESLAGEN: playwright is niet geïnstalleerd")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield opened
        opened.close()


def violations(page: Any) -> list[str]:
    """What axe finds wrong with the page as it is now."""
    sync_axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="OVERGESLAGEN: axe-playwright-python is niet geïnstalleerd"
    )
    found = sync_axe.Axe().run(page, options=RULES).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['target']}" for each in found]

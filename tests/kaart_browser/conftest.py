"""The real page in Debian's chromium, without a network: built once from the shipped register, opened in each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pages import DESKTOP, Open

from beleidsspoor.graph.dataset import Dataset, open_dataset
from beleidsspoor.graph.questions import shipped_questions
from beleidsspoor.graph.show.kaart.page import render_map

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The register that comes with the package."""
    return open_dataset()


@pytest.fixture(scope="session")
def kaart(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The map of the shipped register."""
    path = tmp_path_factory.mktemp("kaart") / "kaart.html"
    path.write_bytes(render_map(dataset.store, shipped_questions(), dataset.register.version))
    return path


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Opens a page off line and fails the test when it asked for anything or when its script went wrong."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def opener(
        path: Path, address: str = "", size: tuple[int, int] = DESKTOP, dark: bool = False, **options: Any
    ) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            offline=True,
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"fout: {error}"))
        page.on("console", lambda entry: wrong.append(entry.text) if entry.type == "error" else None)
        page.on(
            "request",
            lambda asked: None if asked.url.startswith(("file:", "data:", "blob:")) else wrong.append(asked.url),
        )
        page.goto(path.as_uri() + address)
        if options.get("java_script_enabled", True):
            page.wait_for_function("window.beleidskaart && window.beleidskaart.ready")
        return page

    yield opener
    for context in contexts:
        context.close()
    assert wrong == []

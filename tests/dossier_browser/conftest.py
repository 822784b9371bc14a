"""The page of the dossier in a real browser, without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from dossier_case import dossier

from beleidsspoor.graph.show.dossier.writing import write_dossier

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DESKTOP = (1920, 1080)


@pytest.fixture(scope="session")
def dossier_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier with every kind of block and with nasty texts."""
    path = tmp_path_factory.mktemp("dossier") / "dossier.html"
    path.write_bytes(write_dossier(dossier(), ".html"))
    return path


@pytest.fixture
def open_dossier(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page off line; the test fails when the page asked for anything or when its script went wrong."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def opener(
        path: Path, size: tuple[int, int] = DESKTOP, dark: bool = False, before: str = "", **options: Any
    ) -> Page:
        colours = "dark" if dark else "light"
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=colours, offline=True, **options
        )
        contexts.append(context)
        page = context.new_page()
        if before:
            page.add_init_script(before)
        page.on("pageerror", lambda error: wrong.append(f"fout: {error}"))
        page.on("console", lambda entry: wrong.append(entry.text) if entry.type == "error" else None)
        page.on("request", lambda asked: None if asked.url.startswith(("file:", "blob:")) else wrong.append(asked.url))
        page.goto(path.as_uri())
        return page

    yield opener
    for context in contexts:
        context.close()
    assert wrong == []

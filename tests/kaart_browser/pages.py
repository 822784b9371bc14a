"""What the browser tests share: sizes, the views of a page, and the elements of a picture and of its twins."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESKTOP, PHONE, SMALLEST = (1920, 1080), (390, 844), (320, 640)
#: Opens a page: file, the part of the address after the file, size of the window, colours.
Open = Callable[..., "Page"]

THEMA = "twenterand:mag25-thema-01"
SUBDOEL = "twenterand:mag25-subdoel-04"


def views(page: Page) -> list[tuple[str, str]]:
    """For every view of the first municipality its id and that of its second picture (or its only one)."""
    found = page.evaluate(
        "[...beleidskaart.views.values()].map(view => { const sheets = view.bladen.filter(sheet =>"
        " sheet.kaarten.length && (!sheet.r || sheet.r === beleidskaart.S.space));"
        " return [view.id, (sheets[1] || sheets[0])?.id]; })"
    )
    return [(view, sheet) for view, sheet in found if sheet]


def go_to(page: Page, address: str) -> None:
    """Change the address in the page, and wait until the page has followed."""
    page.evaluate("address => { location.hash = address; }", address)
    page.wait_for_timeout(60)


def shown(page: Page) -> set[int]:
    """The elements of the present picture."""
    return set(page.evaluate("beleidskaart.net.body.nodeIndices"))


def in_twin(page: Page, twin: str) -> set[int]:
    """The elements in the tree ('boom') or the table ('tabel')."""
    tag = "li[data-i]" if twin == "boom" else "tr[data-i]"
    return {int(place) for place in page.eval_on_selector_all(f"#{twin} {tag}", "all => all.map(one => one.dataset.i)")}


def kinds(page: Page) -> set[str]:
    """The kinds of the elements of the present picture."""
    return set(page.evaluate("beleidskaart.cards.map(card => beleidskaart.things[card.index].s)"))


def title(page: Page) -> str:
    """The heading of the present picture."""
    return page.inner_text("#titel")

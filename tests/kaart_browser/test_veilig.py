"""No label, quote or id can become markup or script, and no request leaves the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pages import Open, go_to, views
from small_register import small_tables

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.questions import shipped_questions
from beleidsspoor.graph.show.kaart.page import MapOptions, render_map

PAYLOADS = (
    "<img src=x onerror=window.gehackt=1>",
    "</script><script>window.gehackt=1</script>",
    '"><svg onload=window.gehackt=1>',
    "{{ 7*7 }} ${window.gehackt=1} javascript:window.gehackt=1",
    "<!--<script> & ' \" href=\u202e",
)
#: The columns of free text. In all others a payload is refused at reading.
_FREE = {
    "naam", "titel", "toelichting", "andere_namen", "genoemde_trekker", "toegezegd", "reden", "ruw", "sectie", "bron",
    "uitgever", "herkomst", "nummer", "bewoording", "vorm", "tabelgroep", "door",
}  # fmt: skip


@pytest.fixture(params=PAYLOADS, ids=range(len(PAYLOADS)))
def hostile(request: pytest.FixtureRequest, klein_register: Callable[..., Path], tmp_path: Path) -> Path:
    """A map of the small register with a payload in every free field."""
    tables = small_tables()
    for rows in tables.values():
        for row in rows:
            for column in row:
                if column in _FREE:
                    row[column] = f"{request.param} {row['id']}"[:119]
            row.setdefault("toelichting", request.param) if "naam" in row else None
    dataset = open_dataset(klein_register(tables))
    path = tmp_path / "kaart.html"
    options = MapOptions(quote=lambda document, first, last, mark: str(request.param))
    path.write_bytes(render_map(dataset.store, shipped_questions(), str(request.param), options))
    return path


def test_hostile_labels_stay_text(hostile: Path, open_page: Open) -> None:
    page = open_page(hostile)
    for view, sheet in views(page):
        for form in ("kaart", "boom", "tabel"):
            go_to(page, f"{view}/{sheet}?als={form}&kies=dorp:actie-1")
    for index in range(page.evaluate("beleidskaart.things.length")):
        page.evaluate("place => beleidskaart.choose(place)", index)
    page.fill("#zoek", "script onerror")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("window.gehackt") is None
    assert page.locator("#paneel img, #paneel script, #boom img, #drukvel script, main svg[onload]").count() == 0


def test_a_hostile_address_stays_text(kaart: Path, open_page: Open) -> None:
    page = open_page(kaart, "#agenda/<img src=x onerror=window.gehackt=1>?kies=<script>window.gehackt=1</script>")
    assert page.evaluate("window.gehackt") is None


def test_the_policy_refuses_every_request(kaart: Path, browser: object) -> None:
    from playwright.sync_api import Browser

    assert isinstance(browser, Browser)
    page = browser.new_context(offline=True).new_page()
    failed: list[str] = []
    answered: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.failure or ""))
    page.on("response", lambda response: answered.append(response.url) if response.url.startswith("http") else None)
    page.goto(kaart.as_uri())
    page.wait_for_function("window.beleidskaart && window.beleidskaart.ready")
    refused = page.evaluate(
        "(async () => { try { await fetch('https://example.org/'); return 'through'; } catch { } "
        "const image = new Image();"
        "const done = new Promise(ok => { image.onload = () => ok('through'); image.onerror = () => ok('no'); });"
        "image.src = 'https://example.org/x.png'; return done; })()"
    )
    page.context.close()
    assert refused == "no"
    assert answered == []
    # The policy stops them, not the network that is off.
    assert set(failed) <= {"csp"}


def test_the_page_names_no_other_file(kaart: Path) -> None:
    """Nothing in the page loads anything: no src, no stylesheet, no import, no url()."""
    text = kaart.read_text(encoding="utf-8")
    without_vis = re.sub(r"<script>/\*\*.*?</script>", "", text, flags=re.DOTALL)
    assert not re.search(r"""<(?:script|img|iframe|link|object|embed)[^>]+(?:src|href|data)=""", without_vis)
    assert "@import" not in without_vis and "url(" not in without_vis

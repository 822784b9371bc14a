"""The map in a real browser, against a plain pyvis page of the same graph, in the same run.

    python -m benchmarks.kaart

Needs Debian's chromium and Playwright. Software drawing, as on the laptop of a municipality without a graphics card.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.questions import shipped_questions
from beleidsspoor.graph.show.kaart.model import MapModel, read_model
from beleidsspoor.graph.show.kaart.page import render_map
from beleidsspoor.graph.store import GraphStore
from benchmarks.national_register import write_national_register

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage"]
RUNS = 5
#: One made-up municipality has about 290 elements, five have 1,250, and 42 have 10,000: a region.
ONE, FIVE, REGION = 1, 5, 42
#: Longer than anyone waits; the plain page takes 20 s at 300 elements.
PATIENCE_MS = 120_000

_READY = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
_STABLE = "new Promise(done => network.once('stabilizationIterationsDone', () => done(performance.now())))"
_PAN = """async () => {
  const net = beleidskaart.net, from = net.getViewPosition(), start = performance.now();
  let frames = 0;
  while (performance.now() - start < 2000) {
    await new Promise(requestAnimationFrame);
    frames += 1;
    net.moveTo({ position: { x: from.x + 80 * Math.sin(frames / 9), y: from.y + 40 * Math.cos(frames / 9) } });
  }
  return frames / 2;
}"""


@dataclass(frozen=True)
class Measured:
    """One page: its elements, its size in kB, seconds to build, milliseconds to the first picture, frames a second."""

    name: str
    elements: int
    kilobytes: int
    build: float
    ready: float
    frames: float | None

    def __str__(self) -> str:
        frames = f"{self.frames:.0f}" if self.frames is not None else "-"
        cells = (f"{self.elements:,}", f"{self.kilobytes:,}", f"{self.build:.1f}", f"{self.ready:,.0f}", frames)
        return f"| {self.name} | {' | '.join(cells)} |"


def measure_map(browser: Browser, name: str, store: GraphStore, address: str, folder: Path) -> Measured:
    """Our page: the median of RUNS openings, and the frames while panning the picture at `address`."""
    start = time.perf_counter()
    content = render_map(store, shipped_questions(), "meting")
    build = time.perf_counter() - start
    path = folder / f"{name.replace(' ', '-')}.html"
    path.write_bytes(content)
    ready, frames = [], []
    for _ in range(RUNS):
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        page.goto(path.as_uri() + address)
        page.wait_for_function("window.beleidskaart && window.beleidskaart.ready")
        ready.append(page.evaluate(_READY))
        frames.append(page.evaluate(_PAN))
        page.close()
    elements = len(read_model(store).elements)
    return Measured(name, elements, len(content) // 1000, build, statistics.median(ready), statistics.median(frames))


def measure_plain(browser: Browser, store: GraphStore, folder: Path) -> Measured:
    """The page that pyvis writes of the same graph, as its README shows it; once, because it takes so long."""
    model = read_model(store)
    start = time.perf_counter()
    content = _plain_page(model)
    build = time.perf_counter() - start
    path = folder / "pyvis.html"
    path.write_bytes(content)
    page = browser.new_context(offline=True, viewport={"width": 1920, "height": 1080}).new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_function("typeof network === 'object' && network !== null")
    ready = page.evaluate(_STABLE)
    page.context.close()
    return Measured("plain pyvis", len(model.elements), len(content) // 1000, build, ready, None)


def _plain_page(model: MapModel) -> bytes:
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    place = {iri: index for index, iri in enumerate(model.elements)}
    for iri, element in model.elements.items():
        network.add_node(place[iri], label=element.naam)
    for link in model.links:
        network.add_edge(place[link.source], place[link.target])
    return str(network.generate_html()).encode()


def main() -> None:
    """Measure all pages and print one table, and the ratio to the plain page."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        shipped = open_dataset().store
        one = open_dataset(write_national_register(folder / "one", ONE).folder).store
        five = open_dataset(write_national_register(folder / "five", FIVE).folder).store
        region = open_dataset(write_national_register(folder / "region", REGION).folder).store
        print("| page | elements | kB | build s | ready ms | frames/s |\n|---|---|---|---|---|---|")
        print(measure_map(browser, "shipped register", shipped, "", folder), flush=True)
        print(measure_map(browser, "shipped, all at once", shipped, "#agenda/alles", folder), flush=True)
        ours = measure_map(browser, "one municipality", one, "", folder)
        print(ours, flush=True)
        plain = measure_plain(browser, one, folder)
        print(plain, flush=True)
        print(measure_map(browser, "five municipalities", five, "#agenda/alles", folder), flush=True)
        print(measure_map(browser, "a region", region, "", folder), flush=True)
        print(f"\nFirst picture {plain.ready / ours.ready:.0f} times sooner than plain pyvis.")
        browser.close()


if __name__ == "__main__":
    main()

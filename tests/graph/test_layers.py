"""Imports look one way: no folder or module of the library needs another that needs it in turn."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = "beleidsspoor."


def modules() -> dict[str, Path]:
    """Every module of graph/ and cli/ by its import name."""
    files = (file for top in ("graph", "cli") for file in (ROOT / top).rglob("*.py") if file.name != "__init__.py")
    return {PACKAGE + ".".join(file.relative_to(ROOT).with_suffix("").parts): file for file in files}


def imported(file: Path) -> Iterator[str]:
    """What a module imports from the project, wherever in the module: as it starts, in a function or for types."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(PACKAGE):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def place(module: str) -> str:
    """The folder of a module, or of a name in it; a loose module of graph/ is a place of its own, a folder in show/ too.

    >>> place("beleidsspoor.graph.show.kaart.page"), place("beleidsspoor.graph.terms.BS"), place("beleidsspoor.cli.volg")
    ('graph.show.kaart', 'graph.terms', 'cli')
    """
    parts = module.removeprefix(PACKAGE).split(".")
    if parts[0] == "cli":
        return "cli"
    in_show = parts[1] == "show" and ROOT.joinpath(*parts[:3]).is_dir()
    return ".".join(parts[:3] if in_show else parts[:2])


@pytest.fixture(scope="module")
def needs() -> nx.DiGraph[str]:
    """Which place needs which."""
    found = modules()
    pairs = ((place(name), place(other)) for name, file in found.items() for other in imported(file))
    return nx.DiGraph([(one, other) for one, other in pairs if one != other])


def test_no_place_needs_another_that_needs_it(needs: nx.DiGraph[str]) -> None:
    assert list(nx.simple_cycles(needs)) == []


def test_nothing_needs_the_command_line(needs: nx.DiGraph[str]) -> None:
    assert list(needs.predecessors("cli")) == []


def test_what_the_register_is_made_of_knows_nothing_of_the_graph(needs: nx.DiGraph[str]) -> None:
    below = nx.descendants(needs, "graph.register")
    assert below == {"graph.faults", "graph.terms"}

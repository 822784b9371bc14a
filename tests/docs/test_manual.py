"""The manual and the command line say the same: every command is explained, and every example can be typed."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from beleidsspoor.cli.main import COMMANDS, group

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(beleidsspoor [^`]+)`")


def commands_of(name: str) -> Iterator[tuple[str, click.Command]]:
    """A command and, of a group, its commands, with how a user calls them."""
    command = group.get_command(click.Context(group), name)
    assert command is not None
    yield name, command
    if isinstance(command, click.Group):
        for below, under in command.commands.items():
            yield f"{name} {below}", under


ALL = {called: command for name in COMMANDS for called, command in commands_of(name)}


def examples() -> Iterator[tuple[str, str]]:
    """Every call of the program in the docs, with its page."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        lines = [line.strip() for block in _BLOCK.findall(text) for line in block.splitlines()]
        for line in [*lines, *_INLINE.findall(text)]:
            if line.startswith("beleidsspoor "):
                yield page.name, line


@pytest.mark.parametrize("called", ALL)
def test_the_manual_explains_every_command(called: str) -> None:
    manual = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")
    assert f"beleidsspoor {called}" in manual


def test_the_docs_have_examples() -> None:
    assert {page for page, _ in examples()} >= {"README.md", "handleiding.md", "ronde-met-de-raad.md", "dashboards.md"}


@pytest.mark.parametrize(("page", "line"), sorted(set(examples())))
def test_an_example_names_a_command_and_options_that_exist(page: str, line: str) -> None:
    words = shlex.split(line.split(" #")[0])[1:]
    called = " ".join(words[:2]) if " ".join(words[:2]) in ALL else words[0]
    if called.startswith("--"):
        assert called in {"--help", "--versie"}
        return
    assert called in ALL, f"{page}: {line}"
    known = {name for option in ALL[called].params for name in option.opts} | {"--help"}
    assert {word.split("=")[0] for word in words if re.match(r"--?[a-z]", word)} <= known, f"{page}: {line}"

"""The story of a presentation: read from YAML, checked against the map, all faults at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.questions import shipped_questions
from beleidsspoor.graph.show.kaart.page import MapOptions, render_map
from beleidsspoor.graph.show.kaart.story import read_story

Maker = Callable[..., Path]


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "verhaal.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_steps_are_read_with_their_lines(tmp_path: Path) -> None:
    steps = read_story(write(tmp_path, "- weergave: agenda\n  tekst: Begin\n- element: actie-1\n"))
    assert [(step.view, step.element, step.text, step.line) for step in steps] == [
        ("agenda", "", "Begin", 1), ("draad", "actie-1", "", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [("weergave: agenda", "geen lijst"), ("- [", "geen goede YAML"), ("- tekst: x", "geen weergave"),
     ("- 5", "geen sleutels"),
     ("- weergave: agenda\n  kleur: rood", "Deze sleutel bestaat niet"), ("", "geen lijst")],
)  # fmt: skip
def test_a_wrong_file_is_told_in_dutch(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputFaults, match=said):
        read_story(write(tmp_path, text))


def test_names_that_are_not_on_the_map_are_told_all_at_once(tmp_path: Path, klein_register: Maker) -> None:
    story = read_story(write(tmp_path, "- weergave: agnda\n- weergave: agenda\n  element: actie-11\n"))
    store = open_dataset(klein_register()).store
    with pytest.raises(InputFaults) as caught:
        render_map(store, shipped_questions(), "test", MapOptions(story=story))
    said = str(caught.value)
    assert "regel 1, kolom weergave: 'agnda' staat niet op de kaart. Bedoelt u agenda?" in said
    assert "regel 2, kolom element: 'actie-11'" in said

"""The file: the same bytes each time, small, with a policy that fits its scripts, and pyvis as builder only."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from beleidsspoor.graph.dataset import Dataset, open_dataset
from beleidsspoor.graph.questions import Question, shipped_questions
from beleidsspoor.graph.show.kaart.model import read_model
from beleidsspoor.graph.show.kaart.network import build_network
from beleidsspoor.graph.show.kaart.page import MapOptions, render_map, template_text
from beleidsspoor.graph.store import GraphStore

Maker = Callable[..., Path]


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return open_dataset()


@pytest.fixture(scope="module")
def page(dataset: Dataset) -> bytes:
    return render_map(dataset.store, shipped_questions(), dataset.register.version)


def test_two_builds_give_the_same_bytes(page: bytes) -> None:
    fresh = open_dataset()
    assert render_map(fresh.store, shipped_questions(), fresh.register.version) == page


def test_the_file_is_light(page: bytes) -> None:
    assert len(page) < 3_000_000


def test_the_policy_holds_the_hash_of_every_script(page: bytes) -> None:
    text = page.decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert policy is not None
    assert len(scripts) == 2
    allowed = policy[1].replace("&#39;", "'")
    assert allowed.startswith("default-src 'none'")
    for script in scripts:
        assert f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" in allowed
    assert "unsafe-inline" not in allowed.split("style-src")[0]


def test_vis_keeps_its_licence(page: bytes) -> None:
    assert b"vis.js may be distributed under either license." in page


def test_every_element_is_in_the_data_and_in_the_text(page: bytes, dataset: Dataset) -> None:
    text = page.decode()
    data = json.loads(re.search(r'<script type="application/json" id="gegevens">(.*?)</script>', text, re.DOTALL)[1])  # type: ignore[index]
    model = read_model(dataset.store)
    assert [thing["id"] for thing in data["dingen"]] == [model.key(iri) for iri in model.elements]
    without = text.split('class="zonderscript"')[1].split("<aside")[0]
    assert without.count("<li>") >= len(model.elements)


def test_pyvis_keeps_every_node_and_link(dataset: Dataset) -> None:
    model = read_model(dataset.store)
    network = build_network(model)
    assert len(network["nodes"]) == len(model.elements)
    assert len(network["edges"]) == len(model.links)
    assert network["options"]["physics"] == {"enabled": False}


def test_a_new_question_gets_its_sign_without_code(klein_register: Maker) -> None:
    """A twentieth question is one file: the map shows its gaps under its own title."""
    question = Question(
        "acties-zonder-jaar", "Acties zonder jaar", "Wanneer gebeurt het?", "dekking", ("Actie",), (), None,
        "SELECT ?element ?gedekt WHERE { ?element a bs:Actie BIND(EXISTS { ?element bs:jaar ?j } AS ?gedekt) }",
    )  # fmt: skip
    store = open_dataset(klein_register()).store
    text = render_map(store, {question.name: question}, "test").decode()
    data = json.loads(re.search(r'id="gegevens">(.*?)</script>', text, re.DOTALL)[1])  # type: ignore[index]
    assert data["vragen"]["acties-zonder-jaar"]["woord"] == "Acties zonder jaar"
    gaps = [thing["id"] for thing in data["dingen"] if ["acties-zonder-jaar", "gat", "dorp"] in thing.get("v", [])]
    assert gaps == ["dorp:actie-2"]


def test_an_empty_graph_gives_a_page() -> None:
    assert b"<title>Beleidskaart</title>" in render_map(GraphStore(b""), shipped_questions(), "test")


def test_one_municipality_alone_leaves_the_others_out(dataset: Dataset) -> None:
    text = render_map(dataset.store, shipped_questions(), "test", MapOptions(("hellendoorn",))).decode()
    assert "<title>Beleidskaart Hellendoorn</title>" in text
    assert "Borgen van bestaanszekerheid" not in text


@pytest.mark.parametrize("name", ["kaart.html", "boom.html", "uitdelen.html"])
def test_templates_load_nothing_from_elsewhere(name: str) -> None:
    assert not re.search(r"https?://|//cdn|@import|url\(", template_text(name))

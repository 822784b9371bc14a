"""The dossiers of the shipped register: what they count is what the questions count, and every claim has its place."""

from __future__ import annotations

import datetime
import re

import pytest

from beleidsspoor.graph.dataset import Dataset, open_dataset
from beleidsspoor.graph.dossier.making import make_dossier
from beleidsspoor.graph.dossier.material import Material
from beleidsspoor.graph.dossier.measures import measuring
from beleidsspoor.graph.dossier.model import AnswerPlace, Bullets, Chart, DataTable, Dossier, Paragraph, Section
from beleidsspoor.graph.scope import make_scope

DAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return open_dataset()


@pytest.fixture(scope="module", params=["twenterand", "hellendoorn"])
def dossier(request: pytest.FixtureRequest, dataset: Dataset) -> Dossier:
    return make_dossier(dataset, request.param, today=DAY)


def test_it_counts_what_the_overview_counts(dataset: Dataset) -> None:
    material = Material.read(dataset, make_scope(dataset.store, ["twenterand"]), DAY)
    for top in (element for element in material.own if element.soort in ("Thema", "Doelenboom")):
        assert len(measuring(material, top)) == material.value("themaoverzicht", top, "indicatoren")
        assert len(material.below(top.iri, "Actie")) == material.value("themaoverzicht", top, "acties")
        counts = {one.question.name: one.tellingen for one in material.counts_in(top)}
        for name, states in counts.items():
            assert states["gat"] == len(material.rows(name, "gat", top)), (top.id, name)


def test_there_are_ten_questions_at_most_each_with_a_place_to_answer(dossier: Dossier) -> None:
    questions = [block for block in dossier.blocks if isinstance(block, Section) and block.anchor.startswith("vraag-")]
    assert 1 <= len(questions) <= 10
    answers = [(block.name, block.question) for block in dossier.blocks if isinstance(block, AnswerPlace)]
    assert [answer for answer in answers if answer[1]] == [
        (f"Vraag {number}", question.text) for number, question in enumerate(questions, start=1)
    ]


def test_every_claim_about_an_element_has_its_place(dossier: Dossier) -> None:
    blocks = dossier.blocks
    for at, block in enumerate(blocks):
        if isinstance(block, Section) and block.level == 3:
            told = blocks[at + 1]
            assert isinstance(told, Paragraph)
            assert told.place
        if isinstance(block, Chart):
            assert block.place
            assert block.alt
        if isinstance(block, DataTable) and block.heads[-1] == "Waar het staat":
            assert all(row[-1] for row in block.rows), block.caption


def test_it_reads_as_written_by_a_person(dossier: Dossier) -> None:
    for block in (*dossier.blocks, *dossier.annex):
        told = (block,) if isinstance(block, Paragraph) else block.items if isinstance(block, Bullets) else ()
        for text in (one.text for one in told):
            assert not re.search(r"\bNone\b|\{|\}|  |\.\.|\s[.,;:]|\b(nul|0) (actie|doel|indicator)", text), text
            assert not re.search(r"\béén (acties|doelen|indicatoren|opgaven|programma’s)\b", text, re.IGNORECASE), text
            assert not re.search(r"\b(twee|drie|vier|vijf|zes|tien) (actie|doel|indicator|opgave)\b", text), text
            assert not re.search(r"^É|(?<=[.!?] )É", text), text


def test_its_facts_say_what_it_was_made_of(dossier: Dossier, dataset: Dataset) -> None:
    facts = dict(dossier.facts)
    assert facts["Gemaakt op"] == "22-11-2026"
    assert facts["Versie van het register"] == dataset.register.version
    assert list(facts) == [
        "Gemeente",
        "Thema’s",
        "Gemaakt op",
        "Manier van tellen",
        "Versie van het register",
        "Bronnen",
    ]


def test_two_runs_are_the_same(dossier: Dossier, dataset: Dataset) -> None:
    assert make_dossier(dataset, dossier.facts[0][1], today=DAY) == dossier

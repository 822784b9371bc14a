"""The sentences of the dossier are plain Dutch (B1 on average), by the formula of Flesch-Douma."""

from __future__ import annotations

import datetime
import doctest
from pathlib import Path

import pytest
from question_register import write_question_register

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.dossier.making import make_dossier
from beleidsspoor.graph.dossier.model import Dossier, Paragraph
from benchmarks import reading_level
from benchmarks.reading_level import B1, all_sentences, level, own_sentences, syllables

DAY = datetime.date(2026, 3, 1)
STIFF = (
    "De gemeentelijke beleidsdoelstellingen worden middels integrale uitvoeringsprogramma’s gerealiseerd, waarbij de "
    "verantwoordelijkheidsverdeling tussen samenwerkingspartners contractueel wordt geborgd en periodiek geëvalueerd."
)


@pytest.mark.parametrize("gemeente", ["twenterand", "hellendoorn"])
def test_our_sentences_on_the_shipped_register_are_b1(gemeente: str) -> None:
    dataset = open_dataset()
    dossier = make_dossier(dataset, gemeente, today=DAY)
    own = list(own_sentences(dossier, dataset))
    assert len(own) > 100
    assert level(own).score >= B1
    # Half of the words are names that documents print; with them in it, the text is still within reach.
    assert level(all_sentences(dossier)).score >= B1 - 5


def test_our_sentences_on_another_register_are_b1(tmp_path: Path) -> None:
    dataset = open_dataset(write_question_register(tmp_path))
    assert level(own_sentences(make_dossier(dataset, "dorp", today=DAY), dataset)).score >= B1


def test_stiff_language_does_not_reach_b1(tmp_path: Path) -> None:
    dataset = open_dataset(write_question_register(tmp_path))
    dossier = Dossier("", "", (), (Paragraph(STIFF),))
    assert list(own_sentences(dossier, dataset)) == [STIFF]
    assert level([STIFF]).score < 0 < B1


def test_names_of_the_register_are_not_our_sentences(tmp_path: Path) -> None:
    dataset = open_dataset(write_question_register(tmp_path))
    dossier = Dossier("", "", (), (Paragraph("Dit heet “Bewegen voor iedereen”. Wie trekt Lessen geven? 1.2 telt."),))
    assert list(own_sentences(dossier, dataset)) == ["Dit heet dit.", "Wie trekt dit?"]


def test_the_formula() -> None:
    measured = level(["De kat zit op de mat."])
    assert (measured.sentences, measured.words, measured.syllables) == (1, 6, 6)
    assert measured.score == pytest.approx(206.84 - 0.93 * 6 - 77)
    with pytest.raises(ValueError, match="no sentence"):
        level(["…"])


@pytest.mark.parametrize(
    ("word", "number"),
    [("doel", 1), ("opgave", 3), ("indicator", 4), ("gemeente", 3), ("coördinatie", 5), ("één", 1), ("thema’s", 2),
     ("ruim", 1), ("nieuwe", 2), ("mooie", 2), ("idee", 2), ("radio", 3)],
)  # fmt: skip
def test_syllables(word: str, number: int) -> None:
    assert syllables(word) == number


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(reading_level).failed == 0

"""Whatever stands in a text: findings with lines that exist, never an exception, and time that grows with the text."""

from __future__ import annotations

import csv
import time
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.recognise.as_json import as_object, to_json
from beleidsspoor.graph.recognise.model import CERTAINTIES, KINDS, Recognition
from beleidsspoor.graph.recognise.recognising import recognise

LINES = st.one_of(
    st.sampled_from(
        [
            "Wat willen we bereiken?",
            "Wat gaan we daarvoor doen?",
            "Doel: iedereen doet mee",
            "Hoofddoel 2. Gezond",
            "Subdoelstelling 4.3.1: werk",
            "Doel 1",
            "Bij doel 1",
            "1.1 Een resultaat",
            "2 Hoofdstuk",
            "Activiteiten",
            "- We doen iets.",
            "  - nog iets",
            "• punt",
            "a) eerste",
            "De volgende principes:",
            "vier thema's: 'A', 'B'",
            "Indicator\tBegroot 2025\t2023\tBron",
            "Aantal\t1.144\t-\tCBS",
            "Lasten\t1\t2\t",
            "Inwoners",
            "Omschrijving",
            "Fase 1 - Bouwen",
            "Koers 1. Dorpen",
            "Koers 2. Steden",
            "D1.1 Doel",
            "I1.1 Actie",
            "",
            "",
            "Stichting De Kern",
            "Gezond en Actief Leven Akkoord (GALA)",
            "Normaliseren. Dat is een woord.",
            "Wat zien we?",
        ]
    ),
    st.text(max_size=120),
)


#: The words by which recognition knows anything, from the examples in its own table, and what is printed before them.
_EXAMPLES = [row[3] for row in csv.reader((files("beleidsspoor.ontology") / "signalen.csv").open(encoding="utf-8"))][1:]
_WORDS = sorted({word for example in _EXAMPLES for word in example.split()})
_FIGURES = [
    "1",
    "2.",
    "1.1",
    "1.2",
    "1.1.1 -",
    "P3 1.",
    "A.1",
    "a)",
    "2024",
    "2025",
    "-",
    "12,3",
    "1.144",
    "%",
    "|",
    "\t",
    "•",
]
TELLING_LINES = st.one_of(
    st.sampled_from(_EXAMPLES),
    st.just(""),
    st.lists(st.sampled_from([row for row in _EXAMPLES if len(row) < 20]), min_size=2, max_size=5).map(" ".join),
    st.lists(st.one_of(st.sampled_from(_WORDS), st.sampled_from(_FIGURES)), max_size=9).map(" ".join),
)


def recognised(folder: Path, text: str) -> tuple[Recognition, int]:
    path = folder / "stuk.txt"
    path.write_text(text, encoding="utf-8", errors="replace")
    document = read_document(path)
    return recognise(document), len(document.lines)


@given(st.one_of(st.lists(LINES, min_size=1, max_size=40), st.lists(TELLING_LINES, min_size=3, max_size=40)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gives_findings_that_hold_together(tmp_path: Path, lines: list[str]) -> None:
    text = "\n".join(lines).replace("\x00", "")
    if not text.strip():
        return
    result, count = recognised(tmp_path, text)
    names = {finding.name for finding in result.findings}
    for finding in result.findings:
        assert finding.kind in KINDS and finding.certainty in CERTAINTIES and finding.rule
        assert 1 <= finding.first <= finding.last <= count
        assert finding.parent is None or finding.parent in names or finding.kind == "kernelement"
    assert all(1 <= mention.line <= count for mention in result.mentions)
    assert all(1 <= signal.line <= count for signal in result.signals)
    assert to_json([as_object("stuk.txt", result)]).endswith(b"\n")


@pytest.mark.parametrize(
    "piece",
    [
        "Doel {n}: Inwoners doen mee\n\n",
        "- punt {n} van een lijst\n",
        "Wij gaan een plan maken, en dan ",
        "een-een-",
        "('‘“ ",
        "Stichting Aa en Bb van de Cc ",
        "vier thema's, namelijk: 'a bcd', ",
        "1.2.3.4 ",
        "Aantal\t1\t2\n",
        "abc def\n\n",
    ],
)
def test_twice_the_text_does_not_take_much_more_than_twice_the_time(tmp_path: Path, piece: str) -> None:
    def seconds(times: int) -> float:
        path = tmp_path / f"{times}.txt"
        path.write_text("Onze principes:\n" + "".join(piece.format(n=n) for n in range(times)), encoding="utf-8")
        document = read_document(path)
        begin = time.process_time()
        recognise(document)
        return time.process_time() - begin

    seconds(50)  # patterns are compiled and the table of cues is read once
    assert seconds(4000) < 6 * seconds(2000) + 0.5

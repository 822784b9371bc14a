"""The table of cues: every row shows by its example that it works."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.recognise.cues import FORMS, Cue, CueTable, load_cues, read_cues

ROWS = list(csv.DictReader((files("beleidsspoor.ontology") / "signalen.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['soort']}-{row['vorm']}-{row['woord']}")
def test_the_example_of_a_row_is_recognised_by_that_row_alone(row: dict[str, str]) -> None:
    assert row["vorm"] in FORMS
    table = CueTable([Cue(row["soort"], row["vorm"], row["woord"])])
    example = row["voorbeeld"]
    matched = {
        "kop": table.heading, "actor": table.heading, "vraag": table.heading, "label": table.labelled, "titel": table.title,
        "aanloop": table.lead_in, "kolom": table.column, "rij": table.row, "onderwerp": table.topic, "vorm": table.shape,
        "code": table.coded, "bron": table.quotes_others, "stuk": table.kinds_of_document,
        "waarde": lambda text: table.is_value(row["soort"], text),
        "reeks": lambda text: table.is_no_series(text.split()[0]),
    }.get(row["vorm"])  # fmt: skip
    if matched is None:  # names have their own test
        assert row["vorm"] in ("naam", "woorddeel", "plaatsdeel", "citaat")
        return
    begins = row["vorm"] == "kolom" and table.begins_column(example, frozenset([row["soort"]]))
    assert begins or matched(example), f"{row['woord']!r} past niet op {example!r}"


def test_run_together_words_are_found() -> None:
    cue = load_cues().heading("Watgaan we daarvoor doen ?")
    assert cue is not None and cue.kind == "actie"


@pytest.mark.parametrize(
    ("line", "kind", "number", "text"),
    [
        ("Hoofddoel 2. Inwoners leven gezonder", "doel", "2", "Inwoners leven gezonder"),
        ("Subdoelstelling 4.3.1: Meer mensen werken", "subdoel", "4.3.1", "Meer mensen werken"),
        ("Doelstelling 1 – Ouders staan er niet alleen voor", "doel", "1", "Ouders staan er niet alleen voor"),
        ("Fase 2 (2025-2026): uitvoeren", "fase", "2", "uitvoeren"),
        ("Programmalijn 1 | Stevige basis", "thema", "1", "Stevige basis"),
    ],
)
def test_labels(line: str, kind: str, number: str, text: str) -> None:
    item = load_cues().labelled(line)
    assert item is not None and (item.cue.kind, item.number, item.text) == (kind, number, text)


@pytest.mark.parametrize(
    "line", ["Doel van de wet is dat mensen meedoen.", "Doelen zijn belangrijk", "Thema's zijn er genoeg"]
)
def test_a_sentence_is_no_label(line: str) -> None:
    assert load_cues().labelled(line) is None


def test_the_counted_word_leads() -> None:
    cue = load_cues().lead_in("Er zijn vier integrale thema's gekozen, als basis voor onze opgaven:")
    assert cue is not None and cue.kind == "thema"


def test_a_word_that_an_advisor_adds_is_used() -> None:
    table = read_cues("soort,vorm,woord,voorbeeld\nactie,kop,onze klussen,Onze klussen\n")
    cue = table.heading("Onze klussen 2026")
    assert cue is not None and cue.kind == "actie"


def test_all_faults_of_the_table_are_told_at_once() -> None:
    with pytest.raises(InputFaults) as raised:
        read_cues(
            "soort,vorm,woord,voorbeeld\nactie,kopje,acties,Acties\n,kop,acties,Acties\nactie,kop\nactie,kop,[acties|taken],Taken\n"
        )
    places = [(fault.line, fault.column) for fault in raised.value.faults]
    assert places == [(2, "vorm"), (3, None), (4, None), (5, "woord")]


def test_a_sign_alone_is_no_heading() -> None:
    assert load_cues().heading("%") is None


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Wat deden we in 2019 om de maatschappelijke doelen te bereiken?", "actie"),
        ("Wat hebben we dit jaar bereikt?", "doel"),
        ("Wat zijn de belangrijkste ontwikkelingen voor het thema Jeugd?", "uitleg"),
        ("Wat zijn de indicatoren bij de beleidsdoelen?", "indicator"),
        ("Wat heeft dit programma de gemeente gekost?", "budget"),
    ],
)
def test_a_question_that_nobody_wrote_so_before_is_known_by_its_words(question: str, kind: str) -> None:
    cue = load_cues().heading(question)
    assert cue is not None and cue.kind == kind


@pytest.mark.parametrize("line", ["Bereiken we iedereen?", "Wat een mooi dorp!", "Wie woont er in de wijk?"])
def test_other_questions_announce_nothing(line: str) -> None:
    assert load_cues().heading(line) is None

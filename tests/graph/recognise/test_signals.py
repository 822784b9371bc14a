"""What a careful reader would ask about."""

from __future__ import annotations

from pathlib import Path

from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.recognise.recognising import recognise


def signals(folder: Path, text: str) -> list[tuple[str, str]]:
    path = folder / "stuk.txt"
    path.write_text(text, encoding="utf-8")
    return [(signal.kind, signal.text) for signal in recognise(read_document(path)).signals]


def test_a_gap_in_the_numbering(tmp_path: Path) -> None:
    text = "1 Inleiding\n\nTekst.\n\n2 Onze doelen\n\nDoel 2.1: Meer banen\n\nDoel 2.3: Meer hulp\n\n4 Slot\n\nTekst.\n"
    told = [text for kind, text in signals(tmp_path, text) if kind == "nummering"]
    assert any("2.2" in text for text in told)


def test_several_numbers_that_are_missing_are_told_in_the_plural(tmp_path: Path) -> None:
    text = "1 Onze doelen\n\nDoel 1.1: Meer banen\n\nDoel 1.4: Meer hulp\n\nDoel 1.6: Meer sport\n"
    told = [text for kind, text in signals(tmp_path, text) if kind == "nummering"]
    assert told == ["Tussen 1.1 en 1.4 ontbreken 1.2, 1.3.", "Tussen 1.4 en 1.6 ontbreekt 1.5."]


def test_a_total_that_is_not_the_sum(tmp_path: Path) -> None:
    rows = "\t2025\t2026\nLasten\t\t\nJeugd\t100\t100\nZorg\t200\t200\nTotaal lasten\t400\t300\n"
    text = f"Wat mag het kosten?\n\n{rows}"
    assert ("tegenspraak", "‘Totaal lasten’ is voor 2025 400, maar de rijen erboven tellen op tot 300.") in signals(
        tmp_path, text
    )


def test_two_values_for_one_figure(tmp_path: Path) -> None:
    table = "Indicator\t2023\t2024\nAantal vrijwilligers\t{}\t20\nAantal banen\t1\t2\n\n"
    text = "Beleidsindicatoren\n\n" + table.format(10) + "Tekst die ertussen staat.\n\n" + table.format(12)
    assert any(kind == "tegenspraak" and "Aantal vrijwilligers" in told for kind, told in signals(tmp_path, text))


def test_a_doubled_sentence_names_the_first_place(tmp_path: Path) -> None:
    sentence = "Wij willen dat alle inwoners van het dorp kunnen meedoen aan de samenleving."
    told = signals(tmp_path, f"{sentence}\n\nIets anders staat hier tussen de twee zinnen in.\n\n{sentence}\n")
    assert any(kind == "dubbele zin" and "regel 1" in text for kind, text in told)


def test_goals_without_figures_and_actions_without_a_doer(tmp_path: Path) -> None:
    text = "Doel 1: Inwoners doen mee\n\nActiviteiten\n- Meedoenpas invoeren\n- De gemeente opent een loket.\n"
    told = signals(tmp_path, text)
    assert ("niet gemeten", "Het document noemt 1 doelen en geen enkele meting.") in told
    assert [text for kind, text in told if kind == "geen uitvoerder"] == [
        "De actie ‘Meedoenpas invoeren’ zegt niet wie haar doet."
    ]


def test_two_spellings_of_one_body(tmp_path: Path) -> None:
    text = "De Stichting Zorgsaam Dorp helpt.\n\nActiviteiten\n- Stichting Zorgsaam Dorp (SZD) opent een loket.\n"
    assert [kind for kind, _ in signals(tmp_path, text) if kind == "schrijfwijze"] == []

"""Tables of contents in a plain text, known by their page numbers."""

from __future__ import annotations

from beleidsspoor.graph.documents.contents_lines import find_contents


def test_page_numbers_behind_a_word() -> None:
    lines = ["1. Inleiding pagina 3", "", "2. Thema 1 Meedoen pagina 5", "Bijlage 1 Planning pagina 12", "", "Tekst."]
    assert find_contents(lines) == {
        1: "1. Inleiding\t3",
        3: "2. Thema 1 Meedoen\t5",
        4: "Bijlage 1 Planning\t12",
    }


def test_bare_numbers_only_below_a_heading_inhoud() -> None:
    lines = ["1 Inleiding 3", "2 Meedoen 5", "3 Geld 12"]
    assert not find_contents(lines)
    assert set(find_contents(["Inhoudsopgave", *lines])) == {2, 3, 4}


def test_numbers_that_go_down_are_figures() -> None:
    assert not find_contents(["Inhoud", "Meedoen 41", "Wonen 12", "Zorg 30"])

"""What all forms share: which form is written, numbers of headings, and texts made harmless."""

from __future__ import annotations

import pytest
from dossier_case import dossier

from beleidsspoor.graph.dossier.model import Block, Dossier, Paragraph, Section
from beleidsspoor.graph.show.dossier.numbering import Heading, contents_of, with_numbers
from beleidsspoor.graph.show.dossier.writing import SUFFIXES, kinds_of_reaction, write_dossier

START = {".docx": b"PK", ".html": b"<!doctype html>", ".pdf": b"%PDF"}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_suffix_gives_its_form(suffix: str) -> None:
    assert write_dossier(dossier(charts=("lijn",)), suffix).startswith(START[suffix])


def test_another_suffix_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\.odt"):
        write_dossier(dossier(), ".odt")


def test_the_kinds_of_reaction_come_from_the_list() -> None:
    assert set(kinds_of_reaction()) >= {"vraag", "advies", "zorg", "steun", "hier ontbreekt iets"}


def test_control_signs_never_reach_a_form() -> None:
    text = write_dossier(Dossier("t", "", (), (Paragraph("om\u202ekeer\x1b[31m"),)), ".html").decode()
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert "om�keer�[31m" in text


def headings(*levels: int, letters: bool = False) -> list[tuple[int, str]]:
    blocks: list[Block] = [Section(level, "kop", f"a {place}") for place, level in enumerate(levels)]
    return [(b.level, b.number) for b in with_numbers(blocks, letters=letters) if isinstance(b, Heading)]


def test_numbers_follow_the_levels() -> None:
    assert headings(1, 2, 3, 3, 2, 1, 2) == [
        (1, "1"), (2, "1.1"), (3, "1.1.1"), (3, "1.1.2"), (2, "1.2"), (1, "2"), (2, "2.1"),
    ]  # fmt: skip


def test_a_level_is_never_left_out() -> None:
    assert headings(3, 5, 5, 1, 3) == [(1, "1"), (2, "1.1"), (3, "1.1.1"), (1, "2"), (2, "2.1")]


def test_the_annex_has_letters() -> None:
    assert headings(1, 2, 1, letters=True) == [(1, "A"), (2, "A.1"), (1, "B")]
    assert headings(*[1] * 28, letters=True)[25:] == [(1, "Z"), (1, "AA"), (1, "AB")]


@pytest.mark.parametrize(("sections", "shown", "apart"), [(5, 6, False), (30, 31, True), (60, 1, False)])
def test_the_table_of_contents_fits_on_a_page(sections: int, shown: int, apart: bool) -> None:
    """It stands below the title, on a page of its own, or names the chapters alone."""
    chapter = Heading(1, "1", "x", "x")
    contents = contents_of([chapter, *[Heading(2, "1.1", "x", "x")] * sections, Heading(3, "1.1.1", "x", "x")])
    assert (len(contents.headings), contents.apart) == (shown, apart)
    assert chapter in contents.headings

"""Fingerprints see words only, and find a passage wherever its lines went."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from beleidsspoor.graph.fingerprints import SearchText, fingerprint

TEXT = "Inleiding\n\nEen goede start\nvoor elk kind.\n\nWat gaan we doen?\nEen goede start is nodig."

words = st.lists(st.text("abcdeé", min_size=1, max_size=4), min_size=1, max_size=30)
breaks = st.sampled_from([" ", "\n", "  ", "\n\n", ", ", ".\n", "\t", " – ", "\r\n"])


def joined(parts: list[str], between: list[str]) -> str:
    """The words with the given signs between them, taken in turn."""
    signs = between or [" "]
    return "".join(word + signs[index % len(signs)] for index, word in enumerate(parts))


@pytest.mark.parametrize(
    "text", ["", "Eén woord", "de  Wmo-2015,\n(§ 3)", "e\u0301e\u0301n", "STRASSE straße İ ŉ", "1_000 ½ ²"]
)
def test_the_definition_of_a_fingerprint(text: str) -> None:
    found = re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())
    digest = hashlib.blake2b(" ".join(found).encode(), digest_size=8).hexdigest()

    assert fingerprint(text) == f"w{len(found)}-{digest}"


def test_capitals_punctuation_and_composed_letters_do_not_count() -> None:
    assert fingerprint("Één  goede\nSTART!") == fingerprint("e\u0301e\u0301n goede start")
    assert fingerprint("een goede start") != fingerprint("een start goede")


@given(words, st.lists(breaks, max_size=5), st.lists(breaks, max_size=5))
def test_line_breaks_do_not_count(parts: list[str], one: list[str], other: list[str]) -> None:
    assert fingerprint(joined(parts, one)) == fingerprint(joined(parts, other))


@given(st.text(max_size=60), st.text(max_size=60))
def test_lines_can_be_taken_one_by_one(first: str, second: str) -> None:
    """A line break parts words and letters, so a text of lines has the words of its lines."""
    lines = SearchText(f"{first}\n{second}")
    whole = fingerprint(f"{first}\n{second}")

    assert (lines.find(whole, 1, 99) is None) == whole.startswith("w0-")


def test_a_passage_on_its_lines() -> None:
    found = SearchText(TEXT).find(fingerprint("een goede start voor elk kind"), 3, 4)

    assert found is not None
    assert (found.first, found.last, found.text) == (3, 4, "Een goede start\nvoor elk kind.")


def test_the_words_of_lines_that_a_person_names() -> None:
    text = SearchText(TEXT)
    passage = text.lines(3, 4)

    assert passage == text.find(fingerprint("een goede start voor elk kind"), 3, 4)
    assert text.lines(2, 2) is None
    assert text.lines(900, 901) is None


@pytest.mark.parametrize(("text", "count"), [("een", 1), ("een\n", 1), ("een\n\ntwee", 3)])
def test_how_many_lines_there_are(text: str, count: int) -> None:
    assert SearchText(text).line_count == count


def test_blank_lines_around_a_passage_belong_to_its_lines() -> None:
    found = SearchText(TEXT).find(fingerprint("een goede start voor elk kind"), 2, 5)

    assert found is not None
    assert (found.first, found.last) == (3, 4)


def test_a_passage_that_moved_and_was_wrapped_anew() -> None:
    moved = SearchText("Nieuw voorwoord.\n\n" + TEXT.replace("start\nvoor elk kind", "start voor\nelk\nkind"))

    found = moved.find(fingerprint("een goede start voor elk kind"), 3, 4)

    assert found is not None
    assert (found.first, found.last) == (5, 7)


def test_a_passage_within_a_line() -> None:
    found = SearchText('Hij zei: "een goede start" en ging.').find(fingerprint("een goede start"), 1, 1)

    assert found is not None
    assert found.text == '"een goede start"'


@pytest.mark.parametrize(("near", "line"), [(1, 2), (4, 2), (6, 8), (40, 8)])
def test_of_several_hits_the_nearest_counts(near: int, line: int) -> None:
    text = SearchText("\nzelfde woorden\n\n\n\n\n\nzelfde woorden\n")

    found = text.find(fingerprint("Zelfde woorden"), near, near)

    assert found is not None
    assert found.first == line


@pytest.mark.parametrize(
    "wanted",
    [fingerprint("is er niet"), fingerprint(""), fingerprint("een " * 50), "w3", "", "w3-x", "w999999999-" + "0" * 16],
)
def test_what_is_not_there_is_not_found(wanted: str) -> None:
    assert SearchText(TEXT).find(wanted, 1, 3) is None
    assert SearchText("").find(wanted, 1, 3) is None


@given(words, words, words, st.lists(breaks, min_size=1, max_size=5), st.integers(1, 40))
def test_a_passage_is_found_whatever_stands_around_it(
    before: list[str], passage: list[str], after: list[str], between: list[str], line: int
) -> None:
    text = joined([*before, *passage, *after], between)

    found = SearchText(text).find(fingerprint(" ".join(passage)), line, line)

    assert found is not None
    assert fingerprint(found.text) == fingerprint(" ".join(passage))
    lines = unicodedata.normalize("NFC", text).split("\n")[found.first - 1 : found.last]
    assert found.text in "\n".join(lines)


@given(words, words, st.lists(breaks, min_size=1, max_size=5))
def test_a_changed_word_is_never_found(passage: list[str], around: list[str], between: list[str]) -> None:
    changed = [*passage[:-1], passage[-1] + "x"]
    text = SearchText(joined([*around, *changed, *around], between))

    found = text.find(fingerprint(" ".join(passage)), 1, 1)

    # The same words may stand around it by chance; then it is those that are found.
    assert found is None or fingerprint(found.text) == fingerprint(" ".join(passage))


@given(st.text(min_size=1, max_size=80))
def test_any_text_finds_itself_after_letters_that_fold_to_more(text: str) -> None:
    wanted = fingerprint(text)
    assume(not wanted.startswith("w0-"))

    found = SearchText(f"Straße İstanbul\n{text}").find(wanted, 2, 2)

    assert found is not None


@pytest.mark.bronnen
def test_real_passages_are_found_in_a_document_that_is_wrapped_anew(bronnen: Path) -> None:
    for path in sorted(bronnen.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        lines, wrapped = text.split("\n"), SearchText(text.replace(" ", "\n\n"))
        for first in range(1, len(lines), 40):
            wanted = fingerprint("\n".join(lines[first - 1 : first + 3]))
            found = wrapped.find(wanted, first, first + 3)
            assert wanted.startswith("w0-") if found is None else fingerprint(found.text) == wanted

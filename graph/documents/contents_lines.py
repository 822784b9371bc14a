"""Lines of a table of contents that show it by their page numbers alone: '3. Meedoen pagina 7'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_HEADING = re.compile(r"^(?:inhoud|inhoudsopgave|inhoudsoverzicht|inhoud van dit \w+)[ :.]*$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^\S.*?(?P<gap>\s+(?:(?P<word>pagina|pag\.?|bladzijde|blz\.?)\s+)?)(?P<page>\d{1,3})$", re.IGNORECASE
)
#: So many lines with a page number that does not go down are a table of contents.
_LINES = 3


def find_contents(lines: Sequence[str]) -> dict[int, str]:
    """The lines (by number, from 1) of tables of contents, each with a tab between the title and its page.

    Below a heading 'Inhoud' the number alone is enough, elsewhere it stands behind 'pagina' or 'blz.'.
    """
    found: dict[int, str] = {}
    for headed, run in _runs(lines):
        pages = [int(match["page"]) for _, match in run]
        worded = all(match["word"] for _, match in run)
        if len(run) >= _LINES and pages == sorted(pages) and pages[0] < pages[-1] and (headed or worded):
            found.update((number, f"{match.string[: match.start('gap')]}\t{match['page']}") for number, match in run)
    return found


def _runs(lines: Sequence[str]) -> Iterator[tuple[bool, list[tuple[int, re.Match[str]]]]]:
    """Lines that end in a number, with nothing but white space between, and whether 'Inhoud' stands above them."""
    run: list[tuple[int, re.Match[str]]] = []
    headed = above = False
    for number, line in enumerate([*lines, "."], start=1):
        text = line.strip()
        if not text:
            continue
        match = _NUMBERED.match(text)
        if match is not None:
            headed = headed if run else above
            run.append((number, match))
            continue
        if run:
            yield headed, run
        run, above = [], _HEADING.match(text) is not None

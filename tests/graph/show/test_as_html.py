"""One page that shows everything, needs nothing, and that no label can break out of."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from sample_reports import sample_report, sample_row, texts

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.places import places
from beleidsspoor.graph.questions import ask, shipped_questions
from beleidsspoor.graph.show.as_html import to_html
from beleidsspoor.graph.show.report import Report, overview_report
from beleidsspoor.graph.show.tables import Evidence
from beleidsspoor.graph.words import visible

_EMPTY = {"meta", "input", "rect", "br", "link"}


class Page(HTMLParser):
    """What a page holds: its tags, the names of attributes, the ids and links, the text of the name cells."""

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.names: list[str] = []
        self.open: list[str] = []
        self.in_name = False
        self.feed(content.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.attributes |= set(found)
        if found.get("id"):
            self.ids.append(found["id"] or "")
        if tag == "a":
            self.links.append(found["href"] or "")
        self.in_name = tag == "th" and found.get("class") == "naam"
        if self.in_name:
            self.names.append("")
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.in_name = False

    def handle_data(self, data: str) -> None:
        if self.in_name:
            self.names[-1] += data


@pytest.fixture
def overview(klein_register: Callable[..., Path]) -> Report:
    store = open_dataset(klein_register()).store
    return overview_report([ask(store, question) for question in shipped_questions().values()], Evidence(places(store)))


@given(texts, texts)
@settings(max_examples=60, deadline=None)
def test_a_label_is_text_and_nothing_else(naam: str, werk: str) -> None:
    page = Page(to_html(sample_report(sample_row(naam=naam, werk=werk))))
    plain = Page(to_html(sample_report(sample_row(naam="x" if naam else "", werk="y" if werk else ""))))
    assert page.names == ([visible(naam)] if naam else [])
    assert page.attributes == plain.attributes
    assert not page.open
    assert [tag for tag in page.tags if tag in ("script", "img", "b")] == [tag for tag in plain.tags if tag == "b"]


def test_the_page_has_no_script_and_asks_for_nothing(overview: Report) -> None:
    content = to_html(overview)
    page = Page(content)
    assert not {"script", "img", "iframe", "object", "link", "form"} & set(page.tags)
    assert not {"src", "onclick", "onload", "style"} & page.attributes
    assert b"url(" not in content
    assert b"@import" not in content


def test_the_policy_allows_only_the_style_of_the_page(overview: Report) -> None:
    text = to_html(overview).decode()
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text


def test_every_table_is_named_and_every_head_says_what_it_is_the_head_of(overview: Report) -> None:
    text = to_html(overview).decode()
    assert '<html lang="nl">' in text
    assert text.count("<h1>") == 1
    assert text.count("<caption>") == text.count("<table ")
    assert all("scope=" in head for head in re.findall(r"<th [^>]*>", text))
    assert "<th>" not in text


def test_the_overview_links_to_a_section_with_rows_for_every_question(overview: Report) -> None:
    page = Page(to_html(overview))
    assert len(page.ids) == len(set(page.ids))
    assert all(link.removeprefix("#") in page.ids for link in page.links)
    assert {f"vraag-{question}" for question in shipped_questions()} <= set(page.ids)
    shown = [
        row[index]
        for table in overview.tables
        for index, column in enumerate(table.columns)
        if column.key == "naam"
        for row in table.rows
    ]
    assert page.names == shown


def test_the_page_tells_its_filter_register_and_sources() -> None:
    text = to_html(sample_report(sample_row())).decode()
    for wanted in ("alle gemeenten", "versie abc123", "Agenda van Dorp 2025", "01-02-2025", "Wie trekt elke actie?"):
        assert wanted in text


def test_the_counts_are_there_also_when_no_row_is() -> None:
    text = to_html(sample_report()).decode()
    assert "Er is niets dat bij dit filter past." in text
    assert "bewust open 0" in text


def test_many_places_are_folded_away_and_quotes_stand_with_their_place() -> None:
    report = sample_report(sample_row())
    table = report.tables[0]
    row = (*table.rows[0][:-1], tuple(f"Agenda 2025, regel {number}" for number in range(1, 6)))
    text = to_html(sample_report(row)).decode()
    assert "<summary>nog 2 plaatsen</summary>" in text


def test_the_same_report_gives_the_same_bytes(overview: Report) -> None:
    assert to_html(overview) == to_html(overview)

"""The page as a browser gets it: whole in itself, in order, and with nothing that a text could turn into markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from itertools import pairwise
from typing import Any

import pytest
from dossier_case import CHARTS, NASTY, answer, dossier
from lxml import html

from beleidsspoor.graph.dossier.model import Dossier, Paragraph
from beleidsspoor.graph.reacties.answer_form import JSON_FORM
from beleidsspoor.graph.show.dossier.writing import kinds_of_reaction, write_dossier


@pytest.fixture(scope="module")
def text() -> str:
    return write_dossier(dossier(), ".html").decode()


@pytest.fixture(scope="module")
def page(text: str) -> Any:
    return html.document_fromstring(text)


def test_the_same_dossier_gives_the_same_bytes(text: str) -> None:
    assert write_dossier(dossier(), ".html").decode() == text


def test_it_needs_nothing_else(page: Any, text: str) -> None:
    assert not page.xpath("//*[@src or self::link or self::iframe or self::object or self::img]")
    assert not re.search(r"@import|url\(|https?://(?!www\.w3\.org/2000/svg)", text)
    assert all(link.startswith("#") for link in page.xpath("//a/@href"))


def test_the_policy_lets_only_this_style_and_script_in(page: Any) -> None:
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none';")
    for kind, found in (("style", page.xpath("//style")), ("script", page.xpath("//script[not(@type)]"))):
        assert len(found) == 1
        digest = base64.b64encode(hashlib.sha256(found[0].text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert not page.xpath("//*[@style or @onclick or @onload]")


def test_it_is_dutch_with_a_title_and_headings_in_order(page: Any) -> None:
    assert page.get("lang") == "nl-NL"
    assert page.xpath("//head/title/text()") == ["Dossier gemeente Dorp"]
    levels = [int(found.tag[1]) for found in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(later - level <= 1 for level, later in pairwise(levels))


def test_the_contents_lead_to_the_headings(page: Any) -> None:
    links = [link[1:] for link in page.xpath("//nav//a/@href")]
    assert set(links) <= set(page.xpath("//main//@id"))
    first = page.xpath("//nav//a")[1]
    assert " ".join(first.text_content().split()) == "1.1 Wat de gemeente wil"


def test_ids_are_there_once(page: Any) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_tables_say_what_their_heads_are_for(page: Any) -> None:
    for table in page.iter("table"):
        assert set(table.xpath("./thead//th/@scope")) == {"col"}
        assert set(table.xpath("./tbody//th/@scope")) == {"row"}


def test_every_drawing_with_figures_has_them_as_a_table_too(page: Any) -> None:
    figures = page.xpath("//figure")
    assert len(figures) == len(CHARTS)
    assert [bool(figure.xpath(".//table")) for figure in figures] == [name != "leeg" for name in CHARTS]
    rows = [[" ".join(cell.itertext()) for cell in row] for row in figures[3].xpath(".//tbody/tr")]
    assert ["2019", "nvt", "–"] in rows
    assert ["2023", "12", "lager dan vorig jaar"] in rows


def test_each_place_to_answer_has_its_fields_by_name(page: Any) -> None:
    places = page.xpath("//details[contains(@class, 'reactie')]")
    assert [(p.get("data-element"), p.get("data-versie")) for p in places[:2]] == [
        ("dorp:opgave-1", answer(1).version),
        ("dorp:opgave-2", answer(2).version),
    ]
    for place in places:
        fields = place.xpath(".//select | .//textarea | .//input")
        assert len(fields) == 3
        assert [field.get("id") for field in fields] == place.xpath(".//label/@for")
    assert places[0].xpath(".//option/@value") == ["", *kinds_of_reaction()]


def test_the_page_knows_which_dossier_it_is(page: Any) -> None:
    told = json.loads(page.xpath("//script[@id='gegevens']/text()")[0])
    assert told["vorm"] == JSON_FORM
    assert told["dossier"]["titel"] == "Dossier gemeente Dorp"
    assert told["dossier"]["gegevens"]["Register"] == "versie 1a2b3c4d"
    changed = write_dossier(Dossier("Dossier gemeente Dorp", "", (), (answer(9),)), ".html").decode()
    assert told["sleutel"] not in changed


def test_texts_stay_text(page: Any, text: str) -> None:
    assert len(page.xpath("//script")) == 2
    assert not page.xpath("//img")
    said = page.xpath("//main//text()")
    for nasty in NASTY[:-1]:
        assert any(nasty in one for one in said), nasty
    assert "window.gehackt=1</script>" not in re.sub(r"&lt;/?", "", text).replace("window.gehackt=1/script", "")


def test_without_places_to_answer_it_has_no_form() -> None:
    page = html.document_fromstring(write_dossier(Dossier("t", "", (), (Paragraph("Hallo."),)), ".html").decode())
    assert not page.xpath("//select | //textarea | //button")


def test_where_it_was_read_stands_small_behind_the_sentence(page: Any) -> None:
    item = page.xpath("//main/ul/li")[0]
    assert item.xpath("./small[@class='plaats']/text()") == ["(Agenda van Dorp 2025, 1.1, regel 8)"]

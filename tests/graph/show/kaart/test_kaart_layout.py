"""Where cards stand: none over another, the same at each build, and nothing moves when an action is added."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_register import small_tables

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.questions import shipped_questions
from beleidsspoor.graph.show.kaart.facts import read_facts
from beleidsspoor.graph.show.kaart.layout import Block, Sheet, place_blocks
from beleidsspoor.graph.show.kaart.model import read_model
from beleidsspoor.graph.show.kaart.states import read_states
from beleidsspoor.graph.show.kaart.views import View, make_views
from beleidsspoor.graph.store import GraphStore

Maker = Callable[..., Path]


def views_of(store: GraphStore) -> tuple[View, ...]:
    model = read_model(store)
    return make_views(model, read_facts(store), read_states(store, shipped_questions(), model.spaces))


@pytest.fixture(scope="module")
def shipped() -> tuple[View, ...]:
    return views_of(open_dataset().store)


def overlaps(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Pairs of cards that lie over each other."""
    cards = sorted(sheet.cards, key=lambda card: card.y)
    for place, one in enumerate(cards):
        for other in cards[place + 1 :]:
            if other.y - other.height / 2 >= one.y + 60:
                break
            beside = abs(one.x - other.x) >= (one.width + other.width) / 2
            below = abs(one.y - other.y) >= (one.height + other.height) / 2
            if not beside and not below:
                yield one.iri, other.iri


def test_no_card_lies_over_another(shipped: tuple[View, ...]) -> None:
    found = [(view.id, sheet.key, pair) for view in shipped for sheet in view.sheets for pair in overlaps(sheet)]
    assert found == []


def test_an_element_stands_once_in_a_picture(shipped: tuple[View, ...]) -> None:
    for view in shipped:
        for sheet in view.sheets:
            assert len({card.iri for card in sheet.cards}) == len(sheet.cards)


def test_all_views_of_the_issue_are_there(shipped: tuple[View, ...]) -> None:
    ids = [view.id for view in shipped]
    assert ids == ["agenda", "ongemeten", "los", "wie", "programmas", "vergelijk", "din", "bomen", "draad"]
    assert all(view.sentence.endswith(".") and sheet.sentence for view in shipped for sheet in view.sheets)


def test_nothing_moves_when_an_action_is_added(klein_register: Maker) -> None:
    tables = small_tables()
    before = {(view.id, sheet.key, card.iri): (card.x, card.y)
              for view in views_of(open_dataset(klein_register(tables)).store) if view.id == "agenda"
              for sheet in view.sheets for card in sheet.cards}  # fmt: skip
    for number in range(3, 9):
        tables["dorp/acties"].append({**tables["dorp/acties"][0], "id": f"actie-{number}"})
        after = {(view.id, sheet.key, card.iri): (card.x, card.y)
                 for view in views_of(open_dataset(klein_register(tables)).store) if view.id == "agenda"
                 for sheet in view.sheets for card in sheet.cards}  # fmt: skip
        assert {key: after[key] for key in before} == before
        assert len(after) > len(before)


@given(st.lists(st.integers(min_value=0, max_value=12), min_size=1, max_size=8), st.data())
def test_a_new_action_takes_a_free_slot(numbers: list[int], data: st.DataObject) -> None:
    """Whatever the goals hold: one more action anywhere moves nothing else."""

    def placed(counts: list[int]) -> dict[str, tuple[float, float]]:
        blocks = [Block(None, f"g{g}", tuple(f"a{g}-{n}" for n in range(count))) for g, count in enumerate(counts)]
        kinds = {f"g{g}": "Subdoel" for g in range(len(counts))}
        kinds |= {f"a{g}-{n}": "Actie" for g, count in enumerate(counts) for n in range(count)}
        sheet = Sheet("x", "", "", "")
        place_blocks(sheet, blocks, kinds, (0, 400, 800))
        assert not list(overlaps(sheet))
        return {card.iri: (card.x, card.y) for card in sheet.cards}

    before = placed(numbers)
    where = data.draw(st.integers(min_value=0, max_value=len(numbers) - 1))
    after = placed([count + (place == where) for place, count in enumerate(numbers)])
    assert {iri: after[iri] for iri in before} == before


class _Counting(Sheet):
    """A sheet that counts how often a card is put on it."""

    puts = 0

    def put(self, iri: str, kind: str, x: float, y: float, size: tuple[int, int, int] | None = None) -> None:
        self.puts += 1
        super().put(iri, kind, x, y, size)


@pytest.mark.parametrize("goals", [1, 40, 4000])
def test_each_card_is_placed_once(goals: int) -> None:
    """The work is in the number of cards: no pair of cards is ever compared."""
    blocks = [Block(None, f"g{g}", tuple(f"a{g}-{n}" for n in range(5))) for g in range(goals)]
    kinds = {f"g{g}": "Subdoel" for g in range(goals)} | {f"a{g}-{n}": "Actie" for g in range(goals) for n in range(5)}
    sheet = _Counting("x", "", "", "")
    place_blocks(sheet, blocks, kinds, (0, 400, 800))
    assert sheet.puts == len(sheet.cards) == goals * 6


def test_the_network_has_one_column_per_kind_where_that_fits(shipped: tuple[View, ...]) -> None:
    din = next(view for view in shipped if view.id == "din")
    for sheet in din.sheets:
        columns: dict[float, int] = {}
        for card in sheet.cards:
            columns[card.x] = columns.get(card.x, 0) + 1
        assert max(columns.values()) <= 20
        if len(sheet.cards) <= 20:
            assert len(columns) == len(sheet.headings)


def test_matches_stand_in_the_block_of_what_they_match(shipped: tuple[View, ...]) -> None:
    compare = next(view for view in shipped if view.id == "vergelijk")
    whole = [sheet for sheet in compare.sheets if not sheet.key.endswith("-zonder")]
    assert whole and all(sheet.blocks for sheet in whole)
    for sheet in whole:
        for card in sheet.cards:
            around = [
                owner for owner, left, top, width, height in sheet.blocks
                if left < card.x < left + width and top < card.y < top + height
            ]  # fmt: skip
            assert len(around) == (0 if card.x == 0 else 1)


def test_programmes_with_parts_come_first_and_bigger(shipped: tuple[View, ...]) -> None:
    first = next(view for view in shipped if view.id == "programmas").sheets[0]
    biggest = max(card.font for card in first.cards)
    big = [card for card in first.cards if card.font == biggest]
    assert 1 < len(big) < len(first.cards)
    assert max(card.y for card in big) < min(card.y for card in first.cards if card.font < biggest)

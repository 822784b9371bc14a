"""How many elements there are, per class and municipality."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from beleidsspoor.graph.counts import count_elements
from beleidsspoor.graph.dataset import open_dataset


def test_every_row_of_the_register_is_counted_once(klein_register: Callable[..., Path]) -> None:
    dataset = open_dataset(klein_register())
    counts = {count.title: count.counts for count in count_elements(dataset.store)}
    assert counts["Acties"] == {"Dorp": 2, "Stad": 0, "gedeeld": 0}
    assert counts["Principes"] == {"Dorp": 1, "Stad": 2, "gedeeld": 0}
    assert counts["Programma's"] == {"Dorp": 0, "Stad": 0, "gedeeld": 1}
    assert sum(sum(numbers.values()) for numbers in counts.values()) == len(dataset.register.rows)


def test_the_classes_stand_in_the_order_of_the_schema(klein_register: Callable[..., Path]) -> None:
    titles = [count.title for count in count_elements(open_dataset(klein_register()).store)]
    assert titles.index("Documenten") < titles.index("Thema's") < titles.index("Acties") < titles.index("Metingen")


def test_the_shipped_register_counts_as_many_as_it_has_rows() -> None:
    dataset = open_dataset()
    total = sum(sum(count.counts.values()) for count in count_elements(dataset.store))
    assert total == len(dataset.register.rows)

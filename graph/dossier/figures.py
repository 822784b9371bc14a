"""The figures of an indicator: what was reached, what was wanted, and how far apart they are."""

from __future__ import annotations

from dataclasses import dataclass

from beleidsspoor.graph.dossier.material import Material
from beleidsspoor.graph.dossier.model import Point
from beleidsspoor.graph.dossier.sentences import figure, paragraph, sentence
from beleidsspoor.graph.store import Element
from beleidsspoor.graph.terms import BS, LIJST, PREFIXES

_PERIOD = PREFIXES["sdmx-dim"] + "refPeriod"
_VALUE = PREFIXES["sdmx-mea"] + "obsValue"
_UNIT = PREFIXES["sdmx-att"] + "unitMeasure"

#: How a unit stands behind a number; a unit that is not here is not said.
_BEHIND = {"%": "%", "meters": " meter", "euro": " euro", "arbeidsjaren": " arbeidsjaren"}


@dataclass(frozen=True)
class Figures:
    """The figures of one indicator by year. `targets` is True when `wanted` are streefwaarden, else it was budgeted."""

    indicator: Element
    unit: str
    dropped: bool
    reached: tuple[Point, ...]
    wanted: tuple[Point, ...]
    targets: bool

    @property
    def can_be_drawn(self) -> bool:
        """Whether there are at least two numbers: one alone makes no picture."""
        return sum(point.number is not None for point in (*self.reached, *self.wanted)) > 1

    @property
    def latest(self) -> Point | None:
        """The newest figure that was measured; words such as 'nvt' only when there is no number at all."""
        return (self._numbers or self.reached or (None,))[-1]

    @property
    def _numbers(self) -> tuple[Point, ...]:
        return tuple(point for point in self.reached if point.number is not None)

    @property
    def goal(self) -> Point | None:
        """What is wanted for the last year that there is."""
        return self.wanted[-1] if self.wanted else None

    @property
    def distance(self) -> float | None:
        """How far the newest figure is from what is wanted, as a part of the bigger of the two."""
        pair = (self.latest, self.goal)
        numbers = [point.number for point in pair if point is not None and point.number is not None]
        if len(numbers) < 2:
            return None
        return abs(numbers[0] - numbers[1]) / (max(abs(numbers[0]), abs(numbers[1])) or 1)

    def said(self, point: Point) -> str:
        """A figure with its unit."""
        if point.number is None or self.unit == "ja/nee":
            return point.words.casefold() if point.words else "onbekend"
        return figure(point.number) + _BEHIND.get(self.unit, "")

    def in_sentences(self) -> str:
        """The figures in two or three sentences, for who does not see the picture."""
        if not self.reached and not self.wanted:
            return "Er is nog geen cijfer."
        latest, goal, first = self.latest, self.goal, next(iter(self._numbers), None)
        return paragraph(
            self._reached(latest) if latest else "Er is nog niet gemeten.",
            sentence(f"in {first.year} was dat {self.said(first)}") if first and first is not latest else "",
            self._wanted(goal) if goal else "",
        )

    def _reached(self, latest: Point) -> str:
        if latest.number is None and self.unit != "ja/nee":
            return f"Er is nog geen cijfer (bij {latest.year} staat ‘{self.said(latest)}’)."
        return sentence(f"in {latest.year} was het cijfer {self.said(latest)}")

    def _wanted(self, goal: Point) -> str:
        if self.targets:
            return sentence(f"het doel voor {goal.year} is {self.said(goal)}")
        return sentence(f"de gemeente rekent in {goal.year} op {self.said(goal)}")


def read_figures(material: Material, indicator: Element) -> Figures:
    """Read the figures of an indicator, one a year; a figure over two years counts for the second."""
    facts = material.facts
    found: dict[str, dict[int, Point]] = {"realisatie": {}, "begroot": {}, "streefwaarde": {}}
    for observation in facts.subjects(BS + "indicator", indicator.iri):
        period, kind = facts.first(observation, _PERIOD), facts.first(observation, BS + "waardesoort")
        years = found.get((kind or "").removeprefix(LIJST))
        if period is None or years is None:
            continue
        number = facts.first(observation, _VALUE)
        words = facts.first(observation, BS + "ruweWaarde") or ""
        point = Point(int(period[-4:]), float(number) if number else None, words)
        known = years.get(point.year)
        # Two figures for one year are a question to the council; the picture shows the first.
        if known is None or (known.number is None, known.words) > (point.number is None, point.words):
            years[point.year] = point
    unit = facts.first(indicator.iri, _UNIT)
    return Figures(
        indicator=indicator,
        unit=facts.label(unit) if unit else "",
        dropped=facts.first(indicator.iri, BS + "vervallen") == "true",
        reached=_by_year(found["realisatie"]),
        # What is wanted counts before what was only expected.
        wanted=_by_year(found["streefwaarde"] or found["begroot"]),
        targets=bool(found["streefwaarde"]),
    )


def _by_year(points: dict[int, Point]) -> tuple[Point, ...]:
    return tuple(points[year] for year in sorted(points))

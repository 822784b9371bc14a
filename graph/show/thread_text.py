"""The thread of an element as text: a nested list, which a screen reader and Word can follow as well as a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from beleidsspoor.graph.places import Place, Quote
from beleidsspoor.graph.show.grid import GridColumn, grid, pairs, wrap
from beleidsspoor.graph.show.place_text import by_section, place_notes
from beleidsspoor.graph.store import NOT_NAMED, Element
from beleidsspoor.graph.thread.finding import Found, How
from beleidsspoor.graph.thread.following import Step, Thread, titled
from beleidsspoor.graph.words import visible

_UP = "OMHOOG: waar dit bij hoort"
_DOWN = "OMLAAG: wat eronder hangt, wie het doet en waarmee het wordt gemeten"
_DOWN_OF_HOLDER = "OMLAAG: wat erin staat, en waar dit een rol heeft"
_DOWN_OF_ACTOR = "OMLAAG: waar dit een rol heeft"
_ASIDE = "OPZIJ: programma's, wetten, andere documenten en andere gemeenten"
_HOLDERS, _ACTORS = ("Document", "Gemeente"), ("Partner", "Groep", "Kern", "Doelgroep", "Regio")
_LEGEND = "Een plaats die bij de stap erboven al staat, wordt niet herhaald."
#: Deeper steps are not moved further to the right than this, so that there is room left for words.
_DEEPEST = 10
#: How many places of one step, and how many hits are shown; the others are counted.
_PLACES, _HITS = 4, 40


def show_thread(thread: Thread, width: int, quote: Quote | None = None) -> str:
    """A thread as text of at most `width` places; with `quote` also the words of each place. No line end at the end."""
    facts = [*thread.facts]
    if thread.places and quote is None:
        facts.append(("staat in", "\n".join(by_section(thread.places))))
    parts = ["\n".join(wrap(visible(_handled(thread.element)), width))]
    if facts:
        parts.append(pairs([head for head, _ in facts], [visible(text) for _, text in facts], width))
    if quote is not None and thread.places:
        notes = place_notes(thread.places, quote)
        parts.append("\n".join(line for note in notes for line in wrap(note, width)))
    down = _DOWN
    if thread.element.soort in _HOLDERS:
        down = _DOWN_OF_HOLDER
    elif thread.element.soort in _ACTORS:
        down = _DOWN_OF_ACTOR
    writer = _Writer(width, quote)
    for head, steps in ((_UP, thread.up), (down, thread.down), (_ASIDE, thread.aside)):
        body = [*writer.lines(steps, 0, frozenset(thread.places))] or ["- Hierover staat niets in het register."]
        parts.append("\n".join([*wrap(head, width), *body]))
    if writer.left_out:
        parts.append("\n".join(wrap(_LEGEND, width)))
    return "\n\n".join(parts)


def show_found(found: Found, width: int) -> str:
    """Several hits as a list, with how to choose one."""
    how = found.how or How.WORDS
    shown = found.hits[:_HITS]
    said = f"{len(found.hits)} elementen passen bij '{visible(found.text)}' (gezocht op {how.value})."
    choose = f"Kies er een met het id, bijvoorbeeld: beleidsspoor volg {_ids(shown)[0]}"
    parts = ["\n".join(wrap(said, width)), elements_table(shown, width), "\n".join(wrap(choose, width))]
    if len(found.hits) > _HITS:
        parts.insert(2, f"En nog {len(found.hits) - _HITS}. Met meer woorden vindt u er minder.")
    return "\n\n".join(parts)


def elements_table(elements: Sequence[Element], width: int) -> str:
    """Elements in columns, or one under the other when there is no room for columns."""
    heads = ("id", "soort", "nummer", "naam", "gemeente")
    rows = [
        [visible(text) for text in (handle, one.soort_naam, one.nummer or "", one.naam, _municipality(one))]
        for handle, one in zip(_ids(elements), elements, strict=True)
    ]
    columns = [GridColumn(head, whole=head == "id") for head in heads]
    return grid(columns, rows, width) or "\n\n".join(pairs(heads, row, width) for row in rows)


class _Writer:
    """Writes steps as the lines of a nested list."""

    def __init__(self, width: int, quote: Quote | None) -> None:
        self._width = width
        self._quote = quote
        #: Whether a place was left out because the step above has the same one.
        self.left_out = False

    def lines(self, steps: Sequence[Step], depth: int, above: frozenset[Place]) -> Iterator[str]:
        """The lines of steps; those that only name something, by the same relation, share a line.

        `above` are the places of the step above, which are not said again.
        """
        for (plain, relatie), group in groupby(steps, key=lambda step: (_is_plain(step), step.relatie)):
            if plain:
                names = "; ".join(_plain_name(step, depth) for step in group)
                yield from self._item(f"{relatie}: {names}" if relatie else names, depth)
            else:
                for step in group:
                    yield from self._step(step, depth, above)

    def _step(self, step: Step, depth: int, above: frozenset[Place]) -> Iterator[str]:
        what = _handled(step.element) if step.element is not None else step.tekst
        yield from self._item(f"{step.relatie}: {what}" if step.relatie else what, depth)
        own = tuple(place for place in step.places if place not in above)
        self.left_out |= len(own) < len(step.places)
        notes = [" · ".join(text for text in step.details if text)]
        if step.reden:
            notes.append(f"omdat: {step.reden}" + (f" ({step.sterkte})" if step.sterkte else ""))
        notes.extend(place_notes(own, self._quote, _PLACES))
        margin = "  " * min(depth, _DEEPEST) + "    "
        for note in notes:
            if note:
                yield from (margin + line for line in wrap(visible(note), max(self._width - len(margin), 20)))
        yield from self.lines(step.steps, depth + 1, frozenset(step.places) or above)

    def _item(self, text: str, depth: int) -> Iterator[str]:
        margin = "  " * min(depth, _DEEPEST)
        first, *rest = wrap(visible(text), max(self._width - len(margin) - 2, 20))
        yield f"{margin}- {first}"
        for line in rest:
            yield f"{margin}  {line}"


def _is_plain(step: Step) -> bool:
    return step.element is not None and not (step.steps or step.reden or step.places or any(step.details))


def _plain_name(step: Step, depth: int) -> str:
    """The name alone; next to the element that is followed also the id, to go on with."""
    if step.element is None:
        return step.tekst
    return f"{step.element.naam} [{step.element.id}]" if depth == 0 else step.element.naam


def _handled(element: Element) -> str:
    """What an element is called, with the id by which it can be followed."""
    return f"{titled(element)} [{element.id}]"


def _ids(elements: Sequence[Element]) -> list[str]:
    """The id of each element, with its ruimte where two have the same."""
    times = Counter(one.id for one in elements)
    return [f"{one.ruimte}:{one.id}" if times[one.id] > 1 else one.id for one in elements]


def _municipality(element: Element) -> str:
    return "" if element.gemeente == NOT_NAMED else element.gemeente

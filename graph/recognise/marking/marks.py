"""What each line is by its own words: a heading that announces a list, an item with a label, a lead-in, an actor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from beleidsspoor.graph.recognise.cues import Cue, CueTable, Labelled
from beleidsspoor.graph.recognise.marking.coded_lines import find_coded
from beleidsspoor.graph.recognise.marking.details import find_details
from beleidsspoor.graph.recognise.marking.main_lines import main_lines
from beleidsspoor.graph.recognise.marking.nested_labels import part_kinds
from beleidsspoor.graph.recognise.marking.persons import find_persons
from beleidsspoor.graph.recognise.marking.repeating import find_repeated_labels
from beleidsspoor.graph.recognise.marking.results import find_results
from beleidsspoor.graph.recognise.marking.series import find_series
from beleidsspoor.graph.recognise.model import RANKS
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.wording import COUNTS, same_label, sentences

#: A labelled paragraph ('Subdoel: …') is one sentence and no longer than this; with a number it may be longer.
_LABELLED_LENGTH = 320
_NUMBERED_LENGTH = 1200
#: Codes ('D1.1', 'A1.1.2') mean something when so many lines begin with one.
_CODED_LINES = 3
#: Between the name of an actor and the points about it stand no more paragraphs.
_LEADING_TEXT = 3
_PLURAL = re.compile(r"[A-ZÀ-Þ][^\W\d]{3,24}(?:en|s)\s+\S")
#: A goal that a table repeats stands in one of these rows.
_FIRST_ROWS = 3
_LETTERED = re.compile(r"[A-Z](?:\.\d+)+")
_LEADS_IN = re.compile(r"(?::|\.\.\.|…)\s*$")
#: A line without a colon that promises what comes: '… leveren we de volgende prestaties'.
_PROMISES = re.compile(r"\b(?:volgende|onderstaande)\s+(?:[^\W\d]+\s+){0,2}[^\W\d]+$")
#: A sentence that looks back: 'De afgelopen periode hebben we veel gedaan. Een aantal resultaten:'.
_PAST = re.compile(
    r"\b(?:afgelopen|vorige|voorbije) (?:\w+ )?(?:periode|bestuursperiode|raadsperiode|jaar|jaren)\b"
    r"|\bhebben (?:we|wij) (?:\w+ ){0,3}(?:gedaan|bereikt|gerealiseerd|gehaald)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:gaan|gaat|willen|wil|zullen|komende?|kiezen|werken|zetten|stellen|richten|pakken|daarom|nu|dan)\b",
    re.IGNORECASE,
)
#: 'We stellen voor om twee fte toe te voegen:' is the action; its list tells of what. 'Om dit te bereiken:' leads in.
_TELLS_ITSELF = re.compile(r"^(?!Om\b).*\bom\s.*\bte\s+[a-zà-ÿ]+en\s*:\s*$", re.DOTALL)
#: 'Een aantal' is no number.
_COUNT = re.compile(r"\b(\d{1,2}|" + "|".join(COUNTS) + r")\b(?!\s+(?:aantal|paar)\b)")


@dataclass(frozen=True)
class Mark:
    """What a node is by its words.

    `role` is kondigt (a heading over items), aanloop (a sentence over items), label (an item itself), verwijst (names a
    goal that was told before), actor (a heading over what somebody does), toelichting (the text of the item above),
    uitleg (a heading inside a topic that lists nothing), persoon (who is answerable), bijzonderheid (who, when or how
    much of the item above) or einde (the end of what was announced). `count` is how many items are promised.
    """

    role: str
    cue: Cue
    labelled: Labelled | None = None
    count: int | None = None


def mark_nodes(nodes: Sequence[Node], cues: CueTable) -> list[Mark | None]:
    """The mark of every node, None for a node that has none."""
    marks = [_mark(node, nodes, cues) for node in nodes]
    for index, cue in find_details(nodes, cues):
        marks[index] = Mark("bijzonderheid", cue)
    for index, cue in find_persons(nodes, cues):
        marks[index] = marks[index] or Mark("persoon", cue)
    for index, item in (*find_series(nodes, cues), *find_coded(nodes, cues)):
        marks[index] = Mark("label", item.cue, item)
    labels = [(at, mark.labelled) for at, mark in enumerate(marks) if mark is not None and mark.labelled is not None]
    announced = [mark.cue if mark is not None and mark.role == "kondigt" else None for mark in marks]
    for index, item in (*part_kinds(labels), *main_lines(labels, announced)):
        marks[index] = Mark("label", item.cue, item)
    # 'B.1' beside 'A.1': the letters only count, A says nothing of actions.
    counting = any(_LETTERED.fullmatch(node.number or "") and not cues.coded(node.printed) for node in nodes)
    if not counting and _are_coded(nodes, marks, cues):
        for node in nodes:
            if node.table is None and (coded := cues.coded(node.printed)):
                marks[node.index] = Mark("label", coded.cue, coded)
    told: set[tuple[str, str | None]] = set()
    numbers: set[str | None] = set()
    alone: set[tuple[str, str | None]] = set()
    for index, node in enumerate(nodes):
        mark = marks[index]
        if mark is None:
            mark = marks[index] = _reference(node, nodes, marks, cues, told, numbers, alone)
        if mark is not None and mark.labelled is not None:
            told.add((mark.cue.kind, mark.labelled.number))
        numbers.add(node.number)
    for index in _asked_twice(nodes, marks):
        marks[index] = Mark("toelichting", marks[index].cue)  # type: ignore[union-attr]
    for index, cue in find_results(nodes, [mark.cue if mark and mark.role == "kondigt" else None for mark in marks]):
        marks[index] = Mark("kondigt", cue)
    for index, cue in find_repeated_labels(nodes, [mark is None for mark in marks]):
        marks[index] = Mark("uitleg" if cue.kind == "uitleg" else "kondigt", cue)
    return marks


def _asked_twice(nodes: Sequence[Node], marks: Sequence[Mark | None]) -> Iterator[int]:
    """The second 'Wat willen we bereiken?' with one heading before it and the first: that heading is what is wanted."""
    for first, between, second in zip(nodes, nodes[1:], nodes[2:], strict=False):
        mark = marks[second.index]
        announces = mark is not None and mark.role == "kondigt" and between.is_heading and marks[between.index] is None
        if announces and same_label(first.text, second.text) and marks[first.index] is not None:
            yield second.index


def _are_coded(nodes: Sequence[Node], marks: Sequence[Mark | None], cues: CueTable) -> bool:
    """True when codes before lines mean something: three of them, or one straight below the heading of its kind."""
    coded = [node for node in nodes if not node.table and cues.coded(node.printed)]
    if len(coded) >= _CODED_LINES:
        return True
    above = ((cues.coded(node.printed), marks[node.index - 1]) for node in coded if node.index)
    return any(item and mark and mark.role == "kondigt" and mark.cue.kind == item.cue.kind for item, mark in above)


def _reference(
    node: Node,
    nodes: Sequence[Node],
    marks: Sequence[Mark | None],
    cues: CueTable,
    told: set[tuple[str, str | None]],
    numbers: set[str | None],
    alone: set[tuple[str, str | None]],
) -> Mark | None:
    """A label with a number and nothing behind it: a goal that was told before ('Bij doel 5.1'), or the next line.

    `alone` are the goals told so far by such a label over their text: these may be counted anew under every theme.
    """
    item = cues.bare_label(node.text) if node.is_short and not node.is_item else None
    if item is None:
        return None
    refers = "." in (item.number or "") or not node.text.casefold().startswith(item.cue.word)
    key = (item.cue.kind, item.number)
    if (key in told and (refers or key not in alone)) or (refers and item.number in numbers):
        return Mark("verwijst", item.cue, item)
    follower = nodes[node.index + 1] if node.index + 1 < len(nodes) else None
    text = _below_number(follower, item.number) if follower and marks[follower.index] is None else None
    if text is None:
        return Mark("verwijst", item.cue, item) if key in told else None
    alone.add(key)
    return Mark("label", item.cue, Labelled(item.cue, item.number, text))


def _below_number(node: Node, number: str | None) -> str | None:
    """The goal that stands below its number: a short line, or a row of a table that repeats the number."""
    if node.table is None:
        return node.text if node.is_short and not node.is_item else None
    cells = (cell.strip() for row in node.table.rows[:_FIRST_ROWS] for cell in row.cells)
    return next((cell.removeprefix(f"{number} ").strip() for cell in cells if cell.startswith(f"{number} ")), None)


def _mark(node: Node, nodes: Sequence[Node], cues: CueTable) -> Mark | None:
    if node.table is not None:
        return None
    if node.is_short and (cue := cues.heading(node.text)) and (found := _heading_mark(cue, node, nodes)):
        return found
    if len(node.printed) <= _NUMBERED_LENGTH and (item := _labelled(node, cues)):
        return Mark("label", item.cue, item)
    if cue := _plural_over_list(node, nodes, cues):
        return Mark("kondigt", cue)
    if (
        not node.is_item
        and (_LEADS_IN.search(node.printed) or _PROMISES.search(node.printed))
        and (cue := cues.lead_in(node.printed))
        and not (cue.kind == "actie" and _TELLS_ITSELF.search(sentences(node.printed)[-1]))
    ):
        if cue.kind in ("actie", "doel", "opgave") and _looks_back(node.printed):
            # What was done in the years behind us is no action, and what was reached no goal.
            return None
        count = _count(node.printed, cue)
        return Mark("aanloop", cue, count=count) if _keeps_count(node, nodes, cues, count) else None
    return None


def _looks_back(text: str) -> bool:
    """True when the last sentence is about the past, or the one before it and nothing in the last looks ahead."""
    last = sentences(text)[-2:]
    return _AHEAD.search(last[-1]) is None and any(map(_PAST.search, last))


def _keeps_count(node: Node, nodes: Sequence[Node], cues: CueTable, count: int | None) -> bool:
    """False when a sentence further up promises another number of points than stand below: it is not about them."""
    last = sentences(node.printed)[-1:]
    if count is None or not last or cues.lead_in(last[0]) is not None:
        return True
    below = takewhile(lambda other: other.is_item, nodes[node.index + 1 :])
    points = sum(1 for other in below if other.level == 1)
    return points in (0, count)


def _plural_over_list(node: Node, nodes: Sequence[Node], cues: CueTable) -> Cue | None:
    """What a heading straight over a list announces by its first word: 'Beleidsdoelen jeugd', 'Acties voor ouderen'."""
    if not node.is_heading or not _PLURAL.match(node.text) or node.index + 1 >= len(nodes):
        return None
    cue = cues.heading(node.text.split()[0]) if nodes[node.index + 1].is_item else None
    return cue if cue is not None and cue.form == "kop" and cue.kind in (*RANKS, "principe", "criterium") else None


def _heading_mark(cue: Cue, node: Node, nodes: Sequence[Node]) -> Mark | None:
    if cue.kind in ("toelichting", "einde", "uitleg", "persoon"):
        return Mark(cue.kind, cue)
    if node.is_item:
        return None
    if cue.form == "actor":
        return Mark("actor", cue) if _stands_over_points(node, nodes) else None
    return Mark("kondigt", cue)


def _stands_over_points(node: Node, nodes: Sequence[Node]) -> bool:
    """True for a line straight over points, and for a heading over text that ends in a colon before them."""
    text = list(takewhile(lambda other: other.kind == "alinea", nodes[node.index + 1 : node.index + 2 + _LEADING_TEXT]))
    behind = node.index + 1 + len(text)
    if behind >= len(nodes) or not nodes[behind].is_item:
        return False
    return not text or (node.is_heading and text[-1].printed.rstrip().endswith(":"))


def _labelled(node: Node, cues: CueTable) -> Labelled | None:
    item = cues.labelled(node.printed) or (cues.labelled(node.text) if node.number else None)
    if item is not None:
        # A list item with a label is its own item only when the label is numbered: '- Spoor 1: …', not '- Doel: …'.
        if node.is_item and item.number is None:
            return None
        # 'Uitgangspunt: de nota van 2023' over running text is a title, not a principle.
        if node.is_heading and item.number is None and item.cue.kind not in RANKS:
            return None
        one = len(node.printed) <= _LABELLED_LENGTH and len(sentences(item.text)) == 1
        return item if node.is_heading or one or item.number else None
    # 'Programma 3 Opgave Zorg' is a part of a budget with that title.
    is_part = bool(node.printed) and cues.is_no_series(node.printed.split()[0])
    return cues.title(node.text) if node.is_heading and not is_part else None


def _count(text: str, cue: Cue) -> int | None:
    place = text.casefold().rfind(cue.word.split()[0].strip("*").casefold())
    found = _COUNT.findall(text.casefold()[max(place - 60, 0) : max(place, 0)])
    if not found:
        return None
    return int(found[-1]) if found[-1].isdigit() else COUNTS[found[-1]]

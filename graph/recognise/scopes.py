"""Under which announcement each node stands: the heading or sentence that says what the items below it are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from beleidsspoor.graph.recognise.cues import CueTable
from beleidsspoor.graph.recognise.marking.marks import Mark
from beleidsspoor.graph.recognise.model import CONTAINERS, RANKS
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.scope import Place, Scope
from beleidsspoor.graph.recognise.tables.periods import FIGURE_KINDS
from beleidsspoor.graph.recognise.wording import is_named, squeeze

#: A quoted framework is looked for in this many nodes before a numbered list.
_QUOTE_DISTANCE = 4
#: A longer paragraph than this ends a list that somebody else made.
_RUNNING_TEXT = 200
#: Kinds whose items stand straight below the announcement, without text in between.
_STRAIGHT = ("effect", "principe", "thema", "opgave", "criterium", "fase")
#: 'In 2026:' leads in actions, a longer sentence tells what its list is.
_LEAD_LENGTH = 60
_SENTENCE = re.compile(r"(?:We|Wij|Inwoners|Onze inwoners|Iedere\w*|Alle\w*|Kinderen|Jongeren|Ouderen)\s(?:\S+\s){3,}")
#: What stands behind an initial: 'Jansen', 'van den Berg-Smit'.
_SURNAME = re.compile(r"(?:(?:van|de|den|der|te|ten|ter|van 't)\s){0,3}[A-ZÀ-Þ][\w’'-]+(?:\s?-\s?[A-ZÀ-Þ][\w’'-]+)?")
_OF_FIGURES = (*FIGURE_KINDS, "indicator", "bron", "eenheid")
_NO_LIST = ("indicator", "budget")


def find_places(
    nodes: Sequence[Node], marks: Sequence[Mark | None], cues: CueTable, programme_of: Callable[[str], str | None]
) -> list[Place]:
    """The place of every node. `programme_of` gives the name of the programme that a heading is about, or None."""
    return _Walk(nodes, marks, cues, programme_of).run()


class _Walk:
    """One walk over the nodes, with the announcements that are open."""

    def __init__(
        self,
        nodes: Sequence[Node],
        marks: Sequence[Mark | None],
        cues: CueTable,
        programme_of: Callable[[str], str | None],
    ) -> None:
        self.nodes, self.marks, self.cues, self.programme_of = nodes, marks, cues, programme_of
        self.base: Scope | None = None
        self.now: Scope | None = None
        self.heading: Node | None = None
        self.outline_depth = 0
        self.goal_number: str | None = None
        #: The announcement whose items are headings, each over what is done for it.
        self.worked_out: Scope | None = None
        #: The announcement whose items are numbered headings: other announcements may stand in their text.
        self.numbered: Scope | None = None
        #: The announcement whose items are numbered points: what is done for each may stand between them.
        self.counted: Scope | None = None

    def run(self) -> list[Place]:
        places: list[Place] = []
        for node, mark in zip(self.nodes, self.marks, strict=True):
            is_item = self._step(node, mark)
            places.append(Place(self.now or self.base, is_item, self.heading))
            if node.is_outline or (node.is_heading and mark is None and not is_item):
                self.heading = node
        return places

    def _step(self, node: Node, mark: Mark | None) -> bool:
        if node.is_heading and node.number and self.numbered is not None and self._follows(self.numbered, node):
            self.now = self.numbered
            self.now.explaining = False
        elif node.is_heading and node.number and node.number.isdigit() and not node.is_outline:
            # Behind the points 1, 2 and 3 of chapter 2 comes chapter 3: that ends their row.
            self.numbered = None
        elif node.is_heading and mark is None and self.worked_out is not None and self._over_actions(node):
            self.now = self.worked_out
        elif node.is_outline and not self._goes_on(node):
            self._close(node)
        elif node.is_item and mark is None and self._counts_on(node):
            self.now = self.counted
        if mark is not None:
            return self._marked(node, mark)
        if node.is_heading:
            is_item = self._heading_is_item(node)
        elif node.is_item:
            is_item = self._point_is_item(node)
        else:
            is_item = self._text_is_item(node)
        scope = self.now or self.base
        if is_item and scope is not None:
            scope.items += 1
            if not (scope.kind == "actie" and scope.by_headings and node.is_item):
                # Points below an action that is a heading tell more about that one.
                scope.last_number = node.number
                scope.by_headings = node.is_heading
            if node.is_item and node.number and scope.kind == "doel":
                self.counted = scope
            if node.is_heading and node.number:
                self.numbered = scope
            elif node.is_heading and scope.kind == "doel":
                self.worked_out = scope
        return is_item

    def _counts_on(self, node: Node) -> bool:
        """True for goal B behind the actions A.1 and A.2 of goal A, or goal 2 behind the bullets of goal 1."""
        if self.counted is None or self.now is None or self.now is self.counted or self.now.kind != "actie":
            return False
        return self.now.items > 0 and self._follows(self.counted, node) and not self._follows(self.now, node)

    def _over_actions(self, node: Node) -> bool:
        """True for a heading over 'Wat gaan we doen?': behind other goals it is the next one."""
        assert self.worked_out is not None
        if node.is_outline and self.worked_out.node.is_outline and node.depth <= self.worked_out.node.depth:
            self.worked_out = None
            return False
        for at in range(node.index + 1, len(self.nodes)):
            mark = self.marks[at]
            if mark is not None and mark.role == "kondigt":
                if mark.cue.kind != "actie":
                    self.worked_out = None
                return mark.cue.kind == "actie"
            if self.nodes[at].is_heading or mark is not None:
                return False
        return False

    def _close(self, node: Node) -> None:
        """An outline heading ends the announcements that do not lie above it."""
        if self.now is not None and not (self.now.node.is_outline and node.depth > self.now.node.depth):
            keep = self.now.role == "aanloop" and self.now.items == 0 and node.depth > self.outline_depth
            if not keep:
                self.now = None
        if self.base is not None and node.depth <= self.base.node.depth:
            self.base = None
        if node.depth < self.outline_depth:
            self.numbered = self.counted = None
        self.outline_depth = node.depth

    def _goes_on(self, node: Node) -> bool:
        """True for a numbered heading that is the next item of the announcement: '1.2 …' under goal 1."""
        if self.now is None or not node.number or self.now.node.is_outline:
            return False
        straight = node.index == self.now.node.index + 1 and ("." in node.number or node.number == "1")
        return straight or bool(self.goal_number and node.number.startswith(f"{self.goal_number}."))

    def _marked(self, node: Node, mark: Mark) -> bool:
        if mark.role == "toelichting":
            if self.now is not None:
                self.now.explaining = True
            return False
        if mark.role in ("einde", "uitleg"):
            self.now = None
            return False
        if mark.role in ("verwijst", "persoon", "bijzonderheid"):
            return False
        if mark.role == "label":
            return self._label(mark)
        scope = Scope(mark.cue, node, mark.role, mark.count)
        if mark.role == "aanloop":
            self._lead_in(scope, node)
        elif mark.role == "kondigt" and node.is_outline and mark.cue.kind not in _NO_LIST:
            scope.chapter = True
            self.base, self.now = scope, None
        else:
            self.now = scope
        return False

    def _label(self, mark: Mark) -> bool:
        assert mark.labelled is not None
        keep = self.now is not None and self.now.kind == mark.cue.kind
        if not keep and mark.cue.kind in RANKS:
            self.now = None
        if self.now is not None and keep:
            self.now.items += 1
            self.now.by_labels = True
        if self.base is not None and self.base.kind == mark.cue.kind:
            self.base.by_labels = True
        if mark.cue.kind in ("doel", "opgave", "thema"):
            self.goal_number = mark.labelled.number
        return True

    def _lead_in(self, scope: Scope, node: Node) -> None:
        about = self.heading.text if self.heading is not None else ""
        programme = self.programme_of(about) if about else None
        if programme is not None:
            element = next((cue for cue in self.cues.lead_ins(node.printed) if cue.kind == "kernelement"), None)
            if element is not None:
                scope.cue, scope.programme = element, programme
        elif scope.kind == "kernelement":
            return
        self.now = scope

    def _heading_is_item(self, node: Node) -> bool:
        scope = self.now
        # Headings under a main heading that announces are looked at as a whole, in `outline`.
        if scope is None or scope.role == "bron":
            return False
        if scope.explaining:
            # A heading straight over 'Voortgang' is the next action: each is a heading over text with that label.
            is_next = scope.by_headings and not node.is_outline and self._is_explained(node)
            scope.explaining = not is_next
            return is_next
        if not node.is_outline and (cue := self.cues.column(node.text)) and cue.kind in _OF_FIGURES:
            # 'Streven', 'Bron': what is left of a table of figures lists no goals.
            self.now = None
            return False
        if scope.kind in _NO_LIST or scope.role == "actor":
            self.now = self.now if node.is_outline else None
            return False
        if scope.role == "aanloop":
            return self._counted_heading(scope, node)
        if node.is_outline or (self._follows(scope, node) and (scope.by_headings or not scope.items)):
            return True
        if node.index == scope.node.index + 1 and squeeze(scope.node.text).endswith(("doel", "doelstelling")):
            # 'Doelstelling' over one line: that is the goal, also when more is said of it below.
            return True
        over_table = node.index + 1 < len(self.nodes) and self.nodes[node.index + 1].table is not None
        in_list = over_table or (scope.items and not scope.by_headings)
        behind_text = scope.items == 0 and scope.kind in _STRAIGHT and node.index != scope.node.index + 1
        if in_list or behind_text or self._is_topic(node, scope):
            self.now = None
            return False
        # Behind an effect only a heading that is a sentence itself is one more: 'We dragen bij aan de gezondheid …'.
        return scope.kind != "effect" or not scope.items or _SENTENCE.match(node.text) is not None

    def _follows(self, scope: Scope, node: Node) -> bool:
        return bool(scope.last_number and node.number and _is_next(scope.last_number, node.number))

    def _counted_heading(self, scope: Scope, node: Node) -> bool:
        """Numbered headings straight below a lead-in are its items, and so are as many headings as it promised."""
        if node.number and scope.items == 0:
            return node.is_outline or node.number in ("1", "a", "A", "I")
        if node.number and scope.last_number and _is_next(scope.last_number, node.number):
            return True
        if node.number == scope.last_number == "1" and scope.items < (scope.count or 0):
            # A web page begins to count again behind every text: '1. …', '1. …'.
            return True
        promised = scope.count and scope.items < scope.count and scope.last_number is None and not node.number
        if promised and (scope.items == 0 or scope.by_headings):
            return not self._is_topic(node, scope)
        self.now = None
        return False

    def _is_topic(self, node: Node, scope: Scope) -> bool:
        """True when the heading itself stands over an announcement of the same or a higher kind."""
        for at in range(node.index + 1, len(self.nodes)):
            mark = self.marks[at]
            if mark is not None and mark.role == "kondigt":
                return RANKS.get(mark.cue.kind, 99) <= scope.rank
            if self.nodes[at].is_heading or mark is not None:
                return False
        return False

    def _point_is_item(self, node: Node) -> bool:
        scope = self.now or self.base
        if scope is None or scope.kind in _NO_LIST:
            return self._quoted(node)
        if _is_initial(node) and not self._follows(scope, node):
            return False
        if scope.by_labels and (scope.kind not in CONTAINERS or self.now is None) and node.number is None:
            return False
        behind_text = self.nodes[node.index - 1].kind == "alinea" and node.level == 1
        if scope.role == "aanloop" and scope.last_number and not (node.number or scope.by_headings) and behind_text:
            # The numbered list is over; these points are about something else.
            self.now = None
            return False
        if scope.by_headings and scope.items and scope.kind in ("thema", "opgave"):
            # A list below one of the headings tells about that one.
            return False
        if scope.explaining:
            if self._is_explained(node) or (node.bold and self._began_bold(scope)):
                scope.explaining = False
                return True
            return False
        if scope.kind == "actie" and scope.by_headings and self._is_within_text(node):
            return False
        if scope.role == "bron":
            goes_on = (
                node.number is not None and scope.last_number is not None and _is_next(scope.last_number, node.number)
            )
            if not goes_on:
                self.now = None
            return goes_on
        return True

    def _is_explained(self, node: Node) -> bool:
        """True for a line straight over a label as 'Toelichting'."""
        follower = self.marks[node.index + 1] if node.index + 1 < len(self.marks) else None
        return follower is not None and follower.role == "toelichting"

    def _is_within_text(self, node: Node) -> bool:
        """True for a point of a list that a longer text leads in, below a heading that is an action itself."""
        for at in range(node.index - 1, -1, -1):
            other = self.nodes[at]
            if not other.is_item:
                return other.kind == "alinea" and len(other.text) > _LEAD_LENGTH
        return False

    def _named_in_a_row(self, node: Node) -> bool:
        """True when the paragraph before or behind this one begins with a name as well."""
        around = (node.index - 1, node.index + 1)
        return any(
            0 <= at < len(self.nodes)
            and self.nodes[at].kind == "alinea"
            and self.marks[at] is None
            and is_named(self.nodes[at].text)
            for at in around
        )

    def _began_bold(self, scope: Scope) -> bool:
        following = (self.nodes[at] for at in range(scope.node.index + 1, len(self.nodes)))
        first = next((node for node in following if node.is_item), None)
        return first is not None and first.bold

    def _quoted(self, node: Node) -> bool:
        """A numbered list under a passage about somebody else's framework: criteria taken over."""
        if node.number != "1":
            return False
        for back in range(node.index - 1, max(node.index - 1 - _QUOTE_DISTANCE, -1), -1):
            before = self.nodes[back]
            if before.kind == "alinea" and self.cues.quotes_others(before.text):
                cue = next(cue for cue in self.cues.cues if cue.kind == "criterium")
                self.now = Scope(cue, before, "bron")
                return True
        return False

    def _text_is_item(self, node: Node) -> bool:
        scope = self.now or (self.base if self.base and self.base.kind == "principe" else None)
        if scope is None or node.table is not None:
            return False
        if node.number and scope.items and scope.last_number and _is_next(scope.last_number, node.number):
            return True
        straight = node.index == scope.node.index + 1 or (scope.kind == "principe" and node.number == "1")
        if node.number and scope.items == 0 and node.is_short and straight:
            return True
        if (
            scope.count
            and scope.items < scope.count
            and scope.last_number is None
            and is_named(node.text)
            and node.index == scope.node.index + 1 + scope.items
        ):
            return True
        free = not scope.by_headings and not scope.by_labels
        if scope.kind == "principe" and scope.role == "kondigt" and is_named(node.text) and free:
            return self._named_in_a_row(node)
        if scope.role == "actor" and not scope.items:
            return False
        done = scope.role == "aanloop" and scope.items and scope.last_number is None
        if done or scope.role == "actor" or (scope.role == "bron" and len(node.text) > _RUNNING_TEXT):
            self.now = None
        return False


def _is_initial(node: Node) -> bool:
    """True for a letter that begins no list: 'W. Jansen' below a decision is a person."""
    letter = node.number or ""
    return len(letter) == 1 and letter.isupper() and letter != "A" and _SURNAME.fullmatch(node.text) is not None


def _is_next(before: str, number: str) -> bool:
    """True when a number follows on another: '3' on '2', '1.3' on '1.2', 'c' on 'b'. A gap of one is let through."""
    if before.isalpha() and number.isalpha() and len(before) == len(number) == 1:
        return ord(number) - ord(before) in (1, 2)
    head, _, tail = before.rpartition(".")
    other_head, _, other_tail = number.rpartition(".")
    if head != other_head or not (tail.isdigit() and other_tail.isdigit()):
        return False
    return int(other_tail) - int(tail) in (1, 2)

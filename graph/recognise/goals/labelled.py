"""Items that say themselves what they are: 'Doel: …', 'Hoofddoel 2. …', 'Subdoelstelling 4.3.1: …', 'Fase 1: …'."""

from __future__ import annotations

from collections.abc import Iterator

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.model import CONTAINERS, LIKELY, SURE
from beleidsspoor.graph.recognise.nodes import Node
from beleidsspoor.graph.recognise.wording import NAME_WORDS, first_sentence, same_label


def recognise_labelled(context: Context) -> Iterator[Draft]:
    """A draft for every line with a label. A heading that only repeats the one straight above it is left out."""
    before: Draft | None = None
    for node, mark, place in zip(context.nodes, context.marks, context.places, strict=True):
        if mark is None or mark.labelled is None or mark.role != "label":
            continue
        if mark.cue.kind == "kernelement" and (place.scope is None or place.scope.kind != "kernelement"):
            continue
        item = mark.labelled
        whole = mark.cue.form == "titel" and mark.cue.kind == "doelenboom"
        found = draft(
            mark.cue.kind, node, f"Begint met ‘{mark.cue.shown}’.",
            label=_name_of(item.text) if mark.cue.kind == "fase" else _label(node, item.text, whole=whole),
            number=item.number or (node.number if node.is_outline else None),
            certainty=SURE if item.number or not node.is_item else LIKELY,
            # A question with its answer behind it is no title: nothing hangs under the answer.
            opens=(mark.cue.kind in CONTAINERS or (mark.cue.kind == "effect" and item.number is not None))
            and not _aim_of_action(context, node, item.number)
            and not node.printed[: -len(item.text)].rstrip().endswith("?"),
        )  # fmt: skip
        if before is not None and _repeats(before, found, context, node):
            continue
        if mark.cue.kind == "kernelement" and place.scope is not None:
            found.hint, found.free = place.scope.programme, False
        before = found
        yield found


def _aim_of_action(context: Context, node: Node, number: str | None) -> bool:
    """True for 'Doel: …' straight below 'Maatregel 2 …': it tells what that one is for, and nothing hangs under it."""
    above = context.marks[node.index - 1] if node.index else None
    told = above is not None and above.role == "label" and above.cue.kind == "actie"
    return told and number is None and not node.is_heading


def _label(node: Node, text: str, *, whole: bool) -> str:
    """The item without its label; of a paragraph only the first sentence. A goal tree keeps its whole title."""
    if whole:
        return node.printed
    return first_sentence(text) if node.kind == "alinea" else text


def _name_of(text: str) -> str:
    """The name of a phase without what is done in it: 'Inkoop (2024): we sluiten nieuwe contracten.'"""
    name, found, rest = text.partition(": ")
    return name if found and len(name.split()) <= NAME_WORDS and len(rest.split()) > 3 else first_sentence(text)


def _repeats(before: Draft, found: Draft, context: Context, node: Node) -> bool:
    """True for a title that is printed again with nothing but titles in between."""
    if before.kind != found.kind or found.kind not in ("doelenboom", "thema"):
        return False
    between = context.nodes[before.node + 1 : node.index]
    return same_label(before.finding.label, found.finding.label) or (
        found.kind == "doelenboom" and all(other.is_heading for other in between)
    )

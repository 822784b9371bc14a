"""What a careful reader would ask about: gaps, goals that do not come back, doubled sentences, figures that clash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.figure_signals import figure_signals
from beleidsspoor.graph.recognise.model import CONTAINERS, Finding, Mention, Signal
from beleidsspoor.graph.recognise.wording import overlap, same_label, sentences, squeeze

#: A sentence of at least this many words that stands twice was doubled by accident.
_SENTENCE_WORDS = 8
#: Two wordings of one goal share this part of their words.
_ALIKE = 0.6
#: Two spellings of one name are this much alike; less is another name for it.
_SPELLING = 0.75
_GOALS = ("opgave", "doel", "subdoel")


def find_signals(context: Context, findings: Sequence[Finding], mentions: Sequence[Mention]) -> list[Signal]:
    """All signals, in the order of the lines."""
    found = [
        *_gaps(context, findings),
        *_lost_goals(findings),
        *_doubled(context),
        *_spellings(mentions),
        *figure_signals(findings),
        *_unmeasured(findings),
        *_without_doer(findings),
    ]
    return sorted(found, key=lambda signal: (signal.line, signal.kind, signal.text))


def _gaps(context: Context, findings: Sequence[Finding]) -> Iterator[Signal]:
    """Numbers that are left out between two that follow each other."""
    numbered = {(node.first, node.number) for node in context.nodes if node.is_outline and node.number}
    numbered |= {(item.first, item.number) for item in findings if item.kind in (*CONTAINERS, "actie") and item.number}
    last: dict[str, int] = {}
    for line, number in sorted(numbered, key=lambda entry: entry[0]):
        head, _, tail = (number or "").rstrip(".").rpartition(".")
        if not tail.isdigit():
            continue
        before = last.get(head, 0 if head else None)
        if before is not None and int(tail) > before + 1:
            missing = [
                f"{head}.{value}" if head else str(value) for value in range(before + 1, min(int(tail), before + 6))
            ]
            place = f"Tussen {_joined(head, before)} en {number}" if before else f"Voor {number}"
            verb = "ontbreekt" if len(missing) == 1 else "ontbreken"
            yield Signal(line, "nummering", f"{place} {verb} {', '.join(missing)}.")
        last[head] = int(tail)


def _joined(head: str, tail: int) -> str:
    return f"{head}.{tail}" if head else str(tail)


def _lost_goals(findings: Sequence[Finding]) -> Iterator[Signal]:
    """Goals that are listed, while the sections that work out the others leave them out."""
    for kind in _GOALS:
        sections = [item for item in findings if item.kind == kind and item.number]
        listed = [item for item in findings if item.kind == kind and not item.number]
        back = [item for item in listed if any(overlap(item.label, other.label) >= _ALIKE for other in sections)]
        if not back:
            continue
        for item in listed:
            if item not in back:
                yield Signal(
                    item.first,
                    "komt niet terug",
                    f"De {kind} ‘{item.label}’ staat in de lijst, maar wordt niet uitgewerkt.",
                )


def _doubled(context: Context) -> Iterator[Signal]:
    """Sentences that stand in the document twice."""
    seen: dict[str, int] = {}
    for node in context.nodes:
        if node.is_heading or node.table is not None:
            continue
        for sentence in sentences(node.text):
            if len(sentence.split()) < _SENTENCE_WORDS:
                continue
            first = seen.setdefault(squeeze(sentence), node.first)
            if first != node.first:
                yield Signal(node.first, "dubbele zin", f"Deze zin staat ook op regel {first}: ‘{_short(sentence)}’.")


def _spellings(mentions: Sequence[Mention]) -> Iterator[Signal]:
    """Names that are spelled in more than one way."""
    forms: dict[str, dict[str, Mention]] = {}
    for mention in mentions:
        if not mention.form.isupper():
            forms.setdefault(mention.name, {}).setdefault(squeeze(mention.form), mention)
    for spellings in forms.values():
        ordered = sorted(spellings.items(), key=lambda entry: entry[1].line)
        for at, (squeezed, mention) in enumerate(ordered):
            earlier = next((other for seen, other in ordered[:at] if _is_variant(seen, squeezed)), None)
            if earlier is not None:
                text = f"‘{mention.form}’ staat op regel {earlier.line} als ‘{earlier.form}’. Is dat dezelfde?"
                yield Signal(mention.line, "schrijfwijze", text)


def _is_variant(one: str, other: str) -> bool:
    return one not in other and other not in one and SequenceMatcher(None, one, other).ratio() >= _SPELLING


def _unmeasured(findings: Sequence[Finding]) -> Iterator[Signal]:
    """Goals that no row of figures hangs under or is grouped by."""
    goals = [item for item in findings if item.kind in ("doel", "subdoel")]
    indicators = [item for item in findings if item.kind == "indicator"]
    if goals and not indicators:
        yield Signal(goals[0].first, "niet gemeten", f"Het document noemt {len(goals)} doelen en geen enkele meting.")
        return
    measured = {item.parent for item in indicators}
    groups = {item.group for item in indicators if item.group}
    for goal in goals:
        grouped = any(same_label(goal.label, group) or overlap(goal.label, group) >= _ALIKE for group in groups)
        if goal.name not in measured and not grouped:
            yield Signal(goal.first, "niet gemeten", f"Bij het {goal.kind} ‘{_short(goal.label)}’ staat geen meting.")


def _without_doer(findings: Sequence[Finding]) -> Iterator[Signal]:
    """Actions of which the text does not say who does them."""
    for item in findings:
        if item.kind == "actie" and item.doer is None:
            yield Signal(item.first, "geen uitvoerder", f"De actie ‘{_short(item.label)}’ zegt niet wie haar doet.")


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:89].rstrip()}…"

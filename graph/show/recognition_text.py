"""What was recognised in a document, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beleidsspoor.graph.recognise.model import KINDS, Finding, Mention, Recognition, Signal
from beleidsspoor.graph.show.grid import wrap
from beleidsspoor.graph.words import visible

#: Names of the same thing are told on one line, with no more lines of the document than this.
_LINES = 6


def show_recognition(name: str, recognition: Recognition, width: int) -> str:
    """The findings by kind, the names and the signals of one document. No line end at the end."""
    parts = [visible(name), *(_findings(kind, recognition.findings, width) for kind in KINDS)]
    parts += [_mentions(recognition.mentions, width), _signals(recognition.signals, width)]
    return "\n\n".join(part for part in parts if part)


def _findings(kind: str, findings: Sequence[Finding], width: int) -> str:
    chosen = [finding for finding in findings if finding.kind == kind]
    if not chosen:
        return ""
    return "\n".join(
        [f"{kind.upper()} ({len(chosen)})", *(line for finding in chosen for line in _finding(finding, width))]
    )


def _finding(finding: Finding, width: int) -> Iterator[str]:
    number = f"{finding.number} " if finding.number else ""
    under = f" — onder: {finding.parent}" if finding.parent else ""
    doubt = "" if finding.certainty == "zeker" else f" ({finding.certainty})"
    yield from _hanging(f"regel {finding.first:<5} ", f"{number}{finding.label}{under}{doubt}", width)


def _mentions(mentions: Sequence[Mention], width: int) -> str:
    names: dict[tuple[str, str], list[int]] = {}
    for mention in mentions:
        names.setdefault((mention.kind, mention.name), []).append(mention.line)
    if not names:
        return ""
    lines = [f"NAMEN ({len(names)})"]
    for (kind, name), places in names.items():
        more = " …" if len(places) > _LINES else ""
        told = ", ".join(str(place) for place in places[:_LINES])
        lines.extend(_hanging(f"{kind:<11} ", f"{name} (regel {told}{more})", width))
    return "\n".join(lines)


def _signals(signals: Sequence[Signal], width: int) -> str:
    if not signals:
        return ""
    lines = (
        line
        for signal in signals
        for line in _hanging(f"regel {signal.line:<5} ", f"{signal.kind}: {signal.text}", width)
    )
    return "\n".join([f"SIGNALEN ({len(signals)})", *lines])


def _hanging(start: str, text: str, width: int) -> Iterator[str]:
    first, *others = wrap(visible(text), max(width - len(start), 20)) or [""]
    yield f"{start}{first}".rstrip()
    yield from (f"{' ' * len(start)}{line}" for line in others)

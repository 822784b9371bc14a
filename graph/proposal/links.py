"""The rows for links that the document itself tells: what an indicator measures, which programme an action serves.

A link is only proposed on evidence in the finding: the goal that its table stands under or is headed by, the programme
that its text names. What is merely alike is left to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beleidsspoor.graph.proposal.elements import find_parents
from beleidsspoor.graph.proposal.mentions import find_holder
from beleidsspoor.graph.proposal.model import NEW, ProposedRow
from beleidsspoor.graph.proposal.setting import Setting, held_against
from beleidsspoor.graph.proposal.wording import one_line
from beleidsspoor.graph.recognise.model import LIKELY, SURE, Finding, Mention
from beleidsspoor.graph.register.cells import shorten

_TABLE = "verbanden"
#: The words of the columns `relatie` and `sterkte`.
_MEASURES, _SERVES, _PLAUSIBLE = "meet", "draagt bij aan", "aannemelijk"
#: What an indicator can measure, what serves a programme, and how each is called.
_CALLED = {
    "effect": "dit effect", "opgave": "deze opgave", "doel": "dit doel", "subdoel": "dit subdoel",
    "actie": "deze actie",
}  # fmt: skip
_SERVING = ("opgave", "doel", "subdoel", "actie")
#: What may stand between the wording of a goal in the heading of a table and a remark behind it.
_REMARK = re.compile(r"\s*(?:[-–—:(*]|$)")


@dataclass(frozen=True)
class _Link:
    """A link with its reason; `lines` are the passages that tell it, the first of these is shown."""

    start: ProposedRow
    relation: str
    target: str
    target_name: str
    reason: str
    lines: tuple[tuple[int, int], ...]
    page: int | None


def propose_links(
    findings: Sequence[Finding], mentions: Sequence[Mention], rows: Sequence[ProposedRow], setting: Setting
) -> list[ProposedRow]:
    """A row for each link that the document tells; `rows` are the rows of the findings, in the same order.

    A link that the register has is shown as it stands there.
    """
    known = {
        (row.one("van") or "", row.one("relatie") or "", row.one("naar") or ""): row for row in setting.own_rows(_TABLE)
    }
    made: dict[tuple[str, str, str], ProposedRow] = {}
    for link in (*_measured(findings, rows), *_served(findings, mentions, rows, setting)):
        key = (link.start.id, link.relation, link.target)
        if key in made:
            continue
        first, last = link.lines[0]
        evidence = setting.evidence(first, last, link.page, link.reason, LIKELY)
        above = f"{shorten(link.start.cells['naam'][0])} → {shorten(link.target_name)}"
        if key in known:
            made[key] = held_against(known[key], setting.ruimte, {}, evidence, (), above)
            continue
        cells: dict[str, str | tuple[str, ...]] = {
            "id": setting.naming.number(f"{setting.prefix}-l", 3), "van": link.start.id, "relatie": link.relation,
            "naar": link.target, "sterkte": _PLAUSIBLE, "reden": link.reason,
            "vindplaatsen": tuple(dict.fromkeys(setting.places.at(*lines) for lines in link.lines)),
        }  # fmt: skip
        made[key] = ProposedRow(_TABLE, setting.complete(_TABLE, cells), NEW, evidence=evidence, above=above)
    return list(made.values())


def _measured(findings: Sequence[Finding], rows: Sequence[ProposedRow]) -> Iterator[_Link]:
    """What each indicator measures: the goal above its table, and the goal that the table is headed by."""
    parents = find_parents(findings)
    for at, finding in enumerate(findings):
        if finding.kind != "indicator":
            continue
        own = parents.get(at)
        if own is not None and findings[own].kind in _CALLED:
            reason = f"De tabel met deze indicator staat onder {_CALLED[findings[own].kind]}."
            yield _link(at, own, reason, findings, rows)
        for goal, other in enumerate(findings):
            near = own is None or goal == own or parents.get(goal) == own
            if other.kind in _CALLED and near and _is_headed_by(finding.group, other.label):
                yield _link(at, goal, f"De tussenkop boven deze indicator noemt {_CALLED[other.kind]}.", findings, rows)


def _is_headed_by(group: str | None, label: str) -> bool:
    """Whether a heading in a table is the wording of this goal, as it is or with a remark behind it."""
    head, goal = one_line(group or "").casefold(), one_line(label).rstrip(" .;:").casefold()
    return bool(goal) and head.startswith(goal) and _REMARK.match(head, len(goal)) is not None


def _link(at: int, goal: int, reason: str, findings: Sequence[Finding], rows: Sequence[ProposedRow]) -> _Link:
    lines = tuple((findings[each].first, findings[each].last) for each in (at, goal))
    name = rows[goal].cells["naam"][0]
    return _Link(rows[at], _MEASURES, rows[goal].id, name, reason, lines, findings[at].page)


def _served(
    findings: Sequence[Finding], mentions: Sequence[Mention], rows: Sequence[ProposedRow], setting: Setting
) -> Iterator[_Link]:
    """The programmes of the register that the text of a goal or action names."""
    for mention in mentions:
        at = find_holder(mention, findings)
        known = setting.register.by_reference.get(mention.reference or "")
        if mention.kind != "programma" or mention.certainty not in (SURE, LIKELY) or at is None or known is None:
            continue
        if findings[at].kind not in _SERVING or setting.actors.refer(known.reference) == rows[at].id:
            continue
        # The document does not serve itself.
        if known.ruimte == setting.ruimte and known.one("document") == setting.reference:
            continue
        reason = f"De tekst van {_CALLED[findings[at].kind]} noemt {shorten(one_line(mention.form))}."
        target, name = setting.actors.refer(known.reference), known.one("naam") or ""
        yield _Link(rows[at], _SERVES, target, name, reason, ((mention.line, mention.line),), None)

"""The rows for the names in a document: where each is mentioned, and a row of its own for what the register lacks."""

from __future__ import annotations

from collections.abc import Sequence

from beleidsspoor.graph.proposal.guesses import guess
from beleidsspoor.graph.proposal.model import NEW, ProposedRow
from beleidsspoor.graph.proposal.names import Names
from beleidsspoor.graph.proposal.setting import Setting, held_against
from beleidsspoor.graph.proposal.wording import LONGEST_NAME, one_line, spelling
from beleidsspoor.graph.recognise.model import Finding, Mention
from beleidsspoor.graph.recognise.wording import squeeze
from beleidsspoor.graph.register.reading import Row
from beleidsspoor.graph.register.slugs import slug

#: The table of each kind of mention.
TABLES = {"partner": "partners", "programma": "programmas", "wet": "wetten", "kern": "kernen", "regio": "regios"}
_GUESSED = ("soort", "niveau")


def propose_mentions(
    mentions: Sequence[Mention], findings: Sequence[Finding], rows: Sequence[ProposedRow], setting: Setting
) -> list[ProposedRow]:
    """The rows for the mentions; `rows` are the rows of the findings, in the same order.

    First the rows for what the register does not know, then one row for each mention.
    """
    known = {
        (row.one("in") or "", row.one("wat") or "", squeeze(row.one("vorm") or "")): row
        for row in setting.own_rows("vermeldingen")
    }
    new = _add_unknown(mentions, setting)
    made: dict[tuple[str, str, str], ProposedRow] = {}
    for mention in mentions:
        known_as = mention.reference
        what = setting.actors.refer(known_as) if known_as else setting.shared[_key(mention)].id
        at = find_holder(mention, findings)
        inside = rows[at].id if at is not None else setting.reference
        key = (inside, what, squeeze(mention.form))
        if key not in made:
            made[key] = _mention(mention, inside, what, known.get(key), setting)
    return [*new, *made.values()]


def _mention(mention: Mention, inside: str, what: str, known: Row | None, setting: Setting) -> ProposedRow:
    evidence = setting.evidence(mention.line, mention.line, None, mention.rule, mention.certainty)
    if known is not None:
        return held_against(known, setting.ruimte, {}, evidence, (), mention.name)
    cells = {
        "id": setting.naming.number(f"{setting.prefix}-verm-", 3), "in": inside, "wat": what,
        "vorm": one_line(mention.form), "vindplaatsen": setting.places.at(mention.line, mention.line),
    }  # fmt: skip
    made = setting.complete("vermeldingen", cells)
    return ProposedRow("vermeldingen", made, NEW, evidence=evidence, above=mention.name)


def find_holder(mention: Mention, findings: Sequence[Finding]) -> int | None:
    """The position of the finding whose text holds the name; None when it stands outside all of them."""
    if mention.item is None:
        return None
    named = [at for at, finding in enumerate(findings) if finding.name == mention.item]
    before = [at for at in named if findings[at].first <= mention.line]
    return before[-1] if before else named[0] if named else None


def _add_unknown(mentions: Sequence[Mention], setting: Setting) -> list[ProposedRow]:
    """A row for everything that is named and that neither the register nor a document before this one has."""
    forms: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        if mention.reference is None and _key(mention) not in setting.shared:
            forms.setdefault(_key(mention), []).append(mention)
    alike = {table: Names(setting.register, setting.ruimte, (table,)) for table in TABLES.values()}
    made = {key: _shared(key[0], named, alike[key[0]], setting) for key, named in forms.items()}
    setting.shared.update(made)
    return list(made.values())


def _key(mention: Mention) -> tuple[str, str]:
    return TABLES[mention.kind], squeeze(mention.name)


def _shared(table: str, named: Sequence[Mention], alike: Names, setting: Setting) -> ProposedRow:
    first = named[0]
    name = one_line(first.name)[:LONGEST_NAME]
    others = dict.fromkeys(spelling(mention.form) for mention in named)
    cells: dict[str, str | tuple[str, ...]] = {
        "id": setting.naming.free(slug(name) or first.kind), "naam": name,
        "andere_namen": tuple(other for other in others if other != name),
        "gemeente": setting.municipality or "",
        "vindplaatsen": setting.places.at(first.line, first.line),
        **{column: guess(table, column, name) or "" for column in _GUESSED},
    }  # fmt: skip
    made = setting.complete(table, cells)
    guessed = [column for column in _GUESSED if column in made]
    remarks = [f"Gegokt: {' en '.join(guessed)}. Kijk dit na."] if guessed else []
    if (near := alike.near(name)) is not None:
        remarks.insert(0, f"Lijkt op {near}. Is het dezelfde, zet dan deze naam daar bij andere_namen.")
    evidence = setting.evidence(first.line, first.line, None, first.rule, first.certainty)
    return ProposedRow(table, made, NEW, evidence=evidence, remarks=tuple(remarks))

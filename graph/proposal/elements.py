"""The rows for what a document sets out: themes, goals, actions, indicators, principles and the rest of the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from beleidsspoor.graph.proposal.guesses import guess
from beleidsspoor.graph.proposal.matching import Match, match_rows
from beleidsspoor.graph.proposal.model import NEW, SAME, Cells, Evidence, ProposedRow, cells_of
from beleidsspoor.graph.proposal.names import Names, find_actors
from beleidsspoor.graph.proposal.setting import Setting, held_against
from beleidsspoor.graph.proposal.wording import SHORT_LABELS, name_for, one_line
from beleidsspoor.graph.proposal.worked_out import WorkedOut, find_worked_out
from beleidsspoor.graph.recognise.model import RANKS, Finding
from beleidsspoor.graph.recognise.wording import likeness, squeeze
from beleidsspoor.graph.register.cells import shorten
from beleidsspoor.graph.register.reading import Row
from beleidsspoor.graph.register.schema import Kind
from beleidsspoor.graph.register.slugs import slug

#: The table of each kind of finding, and the word in its ids.
TABLES = {
    "thema": ("themas", "thema"), "doelenboom": ("doelenbomen", "doelenboom"), "effect": ("effecten", "effect"),
    "opgave": ("opgaven", "opgave"), "doel": ("doelen", "doel"), "subdoel": ("subdoelen", "subdoel"),
    "actie": ("acties", "actie"), "indicator": ("indicatoren", "indicator"), "budget": ("budgetposten", "budgetpost"),
    "principe": ("principes", "principe"), "criterium": ("criteria", "criterium"),
    "kernelement": ("kernelementen", "kernelement"), "rol": ("rolverwachtingen", "rol"), "fase": ("fasen", "fase"),
}  # fmt: skip
#: What a document that was changed may say otherwise of a row. A short label is ours, not the document's.
_COMPARED = (
    "nummer", "naam", "onderdeel_van", "genoemde_trekker", "jaren", "toegezegd", "eenheid", "bron", "vervallen",
)  # fmt: skip
_NOT_SAID = "niet vermeld"
#: What the judge must know of two wordings that became one row.
_BY_PLACE = (
    "Alleen de plaats in de lijst verbindt de twee namen. Zijn het er twee, haal dan hier de andere naam en de eerste "
    "vindplaats weg, en geef wat in de lijst staat een eigen rij."
)
#: Kinds that a document lists first and works out later; from this likeness on two of them may be one.
_MAY_COME_BACK, _ALIKE = ("thema", "opgave", "doel", "subdoel", "principe"), 0.6


@dataclass(frozen=True)
class Elements:
    """The row of each finding, in their order, and the groups that had to be made for roles.

    A finding that is worked out further on has the row of that one; `again` has the positions where a row comes back.
    """

    rows: tuple[ProposedRow, ...]
    groups: tuple[ProposedRow, ...]
    again: frozenset[int]

    @property
    def once(self) -> list[ProposedRow]:
        """Every row once, where the document first tells it."""
        return [row for at, row in enumerate(self.rows) if at not in self.again]


def propose_elements(findings: Sequence[Finding], setting: Setting) -> Elements:
    """A row for every finding, each with the id that it has or would get in the register."""
    matches = _matches(findings, setting)
    parents = find_parents(findings)
    pairs = find_worked_out(findings, parents).items()
    worked_out = {early: late for early, late in pairs if early not in matches and late.section not in matches}
    listed = {late.section: early for early, late in worked_out.items()}
    ids: list[str] = []
    for at, finding in enumerate(findings):
        ids.append(ids[listed[at]] if at in listed else _id(finding, matches.get(at), setting))
    maker = _Maker(setting, findings, ids, Names(setting.register, setting.ruimte, ("programmas",)))
    rows: list[ProposedRow] = []
    for at, finding in enumerate(findings):
        if at in listed:
            rows.append(rows[listed[at]])
            continue
        if at in worked_out:
            row = maker.worked_out(at, worked_out[at], parents.get(at))
        else:
            row = maker.row(at, parents.get(at), matches.get(at))
        own = parents.get(at)
        above = name_for(TABLES[findings[own].kind][0], findings[own].label)[0] if own is not None else ""
        remarks = row.remarks if row.stand != NEW else (*_told_before(at, findings, ids), *row.remarks)
        rows.append(replace(row, above=above or finding.parent or "", remarks=remarks))
    return Elements(tuple(rows), tuple(maker.groups), frozenset(listed))


def _told_before(at: int, findings: Sequence[Finding], ids: Sequence[str]) -> list[str]:
    """A remark when an earlier finding of the kind says nearly the same: a goal that is listed and then worked out."""
    finding = findings[at]
    if finding.kind not in _MAY_COME_BACK:
        return []
    for earlier, name in zip(findings[:at], ids, strict=False):
        if earlier.kind == finding.kind and likeness(earlier.label, finding.label) >= _ALIKE:
            advice = "Is het dezelfde, zet dan één van de twee op nee en noem beide vindplaatsen bij de ander."
            return [f"Lijkt op {name} ({shorten(one_line(earlier.label))}). {advice}"]
    return []


def find_parents(findings: Sequence[Finding]) -> dict[int, int]:
    """For each finding with a parent the position of that parent: the nearest of its name above, of a higher rank."""
    named: dict[str, list[int]] = {}
    for at, finding in enumerate(findings):
        for name in {squeeze(finding.label), finding.number or ""} - {""}:
            named.setdefault(name, []).append(at)
    parents: dict[int, int] = {}
    for at, finding in enumerate(findings):
        if finding.parent is None:
            continue
        known = named.get(finding.parent) or named.get(squeeze(finding.parent), [])
        others = [other for other in known if other != at]
        higher = [other for other in others if _rank(findings[other]) < _rank(finding)]
        before = [other for other in higher or others if findings[other].first <= finding.first]
        if before or higher or others:
            parents[at] = before[-1] if before else (higher or others)[0]
    return parents


def _rank(finding: Finding) -> int:
    return RANKS.get(finding.kind, 99)


def _matches(findings: Sequence[Finding], setting: Setting) -> dict[int, Match]:
    found: dict[int, Match] = {}
    for kind, (table, _) in TABLES.items():
        places = [at for at, finding in enumerate(findings) if finding.kind == kind]
        if kind == "kernelement":
            # The elements of a national programme stand in the national ruimte, and belong to no document.
            rows = list(setting.register.rows_of(table))
        else:
            rows = [row for row in setting.own_rows(table) if _is_told_here(row, setting)]
        matched = match_rows([findings[at] for at in places], rows, setting.places.stands)
        found.update({places[number]: match for number, match in matched.items()})
    return found


def _is_told_here(row: Row, setting: Setting) -> bool:
    """Whether a row is of this document, or of another and told in this one as well."""
    places = row.cells.get("vindplaatsen", ())
    return row.one("document") == setting.reference or any(setting.places.stands(place) for place in places)


def _id(finding: Finding, match: Match | None, setting: Setting) -> str:
    if match is not None:
        return setting.actors.refer(match.row.reference)
    return setting.naming.number(f"{setting.prefix}-{TABLES[finding.kind][1]}-")


@dataclass
class _Maker:
    """Makes the row of one finding, and remembers the groups that roles needed."""

    setting: Setting
    findings: Sequence[Finding]
    ids: Sequence[str]
    programmes: Names

    def __post_init__(self) -> None:
        self.groups: list[ProposedRow] = []

    def row(self, at: int, parent: int | None, match: Match | None) -> ProposedRow:
        finding, setting = self.findings[at], self.setting
        table = TABLES[finding.kind][0]
        evidence = setting.evidence(finding.first, finding.last, finding.page, finding.rule, finding.certainty)
        if match is not None:
            return self._known(finding, match, evidence, self.ids[parent] if parent is not None else "")
        name, cut = name_for(table, finding.label)
        remarks = ["Het label is ingekort. Schrijf het in eigen woorden."] if cut else []
        cells = {
            "id": self.ids[at], "naam": name, "nummer": finding.number or "", "document": setting.reference,
            "onderdeel_van": self.ids[parent] if parent is not None else "",
            "vindplaatsen": setting.places.at(finding.first, finding.last),
            **self._details(finding, remarks),
        }  # fmt: skip
        made = setting.complete(table, cells)
        missing = [each.name for each in setting.register.schema.tables[table].columns if each.required]
        empty = [name for name in missing if name not in made]
        if empty:
            remarks.append(f"Vul nog in: {', '.join(empty)}.")
        return ProposedRow(table, made, NEW, evidence=evidence, remarks=tuple(remarks))

    def worked_out(self, listed: int, found: WorkedOut, parent: int | None) -> ProposedRow:
        """One row for what is listed first and worked out in a section: that names it, the list gives another name."""
        row, setting = self.row(found.section, parent, None), self.setting
        early, late = self.findings[listed], self.findings[found.section]
        name, _ = name_for(row.table, early.label)
        place = setting.places.at(late.first, late.last)
        cells: dict[str, str | tuple[str, ...]] = {
            **row.cells, "andere_namen": () if name == row.cells["naam"][0] else (name,), "uitgewerkt_in": place,
            "vindplaatsen": (setting.places.at(early.first, early.last), place),
        }  # fmt: skip
        told = f"De lijst noemt dit: {shorten(name)}. {_BY_PLACE}"
        remarks = (*row.remarks, told) if found.by_place else row.remarks
        return replace(row, cells=setting.complete(row.table, cells), remarks=remarks)

    def _known(self, finding: Finding, match: Match, evidence: Evidence, parent: str) -> ProposedRow:
        setting, row = self.setting, match.row
        if match.again or setting.same_file or row.ruimte != setting.ruimte:
            return held_against(row, setting.ruimte, {}, evidence, ())
        table = row.table.name
        cells = {
            "naam": name_for(table, finding.label)[0], "nummer": finding.number or "", "onderdeel_van": parent,
            "vindplaatsen": self._places(finding, row.cells.get("vindplaatsen", ())), **self._details(finding, []),
        }  # fmt: skip
        columns = [column for column in _COMPARED if cells.get(column)]
        old = cells_of(row)
        if table in SHORT_LABELS or not self._moved(row.cells.get("vindplaatsen", ())):
            columns.remove("naam")
        changed = held_against(
            row, setting.ruimte, setting.complete(table, cells), evidence, (*columns, "vindplaatsen")
        )
        if changed.stand != SAME and cells["vindplaatsen"] != old.get("vindplaatsen"):
            told = tuple(text for text in changed.differences if not text.startswith("vindplaatsen:"))
            return replace(changed, differences=("De passage staat er niet meer zo.", *told))
        return changed

    def _moved(self, places: Sequence[str]) -> bool:
        """Whether none of the places stands in the document any more."""
        return not any(self.setting.places.stands(place) for place in places)

    def _places(self, finding: Finding, places: Sequence[str]) -> tuple[str, ...]:
        """The places of a row: those that still stand, or else where it was read now."""
        own = {row.id for row in self.setting.own_rows("vindplaatsen") if row.one("document") == self.setting.reference}
        kept = tuple(place for place in places if place not in own or self.setting.places.stands(place))
        return kept if len(kept) == len(places) else (*kept, self.setting.places.at(finding.first, finding.last))

    def _details(self, finding: Finding, remarks: list[str]) -> dict[str, str | tuple[str, ...]]:
        """The cells that only some tables have."""
        details: dict[str, str | tuple[str, ...]] = {
            "tabelgroep": one_line(finding.group or ""), "rubriek": one_line(finding.group or ""),
            "bron": one_line(finding.source or ""), "genoemde_trekker": one_line(finding.doer or ""),
            "jaren": tuple(str(year) for year in finding.years), "toegezegd": one_line(finding.amount or ""),
        }  # fmt: skip
        municipality, actors = self.setting.municipality, self.setting.actors
        if finding.kind == "actie" and finding.doer:
            details["trekker"] = find_actors(finding.doer, actors, municipality)
        elif finding.kind == "indicator":
            details |= {"vervallen": _yes_no(finding.dropped), "vernieuwd": _yes_no(finding.renewed)}
            details["bronpartners"] = find_actors(finding.source or "", actors, municipality)
            details["eenheid"] = self._choice("indicatoren", "eenheid", finding.unit or "", finding.unit or "", remarks)
        elif finding.kind == "budget":
            details["soort"] = self._choice("budgetposten", "soort", finding.money_kind or "", finding.label, remarks)
        elif finding.kind == "principe":
            told = f"{finding.group or ''} {finding.rule}"
            details["soort"] = self._choice("principes", "soort", finding.group or "", told, remarks)
        elif finding.kind == "criterium":
            details["herkomst"] = finding.origin or self.setting.places.section(finding.first) or _NOT_SAID
            if finding.origin is None:
                remarks.append("Gegokt: herkomst, met de kop erboven. Schrijf op van wie het criterium is overgenomen.")
        elif finding.kind == "rol" and finding.actor:
            details["actor"] = self._actor(finding.actor)
        elif finding.kind == "kernelement" and finding.parent:
            details["programma"] = self.programmes.find(finding.parent) or ""
        return details

    def _choice(self, table: str, column: str, said: str, text: str, remarks: list[str]) -> str:
        """The word of the list that the document says, or a guess that the judge is told of."""
        found = self.setting.register.schema.tables[table].column(column)
        assert found is not None
        assert found.kind is Kind.CHOICE
        if said.casefold() in found.choices:
            return said.casefold()
        guessed = guess(table, column, text) if text.strip() else None
        if guessed is not None:
            remarks.append(f"Gegokt: {column}. Kijk dit na.")
        return guessed or ""

    def _actor(self, actor: str) -> str:
        """Who a role is asked of; one that the register does not know becomes a group."""
        known = find_actors(actor, self.setting.actors, self.setting.municipality)
        if known:
            return known[0]
        key = "groepen", squeeze(actor)
        if key not in self.setting.shared:
            name = one_line(actor)
            cells = {"id": self.setting.naming.free(slug(actor) or "groep"), "naam": name[:1].upper() + name[1:]}
            row: Cells = self.setting.complete("groepen", cells)
            remark = "Het register kent deze groep nog niet; een rolverwachting verwijst ernaar."
            group = ProposedRow("groepen", row, NEW, remarks=(remark,))
            self.setting.shared[key] = group
            self.groups.append(group)
        return self.setting.shared[key].id


def _yes_no(value: bool) -> str:
    return "ja" if value else "nee"

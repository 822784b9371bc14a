"""One made-up municipality: four documents as rows of the register, with holes in the policy on purpose."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field

#: One row of a table, by column; a column that is left out is an empty cell.
Cells = dict[str, str]

#: How many rows of shared things the landelijk tables hold; a municipality refers to them by number.
PROGRAMMES, ELEMENTS_A_PROGRAMME, LAWS, GROUPS, TARGET_GROUPS = 12, 3, 8, 10, 10

AGENDA, BUDGET, VISION, FRAMEWORK = "agenda", "begroting", "visie", "kadernota"

_KINDS = {AGENDA: "maatschappelijke agenda", BUDGET: "begroting", VISION: "visie", FRAMEWORK: "kadernota"}
_VERBS = ("Wij maken", "Wij versterken", "Wij vernieuwen", "Wij starten met", "Wij betalen", "Wij onderzoeken")
_SUBJECTS = (
    "hulp dichtbij huis", "de aanpak van eenzaamheid", "gezond bewegen", "taalles voor ouders", "schuldhulp",
    "steun voor mantelzorgers", "een plek om elkaar te ontmoeten", "werk voor jongeren", "de toegang tot zorg",
    "valpreventie",
)  # fmt: skip
_SOURCES = ("CBS", "GGD", "Interne systemen", "Waarstaatjegemeente")
_YEARS = range(2020, 2028)


@dataclass
class Municipality:
    """The tables of one municipality. `has_actions`: whether actions were read from its documents."""

    ruimte: str
    number: int
    has_actions: bool
    tables: dict[str, list[Cells]] = field(default_factory=lambda: defaultdict(list))


def make_municipality(number: int, seed: int) -> Municipality:
    """The municipality with this number. It is the same in a register of any size.

    Of every twentieth no action was read, so that what is asked about actions cannot be answered there.
    """
    made = Municipality(f"voorbeeld-{number:03}", number, has_actions=number % 20 != 7)
    maker = _Maker(made, random.Random(f"{seed}/{number}"))
    maker.shared_rows()
    maker.agenda()
    maker.budget()
    maker.vision()
    maker.framework()
    maker.mentions()
    maker.explanations()
    return made


class _Maker:
    """Adds rows to a municipality, with a place in its document for each."""

    def __init__(self, made: Municipality, chance: random.Random) -> None:
        self.made = made
        self.chance = chance
        self._document = AGENDA

    def shared_rows(self) -> None:
        """The municipality itself, its documents, partners and villages."""
        code = f"{self.made.number:04}"
        tooi = f"https://identifier.overheid.nl/tooi/id/gemeente/gm{code}"
        name = f"Gemeente Voorbeeld {self.made.number:03}"
        self._add("gemeenten", id="gemeente", naam=name, cbs_code=f"GM{code}", tooi=tooi)
        for document, kind in _KINDS.items():
            self._add(
                "documenten", id=document, titel=f"{kind.capitalize()} van {name}", soort=kind, gemeente="gemeente",
                uitgever=name, vastgesteld="2024-11-05", periode_van="2025", periode_tot="2028",
            )  # fmt: skip
        for index in range(1, 13):
            partner = f"Stichting {index} van {name}"
            self._add(
                "partners", id=f"partner-{index:02}", naam=partner, soort="organisatie", niveau="lokaal",
                vindplaatsen=self._place(),
            )  # fmt: skip
        for index in range(1, 4):
            village = f"Dorp {index} van {name}"
            self._add("kernen", id=f"kern-{index}", naam=village, gemeente="gemeente", vindplaatsen=self._place())

    def agenda(self) -> None:
        """Thema, opgave, subdoel and actie; some opgaven stay a line in a list, some subdoelen get no actie."""
        self._document = AGENDA
        for thema in [self._element("themas", nummer=str(index)) for index in range(1, 5)]:
            for number in range(1, 4):
                task = self._element("opgaven", nummer=f"{thema[-1]}.{number}", onderdeel_van=thema)
                if self._one_in(3):
                    continue
                self.made.tables["opgaven"][-1]["uitgewerkt_in"] = self._place()
                for _ in range(2):
                    goal = self._element("subdoelen", onderdeel_van=task)
                    self._contribute(goal)
                    if not self._one_in(7):
                        for _ in range(3):
                            self._action(goal)
        self._loose_actions()
        promises = [row["id"] for row in self.made.tables["acties"]]
        for one, other in zip(promises[0:4:2], promises[1:4:2], strict=True):
            self._link(one, "zelfde belofte als", other)

    def budget(self) -> None:
        """Doelenboom, effect, doel, subdoel, actie, indicator with its figures, and money."""
        self._document = BUDGET
        goals = []
        for tree in [self._element("doelenbomen") for _ in range(6)]:
            self._element("effecten", onderdeel_van=tree)
            for goal in [self._element("doelen", onderdeel_van=tree) for _ in range(2)]:
                below = [self._element("subdoelen", onderdeel_van=goal) for _ in range(2)]
                self._action(below[1])
                goals.append((tree, goal, below))
            post = self._element("budgetposten", onderdeel_van=tree, soort=self.chance.choice(("lasten", "baten")))
            for year in range(2025, 2029):
                self._figure("bedragen", f"{post}-{year}", "budgetpost", post, year, "begroot")
        tasks = [row["id"] for row in self.made.tables["opgaven"]]
        for tree, goal, below in goals:
            for _ in range(3):
                self._measure(tree, [goal, *below])
            self._link(below[0], "zelfde doel als", self.chance.choice(tasks))
        self._measure_actions(goals[0][0])

    def vision(self) -> None:
        """Themas, principles and what each theme asks of whom."""
        self._document = VISION
        for thema in [self._element("themas") for _ in range(4)]:
            self._element("principes", soort="leidend principe")
            for group in range(1, 5):
                self._element("rolverwachtingen", onderdeel_van=thema, actor=f"landelijk:groep-{group:02}")

    def framework(self) -> None:
        """Principles, criteria that were taken over, and phases."""
        self._document = FRAMEWORK
        for index in range(1, 5):
            self._element("principes", soort="uitgangspunt")
            self._element("criteria", herkomst="VNG", programma=f"landelijk:programma-{index:02}")
            self._element("fasen", nummer=str(index))

    def mentions(self) -> None:
        """What the documents name: programmes, laws and partners."""
        for index, document in enumerate([*_KINDS, *_KINDS], start=1):
            self._document = document
            what = (f"landelijk:programma-{index:02}", f"landelijk:wet-{index:02}", f"partner-{index:02}")[index % 3]
            self._add(
                "vermeldingen", **{"in": document}, id=f"vermelding-{index}", wat=what,
                vorm=f"naam {index}", vindplaatsen=self._place(),
            )  # fmt: skip

    def explanations(self) -> None:
        """One explanation that still holds for an action without lead, and one for another that has expired."""
        loose = [row["id"] for row in self.made.tables["acties"] if "trekker" not in row]
        for element, until in zip(loose[:2], ("2999-12-31", "2020-01-01"), strict=False):
            self._add(
                "verklaringen", id=f"verklaring-{until[:4]}", element=element, vraag="acties-zonder-trekker",
                reden="De raad kiest later wie dit doet.", door="college", tot=until,
            )  # fmt: skip

    def _action(self, parent: str = "") -> str:
        if not self.made.has_actions:
            return ""
        action = self._element("acties", onderdeel_van=parent)
        cells = self.made.tables["acties"][-1]
        if not self._one_in(5):
            cells["trekker"] = f"partner-{self.chance.randint(1, 12):02}"
        cells["betrokkenen"] = f"landelijk:groep-{self.chance.randint(1, GROUPS):02};gemeente"
        cells["jaren"] = "2025;2026"
        cells["kernen"] = f"kern-{self.chance.randint(1, 3)}"
        cells["doelgroepen"] = f"landelijk:doelgroep-{self.chance.randint(1, TARGET_GROUPS):02}"
        self._contribute(action)
        return action

    def _loose_actions(self) -> None:
        """Actions that hang under nothing; one of them has an action below it, which so hangs loose as well."""
        loose = [self._action() for _ in range(self.chance.randint(2, 6))]
        self._action(loose[0])

    def _measure(self, tree: str, goals: list[str]) -> None:
        """An indicator with figures; it may measure nothing, contradict itself, or be dropped with or without heir."""
        indicator = self._indicator(tree)
        if not self._one_in(5):
            self._link(indicator, "meet", self.chance.choice(goals))
        for year in _YEARS:
            kind = "realisatie" if year < 2025 else "begroot"
            self._figure("metingen", f"{indicator}-{year}", "indicator", indicator, year, kind)
        if self._one_in(20):
            self._figure("metingen", f"{indicator}-2025-b", "indicator", indicator, 2025, "begroot", more=1_000_000)
        if self._one_in(10):
            self.made.tables["indicatoren"][-1]["vervallen"] = "ja"
            if self._one_in(2):
                self._indicator(tree, vernieuwd="ja", vervangt=indicator)

    def _measure_actions(self, tree: str) -> None:
        """Four indicators that measure an action of the agenda."""
        actions = [row["id"] for row in self.made.tables["acties"] if row["document"] == AGENDA]
        for action in actions[:16:4]:
            self._link(self._indicator(tree), "meet", action)

    def _indicator(self, tree: str, **cells: str) -> str:
        usual = {
            "tabelgroep": "Wat wij meten", "eenheid": self.chance.choice(("aantal", "%")),
            "bron": self.chance.choice(_SOURCES), "vervallen": "nee", "vernieuwd": "nee",
        }  # fmt: skip
        return self._element("indicatoren", onderdeel_van=tree, **(usual | cells))

    def _figure(self, table: str, local: str, column: str, of: str, year: int, kind: str, more: int = 0) -> None:
        value = str(self.chance.randint(1, 99_999) + more)
        self._add(
            table, **{column: of}, id=local, document=BUDGET, periode=str(year), soort=kind, waarde=value, ruw=value,
            vindplaatsen=self._place(),
        )  # fmt: skip

    def _contribute(self, element: str) -> None:
        if self._one_in(3):
            number, part = self.chance.randint(1, PROGRAMMES), self.chance.randint(1, ELEMENTS_A_PROGRAMME)
            self._link(element, "draagt bij aan", f"landelijk:programma-{number:02}-{part}")

    def _link(self, start: str, relation: str, end: str) -> None:
        local = f"{self._document}-verband-{len(self.made.tables['verbanden']) + 1:03}"
        strength = self.chance.choice(("zeker", "aannemelijk"))
        self._add(
            "verbanden", id=local, van=start, relatie=relation, naar=end, sterkte=strength,
            reden="Beide gaan over hetzelfde onderwerp.", vindplaatsen=self._place(),
        )  # fmt: skip

    def _element(self, table: str, **cells: str) -> str:
        local = f"{self._document}-{table}-{len(self.made.tables[table]) + 1:03}"
        name = f"{self.chance.choice(_VERBS)} {self.chance.choice(_SUBJECTS)} ({local[-3:]})"
        self._add(table, id=local, naam=name, document=self._document, vindplaatsen=self._place(), **cells)
        return local

    def _place(self) -> str:
        """A place in the present document: often that of the row before, as neighbouring rows share a passage."""
        places = self.made.tables["vindplaatsen"]
        if not places or places[-1]["document"] != self._document or self._one_in(5):
            line = 10 * len(places) + 1
            local = f"{self._document}-v{len(places) + 1:03}"
            mark = f"w{self.chance.randint(3, 40)}-{self.chance.getrandbits(64):016x}"
            self._add(
                "vindplaatsen", id=local, document=self._document, sectie=f"Hoofdstuk {line // 100 + 1}",
                regel_van=str(line), regel_tot=str(line + 3), vingerafdruk=mark,
            )  # fmt: skip
        return places[-1]["id"]

    def _one_in(self, number: int) -> bool:
        return self.chance.randrange(number) == 0

    def _add(self, table: str, **cells: str) -> None:
        self.made.tables[table].append({column: value for column, value in cells.items() if value})

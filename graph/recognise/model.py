"""What recognition finds in a document: findings, mentions of names, and signals about what is odd."""

from __future__ import annotations

from dataclasses import dataclass

#: How sure a finding is, best first. The words are shown to the user.
CERTAINTIES = ("zeker", "waarschijnlijk", "twijfel")
SURE, LIKELY, DOUBTFUL = CERTAINTIES

#: The kinds of finding, in the order of the register's tables.
KINDS = (
    "thema", "opgave", "effect", "doelenboom", "doel", "subdoel", "actie", "indicator", "budget", "principe",
    "criterium", "kernelement", "rol", "fase",
)  # fmt: skip
#: How high a kind stands in the tree of goals; a finding hangs under one with a lower figure.
RANKS = {"thema": 10, "doelenboom": 10, "effect": 20, "opgave": 30, "doel": 40, "subdoel": 50, "actie": 60}
#: Kinds that other findings may hang under.
CONTAINERS = ("thema", "doelenboom", "opgave", "doel", "subdoel")


@dataclass(frozen=True)
class Cell:
    """One filled cell of a row of figures.

    `period` is what the heading names ('2025', '2022/2023'), `kind` is begroot, realisatie or streefwaarde. `value` is
    the number in the cell, None when it holds words ('Vervalt', 'Ja', 'n.v.t.').
    """

    period: str
    kind: str
    raw: str
    value: float | None


@dataclass(frozen=True)
class Finding:
    """One thing that the document sets out.

    `kind` is one of KINDS, `number` the number as printed, `first` and `last` lines of the text as read (from 1).
    `parent` is the number, else the label, of the finding that this one hangs under. `rule` says in Dutch why it was
    found, `certainty` is one of CERTAINTIES. `group` is the title row or list heading it stands under, `actor` who a
    role belongs to, `origin` of whom a criterium was taken over; `doer`, `years` and `amount` are what the text of an
    action says of them. `cells`, `unit`, `source`, `dropped` and `renewed` are of rows of figures, `money_kind` is
    lasten, baten or saldo.
    """

    kind: str
    label: str
    first: int
    last: int
    rule: str
    certainty: str = SURE
    number: str | None = None
    parent: str | None = None
    page: int | None = None
    group: str | None = None
    unit: str | None = None
    source: str | None = None
    actor: str | None = None
    origin: str | None = None
    doer: str | None = None
    years: tuple[int, ...] = ()
    amount: str | None = None
    money_kind: str | None = None
    dropped: bool = False
    renewed: bool = False
    cells: tuple[Cell, ...] = ()

    @property
    def name(self) -> str:
        """What others call this finding by: its number, or else its label."""
        return self.number or self.label


@dataclass(frozen=True)
class Mention:
    """A name in the text: `kind` is partner, programma, wet, kern or regio.

    `name` is the fullest name that is known, `form` the wording used here, `reference` the row of the register
    (`ruimte:id`) or None, `item` the name of the finding whose text holds it or None.
    """

    kind: str
    name: str
    form: str
    line: int
    rule: str
    certainty: str = SURE
    reference: str | None = None
    item: str | None = None


@dataclass(frozen=True)
class Signal:
    """Something that a careful reader would ask about. `kind` is a Dutch word, `text` a Dutch sentence."""

    line: int
    kind: str
    text: str


@dataclass(frozen=True)
class Recognition:
    """All that was recognised in one document, each in reading order."""

    findings: tuple[Finding, ...]
    mentions: tuple[Mention, ...]
    signals: tuple[Signal, ...]

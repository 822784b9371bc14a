"""The words of the map: what each kind of element and link is called, and how big its card is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A class of elements as the map shows it: Dutch names for one and many, and its card (width, height, type)."""

    one: str
    many: str
    width: int
    height: int
    font: int


#: The kinds that stand on the map. The order is that of lists and of the search.
KINDS: dict[str, Kind] = {
    "Thema": Kind("Thema", "Thema’s", 250, 110, 25),
    "Doelenboom": Kind("Doelenboom", "Doelenbomen", 250, 110, 23),
    "Effect": Kind("Beoogd effect", "Beoogde effecten", 310, 80, 17),
    "Opgave": Kind("Opgave", "Opgaven", 310, 92, 18),
    "Doel": Kind("Doel", "Doelen", 310, 80, 17),
    "Subdoel": Kind("Subdoel", "Subdoelen", 310, 80, 17),
    "Actie": Kind("Actie", "Acties", 356, 43, 17),
    "Indicator": Kind("Indicator", "Indicatoren", 356, 43, 17),
    "Principe": Kind("Principe", "Principes", 330, 64, 16),
    "Criterium": Kind("Criterium", "Criteria", 330, 64, 16),
    "Rolverwachting": Kind("Rolverwachting", "Rolverwachtingen", 356, 43, 17),
    "Fase": Kind("Fase", "Fasen", 270, 60, 15),
    "Budgetpost": Kind("Budgetpost", "Budgetposten", 270, 46, 16),
    "Gemeente": Kind("Gemeente", "Gemeenten", 270, 50, 17),
    "Partner": Kind("Partner", "Partners", 270, 50, 16),
    "Groep": Kind("Groep", "Groepen", 270, 50, 16),
    "Programma": Kind("Programma", "Programma’s", 300, 60, 16),
    "Kernelement": Kind("Kernelement", "Kernelementen", 310, 84, 17),
    "Wet": Kind("Wet of regeling", "Wetten en regelingen", 250, 50, 15),
    "Kern": Kind("Kern", "Kernen", 200, 50, 15),
    "Regio": Kind("Regio", "Regio’s", 200, 50, 15),
    "Doelgroep": Kind("Doelgroep", "Doelgroepen", 230, 50, 15),
    "Document": Kind("Document", "Documenten", 290, 60, 15),
}

#: The cards of the first picture are bigger: it is read from the back of a hall.
START_WIDTH, START_HEIGHT, START_FONT = 720, 92, 24

ACTORS = ("Gemeente", "Partner", "Groep")
GOALS = ("Opgave", "Doel", "Subdoel")
TOPS = ("Thema", "Doelenboom")


@dataclass(frozen=True)
class Relation:
    """A kind of link: what the source says of the target, and the target of the source."""

    there: str
    back: str


#: Every link that the map knows, by the local name of its property, in the order of the panel.
RELATIONS: dict[str, Relation] = {
    "onderdeelVan": Relation("Hoort bij", "Valt uiteen in"),
    "trekker": Relation("Wie trekt dit", "Trekt"),
    "uitvoerder": Relation("Wie voert dit uit", "Voert uit"),
    "betrokken": Relation("Wie doet mee", "Doet mee aan"),
    "actor": Relation("Van wie dit wordt gevraagd", "Wat er wordt gevraagd"),
    "meet": Relation("Meet", "Wordt gemeten met"),
    "bronpartner": Relation("Wie het cijfer levert", "Levert het cijfer voor"),
    "draagtBijAan": Relation("Draagt bij aan", "Wat hieraan bijdraagt"),
    "programma": Relation("Onderdeel van", "Onderdelen"),
    "gebaseerdOp": Relation("Rust op", "Basis voor"),
    "zelfdeDoelAls": Relation("Zelfde doel als", "Zelfde doel als"),
    "zelfdeBelofteAls": Relation("Zelfde belofte als", "Zelfde belofte als"),
    "kern": Relation("In kern", "Wat hier gebeurt"),
    "doelgroep": Relation("Voor wie", "Wat er voor hen is"),
    "replaces": Relation("Komt in plaats van", "Vervangen door"),
    "noemt": Relation("Noemt", "Genoemd bij"),
    "exactMatch": Relation("Zelfde als", "Zelfde als"),
    "closeMatch": Relation("Bijna hetzelfde als", "Bijna hetzelfde als"),
    "broadMatch": Relation("De ander is ruimer", "De ander is nauwer"),
    "narrowMatch": Relation("De ander is nauwer", "De ander is ruimer"),
    "relatedMatch": Relation("Verwant met", "Verwant met"),
    "spanningMet": Relation("Spanning met", "Spanning met"),
}

MATCHES = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch", "spanningMet")
ROLES = ("trekker", "uitvoerder", "betrokken")

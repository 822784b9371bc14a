"""Making Dutch sentences from counts and names, so that they read as a person wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: From thirteen on a number is written in digits (Taaladvies: up to twelve in words).
_WORDS = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
)  # fmt: skip
_QUOTED = re.compile("“[^”]*”")


@dataclass(frozen=True)
class Noun:
    """A noun of ours: one, many, its article, and how a sentence refers back to one of it."""

    one: str
    many: str
    article: str = "de"
    pronoun: str = "hem"


ACTIE = Noun("actie", "acties", pronoun="haar")
DOEL = Noun("doel", "doelen", "het", "het")
INDICATOR = Noun("indicator", "indicatoren")

#: What a reader calls the members of each class.
NOUNS = {
    "Thema": Noun("thema", "thema’s", "het", "het"),
    "Doelenboom": Noun("doelenboom", "doelenbomen"),
    "Effect": Noun("effect", "effecten", "het", "het"),
    "Opgave": Noun("opgave", "opgaven", pronoun="haar"),
    "Doel": DOEL,
    "Subdoel": Noun("subdoel", "subdoelen", "het", "het"),
    "Actie": ACTIE,
    "Principe": Noun("principe", "principes", "het", "het"),
    "Criterium": Noun("criterium", "criteria", "het", "het"),
    "Rolverwachting": Noun("verwachting", "verwachtingen", pronoun="haar"),
    "Fase": Noun("fase", "fasen", pronoun="haar"),
    "Indicator": INDICATOR,
    "VerplichteIndicator": Noun("verplichte indicator", "verplichte indicatoren"),
    "Budgetpost": Noun("budgetpost", "budgetposten"),
    "Programma": Noun("programma", "programma’s", "het", "het"),
    "Kernelement": Noun("onderdeel", "onderdelen", "het", "het"),
    "Document": Noun("document", "documenten", "het", "het"),
}


def this(noun: Noun) -> str:
    """The noun, pointed at.

    >>> this(ACTIE), this(DOEL)
    ('deze actie', 'dit doel')
    """
    return f"{'dit' if noun.article == 'het' else 'deze'} {noun.one}"


def number_word(number: int) -> str:
    """A whole number as it stands in a sentence.

    >>> number_word(1), number_word(12), number_word(13), number_word(1500)
    ('één', 'twaalf', '13', '1.500')
    """
    return _WORDS[number] if 0 <= number < len(_WORDS) else f"{number:,}".replace(",", ".")


def counted(number: int, noun: Noun) -> str:
    """A number of things.

    >>> counted(3, ACTIE), counted(1, ACTIE), counted(0, ACTIE)
    ('drie acties', 'één actie', 'geen acties')
    """
    if number == 0:
        return f"geen {noun.many}"
    return f"{number_word(number)} {noun.one if number == 1 else noun.many}"


def part_of(number: int, total: int, noun: Noun) -> str:
    """Some of the things that there are; `number` is at least one.

    >>> part_of(2, 5, DOEL), part_of(5, 5, DOEL), part_of(2, 2, DOEL), part_of(1, 1, DOEL)
    ('twee van de vijf doelen', 'alle vijf doelen', 'beide doelen', 'het enige doel')
    >>> part_of(1, 5, DOEL)
    'een van de vijf doelen'
    """
    if number < total:
        # Before 'van de' nobody reads a number, so it has no accents (Taaladvies).
        some = "een" if number == 1 else number_word(number)
        return f"{some} van de {number_word(total)} {noun.many}"
    if total == 1:
        return f"{noun.article} enige {noun.one}"
    return f"beide {noun.many}" if total == 2 else f"alle {number_word(total)} {noun.many}"


def there_are(number: int, noun: Noun, verb: tuple[str, str], where: str) -> str:
    """That there are so many of something, in the tone of a talk; `verb` is for one and for many.

    >>> there_are(3, ACTIE, ("staat", "staan"), "in de agenda")
    'Er staan drie acties in de agenda.'
    >>> there_are(0, ACTIE, ("staat", "staan"), "in de agenda")
    'Er staat nog geen actie in de agenda.'
    """
    if number == 0:
        return sentence(f"er {verb[0]} nog geen {noun.one} {where}")
    return sentence(f"er {verb[number != 1]} {counted(number, noun)} {where}")


def known_of(number: int, total: int, what_one: str, what_many: str) -> str:
    """Of how many of the things just mentioned something is known; `total` is at least one.

    >>> known_of(1, 3, "wie haar trekt", "wie ze trekt")
    'van één is bekend wie haar trekt'
    >>> known_of(0, 3, "wie haar trekt", "wie ze trekt")
    'van geen enkele is bekend wie haar trekt'
    >>> known_of(3, 3, "wie haar trekt", "wie ze trekt"), known_of(2, 2, "wie haar trekt", "wie ze trekt")
    ('van alle drie is bekend wie ze trekt', 'van allebei is bekend wie ze trekt')
    >>> known_of(0, 1, "wie haar trekt", "wie ze trekt")
    'daarvan is nog niet bekend wie haar trekt'
    """
    if total == 1:
        return f"daarvan is {'' if number else 'nog niet '}bekend {what_one}"
    if number == 0:
        return f"van geen enkele is bekend {what_one}"
    if number == total:
        everyone = "allebei" if total == 2 else f"alle {number_word(total)}"
        return f"van {everyone} is bekend {what_many}"
    return f"van {number_word(number)} is bekend {what_one if number == 1 else what_many}"


def listed(texts: Iterable[str]) -> str:
    """Texts in a row, with a comma and 'en'; with ';' between texts that hold a comma outside quotation marks.

    >>> listed(["a", "b", "c"]), listed(["a, b", "c"]), listed(["“a, b”", "c"]), listed(["a"])
    ('a, b en c', 'a, b; en c', '“a, b” en c', 'a')
    """
    items = list(texts)
    if len(items) < 2:
        return "".join(items)
    if any(", " in _QUOTED.sub("", item) for item in items):
        return f"{'; '.join(items[:-1])}; en {items[-1]}"
    return f"{', '.join(items[:-1])} en {items[-1]}"


def some_of(texts: Sequence[str], limit: int) -> str:
    """At most `limit` texts in a row, and how many more there are.

    >>> some_of(["a", "b", "c", "d"], 2), some_of(["a", "b"], 2)
    ('a, b en nog twee', 'a en b')
    """
    rest = len(texts) - limit
    if rest <= 0:
        return listed(texts)
    return listed([*texts[:limit], f"nog {number_word(rest)}"])


def quoted(name: str) -> str:
    """A name as the document prints it, between quotation marks.

    >>> quoted("Meedoen")
    '“Meedoen”'
    """
    return f"“{name}”"


def sentence(text: str) -> str:
    """The text with a capital at the start and a full stop at the end.

    >>> sentence("er is geen actie"), sentence("weet u dit?"), sentence("één actie loopt")
    ('Er is geen actie.', 'Weet u dit?', 'Eén actie loopt.')
    """
    text = text.strip()
    # At the start of a sentence the accents of 'één' fall from the capital (Taaladvies).
    text = text.replace("één", "eén", 1) if text.startswith("één") else text
    start = text[:1].upper() + text[1:]
    return start if start.endswith((".", "?", "!", ":", ".”", "?”", "!”")) else f"{start}."


def paragraph(*sentences: str) -> str:
    """Sentences after each other; an empty one is left out.

    >>> paragraph("Er is geen actie.", "", "Dat is jammer.")
    'Er is geen actie. Dat is jammer.'
    """
    return " ".join(text for text in sentences if text)


def amount(value: float) -> str:
    """An amount of money, rounded as one says it.

    >>> amount(21461452), amount(15015176), amount(512300), amount(812)
    ('21,5 miljoen euro', '15 miljoen euro', '512.000 euro', '812 euro')
    """
    if abs(value) >= 1_000_000:
        return f"{figure(round(value / 1_000_000, 1))} miljoen euro"
    rounded = round(value, -3) if abs(value) >= 10_000 else round(value)
    return f"{rounded:,.0f} euro".replace(",", ".")


def figure(value: float) -> str:
    """A number as a reader writes it.

    >>> figure(1144.0), figure(12.5), figure(67)
    ('1.144', '12,5', '67')
    """
    if float(value).is_integer():
        return f"{int(value):,}".replace(",", ".")
    whole, _, rest = f"{value:,.2f}".rstrip("0").partition(".")
    return f"{whole.replace(',', '.')},{rest}"

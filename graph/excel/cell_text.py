"""From the cell of a workbook to the text that stands in the register, however a person or a program typed it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from beleidsspoor.graph.register.schema import Column, Kind

#: What is wrong with a cell: a message and an advice, in Dutch.
Wrong = tuple[str, str]

_TYPE_AGAIN = "Maak de cel op als tekst en typ de waarde opnieuw."
#: Spaces that do not break, which other programs leave behind, and the sign by which Excel writes half a line end.
_SPACES = re.compile("[\u00a0\u2007\u202f]")
_RETURN = re.compile(r"_x000D_", re.IGNORECASE)
_COMMA = re.compile(r"^-?[0-9]+,[0-9]+$")
_THOUSANDS = re.compile(r"^-?[0-9]{1,3}((?:\.[0-9]{3})+)(,[0-9]+)?$")
_DAY = re.compile(r"^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})$")
#: Years with any sign between them; no year holds one.
_YEARS = re.compile(r"^[0-9,;\s]+$")
_MINUS = re.compile("^[\u2010-\u2015\u2212](?=[0-9])")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "‚": "'", "′": "'", "“": '"', "”": '"', "„": '"', "″": '"'})
_YES_OR_NO = {
    **dict.fromkeys(("ja", "j", "waar", "true"), "ja"),
    **dict.fromkeys(("nee", "n", "onwaar", "false"), "nee"),
}
#: The day that Excel counts days from; a number of a year, shown as a date, lies within these years.
_DAY_ZERO = datetime.date(1899, 12, 30)
_LIKELY_YEARS = range(1900, 2200)


def text_of(value: object, data_type: str, column: Column) -> tuple[str, Wrong | None]:
    """The text of a cell as it would stand in the register, and what is wrong with it.

    `value` and `data_type` are those of openpyxl. Whether the text is good for the column is not judged here.

    >>> column = Column("waarde", "", 1, Kind.DECIMAL, False, False, "", "", {}, None)
    >>> text_of("1.234,5", "s", column)
    ('1234.5', None)
    """
    kind = column.kind
    if data_type == "f":
        return "", ("Hier staat een formule.", "Zet de uitkomst zelf in de cel.")
    if data_type == "e":
        return "", (f"Hier staat een fout van Excel ({value}).", "Typ de waarde opnieuw.")
    if isinstance(value, bool):
        if kind is Kind.BOOLEAN:
            return "ja" if value else "nee", None
        return "", (f"Excel maakte hier {'WAAR' if value else 'ONWAAR'} van.", _TYPE_AGAIN)
    if isinstance(value, int):
        return str(value), None
    if isinstance(value, float):
        return _number(value, kind)
    if isinstance(value, datetime.datetime | datetime.date):
        return _date(value, kind)
    if isinstance(value, str):
        return _typed(tidy(value), column), None
    return "", ("Excel maakte hier een tijd van.", _TYPE_AGAIN)


def tidy(text: str) -> str:
    """A text without what programs leave behind: spaces that do not break, half line ends, spaces around it.

    >>> tidy("\\u00a0vijf\\u00a0jaar_x000D_ ")
    'vijf jaar'
    """
    return _SPACES.sub(" ", _RETURN.sub("", text)).replace("\r\n", "\n").replace("\r", "\n").strip()


def straight(text: str) -> str:
    """A text with straight quotes, on one line, in small letters: the form by which a word is looked up.

    >>> straight("Thema’s  en “doelen”")
    'thema\\'s en "doelen"'
    """
    return " ".join(_SPACES.sub(" ", text).translate(_QUOTES).split()).casefold()


def _typed(text: str, column: Column) -> str:
    """What was typed, in the notation of the register."""
    read: Callable[[str], str] | None = None
    if column.kind is Kind.CHOICE:
        words = {straight(word): word for word in column.choices}
        read = lambda part: words.get(straight(part), part)  # noqa: E731
    else:
        read = _NOTATIONS.get(column.kind)
    if column.kind is Kind.YEAR and column.many and _YEARS.match(text):
        return ";".join(re.findall("[0-9]+", text))
    if read is None:
        return text
    if not column.many:
        return read(text)
    return ";".join(read(part.strip()) for part in text.split(";"))


def _in_register_notation(text: str) -> str:
    """A number as the register writes it; a text that is none stays as it is."""
    text = _MINUS.sub("-", text)
    thousands = _THOUSANDS.match(text)
    # One point with three figures behind it can be a thousand or a decimal: that is for the reader to say.
    if thousands and (thousands[2] or thousands[1].count(".") > 1):
        text = text.replace(".", "")
    return text.replace(",", ".") if _COMMA.match(text) else text


def _whole_number(text: str) -> str:
    text = _in_register_notation(text)
    return text.replace(".", "") if _THOUSANDS.match(text) else text


def _day(text: str) -> str:
    """A date as jjjj-mm-dd when it was typed with the day first; another text stays as it is."""
    found = _DAY.match(text)
    if found is None:
        return text
    try:
        return datetime.date(int(found[3]), int(found[2]), int(found[1])).isoformat()
    except ValueError:
        return text


_NOTATIONS: dict[Kind, Callable[[str], str]] = {
    Kind.DECIMAL: _in_register_notation,
    Kind.INTEGER: _whole_number,
    Kind.DATE: _day,
    Kind.BOOLEAN: lambda text: _YES_OR_NO.get(straight(text), text),
}


def _number(value: float, kind: Kind) -> tuple[str, Wrong | None]:
    if value.is_integer() and abs(value) < 1e18:
        return str(int(value)), None
    if kind in (Kind.DECIMAL, Kind.INTEGER, Kind.YEAR) and abs(value) < 1e18:
        return f"{value:.9f}".rstrip("0").rstrip("."), None
    shown = str(value).replace(".", ",")
    return "", (f"Excel maakte hier het getal {shown} van, en dan valt een nul aan het eind weg.", _TYPE_AGAIN)


def _date(value: datetime.datetime | datetime.date, kind: Kind) -> tuple[str, Wrong | None]:
    day = value.date() if isinstance(value, datetime.datetime) else value
    if kind is Kind.DATE:
        return day.isoformat(), None
    advice = _TYPE_AGAIN
    if kind is Kind.YEAR:
        number = (day - _DAY_ZERO).days
        year = number if number in _LIKELY_YEARS else day.year
        advice = f"Maak de cel op als tekst en schrijf alleen het jaar, bijvoorbeeld {year}."
    return "", (f"Excel maakte hier een datum van ({day.isoformat()}).", advice)

"""Whether a document is plainly of another municipality than the one that the proposal is for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.register.new_ruimte import listed_municipalities
from beleidsspoor.graph.register.reading import Register, Row
from beleidsspoor.graph.register.slugs import slug

_WORD = re.compile(r"[^\W_]+")
#: What stands before the name of a municipality, or of a place, and not before the sentence 'Best lastig'; so far back
#: is looked.
_MUNICIPALITY = re.compile(r"(?<!\w)gemeente(?:raad)?\s+(?:van\s+)?['’]?$", re.IGNORECASE)
_PLACE = re.compile(r"(?<!\w)(?:in|binnen|uit|naar)\s+['’]?$", re.IGNORECASE)
_REACH = 30
#: Who wrote a document stands alone on one of its first lines.
_SENDER = re.compile(
    r"\W{0,3}(?i:gemeente)\s+(?:['’]\w-?\s?)?[A-ZÀ-Þ][\w'’-]+(?:\s(?:aan|de|den|der|en|in|op|van|[A-ZÀ-Þ][\w'’-]+)){0,4}[^\w.]{0,3}$"
)
_TOP = 12
#: What a region calls itself, in the text and in a title.
_REGION = re.compile(r"(?<!\w)(?:sub-?)?regio", re.IGNORECASE)
_SHARED = re.compile(r"regio|gemeenten\b|samenwerk", re.IGNORECASE)
#: 'Gemeente X' must stand there so often. When the title names X as well once is enough, or 'in X' so often.
_OFTEN, _IN_PLACE = 3, 2
#: A document of one municipality names it in this part of all places where any municipality is named.
_SHARE = 2 / 3
#: The own municipality is hardly named when it is named once for so many times that the other is, or less.
_HARDLY = 10

#: The spellings of municipalities, by the first word of each: all words of it as ids, and the name it stands for.
_Spellings = dict[str, list[tuple[tuple[str, ...], str]]]


def find_other_municipality(
    file: str, title: str, lines: Sequence[str], register: Register, ruimte: str
) -> Fault | None:
    """What to tell when the document called `file` is plainly of another municipality than `ruimte` is.

    Municipalities are those of the list of CBS and of the register. None when the document is of `ruimte`, and when it
    is not sure: a ruimte that is no municipality, a document of a region or of several municipalities, one that names
    no municipality often enough, or names the own one or a village of it as well.
    """
    own = [row for row in register.rows_of("gemeenten") if row.ruimte == ruimte]
    if len(own) != 1 or _SHARED.search(title):
        return None
    text, spellings = "\n".join(lines), _spellings(register)
    found = list(_find(text, spellings))
    named = Counter(name for _, name in found)
    if not named:
        return None
    other, times = named.most_common(1)[0]
    in_title = any(name == other for head in (title, *_sender(lines)) for _, name in _find(head, spellings))
    sure = _is_named_as_one(text, [begin for begin, name in found if name == other], in_title)
    alone = times >= _SHARE * named.total() and len(_REGION.findall(text)) <= times
    own_times = _count_own(text, own[0], register)
    if not (sure and alone) or own_times * _HARDLY > times:
        return None
    own_name = _names(own[0])[0]
    message = f"Dit document lijkt van gemeente {other}, niet van {own_name}: "
    message += f"het noemt {other} {times} keer en {own_name} {f'{own_times} keer' if own_times else 'niet'}."
    return Fault(file, None, None, message, _advice(other, own_name, register))


def _sender(lines: Sequence[str]) -> Iterator[str]:
    """The lines at the top that hold nothing but who wrote the document: 'Gemeente Raalte' below a title."""
    return (line for line in lines[:_TOP] if _SENDER.match(line))


def _find(text: str, spellings: _Spellings) -> Iterator[tuple[int, str]]:
    """Where a municipality is named, and which one. A name has capitals: 'Buren' may be one, 'buren' is none."""
    words = list(_WORD.finditer(text))
    end = 0
    for at, word in enumerate(words):
        if word.start() < end or not (word[0][0].isupper() or word[0] == "s"):
            continue
        for spelling, name in spellings.get(slug(word[0]), ()):
            same = words[at : at + len(spelling)]
            if tuple(slug(each[0]) for each in same) == spelling and same[-1][0][0].isupper():
                end = same[-1].end()
                yield word.start(), name
                break


def _is_named_as_one(text: str, begins: Sequence[int], in_title: bool) -> bool:
    """Whether the words before a name, at these places in the text, say that it is a municipality and no other word."""
    before = [text[max(0, begin - _REACH) : begin] for begin in begins]
    told, placed = (sum(bool(form.search(each)) for each in before) for form in (_MUNICIPALITY, _PLACE))
    return told >= _OFTEN or (in_title and (told > 0 or placed >= _IN_PLACE))


def _spellings(register: Register) -> _Spellings:
    """Every spelling, the longest first: 'Utrechtse Heuvelrug' before a name of one word."""
    names = {spelling: each.name for spelling, each in listed_municipalities().items()}
    for row in register.rows_of("gemeenten"):
        own = _names(row)
        named = names.get(slug(own[0]), own[0])
        names.update((slug(name), named) for name in own)
    found: _Spellings = {}
    for spelling, name in sorted(names.items(), key=lambda each: -len(each[0])):
        words = tuple(spelling.split("-"))
        found.setdefault(words[0], []).append((words, name))
    return found


def _names(row: Row) -> list[str]:
    """How a municipality is called, without 'Gemeente' before it."""
    names = (row.one("naam") or row.id, *row.cells.get("andere_namen", ()))
    return [name.removeprefix("Gemeente ") for name in names]


def _count_own(text: str, own: Row, register: Register) -> int:
    """How often the own municipality or one of its villages is named; 'Dorpse' and 'Dorpenaren' count too."""
    villages = [row.one("naam") or row.id for row in register.rows_of("kernen") if row.ruimte == own.ruimte]
    names = (form for name in (*_names(own), *villages) for form in (name, name.upper()))
    return len(re.findall(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})", text))


def _advice(other: str, own: str, register: Register) -> str:
    """What to do: read it for the other municipality, which may have a folder of its own."""
    rows = list(register.rows_of("gemeenten"))
    alone = {ruimte for ruimte, times in Counter(row.ruimte for row in rows).items() if times == 1}
    folders = (row.ruimte for row in rows if row.ruimte in alone and slug(_names(row)[0]) == slug(other))
    folder = next(folders, None)
    first = "" if folder else f"geef eerst de opdracht beleidsspoor nieuw {_quoted(other)}, en "
    return (
        f"Hoort het toch bij {own}, dan hoeft u niets te doen. Anders: {first}lees het document opnieuw met "
        f"--ruimte {folder or slug(other)}. Neem dit voorstel dan niet over."
    )


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name or "'" in name else name

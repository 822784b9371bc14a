"""What was said about a thema before, what was done with it, and whether anybody signed it off."""

from __future__ import annotations

from beleidsspoor.graph.akkoord.history import SignOff, signoffs
from beleidsspoor.graph.dossier.limits import Limits
from beleidsspoor.graph.dossier.material import Material, reference_of
from beleidsspoor.graph.dossier.model import Block, Bullets, DataTable, Paragraph, Section
from beleidsspoor.graph.dossier.sentences import (
    NOUNS,
    Noun,
    counted,
    listed,
    number_word,
    paragraph,
    quoted,
    sentence,
    this,
)
from beleidsspoor.graph.reacties.history import DONE, IN_HAND, OPEN, REFUSED, Remark, remarks
from beleidsspoor.graph.register.cells import shorten
from beleidsspoor.graph.store import Element, dutch_date

_REACTIE = Noun("reactie", "reacties", pronoun="haar")
_CHANGES = 3
#: The longest text of a remark or answer in the main part, and the most remarks on what has no chapter.
_LONGEST = 300
_OTHERS = 8

#: What was done with a remark, as the start of a sentence.
_DONE_WITH = {
    IN_HAND: "De gemeente zoekt dit uit",
    DONE: "De gemeente heeft hier iets mee gedaan",
    REFUSED: "De gemeente heeft dit niet overgenomen",
}


def history_blocks(material: Material, thema: Element, limits: Limits) -> tuple[list[Block], list[Block]]:
    """Remarks on the thema or on anything in it, and its sign-off: main part and annex."""
    about = this(NOUNS[thema.soort])
    inside = {reference_of(one.iri) for one in material.own if one.thema == thema.iri}
    said = [remark for remark in _newest_first(material) if remark.element in inside]
    main: list[Block] = [Section(2, "Reacties tot nu toe en akkoord", f"{thema.id}-reacties")]
    told, annex = _remarks(said, f"Op {about}", f"Reacties op {thema.naam}", f"{thema.id}-reacties", limits.reactions)
    main += told or [Paragraph(f"Er zijn nog geen reacties op {about}.")]
    signed = _signed(material, thema)
    main.append(Bullets(signed) if signed else Paragraph(f"Er is nog geen akkoord op {about}."))
    return main, annex


def other_remarks(material: Material, themas: tuple[Element, ...]) -> tuple[list[Block], list[Block]]:
    """Remarks on what stands in none of these themas, so that none is left without a word: main part and annex."""
    tops = {thema.iri for thema in themas}
    other = {reference_of(one.iri) for one in material.own if one.thema not in tops}
    said = [remark for remark in _newest_first(material) if remark.element in other]
    told, annex = _remarks(said, "Op iets anders", "Andere reacties", "andere-reacties", _OTHERS)
    return [Section(2, "Andere reacties", "andere-reacties"), *told] if told else [], annex


def _newest_first(material: Material) -> list[Remark]:
    return sorted(remarks(material.dataset.register), key=lambda remark: remark.op, reverse=True)


def _remarks(said: list[Remark], on: str, caption: str, anchor: str, most: int) -> tuple[list[Block], list[Block]]:
    """What was answered before what was not, shortened; in the annex all in full when something was left out."""
    if not said:
        return [], []
    shown = sorted(said, key=lambda remark: remark.toestand == OPEN)[:most]
    lead = f"{on} {'kwam' if len(said) == 1 else 'kwamen'} {counted(len(said), _REACTIE)} binnen."
    cut = any(len(text) > _LONGEST for one in shown for text in (one.tekst, one.antwoord))
    if len(said) > most:
        here = "staat er één" if most == 1 else f"staan er {number_word(most)}"
        lead += f" Hier {here}, eerst waar al iets mee is gedaan. In de bijlage staan ze allemaal."
    elif cut:
        lead += " Lange reacties staan in hun geheel in de bijlage."
    main: list[Block] = [Paragraph(lead), Bullets(tuple(_told(remark) for remark in shown))]
    if len(said) <= most and not cut:
        return main, []
    heads = ("Wie en wanneer", "Waarover", "Reactie", "Wat ermee is gedaan")
    rows = tuple((_who(one), _subject(one), one.tekst, _answer(one, one.antwoord)) for one in said)
    return main, [Section(2, caption, f"{anchor}-alle"), DataTable(caption, heads, rows)]


def _told(remark: Remark) -> Paragraph:
    kind = f" ({remark.soort})" if remark.soort else ""
    words = f": {quoted(shorten(remark.tekst, _LONGEST))}" if remark.tekst else ""
    changed = "De tekst is daarna veranderd." if remark.changed else ""
    text = f"{_who(remark)}{kind} over {_subject(remark)}{words}"
    return Paragraph(paragraph(sentence(text), _answer(remark, shorten(remark.antwoord, _LONGEST)), changed))


def _subject(remark: Remark) -> str:
    """What a remark is about: the element, and the question to the council that it answers."""
    asked = f", bij de vraag ‘{remark.raadsvraag}’" if remark.raadsvraag else ""
    return f"{quoted(remark.naam)}{asked}"


def _who(remark: Remark) -> str:
    return f"{remark.wie or 'Iemand'}, {_day(remark.op)}" if remark.op else remark.wie or "Iemand"


def _answer(remark: Remark, words: str) -> str:
    """What was done with it: by whom, when, and the words of the answer."""
    state = _DONE_WITH.get(remark.toestand)
    if state is None:
        return "Hier is nog geen antwoord op."
    if words:
        when = f" op {_day(remark.antwoord_op)}" if remark.antwoord_op else ""
        return f"{state}. Antwoord van {remark.door or 'de gemeente'}{when}: {sentence(quoted(words))}"
    return f"{state}. Het antwoord komt uiterlijk op {_day(remark.uiterlijk)}." if remark.uiterlijk else f"{state}."


def _day(iso: str) -> str:
    return dutch_date(iso, None, None)


def _signed(material: Material, thema: Element) -> tuple[Paragraph, ...]:
    mine = reference_of(thema.iri)
    return tuple(_signoff(one) for one in signoffs(material.dataset.register) if one.element == mine)


def _signoff(one: SignOff) -> Paragraph:
    start = f"{one.door} gaf akkoord op {_day(one.op)}."
    if one.valid:
        state = "Sindsdien is er niets veranderd."
    else:
        names = listed(quoted(change.naam) for change in one.changes[:_CHANGES])
        rest = len(one.changes) - _CHANGES
        more = f" En nog {number_word(rest)}." if rest > 0 else ""
        about = f" Het gaat om {names}.{more}" if names else ""
        state = f"Dit akkoord is vervallen, want daarna is er iets veranderd.{about}"
    minority = (
        f"{one.minderheid_door or 'Een minderheid'} denkt er anders over: {sentence(quoted(one.minderheid))}"
        if one.minderheid
        else ""
    )
    return Paragraph(paragraph(start, state, minority))

"""What is open in a thema: the four states of every dekking-question in words, from the counts of the overview."""

from __future__ import annotations

from beleidsspoor.graph.coverage import QuestionCounts
from beleidsspoor.graph.dossier.material import Material
from beleidsspoor.graph.dossier.model import Block, Bullets, DataTable, Paragraph, Section
from beleidsspoor.graph.dossier.question_words import words_of
from beleidsspoor.graph.dossier.sentences import NOUNS, listed, number_word, paragraph, quoted, sentence, this
from beleidsspoor.graph.scope import STATE_WORDS, STATES
from beleidsspoor.graph.store import Element

_NAMES = 3


def open_blocks(material: Material, thema: Element) -> tuple[list[Block], list[Block]]:
    """What is open in the thema: main part, and the counts as a table for the annex."""
    counts = material.counts_in(thema)
    head = Section(2, "Wat er nog openstaat", f"{thema.id}-open")
    if not counts:
        return [head, Paragraph("Over dit thema stelt het register nog geen vraag.")], []
    items = [item for one in counts if (item := _told(material, thema, one)) is not None]
    main: list[Block] = [head]
    if items:
        main += [Paragraph("Hier zit een gat. Het hoort er te staan, maar het staat er niet."), Bullets(tuple(items))]
    if (fine := _fine(material, thema, counts)) is not None:
        main.append(fine)
    if (unseen := _not_examined(material, counts)) is not None:
        main.append(unseen)
    rows = tuple((one.question.titel, *(str(one.tellingen[state]) for state in STATES)) for one in counts)
    heads = ("Vraag", *(STATE_WORDS[state] for state in STATES))
    table = DataTable(f"De vier toestanden bij {thema.naam}", heads, rows)
    return main, [Section(2, "Wat er openstaat, in getallen", f"{thema.id}-open-alle"), table]


def _told(material: Material, thema: Element, one: QuestionCounts) -> Paragraph | None:
    """What is missing or open on purpose in one question; None when nothing is."""
    gaps, explained = one.tellingen["gat"], one.tellingen["bewust_open"]
    if not gaps and not explained:
        return None
    words = words_of(one.question)
    total = sum(one.tellingen.values())
    missing = [row.element for row in material.rows(one.question.name, "gat", thema) if row.element]
    named = [element for element in missing if element.iri != thema.iri]
    which = ""
    if 0 < len(named) <= _NAMES and len(named) < total:
        verb = "is" if len(named) == 1 else "zijn"
        which = sentence(f"dat {verb} {listed(quoted(element.naam) for element in named)}")
    first = missing[0] if missing else None
    return Paragraph(
        paragraph(
            words.open(gaps, total, _only(material, thema, one)) if gaps else "",
            which,
            _on_purpose(material, thema, one, explained) if explained else "",
        ),
        material.place(first.iri) if first is not None and len(missing) == 1 else None,
    )


def _only(material: Material, thema: Element, one: QuestionCounts) -> str:
    """What to call the only thing that a question is about when that is the thema itself; else empty."""
    asked = {row.element.iri for row in material.rows(one.question.name, thema=thema) if row.element}
    return this(NOUNS[thema.soort]) if asked == {thema.iri} else ""


def _on_purpose(material: Material, thema: Element, one: QuestionCounts, number: int) -> str:
    rows = material.rows(one.question.name, "bewust_open", thema)
    reasons = dict.fromkeys(row.reden for row in rows if row.reden)
    words = words_of(one.question)
    about = "" if one.tellingen["gat"] else f" ({words.about})"
    verb = "staat" if number == 1 else "staan"
    return sentence(f"bewust open {verb} er {number_word(number)}{about}: {'; '.join(reasons)}")


def _fine(material: Material, thema: Element, counts: tuple[QuestionCounts, ...]) -> Paragraph | None:
    """What is in order throughout, in one paragraph."""
    fine = [one for one in counts if one.tellingen["gedekt"] == sum(one.tellingen.values())]
    if not fine:
        return None
    told = [
        words_of(one.question).covered(one.tellingen["gedekt"], one.tellingen["gedekt"], _only(material, thema, one))
        for one in fine
    ]
    return Paragraph(paragraph("Dit is gedekt.", *told))


def _not_examined(material: Material, counts: tuple[QuestionCounts, ...]) -> Paragraph | None:
    """What cannot be told, because the register holds no document of the municipality that could say so."""
    unseen = [one for one in counts if one.tellingen["niet_onderzocht"]]
    if not unseen:
        return None
    lacking = dict.fromkeys(name for one in unseen for name in material.missing_classes[one.question.name])
    classes = listed(NOUNS[name].many for name in lacking)
    abouts = listed(words_of(one.question).about for one in unseen)
    why = f"Het register heeft van {material.gemeente} geen document met {classes}."
    return Paragraph(paragraph(sentence(f"niet onderzocht is {abouts}"), why))

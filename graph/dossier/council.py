"""The questions to the council: the ten that matter most, each with why it is asked and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from beleidsspoor.graph.dossier import action_findings as actions
from beleidsspoor.graph.dossier import goal_findings as goals
from beleidsspoor.graph.dossier import wider_findings as wider
from beleidsspoor.graph.dossier.candidates import Candidate, Ground
from beleidsspoor.graph.dossier.material import Material, titled
from beleidsspoor.graph.dossier.model import Block, Bullets, Paragraph, Section
from beleidsspoor.graph.dossier.sentences import Noun, counted, number_word
from beleidsspoor.graph.dossier.weights import MOST_OF_KIND, QUESTIONS, SAME_KIND
from beleidsspoor.graph.store import Element

_NAMED = 4

#: In the order of the weights, so that an element is asked about in its heaviest kind.
_MAKERS = (
    wider.contradictions, goals.wishes, actions.promises, wider.mandatory, goals.not_worked_out, wider.without_document,
    goals.measured_no_more, wider.asked_of_others, goals.without_money, wider.programmes, actions.doubles,
    goals.without_action, goals.not_in_agenda, goals.without_measure, actions.without_leader, wider.without_successor,
)  # fmt: skip


def candidates(material: Material, themas: tuple[Element, ...], *, whole: bool) -> list[Candidate]:
    """Everything that can be asked about these themas; with `whole` also about the rest of the municipality.

    An element is asked about once: in the heaviest kind that it has.
    """
    asked: set[str] = set()
    found: list[Candidate] = []
    for make in _MAKERS:
        made = list(make(Ground(material, themas, whole, frozenset(asked))))
        found += made
        asked |= {element.iri for one in made for element in one.about}
    return sorted(found, key=lambda one: (-one.score, one.about[0].order))


def most_important(found: Sequence[Candidate]) -> list[Candidate]:
    """The ten that count most, the heaviest first; each further one of a kind counts less, and three is the most."""
    kinds: Counter[str] = Counter()
    left, chosen = list(found), list[Candidate]()
    while left and len(chosen) < QUESTIONS:
        best = min(left, key=lambda one: (SAME_KIND * kinds[one.kind] - one.score, one.about[0].order))
        kinds[best.kind] += 1
        left = [one for one in left if one is not best and kinds[one.kind] < MOST_OF_KIND]
        chosen.append(best)
    return chosen


def council_blocks(material: Material, themas: tuple[Element, ...], *, whole: bool) -> tuple[list[Block], list[Block]]:
    """The chapter with the questions to the council, and in the annex all that a question is about when it is much."""
    questions = most_important(candidates(material, themas, whole=whole))
    blocks: list[Block] = [Section(1, "Vragen aan de raad", "vragen-aan-de-raad")]
    if not questions:
        return [*blocks, Paragraph("Wij hebben nu geen vragen aan de raad.")], []
    many = counted(len(questions), Noun("vraag", "vragen"))
    lead = f"Hier {'staat' if len(questions) == 1 else 'staan'} {many} aan u."
    if len(questions) > 1:
        lead += " De belangrijkste staat bovenaan. Wij keken daarvoor naar wat er misgaat als niemand ernaar vraagt."
    blocks.append(Paragraph(lead))
    for number, one in enumerate(questions, start=1):
        blocks += _asked(material, number, one)
    return blocks, _in_full(material, questions)


def _in_full(material: Material, questions: Sequence[Candidate]) -> list[Block]:
    """Everything that the questions are about of which only some things were named."""
    annex: list[Block] = []
    for number, one in enumerate(questions, start=1):
        if len(one.about) > _NAMED:
            items = tuple(_named(material, element) for element in one.about)
            annex += [Section(2, f"Waar vraag {number} over gaat", f"vraag-{number}-alle"), Bullets(items)]
    head = Section(1, "Meer over de vragen aan de raad", "vragen-aan-de-raad-bijlage")
    return [head, *annex] if annex else []


def _asked(material: Material, number: int, one: Candidate) -> list[Block]:
    alone = len(one.about) == 1
    place = material.place(one.about[0].iri) if alone else None
    blocks: list[Block] = [
        Section(2, one.question, f"vraag-{number}"),
        Paragraph(f"Waarom wij dit vragen: {one.why[:1].lower()}{one.why[1:]}", place),
    ]
    if alone and (words := material.words(one.about[0])):
        blocks.append(material.told(one.about[0], f"In het document staat: {words}"))
    if not alone:
        items = tuple(_named(material, element) for element in one.about[:_NAMED])
        if (rest := len(one.about) - _NAMED) > 0:
            items += (Paragraph(f"En nog {number_word(rest)}. In de bijlage staan ze allemaal."),)
        blocks.append(Bullets(items))
    blocks.append(material.answer_place(one.answered_at, f"Vraag {number}", one.question))
    return blocks


def _named(material: Material, element: Element) -> Paragraph:
    """One of the things that a question is about, with the words of the document when these are at hand."""
    words = material.words(element)
    return material.told(element, f"{titled(element)}. In het document staat: {words}" if words else titled(element))

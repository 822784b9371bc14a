"""How a dekking-question reads in a sentence: of what it is asked, what is there, what is missing, what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from beleidsspoor.graph.dossier.sentences import ACTIE, DOEL, INDICATOR, NOUNS, Noun, part_of, sentence
from beleidsspoor.graph.questions import Question


@dataclass(frozen=True)
class QuestionWords:
    """The words of one question. `there` and `missing` follow on 'Bij drie van de tien doelen' (`at`), or on the things
    themselves; the first is for one thing, the second for more. `about` follows on 'niet onderzocht is'.
    """

    noun: Noun
    there: tuple[str, str]
    missing: tuple[str, str]
    about: str
    at: bool = True

    def covered(self, number: int, total: int, only: str = "") -> str:
        """That something is there for so many. `only` is what the only one is called."""
        return self._told(number, total, self.there, only)

    def open(self, number: int, total: int, only: str = "") -> str:
        """That something is missing for so many. `only` is what the only one is called."""
        return self._told(number, total, self.missing, only)

    def _told(self, number: int, total: int, forms: tuple[str, str], only: str) -> str:
        some = (only if total == 1 else "") or part_of(number, total, self.noun)
        return sentence(f"{'bij ' if self.at else ''}{some} {forms[number != 1]}")


def _same(text: str) -> tuple[str, str]:
    return text, text


_OPGAVE, _ONDERDEEL = NOUNS["Opgave"], NOUNS["Kernelement"]

_WORDS = {
    "acties-zonder-doel": QuestionWords(
        ACTIE,
        ("staat bij welk doel zij hoort", "staat bij welk doel ze horen"),
        ("staat niet bij welk doel zij hoort", "staat niet bij welk doel ze horen"),
        "bij welk doel elke actie hoort",
    ),
    "acties-zonder-trekker": QuestionWords(
        ACTIE,
        ("staat wie haar trekt", "staat wie ze trekt"),
        ("staat niet wie haar trekt", "staat niet wie ze trekt"),
        "wie elke actie trekt",
    ),
    "acties-zonder-indicator": QuestionWords(
        ACTIE,
        _same("staat een cijfer dat laat zien of er iets is gedaan"),
        _same("staat geen cijfer dat laat zien of er iets is gedaan"),
        "of cijfers laten zien wat er is gedaan",
    ),
    "doelen-zonder-actie": QuestionWords(
        DOEL, _same("staat een actie"), _same("staat nergens een actie"), "of er voor elk doel iets wordt gedaan"
    ),
    "doelen-zonder-indicator": QuestionWords(
        DOEL,
        _same("is er een indicator"),
        _same("is er geen indicator die meet of het lukt"),
        "of elk doel wordt gemeten",
    ),
    "doelen-met-alleen-vervallen-indicatoren": QuestionWords(
        Noun("gemeten doel", "gemeten doelen", "het", "het"),
        _same("gaat de gemeente door met meten"),
        _same("stopt de gemeente met meten"),
        "of elk doel ook straks nog wordt gemeten",
    ),
    "indicatoren-zonder-doel": QuestionWords(
        INDICATOR,
        _same("staat wat die meet"),
        _same("staat niet wat die meet"),
        "wat elke indicator meet",
    ),
    "indicatoren-vervallen": QuestionWords(
        Noun("indicator die stopt", "indicatoren die stoppen"),
        _same("komt er iets voor in de plaats"),
        _same("komt er niets voor in de plaats"),
        "of er voor elke indicator die stopt iets in de plaats komt",
    ),
    "indicatorkwaliteit": QuestionWords(
        INDICATOR,
        _same("is alles in orde: uitleg, bron, begin en doel"),
        _same("ontbreekt er iets, zoals uitleg, een bron of een doel"),
        "of de indicatoren goed zijn beschreven",
    ),
    "opgaven-niet-uitgewerkt": QuestionWords(
        _OPGAVE,
        ("is uitgewerkt", "zijn uitgewerkt"),
        ("staat alleen in een lijst", "staan alleen in een lijst"),
        "of elke opgave is uitgewerkt",
        at=False,
    ),
    "opgaven-niet-in-begroting": QuestionWords(
        _OPGAVE,
        ("staat ook in de begroting", "staan ook in de begroting"),
        ("staat niet in de begroting", "staan niet in de begroting"),
        "of elke opgave in de begroting staat",
        at=False,
    ),
    "begroting-niet-in-agenda": QuestionWords(
        Noun("doel uit de begroting", "doelen uit de begroting", "het", "het"),
        ("staat ook in de agenda", "staan ook in de agenda"),
        ("staat niet in de agenda", "staan niet in de agenda"),
        "of elk doel uit de begroting in de agenda staat",
        at=False,
    ),
    "programmadekking": QuestionWords(
        _ONDERDEEL,
        _same("draagt de gemeente iets bij"),
        _same("draagt de gemeente nog niets bij"),
        "wat de gemeente bijdraagt aan programma’s van Rijk en regio",
    ),
}


def words_of(question: Question) -> QuestionWords:
    """The words of a question; one that has none of its own is told by its title."""
    own = _WORDS.get(question.name)
    if own is not None:
        return own
    noun = NOUNS.get(question.rij[0], NOUNS["Kernelement"])
    title = f"{question.titel[:1].lower()}{question.titel[1:]}"
    return QuestionWords(noun, _same(f"is dit in orde: {title}"), _same(f"ontbreekt er iets: {title}"), title)

"""Who does an action, when, and how much is promised, as the text of the action says."""

from __future__ import annotations

import re
from dataclasses import replace

from beleidsspoor.graph.recognise.model import Finding
from beleidsspoor.graph.recognise.wording import first_sentence, sentences

_NOUNS = (
    "gemeente|gemeenten|college|raad|organisaties|organisatie|partners|netwerkpartners|professionals|inwoners|vrijwilligers|"
    "scholen|bibliotheek|verenigingen|sportverenigingen|corporaties|wijkteam|wijkteams|jongerenwerk|werkgevers|huisartsen|"
    "aanbieders|stichting|consulenten|medewerker|buurtsportcoaches|leerplichtambtenaar|ketennetwerk"
)
_DOER = re.compile(
    rf"^(?P<doer>(?:(?:De|Het|Onze|Alle)\s+)?(?:[^\W\d][\w/-]*\s+(?:en\s+)?){{0,4}}?(?:{_NOUNS})(?:\s+\([^)]{{1,50}}\))?"
    rf"(?:\s+(?:en|in|van|uit)\s+(?:de\s+|het\s+)?[\w-]+(?:\s+[A-Z]\w+|\s+(?:{_NOUNS}))?)?)\s+(?=[a-z]+(?:t|en|n|at|aan|al)\b)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"^(?P<doer>(?:[A-ZÀ-Þ][\w-]*\s+){1,4}?)(?=[a-z]+(?:t|en)\s+\w)")
_NO_NAME = frozenset(
    ("Er", "Het", "De", "Een", "In", "Per", "Bij", "Binnen", "Voor", "Met", "Door", "Samen", "Als", "Om", "Uit", "Na")
)
_WE = re.compile(r"\b(?P<doer>[Ww]e|[Ww]ij)(?:\s+als\s+gemeente)?\b")
_OPENS = re.compile(
    r"^(?:We|Wij)\s+[a-z]+(?:en|n)\b|^Er\s+(?:wordt|worden|komt|komen)\b|^(?:In|Per|Vanaf|Eind|Begin|Medio)\s+(?:\w+\s+)?20\d\d\b"
)
_WE_DO = re.compile(r"^(?:We|Wij)\s+(?!willen\b|vinden\b|streven\b|zijn\b|hebben\b|zien\b|geloven\b)[a-z]+(?:en|n)\b")
_INFINITIVE = re.compile(
    r"^(?!Een\b|Tegen|Binnen\b|Samen\b|Tussen\b|Mensen\b|Kinderen\b|Jongeren\b|Ouderen\b|Wanneer\b)[A-Z][a-z]{2,20}en\b"
    r"|^(?!.{140})[A-ZÀ-Þ].{8,130}\b(?!kunnen\b|hebben\b|zijn\b|worden\b|mensen\b|ouderen\b|kinderen\b|jongeren\b)"
    r"[a-z]{3,20}(?:[rktdlnpszvg]en)[.;]?$"
)
_PEOPLE = (
    "inwoners|kinderen|jongeren|jeugdigen|ouderen|ouders|gezinnen|mensen|mantelzorgers|leerlingen|kind|inwoner|"
    "huishoudens|scholen"
)
_WISH = re.compile(
    rf"^(?:(?:Meer|Minder|Alle|Iedere|Elke?|Ieder|Geen)\s|(?:[A-Z]\w+\s)?(?:{_PEOPLE})\s+[a-z]+|(?:We|Wij)\s+(?:willen|streven)\b|"
    rf"Iedereen\b|Niemand\b|In\s+20\d\d\s+[a-z]+|Er\s+(?:is|zijn)\s)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(20\d\d)\b")
_AMOUNT = re.compile(
    r"(?:(?:€\s?[\d.,]+(?:\s(?:miljoen|mln|euro))?)|\b(?:minimaal |ten minste |ongeveer )?"
    r"(?:\d{1,4}(?:\.\d{3})*|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf)\s"
    r"(?:keer per \w+|[a-z]{1,40}\s?[a-z]{3,40}))"
)


def begins_with_doer(text: str) -> bool:
    """True when a text begins with somebody, in a word and a verb: 'Maatschappelijke organisaties organiseren …'."""
    return _DOER.match(text[:300]) is not None


def begins_with_we(text: str) -> bool:
    """True when a text begins with what we do, and not with what we wish: 'We maken een plan'."""
    return _WE_DO.match(text) is not None


def is_worded_as_action(text: str) -> bool:
    """True for one sentence in which somebody will do something: 'We stellen een fonds in.'."""
    parts = sentences(text[:400])
    worded = _OPENS.match(text) is not None or _INFINITIVE.match(text) is not None or begins_with_doer(text)
    return len(text) <= 300 and len(parts) <= 2 and worded


def is_worded_as_goal(text: str) -> bool:
    """True for one sentence that says how things should be: 'Inwoners kennen elkaar en voelen zich thuis.'."""
    return len(text) <= 260 and len(sentences(text[:400])) == 1 and _WISH.match(text) is not None


def with_doer(action: Finding) -> Finding:
    """The action with its doer, years and amount, where its text names them and no table did."""
    text = action.label
    years = action.years or tuple(sorted({int(year) for year in _YEAR.findall(text)}))
    amount = _AMOUNT.search(text)
    return replace(
        action,
        doer=action.doer or _doer(text),
        years=years,
        amount=action.amount or (amount.group(0) if amount else None),
    )


def _doer(text: str) -> str | None:
    sentence = first_sentence(text)[:300]
    if match := _DOER.match(sentence) or _NAMED.match(sentence):
        doer = match.group("doer").strip()
        if doer.split()[0] not in _NO_NAME or len(doer.split()) > 1:
            return doer
    match = _WE.search(sentence)
    return match.group(0) if match else None

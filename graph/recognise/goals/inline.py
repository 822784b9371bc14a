"""Lists inside a sentence: ‘… richten we ons op vier thema's, namelijk: 'A', 'B' en 'C'’."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.drafts import Draft, draft
from beleidsspoor.graph.recognise.model import LIKELY
from beleidsspoor.graph.recognise.wording import COUNTS, sentences

_KINDS = ("thema", "principe")
_QUOTED = re.compile(r"['‘“\"]([^'’”\"]{3,80})['’”\"](?=[\s,.;)]|$)")
_PROMISE = re.compile(r"\b(\d{1,2}|" + "|".join(COUNTS) + r")\s+(?:\S{1,30}\s+){0,2}?(\S{1,30}?)[,:]")
#: Names without quotes are no longer than this.
_NAME_WORDS = 4
_COMMAS = re.compile(r",\s+(?:en\s+)?|\s+en\s+")


def recognise_inline(context: Context) -> Iterator[Draft]:
    """A draft for every name after a count, quoted or between commas: as many as promised, or none."""
    for node in context.nodes:
        if node.kind != "alinea":
            continue
        for sentence in sentences(node.text):
            promise = _PROMISE.search(sentence.casefold())
            if promise is None:
                continue
            cue = next((cue for cue in context.cues.lead_ins(promise.group(2)) if cue.kind in _KINDS), None)
            count = int(promise.group(1)) if promise.group(1).isdigit() else COUNTS[promise.group(1)]
            names = _QUOTED.findall(sentence[promise.end() :]) or _listed(sentence[promise.end() :])
            if cue is not None and len(names) == count:
                for name in names:
                    rule = f"Staat in de zin na ‘{cue.shown}’."
                    yield draft(cue.kind, node, rule, label=name, certainty=LIKELY)


def _listed(text: str) -> list[str]:
    """The names in the rest of a sentence that is nothing but their list: 'vertrouwen, nabijheid en gemak'."""
    parts = [part.strip() for part in _COMMAS.split(text.strip(" .:")) if part.strip()]
    return parts if all(len(part.split()) <= _NAME_WORDS for part in parts) else []

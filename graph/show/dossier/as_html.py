"""The dossier as one HTML page that needs nothing else: to read, and to answer in."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Any

from beleidsspoor.graph.dossier.model import AnswerPlace, Bullets, Chart, DataTable, Dossier, Paragraph
from beleidsspoor.graph.reacties.answer_form import CHOOSE, HEADS, JSON_FORM, WHO
from beleidsspoor.graph.show.dossier.charts import REACHED, draw, titled, told, years_of
from beleidsspoor.graph.show.dossier.numbering import Heading, Numbered, with_numbers

if TYPE_CHECKING:
    from jinja2 import Environment

_STYLES = ("kleuren.css", "lezen.css", "reageren.css", "afdruk.css")
_SCRIPTS = ("formulier.js", "bewaren.js", "laden.js")


@dataclass(frozen=True)
class _Part:
    """What the template writes at once: a block, or all charts that follow each other, each with its number."""

    form: str
    blocks: tuple[Any, ...]
    numbers: tuple[int, ...]


def to_html(dossier: Dossier, kinds: tuple[str, ...]) -> bytes:
    """The dossier as the bytes of one HTML page; the same dossier gives the same bytes. `kinds`: those of a reaction.

    The page asks for nothing: its policy lets the browser refuse every request.
    """
    style, script = _text(*_STYLES), _script()
    main, annex = with_numbers(dossier.blocks), with_numbers(dossier.annex, letters=True)
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    )
    page = _environment().get_template("dossier.html.j2")
    text = page.render(
        dossier=dossier,
        parts=_parts([*main, *annex]),
        contents=[block for block in (*main, *annex) if isinstance(block, Heading) and block.level <= 2],
        kinds=kinds,
        heads=HEADS,
        choose=CHOOSE,
        who=WHO,
        answers=any(isinstance(block, AnswerPlace) for block in (*main, *annex)),
        # The script reads from here which dossier it is; what is kept for one dossier is never shown in another.
        data={
            "vorm": JSON_FORM,
            "dossier": {"titel": dossier.title, "ondertitel": dossier.subtitle, "gegevens": dict(dossier.facts)},
            "sleutel": _key(dossier),
        },
        policy=policy,
        style=style,
        script=script,
    )
    return (text.rstrip() + "\n").encode()


def _parts(blocks: Sequence[Numbered]) -> list[_Part]:
    parts: list[_Part] = []
    counts = dict.fromkeys(_FORMS.values(), 0)
    for form, group in groupby(blocks, key=_form):
        for together in (tuple(group),) if form == "grafieken" else ((block,) for block in group):
            start = counts[form] + 1
            counts[form] += len(together)
            parts.append(_Part(form, together, tuple(range(start, start + len(together)))))
    return parts


_FORMS: dict[type, str] = {
    Heading: "kop",
    Paragraph: "alinea",
    Bullets: "lijst",
    DataTable: "tabel",
    Chart: "grafieken",
    AnswerPlace: "reactie",
}


def _form(block: Numbered) -> str:
    return _FORMS[type(block)]


def _figures(chart: Chart) -> list[tuple[int, str, str]]:
    """The table beside a drawing: per year what was reached and what was wanted, in words."""
    return [(year, told(chart.reached, year), told(chart.wanted, year)) for year in years_of(chart)]


def _key(dossier: Dossier) -> str:
    """A short name by which a browser keeps reactions; it changes with the title and with any text to answer on."""
    places = [block for block in (*dossier.blocks, *dossier.annex) if isinstance(block, AnswerPlace)]
    answered = [(place.element, place.version, place.question) for place in places]
    told_apart = json.dumps([dossier.title, dossier.subtitle, answered])
    return hashlib.blake2b(told_apart.encode(), digest_size=8).hexdigest()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    made = Environment(
        loader=FunctionLoader(_text), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.policies["json.dumps_kwargs"] = {"sort_keys": False, "ensure_ascii": False}
    made.globals.update(draw=lambda chart: Markup(draw(chart)), titled=titled, figures=_figures, reached_name=REACHED)
    made.filters["zoals_het_is"] = Markup
    return made


def _text(*names: str) -> str:
    folder = files("beleidsspoor.graph.show.dossier") / "templates"
    return "".join((folder / name).read_text(encoding="utf-8").replace("\r\n", "\n") for name in names)


def _script() -> str:
    """Our own script as one piece, in a scope of its own."""
    return "(() => {\n'use strict';\n" + _text(*_SCRIPTS) + "})();\n"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

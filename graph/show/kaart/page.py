"""The page: one HTML file that needs nothing else, with a policy that lets the browser refuse every request."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from beleidsspoor.graph.questions import Question
from beleidsspoor.graph.show.kaart.data import page_data
from beleidsspoor.graph.show.kaart.facts import Facts, Quoter, class_texts, read_facts
from beleidsspoor.graph.show.kaart.kinds import KINDS
from beleidsspoor.graph.show.kaart.marks import theme_marks
from beleidsspoor.graph.show.kaart.model import MapModel, read_model
from beleidsspoor.graph.show.kaart.states import read_states
from beleidsspoor.graph.show.kaart.story import Step, check_story, default_story
from beleidsspoor.graph.show.kaart.views import make_views
from beleidsspoor.graph.store import GraphStore
from beleidsspoor.graph.words import visible

if TYPE_CHECKING:
    from jinja2 import Environment

#: The parts of the script, in the order in which they run. Each is one reason to change.
SCRIPTS = (
    "base.js", "graph.js", "filters.js", "draw.js", "lines.js", "network.js", "twins.js", "chart.js", "panel.js",
    "search.js", "keys.js", "save.js", "present.js", "route.js",
)  # fmt: skip
STYLES = ("colours.css", "base.css", "parts.css", "narrow.css", "print.css")
_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"


@dataclass(frozen=True)
class MapOptions:
    """What the user chose: municipalities (ruimtes, the first one opens), the story, the source of quotes."""

    ruimten: tuple[str, ...] = ()
    story: tuple[Step, ...] = ()
    quote: Quoter | None = field(default=None, compare=False)


def render_map(
    store: GraphStore, questions: dict[str, Question], register: str, options: MapOptions | None = None
) -> bytes:
    """The map of a dataset as the bytes of one HTML file; the same dataset gives the same bytes.

    `register` is the version of the register, which the page prints. Raises InputFaults when a step of the story names
    a view or element that the map does not have.
    """
    options = options or MapOptions()
    model = read_model(store, options.ruimten)
    facts = read_facts(store, options.quote)
    states = read_states(store, questions, model.spaces)
    views = make_views(model, facts, states)
    data = page_data(model, facts, states, views, class_texts(store))
    story = options.story or default_story(model, views)
    data["verhaal"] = check_story(story, model, views)
    data["stand"] = register
    names = [space.name.removeprefix("Gemeente ") for space in model.spaces]
    title = f"Beleidskaart {names[0]}" if names else "Beleidskaart"
    own = {space.id for space in model.spaces}
    documents = [_dated(document.title, facts[document.iri]) for document in store.documents if document.ruimte in own]
    return _page(model, data, title, register, documents)


def _dated(title: str, facts: Facts) -> str:
    """The title of a document with the date or the years that it gives of itself."""
    told = dict(facts.told)
    years = "–".join(dict.fromkeys(told[key] for key in ("Vanaf", "Tot en met") if key in told))
    when = (
        f"vastgesteld {told['Vastgesteld']}" if "Vastgesteld" in told else f"over {years}" if years else "zonder datum"
    )
    return f"{title} ({when})"


def _page(model: MapModel, data: dict[str, Any], title: str, register: str, documents: list[str]) -> bytes:
    vis, app = vis_script(), app_script()
    policy = (
        f"default-src 'none'; script-src {_hash(vis)} {_hash(app)}; style-src 'unsafe-inline'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    html = (
        environment()
        .get_template("kaart.html")
        .render(
            title=visible(title),
            policy=policy,
            css=template_text(*STYLES),
            vis=vis,
            app=app,
            data=data,
            kinds=KINDS,
            register=register,
            documents=[visible(document) for document in documents],
            trees=_trees(model, data),
        )
    )
    return html.encode("utf-8")


def _trees(model: MapModel, data: dict[str, Any]) -> list[dict[str, Any]]:
    """The text that is there without script: per municipality everything, nested as it hangs."""
    place = {iri: index for index, iri in enumerate(model.elements)}
    things = data["dingen"]
    marks = theme_marks(model)

    def node(iri: str, above: frozenset[str]) -> dict[str, Any]:
        below = [child for child in model.children.get(iri, ()) if child not in above]
        return {"thing": things[place[iri]], "below": [node(child, above | {iri}) for child in below]}

    groups = []
    for name, wanted in [(space.name, space.id) for space in model.spaces] + [("Gedeeld", "")]:
        own = {space.id for space in model.spaces}
        members = [iri for iri, e in model.elements.items() if (e.ruimte == wanted if wanted else e.ruimte not in own)]
        roots = [iri for iri in members if iri not in model.parent or model.parent[iri] == iri]
        roots.sort(key=lambda iri: iri not in marks)
        if roots:
            groups.append({"name": name, "nodes": [node(iri, frozenset((iri,))) for iri in roots]})
    return groups


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The Jinja2 environment of the map: every value is escaped."""
    from jinja2 import Environment, FunctionLoader

    made = Environment(
        loader=FunctionLoader(template_text),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.policies["json.dumps_kwargs"] = {"sort_keys": False, "ensure_ascii": False, "separators": (",", ":")}
    return made


def template_text(*names: str) -> str:
    """The text of one or more files of the template folder, joined."""
    folder = files("beleidsspoor.graph.show.kaart") / "templates"
    return "".join((folder / name).read_text(encoding="utf-8").replace("\r\n", "\n") for name in names)


def app_script() -> str:
    """Our own script, as one piece: it runs in its own scope and leaves nothing in the page but `beleidskaart`."""
    return _safe_script("(()=>{'use strict';\n" + template_text(*SCRIPTS) + "})();\n")


@lru_cache(maxsize=1)
def vis_script() -> str:
    """vis-network as pyvis ships it, with its licence banner."""
    return _safe_script((files("pyvis") / _VIS).read_text(encoding="utf-8").replace("\r\n", "\n"))


def _safe_script(text: str) -> str:
    if "</script" in text.lower():
        raise ValueError("a script of the page would end its own tag")
    return text


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"

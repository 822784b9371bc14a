"""From a document to all that it sets out: every recogniser in turn, then parents, names and signals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from beleidsspoor.graph.documents.model import Document
from beleidsspoor.graph.recognise.context import Context
from beleidsspoor.graph.recognise.cues import load_cues
from beleidsspoor.graph.recognise.goals.action_sections import recognise_action_sections
from beleidsspoor.graph.recognise.goals.called import recognise_called
from beleidsspoor.graph.recognise.goals.doers import with_doer
from beleidsspoor.graph.recognise.goals.elements import recognise_elements
from beleidsspoor.graph.recognise.goals.inline import recognise_inline
from beleidsspoor.graph.recognise.goals.labelled import recognise_labelled
from beleidsspoor.graph.recognise.goals.listed import recognise_listed
from beleidsspoor.graph.recognise.goals.outline import recognise_outline
from beleidsspoor.graph.recognise.goals.promised import recognise_promised
from beleidsspoor.graph.recognise.goals.roles import recognise_roles
from beleidsspoor.graph.recognise.goals.unannounced import recognise_unannounced
from beleidsspoor.graph.recognise.goals.unmarked import recognise_unmarked
from beleidsspoor.graph.recognise.marking.details import set_details
from beleidsspoor.graph.recognise.marking.marks import mark_nodes
from beleidsspoor.graph.recognise.merging import merge
from beleidsspoor.graph.recognise.model import Recognition
from beleidsspoor.graph.recognise.naming.mentions import find_mentions
from beleidsspoor.graph.recognise.naming.register_names import index_of, programmes_of
from beleidsspoor.graph.recognise.nodes import make_nodes
from beleidsspoor.graph.recognise.origins import set_origins
from beleidsspoor.graph.recognise.parents import set_parents
from beleidsspoor.graph.recognise.scopes import find_places
from beleidsspoor.graph.recognise.signals import find_signals
from beleidsspoor.graph.recognise.tables.action_tables import recognise_action_tables
from beleidsspoor.graph.recognise.tables.figures import recognise_figures
from beleidsspoor.graph.recognise.tables.money import recognise_money
from beleidsspoor.graph.recognise.wording import overlap
from beleidsspoor.graph.register.reading import Register


def recognise(document: Document, register: Register | None = None) -> Recognition:
    """All findings, mentions and signals of a document.

    `register` gives the names and spellings of bodies, programmes, laws and villages; without it names are found by
    their form only. Raises InputFaults when ontology/signalen.csv has a fault, and nothing else.
    """
    cues = load_cues()
    nodes = tuple(make_nodes(document, cues))
    marks = tuple(mark_nodes(nodes, cues))
    programme_of = programme_finder(register)
    context = Context(document, cues, nodes, marks, tuple(find_places(nodes, marks, cues, programme_of)))
    drafts = merge(
        context,
        [
            *recognise_labelled(context),
            *recognise_listed(context),
            *recognise_inline(context),
            *recognise_called(context),
            *recognise_outline(context),
            *recognise_action_sections(context),
            *recognise_promised(context),
            *recognise_unannounced(context),
            *recognise_unmarked(context),
            *recognise_roles(context),
            *recognise_elements(context, programme_of),
            *recognise_action_tables(context),
            *recognise_figures(context),
            *recognise_money(context),
        ],
    )
    set_parents(context, drafts)
    told = {index: mark.cue for index, mark in enumerate(marks) if mark is not None and mark.role == "bijzonderheid"}
    set_details(nodes, told, drafts)
    for item in drafts:
        if item.kind == "actie":
            item.finding = with_doer(item.finding)
    names = index_of(register, "\n".join(document.lines))
    mentions = find_mentions(context, drafts, names)
    set_origins(drafts, nodes, names)
    findings = tuple(replace(item.finding, page=document.page_of(item.finding.first)) for item in drafts)
    return Recognition(findings, tuple(mentions), tuple(find_signals(context, findings, mentions)))


def programme_finder(register: Register | None) -> Callable[[str], str | None]:
    """A function that gives the name of the national or regional programme that a heading is about, or None."""
    known = programmes_of(register)

    def find(heading: str) -> str | None:
        return next((name for name in known if overlap(name, heading) >= 0.99), None)

    return find

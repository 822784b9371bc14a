"""Following the thread of one element: up, down and aside, without end or doubling."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_register import Tables, small_tables

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.store import GraphStore
from beleidsspoor.graph.terms import BS, PREFIXES
from beleidsspoor.graph.thread.finding import find
from beleidsspoor.graph.thread.following import Step, Thread, follow, titled

#: Follows the element with an id in the small register, or in other tables.
Follow = Callable[..., Thread]


@pytest.fixture
def thread(klein_register: Callable[..., Path]) -> Follow:
    def make(name: str, tables: Tables | None = None) -> Thread:
        store = open_dataset(klein_register(tables)).store
        (element,) = find(store, name).hits
        return follow(store, element)

    return make


def told(steps: tuple[Step, ...], depth: int = 0) -> Iterator[str]:
    """The steps as lines, two spaces deeper for each level."""
    for step in steps:
        name = step.element.naam if step.element else step.tekst
        yield "  " * depth + (f"{step.relatie}: {name}" if step.relatie else name)
        yield from told(step.steps, depth + 1)


def test_upward_goes_to_the_thema_its_document_and_municipality(thread: Follow) -> None:
    assert list(told(thread("dorp:actie-1").up)) == [
        "hangt onder: Kinderen bewegen elke dag",
        "  hangt onder: Meer bewegen voor iedereen",
        "    hangt onder: Gezond leven",
        "      staat in: Agenda van Dorp 2025",
        "        van Dorp, datum niet vermeld",
    ]


def test_downward_shows_who_does_what_and_what_measures_it(thread: Follow) -> None:
    assert list(told(thread("thema-1").down)) == [
        "Meer bewegen voor iedereen",
        "  Kinderen bewegen elke dag",
        "    Trainingen geven",
        "      trekker: Dorp",
        "      doet mee: Sportclub Noord",
        "      doet mee: Inwoners",
        "      voor: Kinderen",
        "      gemeten met: Aantal trainingen",
    ]


def test_a_step_has_its_reason_strength_and_place(thread: Follow) -> None:
    measured = thread("dorp:actie-1").down[-1]
    assert (measured.reden, measured.sterkte) == ("Het cijfer telt de trainingen.", "zeker")
    assert [(place.document.id, place.first) for place in measured.places] == [("agenda-2025", 14)]


def test_the_newest_figure_of_each_kind_is_told(thread: Follow) -> None:
    assert thread("dorp:actie-1").down[-1].details[1:] == ("begroot: 18 (2025)", "realisatie: 12 (2024)")


def test_an_indicator_tells_all_its_figures_and_what_it_measures(klein_register: Callable[..., Path]) -> None:
    tables = small_tables()
    older = {**tables["dorp/metingen"][0], "id": "meting-2020", "periode": "2019/2020", "waarde": "", "ruw": "nvt"}
    tables["dorp/metingen"].append(older)
    store = open_dataset(klein_register(tables)).store
    found = follow(store, find(store, "indicator-1").hits[0])
    assert dict(found.facts)["realisatie"] == "12 (2024), nvt (2019/2020)"
    assert list(told(found.up))[:2] == ["staat in: Agenda van Dorp 2025", "  van Dorp, datum niet vermeld"]
    assert list(told(found.up))[2:4] == ["meet: Trainingen geven", "  hangt onder: Kinderen bewegen elke dag"]


def test_facts_come_from_the_columns_of_the_schema(thread: Follow) -> None:
    facts = dict(thread("dorp:actie-1").facts)
    assert facts == {"genoemde trekker": "wij", "jaren": "2025; 2026", "toegezegd": "18 trainingen"}


def test_a_partner_shows_what_it_does_and_where_it_is_named(thread: Follow) -> None:
    partner = thread("sportclub-noord")
    assert list(told(partner.down)) == ["doet mee aan: Trainingen geven"]
    assert list(told(partner.aside)) == ["genoemd in: Trainingen geven"]
    assert partner.down[0].details == ("onder Subdoel Kinderen bewegen elke dag",)
    # Its only place is that of the mention, so it has no place of its own.
    assert partner.places == ()


def test_a_programme_shows_its_elements_and_what_contributes(thread: Follow) -> None:
    assert list(told(thread("gala").down)) == ["Bewegen", "  hieraan draagt bij: Beweegtuin aanleggen"]
    element = thread("gala-1")
    assert list(told(element.up)) == ["hoort bij: GALA"]
    contribution = element.down[0]
    assert (contribution.reden, contribution.sterkte) == ("Een beweegtuin helpt om te bewegen.", "aannemelijk")


def test_an_action_shows_its_programmes_laws_and_places(thread: Follow) -> None:
    tables = small_tables()
    law = {"id": "verband-9", "van": "actie-2", "relatie": "gebaseerd op", "naar": "landelijk:wmo-2015"}
    tables["dorp/verbanden"].append({**law, "sterkte": "zeker", "reden": "Het staat er.", "vindplaatsen": "v-wet"})
    action = thread("actie-2", tables)
    assert list(told(action.down)) == ["in de kern: Laagkerk"]
    assert list(told(action.aside)) == ["draagt bij aan: Bewegen", "gebaseerd op: Wmo 2015", "noemt: GALA"]
    assert next(told(thread("wmo-2015", tables).aside)) == "hierop is gebaseerd: Beweegtuin aanleggen"


def test_equal_goals_and_promises_are_one_step_from_both_sides(thread: Follow) -> None:
    tables = small_tables()
    same = {"sterkte": "zeker", "reden": "Hetzelfde.", "vindplaatsen": "v-actie"}
    tables["dorp/verbanden"] += [
        {"id": "verband-7", "van": "actie-1", "relatie": "zelfde belofte als", "naar": "actie-2", **same},
        {"id": "verband-8", "van": "actie-2", "relatie": "zelfde belofte als", "naar": "actie-1", **same},
        {"id": "verband-9", "van": "subdoel-1", "relatie": "zelfde doel als", "naar": "opgave-1", **same},
    ]
    first = thread("dorp:actie-1", tables)
    assert list(told(first.aside)) == [*["zelfde belofte als: Beweegtuin aanleggen"] * 2, "noemt: Sportclub Noord"]
    assert "zelfde doel als: Kinderen bewegen elke dag" in list(told(thread("opgave-1", tables).aside))
    assert all(step.steps == () for step in first.aside)


def test_a_principle_shows_its_match_in_the_other_municipality(thread: Follow) -> None:
    (match,) = thread("stad:principe-1").aside
    assert (match.relatie, match.element and match.element.naam) == ("bijna zelfde als", "Vertrouwen")
    assert (match.reden, match.details) == ("Beide gaan uit van vertrouwen.", ("van Dorp",))
    (lonely,) = thread("stad:principe-2").aside
    assert (lonely.element, lonely.tekst) == (None, "geen tegenhanger in Dorp")


def test_a_document_shows_its_tops_and_counts_what_hangs_under_them(thread: Follow) -> None:
    tops = {step.element.naam: step.details for step in thread("agenda-2025").down if step.element}
    assert tops["Gezond leven"] == ("hieronder: acties 1, opgaven 1, subdoelen 1",)
    assert "Meer bewegen voor iedereen" not in tops
    assert all(step.steps == () for step in thread("agenda-2025").down)


def test_a_municipality_shows_its_documents_and_what_it_leads(thread: Follow) -> None:
    assert list(told(thread("gemeente-dorp").down)) == [
        "Laagkerk",
        "Agenda van Dorp 2025",
        "Nota Sport 2020",
        "trekt: Trainingen geven",
    ]


def test_a_village_lies_in_its_municipality(thread: Follow) -> None:
    village = thread("laagkerk")
    assert list(told(village.up)) == ["ligt in: Dorp"]
    assert list(told(village.down)) == ["speelt hier: Beweegtuin aanleggen"]


def test_a_ring_ends() -> None:
    """A register with a ring is refused, but a graph from elsewhere may have one."""
    lines = []
    for name, above in (("a", "b"), ("b", "c"), ("c", "a")):
        subject = f"<https://e.org/id/dorp/{name}>"
        lines += [
            f"{subject} <{PREFIXES['rdf']}type> <{BS}Doel> <https://e.org/g> .",
            f'{subject} <{PREFIXES["dct"]}identifier> "{name}" <https://e.org/g> .',
            f'{subject} <{PREFIXES["skos"]}prefLabel> "Doel {name}"@nl <https://e.org/g> .',
            f"{subject} <{BS}onderdeelVan> <https://e.org/id/dorp/{above}> <https://e.org/g> .",
        ]
    store = GraphStore("\n".join([*lines, ""]).encode())
    found = follow(store, find(store, "a").hits[0])
    assert list(told(found.up)) == ["hangt onder: Doel b", "  hangt onder: Doel c", "    hangt onder: Doel a"]
    assert list(told(found.down)) == ["Doel c", "  Doel b", "    Doel a"]


def test_every_element_of_the_small_register_has_a_thread(klein_register: Callable[..., Path]) -> None:
    store = open_dataset(klein_register()).store
    threads = [follow(store, element) for element in store.elements().values()]
    assert all(thread.facts or thread.places or thread.up or thread.down or thread.aside for thread in threads)


def test_a_kind_that_the_name_starts_with_is_not_said_twice(klein_register: Callable[..., Path]) -> None:
    store = open_dataset(klein_register()).store
    assert titled(find(store, "1.1").hits[0]) == "Opgave 1.1 Meer bewegen voor iedereen"
    assert titled(find(store, "gemeente-dorp").hits[0]) == "Gemeente Dorp"

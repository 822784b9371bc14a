"""Lines below an action that tell who does it and when, and what else stands between the items of a list."""

from __future__ import annotations

from collections.abc import Callable

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]


def test_planning_and_portfolio_below_an_action_belong_to_it(find: Find) -> None:
    found = find(
        "Wat gaan we doen?\n\n • Een plan maken voor mantelzorg\nPlanning: 2026-2027\nPortefeuillehouder: De Wit\n"
        " • Een loket openen\nPlanning: doorlopend\nPortefeuillehouder: Jansen\n • Een fonds oprichten\nPlanning: 2028\n"
    )
    assert [(finding.kind, finding.label) for finding in found] == [
        ("actie", "Een plan maken voor mantelzorg"), ("actie", "Een loket openen"), ("actie", "Een fonds oprichten"),
    ]  # fmt: skip
    assert [(finding.doer, finding.years) for finding in found[:2]] == [("De Wit", (2026, 2027)), ("Jansen", ())]


def test_a_word_for_all_of_them_announces_nothing(find: Find) -> None:
    found = find(
        "We hebben een aantal uitgangspunten. Zij gelden voor alle thema's:\n\n• Doen wat nodig is\n• Dichtbij als het kan\n"
    )
    assert [finding.kind for finding in found] == ["principe", "principe"]


def test_what_is_asked_of_somebody(find: Find) -> None:
    found = find(
        "Wat vraagt dit van inwoners?\n\n • Om elkaar denken.\n • Vragen om hulp.\n\nWat vraagt dit van de gemeente?\n\n • Ruimte geven.\n"
    )
    assert [(finding.kind, finding.actor) for finding in found] == [
        ("rol", "inwoners"), ("rol", "inwoners"), ("rol", "gemeente"),
    ]  # fmt: skip

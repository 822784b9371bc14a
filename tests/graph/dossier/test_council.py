"""The questions to the council: ranked by consequence, one a kind and thema, not ten of the same."""

from __future__ import annotations

import datetime
from pathlib import Path

from question_register import question_tables, write_question_register
from small_register import Tables

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.dossier.candidates import Candidate
from beleidsspoor.graph.dossier.council import candidates, most_important
from beleidsspoor.graph.dossier.making import make_dossier
from beleidsspoor.graph.dossier.material import Material
from beleidsspoor.graph.dossier.model import AnswerPlace, Bullets, Section
from beleidsspoor.graph.dossier.weights import QUESTIONS, WEIGHTS
from beleidsspoor.graph.scope import make_scope
from beleidsspoor.graph.store import Element

#: The explanation of action a3 no longer holds.
DAY = datetime.date(2026, 7, 1)


def found(root: Path, gemeente: str = "dorp", *, whole: bool = True) -> list[Candidate]:
    """Everything that can be asked about the themas of a municipality."""
    dataset = open_dataset(root)
    material = Material.read(dataset, make_scope(dataset.store, [gemeente]), DAY)
    themas = tuple(element for element in material.own if element.soort == "Thema")
    return candidates(material, themas, whole=whole)


def element(number: int) -> Element:
    """An element that stands at this place in reading order."""
    return Element(
        f"e{number}", f"e{number}", "Opgave", None, f"Opgave {number}", "dorp", "Dorp", None, None, None, (number,)
    )


def candidate(kind: str, number: int, size: int = 1) -> Candidate:
    """A question of this kind about so many elements, from this place on."""
    about = tuple(element(number + more) for more in range(size))
    return Candidate(kind, about, about[0], "Vraag?", "Daarom.")


def test_each_finding_is_one_question_in_the_order_of_what_follows(tmp_path: Path) -> None:
    asked = found(write_question_register(tmp_path))
    assert [one.kind for one in asked] == [
        "contradiction", "wish", "mandatory", "measured no more", "programme", "no leader", "no successor",
    ]  # fmt: skip
    wish = asked[1]
    assert [one.id for one in wish.about] == ["o2", "o4", "s3"]
    assert wish.question == "Wat moet de gemeente doen voor drie doelen bij “Gezond”?"
    assert wish.answered_at.id == "t1"
    assert asked[2].answered_at.id == "begroting"


def test_what_is_asked_once_is_not_asked_again(tmp_path: Path) -> None:
    asked = found(write_question_register(tmp_path))
    about = [one.iri for candidate in asked for one in candidate.about]
    assert len(about) == len(set(about))


def test_a_promise_without_a_leader_goes_before_an_action_without_one(tmp_path: Path) -> None:
    tables: Tables = question_tables()
    tables["dorp/acties"][2]["toegezegd"] = "18 folders"
    asked = found(write_question_register(tmp_path, tables))
    assert "no leader" not in [one.kind for one in asked]
    (promise,) = (one for one in asked if one.kind == "promise")
    assert promise.question == "Wie moet zorgen voor “Folder maken”?"
    assert promise.answered_at.id == "a3"


def test_one_promise_under_two_leaders_is_asked_once(tmp_path: Path) -> None:
    tables: Tables = question_tables()
    tables["dorp/acties"][3].update(onderdeel_van="t2", trekker="stil")
    (double,) = (one for one in found(write_question_register(tmp_path, tables)) if one.kind == "double")
    assert [one.id for one in double.about] == ["a2", "a4"]
    assert double.question == "Wie moet wat doen bij “Zaal huren”?"


def test_a_vision_is_asked_for_a_plan(tmp_path: Path) -> None:
    (plan,) = found(write_question_register(tmp_path), "stad")
    assert plan.question == "Wat moet er staan in een plan met acties en indicatoren bij “Visie”?"
    assert plan.answered_at.id == "visie"


def test_who_is_asked_something_is_asked_about_once_and_a_government_is_not(tmp_path: Path) -> None:
    tables: Tables = question_tables()
    tables["stad/partners"] = [{"id": "provincie", "naam": "Provincie", "soort": "overheid", "niveau": "regionaal"}]
    tables["stad/rolverwachtingen"] = [
        {"id": f"rol-{number}", "naam": "Meedoen", "document": "visie", "onderdeel_van": "st1", "actor": actor,
         "vindplaatsen": "s"}
        for number, actor in enumerate(("landelijk:inwoners", "dorp:club", "provincie"))
    ]  # fmt: skip
    tables["stad/rolverwachtingen"][1]["actor"] = "landelijk:inwoners"
    asked = {one.kind: one for one in found(write_question_register(tmp_path, tables), "stad")}["asked"]
    assert asked.question == "Weten inwoners wat er van hen wordt gevraagd?"
    assert [one.id for one in asked.about] == ["rol-0", "rol-1"]
    assert asked.answered_at.id == "st1"


def test_it_says_that_something_is_measured_only_when_it_is(tmp_path: Path) -> None:
    tables: Tables = question_tables()
    tables["dorp/verbanden"].append(
        {**tables["dorp/verbanden"][0], "id": "meet-o2", "van": "i1", "naar": "o2", "relatie": "meet"}
    )
    (task,) = (one for one in found(write_question_register(tmp_path, tables)) if one.kind == "not worked out")
    assert task.question == "Hoe moet de gemeente dit aanpakken: “1.2 Gezond eten”?"
    tables["dorp/opgaven"][1]["uitgewerkt_in"] = "v"
    tables["dorp/verbanden"].append(
        {**tables["dorp/verbanden"][-1], "id": "zelfde", "van": "d2", "relatie": "zelfde doel als"}
    )
    (act,) = (one for one in found(write_question_register(tmp_path / "b", tables)) if one.kind == "no action")
    assert act.why == "Er wordt wel gemeten, maar nergens staat wat de gemeente hiervoor doet."


def test_a_thema_alone_is_not_asked_about_the_rest(tmp_path: Path) -> None:
    kinds = {one.kind for one in found(write_question_register(tmp_path), whole=False)}
    assert not kinds & {"mandatory", "measured no more", "no successor"}


def test_the_heaviest_come_first_and_many_small_things_never_outweigh_a_heavier_one() -> None:
    chosen = most_important([candidate("no leader", 1, size=90), candidate("no measure", 200)])
    assert [one.kind for one in chosen] == ["no measure", "no leader"]


def test_not_all_ten_are_of_the_same_kind() -> None:
    same = [candidate("wish", number) for number in range(20)]
    others = [candidate(kind, 100 + number) for number, kind in enumerate(("no money", "double", "no action"))]
    chosen = most_important(sorted([*same, *others], key=lambda one: -one.score))
    assert [one.kind for one in chosen] == ["wish", "wish", "no money", "wish", "double", "no action"]
    assert [one.about[0].id for one in chosen if one.kind == "wish"] == ["e0", "e1", "e2"]


def test_there_are_never_more_than_ten() -> None:
    chosen = most_important([candidate(kind, number) for number, kind in enumerate(WEIGHTS)])
    assert [one.kind for one in chosen] == list(WEIGHTS)[:QUESTIONS]


def test_every_kind_has_its_own_weight_and_reason() -> None:
    weights = [kind.weight for kind in WEIGHTS.values()]
    assert weights == sorted(set(weights), reverse=True)
    assert all(weight % 10 == 0 and weight > 0 for weight in weights)
    assert all(len(kind.because) > 20 for kind in WEIGHTS.values())


def test_each_question_says_why_and_where(tmp_path: Path) -> None:
    blocks = make_dossier(open_dataset(write_question_register(tmp_path)), "dorp", today=DAY).blocks
    start = next(n for n, block in enumerate(blocks) if getattr(block, "anchor", "") == "vraag-1")
    heading, why, answer = blocks[start : start + 3]
    assert getattr(heading, "text", "") == "Welk cijfer klopt: 20 (Begroting 2025) of 25 (Agenda 2025)?"
    assert getattr(why, "text", "").startswith("Waarom wij dit vragen: bij “Aantal lessen” staan voor 2025 (begroot)")
    assert getattr(why, "place", "") == "Agenda 2025, regel 1"
    assert getattr(answer, "element", "") == "dorp:i6"


def test_a_question_about_much_names_some_and_the_annex_all(tmp_path: Path) -> None:
    tables = question_tables()
    tables["dorp/opgaven"] += [
        {**tables["dorp/opgaven"][1], "id": f"o2{number}", "naam": f"Taak {number}"} for number in range(3)
    ]
    dossier = make_dossier(open_dataset(write_question_register(tmp_path, tables)), "dorp", today=DAY)
    number = next(
        block.anchor
        for block in dossier.blocks
        if isinstance(block, Section) and block.text.endswith("zes doelen bij “Gezond”?")
    )
    start = next(n for n, block in enumerate(dossier.blocks) if getattr(block, "anchor", "") == number)
    named, here = dossier.blocks[start + 2 : start + 4]
    assert isinstance(named, Bullets)
    assert isinstance(here, AnswerPlace)
    assert [item.text for item in named.items][4:] == ["En nog twee. In de bijlage staan ze allemaal."]
    at = next(n for n, block in enumerate(dossier.annex) if getattr(block, "anchor", "") == f"{number}-alle")
    full = dossier.annex[at + 1]
    assert isinstance(full, Bullets)
    assert len(full.items) == 6
    assert here.question == getattr(dossier.blocks[start], "text", "")

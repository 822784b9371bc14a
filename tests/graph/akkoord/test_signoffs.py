"""Sign-offs: what they cover, when they lapse, and what is told of that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from answer_case import opened
from small_register import Tables, small_tables, write_register

from beleidsspoor.graph.akkoord.content import content_hash, covered_by
from beleidsspoor.graph.akkoord.history import SignOff, signoffs
from beleidsspoor.graph.akkoord.signing import GivenSignOff, WrongSignOff, find_thema, plan_signing
from beleidsspoor.graph.check import check_register
from beleidsspoor.graph.files import write_all_whole
from beleidsspoor.graph.scope import UnknownName
from beleidsspoor.graph.show.remark_tables import changes_in_words

_COUNCIL = GivenSignOff("Adviesraad Sociaal Domein", "2026-11-20")


@pytest.fixture
def root(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


def sign(root: Path, given: GivenSignOff = _COUNCIL) -> dict[Path, bytes]:
    """Sign the only thema, and return what was written."""
    register = opened(root)
    files = plan_signing(find_thema("gezond", register), given, register).files
    write_all_whole(files)
    return files


def after(root: Path, edit: Callable[[Tables], object]) -> SignOff:
    """The sign-off after an edit of the tables."""
    tables = small_tables()
    edit(tables)
    write_register(root, tables)
    [found] = signoffs(opened(root))
    return found


def test_it_covers_what_hangs_under_a_thema_its_measures_and_links(root: Path) -> None:
    covered = covered_by(opened(root), "dorp:thema-1")

    assert [(each.reference.removeprefix("dorp:"), each.name) for each in covered] == [
        ("actie-1", "Trainingen geven"),
        ("indicator-1", "Aantal trainingen"),
        ("meting-2024", "Aantal trainingen, realisatie 2024"),
        ("meting-2025", "Aantal trainingen, begroot 2025"),
        ("opgave-1", "Meer bewegen voor iedereen"),
        ("subdoel-1", "Kinderen bewegen elke dag"),
        ("thema-1", "Gezond leven"),
        ("verband-1", "Aantal trainingen meet Trainingen geven"),
    ]


def test_the_hash_does_not_depend_on_order(root: Path) -> None:
    covered = covered_by(opened(root), "dorp:thema-1")

    assert content_hash(reversed(covered)) == content_hash(covered)
    assert content_hash(covered[1:]) != content_hash(covered)


def test_a_sign_off_holds_as_long_as_nothing_changes(root: Path) -> None:
    sign(root)

    [found] = signoffs(opened(root))

    assert (found.naam, found.door, found.op) == ("Gezond leven", "Adviesraad Sociaal Domein", "2026-11-20")
    assert (found.valid, found.changes) == (True, ())
    assert check_register(root) == []


def test_what_hangs_elsewhere_or_moves_to_another_line_does_not_matter(root: Path) -> None:
    sign(root)

    def edit(tables: Tables) -> None:
        tables["dorp/acties"][1]["naam"] = "Speeltuin aanleggen"
        tables["dorp/acties"][0]["vindplaatsen"] = "v-tuin"
        tables["dorp/acties"].reverse()

    assert after(root, edit).valid


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "told"),
    [
        ("acties", 0, "naam", "Lessen geven", "veranderd: Lessen geven (was: Trainingen geven)"),
        ("themas", 0, "toelichting", "Meer uitleg.", "veranderd: Gezond leven"),
        ("metingen", 1, "waarde", "20", "veranderd: Aantal trainingen, begroot 2025"),
        ("indicatoren", 0, "eenheid", "%", "veranderd: Aantal trainingen"),
        ("verbanden", 0, "reden", "Anders.", "veranderd: Aantal trainingen meet Trainingen geven"),
    ],
)
def test_a_change_anywhere_under_it_is_told(
    root: Path, table: str, row: int, column: str, value: str, told: str
) -> None:
    sign(root)

    found = after(root, lambda tables: tables[f"dorp/{table}"][row].update({column: value}))

    assert not found.valid
    assert [str(change) for change in found.changes] == [told]


def test_what_came_and_what_went_is_told(root: Path) -> None:
    sign(root)

    def edit(tables: Tables) -> None:
        tables["dorp/acties"][1]["onderdeel_van"] = "subdoel-1"
        del tables["dorp/metingen"][0]

    assert [str(change) for change in after(root, edit).changes] == [
        "erbij gekomen: Beweegtuin aanleggen", "erbij gekomen: Beweegtuin aanleggen draagt bij aan Bewegen",
        "weggehaald: Aantal trainingen, realisatie 2024",
    ]  # fmt: skip


def test_lines_that_were_taken_away_make_no_sign_off_hold_or_lapse(root: Path) -> None:
    sign(root)
    (root / "dorp" / "akkoordregels.csv").unlink()
    assert signoffs(opened(root))[0].valid

    table = root / "dorp" / "akkoorden.csv"
    hashed = table.read_text().split(",")[-3]
    table.write_text(table.read_text().replace(hashed, "0" * 64))
    found = after(root, lambda tables: tables)

    assert not found.valid
    assert "akkoordregels.csv" in changes_in_words(found)


def test_the_same_again_changes_nothing(root: Path) -> None:
    sign(root)

    assert sign(root) == {}


def test_a_new_sign_off_stands_beside_the_one_that_lapsed(root: Path) -> None:
    sign(root)
    after(root, lambda tables: tables["dorp/acties"][0].update(naam="Lessen geven"))
    sign(root, GivenSignOff("Adviesraad Sociaal Domein", "2026-11-21"))

    assert [(each.op, each.valid) for each in signoffs(opened(root))] == [("2026-11-21", True), ("2026-11-20", False)]


def test_a_minority_stands_beside_it_also_later(root: Path) -> None:
    sign(root)
    said = GivenSignOff(_COUNCIL.door, _COUNCIL.op, "Te weinig;\nover wonen", "twee leden")

    assert sign(root, said) != {}
    assert sign(root, said) == {}
    assert sign(root) == {}
    [found] = signoffs(opened(root))
    assert (found.minderheid, found.minderheid_door, found.valid) == ("Te weinig;\nover wonen", "twee leden", True)
    with pytest.raises(WrongSignOff, match="Te weinig; over wonen"):
        sign(root, GivenSignOff(_COUNCIL.door, _COUNCIL.op, "Iets anders", "een lid"))


def test_a_text_that_is_too_long_is_refused(root: Path) -> None:
    with pytest.raises(WrongSignOff, match="--minderheid heeft 5001 tekens"):
        sign(root, GivenSignOff("raad", "2026-11-20", "x" * 5001, "een lid"))


@pytest.mark.parametrize("given", ["gezond", "Gezond leven", "thema-1", "dorp:thema-1", " GEZOND "])
def test_a_thema_is_found_by_name_or_id(root: Path, given: str) -> None:
    assert find_thema(given, opened(root)).reference == "dorp:thema-1"


@pytest.mark.parametrize("given", ["wonen", "", "actie-1"])
def test_an_unknown_thema_is_told(root: Path, given: str) -> None:
    with pytest.raises(UnknownName, match="staat niet in het register"):
        find_thema(given, opened(root))


def test_two_themas_of_a_name_are_told_apart(root: Path) -> None:
    tables = small_tables()
    thema = tables["dorp/themas"][0]
    tables["dorp/themas"] += [{**thema, "id": "thema-2"}, {**thema, "id": "thema-3", "naam": "Gezond leven samen"}]
    register = opened(write_register(root, tables))

    assert find_thema("samen", register).id == "thema-3"
    with pytest.raises(UnknownName, match=r"Gezond leven \(dorp:thema-1\); Gezond leven \(dorp:thema-2\)"):
        find_thema("gezond leven", register)

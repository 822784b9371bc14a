"""From findings to rows, held against the register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from proposal_case import FINDINGS, MENTIONS, TEXT, propose, read_case
from small_register import AGENDA, small_tables

from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.fingerprints import fingerprint
from beleidsspoor.graph.proposal.model import CHANGED, NEW, SAME, Proposal, ProposedRow, ReadDocument
from beleidsspoor.graph.proposal.reading import read_as
from beleidsspoor.graph.recognise.model import Cell, Finding, Mention, Recognition
from beleidsspoor.graph.register.cells import fault_of
from beleidsspoor.graph.register.schema import load_schema

KNOWN = (
    Finding("thema", "Gezond leven", 3, 3, "Kop.", number="1"),
    Finding("opgave", "Meer bewegen voor iedereen", 6, 7, "Kop.", number="1.1", parent="1"),
    Finding("subdoel", "Kinderen bewegen elke dag.", 8, 8, "Alinea.", parent="1.1"),
    Finding(
        "actie", "Wij geven 18 trainingen met Sportclub Noord.", 10, 10, "Alinea.", parent="Kinderen bewegen elke dag.",
    ),
    Finding(
        "indicator", "Aantal trainingen", 14, 14, "Rij.",
        cells=(Cell("2024", "realisatie", "12", 12.0), Cell("2025", "begroot", "18", 18.0)),
    ),
)  # fmt: skip


def read_agenda(folder: Path, text: str = AGENDA, findings: tuple[Finding, ...] = KNOWN) -> ReadDocument:
    path = folder / "agenda.txt"
    path.write_bytes(text.encode())
    return read_as(path, read_document(path), Recognition(findings, (), ()))


def row(proposal: Proposal, name: str) -> ProposedRow:
    return next(each for each in proposal.rows if each.id == name)


def test_a_new_document_gets_new_rows_with_readable_ids(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    proposal = propose(klein_register(), read_case(tmp_path))

    document = proposal.rows_of("documenten")[0]
    assert document.stand == NEW
    assert document.cells["titel"] == ("Uitvoeringsprogramma Jeugd 2026",)
    assert document.cells["soort"] == ("uitvoeringsprogramma",)
    assert document.cells["gemeente"] == ("gemeente-dorp",)
    assert document.cells["periode_van"] == ("2026",)
    assert [each.id for each in proposal.rows_of("acties")] == ["uj26-actie-01", "uj26-actie-02"]
    assert row(proposal, "uj26-opgave-01").cells["onderdeel_van"] == ("uj26-thema-01",)
    action = row(proposal, "uj26-actie-01")
    assert action.above == "Kinderen groeien veilig op"
    assert action.cells["trekker"] == ("gemeente-dorp",)
    assert action.cells["jaren"] == ("2026",)
    assert row(proposal, "uj26-actie-02").cells["trekker"] == ("sportclub-noord",)


def test_every_cell_that_is_proposed_is_good(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    proposal = propose(klein_register(), read_case(tmp_path))

    tables = load_schema().tables
    for each in proposal.rows:
        for name, values in each.cells.items():
            column = tables[each.table].column(name)
            assert column is not None
            assert [fault_of(value, column) for value in values] == [None] * len(values)


def test_a_long_action_gets_a_short_label_and_the_judge_is_told(
    klein_register: Callable[..., Path], tmp_path: Path
) -> None:
    proposal = propose(klein_register(), read_case(tmp_path))

    action = row(proposal, "uj26-actie-01")
    assert len(action.cells["naam"][0].split()) <= 12
    assert action.cells["naam"][0].endswith("…")
    assert "ingekort" in action.remarks[0]
    assert row(proposal, "uj26-actie-02").remarks == ()


def test_figures_hang_on_their_indicator(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    proposal = propose(klein_register(), read_case(tmp_path))

    figures = proposal.rows_of("metingen")
    assert [each.id for each in figures] == ["uj26-indicator-01-r2025", "uj26-indicator-01-b2026"]
    assert figures[1].cells["waarde"] == ("35",)
    amounts = proposal.rows_of("bedragen")
    assert amounts[1].cells["waarde"] == ("1250.5",)
    assert amounts[1].cells["ruw"] == ("1.250,50",)


def test_an_unknown_name_gets_a_row_and_a_known_one_a_reference(
    klein_register: Callable[..., Path], tmp_path: Path
) -> None:
    proposal = propose(klein_register(), read_case(tmp_path))

    (partner,) = proposal.rows_of("partners")
    assert partner.id == "stichting-het-anker"
    assert partner.cells["soort"] == ("organisatie",)
    assert "Gegokt" in partner.remarks[0]
    told = [(each.cells["in"][0], each.cells["wat"][0]) for each in proposal.rows_of("vermeldingen")]
    assert told == [("uj26-actie-01", "stichting-het-anker"), ("uj26-actie-02", "sportclub-noord")]


def test_a_name_that_looks_like_one_of_the_register_is_pointed_at(
    klein_register: Callable[..., Path], tmp_path: Path
) -> None:
    mention = replace(MENTIONS[0], name="Sportclub Noordd", form="Sportclub Noordd")

    proposal = propose(klein_register(), read_case(tmp_path, mentions=(mention,)))

    assert proposal.rows_of("partners")[0].remarks[0].startswith("Lijkt op sportclub-noord (Sportclub Noord).")


def test_places_have_the_fingerprint_of_their_lines(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    proposal = propose(klein_register(), read_case(tmp_path))

    places = {each.id: each.cells for each in proposal.rows_of("vindplaatsen")}
    place = places[row(proposal, "uj26-actie-02").cells["vindplaatsen"][0]]
    assert place["regel_van"] == ("7",)
    assert place["vingerafdruk"] == (fingerprint(TEXT.split("\n")[6]),)


def test_the_passages_without_a_finding_are_listed(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    proposal = propose(klein_register(), read_case(tmp_path))

    last = proposal.missed[-1]
    assert (last.first, last.passage) == (12, "Een losse alinea waar niemand iets in herkent.")
    assert last.place in {each.id for each in proposal.rows_of("vindplaatsen")}
    assert not any(3 <= each.first <= 10 for each in proposal.missed)


def test_the_same_input_gives_the_same_proposal(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    root = klein_register()

    assert propose(root, read_case(tmp_path)) == propose(root, read_case(tmp_path))


def test_what_the_register_has_is_the_same(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    proposal = propose(klein_register(), read_agenda(tmp_path))

    stands = {each.id: each.stand for each in proposal.rows if each.table != "vindplaatsen"}
    assert stands == dict.fromkeys(
        (
            "agenda-2025", "thema-1", "opgave-1", "subdoel-1", "actie-1", "indicator-1", "meting-2024", "meting-2025",
        ),
        SAME,
    )  # fmt: skip
    action = row(proposal, "actie-1")
    assert action.cells["naam"] == ("Trainingen geven",)
    assert action.seen


def test_lines_that_moved_are_no_change(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    moved = tuple(replace(each, first=each.first + 2, last=each.last + 2) for each in KNOWN)

    proposal = propose(klein_register(), read_agenda(tmp_path, "Nieuw voorblad\n\n" + AGENDA, moved))

    assert row(proposal, "agenda-2025").stand == CHANGED
    assert row(proposal, "agenda-2025").differences[0].startswith("sha256: ")
    changed = [(each.id, each.differences) for each in proposal.rows if each.stand == CHANGED]
    assert [name for name, _ in changed] == ["agenda-2025"], changed


def test_a_changed_document_tells_what_changed(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    text = AGENDA.replace("1.1 Meer bewegen", "1.2 Meer bewegen").replace("\t12\t18", "\t12\t24")
    findings = (
        KNOWN[0],
        replace(KNOWN[1], number="1.2"),
        replace(KNOWN[2], parent="1.2"),
        KNOWN[3],
        replace(KNOWN[4], cells=(KNOWN[4].cells[0], Cell("2025", "begroot", "24", 24.0))),
    )

    proposal = propose(klein_register(), read_agenda(tmp_path, text, findings))

    task = row(proposal, "opgave-1")
    assert task.stand == CHANGED
    assert "nummer: 1.1 → 1.2" in task.differences
    assert "De passage staat er niet meer zo." in task.differences
    figure = row(proposal, "meting-2025")
    assert (figure.stand, figure.cells["waarde"]) == (CHANGED, ("24",))
    assert row(proposal, "meting-2024").stand == SAME
    # A person wrote this label; the document cannot contradict it.
    assert row(proposal, "actie-1").cells["naam"] == ("Trainingen geven",)


def test_new_ids_never_clash_with_the_register(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    tables = small_tables()
    tables["dorp/partners"].append(
        {"id": "stichting-het-anker", "naam": "Iets anders", "soort": "organisatie", "niveau": "lokaal",
         "vindplaatsen": "v-wet"}
    )  # fmt: skip
    tables["dorp/themas"].append(
        {"id": "uj26-thema-07", "naam": "Ander thema", "document": "agenda-2025", "vindplaatsen": "v-wet"}
    )

    proposal = propose(klein_register(tables), read_case(tmp_path))

    assert proposal.rows_of("partners")[0].id == "stichting-het-anker-2"
    assert proposal.rows_of("themas")[0].id == "uj26.2-thema-01"


def test_two_documents_share_the_row_of_an_unknown_name(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    first, second = read_case(tmp_path / "a"), read_case(tmp_path / "b", text=TEXT.replace("2026", "2027"))

    proposal = propose(klein_register(), first, second)

    assert len(proposal.rows_of("partners")) == 1
    assert len(proposal.rows_of("documenten")) == 2
    names = [each.id for each in proposal.rows]
    assert len(names) == len(set(names))


def test_a_goal_that_is_told_twice_is_pointed_at(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    again = replace(FINDINGS[1], number=None, label="Kinderen groeien veilig op.", first=12, last=12)

    proposal = propose(klein_register(), read_case(tmp_path, findings=(*FINDINGS, again)))

    assert row(proposal, "uj26-opgave-02").remarks[0].startswith("Lijkt op uj26-opgave-01")


def test_a_role_of_an_unknown_group_brings_the_group(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    roles = tuple(
        Finding("rol", label, 7, 7, "Staat onder ‘Verenigingen’.", actor=actor)
        for label, actor in (("Geven lessen", "verenigingen"), ("Helpen mee", "inwoners"), ("Letten op", "gemeente"))
    )

    proposal = propose(klein_register(), read_case(tmp_path, findings=roles, mentions=()))

    assert [each.cells["actor"][0] for each in proposal.rows_of("rolverwachtingen")] == [
        "verenigingen", "landelijk:inwoners", "gemeente-dorp",
    ]  # fmt: skip
    assert [each.id for each in proposal.rows_of("groepen")] == ["verenigingen"]


def test_an_element_of_a_national_programme_is_the_row_of_that_programme(
    klein_register: Callable[..., Path], tmp_path: Path
) -> None:
    element = Finding("kernelement", "Bewegen", 7, 7, "Staat onder ‘GALA’.", number="1", parent="GALA")

    proposal = propose(klein_register(), read_case(tmp_path, findings=(element,), mentions=()))

    (found,) = proposal.rows_of("kernelementen")
    assert (found.id, found.stand) == ("landelijk:gala-1", SAME)


def test_a_mention_outside_any_finding_is_of_the_document(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    mention = Mention("wet", "Wmo 2015", "Wmo", 12, "Naam uit het register.", reference="landelijk:wmo-2015")

    proposal = propose(klein_register(), read_case(tmp_path, mentions=(mention,)))

    (told,) = proposal.rows_of("vermeldingen")
    assert told.cells["in"] == (proposal.rows_of("documenten")[0].id,)
    assert told.cells["wat"] == ("landelijk:wmo-2015",)

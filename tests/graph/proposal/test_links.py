"""Links that are proposed: only those that the document tells itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from proposal_case import FINDINGS, judge, propose, read_case, setting, write_proposal
from small_register import small_tables

from beleidsspoor.graph.check import check_register
from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.files import write_all_whole
from beleidsspoor.graph.proposal.model import SAME, Proposal
from beleidsspoor.graph.proposal.taking_over import plan_takeover
from beleidsspoor.graph.recognise.model import DOUBTFUL, SURE, Finding, Mention

THEME, TASK, ACTION, _, INDICATOR, _ = FINDINGS
GALA = Mention(
    "programma", "GALA", "het GALA", 6, "Naam uit het register.", reference="landelijk:gala", item=ACTION.label
)


def links(proposal: Proposal) -> list[tuple[str, str, str]]:
    rows = [row.cells for row in proposal.rows_of("verbanden")]
    return [(cells["van"][0], cells["relatie"][0], cells["naar"][0]) for cells in rows]


def test_an_indicator_measures_the_goal_that_its_table_stands_under(
    klein_register: Callable[..., Path], tmp_path: Path
) -> None:
    proposal = propose(klein_register(), read_case(tmp_path, findings=(THEME, TASK, INDICATOR), mentions=()))

    (link,) = proposal.rows_of("verbanden")
    assert links(proposal) == [("uj26-indicator-01", "meet", "uj26-opgave-01")]
    assert link.cells["sterkte"] == ("aannemelijk",)
    assert link.cells["reden"] == ("De tabel met deze indicator staat onder deze opgave.",)
    lines = {place.id: place.cells["regel_van"][0] for place in proposal.rows_of("vindplaatsen")}
    assert [lines[place] for place in link.cells["vindplaatsen"]] == ["9", "5"]


def test_an_indicator_under_a_theme_measures_nothing_yet(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    under = replace(INDICATOR, parent="1")
    assert not links(propose(klein_register(), read_case(tmp_path, findings=(THEME, under), mentions=())))


@pytest.mark.parametrize(
    ("group", "proposed"),
    [
        ("Kinderen groeien veilig op", True),
        ("KINDEREN GROEIEN VEILIG OP - lange termijn", True),
        ("Kinderen groeien veilig op in de wijk", False),
        ("Kinderen groeien veiliger op", False),
        (None, False),
    ],
)
def test_the_heading_in_a_table_names_the_goal_in_its_own_words(
    klein_register: Callable[..., Path], tmp_path: Path, group: str | None, proposed: bool
) -> None:
    headed = replace(INDICATOR, parent="1", group=group)

    proposal = propose(klein_register(), read_case(tmp_path, findings=(THEME, TASK, headed), mentions=()))

    assert links(proposal) == [("uj26-indicator-01", "meet", "uj26-opgave-01")] * proposed


@pytest.mark.parametrize(
    ("mention", "proposed"),
    [
        (GALA, True),
        (replace(GALA, certainty=DOUBTFUL), False),
        (replace(GALA, reference=None), False),
        (replace(GALA, item=None), False),
        (replace(GALA, kind="wet", reference="landelijk:wmo-2015"), False),
    ],
)
def test_an_action_serves_a_programme_of_the_register_that_it_names(
    klein_register: Callable[..., Path], tmp_path: Path, mention: Mention, proposed: bool
) -> None:
    proposal = propose(klein_register(), read_case(tmp_path, findings=(THEME, TASK, ACTION), mentions=(mention,)))

    assert links(proposal) == [("uj26-actie-01", "draagt bij aan", "landelijk:gala")] * proposed


def test_a_theme_does_not_serve_what_it_names(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    mention = replace(GALA, item="1", line=3)
    assert not links(propose(klein_register(), read_case(tmp_path, findings=(THEME,), mentions=(mention,))))


def test_an_accepted_link_is_a_row_like_others_and_is_the_same_next_time(
    klein_register: Callable[..., Path], tmp_path: Path
) -> None:
    root, read = klein_register(), read_case(tmp_path, findings=(THEME, TASK, ACTION, INDICATOR), mentions=(GALA,))
    _, files = plan_takeover(judge(write_proposal(propose(root, read), tmp_path / "voorstel.xlsx")), root)
    write_all_whole(files)

    assert not check_register(root)
    assert {row.stand for row in propose(root, read).rows_of("verbanden")} == {SAME}


def test_a_link_without_its_goal_says_which_row_must_be_ja(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    root = klein_register()
    read = read_case(tmp_path, findings=(THEME, TASK, ACTION), mentions=(GALA,))
    workbook = judge(
        write_proposal(propose(root, read), tmp_path / "voorstel.xlsx"), Acties=setting(2, "oordeel", "nee")
    )

    with pytest.raises(InputFaults) as refused:
        plan_takeover(workbook, root)

    (fault,) = [fault for fault in refused.value.faults if "blad Verbanden" in fault.file]
    assert fault.advice.startswith("Die rij staat op blad Acties, rij 2, maar niet op ja.")


def test_a_document_does_not_serve_itself(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    tables = small_tables()
    tables["dorp/programmas"] = [
        {"id": "programma-jeugd", "naam": "Uitvoeringsprogramma Jeugd", "soort": "programma", "niveau": "lokaal",
         "document": "jeugd-2026", "vindplaatsen": "v-wet"},
    ]  # fmt: skip
    tables["dorp/documenten"].append(
        {"id": "jeugd-2026", "titel": "Uitvoeringsprogramma Jeugd 2026", "soort": "uitvoeringsprogramma",
         "uitgever": "gemeente Dorp"},
    )  # fmt: skip
    itself = Mention("programma", "Uitvoeringsprogramma Jeugd", "dit programma", 6, "Naam uit het register.", SURE,
                     "dorp:programma-jeugd", ACTION.label)  # fmt: skip

    assert not links(
        propose(klein_register(tables), read_case(tmp_path, findings=(THEME, TASK, ACTION), mentions=(itself,)))
    )


def test_findings_of_one_kind_that_share_a_name_give_one_link_each(
    klein_register: Callable[..., Path], tmp_path: Path
) -> None:
    second = Finding("indicator", "Aantal lessen", 10, 10, "Rij van een tabel.", parent="1.1", group=TASK.label)

    proposal = propose(klein_register(), read_case(tmp_path, findings=(THEME, TASK, INDICATOR, second), mentions=()))

    assert len(links(proposal)) == len(set(links(proposal))) == 2

"""Places that a person types into the workbook: the program makes their fingerprint from the document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from small_register import AGENDA
from werkboek_case import Edit, adding, edit, make_workbook, setting

from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.files import write_all_whole
from beleidsspoor.graph.fingerprints import fingerprint
from beleidsspoor.graph.werkboek.taking_over import plan_takeover


@pytest.fixture
def root(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


@pytest.fixture
def path(root: Path, tmp_path: Path) -> Path:
    return make_workbook(root, tmp_path / "register.xlsx")


def new_place(**cells: object) -> Edit:
    return adding("Vindplaatsen", **({"Document": "Agenda van Dorp 2025", "Regel_van": 3, "Regel_tot": 4} | cells))


def faults(path: Path, root: Path, folder: Path | None) -> list[str]:
    with pytest.raises(InputFaults) as raised:
        plan_takeover(path, root, bronnen=folder)
    return [str(fault).partition(", blad ")[2] for fault in raised.value.faults]


def test_it_is_made_from_the_lines(root: Path, path: Path, documenten: Callable[..., Path]) -> None:
    edit(path, new_place(Regel_van=6, Regel_tot="8"))

    plan, _ = plan_takeover(path, root, bronnen=documenten())

    (change,) = plan.added
    assert change.texts["vingerafdruk"] == fingerprint("\n".join(AGENDA.split("\n")[5:8]))
    assert "van: 1.1 Meer bewegen voor ieder- een Kinderen bewegen" in plan.notes[0]


@pytest.mark.parametrize("name", ["Agenda van Dorp 2025, regel 6-8", "agenda van dorp 2025, regel 6-8, blz 2, 1.1"])
def test_other_new_rows_name_it_by_its_lines(
    root: Path, path: Path, documenten: Callable[..., Path], name: str
) -> None:
    place = new_place(Regel_van=6, Regel_tot=8, Pagina=2, Sectie="1.1")
    action = adding(
        "Acties", Naam="Beweegdag houden", Document="agenda-2025", Onderdeel_van="opgave-1", Vindplaatsen=name
    )
    edit(path, place, action)

    plan, files = plan_takeover(path, root, bronnen=documenten())
    write_all_whole(files)

    new, using = plan.added
    assert using.texts["vindplaatsen"] == new.id
    assert plan_takeover(path, root, bronnen=documenten())[0].is_empty


def test_a_place_whose_lines_were_changed_gets_a_new_one(
    root: Path, path: Path, documenten: Callable[..., Path]
) -> None:
    edit(
        path,
        setting("Vindplaatsen", "v-opgave", "Regel tot", 8),
        setting("Vindplaatsen", "v-opgave", "Vingerafdruk", None),
    )

    plan, _ = plan_takeover(path, root, bronnen=documenten())

    assert plan.changed[0].texts["vingerafdruk"] == fingerprint("\n".join(AGENDA.split("\n")[5:8]))


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"Regel_tot": 99}, "Regel 3 tot en met 99 is er niet: agenda.txt heeft 16 regels."),
        ({"Regel_van": 5}, "Regel 5 tot en met 4 is er niet"),
        ({"Regel_van": 2, "Regel_tot": 2}, "agenda.txt heeft geen woorden op regel 2 tot en met 2."),
        ({"Document": "Nota Sport 2020"}, "Van 'Nota Sport 2020' heeft het register geen bestand."),
        ({"Document": "Nota Wonen"}, "Er is geen rij die 'Nota Wonen' heet."),
        ({"Regel_van": None}, "Zet document, regel van en regel tot goed."),
    ],
)
def test_what_keeps_it_from_being_made_is_told(
    root: Path, path: Path, documenten: Callable[..., Path], cells: dict[str, object], told: str
) -> None:
    edit(path, new_place(**cells))

    found = faults(path, root, documenten())

    assert any(told in fault for fault in found), found
    assert len([fault for fault in found if "kolom Vingerafdruk" in fault]) == 1


def test_a_document_that_changed_or_is_absent_gives_none(
    root: Path, path: Path, documenten: Callable[..., Path], tmp_path: Path
) -> None:
    edit(path, new_place())
    (tmp_path / "leeg").mkdir()

    assert (
        "agenda.txt is niet meer het bestand waar het register van is gemaakt."
        in faults(path, root, documenten(agenda=f"Eerst dit.\n{AGENDA}"))[0]
    )
    assert "Het bestand 'agenda.txt' is er niet" in faults(path, root, tmp_path / "leeg")[0]

"""From answers to remarks: what counts, what is wrong, and that it is told all at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from answer_case import answer, dossier, opened, write_excel, write_page, write_word

from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.reacties.reading import ReadAnswers, read_answers


@pytest.fixture
def root(klein_register: Callable[..., Path]) -> Path:
    return klein_register()


@pytest.fixture
def read(root: Path, tmp_path: Path) -> Callable[..., ReadAnswers]:
    """Reads answers as the page saves them."""

    def read_them(*answers: dict[str, str], who: str = "Kees", given: str = "") -> ReadAnswers:
        path = write_page(tmp_path / "kees.json", dossier(root), answers, who)
        return read_answers([path], opened(root), given)

    return read_them


def faults_of(read: Callable[..., ReadAnswers], *answers: dict[str, str], who: str = "Kees") -> list[str]:
    with pytest.raises(InputFaults) as refused:
        read(*answers, who=who)
    return [str(fault) for fault in refused.value.faults]


def test_every_form_gives_the_same_remark(root: Path, tmp_path: Path) -> None:
    made, given = dossier(root), [answer("dorp:actie-1"), answer("dorp:thema-1", soort="steun", tekst="")]
    paths = [
        write_page(tmp_path / "a.json", made, given), write_word(tmp_path / "b.docx", made, given),
        write_excel(tmp_path / "c.xlsx", made, given),
    ]  # fmt: skip

    assert len(read_answers(paths, opened(root)).remarks) == 2


def test_two_members_and_two_remarks_all_stay(read: Callable[..., ReadAnswers]) -> None:
    given = [answer(), answer(wie="Ans"), answer(tekst="Iets anders"), answer(soort="zorg"), answer("dorp:thema-1")]

    assert len({remark.id for remark in read(*given).remarks}) == 5


def test_the_same_on_a_text_that_has_changed_is_a_new_remark(read: Callable[..., ReadAnswers]) -> None:
    assert len(read(answer(), answer(versie="a" * 16)).remarks) == 2


def test_a_text_without_a_kind_is_kept_as_a_comment(read: Callable[..., ReadAnswers]) -> None:
    found = read(
        answer(soort=""), answer(soort="Kies een soort", tekst="Nog iets"), answer(soort="Hier ontbreekt iets.")
    )

    assert [remark.soort for remark in found.remarks] == ["opmerking", "opmerking", "hier ontbreekt iets"]
    assert found.notices == ("kees.json: bij 2 reacties is geen soort gekozen. Nu staat daar 'opmerking'.",)


def test_a_file_without_answers_is_told(read: Callable[..., ReadAnswers]) -> None:
    assert read().notices == ("kees.json: er is geen reactie ingevuld.",)


def test_a_name_may_come_from_who_reads(read: Callable[..., ReadAnswers]) -> None:
    assert [remark.wie for remark in read(answer(wie=""), who="", given="lid Adviesraad").remarks] == ["lid Adviesraad"]


def test_all_faults_are_told_at_once_with_their_place(read: Callable[..., ReadAnswers]) -> None:
    told = faults_of(
        read,
        answer("dorp:actei-1"), answer("zomaar"), answer("", tekst="Los\neindje"), answer("dorp:v-actie"),
        answer(soort="vraagg"), answer(soort="xyz"), answer(soort="zorg", tekst=""), answer(versie="?"),
        answer(tekst="x" * 5001), answer(wie="y" * 201),
        answer(raadsvraag="z" * 1001),
    )  # fmt: skip

    assert told == [
        "kees.json, antwoord 1, bij 'Kenmerk': 'dorp:actei-1' staat niet in het register. "
        "Bedoelt u dorp:actie-1 (Trainingen geven)?",
        "kees.json, antwoord 2, bij 'Kenmerk': 'zomaar' staat niet in het register. "
        "Is het onderdeel er niet meer? Geef dan het kenmerk van het onderdeel waar het onder hing.",
        "kees.json, antwoord 3, bij 'Kenmerk': Hier ontbreekt het kenmerk. De reactie begint met 'Los eindje'. "
        "Neem het kenmerk over van een ander antwoord over hetzelfde onderdeel.",
        "kees.json, antwoord 4, bij 'Kenmerk': 'dorp:v-actie' is geen onderdeel waar men op kan reageren. "
        "Neem het kenmerk over uit het dossier.",
        "kees.json, antwoord 5, bij 'Soort reactie': 'vraagg' is geen soort reactie. Bedoelt u vraag?",
        "kees.json, antwoord 6, bij 'Soort reactie': 'xyz' is geen soort reactie. "
        "Kies uit: vraag, advies, zorg, steun, hier ontbreekt iets, opmerking.",
        "kees.json, antwoord 7, bij 'Uw reactie': Hier is 'zorg' gekozen, maar er staat niets bij. "
        "Schrijf de reactie op, of maak de soort leeg.",
        "kees.json, antwoord 8, bij 'Versie': De versie van dit onderdeel is niet te lezen. "
        "Neem de versie over uit het dossier waarin dit is ingevuld.",
        "kees.json, antwoord 9, bij 'Uw reactie': Hier staan 5001 tekens; er passen er 5000. "
        "Kort de tekst in, of deel haar over twee reacties.",
        "kees.json, antwoord 10, bij 'Naam of rol': Hier staan 201 tekens; er passen er 200. "
        "Schrijf een kortere naam of rol.",
        "kees.json, antwoord 11, bij 'Vraag aan de raad': Hier staan 1001 tekens; er passen er 1000. "
        "Neem de vraag over uit het dossier.",
    ]


def test_a_name_that_is_nowhere_is_asked_once(read: Callable[..., ReadAnswers]) -> None:
    [told] = faults_of(read, answer(), answer("dorp:thema-1"), who="")

    assert told.startswith("kees.json: Bij 2 reacties staat niet wie dit schreef.")


def test_the_faults_of_all_files_are_told(root: Path, tmp_path: Path) -> None:
    made = dossier(root)
    paths = [
        write_page(tmp_path / "a.json", made, [answer("dorp:x")]), tmp_path / "weg.docx",
        write_excel(tmp_path / "c.xlsx", made, [answer("dorp:thema-1", soort="klacht")]), tmp_path / "d.odt",
    ]  # fmt: skip

    with pytest.raises(InputFaults) as refused:
        read_answers(paths, opened(root))

    files = [fault.file for fault in refused.value.faults]
    assert files[0] == "a.json, antwoord 1, bij 'Kenmerk'"
    assert files[1].endswith("weg.docx")
    assert files[2] == "c.xlsx, blad Uw reacties, cel D2"
    assert files[3].endswith("d.odt")

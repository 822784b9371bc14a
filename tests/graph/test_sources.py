"""The documents held against the register: right, changed, moved, renamed, absent, unreadable; and quoted from."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from small_register import AGENDA, VISIE, csv_text, small_tables, write_documents, write_register

from beleidsspoor.graph.dataset import Dataset, open_dataset
from beleidsspoor.graph.faults import InputFaults
from beleidsspoor.graph.fingerprints import fingerprint
from beleidsspoor.graph.places import places
from beleidsspoor.graph.sources import LONGEST_QUOTE, FileState, SourceReport, Sources, check_sources, tidy
from beleidsspoor.graph.terms import ID_BASE

AGENDA_IRI = ID_BASE + "dorp/agenda-2025"
#: The order of the documents in the report is that of the register.
AGENDA_AT, NOTA_AT, VISIE_AT = range(3)


@pytest.fixture
def dataset(klein_register: Callable[..., Path]) -> Dataset:
    return open_dataset(klein_register())


def cells(report: SourceReport) -> list[tuple[str, int | None, str | None]]:
    return [(fault.file, fault.line, fault.column) for fault in report.faults]


def test_documents_as_the_register_says(dataset: Dataset, documenten: Callable[..., Path]) -> None:
    report = check_sources(dataset, documenten())

    assert report.faults == ()
    assert (report.found, report.total) == (13, 13)
    states = [document.source.state for document in report.documents]
    assert states == [FileState.SAME, FileState.WITHOUT, FileState.SAME]


def test_lines_put_in_move_the_passages_after_them(dataset: Dataset, documenten: Callable[..., Path]) -> None:
    report = check_sources(dataset, documenten(agenda=AGENDA.replace("1.1 ", "Nieuw.\n\n1.1 ")))

    agenda = report.documents[AGENDA_AT]
    assert agenda.source.state is FileState.CHANGED
    assert (agenda.found, agenda.moved, len(agenda.places)) == (10, 8, 10)
    found = {place.row.id: place.found for place in agenda.places if place.moved}
    moved = {name: (passage.first, passage.last) for name, passage in found.items() if passage}
    assert moved["v-opgave"] == (8, 9)
    assert moved["v-principe"] == (18, 18)
    assert cells(report)[0] == ("dorp/documenten.csv", 2, "sha256")
    assert cells(report)[1] == ("dorp/vindplaatsen.csv", 4, "regel_van")
    assert "De passage staat nu op regel 8 tot en met 9." in report.faults[1].message
    assert len(report.faults) == 9


def test_a_passage_that_was_changed_is_not_found(dataset: Dataset, documenten: Callable[..., Path]) -> None:
    report = check_sources(dataset, documenten(visie=VISIE.replace("Iedereen", "Elke inwoner")))

    assert (report.found, report.total) == (12, 13)
    assert cells(report) == [("stad/documenten.csv", 2, "sha256"), ("stad/vindplaatsen.csv", 4, "vingerafdruk")]
    assert "regel 4 staat niet in visie.txt" in report.faults[1].message


def test_a_changed_document_with_all_its_passages_is_told(dataset: Dataset, documenten: Callable[..., Path]) -> None:
    report = check_sources(dataset, documenten(visie=VISIE + "Een regel erbij.\n"))

    assert (report.found, report.total) == (13, 13)
    assert cells(report) == [("stad/documenten.csv", 2, "sha256")]


def test_a_renamed_document_is_found_by_its_content(dataset: Dataset, documenten: Callable[..., Path]) -> None:
    folder = documenten()
    (folder / "visie.txt").rename(folder / "visie (kopie).txt")

    report = check_sources(dataset, folder)

    assert report.faults == ()
    source = report.documents[VISIE_AT].source
    assert source.path == folder / "visie (kopie).txt"


def test_an_absent_document(dataset: Dataset, documenten: Callable[..., Path]) -> None:
    folder = documenten()
    (folder / "visie.txt").unlink()
    # Not a file, so not the document.
    (folder / "visie.txt").mkdir()

    report = check_sources(dataset, folder)

    assert cells(report) == [("stad/documenten.csv", 2, "bestand")]
    assert report.documents[VISIE_AT].source.state is FileState.ABSENT
    assert (report.documents[VISIE_AT].found, report.found, report.total) == (0, 10, 13)


@pytest.mark.parametrize(
    ("raw", "line", "message"),
    [
        (b"Visie van Stad\n\nVertrouwen is \xe9\xe9n basis\n", 3, "De tekst is geen UTF-8."),
        (b"", None, "Het bestand is leeg."),
        (b" \n\n", None, "Het bestand is leeg."),
    ],
)
def test_a_document_that_cannot_be_read(
    raw: bytes, line: int | None, message: str, dataset: Dataset, documenten: Callable[..., Path]
) -> None:
    folder = documenten()
    (folder / "visie.txt").write_bytes(raw)

    report = check_sources(dataset, folder)

    (fault,) = report.faults
    assert (fault.file, fault.line, fault.message) == (str(folder / "visie.txt"), line, message)
    assert report.documents[VISIE_AT].source.state is FileState.UNREADABLE


def test_a_file_with_a_byte_order_mark_and_windows_line_ends(dataset: Dataset, documenten: Callable[..., Path]) -> None:
    folder = documenten()
    (folder / "visie.txt").write_bytes(VISIE.replace("\n", "\r\n").encode("utf-8-sig"))

    report = check_sources(dataset, folder)

    assert cells(report) == [("stad/documenten.csv", 2, "sha256")]
    assert (report.documents[VISIE_AT].found, report.documents[VISIE_AT].moved) == (3, 0)


def test_places_in_a_document_without_a_text_are_not_counted(
    klein_register: Callable[..., Path], documenten: Callable[..., Path]
) -> None:
    tables = small_tables()
    tables["dorp/vindplaatsen"].append(tables["dorp/vindplaatsen"][0] | {"id": "v-nota", "document": "nota-2020"})

    report = check_sources(open_dataset(klein_register(tables)), documenten())

    assert report.faults == ()
    assert (report.found, report.total) == (13, 13)
    assert len(report.documents[NOTA_AT].places) == 1


def test_a_file_name_that_leaves_the_folder_is_not_followed(
    klein_register: Callable[..., Path], documenten: Callable[..., Path], tmp_path: Path
) -> None:
    tables = small_tables()
    tables["stad/documenten"][0] |= {"bestand": "../geheim.txt", "sha256": "0" * 64}
    (tmp_path / "geheim.txt").write_text(VISIE, encoding="utf-8")

    report = check_sources(open_dataset(klein_register(tables)), documenten())

    assert cells(report) == [("stad/documenten.csv", 2, "bestand")]


def test_a_folder_that_is_not_there(dataset: Dataset, tmp_path: Path) -> None:
    with pytest.raises(InputFaults, match="Deze map is er niet"):
        check_sources(dataset, tmp_path / "weg")


def test_another_base(klein_register: Callable[..., Path], documenten: Callable[..., Path]) -> None:
    root = klein_register()
    shutil.rmtree(root / "overeenkomsten")

    report = check_sources(open_dataset(root, "https://data.example.nl/"), documenten())

    assert (report.found, report.total) == (13, 13)


@settings(max_examples=40)
@given(st.binary(max_size=200), st.integers(0, len(VISIE)))
def test_any_bytes_for_a_document(content: bytes, cut: int) -> None:
    assume(VISIE.encode()[:cut] + content != VISIE.encode())
    with tempfile.TemporaryDirectory() as folder:
        register = open_dataset(write_register(Path(folder) / "register"))
        documents = write_documents(Path(folder) / "documenten")
        (documents / "visie.txt").write_bytes(VISIE.encode()[:cut] + content)

        report = check_sources(register, documents)

    assert report.faults
    assert report.documents[AGENDA_AT].found == 10


# ---------------------------------------------------------------- quotes


def test_a_quote_is_the_passage_on_one_line(dataset: Dataset, documenten: Callable[..., Path]) -> None:
    sources = Sources.open(documenten(), dataset.register)

    quotes = {
        place.first: sources.quote(place.document.iri, place.first, place.last, place.fingerprint)
        for found in places(dataset.store).values()
        for place in found
        if place.document.iri == AGENDA_IRI
    }

    assert quotes[10] == "Wij geven 18 trainingen met Sportclub Noord."
    assert quotes[6] == "1.1 Meer bewegen voor iedereen"
    assert quotes[14] == "Aantal trainingen 12 18"


def test_a_quote_of_a_passage_that_moved(dataset: Dataset, documenten: Callable[..., Path]) -> None:
    sources = Sources.open(documenten(agenda="Voorwoord\n\n\n" + AGENDA), dataset.register)

    assert sources.quote(AGENDA_IRI, 8, 8, fingerprint("Kinderen bewegen elke dag")) == "Kinderen bewegen elke dag."


@pytest.mark.parametrize(
    ("document", "wanted"),
    [
        (AGENDA_IRI, fingerprint("staat er niet")),
        (AGENDA_IRI, "geen vingerafdruk"),
        (ID_BASE + "dorp/nota-2020", fingerprint("Kinderen bewegen elke dag")),
        (ID_BASE + "dorp/onbekend", fingerprint("Kinderen bewegen elke dag")),
    ],
)
def test_no_quote_without_the_passage(
    document: str, wanted: str, dataset: Dataset, documenten: Callable[..., Path]
) -> None:
    assert Sources.open(documenten(), dataset.register).quote(document, 8, 8, wanted) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("een\n  goede\tstart ", "een goede start"),
        ("samen-\nwerking", "samenwerking"),
        ("samen- \n  werking", "samenwerking"),
        ("samen\u00ad\nwerking en wel\u00adzijn", "samenwerking en welzijn"),
        ("zorg-\nen welzijn", "zorg- en welzijn"),
        ("in-\nof uitstroom", "in- of uitstroom"),
        ("de VNG-\nnorm van 2025-\n2026", "de VNG-norm van 2025-2026"),
        ("punten:\n- een\n- twee", "punten: - een - twee"),
    ],
)
def test_tidy(text: str, shown: str) -> None:
    assert tidy(text) == shown


def test_a_long_quote_is_cut_after_a_word() -> None:
    shown = tidy("woorden " * 100)

    assert shown.endswith("woorden…")
    assert len(shown) <= LONGEST_QUOTE + 1
    assert len(tidy("x" * 1000)) <= LONGEST_QUOTE + 1


# ---------------------------------------------------------------- the real documents


@pytest.mark.bronnen
def test_every_passage_of_the_shipped_register_is_found(bronnen: Path) -> None:
    report = check_sources(open_dataset(), bronnen)

    assert report.faults == ()
    assert report.found == report.total > 600
    assert {document.source.row.id for document in report.documents if document.source.state is FileState.WITHOUT} == {
        "ibn-2023-2026"
    }


@pytest.mark.bronnen
def test_every_passage_is_found_after_lines_were_put_in_and_wrapped_anew(bronnen: Path, tmp_path: Path) -> None:
    for path in bronnen.glob("*.txt"):
        lines = path.read_text(encoding="utf-8").split("\n")
        text = "\n".join(f"{line}\n" if number % 7 == 0 else line for number, line in enumerate(lines))
        wrapped = "Een nieuw\nvoorblad\n\n" + text.replace(", ", ",\n")
        (tmp_path / path.name).write_text(wrapped, encoding="utf-8")

    report = check_sources(open_dataset(), tmp_path)

    assert report.found == report.total > 600
    with_text = [document for document in report.documents if document.source.state is not FileState.WITHOUT]
    assert all(document.source.state is FileState.CHANGED for document in with_text)
    assert all(place.moved for document in with_text for place in document.places)


@pytest.mark.bronnen
def test_every_place_of_the_shipped_register_can_be_quoted(bronnen: Path) -> None:
    dataset = open_dataset()
    sources = Sources.open(bronnen, dataset.register)

    for found in places(dataset.store).values():
        for place in found:
            quote = sources.quote(place.document.iri, place.first, place.last, place.fingerprint)
            assert quote is not None
            assert 0 < len(quote) <= LONGEST_QUOTE + 1
            assert "\n" not in quote


def test_the_register_written_here_has_the_documents_written_here() -> None:
    """The fixtures belong together: else the tests above would prove nothing."""
    assert "agenda.txt" in csv_text("documenten", small_tables()["dorp/documenten"])
    assert fingerprint(AGENDA.split("\n")[7]) in csv_text("vindplaatsen", small_tables()["dorp/vindplaatsen"])

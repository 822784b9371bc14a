"""A document of another municipality is told, and never one that may well be of the own municipality."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from proposal_case import propose, read_case
from small_register import small_tables

from beleidsspoor.graph.dataset import open_dataset
from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.proposal.documents import find_title
from beleidsspoor.graph.proposal.other_municipality import find_other_municipality
from beleidsspoor.graph.proposal.reading import read_as
from beleidsspoor.graph.proposal.workbook import to_workbook
from beleidsspoor.graph.recognise.model import Recognition
from beleidsspoor.graph.register.reading import Register, read_register
from beleidsspoor.graph.register.schema import load_schema

OTHER = """Visie op meedoen

De gemeente Almelo werkt aan een stad waarin iedereen meedoet.
Inwoners van Almelo helpen elkaar. De gemeente Almelo helpt mee.
Met Enschede en Hengelo praten wij over werk. De gemeenteraad van Almelo beslist.
In Almelo komen twee huizen van de wijk.
"""


@pytest.fixture
def register(klein_register: Callable[..., Path]) -> Register:
    return read_register(klein_register())[0]


def told(register: Register, text: str, title: str = "Visie op meedoen", ruimte: str = "dorp") -> str | None:
    found = find_other_municipality("visie.txt", title, text.splitlines(), register, ruimte)
    return None if found is None else str(found)


def test_a_document_that_names_another_municipality_is_told(register: Register) -> None:
    assert told(register, OTHER) == (
        "visie.txt: Dit document lijkt van gemeente Almelo, niet van Dorp: het noemt Almelo 5 keer en Dorp niet. Hoort "
        "het toch bij Dorp, dan hoeft u niets te doen. Anders: geef eerst de opdracht beleidsspoor nieuw Almelo, en "
        "lees het document opnieuw met --ruimte almelo. Neem dit voorstel dan niet over."
    )


def test_a_municipality_of_the_register_is_told_with_its_folder(register: Register) -> None:
    text = "De gemeente Stad helpt. " * 3
    found = told(register, text)
    assert found is not None
    assert "Anders: lees het document opnieuw met --ruimte stad." in found
    assert told(register, text, ruimte="stad") is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("'s-Gravenhage", "Gemeente ’s-Gravenhage. De gemeente Den Haag. Den Haag. DE GEMEENTE DEN HAAG."),
        ("Bergen op Zoom", "De gemeente Bergen op Zoom.\n" * 3),
        ("Utrechtse Heuvelrug", "De gemeente\nUtrechtse Heuvelrug.\n" * 3),
        ("Súdwest-Fryslân", "Gemeente Súdwest-Fryslân.\n" * 3),
    ],
)
def test_a_name_in_every_spelling(register: Register, name: str, text: str) -> None:
    assert f"lijkt van gemeente {name}, niet van Dorp" in str(told(register, text))


def test_once_is_enough_when_the_title_names_it(register: Register) -> None:
    text = "Dit is een plan van de gemeente Almelo voor haar inwoners."
    assert told(register, text) is None
    assert told(register, text, title="SOCIALE AGENDA ALMELO") is not None


def test_once_is_enough_when_it_stands_alone_below_the_title(register: Register) -> None:
    assert told(register, "Begroting 2027\nGemeente Almelo\nWat willen we bereiken?\n") is not None
    assert told(register, "Begroting 2027\nGemeente Almelo is onze buur.\nWat willen we bereiken?\n") is None
    text = "Wie in Almelo woont, doet mee. Binnen Almelo is er hulp."
    assert told(register, text) is None
    assert told(register, text, title="Sociale agenda Almelo") is not None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (OTHER + "Ook inwoners van Dorp doen mee.", "Visie op meedoen"),
        (OTHER + "De dorpen doen mee, zoals Laagkerk.", "Visie op meedoen"),
        (OTHER, "Regiovisie jeugdhulp"),
        (OTHER, "Visie van de vier gemeenten"),
        (OTHER + "De gemeenten Enschede, Hengelo, Borne en Wierden doen mee. " * 2, "Visie op meedoen"),
        (OTHER + "In de regio werken wij samen; de subregio beslist. " * 3, "Visie op meedoen"),
        ("Centrumgemeente Almelo koopt in. De regio Almelo en Almelo zelf. " * 4, "Visie op meedoen"),
        ("Best veel mensen helpen hun Buren. Goes, Best en Buren. " * 4, "Visie op meedoen"),
        ("Wat kan de gemeente beter doen voor buren en voor ede? " * 4, "Visie op meedoen"),
        (
            "Buren helpen buren. Houten banken in elke straat, en Best vaak ook in de tuin.",
            "Goede Buren in Houten huizen",
        ),
        ("De gemeente Nergenshuizen helpt. " * 4, "Visie op meedoen"),
        ("", "Almelo"),
    ],
)
def test_nothing_is_told_when_it_is_not_sure(register: Register, text: str, title: str) -> None:
    assert told(register, text, title) is None


@pytest.mark.parametrize("municipalities", [(), ("Almelo", "Dorp")])
def test_a_ruimte_that_is_no_municipality_takes_any_document(
    klein_register: Callable[..., Path], municipalities: tuple[str, ...]
) -> None:
    rows = [{"id": f"gemeente-{name.lower()}", "naam": name, "cbs_code": "GM9009"} for name in municipalities]
    register, _ = read_register(klein_register({"dorp/gemeenten": rows}))
    assert told(register, OTHER) is None


def test_the_guide_tells_it_first(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    proposal = propose(klein_register(), read_case(tmp_path, text=OTHER, findings=(), mentions=()))

    guide = load_workbook(io.BytesIO(to_workbook(proposal, load_schema())))["Leeswijzer"]

    texts = [str(row[0]) for row in guide.iter_rows(values_only=True) if row[0]]
    assert texts[1].startswith("Let op. jeugd.txt: Dit document lijkt van gemeente Almelo, niet van Dorp")
    assert texts[2] == "Zo beoordeelt u het voorstel"


def test_a_document_that_the_register_has_is_not_told(klein_register: Callable[..., Path], tmp_path: Path) -> None:
    read = read_case(tmp_path, text=OTHER, findings=(), mentions=())
    row = {
        "id": "visie", "titel": "Visie op meedoen", "soort": "visie", "gemeente": "gemeente-dorp",
        "uitgever": "gemeente Dorp", "bestand": read.name, "sha256": read.sha256,
    }  # fmt: skip
    assert propose(klein_register(), read).doubts
    documents = [*small_tables()["dorp/documenten"], row]
    assert not propose(klein_register({"dorp/documenten": documents}), read).doubts


@pytest.mark.bronnen
@pytest.mark.parametrize(
    ("document", "own"),
    [("000", "twenterand"), ("001", "twenterand"), ("002", "twenterand"), ("003", "hellendoorn"), ("004", None)],
)
def test_of_the_real_documents_only_the_wrong_municipality_is_told(
    bronnen: Path, document: str, own: str | None
) -> None:
    (path,) = bronnen.glob(f"{document}_*.txt")
    register = open_dataset(None).register
    read = read_as(path, read_document(path), Recognition((), (), ()))
    for ruimte in ("twenterand", "hellendoorn", "twente", "noaberkracht", "landelijk"):
        found = find_other_municipality(path.name, find_title(read), read.document.lines, register, ruimte)
        wrong = own is not None and ruimte in ("twenterand", "hellendoorn") and ruimte != own
        assert (found is not None) == wrong, ruimte

"""From files with answers to remarks that the register can hold; everything that is wrong is told at once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from beleidsspoor.graph.faults import Fault, InputFaults
from beleidsspoor.graph.reacties.filled_form import Filled, FilledForm, begin_of, chosen_kind, plain
from beleidsspoor.graph.reacties.from_excel import read_excel_answers
from beleidsspoor.graph.reacties.from_page import read_page_answers
from beleidsspoor.graph.reacties.from_word import read_word_answers
from beleidsspoor.graph.reacties.history import row_name
from beleidsspoor.graph.register.cells import closest
from beleidsspoor.graph.register.reading import Register, Row
from beleidsspoor.graph.register.schema import Table
from beleidsspoor.graph.terms import BS

_READERS: dict[str, Callable[[Path], FilledForm]] = {
    ".docx": read_word_answers, ".xlsx": read_excel_answers, ".json": read_page_answers,
}  # fmt: skip
#: What a text becomes when nobody chose a kind: nothing is lost, and nobody's words are judged for him.
NOT_CHOSEN = "opmerking"
#: The kind that needs no words.
_WITHOUT_WORDS = "steun"
#: What to do with a text that is too long.
_SHORTER = {
    "tekst": "Kort de tekst in, of deel haar over twee reacties.",
    "raadsvraag": "Neem de vraag over uit het dossier.",
}
_VERSION = re.compile("^[0-9a-f]{16}$")


@dataclass(frozen=True)
class NewRemark:
    """A remark as somebody made it. `element` is `ruimte:id`, `versie` the version that it is about.

    `raadsvraag` is the question to the council that it answers; empty when it is about the element itself.
    """

    element: str
    versie: str
    soort: str
    tekst: str
    wie: str
    raadsvraag: str = ""

    @property
    def id(self) -> str:
        """An id that follows from the content, so that the same remark is the same row.

        The version counts: who says the same again of a text that has changed, says something new.
        """
        parts = [self.element, self.versie, self.soort, self.tekst, self.wie]
        content = json.dumps([*parts, self.raadsvraag] if self.raadsvraag else parts)
        return f"reactie-{blake2b(content.encode(), digest_size=6).hexdigest()}"


@dataclass(frozen=True)
class ReadAnswers:
    """What was read from all files: the remarks, each once, and what the user must know of them (Dutch)."""

    remarks: tuple[NewRemark, ...]
    notices: tuple[str, ...]


def read_answers(paths: Iterable[Path], register: Register, who: str = "") -> ReadAnswers:
    """The remarks in all files. `who` is the name for answers that have none.

    Raises InputFaults with every fault of every file. Nothing of a file is used as long as any file has a fault: once
    mended, all can be read again, as the same remark is never stored twice.
    """
    remarks: dict[str, NewRemark] = {}
    faults: list[Fault] = []
    notices: list[str] = []
    for path in paths:
        try:
            form = _read(path)
        except InputFaults as error:
            faults.extend(error.faults)
            continue
        reader = _Reader(form, register, who)
        remarks.update((remark.id, remark) for remark in reader.remarks())
        faults += [*form.faults, *reader.faults]
        notices += [*form.notices, *reader.notices()]
    if faults:
        raise InputFaults(faults)
    return ReadAnswers(tuple(remarks.values()), tuple(notices))


def _read(path: Path) -> FilledForm:
    reader = _READERS.get(path.suffix.casefold())
    if reader is None:
        advice = "Geef een ingevuld dossier (.docx), antwoordblad (.xlsx) of de antwoorden van de webpagina (.json)."
        raise InputFaults([Fault(str(path), None, None, "Uit dit soort bestand worden geen reacties gelezen.", advice)])
    return reader(path)


class _Reader:
    """Reads the answers of one file, and collects what is wrong with them."""

    def __init__(self, form: FilledForm, register: Register, who: str) -> None:
        self.faults: list[Fault] = []
        self._form = form
        self._register = register
        self._who = form.who or who
        self._table: Table = register.schema.tables["reacties"]
        self._without_kind = 0

    def remarks(self) -> Iterator[NewRemark]:
        """The remarks without a fault."""
        nameless = 0
        for filled in self._form.filled:
            before = len(self.faults)
            element, versie, soort = self._element(filled), self._version(filled), self._kind(filled)
            wie = " ".join((filled.text("wie") or self._who).split())
            nameless += not wie
            self._lengths(filled)
            if len(self.faults) == before and wie:
                vraag = " ".join(filled.text("raadsvraag").split())
                yield NewRemark(element, versie, soort, filled.text("tekst"), wie, vraag)
        if nameless:
            what = "1 reactie" if nameless == 1 else f"{nameless} reacties"
            message = f"Bij {what} staat niet wie dit schreef."
            advice = "Vul bovenaan een naam of rol in, of geef die bij het lezen met --wie."
            self.faults.append(Fault(self._form.file, None, None, message, advice))

    def notices(self) -> Iterator[str]:
        """What the user must know of the answers of this file."""
        if not self._form.filled:
            yield f"{self._form.file}: er is geen reactie ingevuld."
        if self._without_kind:
            what = "1 reactie" if self._without_kind == 1 else f"{self._without_kind} reacties"
            yield f"{self._form.file}: bij {what} is geen soort gekozen. Nu staat daar '{NOT_CHOSEN}'."

    def _element(self, filled: Filled) -> str:
        wanted = "".join(filled.text("element").split()).casefold()
        row = self._register.by_reference.get(wanted)
        if not wanted:
            said = f" De reactie begint met '{begin_of(filled.text('tekst'))}'." if filled.text("tekst") else ""
            advice = "Neem het kenmerk over van een ander antwoord over hetzelfde onderdeel."
            self._tell(filled, "element", f"Hier ontbreekt het kenmerk.{said}", advice)
        elif row is None:
            message = f"'{begin_of(wanted)}' staat niet in het register."
            self._tell(filled, "element", message, self._near(wanted))
        elif not self._is_element(row):
            message = f"'{begin_of(wanted)}' is geen onderdeel waar men op kan reageren."
            self._tell(filled, "element", message, "Neem het kenmerk over uit het dossier.")
        return wanted

    def _near(self, wanted: str) -> str:
        known = [row.reference for row in self._register.rows if self._is_element(row)]
        near = closest(wanted, known)
        if near is None:
            return "Is het onderdeel er niet meer? Geef dan het kenmerk van het onderdeel waar het onder hing."
        return f"Bedoelt u {near} ({begin_of(row_name(self._register.by_reference[near]))})?"

    def _is_element(self, row: Row) -> bool:
        return self._register.schema.is_a(row.table.class_iri, BS + "Element")

    def _version(self, filled: Filled) -> str:
        versie = plain(filled.text("versie"))
        if not _VERSION.match(versie):
            advice = "Neem de versie over uit het dossier waarin dit is ingevuld."
            self._tell(filled, "versie", "De versie van dit onderdeel is niet te lezen.", advice)
        return versie

    def _kind(self, filled: Filled) -> str:
        column = self._table.column("soort")
        kinds = column.choices if column else {}
        chosen = chosen_kind(filled.text("soort"))
        if not chosen:
            self._without_kind += 1
            return NOT_CHOSEN
        if chosen not in kinds:
            near = closest(chosen, kinds)
            advice = f"Bedoelt u {near}?" if near else f"Kies uit: {', '.join(kinds)}."
            self._tell(filled, "soort", f"'{begin_of(chosen)}' is geen soort reactie.", advice)
        elif not filled.text("tekst") and chosen != _WITHOUT_WORDS:
            advice = "Schrijf de reactie op, of maak de soort leeg."
            self._tell(filled, "tekst", f"Hier is '{chosen}' gekozen, maar er staat niets bij.", advice)
        return chosen

    def _lengths(self, filled: Filled) -> None:
        for name in ("tekst", "wie", "raadsvraag"):
            column = self._table.column(name)
            longest = column.longest if column else None
            length = len(filled.text(name))
            if longest is not None and length > longest:
                message = f"Hier staan {length} tekens; er passen er {longest}."
                self._tell(filled, name, message, _SHORTER.get(name, "Schrijf een kortere naam of rol."))

    def _tell(self, filled: Filled, key: str, message: str, advice: str) -> None:
        self.faults.append(filled.fault(key, message, advice))

"""Matches between municipalities: reading SSSOM files, checking them, and writing them as quads.

SSSOM 1.0 (https://mapping-commons.github.io/sssom/): a TSV file with a YAML header in `#` lines.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.register.cells import closest, hidden_sign, shorten
from beleidsspoor.graph.register.reading import MAPPINGS_FOLDER, Register, Row, is_left_alone
from beleidsspoor.graph.register.references import table_without_rows
from beleidsspoor.graph.register.text_file import read_text
from beleidsspoor.graph.store import ELEMENT_CLASSES
from beleidsspoor.graph.terms import BS, ID_BASE, PREFIXES, is_iri, literal, thing_iri

_SKOS, _SSSOM, _OWL = PREFIXES["skos"], PREFIXES["sssom"], PREFIXES["owl"]
_SEMAPV = "https://w3id.org/semapv/vocab/"

#: The object (or subject) of a row that says: there is no counterpart.
NO_TERM = _SSSOM + "NoTermFound"
#: The relations that a row may use.
RELATIONS = (
    *(_SKOS + name for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")),
    BS + "spanningMet",
)
#: The closed list of SSSOM 1.0 for mapping_justification.
JUSTIFICATIONS = (
    "ManualMappingCuration", "MappingReview", "LexicalMatching", "LexicalSimilarityThresholdMatching",
    "SemanticSimilarityThresholdMatching", "CompositeMatching", "LogicalReasoning", "MappingChaining",
    "MappingInversion", "StructuralMatching", "InstanceBasedMatching", "BackgroundKnowledgeBasedMatching",
    "UnspecifiedMatching",
)  # fmt: skip

#: Prefixes that SSSOM knows without a curie_map.
_BUILT_IN = {"sssom": _SSSOM, "semapv": _SEMAPV, "skos": _SKOS, "owl": _OWL}
_FROM_0_TO_1 = re.compile(r"^(0(\.[0-9]{1,9})?|1(\.0{1,9})?)$")
_REQUIRED_HEADER = ("mapping_set_id", "license", "curie_map")
_REQUIRED_COLUMNS = ("subject_id", "predicate_id", "object_id", "mapping_justification")


@dataclass(frozen=True)
class Mapping:
    """One row: two things and how they relate, all full IRIs. `cells` holds the row as it stands."""

    iri: str
    subject: str
    predicate: str
    object: str
    negated: bool
    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class MappingSet:
    """One SSSOM file: its IRI (also the IRI of its named graph), its header and its rows."""

    iri: str
    file: str
    header: dict[str, Any]
    mappings: tuple[Mapping, ...]


def read_mappings(register: Register, base: str = ID_BASE) -> tuple[list[MappingSet], list[Fault]]:
    """Read every `*.sssom.tsv` beside the tables of `register`.

    Returns the sets with all good rows, and all faults: a header without its required slots, a missing column, a row
    with too few cells, without a relation, with an unknown prefix, justification or thing. No row is dropped unsaid.
    """
    sets: list[MappingSet] = []
    faults: list[Fault] = []
    known = {thing_iri(base, row.ruimte, row.id): row for row in register.rows}
    folder = register.root / MAPPINGS_FOLDER
    for path in sorted(folder.iterdir() if folder.is_dir() else ()):
        name = path.relative_to(register.root).as_posix()
        if is_left_alone(path.name):
            continue
        if not path.name.endswith(".sssom.tsv"):
            advice = "Geef het bestand een naam die eindigt op .sssom.tsv."
            faults.append(Fault(name, None, None, "In deze map horen alleen SSSOM-bestanden.", advice))
            continue
        found = _read_set(path, name, register, known, base, faults)
        if found is None:
            continue
        first = next((other for other in sets if other.iri == found.iri), None)
        if first is None:
            sets.append(found)
        else:
            message = f"Het mapping_set_id staat ook al in {first.file}."
            faults.append(Fault(name, 1, None, message, "Geef elk bestand een eigen mapping_set_id."))
    return sets, faults


def mapping_quads(mapping_set: MappingSet) -> Iterator[str]:
    """The N-Quads lines of one set: each row as an owl:Axiom, and the relation itself unless the row denies it."""
    graph = f" <{mapping_set.iri}> ."
    set_iri = f"<{mapping_set.iri}>"
    yield f"{set_iri} <{PREFIXES['rdf']}type> <{_SSSOM}MappingSet>{graph}"
    yield f"{set_iri} <{PREFIXES['dct']}license> <{mapping_set.header['license']}>{graph}"
    for mapping in mapping_set.mappings:
        row = f"<{mapping.iri}>"
        yield f"{row} <{PREFIXES['rdf']}type> <{_OWL}Axiom>{graph}"
        yield f"{row} <{_OWL}annotatedSource> <{mapping.subject}>{graph}"
        yield f"{row} <{_OWL}annotatedProperty> <{mapping.predicate}>{graph}"
        yield f"{row} <{_OWL}annotatedTarget> <{mapping.object}>{graph}"
        yield f"{set_iri} <{_SSSOM}mappings> {row}{graph}"
        justification = mapping.cells["mapping_justification"].partition(":")[2]
        yield f"{row} <{_SSSOM}mapping_justification> <{_SEMAPV}{justification}>{graph}"
        if comment := mapping.cells.get("comment"):
            yield f"{row} <{BS}reden> {literal(comment, '@nl')}{graph}"
        if confidence := mapping.cells.get("confidence"):
            yield f"{row} <{_SSSOM}confidence> {literal(confidence, '^^<' + PREFIXES['xsd'] + 'decimal>')}{graph}"
        if author := mapping.cells.get("author_label"):
            yield f"{row} <{_SSSOM}author_label> {literal(author)}{graph}"
        if mapping.negated:
            yield f"{row} <{_SSSOM}predicate_modifier> <{_SSSOM}NegatedPredicate>{graph}"
        elif NO_TERM not in (mapping.subject, mapping.object):
            yield f"<{mapping.subject}> <{mapping.predicate}> <{mapping.object}>{graph}"


def _read_set(
    path: Path, name: str, register: Register, known: dict[str, Row], base: str, faults: list[Fault]
) -> MappingSet | None:
    """The set in one file; None when it has no good header or columns. Rows are checked as far as these allow."""
    text, wrong = read_text(path, name)
    if wrong is not None:
        faults.append(wrong)
    if not text:
        if wrong is None:
            faults.append(Fault(name, 1, None, "Het bestand is leeg.", "Zet er een kop, kolomkoppen en regels in."))
        return None
    # Only a line feed ends a row: other signs that end a line may stand in a cell.
    lines = text.replace("\r\n", "\n").split("\n")
    start = next((index for index, line in enumerate(lines) if not line.startswith("#")), len(lines))
    header, good = _header(lines[:start], name, faults)
    table = list(_rows(lines, start, name, faults))
    if not table:
        advice = "Zet de kolomkoppen na de #-regels."
        faults.append(Fault(name, start + 1, None, "Er zijn geen kolommen.", advice))
        return None
    line, columns = table[0]
    missing = [column for column in _REQUIRED_COLUMNS if column not in columns]
    for column in missing:
        faults.append(Fault(name, line, column, "Deze verplichte kolom ontbreekt.", "Voeg de kolom toe."))
    curie_map = header.get("curie_map")
    if missing or not isinstance(curie_map, dict):
        return None
    prefixes = {str(prefix): str(iri) for prefix, iri in curie_map.items()}
    iri = str(header.get("mapping_set_id"))
    checker = _RowReader(name, prefixes, register, known, base, iri, faults)
    mappings: dict[str, Mapping] = {}
    for line, cells in table[1:]:
        mapping = checker.read(line, columns, cells)
        if mapping is not None and mappings.setdefault(mapping.iri, mapping) is not mapping:
            message = f"Deze overeenkomst staat er al, op regel {mappings[mapping.iri].line}."
            faults.append(Fault(name, line, None, message, "Haal een van de twee regels weg."))
    return MappingSet(iri, name, header, tuple(mappings.values())) if good else None


def _rows(lines: list[str], start: int, name: str, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    """The cells of every line from `start` on, with its number. A row is one line, so that none is lost in another."""
    for number, line in enumerate(lines[start:], start=start + 1):
        try:
            cells = next(csv.reader([line], delimiter="\t", strict=True), [])
        except csv.Error:
            advice = "Zet tabs tussen de cellen. Een cel met een aanhalingsteken staat tussen aanhalingstekens."
            faults.append(Fault(name, number, None, "De regel is geen goede TSV.", advice))
            continue
        if cells:
            yield number, cells


def _header(lines: list[str], name: str, faults: list[Fault]) -> tuple[dict[str, Any], bool]:
    """The YAML header as far as it could be read, and whether it is good."""
    import yaml

    before = len(faults)
    try:
        # Every value is text: a version or date that YAML would read as a number stays as it is written.
        header = yaml.load("\n".join(line[1:] for line in lines), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        advice = "Schrijf: # sleutel: waarde."
        faults.append(Fault(name, line, None, "De kop van het bestand is geen goede YAML.", advice))
        return {}, False
    header = header if isinstance(header, dict) else {}
    for key in _REQUIRED_HEADER:
        value = header.get(key)
        if not value:
            faults.append(Fault(name, 1, None, f"In de kop ontbreekt {key}.", f"Voeg een regel '# {key}: …' toe."))
        elif key == "curie_map" and not isinstance(value, dict):
            advice = "Schrijf: # voorvoegsel: IRI."
            faults.append(Fault(name, 1, None, "De curie_map is geen lijst van voorvoegsels.", advice))
        elif key != "curie_map" and not is_iri(str(value)):
            faults.append(Fault(name, 1, None, f"{key} is geen IRI.", "Schrijf een volledige IRI."))
    return header, len(faults) == before


@dataclass(frozen=True)
class _RowReader:
    """Turns the cells of one row into a Mapping, or into faults."""

    name: str
    prefixes: dict[str, str]
    register: Register
    known: dict[str, Row]
    base: str
    set_iri: str
    faults: list[Fault]

    def read(self, line: int, columns: list[str], cells: list[str]) -> Mapping | None:
        if len(cells) != len(columns):
            message = f"Deze regel heeft {len(cells)} cellen, de kop heeft er {len(columns)}."
            self.faults.append(Fault(self.name, line, None, message, "Zet tussen alle cellen een tab."))
            return None
        row = {column: cell.strip() for column, cell in zip(columns, cells, strict=True)}
        before = len(self.faults)
        ends = [self._iri(line, column, row[column]) for column in ("subject_id", "object_id")]
        predicate = self._iri(line, "predicate_id", row["predicate_id"])
        if predicate and predicate not in RELATIONS:
            message = f"De relatie '{row['predicate_id']}' kennen wij niet."
            self._fault(line, "predicate_id", message, "Kies een SKOS-match of bs:spanningMet.")
        prefix, _, justification = row["mapping_justification"].partition(":")
        if prefix != "semapv" or justification not in JUSTIFICATIONS:
            advice = "Schrijf bijvoorbeeld semapv:ManualMappingCuration."
            self._fault(line, "mapping_justification", "Dit is geen onderbouwing die SSSOM kent.", advice)
        for column, cell in row.items():
            if (wrong := hidden_sign(cell)) is not None:
                self._fault(line, column, *wrong)
        if (confidence := row.get("confidence")) and not _FROM_0_TO_1.match(confidence):
            message = f"'{shorten(confidence)}' is geen getal van 0 tot en met 1."
            self._fault(line, "confidence", message, "Schrijf bijvoorbeeld 0.8.")
        for column, end in zip(("subject_id", "object_id"), ends, strict=True):
            if end and end.startswith(self.base) and end not in self.known:
                self._fault(line, column, f"'{shorten(row[column])}' staat niet in het register.", self._advice(end))
        record = self._iri(line, "record_id", row["record_id"]) if row.get("record_id") else None
        if len(self.faults) > before or not (ends[0] and ends[1] and predicate):
            return None
        iri = record or self.set_iri + "#" + hashlib.sha256("\t".join([*ends, predicate]).encode()).hexdigest()[:16]  # type: ignore[list-item]
        return Mapping(iri, ends[0], predicate, ends[1], row.get("predicate_modifier") == "Not", line, row)

    def _advice(self, end: str) -> str:
        """What to do about a thing that the register does not hold: mend its table first, or mend the spelling."""
        ruimte, _, local = end.removeprefix(self.base).partition("/")
        if (file := table_without_rows(local, ruimte, self.register)) is not None:
            return f"Kijk eerst naar {file}: daar staan geen regels in die te lezen zijn."
        comparable = [iri for iri, row in self.known.items() if row.table.class_name in ELEMENT_CLASSES]
        near = closest(end, comparable)
        return f"Bedoelt u {self.known[near].reference}?" if near else "Gebruik een id uit het register."

    def _iri(self, line: int, column: str, curie: str) -> str | None:
        if not curie:
            self._fault(line, column, "Deze cel is verplicht.", "Vul de cel in.")
            return None
        prefix, colon, local = curie.partition(":")
        namespace = self.prefixes.get(prefix) or _BUILT_IN.get(prefix)
        if not colon or namespace is None or not is_iri(namespace + local):
            message = f"Het voorvoegsel van '{shorten(curie)}' staat niet in de curie_map."
            self._fault(line, column, message, "Voeg het toe aan de kop.")
            return None
        return namespace + local

    def _fault(self, line: int, column: str, message: str, advice: str) -> None:
        self.faults.append(Fault(self.name, line, column, message, advice))

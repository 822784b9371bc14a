"""Matches between municipalities: reading SSSOM files, checking them, and writing them as quads.

SSSOM 1.0 (https://mapping-commons.github.io/sssom/): a TSV file with a YAML header in `#` lines.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.register.cells import closest, shorten
from beleidsspoor.graph.register.reading import MAPPINGS_FOLDER, Register
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
    known = {thing_iri(base, row.ruimte, row.id) for row in register.rows}
    folder = register.root / MAPPINGS_FOLDER
    for path in sorted(folder.iterdir() if folder.is_dir() else ()):
        name = path.relative_to(register.root).as_posix()
        if path.name.startswith((".", "~$", "README")):
            continue
        if not path.name.endswith(".sssom.tsv"):
            advice = "Geef het bestand een naam die eindigt op .sssom.tsv."
            faults.append(Fault(name, None, None, "In deze map horen alleen SSSOM-bestanden.", advice))
            continue
        found = _read_set(path, name, known, base, faults)
        if found is not None:
            sets.append(found)
    return sets, faults


def mapping_quads(mapping_set: MappingSet) -> Iterator[str]:
    """The N-Quads lines of one set: each row as an owl:Axiom, and the relation itself unless the row denies it."""
    graph = f" <{mapping_set.iri}> ."
    set_iri = f"<{mapping_set.iri}>"
    yield f"{set_iri} <{PREFIXES['rdf']}type> <{_SSSOM}MappingSet>{graph}"
    yield f"{set_iri} <{PREFIXES['dct']}license> {_iri_or_text(str(mapping_set.header['license']))}{graph}"
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


def _iri_or_text(text: str) -> str:
    return f"<{text}>" if is_iri(text) else literal(text)


def _read_set(path: Path, name: str, known: set[str], base: str, faults: list[Fault]) -> MappingSet | None:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes().count(b"\n", 0, error.start) + 1
        faults.append(Fault(name, line, None, "De tekst is geen UTF-8.", "Bewaar het bestand als UTF-8."))
        return None
    lines = text.splitlines()
    comment_lines = next((index for index, line in enumerate(lines) if not line.startswith("#")), len(lines))
    header = _header(lines[:comment_lines], name, faults)
    if header is None:
        return None
    reader = csv.reader(io.StringIO("\n".join(lines[comment_lines:])), delimiter="\t", quoting=csv.QUOTE_MINIMAL)
    try:
        table = [(comment_lines + reader.line_num, cells) for cells in reader]
    except csv.Error:
        line = comment_lines + reader.line_num
        faults.append(Fault(name, line, None, "De regel is geen goede TSV.", "Zet tabs tussen de cellen."))
        return None
    if not table:
        advice = "Zet de kolomkoppen na de #-regels."
        faults.append(Fault(name, comment_lines + 1, None, "Er zijn geen kolommen.", advice))
        return None
    columns = table[0][1]
    missing = [column for column in _REQUIRED_COLUMNS if column not in columns]
    for column in missing:
        faults.append(Fault(name, table[0][0], column, "Deze verplichte kolom ontbreekt.", "Voeg de kolom toe."))
    if missing:
        return None
    prefixes = {str(prefix): str(iri) for prefix, iri in header["curie_map"].items()}
    checker = _RowReader(name, prefixes, known, base, str(header["mapping_set_id"]), faults)
    mappings = [mapping for line, cells in table[1:] if cells and (mapping := checker.read(line, columns, cells))]
    return MappingSet(str(header["mapping_set_id"]), name, header, tuple(mappings))


def _header(lines: list[str], name: str, faults: list[Fault]) -> dict[str, Any] | None:
    import yaml

    try:
        header = yaml.safe_load("\n".join(line[1:] for line in lines))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        advice = "Schrijf: # sleutel: waarde."
        faults.append(Fault(name, line, None, "De kop van het bestand is geen goede YAML.", advice))
        return None
    header = header if isinstance(header, dict) else {}
    missing = [key for key in _REQUIRED_HEADER if not header.get(key)]
    for key in missing:
        faults.append(Fault(name, 1, None, f"In de kop ontbreekt {key}.", f"Voeg een regel '# {key}: …' toe."))
    if not missing and not isinstance(header["curie_map"], dict):
        advice = "Schrijf: # voorvoegsel: IRI."
        faults.append(Fault(name, 1, None, "De curie_map is geen lijst van voorvoegsels.", advice))
        return None
    if not missing and not is_iri(str(header["mapping_set_id"])):
        faults.append(Fault(name, 1, None, "De mapping_set_id is geen IRI.", "Schrijf een volledige IRI."))
        return None
    return None if missing else header


@dataclass(frozen=True)
class _RowReader:
    """Turns the cells of one row into a Mapping, or into faults."""

    name: str
    prefixes: dict[str, str]
    known: set[str]
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
        if (confidence := row.get("confidence")) and not _between_0_and_1(confidence):
            message = f"'{shorten(confidence)}' is geen getal van 0 tot en met 1."
            self._fault(line, "confidence", message, "Schrijf bijvoorbeeld 0.8.")
        for column, end in zip(("subject_id", "object_id"), ends, strict=True):
            if end and end.startswith(self.base) and end not in self.known:
                near = closest(end, self.known)
                advice = f"Bedoelt u {near.removeprefix(self.base)}?" if near else "Gebruik een id uit het register."
                self._fault(line, column, f"'{shorten(row[column])}' staat niet in het register.", advice)
        record = self._iri(line, "record_id", row["record_id"]) if row.get("record_id") else None
        if len(self.faults) > before or not (ends[0] and ends[1] and predicate):
            return None
        iri = record or self.set_iri + "#" + hashlib.sha256("\t".join([*ends, predicate]).encode()).hexdigest()[:16]  # type: ignore[list-item]
        return Mapping(iri, ends[0], predicate, ends[1], row.get("predicate_modifier") == "Not", line, row)

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


def _between_0_and_1(text: str) -> bool:
    try:
        return 0 <= float(text) <= 1
    except ValueError:
        return False

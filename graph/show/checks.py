"""What a check found, as Dutch text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from beleidsspoor.graph.dataset import Dataset
from beleidsspoor.graph.faults import Fault
from beleidsspoor.graph.sources import DocumentReport, FileState, SourceReport
from beleidsspoor.graph.words import thousands, visible


def show_check(dataset: Dataset, faults: Sequence[Fault], report: SourceReport | None) -> str:
    """Every fault on a line of its own, then the documents (when they were checked), then the outcome."""
    lines = [" ".join(visible(str(fault)).split()) for fault in faults]
    parts = ["\n".join(lines)] if lines else []
    if report is not None:
        parts.append(_documents(report))
    parts.append(_outcome(dataset, len(faults)))
    return "\n\n".join(parts)


def _documents(report: SourceReport) -> str:
    lines = [f"Documenten in {visible(str(report.folder))}:"]
    lines.extend(f"  {_document(document)}" for document in report.documents)
    share = f" ({100 * report.found // report.total} %)" if report.total else ""
    lines.append(f"Samen: {thousands(report.found)} van {thousands(report.total)} vindplaatsen gevonden{share}.")
    return "\n".join(lines)


def _document(report: DocumentReport) -> str:
    source = report.source
    name = f"{visible(source.row.one('titel') or source.row.id)} ({source.row.reference})"
    state = source.state.value
    if source.path is not None and source.path.name != source.row.one("bestand"):
        state += f", maar heet hier {visible(source.path.name)}"
    if source.state is FileState.WITHOUT:
        unseen = f" (niet te controleren: {_number(len(report.places), 'vindplaats', 'vindplaatsen')})"
        return f"{name}: {state}{unseen if report.places else ''}."
    moved = f", waarvan {thousands(report.moved)} op andere regels" if report.moved else ""
    share = f"{thousands(report.found)} van {thousands(len(report.places))} vindplaatsen gevonden"
    return f"{name}: {state}; {share}{moved}."


def _outcome(dataset: Dataset, faults: int) -> str:
    rows = dataset.register.rows
    mappings = sum(len(mapping_set.mappings) for mapping_set in dataset.mappings)
    tables = _number(len({row.file for row in rows}), "tabel", "tabellen")
    checked = f"{_number(len(rows), 'rij', 'rijen')} ({tables})"
    if dataset.mappings:
        files = _number(len(dataset.mappings), "bestand", "bestanden")
        checked += f" en {_number(mappings, 'overeenkomst', 'overeenkomsten')} ({files})"
    found = _number(faults, "fout", "fouten") if faults else "geen fouten"
    return f"Register {dataset.register.version}: {found} gevonden in {checked}."


def _number(number: int, one: str, many: str) -> str:
    return f"{thousands(number)} {one if number == 1 else many}"

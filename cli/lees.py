"""beleidsspoor lees: read documents and tell what they set out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from beleidsspoor.cli.common import data_option, deliver, screen_width
from beleidsspoor.cli.dutch import DutchCommand

if TYPE_CHECKING:
    from beleidsspoor.graph.faults import InputFaults
    from beleidsspoor.graph.proposal.model import ReadDocument
    from beleidsspoor.graph.register.reading import Register

_PROPOSAL = Path("voorstel.xlsx")
_FORMS = {".json": "json", ".txt": "tabel", ".xlsx": "voorstel"}
#: A file of this many bytes takes a while: then the user is told what is being read.
_LONG = 1_000_000


@click.command("lees", cls=DutchCommand, example="beleidsspoor lees plan.docx --ruimte almelo --data data")
@click.argument("bestanden", nargs=-1, required=True, metavar="BESTAND…", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--ruimte", metavar="NAAM", help="De map van de gemeente in het register, bijvoorbeeld twenterand. Zonder deze "
    "optie: de gemeente die het document al in het register heeft.",
)  # fmt: skip
@click.option(
    "--vorm", type=click.Choice(["voorstel", "tabel", "json"]), metavar="VORM",
    help="De vorm: voorstel (Excel, gewoon), tabel of json.",
)  # fmt: skip
@click.option(
    "-o", "uitvoer", type=click.Path(dir_okay=False, path_type=Path), metavar="BESTAND",
    help=f"Schrijf naar dit bestand. Een voorstel komt anders in {_PROPOSAL}.",
)  # fmt: skip
@click.option(
    "--cluster", metavar="ADRES", help="Lees op een cluster van dask.distributed, zoals tcp://naam:8786. De computers "
    "van het cluster moeten de bestanden onder hetzelfde pad kunnen openen.",
)  # fmt: skip
@data_option
def command(
    bestanden: tuple[Path, ...],
    ruimte: str | None,
    vorm: str | None,
    uitvoer: Path | None,
    cluster: str | None,
    data: Path | None,
) -> None:
    """Lees een document en maak een voorstel voor het register.

    BESTAND is een document (.pdf .docx .odt .html .md of .txt) of een map met documenten. Het voorstel is een
    werkblad voor Excel: de thema's, opgaven, doelen, acties, indicatoren, bedragen en namen die het document noemt,
    elk met de passage en de reden. U kiest bij elke rij ja, nee of later. Daarna neemt 'beleidsspoor neem-over' de
    rijen met ja over. Er komt nu nog niets in het register.

    Meer documenten worden tegelijk gelezen.

    Kan een bladzijde of een document niet worden gelezen, dan zegt de opdracht welke, leest zij de rest, en eindigt
    zij met code 1.
    """
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.documents.reading import FORMS
    from beleidsspoor.graph.register.ruimtes import check_ruimte

    form = _form(vorm, uitvoer)
    target = uitvoer or _PROPOSAL
    if form == "voorstel" and target.exists():
        advice = "Geef met -o een andere naam, of haal het bestand weg."
        raise click.ClickException(f"{target} is er al, en er kan een oordeel in staan. {advice}")
    paths = [found for path in bestanden for found in (_in_folder(path, FORMS) if path.is_dir() else [path])]
    if not paths:
        raise click.UsageError(f"In deze map staat geen document. Gelezen worden: {' '.join(FORMS)}.")
    register = open_dataset(data).register
    if ruimte is not None:
        check_ruimte(register, ruimte)
    results, code = _read(paths, register, cluster)
    if form == "voorstel" and results:
        _propose(results, register, ruimte, target)
    elif form == "voorstel":
        click.echo("Er is geen voorstel geschreven.", err=True)
    elif form == "json":
        _deliver_json(results, uitvoer)
    elif form == "tabel":
        _deliver_table(results, uitvoer)
    if code:
        raise click.exceptions.Exit(code)


def _form(vorm: str | None, uitvoer: Path | None) -> str:
    """The form that --vorm and the name of the file ask for."""
    named = _FORMS.get(uitvoer.suffix.casefold()) if uitvoer is not None else None
    form = vorm or named or ("voorstel" if uitvoer is None else None)
    if form is None or (form == "voorstel" and uitvoer is not None and named != "voorstel"):
        raise click.UsageError("Laat de naam van een voorstel eindigen op .xlsx, of geef met --vorm een andere vorm.")
    return form


def _read(paths: Sequence[Path], register: Register, cluster: str | None) -> tuple[list[ReadDocument], int]:
    """What could be read and recognised, and the exit code: 1 when a page or a document could not be read."""
    from functools import partial

    from beleidsspoor.graph.documents.side_by_side import open_executor, work_on_each
    from beleidsspoor.graph.faults import InputFaults
    from beleidsspoor.graph.proposal.reading import only_names, read_and_recognise

    code = 0
    results: list[ReadDocument] = []
    # Another computer has another folder of its own.
    wanted = [path.resolve() for path in paths] if cluster is not None else paths
    work = partial(read_and_recognise, names=only_names(register))
    with open_executor(len(paths), cluster) as executor:
        for read in _with_progress(paths, work_on_each(work, wanted, executor)):
            if isinstance(read, InputFaults):
                code = 1
                for fault in read.faults:
                    click.echo(str(fault), err=True)
                continue
            for warning in read.document.warnings:
                click.echo(str(warning), err=True)
            code = max(code, int(bool(read.document.unread_pages)))
            results.append(read)
    return results, code


def _with_progress(
    paths: Sequence[Path], documents: Iterable[ReadDocument | InputFaults]
) -> Iterator[ReadDocument | InputFaults]:
    """The documents; what is being read is told on standard error when it takes a while."""
    long = len(paths) > 1 or any(path.stat().st_size >= _LONG for path in paths)
    waiting = iter(documents)
    for number, path in enumerate(paths, start=1):
        if long:
            click.echo(f"Lezen, {number} van {len(paths)}: {path.name}", err=True)
        yield next(waiting)


def _propose(results: Sequence[ReadDocument], register: Register, ruimte: str | None, target: Path) -> None:
    from beleidsspoor.graph.proposal.documents import find_ruimte
    from beleidsspoor.graph.proposal.drawing import draw_up
    from beleidsspoor.graph.proposal.telling import tell_proposal
    from beleidsspoor.graph.proposal.workbook import to_workbook

    proposal = draw_up(results, register, ruimte or find_ruimte(results, register))
    for doubt in proposal.doubts:
        click.echo(str(doubt), err=True)
    deliver(to_workbook(proposal, register.schema), target)
    click.echo(tell_proposal(proposal))
    click.echo(f"Beoordeel het voorstel in Excel. Daarna: beleidsspoor neem-over {target}")


def _deliver_json(results: Sequence[ReadDocument], uitvoer: Path | None) -> None:
    from beleidsspoor.graph.recognise.as_json import as_object, to_json

    deliver(to_json([as_object(read.name, read.recognition) for read in results]), uitvoer)


def _deliver_table(results: Sequence[ReadDocument], uitvoer: Path | None) -> None:
    from beleidsspoor.graph.show.recognition_text import show_recognition

    shown = [show_recognition(read.name, read.recognition, screen_width()) for read in results]
    deliver(("\n\n".join(shown) + "\n").encode(), uitvoer, as_text=True)


def _in_folder(folder: Path, forms: tuple[str, ...]) -> list[Path]:
    """The documents in a folder, by name. What is passed over is told, but for hidden files and the locks of Word."""
    found = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~$")))
    documents = [path for path in found if path.is_file() and path.suffix.lower() in forms]
    others = [path.name + ("/" if path.is_dir() else "") for path in found if path not in documents]
    if others:
        click.echo(f"Niet gelezen in {folder}: {', '.join(others)}. Gelezen worden: {' '.join(forms)}.", err=True)
    return documents

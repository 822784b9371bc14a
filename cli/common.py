"""What several commands share: the options that choose a register and a filter, and opening the dataset."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from beleidsspoor.graph.scope import STATE_WORDS

if TYPE_CHECKING:
    from beleidsspoor.graph.dataset import Dataset
    from beleidsspoor.graph.show.report import Report
    from beleidsspoor.graph.show.tables import Evidence

Command = TypeVar("Command", bound=Callable[..., Any])

data_option = click.option(
    "--data",
    "data",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="BELEIDSSPOOR_DATA",
    metavar="MAP",
    help="De map van het register. Zonder deze optie: het register dat bij het programma hoort.",
)
bronnen_option = click.option(
    "--bronnen",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="MAP",
    help="De map met de documenten zelf. Dan komen er citaten bij.",
)
gemeente_option = click.option(
    "--gemeente", "gemeenten", multiple=True, metavar="NAAM", help="Alleen deze gemeente. Mag vaker."
)
thema_option = click.option("--thema", metavar="NAAM", help="Alleen dit thema (een deel van de naam is genoeg).")
document_option = click.option("--document", metavar="NAAM", help="Alleen dit document (id of een deel van de titel).")
toestand_option = click.option(
    "--toestand", metavar="TOESTAND",
    help=f"Alleen rijen met deze toestand: {', '.join(STATE_WORDS.values())}.",
)  # fmt: skip


def filter_options(command: Command) -> Command:
    """Add --gemeente, --thema, --document and --toestand to a command."""
    for option in (toestand_option, document_option, thema_option, gemeente_option):
        command = option(command)
    return command


def output_options(command: Command) -> Command:
    """Add --vorm and -o to a command."""
    form = click.option(
        "--vorm", type=click.Choice(["tabel", "csv", "json", "html"]), metavar="VORM",
        help="De vorm: tabel (gewoon), csv, json of html. Voor Excel: gebruik -o met een naam op .xlsx.",
    )  # fmt: skip
    file = click.option(
        "-o", "uitvoer", type=click.Path(dir_okay=False, path_type=Path), metavar="BESTAND",
        help="Schrijf naar dit bestand. Het eind van de naam kiest de vorm: .xlsx .html .csv .json of .txt.",
    )  # fmt: skip
    return form(file(command))


def form_of(vorm: str | None, uitvoer: Path | None) -> str:
    """The form that --vorm and -o ask for. Raises click.UsageError when the file has another form, or none."""
    if uitvoer is None:
        return vorm or "tabel"
    from beleidsspoor.graph.show.forms import BY_SUFFIX

    form = BY_SUFFIX.get(uitvoer.suffix.casefold())
    if form is None:
        raise click.UsageError(
            f"De naam '{uitvoer.name}' zegt niet welke vorm. Laat hem eindigen op {' '.join(BY_SUFFIX)}."
        )
    if vorm is not None and vorm != form:
        raise click.UsageError(f"--vorm {vorm} past niet bij het bestand '{uitvoer.name}'. Laat --vorm weg.")
    return form


def register_to_write(data: Path | None) -> Path:
    """The folder of the register that a command may write in.

    Raises click.UsageError without --data when the program is installed: its own register is then no place to work in.
    """
    from beleidsspoor.graph.register.reading import shipped_register

    root = data or shipped_register()
    if data is None and not (root.parent / "pyproject.toml").is_file():
        advice = "bijvoorbeeld --data data. Die map mag nieuw zijn."
        raise click.UsageError(f"Geef met --data de map van uw register, {advice}")
    return root


def screen_width() -> int:
    """The width of the terminal in places; 100 when there is none."""
    return max(shutil.get_terminal_size((100, 24)).columns, 60)


def show(report: Report, form: str, uitvoer: Path | None) -> None:
    """Print a report, or write it to a file and say so."""
    from beleidsspoor.graph.show.forms import render

    content = render(report, form, screen_width()) if uitvoer is None else render(report, form)
    deliver(content, uitvoer, as_text=form == "tabel")


def deliver(content: bytes, uitvoer: Path | None, *, as_text: bool = False) -> None:
    """Print content, or write it to a file, whole or not at all, and say so.

    `as_text` prints UTF-8 as text, so that a console that is not UTF-8 gets what it can show.
    """
    if uitvoer is None:
        click.echo(content.decode() if as_text else content, nl=False)
        return
    from beleidsspoor.graph.files import write_whole

    write_whole(uitvoer, content)
    click.echo(f"Geschreven: {uitvoer}")


def find_evidence(dataset: Dataset, graphs: tuple[str, ...] | None, bronnen: Path | None) -> Evidence:
    """The places behind the rows; with the folder of the documents also the words that stand there."""
    from beleidsspoor.graph.places import Place, places
    from beleidsspoor.graph.show.tables import Evidence

    found = places(dataset.store, graphs)
    if bronnen is None:
        return Evidence(found)
    from beleidsspoor.graph.sources import Sources

    sources = Sources.open(bronnen, dataset.register, dataset.base)

    @cache
    def quote(place: Place) -> str | None:
        return sources.quote(place.document.iri, place.first, place.last, place.fingerprint)

    return Evidence(found, quote)

"""beleidsspoor dossier: write what the council reviews, in Word, as a page or as PDF."""

from __future__ import annotations

from pathlib import Path

import click

from beleidsspoor.cli.common import bronnen_option, data_option, deliver, find_evidence, thema_option
from beleidsspoor.cli.dutch import DutchCommand

#: The sheet to answer in; the other forms are those of the writers.
_SHEET = ".xlsx"


@click.command("dossier", cls=DutchCommand)
@click.option("--gemeente", "gemeenten", multiple=True, metavar="NAAM", help="De gemeente van het dossier. Moet erbij.")
@thema_option
@click.option(
    "-o", "uitvoer", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="BESTAND",
    help="Het bestand dat er komt. Het eind van de naam kiest de vorm: .docx, .html, .pdf of .xlsx.",
)  # fmt: skip
@bronnen_option
@data_option
def command(
    gemeenten: tuple[str, ...], thema: str | None, uitvoer: Path, bronnen: Path | None, data: Path | None
) -> None:
    """Maak het dossier voor de Adviesraad van één gemeente.

    Per thema staat erin wat de gemeente wil, wat er gebeurt en wie dat doet, hoe het wordt gemeten en wat er openstaat.
    Daarna komen de vragen aan de raad. Bij elke opgave, elk thema en elke vraag is plaats voor een reactie. Met een
    naam op .xlsx komt er alleen een blad om in te antwoorden.
    """
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.dossier.making import NothingToShow, make_dossier
    from beleidsspoor.graph.scope import UnknownName
    from beleidsspoor.graph.show.dossier.writing import SUFFIXES, write_dossier

    suffix = uitvoer.suffix.casefold()
    if suffix not in (*SUFFIXES, _SHEET):
        known = " ".join((*SUFFIXES, _SHEET))
        raise click.UsageError(f"De naam '{uitvoer.name}' zegt niet welke vorm. Laat hem eindigen op {known}.")
    if len(gemeenten) != 1:
        given = "U noemt er geen." if not gemeenten else "U noemt er meer."
        raise click.UsageError(f"Een dossier gaat over één gemeente. {given} Schrijf zoiets als --gemeente twenterand.")
    if thema is not None and not thema.strip():
        raise click.UsageError("Schrijf achter --thema de naam van een thema, of laat --thema weg.")
    dataset = open_dataset(data)
    try:
        quote = find_evidence(dataset, None, bronnen).quote if bronnen is not None else None
        dossier = make_dossier(dataset, gemeenten[0], thema, quote=quote)
    except UnknownName as error:
        raise click.UsageError(str(error)) from error
    except NothingToShow as error:
        raise click.ClickException(str(error)) from error
    if suffix == _SHEET:
        from beleidsspoor.graph.show.dossier.as_answer_sheet import to_workbook

        deliver(to_workbook(dossier), uitvoer)
    else:
        deliver(write_dossier(dossier, suffix), uitvoer)

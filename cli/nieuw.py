"""beleidsspoor nieuw: start the register of a municipality."""

from __future__ import annotations

from pathlib import Path

import click

from beleidsspoor.cli.common import data_option, register_to_write
from beleidsspoor.cli.dutch import DutchCommand


@click.command("nieuw", cls=DutchCommand, example="beleidsspoor nieuw Almelo --data data")
@click.argument("naam", metavar="NAAM")
@click.option(
    "--cbs-code", "code", metavar="CODE",
    help="De gemeentecode van het CBS, zoals GM1700. Alleen nodig als de gemeente niet in de lijst staat.",
)  # fmt: skip
@data_option
def command(naam: str, code: str | None, data: Path | None) -> None:
    """Begin het register van een gemeente.

    Maakt in de map van het register een map voor de gemeente, met lege tabellen. In gemeenten.csv staan de naam, de
    CBS-code en het adres in TOOI (de lijst van overheidsorganisaties). Een map die er al is, blijft zoals hij is. In
    een nieuw register komt ook de map 'landelijk', met wat alle gemeenten delen.
    """
    from beleidsspoor.graph.register.new_ruimte import find_municipality, start_ruimte

    municipality = find_municipality(naam, code)
    folder, *shared = start_ruimte(register_to_write(data), municipality)
    click.echo(f"{municipality.name}: CBS-code {municipality.code}, {municipality.tooi}")
    click.echo(f"Gemaakt: {folder}")
    for path in shared:
        click.echo(f"Gemaakt: {path} (wat alle gemeenten delen: programma's, wetten, landelijke partners)")
    where = f" --data {data}" if data is not None else ""
    click.echo(f"Lees nu een document: beleidsspoor lees BESTAND --ruimte {folder.name}{where}")

"""beleidsspoor controleer: find every fault in the register, and in its places."""

from __future__ import annotations

from pathlib import Path

import click

from beleidsspoor.cli.common import data_option
from beleidsspoor.cli.dutch import DutchCommand


@click.command("controleer", cls=DutchCommand)
@data_option
@click.option(
    "--bronnen", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="MAP",
    help="De map met de documenten zelf. Dan wordt ook elke vindplaats opgezocht.",
)  # fmt: skip
def command(data: Path | None, bronnen: Path | None) -> None:
    """Zoek alle fouten in het register en in de vindplaatsen.

    Laat in één keer elke fout zien, met het bestand, de regel en de kolom, en met wat u eraan kunt doen.

    Met --bronnen kijkt de opdracht ook of de documenten dezelfde zijn als waar het register van gemaakt is. Elke
    passage wordt opgezocht, ook als die nu op andere regels staat.

    Alles in orde: de opdracht eindigt met code 0. Is er iets anders dan het register zegt, dan met code 1: ook als een
    document veranderd is maar alle passages er nog in staan.
    """
    from beleidsspoor.graph.check import inspect_register
    from beleidsspoor.graph.faults import in_reading_order
    from beleidsspoor.graph.register.reading import shipped_register
    from beleidsspoor.graph.show.checks import show_check
    from beleidsspoor.graph.sources import check_sources

    dataset, faults = inspect_register(data or shipped_register())
    report = check_sources(dataset, bronnen) if bronnen else None
    if report is not None:
        faults = in_reading_order([*faults, *report.faults])
    click.echo(show_check(dataset, faults, report))
    if faults:
        raise click.exceptions.Exit(1)

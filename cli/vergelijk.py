"""beleidsspoor vergelijk: compare the principles or themas of two municipalities."""

from __future__ import annotations

from pathlib import Path

import click

from beleidsspoor.cli.common import (
    bronnen_option,
    data_option,
    deliver,
    find_evidence,
    form_of,
    output_options,
    screen_width,
)
from beleidsspoor.cli.dutch import DutchCommand


@click.command("vergelijk", cls=DutchCommand, example="beleidsspoor vergelijk hellendoorn twenterand")
@click.argument("eerste")
@click.argument("tweede")
@click.option(
    "--wat", type=click.Choice(["principes", "themas"]), default="principes", metavar="WAT",
    help="Wat u vergelijkt: principes (gewoon) of themas.",
)  # fmt: skip
@output_options
@bronnen_option
@data_option
def command(
    eerste: str, tweede: str, wat: str, vorm: str | None, uitvoer: Path | None, bronnen: Path | None, data: Path | None
) -> None:
    """Vergelijk de principes of thema's van twee gemeenten.

    Laat een matrix zien, en daarna elke relatie met de reden en beide vindplaatsen. Elke relatie leest u van de EERSTE
    naar de TWEEDE gemeente. Wat nog niemand heeft vergeleken, staat er ook bij.
    """
    from beleidsspoor.graph.comparison import SameMunicipality, compare
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.scope import UnknownName
    from beleidsspoor.graph.show.comparison_tables import comparison_json, comparison_report, for_reading
    from beleidsspoor.graph.show.comparison_text import show_comparison
    from beleidsspoor.graph.show.forms import render

    form = form_of(vorm, uitvoer)
    dataset = open_dataset(data)
    try:
        comparison = compare(dataset.store, eerste, tweede, wat)
    except (UnknownName, SameMunicipality) as error:
        raise click.UsageError(str(error)) from error
    evidence = find_evidence(dataset, comparison.scope.graphs, bronnen)
    report = comparison_report(comparison, evidence, dataset.register.version)
    if form == "tabel":
        text = show_comparison(comparison, report, evidence, screen_width())
        deliver(f"{text}\n".encode(), uitvoer, as_text=True)
    elif form == "json":
        deliver(comparison_json(comparison, report), uitvoer)
    else:
        deliver(render(report if form == "csv" else for_reading(report), form), uitvoer)

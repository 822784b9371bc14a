"""beleidsspoor boom: write the doelenboom of one document as a picture."""

from __future__ import annotations

from pathlib import Path

import click

from beleidsspoor.cli.common import data_option, document_option
from beleidsspoor.cli.dutch import DutchCommand


@click.command("boom", cls=DutchCommand)
@click.option(
    "-o", "uitvoer", type=click.Path(dir_okay=False, path_type=Path), default=Path("boom.html"), show_default=True,
    metavar="BESTAND", help="Het bestand dat er komt: .html (een blad per thema) of .svg (alles in één tekening).",
)  # fmt: skip
@document_option
@data_option
def command(uitvoer: Path, document: str | None, data: Path | None) -> None:
    """Teken de doelenboom van één document, om te printen.

    Zonder --document: de maatschappelijke agenda, of anders het eerste document met thema's of doelenbomen.
    """
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.files import write_whole
    from beleidsspoor.graph.scope import UnknownName, make_scope
    from beleidsspoor.graph.show.kaart.boom import make_boom

    form = uitvoer.suffix.casefold()
    if form not in (".html", ".svg"):
        raise click.UsageError(f"De naam '{uitvoer.name}' zegt niet welke vorm. Laat hem eindigen op .html of .svg.")
    dataset = open_dataset(data)
    try:
        chosen = make_scope(dataset.store, document=document).document
        boom = make_boom(dataset.store, dataset.register.version, chosen)
    except UnknownName as error:
        raise click.UsageError(str(error)) from error
    write_whole(uitvoer, boom.as_svg() if form == ".svg" else boom.as_html())
    click.echo(f"Geschreven: {uitvoer}")

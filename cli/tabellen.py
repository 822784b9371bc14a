"""beleidsspoor tabellen: write the tables that a dashboard reads."""

from __future__ import annotations

from pathlib import Path

import click

from beleidsspoor.cli.common import data_option, filter_options
from beleidsspoor.cli.dutch import DutchCommand


@click.command("tabellen", cls=DutchCommand, example="beleidsspoor tabellen -o dashboard")
@click.option(
    "-o", "uitvoer", type=click.Path(file_okay=False, path_type=Path), required=True, metavar="MAP",
    help="De map waar de tabellen in komen. Ze mag nieuw zijn.",
)  # fmt: skip
@filter_options
@data_option
def command(
    uitvoer: Path,
    gemeenten: tuple[str, ...],
    thema: str | None,
    document: str | None,
    toestand: str | None,
    data: Path | None,
) -> None:
    """Schrijf tabellen voor een dashboard in Power BI of Excel.

    U krijgt een map met CSV-bestanden: de dekking, de metingen, de verbanden, en wat erbij hoort. In woordenboek.csv
    staat wat elke kolom betekent en hoe de tabellen aan elkaar vastzitten. Hoe u ze inlaadt, leest u in de handleiding,
    op de bladzijde over dashboards.
    """
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.files import write_all_whole
    from beleidsspoor.graph.scope import UnknownName, make_scope
    from beleidsspoor.graph.tidy.folder import tidy_files, tidy_tables
    from beleidsspoor.graph.words import thousands

    dataset = open_dataset(data)
    try:
        scope = make_scope(dataset.store, gemeenten, thema, document, toestand)
    except UnknownName as error:
        raise click.UsageError(str(error)) from error
    tables = tidy_tables(dataset, scope)
    write_all_whole({uitvoer / name: content for name, content in tidy_files(tables).items()})
    for table in tables:
        click.echo(f"  {table.name}.csv  {thousands(len(table.rows))} rijen")
    click.echo(f"Geschreven: {uitvoer} (met woordenboek.csv, csv-metadata.json en power-query.txt)")

"""beleidsspoor bouw: build the dataset and write it."""

from __future__ import annotations

from pathlib import Path

import click

from beleidsspoor.cli.common import data_option, screen_width
from beleidsspoor.cli.dutch import DutchCommand


@click.command("bouw", cls=DutchCommand)
@data_option
@click.option(
    "-o", "folder", type=click.Path(file_okay=False, path_type=Path), default=Path("uit"), show_default=True,
    metavar="MAP", help="De map waarin graaf.nq en graaf.trig komen.",
)  # fmt: skip
def command(data: Path | None, folder: Path) -> None:
    """Maak de graaf van het register.

    Leest alle tabellen, controleert ze en schrijft graaf.nq (N-Quads, voor programma's) en graaf.trig (om te lezen).
    Hetzelfde register geeft altijd precies dezelfde bestanden. Bij een fout wordt er niets geschreven.
    """
    from beleidsspoor.graph.check import check_dataset
    from beleidsspoor.graph.counts import count_elements
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.faults import InputFaults
    from beleidsspoor.graph.files import write_whole
    from beleidsspoor.graph.show.terminal import counts_table
    from beleidsspoor.graph.words import thousands

    dataset = open_dataset(data)
    if faults := check_dataset(dataset):
        raise InputFaults(faults)
    files = {folder / "graaf.nq": dataset.nquads, folder / "graaf.trig": dataset.trig}
    for path, content in files.items():
        write_whole(path, content)
    click.echo(counts_table(count_elements(dataset.store), screen_width()))
    facts = len(dataset.nquads.splitlines())
    click.echo(f"Register {dataset.register.version}: {thousands(facts)} feiten.")
    for path in files:
        click.echo(f"Geschreven: {path}")

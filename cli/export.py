"""beleidsspoor export: write the dataset in another format."""

from __future__ import annotations

from pathlib import Path

import click

from beleidsspoor.cli.common import data_option, deliver, document_option, gemeente_option
from beleidsspoor.cli.dutch import DutchCommand


@click.command("export", cls=DutchCommand, example="beleidsspoor export -o graaf.ttl")
@click.option(
    "-o", "uitvoer", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="BESTAND",
    help="Het bestand. Het eind van de naam kiest het formaat.",
)  # fmt: skip
@gemeente_option
@document_option
@data_option
def command(uitvoer: Path, gemeenten: tuple[str, ...], document: str | None, data: Path | None) -> None:
    """Schrijf de graaf in een ander formaat.

    Voor andere grafen: .nq (N-Quads), .trig, .jsonld, .ttl (Turtle) en .rdf (RDF/XML). Voor tekenprogramma's: .graphml
    en .gexf. Voor Excel: .xlsx.

    Kan een formaat niet alles bewaren, dan leest u wat er ontbreekt. Hetzelfde register geeft altijd hetzelfde bestand.
    """
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.export.exporting import export, formats
    from beleidsspoor.graph.scope import UnknownName, make_scope

    suffix = uitvoer.suffix.casefold()
    if suffix not in formats():
        known = ", ".join(f"{end} ({name})" for end, name in formats().items())
        raise click.UsageError(f"De naam '{uitvoer.name}' zegt niet welk formaat. Laat hem eindigen op: {known}.")
    dataset = open_dataset(data)
    try:
        scope = make_scope(dataset.store, gemeenten, document=document)
    except UnknownName as error:
        raise click.UsageError(str(error)) from error
    if scope.document is not None and scope.ruimten and scope.document.ruimte not in scope.ruimten:
        raise click.UsageError(f"Het document '{scope.document.id}' is niet van {' of '.join(scope.gemeenten)}.")
    exported = export(dataset, suffix, scope)
    deliver(exported.content, uitvoer)
    click.echo(f"Erin: {exported.inside}.")
    for text in exported.left_out:
        click.echo(f"Let op: {text}", err=True)

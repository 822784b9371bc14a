"""beleidsspoor vraag: run a question of one's own in SPARQL."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from beleidsspoor.cli.common import data_option, deliver, gemeente_option, screen_width
from beleidsspoor.cli.dutch import DutchCommand

_FILES = (".rq", ".sparql")


@click.command(
    "vraag", cls=DutchCommand,
    example='beleidsspoor vraag "SELECT ?naam WHERE { ?actie a bs:Actie ; skos:prefLabel ?naam }"',
)  # fmt: skip
@click.argument("vraag")
@gemeente_option
@click.option(
    "--vorm", type=click.Choice(["tabel", "csv", "json"]), metavar="VORM",
    help="De vorm van een SELECT: tabel (gewoon), csv of json.",
)  # fmt: skip
@data_option
def command(vraag: str, gemeenten: tuple[str, ...], vorm: str | None, data: Path | None) -> None:
    """Stel een eigen vraag in SPARQL.

    VRAAG is de tekst van de vraag, een bestand met een naam op .rq of .sparql, of - om de vraag van de invoer te lezen.
    De bekende voorvoegsels (bs:, skos:, dct: …) hoeft u niet te noemen, ook niet die van een gemeente
    (twenterand:mag-2025).

    SELECT geeft een tabel, csv of json. ASK geeft ja of nee. CONSTRUCT en DESCRIBE geven Turtle.
    """
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.scope import UnknownName, make_scope
    from beleidsspoor.graph.show.sparql_rows import show_rows
    from beleidsspoor.graph.sparql.querying import Asked, Constructed, SparqlFault, run

    text = _text(vraag)
    dataset = open_dataset(data)
    try:
        outcome = run(dataset.store, text, make_scope(dataset.store, gemeenten).graphs)
    except UnknownName as error:
        raise click.UsageError(str(error)) from error
    except SparqlFault as fault:
        raise click.ClickException(str(fault)) from fault
    if isinstance(outcome, Constructed):
        if vorm is not None:
            click.echo("CONSTRUCT en DESCRIBE geven altijd Turtle; --vorm telt hier niet.", err=True)
        deliver(outcome.turtle(), None, as_text=True)
    elif vorm == "json":
        deliver(outcome.json, None)
    elif isinstance(outcome, Asked):
        click.echo("ja" if outcome.answer else "nee")
    elif vorm == "csv":
        deliver(outcome.csv(), None)
    else:
        click.echo(show_rows(outcome, screen_width()))


def _text(vraag: str) -> str:
    """The text of the question: as given, from a file, or from standard input."""
    if vraag != "-" and not vraag.casefold().endswith(_FILES):
        return vraag
    raw = sys.stdin.buffer.read() if vraag == "-" else Path(vraag).read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = "De invoer" if vraag == "-" else f"Het bestand {vraag}"
        line = raw.count(b"\n", 0, error.start) + 1
        raise click.ClickException(f"{where} is geen UTF-8 (regel {line}). Bewaar de vraag als UTF-8.") from error

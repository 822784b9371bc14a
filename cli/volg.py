"""beleidsspoor volg: follow the thread of one element, up and down."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from beleidsspoor.cli.common import bronnen_option, data_option, deliver, find_evidence, screen_width
from beleidsspoor.cli.dutch import DutchCommand

if TYPE_CHECKING:
    from beleidsspoor.graph.thread.finding import Found


@click.command("volg", cls=DutchCommand, example="beleidsspoor volg valpreventie")
@click.argument("woorden", nargs=-1, required=True, metavar="WAT")
@click.option(
    "--vorm", type=click.Choice(["tabel", "json"]), default="tabel", metavar="VORM", help="De vorm: tabel of json."
)
@bronnen_option
@data_option
def command(woorden: tuple[str, ...], vorm: str, bronnen: Path | None, data: Path | None) -> None:
    """Volg de draad van één element, omhoog en omlaag.

    WAT is een id (mag25-actie-73), een nummer uit een document (1.2.4), een internetadres of een paar woorden
    (valpreventie ouderen). Past het op meer elementen, dan ziet u een lijst om uit te kiezen.

    Bij elke stap staat waarom die er is, hoe zeker dat is, en waar het staat.
    """
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.show.thread_json import found_json, thread_json
    from beleidsspoor.graph.show.thread_text import show_found, show_thread
    from beleidsspoor.graph.thread.finding import How, find
    from beleidsspoor.graph.thread.following import follow

    wat = " ".join(woorden)
    dataset = open_dataset(data)
    found = find(dataset.store, wat)
    version = dataset.register.version
    if not found.hits:
        raise click.ClickException(_nothing(found))
    as_json = vorm == "json"
    if len(found.hits) > 1:
        content = found_json(found, version) if as_json else f"{show_found(found, screen_width())}\n".encode()
    else:
        if found.how in (How.FORMS, How.ALIKE):
            click.echo(f"Niets heet precies '{wat}'. Dit lijkt erop.", err=True)
        thread = follow(dataset.store, found.hits[0])
        quote = find_evidence(dataset, None, bronnen).quote if bronnen is not None else None
        if as_json:
            content = thread_json(thread, version, quote)
        else:
            content = f"{show_thread(thread, screen_width(), quote)}\n".encode()
    deliver(content, None, as_text=not as_json)


def _nothing(found: Found) -> str:
    """That nothing was found, and what comes near."""
    if not found.near:
        return f"Niets in het register past bij '{found.text}'. Probeer een ander woord of een id."
    near = "".join(f"\n  {element.naam} ({element.soort}, {element.id})" for element in found.near)
    return f"Niets in het register past bij '{found.text}'. Dit komt in de buurt:{near}"

"""beleidsspoor kaart: write the map as one HTML file."""

from __future__ import annotations

from pathlib import Path

import click

from beleidsspoor.cli.common import bronnen_option, data_option, gemeente_option
from beleidsspoor.cli.dutch import DutchCommand


@click.command("kaart", cls=DutchCommand)
@click.option(
    "-o", "uitvoer", type=click.Path(dir_okay=False, path_type=Path), default=Path("kaart.html"), show_default=True,
    metavar="BESTAND", help="Het bestand dat er komt.",
)  # fmt: skip
@gemeente_option
@click.option(
    "--verhaal", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="BESTAND",
    help="De stappen van de presentatie (YAML): een lijst met weergave, blad, element en tekst.",
)  # fmt: skip
@click.option(
    "--voor", metavar="NAAM", help="Maak in plaats van de kaart één blad om uit te delen aan deze organisatie."
)
@bronnen_option
@data_option
def command(
    uitvoer: Path,
    gemeenten: tuple[str, ...],
    verhaal: Path | None,
    voor: str | None,
    bronnen: Path | None,
    data: Path | None,
) -> None:
    """Maak de kaart: alles op één pagina, om te bekijken, te doorzoeken en te presenteren.

    De pagina is één bestand. Zij werkt zonder internet, op een beamer en op een telefoon. De eerste gemeente die u
    noemt, is de gemeente waarmee de kaart opent.
    """
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.files import write_whole
    from beleidsspoor.graph.questions import shipped_questions
    from beleidsspoor.graph.scope import UnknownName, make_scope
    from beleidsspoor.graph.show.kaart.handout import find_actor, render_handout
    from beleidsspoor.graph.show.kaart.page import MapOptions, render_map
    from beleidsspoor.graph.show.kaart.story import read_story
    from beleidsspoor.graph.sources import Sources

    if voor is not None and verhaal is not None:
        raise click.UsageError("--voor en --verhaal gaan niet samen. Kies er één.")
    story = read_story(verhaal) if verhaal is not None else ()
    dataset = open_dataset(data)
    store, register = dataset.store, dataset.register.version
    quote = Sources.open(bronnen, dataset.register, dataset.base).quote if bronnen is not None else None
    try:
        ruimten = make_scope(store, gemeenten).ruimten
        actor = find_actor(store, voor) if voor is not None else None
    except UnknownName as error:
        raise click.UsageError(str(error)) from error
    if actor is not None:
        content = render_handout(store, shipped_questions(), register, actor, ruimten, quote)
    else:
        content = render_map(store, shipped_questions(), register, MapOptions(ruimten, story, quote))
    write_whole(uitvoer, content)
    click.echo(f"Geschreven: {uitvoer} ({max(1, len(content) // 1000)} kB)")

"""beleidsspoor neem-over: take the accepted rows of a proposal over into the register."""

from __future__ import annotations

from pathlib import Path

import click

from beleidsspoor.cli.common import data_option, register_to_write
from beleidsspoor.cli.dutch import DutchCommand


@click.command("neem-over", cls=DutchCommand, example="beleidsspoor neem-over voorstel.xlsx --data data")
@click.argument(
    "voorstel", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="VOORSTEL.xlsx"
)  # fmt: skip
@click.option(
    "--ruimte", metavar="NAAM", help="De map van de gemeente. Zonder deze optie: die waar het voorstel voor gemaakt is."
)
@click.option("--proef", is_flag=True, help="Laat alleen zien wat er verandert. Er wordt niets geschreven.")
@data_option
def command(voorstel: Path, ruimte: str | None, proef: bool, data: Path | None) -> None:
    """Neem de rijen die op ja staan over in het register.

    Controleert eerst alles: de cellen van het werkblad, en het register zoals het zou worden. Bij een fout wordt er
    niets geschreven, en ziet u elke fout met blad, cel en wat u eraan kunt doen. Bestaande rijen blijven zoals ze zijn.

    Nog eens overnemen kan geen kwaad. Een rij die iemand in het register veranderde na het voorstel, wordt niet
    overschreven: de opdracht zegt welke.
    """
    from beleidsspoor.graph.files import write_all_whole
    from beleidsspoor.graph.proposal.taking_over import plan_takeover
    from beleidsspoor.graph.proposal.telling import tell_plan
    from beleidsspoor.graph.register.schema import load_schema

    plan, files = plan_takeover(voorstel, register_to_write(data), ruimte)
    click.echo(tell_plan(plan, load_schema()))
    if proef:
        click.echo("Proef: er is niets geschreven.")
        return
    write_all_whole(files)
    for path in files:
        click.echo(f"Geschreven: {path}")

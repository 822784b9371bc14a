"""beleidsspoor werkboek: the register of one ruimte to Excel, and back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from beleidsspoor.cli.common import data_option, deliver, register_to_write
from beleidsspoor.cli.dutch import DutchCommand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidsspoor.graph.werkboek.plan import Removal

_FILE = Path("register.xlsx")


@click.command("werkboek", cls=DutchCommand)
@click.option(
    "--ruimte", metavar="NAAM", help="De map van de gemeente in het register, bijvoorbeeld twenterand. Mag weg als er "
    "maar één is.",
)  # fmt: skip
@click.option(
    "-o", "uitvoer", type=click.Path(dir_okay=False, path_type=Path), metavar="BESTAND",
    help=f"Schrijf het werkboek naar dit bestand. Zonder deze optie: {_FILE}.",
)  # fmt: skip
@click.option(
    "--neem-over", "werkboek", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="BESTAND",
    help="Neem dit werkboek over in het register.",
)  # fmt: skip
@click.option("--proef", is_flag=True, help="Met --neem-over: laat alleen zien wat er verandert.")
@click.option("--ja", is_flag=True, help="Met --neem-over: vraag niet of rijen echt weg mogen.")
@click.option(
    "--bronnen", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="MAP",
    help="Met --neem-over: de map met de documenten. Dan krijgt een nieuwe vindplaats haar vingerafdruk.",
)  # fmt: skip
@data_option
def command(
    ruimte: str | None, uitvoer: Path | None, werkboek: Path | None, proef: bool, ja: bool, bronnen: Path | None,
    data: Path | None,
) -> None:  # fmt: skip
    """Zet het register van een gemeente in Excel, en neem het werkboek weer over.

    Het werkboek heeft een blad voor elke tabel. Lijsten en verwijzingen kiest u uit een keuzelijst, bij naam. Het
    eerste blad legt uit hoe u erin werkt.

    \b
    Voorbeelden:
      beleidsspoor werkboek --ruimte twenterand -o register.xlsx --data data
      beleidsspoor werkboek --neem-over register.xlsx --proef --data data
      beleidsspoor werkboek --neem-over register.xlsx --data data

    Bij het overnemen komt alleen in het register wat u veranderde. Eerst wordt alles nagekeken: bij een fout ziet u
    elke cel die niet klopt, en wordt er niets geschreven. Rijen die u weghaalde, verdwijnen pas als u dat bevestigt.
    Heeft iemand anders intussen dezelfde cel veranderd, dan ziet u wat er stond, wat er nu staat en wat u ervan maakte.
    Ook dan wordt er niets geschreven.
    """
    if werkboek is None:
        if proef or ja or bronnen is not None:
            raise click.UsageError("--proef, --ja en --bronnen horen bij --neem-over.")
        _write(ruimte, uitvoer or _FILE, data)
        return
    if uitvoer is not None:
        raise click.UsageError("Geef -o of --neem-over, niet allebei.")
    _take_over(werkboek, register_to_write(data), ruimte, bronnen, proef=proef, sure=ja)


def _write(ruimte: str | None, target: Path, data: Path | None) -> None:
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.register.ruimtes import check_ruimte, folders_with_documents
    from beleidsspoor.graph.werkboek.writing import write_workbook

    if target.suffix.casefold() != ".xlsx":
        raise click.UsageError("Laat de naam van het werkboek eindigen op .xlsx.")
    if target.exists():
        advice = "Geef met -o een andere naam, of haal het bestand weg."
        raise click.ClickException(f"{target} is er al, en er kan werk in staan. {advice}")
    register = open_dataset(data).register
    if ruimte is None:
        choices = folders_with_documents(register)
        if len(choices) != 1:
            raise click.UsageError(f"Geef met --ruimte welke gemeente u wilt. Er zijn: {', '.join(choices)}.")
        (ruimte,) = choices
    check_ruimte(register, ruimte)
    deliver(write_workbook(register, ruimte), target)
    where = f" --data {data}" if data is not None else ""
    click.echo(f"Klaar met werken? Dan: beleidsspoor werkboek --neem-over {target}{where}")


def _take_over(path: Path, root: Path, ruimte: str | None, bronnen: Path | None, *, proef: bool, sure: bool) -> None:
    from beleidsspoor.graph.files import write_all_whole
    from beleidsspoor.graph.werkboek.taking_over import plan_takeover
    from beleidsspoor.graph.werkboek.telling import tell_plan

    plan, files = plan_takeover(path, root, ruimte, bronnen)
    click.echo(tell_plan(plan))
    if proef:
        click.echo("Proef: er is niets geschreven.")
        return
    if plan.removed and not sure:
        _ask(plan.removed)
    write_all_whole(files)
    for written in files:
        click.echo(f"Geschreven: {written}")
    if files:
        click.echo("Maak een nieuw werkboek om verder te werken; dit werkboek kent de oude tekst nog.")


def _ask(removed: Sequence[Removal]) -> None:
    """Ask whether these rows may go; raises when not, or when there is nobody to ask."""
    from beleidsspoor.graph.werkboek.telling import rows

    number = rows(len(removed))
    if not sys.stdin.isatty():
        names = ", ".join(removal.id for removal in removed)
        advice = "Zet terug in het werkboek wat moet blijven, of geef --ja. Er is niets geschreven."
        raise click.ClickException(f"Uit het register verdwijnt {number}: {names}. {advice}")
    answer = click.prompt(f"Uit het register verdwijnt {number}. Mag dat? (ja/nee)", default="nee", show_default=False)
    if answer.strip().casefold() not in ("ja", "j"):
        raise click.ClickException("Er is niets geschreven. Zet terug in het werkboek wat moet blijven.")

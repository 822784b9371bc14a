"""beleidsspoor reacties: list the remarks on the policy, read new ones, and answer them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from beleidsspoor.cli.common import data_option, form_of, gemeente_option, output_options, register_to_write, show
from beleidsspoor.cli.dates import any_day, past_day, today
from beleidsspoor.cli.dutch import DutchCommand, DutchGroup

if TYPE_CHECKING:
    from beleidsspoor.graph.reacties.storing import Storing

_STATES = "open, in behandeling, verwerkt of niet overgenomen"


@click.group("reacties", cls=DutchGroup, invoke_without_command=True)
@gemeente_option
@click.option("--toestand", metavar="TOESTAND", help=f"Alleen reacties met deze toestand: {_STATES}.")
@output_options
@data_option
@click.pass_context
def command(
    ctx: click.Context,
    gemeenten: tuple[str, ...],
    toestand: str | None,
    vorm: str | None,
    uitvoer: Path | None,
    data: Path | None,
) -> None:
    """Laat zien wat er op het beleid is gezegd en gevraagd, en wat ermee is gedaan.

    Zonder opdracht erachter ziet u de reacties: eerst wat open staat. Bij een reactie op een tekst die sindsdien is
    veranderd, staat dat erbij. Nieuwe reacties leest u met 'reacties lees', en u antwoordt met 'reacties antwoord'.
    """
    if ctx.invoked_subcommand is not None:
        return
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.reacties.history import remarks
    from beleidsspoor.graph.scope import UnknownName, make_scope
    from beleidsspoor.graph.show.remark_tables import remarks_report

    form = form_of(vorm, uitvoer)
    wanted = _state(toestand) if toestand is not None else None
    dataset = open_dataset(data)
    try:
        scope = make_scope(dataset.store, gemeenten)
    except UnknownName as error:
        raise click.UsageError(str(error)) from error
    show(remarks_report(remarks(dataset.register), dataset, scope, wanted), form, uitvoer)


@command.command("lees", cls=DutchCommand)
@click.argument("bestanden", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="BESTAND…")
@click.option("--wie", default="", metavar="NAAM", help="De naam of rol bij reacties waar die niet bij staat.")
@click.option(
    "--op", callback=past_day, metavar="DATUM", help="De dag waarop de reacties binnenkwamen, als dat niet vandaag is."
)
@data_option
@click.pass_context
def read(ctx: click.Context, bestanden: tuple[Path, ...], wie: str, op: str | None, data: Path | None) -> None:
    """Lees de reacties uit ingevulde bestanden en zet ze in het register.

    Een BESTAND is een ingevuld dossier (.docx), een ingevuld antwoordblad (.xlsx) of wat de webpagina van het dossier
    bewaarde (.json). Noem er zoveel als u wilt.

    Bij een fout wordt er niets geschreven, en ziet u elke fout met bestand en plaats. Verbeter die en lees alles
    opnieuw: wat er al in staat, komt er niet nog eens bij.
    """
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.files import write_all_whole
    from beleidsspoor.graph.reacties.reading import read_answers
    from beleidsspoor.graph.reacties.storing import plan_storing

    register = open_dataset(register_to_write(_data(ctx, data))).register
    answers = read_answers(bestanden, register, wie)
    storing = plan_storing(answers.remarks, register, op or today())
    for line in (*answers.notices, *_told(storing)):
        click.echo(line)
    write_all_whole(storing.files)
    for path in storing.files:
        click.echo(f"Geschreven: {path}")


@command.command("antwoord", cls=DutchCommand)
@click.argument("reactie")
@click.option("--toestand", required=True, metavar="TOESTAND", help=f"Wat ermee is gedaan: {_STATES}.")
@click.option("--antwoord", default="", metavar="TEKST", help="Het antwoord, of de reden om het niet over te nemen.")
@click.option("--door", default="", metavar="NAAM", help="Wie antwoordt: een naam of een functie.")
@click.option("--op", callback=past_day, metavar="DATUM", help="De dag van het antwoord, als dat niet vandaag is.")
@click.option("--uiterlijk", callback=any_day, metavar="DATUM", help="De dag waarop het antwoord er uiterlijk is.")
@data_option
@click.pass_context
def answer(
    ctx: click.Context,
    reactie: str,
    toestand: str,
    antwoord: str,
    door: str,
    op: str | None,
    uiterlijk: str | None,
    data: Path | None,
) -> None:
    """Schrijf op wat er met een REACTIE is gedaan.

    REACTIE is de naam van de reactie zoals 'beleidsspoor reacties' die geeft. Het begin ervan is genoeg. Wat u niet
    noemt, blijft zoals het is.
    """
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.files import write_all_whole
    from beleidsspoor.graph.reacties.handling import GivenAnswer, IncompleteAnswer, answer_remark, find_remark
    from beleidsspoor.graph.scope import UnknownName

    given = GivenAnswer(_state(toestand), antwoord, door, uiterlijk or "", op or "")
    register = open_dataset(register_to_write(_data(ctx, data))).register
    try:
        row = find_remark(reactie, register)
        files = answer_remark(row, given, register, today())
    except (UnknownName, IncompleteAnswer) as error:
        raise click.UsageError(str(error)) from error
    write_all_whole(files)
    click.echo(f"{row.reference}: {given.toestand}." if files else f"{row.reference}: dit stond er al zo.")
    for path in files:
        click.echo(f"Geschreven: {path}")


def _data(ctx: click.Context, data: Path | None) -> Path | None:
    """The folder that was given here, or before the name of this command."""
    return data or (ctx.parent.params.get("data") if ctx.parent is not None else None)


def _state(given: str) -> str:
    """The state that was meant. Raises click.UsageError."""
    from beleidsspoor.graph.reacties.history import STATES
    from beleidsspoor.graph.register.cells import closest

    wanted = " ".join(given.casefold().replace("-", " ").replace("_", " ").split())
    if wanted in STATES:
        return wanted
    near = closest(wanted, STATES)
    advice = f"Bedoelt u '{near}'?" if near else f"Kies uit: {_STATES}."
    raise click.UsageError(f"De toestand '{given}' bestaat niet. {advice}")


def _told(storing: Storing) -> list[str]:
    """What was stored, in Dutch."""
    new, known = len(storing.added), len(storing.known)
    lines = [f"{new} nieuwe {'reactie' if new == 1 else 'reacties'}."]
    if known:
        lines.append(f"{known} {'stond' if known == 1 else 'stonden'} er al.")
    if storing.outdated:
        number = len(storing.outdated)
        what = "1 nieuwe reactie gaat" if number == 1 else f"{number} nieuwe reacties gaan"
        lines.append(f"{what} over een tekst die sindsdien is veranderd. Kijk ze na met: beleidsspoor reacties")
    return lines

"""beleidsspoor akkoord: record that somebody agrees with a thema as it is, and list what still holds."""

from __future__ import annotations

from pathlib import Path

import click

from beleidsspoor.cli.common import data_option, form_of, gemeente_option, output_options, register_to_write, show
from beleidsspoor.cli.dates import past_day, today
from beleidsspoor.cli.dutch import DutchCommand


@click.command("akkoord", cls=DutchCommand)
@click.option("--thema", metavar="NAAM", help="Het thema waar het akkoord over gaat: een deel van de naam, of het id.")
@click.option("--door", metavar="NAAM", help="Wie akkoord is, bijvoorbeeld 'Adviesraad Sociaal Domein'.")
@click.option("--op", callback=past_day, metavar="DATUM", help="De dag van het akkoord, als dat niet vandaag is.")
@click.option("--minderheid", metavar="TEKST", help="Wat een minderheid ervan vindt.")
@click.option("--minderheid-door", metavar="NAAM", help="Wie bij de minderheid hoort.")
@gemeente_option
@output_options
@data_option
def command(
    thema: str | None,
    door: str | None,
    op: str | None,
    minderheid: str | None,
    minderheid_door: str | None,
    gemeenten: tuple[str, ...],
    vorm: str | None,
    uitvoer: Path | None,
    data: Path | None,
) -> None:
    """Leg vast wie akkoord is met een thema, en zie of dat nog geldt.

    Met --thema en --door legt u een akkoord vast. Het geldt voor het thema en alles wat eronder hangt, zoals het nu in
    het register staat. Verandert daar iets, dan is het akkoord vervallen, en ziet u wat er veranderde.

    Zonder --thema ziet u alle akkoorden.
    """
    recording = {"--door": door, "--op": op, "--minderheid": minderheid, "--minderheid-door": minderheid_door}
    if thema is None:
        given = next((name for name, value in recording.items() if value is not None), None)
        if given is not None:
            raise click.UsageError(f"Zeg bij {given} ook met --thema om welk thema het gaat.")
        _list(gemeenten, form_of(vorm, uitvoer), uitvoer, data)
        return
    if vorm is not None or uitvoer is not None:
        raise click.UsageError("--vorm en -o horen bij de lijst van akkoorden. Laat ze weg bij --thema.")
    if door is None or not door.strip():
        raise click.UsageError("Zeg met --door wie akkoord is.")
    if bool((minderheid or "").strip()) != bool((minderheid_door or "").strip()):
        raise click.UsageError("Geef --minderheid en --minderheid-door samen: wat vindt de minderheid, en wie is dat?")
    _record(thema, gemeenten, door, op or today(), (minderheid or "", minderheid_door or ""), data)


def _record(
    thema: str, gemeenten: tuple[str, ...], door: str, op: str, minderheid: tuple[str, str], data: Path | None
) -> None:
    from beleidsspoor.graph.akkoord.signing import GivenSignOff, WrongSignOff, find_thema, plan_signing
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.files import write_all_whole
    from beleidsspoor.graph.reacties.history import row_name
    from beleidsspoor.graph.scope import UnknownName, make_scope

    dataset = open_dataset(register_to_write(data))
    register = dataset.register
    try:
        ruimten = make_scope(dataset.store, gemeenten).ruimten if gemeenten else None
        row = find_thema(thema, register, ruimten)
        signing = plan_signing(row, GivenSignOff(door, op, *minderheid), register)
    except (UnknownName, WrongSignOff) as error:
        raise click.UsageError(str(error)) from error
    write_all_whole(signing.files)
    about = f"{row_name(row)} ({row.reference})"
    if not signing.files:
        click.echo(f"Dit akkoord over {about} staat er al.")
        return
    click.echo(f"{' '.join(door.split())} is akkoord met {about}, met {signing.covered} rijen van het register.")
    for path in signing.files:
        click.echo(f"Geschreven: {path}")


def _list(gemeenten: tuple[str, ...], form: str, uitvoer: Path | None, data: Path | None) -> None:
    from beleidsspoor.graph.akkoord.history import signoffs
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.scope import UnknownName, make_scope
    from beleidsspoor.graph.show.remark_tables import signoffs_report

    dataset = open_dataset(data)
    try:
        scope = make_scope(dataset.store, gemeenten)
    except UnknownName as error:
        raise click.UsageError(str(error)) from error
    show(signoffs_report(signoffs(dataset.register), dataset, scope), form, uitvoer)

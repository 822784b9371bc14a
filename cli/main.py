"""The command `beleidsspoor`: knows the name and one-line help of every command, loads the one that is asked."""

from __future__ import annotations

import importlib
import sys

import click

from beleidsspoor.cli.dutch import DutchGroup, show_error

#: Each command with its one-line help. The module of the same name in cli/ is imported only when the command runs.
COMMANDS = {
    "bouw": "Maak de graaf (graaf.nq en graaf.trig) van het register.",
    "controleer": "Zoek alle fouten in het register en in de vindplaatsen.",
    "vragen": "Laat zien welke vragen er zijn en wat ze betekenen.",
    "dekking": "Geef het overzicht van alle vragen, of de rijen van één vraag.",
    "vergelijk": "Vergelijk de principes of thema's van twee gemeenten.",
    "volg": "Volg de draad van één element, omhoog en omlaag.",
    "kaart": "Maak de kaart: één HTML-bestand dat ook zonder internet werkt.",
    "boom": "Teken de doelenboom van één document.",
    "nieuw": "Begin het register van een gemeente.",
    "lees": "Lees een document en maak een voorstel voor het register.",
    "neem-over": "Neem de rijen die op ja staan over in het register.",
    "dossier": "Maak het dossier voor de Adviesraad, met plaats voor reacties.",
    "reacties": "Laat reacties op het beleid zien, lees nieuwe in en beantwoord ze.",
    "akkoord": "Leg vast wie akkoord is met een thema, en zie of dat nog geldt.",
    "werkboek": "Zet het register in Excel, en neem het werkboek weer over.",
    "vraag": "Stel een eigen vraag in SPARQL.",
    "export": "Schrijf de graaf in een ander formaat.",
    "tabellen": "Schrijf tabellen voor een dashboard in Power BI of Excel.",
}


class LazyGroup(DutchGroup):
    """A group whose commands are imported only when they are used, so that `--help` stays fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order in which a new user needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command object, or None when there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"beleidsspoor.cli.{cmd_name.replace('-', '_')}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def command_lines(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Names and one-line help, without importing a command."""
        return list(COMMANDS.items())


@click.group(cls=LazyGroup, invoke_without_command=False, no_args_is_help=True)
@click.version_option(
    None, "--versie", "--version", package_name="beleidsspoor", message="beleidsspoor %(version)s",
    help="Toon de versie.",
)  # fmt: skip
def group() -> None:
    """Volg de draad van beleid: van thema naar opgave, doel, actie en indicator.

    Beleidsspoor leest het register (de tabellen in de map data), maakt er één graaf van en beantwoordt vragen: welke
    acties hangen los, welke doelen meet niemand, wat delen twee gemeenten?
    """


def main() -> None:
    """Run the command line; every error ends in a Dutch message and exit code 1 (input) or 2 (wrong use)."""
    for stream in (sys.stdout, sys.stderr):
        # A Dutch Windows console is cp1252; a sign it lacks must not end the command.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        outcome = group.main(standalone_mode=False)
        code = outcome if isinstance(outcome, int) else 0
    except Exception as error:
        code = show_error(error)
    sys.exit(code)

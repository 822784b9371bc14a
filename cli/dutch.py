"""Click in Dutch: headings, usage errors and the exit codes of the project."""

from __future__ import annotations

import difflib
import errno
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from click.exceptions import NoSuchCommand

from beleidsspoor.graph.faults import InputFaults

_OTHER_FOLDER = "Controleer de naam, of maak de map eerst."


class DutchCommand(click.Command):
    """A command whose help and headings are Dutch, with an example to show when something is left out.

    It writes (`-o`) only in a folder that is there: a new folder is mostly a slip of the pen.
    """

    def __init__(self, *args: Any, example: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.example = example

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. Raises click.UsageError when the folder to write in does not exist."""
        for parameter in self.params:
            target = ctx.params.get(parameter.name or "")
            if "-o" in parameter.opts and isinstance(target, Path) and not target.parent.is_dir():
                raise click.UsageError(f"-o: de map '{target.parent}' is er niet. {_OTHER_FOLDER}", ctx)
        return super().invoke(ctx)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The --help option, explained in Dutch."""
        return _help_in_dutch(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write 'Gebruik: …'."""
        formatter.write_usage(ctx.command_path, _pieces(self, ctx), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under 'Opties'."""
        _write_options(self, ctx, formatter)


class DutchGroup(click.Group):
    """A group whose help and headings are Dutch."""

    command_class = DutchCommand

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The --help option, explained in Dutch."""
        return _help_in_dutch(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write 'Gebruik: …'."""
        formatter.write_usage(ctx.command_path, "[OPTIES] OPDRACHT [ARGUMENTEN]…", prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        _write_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under 'Opdrachten'."""
        with formatter.section("Opdrachten"):
            formatter.write_dl(self.command_lines(ctx))

    def command_lines(self, ctx: click.Context) -> list[tuple[str, str]]:
        """The names of the commands with one line of help each."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        return [(name, command.get_short_help_str(limit=100)) for name, command in commands if command is not None]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an unknown one is answered with the nearest known names."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            near = difflib.get_close_matches(args[0], self.list_commands(ctx), n=1, cutoff=0.5)
            advice = f"Bedoelt u '{near[0]}'?" if near else "Kijk met 'beleidsspoor --help' welke er zijn."
            raise click.UsageError(f"De opdracht '{args[0]}' bestaat niet. {advice}", ctx)
        return super().resolve_command(ctx, args)


def show_error(error: Exception) -> int:
    """Tell the user in Dutch what went wrong, on standard error; returns the exit code (1 input, 2 wrong use).

    An error that is neither is a defect of the program: it is raised again.
    """
    if isinstance(error, InputFaults):
        for fault in error.faults:
            click.echo(str(fault), err=True)
        number = len(error.faults)
        click.echo(f"{number} fout{'en' if number != 1 else ''} gevonden. Er is niets geschreven.", err=True)
        return 1
    if isinstance(error, click.exceptions.Abort):
        click.echo("Afgebroken.", err=True)
        return 1
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.UsageError):
        click.echo(f"Fout: {_usage_message(error)}", err=True)
        if error.ctx is not None:
            click.echo(f"Hulp: {error.ctx.command_path} --help", err=True)
        return 2
    if isinstance(error, click.ClickException):
        click.echo(f"Fout: {error.message}", err=True)
        return error.exit_code
    if isinstance(error, OSError):
        where = f" {os.fsdecode(error.filename)}" if isinstance(error.filename, str | bytes) else ""
        click.echo(f"Fout: het bestand{where} kan niet worden gelezen of geschreven ({_reason(error)}).", err=True)
        return 1
    # Imported here, as most errors are none of a question's file.
    from beleidsspoor.graph.questions import QuestionFault

    if isinstance(error, QuestionFault):
        click.echo(f"Fout: {error}", err=True)
        return 1
    raise error


#: What the system says most, in Dutch.
_REASONS = {
    errno.ENOENT: "het bestand of de map is er niet",
    errno.EACCES: "u hebt daar geen rechten voor, of een ander programma heeft het bestand open",
    errno.EPERM: "u hebt daar geen rechten voor",
    errno.EROFS: "daar kan niet worden geschreven",
    errno.EISDIR: "dit is een map",
    errno.ENOTDIR: "een deel van het pad is een bestand en geen map",
    errno.EEXIST: "er staat al iets met die naam",
    errno.ENOSPC: "de schijf is vol",
    errno.ENAMETOOLONG: "de naam is te lang",
}


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0) or error.strerror or "onbekende oorzaak"


def _usage_message(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f" Bedoelt u {_either(error.possibilities)}?" if error.possibilities else ""
        return f"de optie {error.option_name} bestaat niet.{near}"
    if isinstance(error, NoSuchCommand):
        return f"de opdracht '{error.command_name}' bestaat niet."
    if isinstance(error, click.MissingParameter):
        name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else ""
        return f"er ontbreekt iets: {name}.{_example(error.ctx)}"
    if isinstance(error, click.BadOptionUsage):
        return f"de optie {error.option_name} is niet goed gebruikt: er ontbreekt een waarde, of er is er een te veel."
    if isinstance(error, click.BadParameter):
        return _bad_parameter(error)
    if error.message.startswith("Got unexpected extra argument"):
        return f"er staat een argument te veel: {error.message.partition('(')[2].rstrip(')')}."
    return error.message


def _example(ctx: click.Context | None) -> str:
    command = ctx.command if ctx is not None else None
    return f" Bijvoorbeeld: {command.example}" if isinstance(command, DutchCommand) and command.example else ""


def _bad_parameter(error: click.BadParameter) -> str:
    name = error.param.get_error_hint(error.ctx) if error.param is not None and error.ctx is not None else ""
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return f"{name}: deze keuze bestaat niet. Kies uit: {', '.join(str(choice) for choice in kind.choices)}."
    if isinstance(kind, click.Path):
        given = _given_path(error)
        if "is a directory" in error.message:
            return f"{name}: {given} is een map. Geef de naam van een bestand."
        if "is a file" in error.message:
            return f"{name}: {given} is een bestand. Geef de naam van een map."
        return f"{name}: {given} is er niet, of kan niet worden gelezen."
    if isinstance(kind, click.types.IntParamType | click.types.FloatParamType):
        return f"{name}: dit is geen goed getal."
    return f"{name}: {error.message}" if name else error.message


def _given_path(error: click.BadParameter) -> str:
    """The path that the user typed: click tells it between quotes in its own message."""
    quoted = re.search(r"""['"](.+)['"]""", error.message)
    return quoted[1] if quoted else "dit bestand of deze map"


def _either(words: Sequence[str]) -> str:
    return " of ".join(words)


def _pieces(command: click.Command, ctx: click.Context) -> str:
    return " ".join(piece.replace("[OPTIONS]", "[OPTIES]") for piece in command.collect_usage_pieces(ctx))


def _help_in_dutch(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Toon deze uitleg."
    return option


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    options = [parameter for parameter in command.get_params(ctx) if isinstance(parameter, click.Option)]
    records = [record for option in options if (record := option.get_help_record(ctx))]
    if records:
        with formatter.section("Opties"):
            formatter.write_dl([(names, _in_dutch(text)) for names, text in records])


def _in_dutch(text: str) -> str:
    """The help of an option, with what click adds to it in Dutch."""
    return text.replace("[default: ", "[anders: ").replace("[required]", "[moet erbij]")

"""What several commands share: the options that choose a register and a filter, and opening the dataset."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from beleidsspoor.graph.scope import STATE_WORDS

Command = TypeVar("Command", bound=Callable[..., Any])

data_option = click.option(
    "--data",
    "data",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="BELEIDSSPOOR_DATA",
    metavar="MAP",
    help="De map van het register. Zonder deze optie: het register dat bij het programma hoort.",
)
bronnen_option = click.option(
    "--bronnen",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="MAP",
    help="De map met de documenten zelf. Dan komen er citaten bij.",
)
gemeente_option = click.option(
    "--gemeente", "gemeenten", multiple=True, metavar="NAAM", help="Alleen deze gemeente. Mag vaker."
)
thema_option = click.option("--thema", metavar="NAAM", help="Alleen dit thema (een deel van de naam is genoeg).")
document_option = click.option("--document", metavar="NAAM", help="Alleen dit document (id of een deel van de titel).")
toestand_option = click.option(
    "--toestand", type=click.Choice(list(STATE_WORDS.values())), metavar="TOESTAND",
    help=f"Alleen rijen met deze toestand: {', '.join(STATE_WORDS.values())}.",
)  # fmt: skip


def filter_options(command: Command) -> Command:
    """Add --gemeente, --thema, --document and --toestand to a command."""
    for option in (toestand_option, document_option, thema_option, gemeente_option):
        command = option(command)
    return command

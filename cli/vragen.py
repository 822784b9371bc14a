"""beleidsspoor vragen: what can be asked."""

from __future__ import annotations

import click

from beleidsspoor.cli.common import screen_width
from beleidsspoor.cli.dutch import DutchCommand


@click.command("vragen", cls=DutchCommand)
def command() -> None:
    """Laat zien welke vragen er zijn en wat ze betekenen.

    Bij elke vraag staat de naam die u aan 'beleidsspoor dekking' geeft, en het soort: dekking (met de vier toestanden),
    overzicht, vergelijking of signaal.
    """
    from beleidsspoor.graph.questions import shipped_questions
    from beleidsspoor.graph.show.terminal import show_questions

    click.echo(show_questions(shipped_questions().values(), screen_width()))

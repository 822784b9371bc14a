"""beleidsspoor dekking: the overview of all questions, or the rows of one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from beleidsspoor.cli.common import (
    bronnen_option,
    data_option,
    filter_options,
    find_evidence,
    form_of,
    output_options,
    show,
)
from beleidsspoor.cli.dutch import DutchCommand

if TYPE_CHECKING:
    from beleidsspoor.graph.questions import Question


@click.command("dekking", cls=DutchCommand)
@click.argument("vraag", required=False)
@filter_options
@click.option("--diep", is_flag=True, help="Tel ook mee wat eronder hangt. Alleen bij vragen die dat kennen.")
@output_options
@bronnen_option
@data_option
def command(
    vraag: str | None,
    gemeenten: tuple[str, ...],
    thema: str | None,
    document: str | None,
    toestand: str | None,
    diep: bool,
    vorm: str | None,
    uitvoer: Path | None,
    bronnen: Path | None,
    data: Path | None,
) -> None:
    """Geef het overzicht van alle vragen, of de rijen van één VRAAG.

    Het overzicht telt per gemeente en thema wat gedekt is, wat een gat is, wat bewust open staat en wat niet is
    onderzocht. Welke vragen er zijn, ziet u met 'beleidsspoor vragen'.
    """
    from beleidsspoor.graph.dataset import open_dataset
    from beleidsspoor.graph.questions import ask, shipped_questions
    from beleidsspoor.graph.scope import UnknownName, make_scope
    from beleidsspoor.graph.show.forms import OVERVIEW_WITH_ROWS
    from beleidsspoor.graph.show.report import answer_report, overview_report

    form = form_of(vorm, uitvoer)
    known = shipped_questions()
    asked = [_question(vraag, known)] if vraag is not None else list(known.values())
    if diep and (vraag is None or asked[0].diep is None):
        able = ", ".join(question.name for question in known.values() if question.diep)
        raise click.UsageError(f"--diep kan alleen bij een vraag die dat kent: {able}.")
    dataset = open_dataset(data)
    try:
        scope = make_scope(dataset.store, gemeenten, thema, document, toestand)
    except UnknownName as error:
        raise click.UsageError(str(error)) from error
    answers = [ask(dataset.store, question, scope, diep=diep, register=dataset.register.version) for question in asked]
    if vraag is not None:
        report = answer_report(answers[0], find_evidence(dataset, scope.graphs, bronnen))
    else:
        with_rows = form in OVERVIEW_WITH_ROWS
        report = overview_report(answers, find_evidence(dataset, scope.graphs, bronnen) if with_rows else None)
    show(report, form, uitvoer)


def _question(name: str, known: dict[str, Question]) -> Question:
    """The question of this name. Raises click.UsageError with the names that come near."""
    from beleidsspoor.graph.questions import suggestions

    if (question := known.get(name.strip().casefold())) is not None:
        return question
    near = " of ".join(suggestions(name, known))
    advice = f"Bedoelt u {near}?" if near else "Kijk met 'beleidsspoor vragen' welke er zijn."
    raise click.UsageError(f"De vraag '{name}' bestaat niet. {advice}")

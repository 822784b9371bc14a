"""Every question through our API: against the raw query, as the data grows, in one municipality, and over all."""

from __future__ import annotations

from functools import partial

import pyoxigraph as ox

from beleidsspoor.graph.questions import Question, ask, shipped_questions
from beleidsspoor.graph.scope import Scope, make_scope
from beleidsspoor.graph.store import GraphStore
from benchmarks.answers import wrong_answers
from benchmarks.datasets import Prepared
from benchmarks.measure import Goal, Section, in_turns, ms, seconds

_ONE = "voorbeeld-003"


def measure_truth(registers: dict[int, Prepared]) -> Section:
    """Hold the answers against what was planted, at every size: a fast wrong answer counts for nothing."""
    rows, goals = [], []
    for size, prepared in registers.items():
        wrong = wrong_answers(prepared.register, prepared.dataset.store)
        rows.append((str(size), str(len(prepared.register.truth)), ", ".join(wrong) or "none"))
        goals.append(Goal(f"questions with a wrong answer, {size} municipalities", len(wrong), 0, ""))
    note = "The gaps that a question finds, against those worked out from the rows in plain Python (`truth.py`)."
    return Section("Right answers", note, ("municipalities", "questions", "wrong"), tuple(rows), tuple(goals))


def measure_overhead(prepared: Prepared) -> Section:
    """`ask` against the same query on pyoxigraph, with every cell of every solution taken out as a Python value."""
    store = prepared.dataset.store
    store.view()
    rows, ours, raws, worst = [], 0.0, 0.0, 0.0
    for question in shipped_questions().values():
        turns = in_turns(partial(ask, store, question), partial(_raw, store, question), 7, 1)
        ours, raws, worst = ours + turns.one, raws + turns.other, max(worst, turns.ratio)
        answers = len(ask(store, question).all_rows)
        rows.append((question.name, str(answers), ms(turns.one), ms(turns.other), f"{turns.ratio:.2f}"))
    note = (
        f"{prepared.size} municipalities, over all graphs. `raw`: `Store.query` on the text of the file, and `.value` "
        "of each cell. Ours adds the element with its name and place, the state, typed values, and reading order."
    )
    goals = (
        Goal(f"all questions through the API against raw, {prepared.size} municipalities", ours / raws, 1.15),
        Goal(f"the worst question through the API against raw, {prepared.size} municipalities", worst, 1.15),
    )
    heads = ("question", "rows", "ours ms", "raw ms", "ratio")
    return Section("Questions against the raw query", note, heads, tuple(rows), goals)


def measure_growth(registers: dict[int, Prepared]) -> Section:
    """The time of each question as the register grows, over all municipalities and within one."""
    sizes = [size for size in registers if size >= 10]
    times = {size: _times(registers[size].dataset.store, None) for size in sizes}
    one = {size: _times(registers[size].dataset.store, _ONE) for size in (sizes[0], sizes[-1])}
    rows = []
    for name, question in shipped_questions().items():
        over_all = (ms(times[size][name]) for size in sizes)
        of_one = (f"{one[size][name] * 1000:.2f}" for size in one)
        rows.append((name, question.soort, *over_all, f"{times[100][name] / times[10][name]:.1f}", *of_one))
    most, here, there = sizes[-1], one[sizes[-1]], one[10]
    within = f"about one municipality, in a register of {most} against one of 10"
    goals = [
        Goal("slowest growth of a question, 100 against 10", max(times[100][n] / times[10][n] for n in there), 25),
        Goal(f"all questions {within}", sum(here.values()) / sum(there.values()), 3),
        Goal(f"the worst question {within}", max(here[name] / there[name] for name in there), 3),
    ]
    if most > 100:
        slowest = max(times[most][name] for name, question in shipped_questions().items() if question.is_coverage)
        goals.append(Goal(f"the slowest dekking-question over all {most}", slowest, 1, "s"))
    heads = ("question", "kind", *(f"{n} ms" for n in sizes), "100 / 10", *(f"one of {n} ms" for n in one))
    note = "Through the API, over all municipalities; `one of` is about one municipality, by its graphs."
    return Section("Growth", note, heads, tuple(rows), tuple(goals))


def _times(store: GraphStore, ruimte: str | None) -> dict[str, float]:
    """The time of each question, when what is known of the elements has been read."""
    scope = make_scope(store, [ruimte]) if ruimte else Scope()
    store.view(scope.graphs)
    repeats = 3 if ruimte is None else 15
    return {
        name: min(seconds(partial(ask, store, question, scope)) for _ in range(repeats))
        for name, question in shipped_questions().items()
    }


def _raw(store: GraphStore, question: Question) -> list[tuple[str | None, ...]]:
    solutions = store.engine.query(question.sparql, use_default_graph_as_union=True)
    assert isinstance(solutions, ox.QuerySolutions)
    return [tuple([term.value if term is not None else None for term in solution]) for solution in solutions]

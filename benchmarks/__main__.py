"""All measurements in one run on the same data: `python -m benchmarks [--quick]`. Exit code 1 when a goal is missed."""

from __future__ import annotations

import argparse
import sys

from benchmarks.against_rdflib import measure_against_rdflib
from benchmarks.asking import measure_growth, measure_overhead, measure_truth
from benchmarks.building import measure_building
from benchmarks.checking import measure_checking
from benchmarks.datasets import prepared
from benchmarks.exporting import measure_export
from benchmarks.measure import Goal, Section, machine, table
from benchmarks.national_register import SIZES
from benchmarks.starting import measure_starting


def main() -> int:
    """Measure, print Markdown tables, and say which goals are met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure speed against the goals.")
    parser.add_argument("--quick", action="store_true", help="at most 100 municipalities, less patience for rdflib")
    quick = parser.parse_args().quick
    print(f"Machine: {machine()}.\n", flush=True)
    goals: list[Goal] = []
    with prepared(SIZES[:-1] if quick else SIZES) as registers:
        ten = registers[10]
        for measure in (
            measure_starting,
            lambda: measure_building(registers),
            lambda: measure_truth(registers),
            lambda: measure_overhead(ten),
            lambda: measure_growth(registers),
            lambda: measure_export(ten),
            lambda: measure_checking(registers[1] if quick else ten),
            lambda: measure_against_rdflib(ten, 3 if quick else 20),
        ):
            section: Section = measure()
            print(f"{section}\n", flush=True)
            goals.extend(section.goals)
    print(f"### Goals\n\n{table(('goal', 'limit', 'measured', 'outcome'), (goal.cells() for goal in goals))}")
    return 0 if all(goal.met for goal in goals) else 1


if __name__ == "__main__":
    sys.exit(main())

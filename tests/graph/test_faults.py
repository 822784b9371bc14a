"""Faults: one Dutch line each, one for a cell, in reading order."""

from __future__ import annotations

from beleidsspoor.graph.faults import Fault, InputFaults, in_reading_order


def test_a_fault_as_a_line() -> None:
    assert str(Fault("a.csv", 3, "jaren", "Fout.", "Doe dit.")) == "a.csv, regel 3, kolom jaren: Fout. Doe dit."
    assert str(Fault("a.csv", 3, None, "Fout.")) == "a.csv, regel 3: Fout."
    assert str(Fault("a.csv", None, None, "Fout.")) == "a.csv: Fout."


def test_reading_order_has_one_fault_a_cell_and_every_fault_of_a_line_or_file() -> None:
    cell, again = Fault("b.csv", 10, "naam", "Eerste."), Fault("b.csv", 10, "naam", "Tweede.")
    line, same_line = Fault("b.csv", 9, None, "Regel."), Fault("b.csv", 9, None, "Nog een.")
    file, other = Fault("b.csv", None, None, "Bestand."), Fault("a.csv", 1, "x", "Ander.")

    assert in_reading_order([cell, line, again, same_line, line, other, file]) == [other, file, line, same_line, cell]


def test_input_faults_hold_all_of_them() -> None:
    faults = [Fault("a.csv", 1, None, "Een."), Fault("a.csv", 2, None, "Twee.")]

    error = InputFaults(iter(faults))

    assert error.faults == tuple(faults)
    assert str(error) == "a.csv, regel 1: Een.\na.csv, regel 2: Twee."

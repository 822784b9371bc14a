"""One register, opened: its tables and matches, read, checked for faults of reading, built and loaded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from beleidsspoor.graph.build import build_quads, to_trig
from beleidsspoor.graph.faults import InputFaults, in_reading_order
from beleidsspoor.graph.mappings import MappingSet, read_mappings
from beleidsspoor.graph.register.reading import Register, read_register, shipped_register
from beleidsspoor.graph.store import GraphStore
from beleidsspoor.graph.terms import ID_BASE


@dataclass(frozen=True)
class Dataset:
    """A register without faults of reading, and what is built from it. Building and loading happen once, on demand."""

    register: Register
    mappings: tuple[MappingSet, ...]
    base: str = ID_BASE

    @cached_property
    def nquads(self) -> bytes:
        """The dataset as sorted N-Quads."""
        return build_quads(self.register, self.mappings, self.base)

    @cached_property
    def trig(self) -> bytes:
        """The dataset as TriG."""
        return to_trig(self.nquads)

    @cached_property
    def store(self) -> GraphStore:
        """The dataset in the engine."""
        return GraphStore(self.nquads)


def open_dataset(root: Path | None = None, base: str = ID_BASE) -> Dataset:
    """Read the register under `root` (None: the one that comes with the package).

    Raises InputFaults with every fault of reading; what the shapes say is checked by `graph.check`.
    """
    register, faults = read_register(root or shipped_register())
    mappings, mapping_faults = read_mappings(register, base)
    if faults or mapping_faults:
        raise InputFaults(in_reading_order([*faults, *mapping_faults]))
    return Dataset(register, tuple(mappings), base)

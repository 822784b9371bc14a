"""The registers that everything is measured on: written once a run, opened once a size."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from beleidsspoor.graph.dataset import Dataset, open_dataset
from benchmarks.national_register import NationalRegister, write_national_register


@dataclass(frozen=True)
class Prepared:
    """One register of the run, with its dataset."""

    register: NationalRegister

    @property
    def size(self) -> int:
        """The number of municipalities."""
        return self.register.municipalities

    @cached_property
    def dataset(self) -> Dataset:
        """The dataset, read when it is first asked for."""
        return open_dataset(self.register.folder)

    @cached_property
    def quads(self) -> int:
        """The number of quads."""
        return self.dataset.nquads.count(b"\n")


@contextmanager
def prepared(sizes: tuple[int, ...]) -> Iterator[dict[int, Prepared]]:
    """Registers of these sizes in a temporary folder, which is removed at the end."""
    with TemporaryDirectory(prefix="beleidsspoor-") as folder:
        yield {size: Prepared(write_national_register(Path(folder) / str(size), size)) for size in sizes}

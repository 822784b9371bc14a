"""What a proposal said of each cell, kept beside its row: so that a change by the judge is known for what it is."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from beleidsspoor.graph.proposal.model import Cells, plain


def keep(cells: Cells) -> str:
    """The cells as a short text: each column with a fingerprint of what stands in it."""
    return " ".join(f"{name}:{_print(values)}" for name, values in plain(cells).items())


def still_stands(kept: str, cells: Cells, columns: Iterable[str]) -> bool:
    """Whether `cells` hold in these columns what was kept; of a row that nothing was kept of they do not.

    >>> kept = keep({"naam": ("Een",), "nummer": ("1",)})
    >>> [still_stands(kept, {"naam": ("Een",)}, [column]) for column in ("naam", "nummer", "jaren")]
    [True, False, True]
    """
    before = dict(part.partition(":")[::2] for part in kept.split())
    now = {name: _print(values) for name, values in plain(cells).items()}
    return bool(before) and all(before.get(column) == now.get(column) for column in columns)


def _print(values: tuple[str, ...]) -> str:
    return blake2b(";".join(values).encode(), digest_size=4).hexdigest()

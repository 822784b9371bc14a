"""Fingerprints of rows: whether a row still says what it said."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b


def row_fingerprint(cells: Mapping[str, tuple[str, ...]]) -> str:
    """A fingerprint of the values of a row: the same for the same values, however the file quotes them.

    >>> row_fingerprint({"id": ("a",), "naam": ("Een",)}) == row_fingerprint({"naam": ("Een",), "id": ("a",)})
    True
    """
    content = "\n".join(f"{column}\t{';'.join(cells[column])}" for column in sorted(cells) if cells[column])
    return blake2b(content.encode(), digest_size=8).hexdigest()

"""The lines of a PDF, page by page on disk: a long document is gone through several times without holding it."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator, Sequence
from types import TracebackType

from beleidsspoor.graph.documents.pdf_text import PdfLine


class KeptLines:
    """The lines of each page, in a nameless temporary file that is gone after the `with`.

    Iterating gives the pages from the first on; one iteration at a time, as there is one file.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (closed by __exit__)
        self._pages = 0

    def __enter__(self) -> KeptLines:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, lines: Sequence[PdfLine]) -> None:
        """Keep the lines of the next page."""
        pickle.dump(lines, self._file, pickle.HIGHEST_PROTOCOL)
        self._pages += 1

    def __iter__(self) -> Iterator[list[PdfLine]]:
        self._file.seek(0)
        for _ in range(self._pages):
            # Nothing but what `add` has written is in this file.
            lines: list[PdfLine] = pickle.load(self._file)
            yield lines

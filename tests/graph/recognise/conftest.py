"""What is found in a text that a test writes down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.recognise.model import Finding
from beleidsspoor.graph.recognise.recognising import recognise


@pytest.fixture
def find(tmp_path: Path) -> Callable[[str], list[Finding]]:
    """Reads a text as a document and gives what is found in it."""

    def findings(text: str) -> list[Finding]:
        path = tmp_path / "stuk.txt"
        path.write_text(text, encoding="utf-8")
        return list(recognise(read_document(path)).findings)

    return findings

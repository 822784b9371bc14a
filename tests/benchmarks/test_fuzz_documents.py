"""The examples that fuzzing starts from are documents that our readers read: else it would try the door only."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks.fuzz_documents import example, readers

ATHERIS = SimpleNamespace(instrument_imports=lambda include: nullcontext())


@pytest.mark.parametrize("form", ["txt", "md", "html", "odt", "docx", "pdf", "voorstel"])
def test_the_example_of_every_form_can_be_read(tmp_path: Path, form: str) -> None:
    path = tmp_path / "stuk"
    path.write_bytes(example(form))

    assert readers(ATHERIS)[form](path)

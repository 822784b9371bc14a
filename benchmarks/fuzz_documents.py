"""Throws mutated files at one reader, guided by coverage: `python -m benchmarks.fuzz_documents FORM [options]`.

FORM is txt, md, html, odt, docx or pdf; the options are those of libFuzzer, such as a folder with example files and
`-max_total_time=600`. Needs `pip install atheris` (Linux). Stops at the first exception that is not InputFaults.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType


def readers(atheris: ModuleType) -> dict[str, Callable[[Path], object]]:
    """The readers by form, loaded with their branches watched."""
    with atheris.instrument_imports(include=["beleidsspoor.graph.documents"]):
        from beleidsspoor.graph.documents.markdown import read_markdown
        from beleidsspoor.graph.documents.odt import read_odt
        from beleidsspoor.graph.documents.pdf import read_pdf_here
        from beleidsspoor.graph.documents.text import read_text
        from beleidsspoor.graph.documents.web import read_html
        from beleidsspoor.graph.documents.word import read_word
    return {
        "txt": read_text,
        "md": read_markdown,
        "html": read_html,
        "odt": read_odt,
        "docx": read_word,
        "pdf": read_pdf_here,
    }


def main() -> None:
    """Fuzz the reader that the first argument names."""
    import atheris

    from beleidsspoor.graph.faults import InputFaults

    reader = readers(atheris)[sys.argv.pop(1)]
    path = Path(tempfile.mkdtemp()) / "stuk"

    def one(content: bytes) -> None:
        path.write_bytes(content)
        try:
            reader(path)
        except InputFaults:
            return

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

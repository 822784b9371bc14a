"""Reading documents of any form: one door, whatever the format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor
from importlib import import_module
from pathlib import Path

from beleidsspoor.graph.documents.language import with_foreign_passages
from beleidsspoor.graph.documents.limits import LIMITS, refuse
from beleidsspoor.graph.documents.model import Document
from beleidsspoor.graph.documents.navigation import without_navigation
from beleidsspoor.graph.faults import Fault, InputFaults

#: The reader of each form, as module and function: a library is loaded when a document needs it.
_READERS = {
    ".docx": ("word", "read_word"),
    ".htm": ("web", "read_html"),
    ".html": ("web", "read_html"),
    ".md": ("markdown", "read_markdown"),
    ".odt": ("odt", "read_odt"),
    ".pdf": ("pdf", "read_pdf"),
    ".txt": ("text", "read_text"),
}
#: The extensions that can be read.
FORMS = tuple(_READERS)


def read_document(path: Path | str) -> Document:
    """The document at `path`, with a warning for every passage in another language.

    Raises InputFaults, with a Dutch message and what to do, when it cannot be read: a form that is not known, too big,
    broken, locked. No other exception comes out, whatever is in the file.
    """
    path = Path(path)
    reader = _reader(path)
    try:
        return with_foreign_passages(without_navigation(reader(path)))
    except (MemoryError, RecursionError):
        refuse(
            path,
            "Dit bestand is te groot of te diep genest om te lezen.",
            "Splits het document, of bewaar het opnieuw.",
        )
    except OSError as error:
        refuse(
            path,
            f"Dit bestand kan niet worden gelezen: {error.strerror or error}.",
            "Controleer of u het zelf kunt openen.",
        )


def _reader(path: Path) -> Callable[[Path], Document]:
    known = _READERS.get(path.suffix.lower())
    if known is None:
        forms = ", ".join(FORMS)
        refuse(
            path,
            f"Bestanden die op '{path.suffix}' eindigen worden niet gelezen.",
            f"Bewaar het als een van deze: {forms}.",
        )
    module, function = known
    found: Callable[[Path], Document] = getattr(import_module(f"beleidsspoor.graph.documents.{module}"), function)
    return found


def read_documents(paths: Sequence[Path | str], executor: Executor | None = None) -> Iterator[Document | InputFaults]:
    """The documents at these paths, in their order, each as soon as it is there; InputFaults for one that is not read.

    With an `executor` they are read side by side: a ProcessPoolExecutor, or the one that `Client.get_executor()` of
    dask.distributed gives. One that takes longer than LIMITS allow, or takes its process down, becomes InputFaults.
    """
    if executor is None:
        yield from (_read_or_faults(str(path)) for path in paths)
        return
    waiting = [(str(path), executor.submit(_read_or_faults, str(path))) for path in paths]
    for path, future in waiting:
        try:
            yield future.result(timeout=LIMITS.seconds)
        except TimeoutError:
            future.cancel()
            yield _stopped(path, f"Het lezen duurt langer dan {LIMITS.seconds:.0f} seconden.")
        except BrokenExecutor:
            yield _stopped(path, "Het lezen is afgebroken: een van de documenten vroeg te veel geheugen.")


def _stopped(path: str, message: str) -> InputFaults:
    return InputFaults([Fault(path, None, None, message, "Lees dit document apart, of splits het.")])


def _read_or_faults(path: str) -> Document | InputFaults:
    """The document or why not. A value, not an exception: that crosses to another process with all its faults."""
    try:
        return read_document(path)
    except InputFaults as faults:
        return faults

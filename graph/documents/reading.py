"""Reading documents of any form: one door, whatever the format."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from beleidsspoor.graph.documents.language import with_foreign_passages
from beleidsspoor.graph.documents.limits import refuse
from beleidsspoor.graph.documents.model import EMPTY, UNREAD, Document
from beleidsspoor.graph.documents.navigation import without_navigation

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
    broken, locked, without any text. No other exception comes out, whatever is in the file.
    """
    path = Path(path)
    reader = _reader(path)
    try:
        document = with_foreign_passages(without_navigation(reader(path)))
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
    _check_text(path, document)
    return document


def _check_text(path: Path, document: Document) -> None:
    """Refuse a document of which nothing could be read. Of one that was read in part every bad page is a warning."""
    if document.paged:
        if any(page.grade not in (EMPTY, UNREAD) for page in document.pages):
            return
        if document.unread_pages:
            page = document.unread_pages[0]
            refuse(
                path,
                f"Geen enkele bladzijde van dit document is te lezen. Bladzijde {page.number}: {page.remark}",
                "Maak er eerst doorzoekbare tekst van (OCR), met de scanner of met een programma zoals OCRmyPDF. Lees "
                "daarna het nieuwe bestand.",
            )
    elif any(line.strip() for line in document.lines):
        return
    refuse(path, "In dit document staat geen tekst.", "Kijk of het document alleen uit afbeeldingen bestaat.")


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

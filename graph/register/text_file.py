"""Reading a file of the register as text, so that a wrong byte does not hide what else is wrong."""

from __future__ import annotations

from pathlib import Path

from beleidsspoor.graph.faults import Fault

#: What stands in the text for a byte that is no UTF-8.
REPLACEMENT = "\ufffd"


def read_text(path: Path, name: str) -> tuple[str, Fault | None]:
    """The text of the UTF-8 file at `path` (a byte order mark is allowed), and what is wrong with it as a file.

    `name` is what the fault calls the file. Bytes that are no UTF-8 are replaced, and the fault gives the line of the
    first. The text is empty when nothing can be read. Never raises for a file that cannot be read.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        message = f"Het bestand kan niet worden gelezen ({error.strerror or 'onbekende oorzaak'})."
        return "", Fault(name, None, None, message, "Controleer het bestand en de rechten.")
    fault = None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        advice = "Bewaar het hele bestand als UTF-8 (in Excel: 'CSV UTF-8')."
        fault = Fault(name, line, None, "De tekst is geen UTF-8.", advice)
        text = raw.decode("utf-8-sig", errors="replace")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return "", fault or Fault(name, line, None, "Er staat een NUL-teken in de tekst.", "Haal dat teken weg.")
    return text, fault

"""The ruimtes of a register: the folders that hold its tables."""

from __future__ import annotations

from beleidsspoor.graph.faults import Fault, InputFaults
from beleidsspoor.graph.register.cells import closest
from beleidsspoor.graph.register.reading import Register, is_ruimte


def folders(register: Register) -> list[str]:
    """The names of all ruimtes, also of one without rows."""
    return sorted(path.name for path in register.root.iterdir() if path.is_dir() and is_ruimte(path.name))


def folders_with_documents(register: Register) -> list[str]:
    """The ruimtes that hold documents: municipalities, not what they share. All of them when none does."""
    return sorted({row.ruimte for row in register.rows_of("documenten")}) or folders(register)


def check_ruimte(register: Register, wanted: str) -> None:
    """Raise InputFaults when the register has no folder of this name."""
    known = folders(register)
    if wanted not in known:
        near = closest(wanted, known)
        advice = f"Bedoelt u {near}? " if near else ""
        advice += f"Begin anders met: beleidsspoor nieuw {wanted}."
        raise InputFaults([Fault(wanted, None, None, "Deze map is er niet in het register.", advice)])

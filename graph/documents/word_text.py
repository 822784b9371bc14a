"""What Word's XML says in one place: the text of a paragraph as it is printed, whether it is bold, and settings."""

from __future__ import annotations

import re
from typing import Any

from beleidsspoor.graph.documents.markup import attribute, child, local_name

#: Text that is taken away (deleted, moved), codes of fields, and the old twin of a drawing.
_NO_TEXT = frozenset(
    {"del", "moveFrom", "instrText", "delText", "Fallback", "txbxContent", "pPr", "rPr", "tblPr", "sdtPr"}
)
_MARKS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}


def text_of(paragraph: Any) -> str:
    """The text of a paragraph as it is printed: insertions in, deletions, codes and text boxes out."""
    parts: list[str] = []
    for element in paragraph:
        name = local_name(element)
        if name == "t":
            parts.append(element.text or "")
        elif name in _MARKS:
            parts.append(_MARKS[name])
        elif name == "sym":
            parts.append("•")
        elif name not in _NO_TEXT and name != "tbl":
            parts.append(text_of(element))
    return "".join(parts)


def is_bold(paragraph: Any) -> bool:
    """Whether all text of a paragraph is set in bold."""
    runs = [run for run in paragraph.iter("{*}r") if text_of(run).strip()]
    return bool(runs) and all(_on(child(run, "rPr", "b")) for run in runs)


def _on(switch: Any | None) -> bool:
    return switch is not None and value_of(switch) not in ("0", "false", "off")


def value_of(setting: Any | None) -> str | None:
    """The value of a setting; None when it is not there or has none."""
    return attribute(setting, "val") if setting is not None else None


def number_in(text: str | None) -> int | None:
    """The whole number that this is; None when it is none."""
    return int(text) if text is not None and re.fullmatch(r"\d{1,6}", text) else None

"""The typesetter (typst): its own fonts, which are the same on every machine, and what they can show."""

from __future__ import annotations

import json
import re
import unicodedata
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from beleidsspoor.graph.words import REPLACEMENT

if TYPE_CHECKING:
    from typst import Fonts

#: All letters of Dutch and its neighbours are below this.
_KNOWN = "\u017f"
_TIGHT = re.compile(r"[^\s\u00ad\u200b]{40,}")
_PIECE = 20
#: The fonts that typst brings along, in the order in which they are tried.
LETTERS = ("Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern Math")


def typeset(template: str, inputs: dict[str, Any], **options: Any) -> Any:
    """What typst makes of a template of this package and data (anything JSON can hold), in the format of `options`.

    Only the fonts that come with typst are used: the same input gives the same bytes, also where no font is installed.
    """
    import typst

    return typst.compile(
        (files("beleidsspoor.graph.show.dossier") / "templates" / template).read_bytes(),
        sys_inputs={name: json.dumps(value, ensure_ascii=False) for name, value in inputs.items()},
        font_paths=_own_fonts(),
        **options,
    )


def pictures(drawings: list[str]) -> list[bytes]:
    """Each drawing (SVG) as a PNG of 200 dots an inch, 16 cm wide."""
    made = typeset("grafieken.typ", {"tekeningen": [showable(drawing) for drawing in drawings]}, format="png", ppi=200)
    return [made] if isinstance(made, bytes) else list(made or ())


def showable(text: str) -> str:
    """The text with `�` for every sign that the fonts do not have: a PDF with a missing sign is not accessible.

    >>> showable("één ☐ en 漢")
    'één ☐ en �'
    """
    composed = unicodedata.normalize("NFC", text)
    doubtful = "".join(sorted({sign for sign in composed if sign > _KNOWN}))
    return composed.translate(dict.fromkeys(map(ord, _missing(doubtful)), REPLACEMENT))


def breakable(text: str) -> str:
    """The text with places to break in words so long that they would run out of their column."""
    return _TIGHT.sub(
        lambda word: "\u200b".join(word[0][start : start + _PIECE] for start in range(0, len(word[0]), _PIECE)), text
    )


def _missing(signs: str) -> str:
    """The signs that cannot be shown: the typesetter only says that there are some, so they are found by halves."""
    import typst

    if not signs:
        return ""
    try:
        typst.compile(
            b'#set document(title: "t")\n#set text(font: json(bytes(sys.inputs.letters)))\n'
            b"#json(bytes(sys.inputs.signs)).join(parbreak())",
            sys_inputs={"signs": json.dumps(list(signs)), "letters": json.dumps(LETTERS)},
            font_paths=_own_fonts(),
            pdf_standards="ua-1",
        )
    except typst.TypstError:
        if len(signs) == 1:
            return signs
        middle = len(signs) // 2
        return _missing(signs[:middle]) + _missing(signs[middle:])
    return ""


def _own_fonts() -> Fonts:
    from typst import Fonts

    return Fonts(include_system_fonts=False)

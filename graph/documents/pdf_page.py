"""What stands on one page of a PDF: words with their place and type, ruled lines, pictures. Uses PDFium.

PDFium was chosen over pdfplumber and pypdf by measurement: see benchmarks/README.md.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from beleidsspoor.graph.documents.limits import LIMITS

#: PDFium's signs for a hyphen at a line end.
_HYPHENS = frozenset("\x02\ufffe\u00ad")
_FORCE_BOLD = 1 << 18
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
#: A ruled line is thinner than this, and longer than that (points).
_THIN, _SHORTEST = 2.5, 6.0
#: Paths with more strokes than this are drawings, not rules of a table.
_MOST_STROKES = 400
_MOST_PATHS = 20_000
#: Text that is turned more than this (radians) is not read as lines: a stamp on its side, a vertical head.
_TURNED = 0.35


@dataclass(slots=True)
class Word:
    """A word: its box in points from the left top of the page, its baseline, and its type."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool


@dataclass(slots=True)
class Rule:
    """A straight line along an axis: at `at` (y of a horizontal, x of a vertical one), from `low` to `high`."""

    at: float
    low: float
    high: float


@dataclass(slots=True)
class PageContent:
    """All that was found on one page. `unmapped` counts characters that the font gives no letter for."""

    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    turned: list[Word] = field(default_factory=list)
    horizontals: list[Rule] = field(default_factory=list)
    verticals: list[Rule] = field(default_factory=list)
    pictures: float = 0.0
    unmapped: int = 0
    characters: int = 0
    cut: bool = False


def read_page(page: Any, raw: Any) -> PageContent:
    """The content of a page of pypdfium2 (`raw` is pypdfium2.raw). No more characters are read than LIMITS allow."""
    width, height = page.get_size()
    turn = _Turn(page.get_rotation(), *_unturned(page.get_rotation(), width, height))
    content = PageContent(width, height)
    textpage = page.get_textpage()
    try:
        _read_words(textpage, raw, turn, content)
    finally:
        textpage.close()
    _read_objects(page, raw, turn, content)
    return content


def _unturned(rotation: int, width: float, height: float) -> tuple[float, float]:
    return (height, width) if rotation in (90, 270) else (width, height)


@dataclass(frozen=True, slots=True)
class _Turn:
    """From PDF space (origin left below, page not turned) to the page as seen (origin left above)."""

    rotation: int
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 90:
            return y, x
        if self.rotation == 180:
            return self.width - x, y
        if self.rotation == 270:
            return self.height - y, self.width - x
        return x, self.height - y

    @property
    def angle(self) -> float:
        return math.radians(self.rotation)


def _read_words(textpage: Any, raw: Any, turn: _Turn, content: PageContent) -> None:
    count = max(0, textpage.count_chars())
    if count > LIMITS.page_characters:
        count, content.cut = LIMITS.page_characters, True
    rectangle, handle = raw.FS_RECTF(), textpage.raw
    pointer = ctypes.byref(rectangle)
    # Looked up once: these are called for every character.
    code_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    is_unmapped = raw.FPDFText_HasUnicodeMapError
    letters: list[str] = []
    start, x0, x1, bottom, size = 0, 0.0, 0.0, 0.0, 0.0
    for index in range(count):
        letter = _letter(code_of(handle, index))
        if letter.isspace() or not letter:
            if letters:
                _add_word(textpage, raw, turn, content, "".join(letters), start, (x0, x1))
                letters = []
            continue
        content.characters += 1
        if letter == "\ufffd" or is_unmapped(handle, index) == 1:
            content.unmapped += 1
        box_of(handle, index, pointer)
        left, right, low, high = rectangle.left, rectangle.right, rectangle.bottom, rectangle.top
        if turn.rotation in (90, 270):
            (left, low), (right, high) = sorted(((low, left), (high, right)))
        if letters and (left - x1 > 0.3 * size or left < x0 - size or abs(low - bottom) > 0.6 * size):
            _add_word(textpage, raw, turn, content, "".join(letters), start, (x0, x1))
            letters = []
        if not letters:
            start, x0, bottom, size = index, left, low, max(high - low, 1.0)
        x1 = right if not letters else max(x1, right)
        letters.append(letter)
    if letters:
        _add_word(textpage, raw, turn, content, "".join(letters), start, (x0, x1))


@lru_cache(maxsize=512)
def _letter(code: int) -> str:
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd" if code else ""
    letter = chr(code)
    if letter in _HYPHENS:
        return "-"
    return " " if code < 32 else letter


def _add_word(
    textpage: Any, raw: Any, turn: _Turn, content: PageContent, text: str, index: int, span: tuple[float, float]
) -> None:
    """Add the word that begins at character `index`, with the baseline and type of that character."""
    handle = textpage.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(handle, index, ctypes.byref(x), ctypes.byref(y))
    matrix = raw.FS_MATRIX()
    scale, angle = 1.0, 0.0
    if raw.FPDFText_GetMatrix(handle, index, ctypes.byref(matrix)):
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        angle = math.atan2(matrix.b, matrix.a)
    size = raw.FPDFText_GetFontSize(handle, index) * scale
    if not 0.5 < size < 1000:
        size = 10.0
    across, base = turn.point(x.value, y.value)
    if turn.rotation in (90, 270):
        low, high = sorted((turn.point(0, span[0])[0], turn.point(0, span[1])[0]))
    else:
        low, high = sorted((turn.point(span[0], 0)[0], turn.point(span[1], 0)[0]))
    word = Word(text, low, max(high, low + 0.1), base, size, _is_bold(handle, raw, index))
    lean = (angle - turn.angle + math.pi) % (2 * math.pi) - math.pi
    if abs(lean) > _TURNED and len(text) > 1:
        content.turned.append(Word(text, across, across + 0.1, base, size, False))
    else:
        content.words.append(word)


def _is_bold(handle: Any, raw: Any, index: int) -> bool:
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(96)
    raw.FPDFText_GetFontInfo(handle, index, name, 96, ctypes.byref(flags))
    if flags.value & _FORCE_BOLD:
        return True
    font = name.value.decode("utf-8", "replace").lower()
    return any(bold in font for bold in _BOLD_NAMES) or raw.FPDFText_GetFontWeight(handle, index) >= 600


def _read_objects(page: Any, raw: Any, turn: _Turn, content: PageContent) -> None:
    """Add the ruled lines, and how much of the page pictures cover."""
    area = max(content.width * content.height, 1.0)
    for number, item in enumerate(
        page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE), max_depth=2)
    ):
        if number > _MOST_PATHS:
            break
        box = _box(item, raw, turn)
        if box is None:
            continue
        x0, y0, x1, y1 = box
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            content.pictures += max(0.0, x1 - x0) * max(0.0, y1 - y0) / area
        elif (x1 - x0) * (y1 - y0) < 0.9 * area:
            for rule, upright in _rules(item, raw, turn, box):
                (content.verticals if upright else content.horizontals).append(rule)


def _box(item: Any, raw: Any, turn: _Turn) -> tuple[float, float, float, float] | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(item.raw, *(ctypes.byref(side) for side in sides)):
        return None
    left, bottom, right, top = (side.value for side in sides)
    xa, ya = turn.point(left, top)
    xb, yb = turn.point(right, bottom)
    return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def _rules(item: Any, raw: Any, turn: _Turn, box: tuple[float, float, float, float]) -> Iterator[tuple[Rule, bool]]:
    """The lines that this path draws: one for a thin bar, the four sides of a box, each stroke of a longer path."""
    x0, y0, x1, y1 = box
    if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
        yield from _bar(x0, y0, x1, y1)
        return
    strokes = raw.FPDFPath_CountSegments(item.raw)
    if strokes <= 5:
        for bar in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            yield from _bar(*bar)
        return
    if strokes > _MOST_STROKES:
        return
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item.raw, ctypes.byref(matrix)):
        return
    last: tuple[float, float] | None = None
    for index in range(strokes):
        segment = raw.FPDFPath_GetPathSegment(item.raw, index)
        px, py = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(px), ctypes.byref(py))
        here = turn.point(
            matrix.a * px.value + matrix.c * py.value + matrix.e, matrix.b * px.value + matrix.d * py.value + matrix.f
        )
        if last is not None and raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            yield from _bar(min(last[0], here[0]), min(last[1], here[1]), max(last[0], here[0]), max(last[1], here[1]))
        last = here


def _bar(x0: float, y0: float, x1: float, y1: float) -> Iterator[tuple[Rule, bool]]:
    if not all(math.isfinite(value) for value in (x0, y0, x1, y1)):
        return
    if y1 - y0 <= _THIN and x1 - x0 >= _SHORTEST:
        yield Rule((y0 + y1) / 2, x0, x1), False
    elif x1 - x0 <= _THIN and y1 - y0 >= _SHORTEST:
        yield Rule((x0 + x1) / 2, y0, y1), True

"""Whether XML declares a document type, and with it entities, as a parser sees it."""

from __future__ import annotations

from typing import NoReturn
from xml.parsers import expat

_CHUNK = 65_536
_EMPTY = expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]


class _Seen(Exception):
    """Raised in the midst of parsing, to end it: what came first, a document type or an element."""

    def __init__(self, *, doctype: bool) -> None:
        super().__init__()
        self.doctype = doctype


def declares_doctype(content: bytes) -> bool:
    """Whether a document type stands before the first element, the only place where XML can have one.

    Comments of any length may stand before it, in any encoding, so it takes a parser to tell; nothing behind it is
    parsed. Content without any element has none. Raises expat.ExpatError when it is no XML up to its first element.

    >>> declares_doctype(b"<!-- x --><!DOCTYPE a><a/>"), declares_doctype(b"<a><![CDATA[<!DOCTYPE a>]]></a>")
    (True, False)
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _doctype
    parser.StartElementHandler = _element
    try:
        for begin in range(0, len(content), _CHUNK):
            parser.Parse(content[begin : begin + _CHUNK], False)
        parser.Parse(b"", True)
    except _Seen as seen:
        return seen.doctype
    except expat.ExpatError as error:
        if error.code != _EMPTY:
            raise
    return False


def _doctype(name: str, system: str | None, public: str | None, subset: bool) -> NoReturn:
    raise _Seen(doctype=True)


def _element(name: str, attributes: dict[str, str]) -> NoReturn:
    raise _Seen(doctype=False)

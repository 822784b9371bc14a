"""Reading XML from a document: no entities, no network, no deeper than LIMITS allow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from beleidsspoor.graph.documents.limits import LIMITS, refuse

_ADVICE = "Open het document in Word of LibreOffice en bewaar het opnieuw."


def parse_xml(path: Path, content: bytes) -> Any:
    """The root element of this XML. Raises InputFaults when it is broken, has a document type, or is nested too
    deep.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        refuse(path, f"Dit bestand is beschadigd: {str(error)[:120]}.", _ADVICE)
    if root is None:
        refuse(path, "Dit bestand is beschadigd: het is leeg.", _ADVICE)
    if root.getroottree().docinfo.doctype:
        refuse(
            path,
            "Dit bestand bevat een documenttype in de XML; dat kan een aanval zijn en wordt niet gelezen.",
            _ADVICE,
        )
    return root


def check_depth(path: Path, root: Any) -> None:
    """Raise InputFaults when elements are nested deeper than LIMITS allow: what follows walks them one in the other."""
    level = [root]
    for _ in range(LIMITS.nesting):
        level = [child for element in level for child in element]
        if not level:
            return
    refuse(path, f"Dit document is dieper genest dan {LIMITS.nesting} niveaus; dat wordt niet gelezen.", _ADVICE)


def local_name(element: Any) -> str:
    """The name of the element without its namespace; '' for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """The attribute with this local name, whatever its namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def children(element: Any, *names: str) -> Iterator[Any]:
    """The children with one of these local names."""
    for child in element:
        if local_name(child) in names:
            yield child


def child(element: Any, *path: str) -> Any | None:
    """The first descendant along this path of local names, or None."""
    for name in path:
        found = next(children(element, name), None) if element is not None else None
        if found is None:
            return None
        element = found
    return element

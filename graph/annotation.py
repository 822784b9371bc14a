"""A remark as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/): target, body and motivation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from beleidsspoor.graph.register.remark_kinds import remark_kinds
from beleidsspoor.graph.terms import PREFIXES, literal

if TYPE_CHECKING:
    from beleidsspoor.graph.names import Names
    from beleidsspoor.graph.register.reading import Row

_OA = PREFIXES["oa"]
#: What the annotation vocabulary uses for the language and the format of a body.
_DC = "http://purl.org/dc/elements/1.1/"


def annotation_of(row: Row, names: Names) -> Iterator[tuple[str, str, str]]:
    """The triples, as N-Triples terms, by which a row of `reacties` is an annotation for every reader of the standard.

    The body has an IRI of its own; a remark without words has none. The motivation is the standard one above its kind.
    """
    remark = names.thing(row)
    rdf_type = f"<{PREFIXES['rdf']}type>"
    yield remark, rdf_type, f"<{_OA}Annotation>"
    if element := row.one("element"):
        yield remark, f"<{_OA}hasTarget>", names.referred(element, row.ruimte)
    if kind := row.one("soort"):
        yield remark, f"<{_OA}motivatedBy>", f"<{remark_kinds()[kind].motivation}>"
    if text := row.one("tekst"):
        body = f"{remark[:-1]}/tekst>"
        yield remark, f"<{_OA}hasBody>", body
        yield body, rdf_type, f"<{_OA}TextualBody>"
        yield body, f"<{PREFIXES['rdf']}value>", literal(text)
        yield body, f"<{_DC}language>", literal("nl")
        yield body, f"<{_DC}format>", literal("text/plain")

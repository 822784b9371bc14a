"""IRIs, prefixes and N-Triples terms: how the project writes names and values in RDF."""

from __future__ import annotations

import re
from urllib.parse import quote

import pyoxigraph as ox

#: Anything that can be the object of a quad.
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

#: Where the terms of the project live.
BS = "https://w3id.org/beleidsspoor/def#"
#: The members of the lists in begrippen.ttl.
LIJST = "https://w3id.org/beleidsspoor/lijst#"
#: Where the things of a register live, unless the user sets another base.
ID_BASE = "https://w3id.org/beleidsspoor/id/"
#: The graph that holds the ontology and the lists.
DEF_GRAPH = "https://w3id.org/beleidsspoor/def"

PREFIXES = {
    "bs": BS,
    "lijst": LIJST,
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sdmx-att": "http://purl.org/linked-data/sdmx/2009/attribute#",
    "sdmx-dim": "http://purl.org/linked-data/sdmx/2009/dimension#",
    "sdmx-mea": "http://purl.org/linked-data/sdmx/2009/measure#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
    "unit": "http://qudt.org/vocab/unit/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TO_ESCAPE = re.compile(r'[\\"\n\r\t]')
_PLAIN = re.compile(r"[A-Za-z0-9._~-]*")
_ABSOLUTE = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*://[^/]")


def thing_iri(base: str, ruimte: str, local: str) -> str:
    """The IRI of the thing with id `local` in `ruimte`.

    >>> thing_iri(ID_BASE, "twenterand", "mag25-actie-01")
    'https://w3id.org/beleidsspoor/id/twenterand/mag25-actie-01'
    """
    return f"{base}{_quoted(ruimte)}/{_quoted(local)}"


def _quoted(text: str) -> str:
    # Nearly every id is plain, and seeing so is ten times as fast as quoting.
    return text if _PLAIN.fullmatch(text) else quote(text, safe="")


def graph_iri(iri: str) -> str:
    """The IRI of the named graph that goes with a document or a ruimte.

    >>> graph_iri("https://w3id.org/beleidsspoor/id/twenterand/mag-2025")
    'https://w3id.org/beleidsspoor/id/twenterand/mag-2025/graaf'
    """
    return iri.rstrip("/") + "/graaf"


def is_iri(text: str) -> bool:
    """True when `text` is an absolute IRI (RFC 3987) that may stand in N-Triples.

    >>> is_iri("https://wetten.overheid.nl/BWBR0035362"), is_iri("https://wetten.overheid.nl/%zz")
    (True, False)
    """
    if not _ABSOLUTE.match(text):
        return False
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


def literal(text: str, suffix: str = "") -> str:
    """`text` as an N-Triples literal; `suffix` is a language tag or datatype, such as `@nl`.

    >>> print(literal('zegt "ja"', "@nl"))
    "zegt \\"ja\\""@nl
    """
    if _TO_ESCAPE.search(text):
        text = _TO_ESCAPE.sub(lambda match: _ESCAPES[match.group()], text)
    return f'"{text}"{suffix}'


def text_of(term: Term) -> str:
    """The text of an IRI, literal or blank node. Raises TypeError for a quoted triple, which the project never writes.

    >>> text_of(ox.NamedNode("https://schema.org/Action"))
    'https://schema.org/Action'
    """
    if isinstance(term, ox.Triple):
        raise TypeError("a quoted triple has no text")
    return term.value

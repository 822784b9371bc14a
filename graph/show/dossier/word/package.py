"""The Word file around its text: what it says of itself, and the same bytes for the same text."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from beleidsspoor.graph.show.dossier.word.styles import LANGUAGE
from beleidsspoor.graph.show.dossier.word.xml import element

if TYPE_CHECKING:
    from docx.document import Document

_MADE_BY = "Beleidsspoor"
#: Word opens a file that does not say for which Word it is made in a limited mode; 15 is every Word since 2013.
_WORD_VERSION = 15
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def describe(document: Document, title: str, subject: str) -> None:
    """Write title, language and maker in the file; the dates and the picture of the empty template leave it."""
    from docx.oxml.ns import qn

    properties = document.core_properties
    properties.title, properties.subject, properties.author = title[:255], subject[:255], _MADE_BY
    properties.language, properties.comments, properties.last_modified_by = LANGUAGE, "", _MADE_BY
    for date in ("dcterms:created", "dcterms:modified"):
        for found in properties._element.findall(qn(date)):
            properties._element.remove(found)
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        relations.pop(key)
    settings = document.settings.element
    for name in ("w:compat", "w:themeFontLang"):
        for old in settings.findall(qn(name)):
            settings.remove(old)
    newest = element(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=_WORD_VERSION
    )
    after = settings.find(qn("w:rsids"))
    place = settings.index(after) if after is not None else len(settings)
    settings.insert(place, element("compat", newest))


def saved(document: Document) -> bytes:
    """The document as bytes, without the time of writing in them."""
    first, made = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return made.getvalue()

"""Elements of WordprocessingML, written short."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement


def element(tag: str, /, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """An element with its children and its `w:` attributes.

    `element("jc", val="left")` is `<w:jc w:val="left"/>`.
    """
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    for child in children:
        made.append(child)
    return made


def text_element(name: str, text: str) -> BaseOxmlElement:
    """An element with text in it, whose spaces count."""
    made = element(name)
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def text_run(text: str) -> BaseOxmlElement:
    """A run with plain text on one line."""
    return element("r", text_element("t", text))

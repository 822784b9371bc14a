"""Which parts of a web page are its content, and which lead round the site."""

from __future__ import annotations

import re
from typing import Any

from beleidsspoor.graph.documents.drafting import squeeze
from beleidsspoor.graph.documents.markup import local_name
from beleidsspoor.graph.documents.model import LeftOut

INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike "
        "strong sub sup time tt u var wbr",
    )
)
#: Nothing in these is text for a reader.
NO_TEXT = frozenset(
    re.findall(
        r"\w+",
        "script style noscript template svg math canvas audio video object embed iframe input select textarea "
        "button datalist head map area param source track",
    )
)
_MENU_TAGS = frozenset({"nav", "footer", "aside", "dialog", "form", "search"})
_MENU_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "dialog", "complementary"}
)
_MENU_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|navigatie|menu|breadcrumbs?|kruimelpad|cookies?|skiplinks?|sidebar|footer|pager|paginatie|"
    r"social|share|delen)(?:$|[\s_-])",
    re.IGNORECASE,
)
#: What is called a menu, but holds this much text outside links, is content.
_TEXT_OUTSIDE_LINKS = 200


def main_part(root: Any) -> tuple[Any, list[LeftOut]]:
    """The element that holds the content, and what stands outside it. Without a marked main part that is the body."""
    body = root.find("body")
    body = root if body is None else body
    found = [element for element in body.iter() if local_name(element) == "main" or element.get("role") == "main"]
    if not found:
        articles = [
            element
            for element in body.iter("article")
            if not any(local_name(above) == "article" for above in element.iterancestors())
        ]
        found = articles if len(articles) == 1 else []
    if not found or not squeeze(found[0].text_content()):
        return body, []
    main = found[0]
    outside: list[LeftOut] = []
    element = main
    while element is not body and element.getparent() is not None:
        for sibling in element.getparent():
            if sibling is not element and local_name(sibling) not in NO_TEXT:
                text = squeeze(_visible(sibling))
                if text:
                    outside.append(LeftOut("buiten de hoofdtekst", text[:200], 1))
        element = element.getparent()
    return main, outside


def _visible(element: Any) -> str:
    if not local_name(element) or local_name(element) in NO_TEXT:
        return ""
    return (element.text or "") + "".join(_visible(part) + (part.tail or "") for part in element)


def is_menu(element: Any) -> bool:
    """Whether this block leads round the site: by its tag or role, or by its name when it is hardly more than links."""
    name = local_name(element)
    role = element.get("role") or ""
    if name in _MENU_TAGS or role in _MENU_ROLES:
        return _outside_links(element) < _TEXT_OUTSIDE_LINKS or name == "nav"
    if name == "header":
        return _outside_links(element) < _TEXT_OUTSIDE_LINKS and not any(True for _ in element.iter("h1", "h2", "h3"))
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if _MENU_NAMES.search(names):
        return _outside_links(element) < _TEXT_OUTSIDE_LINKS / 4
    return name in ("ul", "ol") and _is_list_of_anchors(element)


def _is_list_of_anchors(element: Any) -> bool:
    """Whether this list holds nothing but links to places on the page itself: three or more."""
    links = list(element.iter("a"))
    anchors = sum(1 for link in links if (link.get("href") or "").startswith("#"))
    return anchors >= 3 and anchors == len(links) and not _outside_links(element)


def _outside_links(element: Any) -> int:
    """How many characters stand outside links."""
    text = len("".join(element.text_content().split()))
    return text - sum(len("".join(link.text_content().split())) for link in element.iter("a"))

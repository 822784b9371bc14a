"""The dossier as PDF: tagged for screen readers (PDF/UA-1), with printed lines to write on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from beleidsspoor.graph.dossier.model import AnswerPlace, Bullets, Chart, DataTable, Dossier, Paragraph
from beleidsspoor.graph.reacties.answer_form import HEADS
from beleidsspoor.graph.show.dossier.charts import draw, titled
from beleidsspoor.graph.show.dossier.columns import shares
from beleidsspoor.graph.show.dossier.numbering import Heading, Numbered, contents_of, with_numbers
from beleidsspoor.graph.show.dossier.typesetting import LETTERS, breakable, showable, typeset


def to_pdf(dossier: Dossier, kinds: tuple[str, ...]) -> bytes:
    """The dossier as the bytes of a PDF; the same dossier gives the same bytes. `kinds`: those of a reaction."""
    main, annex = with_numbers(dossier.blocks), with_numbers(dossier.annex, letters=True)
    contents = contents_of(block for block in (*main, *annex) if isinstance(block, Heading))
    data = {
        "titel": dossier.title,
        "ondertitel": dossier.subtitle,
        "feiten": dossier.facts,
        "blokken": _blocks(main),
        "bijlage": _blocks(annex),
        "diepte": contents.levels,
        "apart": contents.apart,
        "soorten": kinds,
        "koppen": HEADS,
    }
    shown = {**_shown(data), "letters": LETTERS}
    return cast(bytes, typeset("dossier.typ", {"dossier": shown}, format="pdf", pdf_standards="ua-1"))


def _blocks(blocks: Sequence[Numbered]) -> list[dict[str, Any]]:
    """The blocks as data; charts that follow each other stand together."""
    made: list[dict[str, Any]] = []
    for block in blocks:
        if isinstance(block, Chart):
            if not made or made[-1]["vorm"] != "grafieken":
                made.append({"vorm": "grafieken", "delen": []})
            made[-1]["delen"].append(_chart(block))
        else:
            if isinstance(block, AnswerPlace | Bullets) and made and made[-1]["vorm"] == "alinea":
                # What leads up to a list or a place to answer stays on its page.
                made[-1]["blijft"] = True
            made.append(_block(block))
    return made


def _chart(chart: Chart) -> dict[str, Any]:
    return {"titel": titled(chart), "uitleg": chart.alt, "svg": draw(chart), "plaats": chart.place}


def _block(block: Heading | Paragraph | Bullets | DataTable | AnswerPlace) -> dict[str, Any]:
    match block:
        case Heading():
            return {"vorm": "kop", "niveau": block.level, "tekst": block.text}
        case Paragraph():
            return _paragraph(block)
        case Bullets():
            parts = [_paragraph(item) for item in block.items]
            return {"vorm": "lijst", "genummerd": block.numbered, "delen": parts}
        case DataTable():
            told = {"titel": block.caption, "koppen": block.heads, "rijen": block.rows}
            return {"vorm": "tabel", **told, "breedtes": shares(block)}
        case AnswerPlace():
            return {"vorm": "reactie", "element": block.element, "naam": block.name, "versie": block.version}


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {"vorm": "alinea", "tekst": paragraph.text, "plaats": paragraph.place}


def _shown(value: Any) -> Any:
    """The same data, with texts that the fonts can show and the page can hold; a drawing keeps its own breaks."""
    import json

    return _broken(json.loads(showable(json.dumps(value, ensure_ascii=False))))


def _broken(value: Any, key: str = "") -> Any:
    if isinstance(value, str):
        return value if key == "svg" else breakable(value)
    if isinstance(value, dict):
        return {name: _broken(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_broken(part) for part in value]
    return value

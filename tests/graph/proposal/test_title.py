"""The title of a document, as a proposal finds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from beleidsspoor.graph.documents.reading import read_document
from beleidsspoor.graph.proposal.documents import find_title
from beleidsspoor.graph.proposal.reading import read_as
from beleidsspoor.graph.recognise.model import Recognition


def title_of(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return find_title(read_as(path, read_document(path), Recognition((), (), ())))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Uitvoeringsprogramma Sociaal 2024\ngemeente Dorp\n\nInhoud\n\n1 Inleiding .... 2\n",
            "Uitvoeringsprogramma Sociaal 2024",
        ),
        ("# Inhoudsopgave\n\n# Voorwoord\n\n# 1. Inleiding\n\n# Samen verder in Dorp\n", "Samen verder in Dorp"),
        ("# Inleiding: Sociale agenda 2026\n\nWij werken samen.\n", "Sociale agenda 2026"),
        ("# Hoofdstuk 1: Leeswijzer\n\n## Missie\n\nKadernota Dorp 2027\n\nWij werken samen.\n", "Kadernota Dorp 2027"),
        (
            "Wij werken aan een dorp waarin iedereen mee kan doen, ook wie dat alleen niet redt, en dat doen we samen met\n"
            "de inwoners en met alle verenigingen.\n\n# Meedoen in Dorp\n",
            "Meedoen in Dorp",
        ),
        ("# Inhoud\n", "Inhoud"),
    ],
)
def test_what_documents_open_with_is_no_title(tmp_path: Path, text: str, title: str) -> None:
    expected = "plan.md" if title == "Inhoud" else title
    assert title_of(tmp_path / "plan.md", text) == expected


def test_the_name_of_a_file_in_the_properties_is_no_title(tmp_path: Path) -> None:
    page = (
        "<html><head><title>concept v3 def.docx</title></head><body><h1>Visie op wonen</h1><p>Tekst.</p></body></html>"
    )
    assert title_of(tmp_path / "visie.html", page) == "Visie op wonen"

"""What a reader must know before the first thema: what this is, how to answer, and what the states mean."""

from __future__ import annotations

from beleidsspoor.graph.dossier.material import Material
from beleidsspoor.graph.dossier.model import Block, Bullets, Paragraph, Section
from beleidsspoor.graph.store import Element

_STATES = (
    "Gedekt: het is er. Bij een doel staat bijvoorbeeld een actie.",
    "Gat: het hoort er te zijn, maar het staat nergens.",
    "Bewust open: het is er niet, en iemand heeft uitgelegd waarom.",
    "Niet onderzocht: er is geen document waarin dit kan staan.",
)
_WORDS = (
    "Een opgave is een grote taak waar de gemeente voor staat.",
    "Een actie is iets wat iemand gaat doen. De trekker is wie ervoor zorgt dat het gebeurt.",
    "Doelen zijn hier alles samen wat de gemeente wil bereiken: het thema zelf, de opgaven en de subdoelen.",
    "Een indicator is een cijfer dat laat zien of het lukt.",
)
_TREE = "Een doelenboom is een deel van de begroting: doelen, met de cijfers en het geld die erbij horen."


def introduction_blocks(material: Material, themas: tuple[Element, ...]) -> list[Block]:
    """The first chapter; the word for a part of the budget is told when such a part has a chapter."""
    words = (*_WORDS, _TREE) if any(one.soort == "Doelenboom" for one in themas) else _WORDS
    return [
        Section(1, "Zo leest u dit dossier", "leeswijzer"),
        Paragraph(
            f"Dit dossier is voor de leden van de Adviesraad. U leest per thema wat {material.gemeente} wil, wat er "
            "gebeurt en wie dat doet. U ziet ook hoe de gemeente meet of het lukt, en wat er nog openstaat. Bij alles "
            "staat waar u het kunt nalezen. In het laatste hoofdstuk staan vragen aan u."
        ),
        Section(2, "Zo geeft u antwoord", "antwoorden"),
        Paragraph(
            "U kunt antwoorden bij elke opgave, bij elk thema en bij elke vraag aan de raad. U hoeft niet alles in te "
            "vullen. Kies wat u belangrijk vindt. Het kenmerk, de versie en de vraag laat u staan: zo weten wij waar "
            "uw reactie over gaat. In het volgende dossier leest u wat er met uw reactie is gedaan."
        ),
        Section(2, "Deze woorden gebruiken wij", "woorden"),
        Bullets(tuple(Paragraph(text) for text in words)),
        Paragraph("Wat er openstaat, zeggen wij in vier woorden:"),
        Bullets(tuple(Paragraph(text) for text in _STATES)),
    ]

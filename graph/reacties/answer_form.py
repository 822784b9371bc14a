"""How a place to answer looks in every form, so that what is written in Word, Excel or the page can be read back."""

from __future__ import annotations

#: What the .json that the page saves says of itself.
JSON_FORM = "beleidsspoor-reacties/1"

#: The heads of an answer place: the rows of the table in Word, the columns of the sheet in Excel. The question stands
#: only at a place that has one. The keys are those of the .json.
HEADS = {
    "element": "Kenmerk",
    "versie": "Versie",
    "raadsvraag": "Vraag aan de raad",
    "soort": "Soort reactie",
    "tekst": "Uw reactie",
    "wie": "Naam of rol",
}

#: What stands at 'Soort reactie' as long as nothing is chosen.
CHOOSE = "Kies een soort"

#: The head of the place at the start of the Word file; the name or role beside it counts for every answer without one.
WHO = "Wie bent u?"

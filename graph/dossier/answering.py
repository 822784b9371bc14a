"""How a place to answer looks in every form, so that what is written in Word, Excel or the page can be read back."""

from __future__ import annotations

#: What the .json that the page saves says of itself.
JSON_FORM = "beleidsspoor-reacties/1"

#: The heads of an answer place: the rows of the table in Word, the columns of the sheet in Excel. The keys are those of the .json.
HEADS = {
    "element": "Kenmerk",
    "versie": "Versie",
    "soort": "Soort reactie",
    "tekst": "Uw reactie",
    "wie": "Naam of rol",
}

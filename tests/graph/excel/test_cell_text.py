"""A cell as the text that stands in the register, however it was typed."""

from __future__ import annotations

import datetime

import pytest

from beleidsspoor.graph.excel.cell_text import text_of
from beleidsspoor.graph.register.schema import Column, Kind


def column(kind: Kind, *, many: bool = False, choices: tuple[str, ...] = ()) -> Column:
    return Column("naam", "", 1, kind, False, many, "", "", dict.fromkeys(choices, ""), None)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (Kind.DECIMAL, "1.234,5", "1234.5"),
        (Kind.DECIMAL, "1.234.567", "1234567"),
        (Kind.DECIMAL, "0.125", "0.125"),
        (Kind.DECIMAL, "1.234", "1.234"),
        (Kind.DECIMAL, "–12,5", "-12.5"),
        (Kind.DECIMAL, 0.1 + 0.2, "0.3"),
        (Kind.INTEGER, "1.234", "1234"),
        (Kind.INTEGER, 12.0, "12"),
        (Kind.BOOLEAN, "ONWAAR", "nee"),
        (Kind.BOOLEAN, True, "ja"),
        (Kind.DATE, "31/12/2025", "2025-12-31"),
        (Kind.DATE, "31-2-2025", "31-2-2025"),
        (Kind.DATE, datetime.datetime(2025, 12, 31, 12), "2025-12-31"),
        (Kind.DUTCH, "\u00a0vijf\u202fjaar_x000D_\n", "vijf jaar"),
        (Kind.TEXT, 12, "12"),
    ],
)
def test_what_was_typed_is_read_in_the_notation_of_the_register(kind: Kind, value: object, text: str) -> None:
    assert text_of(value, "", column(kind)) == (text, None)


def test_a_word_of_a_list_may_be_typed_otherwise() -> None:
    listed = column(Kind.CHOICE, choices=("Thema's", "doel"), many=True)

    assert text_of("THEMA’S; Doel;iets", "s", listed) == ("Thema's;doel;iets", None)


@pytest.mark.parametrize(
    ("kind", "value", "data_type", "message"),
    [
        (Kind.DUTCH, "=A1", "f", "Hier staat een formule."),
        (Kind.DUTCH, "#N/A", "e", "Hier staat een fout van Excel (#N/A)."),
        (Kind.TEXT, False, "b", "Excel maakte hier ONWAAR van."),
        (Kind.TEXT, datetime.date(2025, 1, 2), "d", "Excel maakte hier een datum van (2025-01-02)."),
        (Kind.TEXT, datetime.time(1, 2), "d", "Excel maakte hier een tijd van."),
        (Kind.DUTCH, 1.5, "n", "Excel maakte hier het getal 1,5 van, en dan valt een nul aan het eind weg."),
    ],
)
def test_what_a_program_made_of_it_is_told(kind: Kind, value: object, data_type: str, message: str) -> None:
    text, wrong = text_of(value, data_type, column(kind))

    assert text == ""
    assert wrong is not None
    assert wrong[0] == message
    assert wrong[1]

"""JSON is one stable object."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from sample_reports import sample_report, sample_row, texts

from beleidsspoor.graph.show.as_json import to_json


def test_a_dekking_has_these_keys_in_this_order() -> None:
    content = to_json(sample_report(sample_row()))
    assert content.endswith(b"}\n")
    found = json.loads(content)
    assert list(found) == ["vraag", "titel", "filter", "register", "tellingen", "rijen"]
    assert found["tellingen"] == {"gedekt": 0, "gat": 1, "bewust_open": 0, "niet_onderzocht": 0}
    assert list(found["rijen"][0])[:9] == [
        "element", "id", "soort", "nummer", "naam", "gemeente", "toestand", "aantal", "soort_werk",
    ]  # fmt: skip
    assert found["rijen"][0]["aantal"] == 3
    assert found["rijen"][0]["toestand"] == "gat"
    assert found["rijen"][0]["vindplaats"] == ["Agenda 2025, regel 10"]


def test_the_filter_tells_the_sources_with_their_date_as_programs_read_it() -> None:
    found = json.loads(to_json(sample_report()))
    assert found["register"] == "abc123"
    assert found["filter"]["bronnen"] == [
        {"id": "agenda", "titel": "Agenda van Dorp 2025", "gemeente": "Dorp", "datum": "2025-02-01"}
    ]


def test_what_is_no_dekking_leaves_out_state_and_counts() -> None:
    report = sample_report(sample_row())
    table = replace(
        report.tables[0],
        columns=tuple(column for column in report.tables[0].columns if column.key != "toestand"),
        rows=tuple(row[:3] + row[4:] for row in report.tables[0].rows),
        tellingen=None,
    )
    found = json.loads(to_json(replace(report, tables=(table,))))
    assert list(found) == ["vraag", "titel", "filter", "register", "rijen"]
    assert "toestand" not in found["rijen"][0]
    assert found["rijen"][0]["soort"] is None


@given(texts, texts)
def test_every_label_comes_back_as_it_was(naam: str, werk: str) -> None:
    (row,) = json.loads(to_json(sample_report(sample_row(naam=naam, werk=werk))))["rijen"]
    assert (row["naam"], row["soort_werk"]) == (naam, werk or None)


def test_signs_are_written_as_they_are() -> None:
    assert "Café".encode() in to_json(sample_report(sample_row("Café")))

"""Rows of figures on one line: holes between them, and headings that run on over the next line."""

from __future__ import annotations

from collections.abc import Callable

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]


def cells(finding: Finding) -> list[tuple[str, str]]:
    return [(cell.period, cell.raw) for cell in finding.cells]


def test_white_space_shows_which_cells_are_empty(find: Find) -> None:
    found = find(
        "Bedragen x € 1.000\n  2026 2027 2028\nNieuw loket -10 -20 -30\nRuimere regeling   -90 -90\n"
        "Proef met dagbesteding -45    \nBijdrage van het Rijk PM PM PM\nTotaal -55 -110 -120\n"
    )
    assert [finding.label for finding in found] == [
        "Nieuw loket", "Ruimere regeling", "Proef met dagbesteding", "Bijdrage van het Rijk", "Totaal",
    ]  # fmt: skip
    assert cells(found[1]) == [("2027", "-90"), ("2028", "-90")]
    assert cells(found[2]) == [("2026", "-45")]


def test_the_year_of_the_last_heading_stands_on_the_next_line(find: Find) -> None:
    found = find(
        "Indicator Bron 2019 2022 Streven\n2028\n\nInwoners die sporten (%) CBS 51 52 60\n\n"
        "Meldingen eigen registratie 143 171 250\n\nInwoners met een baan Werkplein Zuid 64 71 95\n"
    )
    assert [(finding.label, finding.source) for finding in found] == [
        ("Inwoners die sporten (%)", "CBS"), ("Meldingen", "eigen registratie"), ("Inwoners met een baan", "Werkplein Zuid"),
    ]  # fmt: skip
    assert [(cell.period, cell.kind) for cell in found[0].cells][-1] == ("2028", "streefwaarde")


def test_a_wider_gap_between_cells_on_lines_of_their_own_is_an_empty_cell(find: Find) -> None:
    head = "Indicator\n\nBron\n\n2019\n\n2022\n\nStreven 2028\n\n"
    found = find(f"{head}Sporters (%)\n\nCBS\n\n51\n\n52\n\n60\n\nJongeren met klachten (%)\n\nGGD\n\n\n36\n\n30\n")
    assert cells(found[1]) == [("2022", "36"), ("2028", "30")]


def test_the_column_behind_the_years_is_a_figure_and_the_begroting_of_a_year_has_two(find: Find) -> None:
    found = find(
        "Wat heeft het gekost?\nbedragen x € 1.000\n"
        "Omschrijving Realisatie 2023 Begroting 2024 primitief Begroting 2024 na wijziging Realisatie 2024 Verschil\n"
        "Lasten\n6.1 Samenkracht 6.204 6.118 6.870 6.655 215\n6.3 Inkomen 14.871 14.020 15.112 15.340 -228\n"
        "Totaal lasten 21.075 20.138 21.982 21.995 -13\n"
    )
    assert [finding.label for finding in found] == ["6.1 Samenkracht", "6.3 Inkomen", "Totaal lasten"]
    assert [(cell.period, cell.kind, cell.raw) for cell in found[0].cells] == [
        ("2023", "realisatie", "6.204"), ("2024", "begroot", "6.118"), ("2024", "begroot", "6.870"),
        ("2024", "realisatie", "6.655"),
    ]  # fmt: skip


def test_the_taakveld_before_a_name_is_no_part_of_it(find: Find) -> None:
    found = find(
        "Verplichte indicatoren\n\nTaakveld Indicator Eenheid Bron 2023 2024\n"
        "6. Sociaal domein Jongeren met jeugdhulp % CBS 12,8 12,7\n7. Volksgezondheid en milieu Niet-sporters % GGD 44,2 -\n"
    )
    assert [finding.label for finding in found] == ["Jongeren met jeugdhulp", "Niet-sporters"]


def test_the_number_of_a_taakveld_stands_before_or_behind_the_name(find: Find) -> None:
    found = find(
        "Bedragen in euro\nOmschrijving - mutaties lasten Taakveld 2025 2026 Voor- of nadeel\n"
        "1 Opvang van ontheemden 6.1 -870.000 PM Nadeel\n2 Tarieven jeugd div. -21.000 -21.000 Nadeel\n"
        "Omschrijving - mutaties baten Taakveld 2025 2026 Voor- of nadeel\n1 Bijdrage van het Rijk 6.1 870.000 PM Voordeel\n"
        "Totaal baten 870.000 0 Voordeel\n\n"
        "Wat mag het kosten?\n\nExploitatie Realisatie 2023 Begroting 2024\nLasten\n7.2-Jeugdhulp 940.517 911.600\n7.3-Werk 226.880 874.300\n"
    )
    assert [finding.label for finding in found] == [
        "1 Opvang van ontheemden", "2 Tarieven jeugd", "1 Bijdrage van het Rijk", "Totaal baten", "7.2 Jeugdhulp", "7.3 Werk",
    ]  # fmt: skip

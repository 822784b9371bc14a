"""Themes, goals and actions in agreements that announce none of them."""

from __future__ import annotations

from collections.abc import Callable

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]


def tree(found: list[Finding]) -> list[tuple[str, str | None, str | None]]:
    return [(finding.kind, finding.number or finding.label, finding.parent) for finding in found]


def test_numbered_headings_over_points_are_themes_whatever_they_are_about(find: Find) -> None:
    found = find(
        "Coalitieakkoord 2026-2030\n\n1. DE KERN VAN DE ZAAK\n\nInwoners weten wat nodig is.\n\n- Wij stellen een regisseur aan\n\n"
        "2. ZORG\n\nDe vraag stijgt.\n\n- Er komt een loket\n\n3a BEREIKBAARHEID\n\nDe bus rijdt niet meer.\n\n- Wij kopen een busje\n"
    )
    assert tree(found) == [
        ("thema", "1", None), ("actie", "Wij stellen een regisseur aan", "1"),
        ("thema", "2", None), ("actie", "Er komt een loket", "2"),
        ("thema", "3a", None), ("actie", "Wij kopen een busje", "3a"),
    ]  # fmt: skip


def test_a_name_with_an_initial_is_no_point(find: Find) -> None:
    assert not find("Coalitieakkoord 2026-2030\n\nOnze mensen\n\nJ. Kramer (Dorpsbelang), T. Visser (CDA).\n")


def test_points_in_front_of_the_question_what_we_do_are_goals(find: Find) -> None:
    found = find(
        "Coalitieakkoord 2026-2030\n\nZorg en welzijn\n\nDe vraag stijgt.\n\n• Niemand is eenzaam.\n\n"
        "WAT GAAN WE DAARVOOR DOEN?\n• We openen een loket.\n\nWonen\n\nEr is te weinig.\n\nWAT GAAN WE DAARVOOR DOEN?\n• We bouwen door.\n"
    )
    assert tree(found) == [
        ("thema", "Zorg en welzijn", None), ("doel", "Niemand is eenzaam.", "Zorg en welzijn"),
        ("actie", "We openen een loket.", "Zorg en welzijn"),
        ("thema", "Wonen", None), ("actie", "We bouwen door.", "Wonen"),
    ]  # fmt: skip


def test_of_a_row_of_sentences_one_that_begins_short_keeps_all_of_it(find: Find) -> None:
    found = find(
        "Onze uitgangspunten\n\n• We doen eerst wat moet en daarna wat mag.\n• Wat dichtbij kan, doen we dichtbij. Wat beter regionaal kan, doen we samen.\n"
        "• Nieuw beleid betalen we uit oud beleid.\n"
    )
    assert found[1].label.endswith("doen we samen.")


def test_the_programmes_of_an_agreement_are_its_themes(find: Find) -> None:
    found = find(
        "Raadsprogramma 2026-2030\n\nProgramma 4: Hulp en jeugd\n\nWij organiseren hulp dichtbij.\n\nOnze ambities\n- Jeugd groeit veilig op\n\n"
        "Onze acties\n- We openen twee loketten\n\nProgramma 7: Verenigingen\n\nSport verbindt.\n\nOnze ambities\n- Iedereen sport\n\n"
        "Onze acties\n- We renoveren het bad\n\nHoe werken we samen?\n\nDe raad spreekt met inwoners.\n"
    )
    assert tree(found) == [
        ("thema", "4", None), ("doel", "Jeugd groeit veilig op", "4"), ("actie", "We openen twee loketten", "4"),
        ("thema", "7", None), ("doel", "Iedereen sport", "7"), ("actie", "We renoveren het bad", "7"),
    ]  # fmt: skip


def test_speerpunten_that_say_what_we_do_are_actions(find: Find) -> None:
    found = find(
        "Thema Leefbare kernen\n\nSpeerpunten\n• We maken een plan\nPlanning: 2027\n• We verduurzamen het dorpshuis\n"
    )
    assert [finding.kind for finding in found] == ["thema", "actie", "actie"]


def test_points_behind_text_do_not_go_on_with_a_numbered_list(find: Find) -> None:
    found = find(
        "De opgaven zijn:\n\n1. Meer groen\n2. Genoeg woningen\n\nInwoners hechten aan groen. Dat vraagt veel van ons.\n\n- een park\n- een plein\n"
    )
    assert [finding.label for finding in found] == ["Meer groen", "Genoeg woningen"]


def test_a_chapter_that_counts_on_from_a_list_is_no_point_of_it(find: Find) -> None:
    found = find(
        "3.2 Leidende principes\n\n1. Dichtbij\n2. Preventie\n3. Integraal\n\n4. Onze opgaven\n\nOpgave 1: Gezond leven\n\nTekst.\n"
    )
    assert [(finding.kind, finding.label) for finding in found][2:] == [
        ("principe", "Integraal"), ("opgave", "Gezond leven"),
    ]  # fmt: skip


def test_headings_of_the_same_make_as_a_theme_are_themes(find: Find) -> None:
    found = find(
        "Hoofdlijnenakkoord 2026-2030\n\nWonen\n\nIedereen verdient een thuis.\n\nWij zetten in op:\n- 1.200 woningen\n\n"
        "Klimaat en energie\n\nIedereen doet mee.\n\nWij zetten in op:\n- betere isolatie\n"
    )
    assert tree(found) == [
        ("thema", "Wonen", None), ("actie", "1.200 woningen", "Wonen"),
        ("thema", "Klimaat en energie", None), ("actie", "betere isolatie", "Klimaat en energie"),
    ]  # fmt: skip


def test_a_chapter_of_the_contents_over_sections_with_lists_is_a_theme(find: Find) -> None:
    section = "\n\nDe vraag groeit.\n\nWat we gaan doen:\n• We starten een proef\n\n"
    found = find(
        "Coalitieakkoord 2026-2030\n\nInhoud\n\n1. Inleiding ..... 2\n2. Sociaal en vitaal ..... 4\n3. Duurzaam dorp ..... 8\n\n"
        "1. Inleiding\n\nDrie partijen gaan samen.\n\n2. Sociaal en vitaal\n\n2.1 Zorg"
        + section
        + "2.2 Jeugd"
        + section
        + "3. Duurzaam dorp\n\n3.1 Klimaat"
        + section
    )
    assert tree([finding for finding in found if finding.kind != "actie"]) == [
        ("thema", "2", None), ("opgave", "2.1", "2"), ("opgave", "2.2", "2"), ("thema", "3", None), ("opgave", "3.1", "3"),
    ]  # fmt: skip
    assert [finding.parent for finding in found if finding.kind == "actie"] == ["2.1", "2.2", "3.1"]


def test_a_heading_is_a_theme_when_the_goals_below_count_on_from_its_number(find: Find) -> None:
    found = find(
        "Collegeprogramma 2026-2030\n\n1. Samen\n\nPortefeuillehouder: wethouder Smit\n\nDoelstelling 1.1 Meer inwoners hebben werk\n\n"
        "Inspanningen:\n1. We openen een werkcafé\n\n2. Wonen\n\nPortefeuillehouder: wethouder Bos\n\nDoelstelling 2.1 Genoeg woningen\n\n"
        "Inspanningen:\n1. We bouwen door\n\nBijlage 1 Inbreng van inwoners\n\n • Meer bankjes\n"
    )
    assert [(finding.kind, finding.number, finding.parent) for finding in found] == [
        ("thema", "1", None), ("doel", "1.1", "1"), ("actie", "1", "1.1"),
        ("thema", "2", None), ("doel", "2.1", "2"), ("actie", "1", "2.1"),
    ]  # fmt: skip


def test_numbers_without_a_sign_are_those_of_the_list(find: Find) -> None:
    found = find(
        "Wij gaan uit van drie leidende principes:\n\n1 Dichtbij: we organiseren hulp in de buurt.\n2 Vertrouwen: we gaan uit van wat kan.\n"
        "3 Gelijk: we sluiten geen inwoner uit.\n"
    )
    assert [(finding.number, finding.label) for finding in found] == [
        ("1", "Dichtbij"),
        ("2", "Vertrouwen"),
        ("3", "Gelijk"),
    ]


def test_chapters_of_a_contents_with_pag_before_the_page_are_themes(find: Find) -> None:
    chapters = ("Bestuur", "Veiligheid", "Onderwijs", "Duurzaamheid")
    contents = "\n\n".join(f"{name}          pag. {page}" for page, name in enumerate(chapters, start=2))
    text = "\n\n".join(f"{name}\n\nDaar werken wij aan.\n\n•   We stellen een plan op." for name in chapters)
    found = find(f"Coalitieprogramma 2026-2030\n\nInhoudsopgave\n\n{contents}\n\n{text}\n")
    assert [finding.label for finding in found if finding.kind == "thema"] == list(chapters)


def test_initials_of_persons_are_no_series(find: Find) -> None:
    assert not find(
        "Coalitieakkoord 2026-2030\n\nWethouder A. de Boer (Lokaal): zorg en welzijn\n\nWethouder H. Smit (VVD): wonen\n"
    )


def test_a_chapter_over_its_own_actions_counts_on_in_the_row_of_themes(find: Find) -> None:
    def chapter(number: int, name: str) -> str:
        head = "| Nr. | Onderwerp | Portefeuillehouder | Planning |\n|---|---|---|---|\n"
        return f"{number}. {name}\n\nHier is veel te doen.\n\n{head}| {number}.1 | Plan voor {name} | BM | 2027 |\n"

    names = ("Zorg", "Jeugd", "Natuur en energie")
    found = find("Collegeprogramma 2026-2030\n\n" + "\n".join(chapter(at, name) for at, name in enumerate(names, 1)))
    assert tree(found) == [
        ("thema", "1", None), ("actie", "1.1", "1"),
        ("thema", "2", None), ("actie", "2.1", "2"),
        ("thema", "3", None), ("actie", "3.1", "3"),
    ]  # fmt: skip

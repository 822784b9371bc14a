"""A dossier with every kind of block and with texts that a writer could trip over, for the tests of its forms."""

from __future__ import annotations

from beleidsspoor.graph.dossier.model import (
    AnswerPlace,
    Block,
    Bullets,
    Chart,
    DataTable,
    Dossier,
    Paragraph,
    Point,
    Section,
)

#: Texts that must stay text: markup, a formula, a word without end, an emoji, quotes, Hebrew, a turned direction.
NASTY = (
    "<script>window.gehackt=1</script>",
    "</script><img src=x onerror=window.gehackt=1>",
    "=1+1",
    "Zelfredzaamheidsbevorderings" * 5,
    "feest 🎉 voor 漢字",
    "‘een’ \"twee\" 'drie' & #set page(fill: red) $x$ *ster* @plek",
    "שלום עולם",
    "om\u202ekeer\x07",
)


def points(*figures: tuple[int, float | str | None]) -> tuple[Point, ...]:
    """Points of a chart, written short: a year with a number, or with words, or with nothing."""
    return tuple(
        Point(year, None, figure or "") if not isinstance(figure, float | int) else Point(year, figure)
        for year, figure in figures
    )


def chart(anchor: str, title: str, unit: str, reached: tuple[Point, ...], wanted: tuple[Point, ...] = ()) -> Chart:
    """A chart with an alternative text that tells of itself."""
    return Chart(title, unit, reached, wanted, f"Wat er staat over {title}.", anchor, "Begroting 2025, regels 10-12")


CHARTS = {
    "lijn": chart(
        "grafiek-lijn", "Inwoners met een maatwerkvoorziening", "aantal",
        points((2021, 1204), (2022, 1260), (2023, 1311), (2024, 1290)), points((2024, 1275), (2025, 1250), (2026, 1200)),
    ),
    "een punt": chart("grafiek-punt", "Tevreden inwoners", "cijfer", points((2024, 7.4))),
    "alleen streef": chart("grafiek-streef", "Vrijwilligers", "%", (), points((2026, 45))),
    "gat": chart(
        "grafiek-gat", "Jongeren met jeugdhulp", "%",
        points((2018, 8.25), (2019, "nvt"), (2022, 11.5), (2023, 12)), points((2023, "lager dan vorig jaar"), (2024, 12)),
    ),
    "negatief": chart("grafiek-min", "Saldo", "x € 1.000", points((2022, -340.5), (2023, 120), (2024, -80)), points((2024, 0))),
    "procent": chart("grafiek-procent", "Gezond gewicht", "%", points((2020, 96), (2022, 98.5), (2024, 100)), points((2024, 100))),
    "leeg": chart("grafiek-leeg", "Nog niet gemeten", "aantal", ()),
    "alleen woorden": chart("grafiek-woord", "Eenzaamheid", "%", points((2020, "nvt"), (2024, "onbekend")), points((2024, "daalt"))),
    "veel": chart(
        "grafiek-veel", "Meldingen", "aantal",
        points(*((2005 + n, 1000000 + n * n * 1500) for n in range(20))), points(*((2020 + n, 1250000 + n * 25000) for n in range(7))),
    ),
    "gelijk": chart("grafiek-gelijk", "Laadpalen", "", points((2023, 12), (2024, 12)), points((2023, 12), (2024, 12))),
    "lang": chart(
        "grafiek-lang", NASTY[3], NASTY[4] * 3, points((2024, 3), (2025, NASTY[0])), points((2025, 1e15)),
    ),
}  # fmt: skip


def answer(number: int, name: str = "Meer inwoners bewegen elke dag") -> AnswerPlace:
    """A place to answer."""
    return AnswerPlace(f"dorp:opgave-{number}", name, f"v1-{number:012x}")


def dossier(*, charts: tuple[str, ...] = tuple(CHARTS)) -> Dossier:
    """The dossier of the municipality Dorp; its last chapter and its annex hold the nasty texts."""
    main: list[Block] = [
        Section(1, "Gezond leven", "gezond-leven"),
        Paragraph(
            "Dorp wil dat inwoners gezond leven en meedoen. Voor dit thema staan vier opgaven in de agenda. Van twee "
            "opgaven is bekend wie ze uitvoert.",
            "Agenda van Dorp 2025, 1 Gezond leven, regel 4",
        ),
        Section(2, "Wat de gemeente wil", "wil"),
        Bullets(
            (
                Paragraph("Kinderen bewegen elke dag.", "Agenda van Dorp 2025, 1.1, regel 8"),
                Paragraph("Ouderen vallen minder vaak."),
                Paragraph("Niemand is eenzaam.", "Agenda van Dorp 2025, 1.3, regels 20-22"),
            )
        ),
        Section(3, "Meer bewegen", "bewegen"),
        Paragraph("Sportclub Noord geeft achttien trainingen."),
        answer(1),
        Section(2, "Wat er gebeurt, en wie het doet", "doet"),
        DataTable(
            "De acties van dit thema",
            ("Actie", "Wie voert uit", "Hoe staat het"),
            tuple((f"Trainingen in wijk {n}", "Sportclub Noord", "dit is er") for n in range(1, 41)),
        ),
        Section(2, "Hoe het wordt gemeten", "meten"),
        *(CHARTS[name] for name in charts),
        Section(1, "Vragen aan de raad", "vragen"),
        Bullets(tuple(Paragraph(f"Wat vindt u van vraag {n}?", "Agenda, regel 3") for n in range(1, 4)), numbered=True),
        answer(2),
        Section(1, f"Lastige teksten {NASTY[0]}", "lastig"),
        *(Paragraph(text, text) for text in NASTY),
        Bullets(tuple(Paragraph(text) for text in NASTY)),
        DataTable(NASTY[1], (NASTY[0], NASTY[2]), ((NASTY[3], NASTY[4]), (NASTY[5], NASTY[6]))),
        answer(3, NASTY[1]),
    ]
    annex: tuple[Block, ...] = (
        Section(1, "Wat verder is gevraagd", "bijlage"),
        Section(2, "De overige acties", "bijlage-acties"),
        Paragraph("Regel een.\nRegel twee."),
        answer(4, "Iets uit de bijlage"),
    )
    facts = (
        ("Gaat over", "gemeente Dorp, alle thema's"),
        ("Register", "versie 1a2b3c4d"),
        ("Bronnen", "Agenda van Dorp 2025 (vastgesteld 12-03-2025)"),
    )
    return Dossier("Dossier gemeente Dorp", "Voor de Adviesraad Sociaal Domein", facts, tuple(main), annex)

"""As many titles or points as the paragraph above promises are what it says they are."""

from __future__ import annotations

from collections.abc import Callable

from beleidsspoor.graph.recognise.model import Finding

Find = Callable[[str], list[Finding]]

POINTS = (
    "Zo werken we\n\nWe hebben drie uitgangspunten afgesproken. Die gelden voor ons en voor wie subsidie krijgt.\n\n"
    "  • 1. We luisteren eerst.\n    Daarna pas bedenken we een plan.\n"
    "  • 2. We maken het niet moeilijker dan het is.\n    Een formulier minder is ook winst.\n"
    "  • 3. We delen wat we weten.\n    Dat scheelt inwoners een gesprek.\n"
)


def labels(found: list[Finding], kind: str) -> list[str]:
    return [finding.label.rstrip(".") for finding in found if finding.kind == kind]


def test_points_with_their_explanation_below_them(find: Find) -> None:
    principes = labels(find(POINTS), "principe")
    assert principes == [
        "We luisteren eerst",
        "We maken het niet moeilijker dan het is",
        "We delen wat we weten",
    ]


def test_titles_over_text_without_white_space(find: Find) -> None:
    found = find(
        "Hoofdstuk 1 Inleiding\nDit plan gaat over sport en over bewegen in de buurt, voor jong en oud.\n"
        "Hoofdstuk 2 Zo doen we het\nVanuit deze gedachte werken we met twee uitgangspunten.\n"
        "Dichtbij huis\nWie om de hoek kan sporten, doet dat vaker. Daarom kijken we eerst naar de buurt. "
        "Pas als daar niets is, kijken we naar het dorp, en daarna naar de stad. Zo blijft ook de reis kort voor wie geen "
        "auto heeft of niet meer zelf kan rijden.\n"
        "Voor ieder betaalbaar\nGeld mag geen reden zijn om niet mee te doen. Wie weinig heeft, betaalt minder.\n"
        "Hoofdstuk 3 Geld\nWe betalen dit uit de begroting van het komende jaar.\n"
    )
    assert labels(found, "principe") == ["Dichtbij huis", "Voor ieder betaalbaar"]


def test_one_point_too_many_breaks_the_promise(find: Find) -> None:
    assert not labels(find(POINTS.replace("drie", "twee")), "principe")


def test_names_between_commas(find: Find) -> None:
    found = find("Onze stijl\n\nWe werken vanuit drie kernwaarden: vertrouwen, nabijheid en gelijke kansen.\n")
    assert labels(found, "principe") == ["vertrouwen", "nabijheid", "gelijke kansen"]
    assert not find("Onze stijl\n\nWe werken vanuit vier kernwaarden: vertrouwen, nabijheid en gelijke kansen.\n")


def test_the_promise_itself_is_no_goal(find: Find) -> None:
    found = find(
        "Onze doelen\n\nWe hebben twee doelen geformuleerd. Die lichten we toe.\n\n"
        "Doel 1 - Veilig thuis\n\nHet aantal meldingen daalt.\n\nDoel 2 - Gezond leven\n\nIedereen beweegt.\n"
    )
    assert labels(found, "doel") == ["Veilig thuis", "Gezond leven"]

"""Making the dossier of one municipality: which themas, in which order, and what stands before and after them."""

from __future__ import annotations

import datetime

from beleidsspoor.graph.comparison import short_name
from beleidsspoor.graph.dataset import Dataset
from beleidsspoor.graph.dossier.beside import beside_blocks
from beleidsspoor.graph.dossier.chapter import thema_chapter
from beleidsspoor.graph.dossier.council import council_blocks
from beleidsspoor.graph.dossier.introduction import introduction_blocks
from beleidsspoor.graph.dossier.material import Material
from beleidsspoor.graph.dossier.model import Block, Dossier
from beleidsspoor.graph.dossier.sentences import listed
from beleidsspoor.graph.places import Quote
from beleidsspoor.graph.scope import Scope, UnknownName, make_scope
from beleidsspoor.graph.store import Element, dutch_date

#: What to do for a municipality of which there is nothing yet.
_START = "Lees eerst een document in met 'beleidsspoor lees', of vul de tabellen in de map van de gemeente."


class NothingToShow(ValueError):
    """The register holds no thema of this municipality; the text is Dutch and says what to do."""


def make_dossier(
    dataset: Dataset,
    gemeente: str,
    thema: str | None = None,
    *,
    today: datetime.date | None = None,
    quote: Quote | None = None,
) -> Dossier:
    """Make the dossier of a municipality (name, ruimte or id), of all its themas or of those whose name holds `thema`.

    `today` is the day of making, which decides what is still open on purpose (default: the present day). `quote` gives
    the words of a place. The same register and day give the same dossier. Raises UnknownName for a name that the
    register does not hold, NothingToShow when the municipality has no thema.
    """
    day = today or datetime.date.today()
    scope = _scope(dataset, gemeente, thema)
    material = Material.read(dataset, Scope(scope.ruimten, scope.gemeenten, graphs=scope.graphs), day, quote)
    themas = _themas(material, scope.thema)
    main: list[Block] = [*introduction_blocks(material, themas)]
    annex: list[Block] = []
    for one in themas:
        here, more = thema_chapter(material, one)
        main += here
        annex += more
    whole = thema is None
    if whole:
        here, more = beside_blocks(material, themas)
        main += here
        annex += more
    here, more = council_blocks(material, themas, whole=whole)
    main += here
    annex += more
    return Dossier(
        title=f"Dossier sociaal domein {material.gemeente}",
        subtitle="Voor de Adviesraad" if whole else f"Voor de Adviesraad: {listed(one.naam for one in themas)}",
        facts=_facts(material, themas),
        blocks=tuple(main),
        annex=tuple(annex),
    )


def _scope(dataset: Dataset, gemeente: str, thema: str | None) -> Scope:
    """The filter. Raises NothingToShow for a municipality that the register knows, but holds no document of."""
    try:
        scope = make_scope(dataset.store, [gemeente])
    except UnknownName:
        wanted = gemeente.strip().casefold()
        for row in dataset.register.rows_of("gemeenten"):
            name = short_name(row.one("naam") or row.id)
            if wanted in (row.id, name.casefold(), f"gemeente {name.casefold()}"):
                raise NothingToShow(f"Van {name} staat nog geen document in het register. {_START}") from None
        raise
    return make_scope(dataset.store, [gemeente], thema) if thema is not None else scope


def _themas(material: Material, wanted: str | None) -> tuple[Element, ...]:
    """What gets a chapter: the themas; the doelenbomen when there are none, or when their name was asked for."""
    tops = [one for one in material.own if one.soort in ("Thema", "Doelenboom")]
    if not tops:
        raise NothingToShow(f"Het register heeft van {material.gemeente} nog geen thema. {_START}")
    if wanted is not None:
        return tuple(one for one in tops if wanted in one.naam.casefold())
    themas = tuple(one for one in tops if one.soort == "Thema")
    return themas or tuple(tops)


def _facts(material: Material, themas: tuple[Element, ...]) -> tuple[tuple[str, str], ...]:
    sources = "; ".join(f"{one.title} ({one.date})" for one in material.documents.values())
    return (
        ("Gemeente", material.gemeente),
        ("Thema’s", listed(one.naam for one in themas)),
        ("Gemaakt op", dutch_date(material.today.isoformat(), None, None)),
        ("Manier van tellen", "Wat onder een doel of actie hangt, telt mee."),
        ("Versie van het register", material.dataset.register.version),
        ("Bronnen", sources),
    )

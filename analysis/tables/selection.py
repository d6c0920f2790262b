"""A selection of results: the filters that hold for every table.

Article-level filters (articles, outlets, start, end, topic) apply to all four tables. Statement-level filters
(categories, entities, types and so on) apply to statements; hedges and sentences then remain only where they
stand in a statement that remains. Sections apply to whatever has one: statements, hedges and sentences.
Articles are never dropped by what was found in them.
"""

from dataclasses import dataclass, fields

IN_STATEMENTS = {
    "categories": "category",
    "entities": "entity",
    "countries": "country",
    "institutions": "institution",
    "namings": "naming",
    "types": "type",
    "stances": "stance",
    "via_kinds": "via_kind",
}
"""Statement-level filter to the column of ``statements`` it looks at."""
_FLAGS = ("withheld", "hedged", "relayed")


@dataclass(frozen=True, slots=True)
class Selection:
    """What to look at; an empty filter lets everything pass.

    An empty string among ``outlets`` stands for articles without one, among ``via_kinds`` for statements without a
    via. ``start`` and ``end`` are inclusive ISO 8601 dates; articles without a date fall outside. The flags
    ``withheld``, ``hedged`` and ``relayed`` (has a via of kind relay) keep statements for which they hold (True) or do
    not hold (False). ``topic`` are words that must all stand in an article's title or text, in any form and case (see
    ``analysis.storage.topic``). With ``originals`` a text that several articles carry counts once: their copies are
    left out.
    """

    articles: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    sections: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    namings: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    via_kinds: tuple[str, ...] = ()
    withheld: bool | None = None
    hedged: bool | None = None
    relayed: bool | None = None
    topic: tuple[str, ...] = ()
    originals: bool = False

    @property
    def of_articles(self) -> "Selection":
        """The same by articles alone: what does not depend on what was found in them, copies kept."""
        return Selection(self.articles, self.outlets, self.start, self.end, topic=self.topic)

    @property
    def by_statement(self) -> bool:
        """Whether any statement-level filter is set."""
        return any(getattr(self, name) for name in IN_STATEMENTS) or any(
            getattr(self, name) is not None for name in _FLAGS
        )

    def as_dict(self) -> dict[str, object]:
        """The filters that are set, as plain values."""
        values = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) != f.default}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


EVERYTHING = Selection()

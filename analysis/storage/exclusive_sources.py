"""Which named sources one selection has and another lacks."""

from typing import NamedTuple

from analysis.storage.conditions import Where, conditions
from analysis.storage.counts import Source
from analysis.tables.selection import EVERYTHING, Selection

_NAMED = (Where("entity", ("-",), negated=True),)


class ExclusiveSources(NamedTuple):
    """How many sources there are, and the names of the most frequent."""

    sources: int
    names: tuple[str, ...]


def exclusive_sources(
    source: Source, other: Selection, selection: Selection = EVERYTHING, *, limit: int = 10
) -> ExclusiveSources:
    """The sources of ``selection`` without a statement in ``other``; at most ``limit`` names, most statements first."""
    here, values = conditions("statements", selection, only=_NAMED)
    there, further = conditions("statements", other, only=_NAMED)
    sql = (
        f"SELECT entity, count(*) OVER () FROM (SELECT entity, count(*) AS n FROM statements t {here} GROUP BY entity) "
        f"ANTI JOIN (SELECT DISTINCT entity FROM statements t {there}) USING (entity) ORDER BY n DESC, entity LIMIT ?"
    )
    with source.reading() as connection:
        found = connection.execute(sql, [*values, *further, limit]).fetchall()
    return ExclusiveSources(int(found[0][1]) if found else 0, tuple(str(name) for name, _ in found))

"""Looks up organisations and media that no hand-made list holds, by their whole name (data/lexicons/knowledge)."""

from functools import lru_cache

from analysis.sources.lexicons.knowledge_tables import lines_with, tables
from analysis.sources.lexicons.known_entities import Entry
from analysis.sources.lexicons.spelling import plain


@lru_cache(maxsize=4096)
def organisation_named(name: str) -> Entry | None:
    """The organisation of exactly this name, accents and capitals apart; None where the tables hold none."""
    key = (" ".join(map(plain, name.split())) + "\t").encode()
    lines = (line for table in tables("organisations", "unions") for line in lines_with(table, key))
    told = next(lines, None)
    if told is None:
        return None
    _, full, country, institution = told.split("\t")
    return Entry(full, country, institution, "organisations", "", "")

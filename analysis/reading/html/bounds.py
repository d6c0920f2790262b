"""Refuses pages so full of tags or attributes that taking them apart costs minutes and gigabytes, as no article is."""

import re

from analysis.reading.raw.records import RefusedError

_TAGS = 300_000
"""Tags of a page; live blogs have up to 50,000."""
_ATTRIBUTES = 1_000
"""Attributes of one tag: the time that they take grows with their square."""
_LONG = re.compile(r"<[a-zA-Z][^<>]{4000,}")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")


def check_bounds(page: str) -> None:
    """Raise ``RefusedError`` where a page has more tags than any article, or a tag more attributes."""
    if page.count("<") > _TAGS:
        raise RefusedError(f"The page has more than {_TAGS:,} tags, which no article has.")
    for tag in _LONG.finditer(page):
        # Values are taken out first: a picture written into its tag is long, but one attribute.
        if len(_VALUE.sub(" ", tag[0]).split()) > 2 * _ATTRIBUTES:
            raise RefusedError(f"A tag of the page has more than {_ATTRIBUTES:,} attributes, which no article has.")

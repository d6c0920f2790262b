"""Whom a noun belongs to: the body and the country that its genitive, adjective, compound or "von" name."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.sources.geography import load_geography
from analysis.sources.heads import Noun, split_noun
from analysis.sources.lexicon import Entry, load_lexicon
from analysis.sources.words import ARTICLES


class Belonging(NamedTuple):
    """What stands around a noun: country and institution ("" where open), and the body by name or kind."""

    country: str = ""
    institution: str = ""
    body: str = ""
    named: bool = False
    entry: Entry | None = None
    from_adjective: bool = False


@lru_cache(maxsize=8192)
def known_first(first: str) -> Entry | None:
    """The known body that the first part of a compound names: Kreml(sprecher), CDU-(Abgeordneter)."""
    for form in (first, first.removesuffix("s"), first.removesuffix("-")):
        found = load_lexicon().match((form,)) if form else None
        if found is not None and found.kind != "persons":
            return found
    return None


def belonging(words: Sequence[str], at: int, start: int, end: int, noun: Noun | None = None) -> Belonging:
    """Whom the noun at ``words[at]`` belongs to, looking at ``words[start:end]`` around it and into the noun."""
    inside = _from_compound(noun) if noun is not None else Belonging()
    after = _from_following(words, at + 1, end)
    country, by_adjective = _country_around(words, at, start, end)
    body = after if after.body or after.institution else inside
    found_country = inside.country or country or after.country
    return body._replace(country=found_country, from_adjective=by_adjective and not inside.country)


def _from_compound(noun: Noun) -> Belonging:
    """The first part of the noun: a country (US-), a known body (Kreml-), or a kind of body (Regierungs-)."""
    if not noun.first:
        return Belonging()
    place = load_geography().place(noun.first)
    if place is not None:
        return Belonging(country=place.country)
    entry = known_first(noun.first)
    if entry is not None:
        return Belonging(entry.country, entry.institution, entry.name, named=True, entry=entry)
    for form in (noun.first, noun.first.removesuffix("s")):
        inner = split_noun(form[:1].upper() + form[1:])
        if inner is not None and inner.head.kind in ("body", "group", "office"):
            country = load_geography().place(inner.first) if inner.first else None
            return Belonging(country.country if country else "", inner.head.institution)
    return Belonging()


def _from_following(words: Sequence[str], start: int, end: int) -> Belonging:
    """The body that follows as a genitive or after "von", "bei", "im": "des Nationalen Sicherheitsrats"."""
    matches = [m for m in load_lexicon().scan(words[start:end]) if m.entry.kind != "persons"]
    if matches:
        entry = matches[0].entry
        return Belonging(entry.country, entry.institution, entry.name, named=True, entry=entry)
    for place in range(start, end):
        if words[place] in (",", ";"):
            break
        noun = split_noun(words[place])
        if noun is not None and noun.head.kind in ("body", "group"):
            inner = _from_compound(noun)
            return Belonging(inner.country, noun.head.institution or inner.institution,
                             " ".join(w for w in words[place:end] if w.lower() not in ARTICLES))  # fmt: skip
    return Belonging()


def _country_around(words: Sequence[str], at: int, start: int, end: int) -> tuple[str, bool]:
    """The country that an adjective before the noun or a name after it states, and whether it was an adjective."""
    for first, last, place in load_geography().scan(words[start:end]):
        if start + first <= at < start + last:
            continue
        return place.country, place.kind == "adjective" and start + last <= at
    return "", False

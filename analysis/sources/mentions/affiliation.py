"""Whom a role belongs to: the body in its compound, in a genitive or behind "von", and the country beside it."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.sources.lexicons.geography import Place, load_geography
from analysis.sources.lexicons.head_nouns import Noun, split_noun
from analysis.sources.lexicons.known_entities import Entry, load_lexicon
from analysis.sources.lexicons.name_endings import institution_of_words
from analysis.sources.lexicons.national_words import country_of_word
from analysis.sources.lexicons.public_organisations import organisation_named
from analysis.sources.lexicons.trades import trade_words
from analysis.sources.mentions.inflection import is_plural, nominative
from analysis.sources.mentions.owners import house_of_learning, unlisted_owner
from analysis.sources.mentions.words import ARTICLES

_WRITERS = ("autor", "autorin", "kritiker", "kritikerin", "publizist", "publizistin", "schriftsteller")
_KNOWERS = ("kenner", "kennerin", "biograf", "biografin", "biograph")
_ABOUT = {"für", "über", "zu", "zum", "zur"}
_AT = {"an", "am", "von", "vom", "bei", "beim", "im"}
_TOPICS = {"government", "intelligence", "military", "justice", "armed_group", "parliament"}
"""What experts are asked about; those of parties, firms and associations belong to them."""
_BY_ORIGIN = {"US", "EU", "UN", "NATO"}
_SIDES = dict.fromkeys(
    "arbeitnehmer beschäftigt gegner kritiker befürworter anwohner angehörig mieter opfer".split(), "ngo"
)
"""Sides that are no institution of their own: who speaks for them speaks for a movement."""
_CHOSEN = ("vorsitzend", "präsident", "sprecher", "vertreter")
"""Roles that private people give one of theirs: "Kleingärtner-Vorsitzender"."""
_STOPS = {",", "in", "bei", "gegenüber", "auf", "und"}


class Belonging(NamedTuple):
    """What a role or body belongs to; "" where nothing is said.

    ``owner`` is a name beside the role that no list knows: a person's or a body's, as the article may tell.
    ``named`` tells a body known by name from one known by its kind; ``from_adjective`` a country that only an
    adjective names ("russischer Vertreter") from one that speaks ("Vertreter Russlands").
    """

    body: str = ""
    institution: str = ""
    country: str = ""
    entry: Entry | None = None
    named: bool = False
    from_adjective: bool = True
    owner: str = ""


def belonging(words: Sequence[str], head: int, noun: Noun | None = None) -> Belonging:
    """What the noun ``words[head]`` belongs to."""
    if noun is not None and _topical(noun):
        words, noun = _without_topic(words, head, noun)
    country, adjective = _country(words, head, noun)
    entry = _entry(words, head, noun)
    if entry is not None:
        if entry.institution == "party" and any(map(_of_parliament, words[head:])):
            entry = entry._replace(institution="parliament")
        own = entry.country if not country or country == entry.country else country
        return Belonging(entry.name, entry.institution, own if len(entry.country) == 2 else entry.country, entry,
                         named=True, from_adjective=adjective)  # fmt: skip
    body, institution = _generic(words, head, noun)
    if institution == "ngo" and trade_words(words):
        institution = "business"
    owner = _owner(words[:head]) if noun is not None and not institution else None
    if owner is not None:
        return Belonging("", owner.institution, country or owner.country, None, False, adjective)
    name = unlisted_owner(words, head, noun) if noun is not None and noun.head.borrows and not institution else ""
    listed = organisation_named(name) if name else None
    if listed is not None:
        return Belonging(listed.name, listed.institution, country or listed.country, listed, True, adjective)
    return Belonging(body, institution, country, None, False, adjective, name)


def _topical(noun: Noun) -> bool:
    """Whether the noun has a topic beside or instead of a body: experts and writers."""
    return noun.head.institution == "expert" or noun.head.word.endswith((*_WRITERS, *_KNOWERS))


def _without_topic(words: Sequence[str], head: int, noun: Noun) -> tuple[Sequence[str], Noun]:
    """The words and the noun without what somebody knows or writes about, as that is no body they speak for.

    "Experte für russische Geheimdienste", "Kreml-Experte", "Kenner des Kremls", "Autor eines Buchs über den Kreml".
    """
    entry = known_first(noun.first) if noun.first else None
    inner = split_noun(noun.first[:1].upper() + noun.first[1:].removesuffix("s")) if noun.first else None
    topic = entry.institution if entry is not None else inner.head.institution if inner is not None else ""
    place = load_geography().place(noun.first) if noun.first else None
    if topic in _TOPICS or (place is not None and place.kind != "adjective" and noun.first not in _BY_ORIGIN):
        noun = noun._replace(first="")
        words = [*words[:head], words[head].rpartition("-")[2].capitalize(), *words[head + 1 :]]
    start = head + 1
    if not noun.head.word.endswith(_KNOWERS):
        start = next((at for at in range(head + 1, len(words)) if words[at].lower() in _ABOUT), len(words))
    end = start + 1
    while end < len(words) and words[end].lower() not in _AT and words[end] != ",":
        end += 1
    words = [*words[:start], *words[end:]]
    return words, noun


def _owner(words: Sequence[str]) -> Entry | None:
    """The well-known person in the genitive before a role: "Merkels Sprecher"."""
    found = (load_lexicon().surname(word) for word in words if word.endswith("s"))
    return next((entry for entry in found if entry is not None), None)


def known_first(first: str) -> Entry | None:
    """The known body in the first part of a compound: "Kreml", "GdP", "SPD"."""
    lexicon = load_lexicon()
    for form in (first, first.removesuffix("s"), first.removesuffix("-"), first.replace("-", " ")):
        entry = lexicon.match(tuple(form.split())) if form else None
        if entry is not None:
            return entry
    if "-" in first:
        return known_first(first.split("-")[0])
    return None


def _entry(words: Sequence[str], head: int, noun: Noun | None) -> Entry | None:
    """The known body: in the compound with the words before it, after the head, then before it."""
    lexicon = load_lexicon()
    if noun is not None and noun.first:
        for back in range(min(3, head), 0, -1):
            entry = lexicon.match((*words[head - back : head], noun.first))
            if entry is not None:
                return entry
        entry = known_first(noun.first)
        if entry is not None:
            return entry
    if noun is None:
        return None
    matches = [match for match in lexicon.scan(words) if match.entry.kind != "persons" or match.start > head]
    after = [match for match in matches if match.start > head]
    before = [match for match in matches if match.end <= head]
    for match in (*after, *before):
        if match.start > head and house_of_learning(words, head + 1, match.start) is not None:
            return None
        if match.entry.kind != "persons" and match.start != head:
            return match.entry
    stop = next((place for place in range(head + 1, len(words)) if words[place] in _STOPS), len(words))
    compounds = (known_first(word.split("-")[0]) for word in words[head + 1 : stop] if "-" in word)
    return next((entry for entry in compounds if entry is not None), None)


def _country(words: Sequence[str], head: int, noun: Noun | None) -> tuple[str, bool]:
    """The country that an adjective, a genitive or the compound names, and whether it is only an adjective."""
    geography = load_geography()
    names = {at for match in load_lexicon().scan(words) for at in range(match.start, match.end)}
    places = [found for found in geography.scan(words) if found[0] not in names or found[2].kind == "adjective"]
    before = [place for start, end, place in places if end <= head]
    own = geography.place(words[head]) if head < len(words) and "-" in words[head] else None
    after = [place for start, end, place in places if start > head]
    if own is not None:
        return own.country, True
    if noun is not None and "-" in words[head]:
        entry = known_first(words[head].split("-")[0])
        if entry is not None and len(entry.country) > 0:
            return entry.country, True
    chosen = _closest(before) or (after[0] if after else None)
    if chosen is None:
        # "der Landeshauptmann", "der Papst"
        return (country_of_word(words[head]) if head < len(words) else ""), True
    beside = [start for start, _, place in places if place is chosen and head < start <= head + 2]
    return chosen.country, chosen.kind in ("adjective", "people") or not (beside or before)


def _closest(places: Sequence[Place]) -> Place | None:
    """The last place before the head; "europäisch" gives way to a state."""
    states = [place for place in places if place.country != "EU"]
    kept = states or list(places)
    return kept[-1] if kept else None


def _generic(words: Sequence[str], head: int, noun: Noun | None) -> tuple[str, str]:
    """The body known only by its kind: in the compound ("Polizeisprecher"), or after the head."""
    if noun is not None and noun.first:
        for form in (noun.first.removesuffix("s"), noun.first, noun.first + "n"):
            inner = split_noun(form[:1].upper() + form[1:])
            if inner is not None and inner.head.kind in ("body", "group", "voice"):
                private = inner.head.institution == "citizen" and noun.head.word.startswith(_CHOSEN)
                return form[:1].upper() + form[1:], "ngo" if private else inner.head.institution
    for place in range(head + 1, len(words)):
        inner = split_noun(words[place])
        if words[place] in (",", "und") and not words[place - 1].endswith("-") and not _role(words, place + 1):
            break
        if inner is not None and inner.head.kind in ("body", "group", "study"):
            start = next(
                (i for i in range(place, head, -1) if words[i - 1].lower() in ARTICLES or i == head + 1),
                place,
            )
            article = words[start - 1] if start > head + 1 else ""
            phrase = nominative(words[start : place + 1], place - start, inner, is_plural(inner, article))
            return phrase, inner.head.institution
        if inner is not None and inner.head.kind == "office" and inner.head.institution:
            return words[place], inner.head.institution
        if inner is not None and noun is not None and _speaks_for(words, head, place, noun):
            # "der Sprecher der Anwohner", "Vertreter der Winzer"
            side = _SIDES.get(inner.head.word, inner.head.institution)
            return words[place], side if side != "unknown" else ""
    stop = next((i for i in range(head + 1, len(words)) if words[i] in _STOPS), len(words))
    return "", institution_of_words(words[head + 1 : stop])


def _speaks_for(words: Sequence[str], head: int, place: int, noun: Noun) -> bool:
    """Whether people stand directly behind a role in the genitive plural."""
    between = [word.lower() for word in words[head + 1 : place]]
    inner = split_noun(words[place])
    people = inner is not None and inner.head.kind == "voice" and noun.head.kind in ("office", "member")
    return people and between[:1] == ["der"] and all(word.islower() for word in between)


def _of_parliament(word: str) -> bool:
    """Whether a word names a parliament or group in it: "Bundestagsfraktion", "Stadtrat"."""
    noun = split_noun(word)
    return noun is not None and (noun.head.kind, noun.head.institution) == ("body", "parliament")


def _role(words: Sequence[str], at: int) -> bool:
    """Whether a role noun stands there: "Gründerin und Geschäftsführerin des Start-ups"."""
    noun = split_noun(words[at]) if at < len(words) else None
    return noun is not None and noun.head.borrows and noun.head.institution in ("", "business")

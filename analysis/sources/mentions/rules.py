"""Reads who a mention is from its words: the ordered rules for names, roles, bodies and groups.

The first rule that applies decides; each carries its id into the reading. A rule returns None where it does
not apply. What needs the article (pronouns, "die Behörde") is left to resolve.py.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from analysis.model import Source
from analysis.sources.lexicons.geography import Place, load_geography
from analysis.sources.lexicons.head_nouns import ROLES, Noun, split_noun
from analysis.sources.lexicons.known_entities import Match, load_lexicon
from analysis.sources.mentions.affiliation import belonging
from analysis.sources.mentions.coordination import split_joint
from analysis.sources.mentions.interpretation import Interpretation, as_source, join
from analysis.sources.mentions.noun_phrase_rules import read_body, read_group, read_role
from analysis.sources.mentions.person_names import given_names
from analysis.sources.mentions.person_rules import read_person
from analysis.sources.mentions.unknown_names import unknown_name
from analysis.sources.mentions.utterance_rules import UTTERANCES, read_utterance
from analysis.sources.mentions.words import (
    ARTICLES,
    COMMON,
    DEFINITE,
    GENITIVE,
    QUOTES,
    Words,
    behind_participle,
    capital,
    clean,
    cut,
)

_PRONOUNS = {
    "er": "m", "ihm": "m", "ihn": "m", "dieser": "m", "letzterer": "m", "jener": "m", "sie": "f", "ihr": "f",
    "diese": "f", "letztere": "f", "es": "n", "dieses": "n", "diesem": "m", "ihnen": "p",
    "beide": "two", "beiden": "two",
    "der": "m", "die": "f", "das": "n", "dem": "m", "deren": "p", "dessen": "m", "denen": "p", "wir": "p", "ich": "",
    "sein": "m", "seine": "m", "seiner": "m", "seinen": "m", "seinem": "m", "ihre": "f", "ihrer": "f", "ihren": "f",
    "ihrem": "f", "selbst": "", "welcher": "m", "welche": "f",
}  # fmt: skip
_UNIONS = {"EU", "UN", "NATO", "INT"}
_WHERE = {"in", "im", "aus", "bei", "von", "vom", "um"}
_OFFICIAL = ("offiziell", "amtlich", "behördlich")
_WITH_PARTS = {"government", "justice", "military", "expert", "igo", "ngo"}
"""Institutions whose departments bear names that no list holds."""
_ONE_OF_THEM = {
    "einer", "eine", "ein anderer", "eine andere", "der andere", "die andere", "ein zweiter", "eine zweite",
    "ein dritter", "eine dritte", "zwei", "einige", "andere", "mehrere",
}  # fmt: skip
_NOBODY = {"man", "niemand", "jemand", "keiner", "was", "wer"}


@lru_cache(maxsize=8192)
def read(mention: Words) -> Interpretation | None:
    """The reading of one speaker's words; None where they name nobody that the rules know."""
    for rule in RULES:
        reading = rule(mention)
        if reading is not None:
            return reading
    return None


def read_all(mention: Words) -> tuple[Interpretation, ...]:
    """The readings of a mention that may name joint speakers, in order."""
    readings = [reading for part in split_joint(mention, read) if (reading := read(part)) is not None]
    if len(readings) == 2 and _share_surname(*readings):
        surname = readings[1].entity.split()[-1]
        readings[0] = replace(readings[0], entity=f"{readings[0].entity} {surname}")
    return tuple(readings)


def _share_surname(first: Interpretation, second: Interpretation) -> bool:
    """Whether two persons share one surname: "Sonja und Willi Bogen"."""
    persons = first.kind == second.kind == "person"
    return persons and first.entry is None and first.entity in given_names() and " " in second.entity


def type_mention(mention: str | Sequence[str], country: str = "DE") -> Source | None:
    """Who a mention is, from its words alone; ``country`` is meant where the words name none.

    None where only the article could tell ("er", "ihrer Meinung nach") or nobody is named.
    """
    words = cut(mention) if isinstance(mention, str) else tuple(mention)
    readings = [reading for reading in read_all(clean(words)) if reading.settled]
    return join(tuple(as_source(reading, country) for reading in readings)) if readings else None


def _nothing(mention: Words) -> Interpretation | None:
    """No words, or "man", "es"."""
    if not mention.words or (len(mention.words) == 1 and mention.words[0].lower() in _NOBODY):
        return Interpretation("-", "nobody", "nobody", naming="none")
    return None


def _pronoun(mention: Words) -> Interpretation | None:
    """A pronoun alone."""
    first = mention.words[0].lower()
    if first in _PRONOUNS and len(mention.words) == 1:
        return Interpretation("-", "pronoun", "pronoun", gender=_PRONOUNS[first])
    return None


def _one_of_them(mention: Words) -> Interpretation | None:
    """Somebody of a group named before: "einer", "eine von ihnen", "ein anderer"."""
    words = [word.lower() for word in mention.words]
    if " ".join(words).removesuffix(" von ihnen") not in _ONE_OF_THEM:
        return None
    return Interpretation("-", "pronoun", "one_of_them")


def _official(mention: Words) -> Interpretation | None:
    """Adjectives alone, left of "Angaben": "offiziellen", "israelischen" mean the authorities of a state."""
    words = [word for word in mention.words if word.lower() not in ARTICLES]
    if not words or not all(word.rpartition("-")[2].islower() or word.lower().startswith(_OFFICIAL) for word in words):
        return None
    places = [place for _, _, place in load_geography().scan(mention.words) if place.kind == "adjective"]
    official = any(word.lower().startswith(_OFFICIAL) for word in words)
    if not official and not (places and len(words) == 1):
        return None
    return Interpretation("Behörden", "group", "official", places[0].country if places else "", "government", "unnamed")


def _utterance(mention: Words) -> Interpretation | None:
    """ "Angaben der Polizei", "einem Bericht der Zeitung": the source stands behind the utterance."""
    return read_utterance(mention, read)


def _noun_phrase(mention: Words) -> Interpretation | None:
    """The first noun decides: a name from the lists, a country, a role, a body."""
    words = mention.words
    matches = {match.start: match for match in load_lexicon().scan(words)}
    places = {start: end for start, end, _ in load_geography().scan(words)}
    first = behind_participle(words)
    for at, word in enumerate(words):
        if at < first:
            continue
        if at in matches and not _is_modifier(words, matches[at]):
            return _known(mention, matches[at])
        noun = split_noun(word)
        if noun is not None and noun.head.kind not in (*UTTERANCES, "title"):
            apposed = _apposed(mention, at, matches)
            if apposed is not None:
                return _known(mention, apposed)
            if noun.head.kind in ROLES:
                return read_role(mention, at, noun)
            if noun.head.kind != "body":
                return read_group(mention, at, noun)
            listed = at + 1 in matches and not _namesake(noun, matches[at + 1])
            return _known(mention, matches[at + 1]) if listed else read_body(mention, at, noun)
        if at in places and not (at > 0 and words[at - 1].lower() in _WHERE and any(map(capital, words[: at - 1]))):
            reading = _place(words, at, places[at])
            if reading is not None:
                return reading
    return None


def _namesake(noun: Noun, match: Match) -> bool:
    """Whether the body is another than the medium that the lists know by its name: "der Geheimdienst SWR"."""
    told = noun.head.institution in ("intelligence", "military", "government", "party", "armed_group")
    return told and match.entry.kind == "media"


def _apposed(mention: Words, at: int, matches: dict[int, Match]) -> Match | None:
    """The known body that a generic noun turns out to be: "der Betreiber des Netzes, der Konzern RWE"."""
    words = mention.words
    commas = [place for place in range(at + 1, len(words)) if words[place] == ","]
    if not commas or words[0].lower() not in DEFINITE:
        return None
    rest = [place for place in range(commas[0] + 1, len(words)) if words[place] not in (",",)]
    last = next((match for match in matches.values() if match.end == len(words) and match.start > commas[0]), None)
    noun = split_noun(words[at])
    if last is None or last.entry.kind == "persons" or noun is None or noun.head.kind == "office":
        return None
    before = [place for place in rest if place < last.start and capital(words[place])]
    generic = all((inner := split_noun(words[place])) is not None and inner.head.kind == "body" for place in before)
    linked = any(words[place] in ("von", "vom", "bei", "des", "für", "und") for place in rest)
    return last if generic and not linked else None


def _aged(mention: Words) -> Interpretation | None:
    """ "ein 54-jähriger Gleitschirmflieger", "der 81-jährige": a person known by age alone."""
    for at, word in enumerate(mention.words):
        first, _, rest = word.partition("-")
        noun = split_noun(f"{first}-{rest.capitalize()}") if first.isdigit() and rest.startswith("jährig") else None
        if noun is not None:
            return read_role(mention, at, noun)
    return None


def _is_modifier(words: Sequence[str], match: Match) -> bool:
    """Whether a known name only stands before the head noun ("Human Rights Watch-Sprecher") or inside another name."""
    if match.end - match.start == 1 and match.entry.kind in ("media", "organisations") and match.start > 0:
        around = (words[match.start - 1], words[match.end] if match.end < len(words) else "")
        if around[0].lower() not in ARTICLES and all(
            capital(word) and split_noun(word) is None and word not in QUOTES for word in around
        ):
            # "Space Telescope Science Institute"
            return True
    follows = words[match.end] if match.end < len(words) else ""
    if match.entry.kind == "media" and words[match.end - 1].endswith("er") and split_noun(follows) is not None:
        # "New Yorker Gesundheitsbehörden"
        return True
    return match.entry.kind == "persons" and match.end < len(words) and split_noun(words[match.end]) is not None


def _known(mention: Words, match: Match) -> Interpretation:
    """A name from the lists, its country corrected where the words name another ("ukrainischer …")."""
    entry = match.entry
    tie = belonging(mention.words, match.start)
    own = entry.country not in _UNIONS and entry.institution not in ("igo", "expert")
    of_state = own and entry.kind in ("bodies", "parties")
    if of_state and len(tie.country) == 2 and tie.from_adjective and tie.country not in (entry.country, "EU"):
        entity = " ".join(word for word in mention.words if word.lower() not in ARTICLES)
        return Interpretation(entity, "body", "known_elsewhere", tie.country, entry.institution)
    branch = _branch(mention.words, match)
    if branch is not None:
        entity = f"{entry.name} {branch.name}"
        return Interpretation(entity, "known", "known_branch", branch.country, entry.institution, entry=entry)
    return Interpretation(entry.name, "known", "known_" + entry.kind, entry.country, entry.institution, entry=entry)


def _branch(words: Sequence[str], match: Match) -> Place | None:
    """The state whose branch of a firm or club is meant: "Ikea Deutschland", "das Rote Kreuz Haitis"."""
    if match.entry.kind != "organisations" or match.end >= len(words):
        return None
    place = load_geography().place(words[match.end])
    own = place is not None and place.kind == "state" and place.country not in (match.entry.country, *_UNIONS)
    return place if own else None


def _place(words: Sequence[str], start: int, end: int) -> Interpretation | None:
    """A state or town as speaker is its government, its people with a plural article too."""
    place = load_geography().scan(words[start:end])[0][2]
    later = next((i for i in range(end, len(words)) if split_noun(words[i])), None)
    if place.kind in ("state", "capital", "town"):
        if later is None or any(not capital(word) and word not in ARTICLES for word in words[end:later]):
            return Interpretation(load_geography().speaker(place), "country", "country", place.country, "government",
                                  surface=place.name)  # fmt: skip
        return None
    if place.kind != "people" or (later is not None and later == end):
        return None
    if start > 0 and words[start - 1].lower() in ("die", "den"):
        return Interpretation(words[start], "country", "people_of_country", place.country, "government")
    the = start > 0 and words[start - 1] in ("der", "dem", "den", "des", "Der")
    return Interpretation(words[start], "role", "people", place.country, "citizen", "unnamed", definite=the,
                          gender="f" if words[start].endswith("in") else "m")  # fmt: skip


def _part_of_body(mention: Words) -> Interpretation | None:
    """A thing that no list knows, with the body it belongs to: "die Sportförderung des Bezirks"."""
    words = mention.words
    at = next((i for i, word in enumerate(words) if word.lower() not in ARTICLES), len(words))
    if at + 2 >= len(words) or mention.labels[at] != COMMON or words[at + 1].lower() not in (*GENITIVE, "von", "vom"):
        return None
    behind = _noun_phrase(clean(words[at + 1 :], mention.labels[at + 1 :]))
    if behind is None or behind.kind not in ("body", "known") or behind.institution not in _WITH_PARTS:
        return None
    return Interpretation(" ".join(words[at:]), "body", "part_of_body", behind.country, behind.institution)


RULES: tuple[Callable[[Words], Interpretation | None], ...] = (
    _nothing,
    _pronoun,
    _one_of_them,
    _official,
    # before persons: "Angaben von Kristina Lohse" is about who stands behind the words
    _utterance,
    read_person,
    _noun_phrase,
    _aged,
    _part_of_body,
    unknown_name,
)

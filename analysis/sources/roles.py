"""Reads who a mention is from its words: the ordered rules for names, roles, bodies and groups.

The first rule that applies decides; each carries its id into the reading. A rule returns None where it does
not apply. What needs the article (pronouns, "die Behörde") is left to resolve.py.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from analysis.model import Naming, Source
from analysis.sources.affiliation import Belonging, belonging, known_first
from analysis.sources.geography import load_geography
from analysis.sources.heads import Noun, split_noun
from analysis.sources.joint import split_joint
from analysis.sources.lexicon import Match, load_lexicon
from analysis.sources.persons import read_person
from analysis.sources.phrases import is_plural, nominative
from analysis.sources.reading import Reading, ReadingKind, as_source, join
from analysis.sources.words import ARTICLES, DEFINITE, INDEFINITE, Words, capital, clean, cut

_PRONOUNS = {
    "er": "m", "ihm": "m", "ihn": "m", "dieser": "m", "letzterer": "m", "jener": "m", "sie": "f", "ihr": "f",
    "diese": "f", "letztere": "f", "es": "n", "dieses": "n", "diesem": "m", "ihnen": "p", "beide": "p", "beiden": "p",
    "der": "m", "die": "f", "das": "n", "dem": "m", "deren": "p", "dessen": "m", "denen": "p", "wir": "p", "ich": "",
    "sein": "m", "seine": "m", "seiner": "m", "seinen": "m", "seinem": "m", "ihre": "f", "ihrer": "f", "ihren": "f",
    "ihrem": "f", "demnach": "", "danach": "", "selbst": "", "welcher": "m", "welche": "f",
}  # fmt: skip
_NOBODY = {"man", "es", "niemand", "jemand", "keiner", "was", "wer"}
_OWN = {
    "eigen",
    "eigene",
    "eigenen",
    "eigener",
    "eigenem",
    "seinen",
    "ihren",
    "seiner",
    "ihrer",
    "deren",
    "dessen",
}
_UNNAMED_WITH_BODY = {"beamt", "quelle", "quellen", "kreise", "kreisen", "umfeld", "berater", "beraterin"}
_SPEAKS_FOR = {"sprecher", "sprecherin", "wortführer", "pressestelle"}
_COMPANY_ENDINGS = {"AG": "business", "GmbH": "business", "SE": "business", "KG": "business", "Inc.": "business",
                    "Inc": "business", "Ltd.": "business", "Ltd": "business", "Corp.": "business", "plc": "business",
                    "e.V.": "ngo", "University": "expert", "Party": "party", "Association": "ngo", "Group": "business",
                    "Post": "media", "News": "media", "Times": "media", "Institute": "expert", "Company": "business",
                    "Corporation": "business", "Union": "ngo", "Foundation": "ngo", "Council": "ngo"}  # fmt: skip
_SITE_ENDINGS = (".com", ".de", ".org", ".net", ".at", ".ch", ".co.uk")


def read(mention: Words) -> Reading | None:
    """The reading of one speaker's words; None where they name nobody that the rules know."""
    for rule in RULES:
        reading = rule(mention)
        if reading is not None:
            return reading
    return None


def read_all(mention: Words) -> tuple[Reading, ...]:
    """The readings of a mention that may name joint speakers, in order."""
    parts = split_joint(mention, read)
    readings = [reading for part in parts if (reading := read(part)) is not None]
    return tuple(readings)


def type_mention(mention: str | Sequence[str], country: str = "DE") -> Source | None:
    """Who a mention is, from its words alone; ``country`` is meant where the words name none.

    None where only the article could tell ("er", "ihrer Meinung nach") or nobody is named.
    """
    words = cut(mention) if isinstance(mention, str) else tuple(mention)
    readings = [reading for reading in read_all(clean(words)) if reading.settled]
    return join(tuple(as_source(reading, country) for reading in readings)) if readings else None


def _nothing(mention: Words) -> Reading | None:
    """No words, or "man", "es"."""
    if not mention.words or (len(mention.words) == 1 and mention.words[0].lower() in _NOBODY):
        return Reading("-", "nobody", "nobody", naming="none")
    return None


def _pronoun(mention: Words) -> Reading | None:
    """A pronoun, or a possessive before a word for an utterance ("ihrer Meinung nach")."""
    first = mention.words[0].lower()
    if first in _PRONOUNS and len(mention.words) == 1:
        return Reading("-", "pronoun", "pronoun", gender=_PRONOUNS[first])
    return None


def _utterance(mention: Words) -> Reading | None:
    """ "Angaben der Polizei", "einem Bericht der Zeitung": the source stands behind the utterance."""
    at = _first_noun(mention.words)
    noun = split_noun(mention.words[at]) if at is not None else None
    if at is None or noun is None or noun.head.kind not in ("report", "study", "press"):
        return None
    if any(match.start <= at < match.end for match in load_lexicon().scan(mention.words)):
        return None
    rest = clean(mention.words[at + 1 :], mention.labels[at + 1 :])
    behind = read(replace_asides(rest, mention)) if rest.words else None
    if behind is not None and behind.settled:
        return replace(behind, rule=f"behind_{noun.head.kind}/{behind.rule}")
    if noun.first and noun.head.kind == "report":
        inner = _first_part(noun.first)
        if inner is not None:
            return inner
    before = [word.lower() for word in mention.words[:at]]
    if any(word in _OWN for word in before):
        gender = next((_PRONOUNS[word] for word in before if word in _PRONOUNS), "")
        return Reading("-", "own", "own_utterance", gender=gender)
    named = load_geography().scan(mention.words[:at])
    if named and noun.head.kind == "report":
        place = named[0][2]
        return Reading(mention.words[0] + " " + mention.words[at], "body", "utterance_of_country", place.country,
                       "government", "unnamed")  # fmt: skip
    if noun.head.kind == "report":
        return Reading("-", "nobody", "bare_utterance", naming="none")
    return _group(mention, at, noun)


def _first_part(first: str) -> Reading | None:
    """The source in the first part of a compound: Polizei(angaben), Kreml(angaben), Unternehmens(angaben)."""
    entry = known_first(first)
    if entry is not None:
        return Reading(entry.name, "known", "first_part_known", entry.country, entry.institution, entry=entry)
    for form in (first, first.removesuffix("s"), first + "n"):
        noun = split_noun(form[:1].upper() + form[1:])
        if noun is not None:
            word = form[:1].upper() + form[1:]
            naming: Naming = "named" if noun.head.kind == "body" else "unnamed"
            kind: ReadingKind = "body" if noun.head.kind == "body" else "group"
            return Reading(word, kind, "first_part_body", "", noun.head.institution, naming, noun,
                           definite=kind == "body")  # fmt: skip
    return None


def _person(mention: Words) -> Reading | None:
    """A person by name, with the role that stands beside it."""
    return read_person(mention)


def _noun_phrase(mention: Words) -> Reading | None:
    """The first noun decides: a name from the lists, a country, a role, a body."""
    words = mention.words
    matches = {match.start: match for match in load_lexicon().scan(words)}
    places = {start: (end, place) for start, end, place in load_geography().scan(words)}
    at = 0
    while at < len(words):
        if at in matches and not _is_modifier(words, matches[at].end, matches[at]):
            return _known(mention, matches[at])
        noun = split_noun(words[at])
        if noun is not None and noun.head.kind not in ("report", "title"):
            return _headed(mention, at, noun, matches)
        if at in places:
            end, place = places[at]
            later = next((i for i in range(end, len(words)) if split_noun(words[i])), None)
            if place.kind in ("state", "capital", "town") and (
                later is None or _preposition_between(words, end, later)
            ):
                return _country(words, at, end)
            if place.kind == "people" and (later is None or later > end):
                return _people(words, at)
        at += 1
    return None


def _preposition_between(words: Sequence[str], start: int, end: int) -> bool:
    return any(not capital(word) and word not in ARTICLES for word in words[start:end])


def _is_modifier(words: Sequence[str], end: int, match: Match) -> bool:
    """Whether a known name only stands before the head ("Human Rights Watch-Sprecher")."""
    return match.entry.kind == "persons" and end < len(words) and split_noun(words[end]) is not None


def _known(mention: Words, match: Match) -> Reading:
    """A name from the lists, its country corrected where the words name another ("ukrainischer …")."""
    entry = match.entry
    tie = belonging(mention.words, match.start, match.start, match.end)
    kind_of_state = entry.institution in (
        "government",
        "parliament",
        "party",
        "intelligence",
        "justice",
        "military",
    )
    if kind_of_state and tie.country and len(tie.country) == 2 and tie.country != entry.country and entry.kind in (
        "bodies", "parties"
    ):  # fmt: skip
        return Reading(" ".join(word for word in mention.words if word.lower() not in ARTICLES), "body",
                       "known_elsewhere", tie.country, entry.institution)  # fmt: skip
    return Reading(entry.name, "known", "known_" + entry.kind, entry.country, entry.institution, entry=entry)


def _country(words: Sequence[str], start: int, end: int) -> Reading:
    """A state or town as speaker is its government."""
    place = load_geography().scan(words[start:end])[0][2]
    return Reading(place.name, "country", "country", place.country, "government", definite=True)


def _people(words: Sequence[str], at: int) -> Reading:
    """Inhabitants: with the definite article the side of a country, else citizens."""
    place = load_geography().scan(words[at : at + 1])[0][2]
    definite = at > 0 and words[at - 1].lower() in ("die", "den", "der")
    if definite:
        return Reading(words[at], "country", "people_of_country", place.country, "government")
    return Reading(words[at], "role", "people", place.country, "citizen", "unnamed")


def _headed(mention: Words, at: int, noun: Noun, matches: dict[int, Match]) -> Reading:
    """A noun phrase whose head is known: role, body, group or study."""
    kind = noun.head.kind
    if kind in ("office", "member", "voice"):
        return _role(mention, at, noun)
    if kind == "body":
        following = matches.get(at + 1)
        if following is not None:
            return _known(mention, following)
        return _body(mention, at, noun)
    return _group(mention, at, noun)


def _tie(mention: Words, at: int, noun: Noun) -> Belonging:
    return belonging(mention.words, at, 0, len(mention.words), noun)


def _role(mention: Words, at: int, noun: Noun) -> Reading:
    """A person by role alone: "der Kremlsprecher", "US-Beamte", "ein Vertreter der Vereinten Nationen"."""
    words = mention.words
    article = _article(words, at)
    plural = is_plural(noun, article)
    tie = _tie(mention, at, noun)
    institution = _institution(noun, tie)
    country = tie.country or ("-" if noun.head.placeless and not tie.body else "")
    kind, word = noun.head.kind, noun.head.word
    naming: Naming = "role" if kind == "office" and not plural else "unnamed"
    entity = _party_people(noun, tie, words, at, plural) or nominative(words[: _stop(words, at)], at, noun, plural)
    if tie.body and (word in _SPEAKS_FOR or kind == "member") and not plural and word not in _UNNAMED_WITH_BODY:
        entity, naming = tie.body, "role"
    elif tie.body and tie.named and institution == "ngo" and plural:
        entity, naming = tie.body, "named"
    return Reading(entity, "role", f"role_{kind}", country, institution, naming, noun, tie.entry, plural=plural,
                   definite=article.lower() in DEFINITE and _bare(words, at),
                   indefinite=article.lower() in INDEFINITE)  # fmt: skip


def _party_people(noun: Noun, tie: Belonging, words: Sequence[str], at: int, plural: bool) -> str:
    """ "Politiker der SPD" → "SPD-Politiker"."""
    if noun.head.word != "politiker" or not tie.entry or noun.first or at + 1 >= len(words):
        return ""
    return f"{tie.entry.name}-Politiker"


def _institution(noun: Noun, tie: Belonging) -> str:
    """The institution of a role: its own, or that of the body it belongs to where the head borrows."""
    if noun.head.borrows and tie.institution:
        return tie.institution
    if noun.head.borrows and tie.country and not tie.from_adjective and noun.head.institution in ("", "unknown"):
        return "government"
    return noun.head.institution or "unknown"


def _body(mention: Words, at: int, noun: Noun) -> Reading:
    """A body by its kind: "die Mainzer Polizei", "das isländische Fischereiministerium"."""
    words = mention.words
    name = _proper_name(mention, at + 1)
    tie = _tie(mention, at, noun)
    institution = tie.institution if noun.head.borrows and tie.institution else noun.head.institution or "unknown"
    if name:
        return Reading(name, "body", "body_name", tie.country, institution, noun=noun)
    article = _article(words, at)
    stop = _stop(words, at)
    entity = _city_body(words, at) or nominative(words[:stop], at, noun, is_plural(noun, article))
    naming: Naming = "unnamed" if article.lower() in INDEFINITE else "named"
    return Reading(entity, "body", "body", tie.country, institution, naming, noun, plural=noun.plural,
                   definite=article.lower() in DEFINITE and _bare(words, at))  # fmt: skip


def _city_body(words: Sequence[str], at: int) -> str:
    """ "Mainzer Polizei" → "Polizei Mainz", as the police of a town call themselves."""
    place = load_geography().place(words[at - 1]) if at > 0 else None
    if (
        place
        and place.kind == "adjective"
        and capital(words[at - 1])
        and "-" not in words[at - 1]
        and capital(place.name)
    ):
        noun = split_noun(words[at])
        if noun and noun.head.word in ("polizei", "staatsanwaltschaft", "feuerwehr", "kriminalpolizei"):
            return f"{words[at]} {place.name}"
    if at + 2 < len(words) and words[at + 1] in ("in", "von") and load_geography().place(words[at + 2]):
        noun = split_noun(words[at])
        if noun and noun.head.institution == "justice":
            return f"{words[at]} {words[at + 2]}"
    return ""


def _proper_name(mention: Words, start: int) -> str:
    """The name that follows a kind of body: "der Bewegung Tehrik-i-Taliban", "der Website icelandreview.com"."""
    words, labels = mention.words, mention.labels
    end = start
    while end < len(words) and (
        labels[end].endswith("ORG") or (capital(words[end]) and split_noun(words[end]) is None)
        or words[end].endswith(_SITE_ENDINGS) or (end > start and words[end] in ("for", "of", "and", "de", "the"))
    ):  # fmt: skip
        end += 1
    name = " ".join(words[start:end])
    place = load_geography().place(name.split(" ")[0]) if name else None
    return "" if place is not None and end - start == 1 else name


def _group(mention: Words, at: int, noun: Noun) -> Reading:
    """People or bodies in general: "die Behörden", "lokale Medien", "nordkoreanische Staatsmedien"."""
    words = mention.words
    tie = _tie(mention, at, noun)
    plural = is_plural(noun, _article(words, at))
    institution = noun.head.institution or "unknown"
    if noun.head.borrows and tie.institution:
        institution = tie.institution
    if noun.head.word.endswith("medien") and _state_controlled(tie.country):
        institution = "state_media"
    local = any(word.startswith(("lokal", "örtlich", "regional", "einheimisch")) for word in words[:at])
    country = tie.country or ("-" if noun.head.placeless and not local else "")
    naming: Naming = "role" if noun.head.institution in ("state_media", "parliament") else "unnamed"
    entity = nominative(words[: _stop(words, at)], at, noun, plural)
    kind: ReadingKind = "study" if noun.head.kind == "study" else "group"
    return Reading(entity, kind, "group_" + noun.head.kind, country, institution, naming, noun, plural=plural)


_NO_FREE_PRESS = {"CN", "KP", "IR", "SY", "CU", "BY", "VN", "LA", "ER", "TM"}


def _state_controlled(country: str) -> bool:
    """Whether a state allows no press beside its own, so that "chinesische Medien" are state media."""
    return country in _NO_FREE_PRESS


def _unknown_name(mention: Words) -> Reading | None:
    """A name that no list holds: its ending, or the engine's label, tells what it is."""
    words = mention.words
    start = next((place for place, word in enumerate(words) if capital(word) or word.endswith(_SITE_ENDINGS)), None)
    if start is None:
        return None
    name = _proper_name(mention, start)
    if not name:
        return None
    last = name.split(" ")[-1]
    if last.endswith(_SITE_ENDINGS):
        return Reading(name, "body", "site", "", "media")
    if last in _COMPANY_ENDINGS:
        return Reading(name, "body", "name_ending", "", _COMPANY_ENDINGS[last])
    if mention.labels[start].endswith("ORG"):
        return Reading(name, "body", "labelled_body", "", "business")
    return None


def _article(words: Sequence[str], at: int) -> str:
    """The article before a head noun, "" where there is none."""
    return next((word for word in words[:at] if word.lower() in ARTICLES), "")


def _bare(words: Sequence[str], at: int) -> bool:
    """Whether nothing but an article stands with the noun, so that the article must tell who it is."""
    return at == len(words) - 1 and all(word.lower() in ARTICLES for word in words[:at])


def _stop(words: Sequence[str], at: int) -> int:
    """Where the name of a role or body ends: at a comma, a relative clause or a preposition of place or time."""
    for place in range(at + 1, len(words)):
        if words[place] in (",", ";", ":") or words[place] in (
            "bei",
            "am",
            "im",
            "in",
            "auf",
            "vom",
            "seit",
            "aus",
        ):
            return place
    return len(words)


def _first_noun(words: Sequence[str]) -> int | None:
    return next((place for place, word in enumerate(words) if split_noun(word)), None)


def replace_asides(part: Words, whole: Words) -> Words:
    """The part with the parentheses of the whole mention."""
    return Words(part.words, part.labels, part.asides or whole.asides)


RULES: tuple[Callable[[Words], Reading | None], ...] = (
    _nothing,
    _pronoun,
    # before persons: "Angaben von Kristján Loftsson" is about who stands behind the words
    _utterance,
    _person,
    _noun_phrase,
    _unknown_name,
)

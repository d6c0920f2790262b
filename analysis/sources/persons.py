"""Reads a person by name with the role that stands beside the name: before it, or as an apposition after it."""

from collections.abc import Sequence

from analysis.sources.affiliation import Belonging, belonging, known_first
from analysis.sources.geography import load_geography
from analysis.sources.heads import Noun, split_noun
from analysis.sources.lexicon import Entry, load_lexicon
from analysis.sources.names import find_names, gender_of_name
from analysis.sources.reading import Reading
from analysis.sources.words import Words

_ROLES = {"office", "member", "voice"}
_APPOSITION = {",", "–", "-", ":"}


def read_person(mention: Words) -> Reading | None:
    """The person whose name is the core of the mention; None where no name is, or it only follows a body.

    "die Regierung Merkel" and "Angaben von Peskow" are read by other rules. An office that the words state
    goes before the list of persons.
    """
    names = find_names(mention)
    if not names:
        return None
    start, end = names[0]
    name = " ".join(mention.words[start:end])
    at = _role_place(mention.words, start, end)
    if at is None and _headed_by_other(mention.words, start):
        return None
    entry = load_lexicon().match(mention.words[start:end]) or _by_surname(mention.words[start:end])
    entity = entry.name if entry else name
    gender = gender_of_name(entity)
    noun = split_noun(mention.words[at]) if at is not None else None
    if at is None or noun is None:
        country = entry.country if entry else _stated_country(mention.words[:start])
        institution = entry.institution if entry else ""
        return Reading(entity, "person", "name_known" if entry else "name", country, institution, entry=entry,
                       gender=gender)  # fmt: skip
    first, last = (0, start) if at < start else (end, len(mention.words))
    tie = belonging(mention.words, at, first, last, noun)
    if not tie.body and mention.asides:
        tie = _from_aside(tie, mention.asides)
    institution = _institution(noun, tie) or (entry.institution if entry else "")
    country = tie.country or (entry.country if entry else "-" if noun.head.placeless and not tie.body else "")
    return Reading(entity, "person", "name_with_role", country, institution, noun=noun, entry=entry,
                   stated=bool(institution), gender=gender or _gender(noun))  # fmt: skip


def _role_place(words: Sequence[str], start: int, end: int) -> int | None:
    """Where the noun of the person's role stands: nearest before the name, else first in an apposition."""
    for place in range(start - 1, -1, -1):
        noun = split_noun(words[place])
        if noun is not None and noun.head.kind in _ROLES:
            return place
    if end < len(words) and words[end] in _APPOSITION:
        for place in range(end + 1, len(words)):
            noun = split_noun(words[place])
            if noun is not None and noun.head.kind in _ROLES:
                return place
    return None


def _headed_by_other(words: Sequence[str], start: int) -> bool:
    """Whether a body, a group or a report before the name is what the mention is about."""
    nouns = (split_noun(word) for word in words[:start])
    return any(
        noun is not None and noun.head.kind in ("body", "group", "report", "study", "press") for noun in nouns
    )


def _by_surname(words: Sequence[str]) -> Entry | None:
    return load_lexicon().surname(words[0]) if len(words) == 1 else None


def _stated_country(words: Sequence[str]) -> str:
    found = load_geography().scan(words)
    return found[-1][2].country if found else ""


def _from_aside(tie: Belonging, asides: Sequence[Sequence[str]]) -> Belonging:
    """ "Wiebke Nolte (Linke)": the party or body in parentheses."""
    for aside in asides:
        entry = known_first(" ".join(aside)) or load_lexicon().match(tuple(aside))
        if entry is not None:
            return tie._replace(
                country=tie.country or entry.country, institution=entry.institution, body=entry.name
            )
    return tie


def _institution(noun: Noun, tie: Belonging) -> str:
    """The institution of the role: its own, or that of the body where the head borrows it."""
    if noun.head.borrows and tie.institution:
        return tie.institution
    if noun.head.borrows and tie.country and noun.head.institution == "" and not tie.from_adjective:
        return "government"
    return noun.head.institution


def _gender(noun: Noun) -> str:
    return "f" if noun.head.word.endswith("in") else "m"

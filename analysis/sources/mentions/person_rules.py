"""Reads a person's name together with the role beside it: before the name, after a comma, in parentheses."""

import re
from collections.abc import Iterator, Sequence

from analysis.model import Span
from analysis.sources.lexicons.head_nouns import BEFORE_NAMES, ROLES, Noun, adjectival, split_noun
from analysis.sources.lexicons.known_entities import Entry, load_lexicon
from analysis.sources.lexicons.name_endings import institution_of_words
from analysis.sources.mentions.affiliation import Belonging, belonging
from analysis.sources.mentions.held_roles import role_institution
from analysis.sources.mentions.inflection import is_plural
from analysis.sources.mentions.interpretation import Interpretation
from analysis.sources.mentions.noun_phrase_rules import article_before
from analysis.sources.mentions.owners import asked, house_of_learning
from analysis.sources.mentions.person_names import find_names, gender_of_name
from analysis.sources.mentions.words import GENITIVE, INDEFINITE, PARTICLES, POSSESSIVES, Words, capital

_OF_STATE = {"government", "parliament", "party", "military", "justice"}
_PREPOSITIONS = {"in", "im", "am", "an", "bei", "beim", "aus", "mit", "nahe", "auf"}
_EMPLOYERS = {"government", "justice", "military", "intelligence", "igo", "ngo"}
"""Bodies for which a scientist or engineer of theirs speaks."""
_LEFT = ("pensioniert", "ruhestand", "gelernt")
_LEARNED = {"Dr.", "Prof.", "Dr", "Prof", "Professor", "PD"}
_YOUNGER = (("junior",), ("jun.",), ("jr.",), ("Jr.",), ("Junior",))
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,4}[A-ZÄÖÜ]{1,2}")
_BREAKS = {",", ";", ":"}
_OF_MONEY = re.compile(
    r"(?i).*(?<!volks)(?<!raiffeisen)(?<!genossenschafts)bank|.*(vermögensverwalter|fonds|fondsgesellschaft|broker)"
)
"""Houses whose people are asked as analysts; those of a town's bank are asked about their bank."""


def read_person(mention: Words) -> Interpretation | None:
    """The reading of a mention whose speaker is named; None where no name stands, or only as somebody's attribute."""
    name = main_name(mention)
    entry = None
    if name is None:
        name = _family_name_alone(mention.words)
        if name is None:
            return None
    if name[0] > 0 and person_entry(mention.words[name[0] - 1 : name[1]], full=True):
        name = (name[0] - 1, name[1])
    words = mention.words[name[0] : name[1]]
    entry = person_entry(words)
    if mention.words[name[1] : name[1] + 1] in _YOUNGER:
        # "Trump junior" is another than the one the lists know
        words, entry = mention.words[name[0] : name[1] + 1], None
    noun, tie, institution = role_around(mention, name)
    own = bool(institution)
    if entry is None and own and len(words) == 1:
        entry = load_lexicon().bearer(words[0], tie.country, institution)
    if entry is not None and (not institution or (noun is None and institution == "party")):
        # "(CDU)" behind a name tells less than the office that the lists know
        institution = entry.institution
    if not institution and noun is None and (_LEARNED & set(mention.words[max(name[0] - 2, 0) : name[0] + 1])):
        institution = "expert"
    country = tie.country or (_own_country(entry, institution) if entry is not None else "")
    gender = "f" if noun is not None and noun.head.word.endswith("in") else gender_of_name(" ".join(words))
    full = entry.name if entry else genitive_off(" ".join(words))
    kind = "person_role" if own else "person"
    return Interpretation(full, "person", kind, country, institution, noun=noun, entry=entry,
                   stated=own, gender=gender, body=tie.body, owner=tie.owner, surface=" ".join(words),
                   possessed=name[0] > 0 and mention.words[0].lower() in POSSESSIVES)  # fmt: skip


def _own_country(entry: Entry, institution: str) -> str:
    """The country of a listed person, "" where an office of a state is stated and the list knows one of a union."""
    return "" if len(entry.country) > 2 and institution in _OF_STATE and entry.institution == "igo" else entry.country


def main_name(mention: Words) -> Span | None:
    """Where the speaker's own name stands: in a comma part of its own, else the first that is no attribute."""
    names = [name for name in find_names(mention) if not _other_entry(mention.words[name[0] : name[1]])]
    own = [name for name in names if _alone(mention.words, name)]
    free = [name for name in names if not _attribute(mention.words, name)]
    if own and (not free or own[0] not in free or own[0] == free[0] or _attribute_before(mention.words, own[0])):
        return own[0]
    if own and free[0][0] > 0 and mention.words[free[0][1] - 1].endswith("s"):
        # "der Redenschreiber Putins, Abbas Galljamow"
        return own[0]
    return free[0] if free else None


def _other_entry(words: Sequence[str]) -> bool:
    entry = load_lexicon().match(words)
    return entry is not None and entry.kind != "persons"


def _alone(words: Sequence[str], name: Span) -> bool:
    """Whether commas or the edges enclose the name, with another part before it."""
    start, end = name
    return start > 0 and words[start - 1] in _BREAKS and (end == len(words) or words[end] in _BREAKS)


def _attribute_before(words: Sequence[str], name: Span) -> bool:
    return any(split_noun(word) for word in words[: name[0]])


def _attribute(words: Sequence[str], name: Span) -> bool:
    """Whether the name belongs to another noun: "Anwalt von X", "Mitarbeiter der Ministerin X"."""
    start = name[0]
    if _owner(words, name):
        return True
    if start == 0:
        return False
    if start > 1 and words[start - 2].lower() in INDEFINITE and words[name[1] - 1].endswith("s"):
        # "ein Sprecher Koch-Mehrins"
        speaker = split_noun(words[start - 1])
        return speaker is not None and speaker.head.kind in ROLES and name[1] == len(words)
    part = max((i + 1 for i in range(start) if words[i] in _BREAKS), default=0)
    kinds = (*BEFORE_NAMES, "body")
    heads = [i for i in range(part, start) if (noun := split_noun(words[i])) and noun.head.kind in kinds]
    if words[start - 1] in ("von", "um"):
        return bool(heads)
    several = split_noun(words[start - 1])
    genitive = several is not None and several.head.kind != "title" and words[name[1] - 1].endswith("s")
    if several is not None and genitive and is_plural(several, article_before(words[part:], start - part - 1), True):
        return True
    if len(heads) < 2:
        return bool(heads) and words[start - 1].lower() in GENITIVE
    between = words[heads[0] + 1 : heads[-1]]
    last = split_noun(words[heads[-1]])
    person = last is not None and last.head.kind in ROLES
    return person and heads[-1] == start - 1 and any(word.lower() in (*GENITIVE, "von", "vom") for word in between)


def _owner(words: Sequence[str], name: Span) -> bool:
    """Whether the name is a genitive before somebody else: "Rezais Wahlkampfhelfer", "Merkels neuer Sprecher"."""
    if not words[name[1] - 1].endswith("s"):
        return False
    head = next((word for word in words[name[1] :] if capital(word) or word in _BREAKS), "")
    noun = split_noun(head)
    return noun is not None and noun.head.kind in ROLES


def _family_name_alone(words: Sequence[str]) -> Span | None:
    """A mention that is one well-known family name, perhaps after a title or role: "Putin", "Präsident Putin"."""
    if len(words) > 1 and load_lexicon().short_name(words) is not None:
        return 0, len(words)
    for place, word in enumerate(words):
        if place and word in PARTICLES and load_lexicon().short_name(words[place:]) is not None:
            # "Kommissionschefin von der Leyen"
            before = split_noun(words[place - 1])
            return (place, len(words)) if before is not None and before.head.kind in BEFORE_NAMES else None
        if not capital(word) or load_lexicon().surname(word) is None:
            continue
        if _attribute(words, (place, place + 1)):
            continue
        # "der 53-jährige Uribe"
        alone = len(words) == 1 or (place == len(words) - 1 and not any(map(capital, words[1:place])))
        noun = split_noun(words[place - 1]) if place else None
        if alone or (noun is not None and noun.head.kind in BEFORE_NAMES) or (place == 0 and words[1] in _BREAKS):
            return place, place + 1
    return None


def person_entry(words: Sequence[str], full: bool = False) -> Entry | None:
    """The person of the lists with this full name, or (not ``full``) with this well-known family name."""
    lexicon = load_lexicon()
    entry = lexicon.match(words)
    if entry is not None and entry.kind == "persons":
        return entry
    if full:
        return None
    return lexicon.short_name(words) or (lexicon.surname(words[0]) if len(words) == 1 else None)


def role_around(mention: Words, name: Span) -> tuple[Noun | None, Belonging, str]:
    """The role noun that goes with the name, what it belongs to, and the institution that follows ("" none)."""
    words = mention.words
    start, end = name
    before, after = words[:start], words[end:]
    aside = [word for part in mention.asides for word in part]
    roles = []
    for rest, near in ((before, True), (after, False)):
        found = _role_in(rest, near)
        if found is not None:
            place, noun = found
            tie = belonging(rest, place, noun)
            if not tie.institution and not tie.country and aside:
                beside = _bare_body(aside)
                # "die Bundesdrogenbeauftragte Ida Kern (CDU)" holds an office of the state
                held = beside.institution == "party" and noun.head.institution in ("government", "parliament")
                tie = tie._replace(country=beside.country) if held else beside
            roles.append((noun, tie, role_institution(rest, place, noun, tie)))
    if roles:
        noun, tie, institution = roles[0]
        if not tie.institution and not tie.country and noun.head.borrows:
            # "Oberst Franz Polzer vom Landeskriminalamt": the body stands on the other side of the name
            behind = _bare_body(after, linked=True)
            tie = behind if behind.institution or behind.country else tie
            # an analyst of a bank stays one
            kept = institution == "expert" and tie.institution == "business"
            institution = institution if kept else tie.institution or institution
        elif not any(other.country for _, other, _ in roles):
            # "die Informatikerin Nele Brodersen von der Universität Kiel"
            tie = tie._replace(country=_bare_body(after, linked=True).country)
        if not tie.institution and institution == "expert" and noun.head.kind == "voice":
            # "Geologin Ida Kern vom Landesamt für Bergbau" speaks for the office
            employer = _bare_body(_phrase(after), linked=True)
            if employer.institution in _EMPLOYERS or (employer.institution == "business" and not asked(noun)):
                tie, institution = employer._replace(country=employer.country or tie.country), employer.institution
        member = _bare_body(aside) if aside and noun.head.kind == "voice" else Belonging()
        if member.institution == "party":
            # "Landwirt Jan Moor (CDU)", "die Ärztin Ida Kern (SPD)" speak as politicians
            tie = member._replace(country=tie.country or member.country)
            institution = institution if institution in ("government", "parliament") else "party"
        elif institution in ("expert", "business") and noun.head.kind == "voice" and _retired(words):
            institution = "citizen"
        if institution == "business" and not _role_in(before, True) and _of_money(after):
            institution = "expert"
        country = next((other.country for other in (*(role[1] for role in roles), tie) if other.country), "")
        return noun, tie._replace(country=country), institution or roles[-1][2]
    council = split_noun(before[-1]) if before else None
    if council is not None and council.head.kind == "body" and council.head.word.endswith("rat"):
        # "Regierungsrat Jan Moor (FDP)" sits in it
        return council, belonging(before, start - 1, council), council.head.institution
    # "Weber im Kölner Stadt-Anzeiger" is told there
    placed = bool(after) and after[0] in ("in", "im", "am")
    tie = _bare_body((*aside, *after), media=not placed) if aside or after else Belonging()
    if not tie.institution and not tie.country:
        tie = _bare_body(before, media=False)
    letters = next((part[0] for part in mention.asides if len(part) == 1 and _ABBREVIATION.fullmatch(part[0])), "")
    if letters and not tie.institution:
        # "Nora Back (OGBL)"
        tie = tie._replace(body=letters, owner=letters, institution="ngo")
    return None, tie, "expert" if tie.institution == "business" and _of_money(after) else tie.institution


def _of_money(after: Sequence[str]) -> bool:
    """Whether the words behind a name tell a house of money: "Jan Moor vom Vermögensverwalter Nordwind"."""
    return tuple(after[:1]) in (("von",), ("vom",), ("bei",), ("beim",)) and any(
        map(_OF_MONEY.fullmatch, _phrase(after))
    )


def _retired(words: Sequence[str]) -> bool:
    """Whether somebody has left a profession or only learned it: "pensionierter Lehrer", "Zahnarzt im Ruhestand"."""
    return any(word.lower().startswith(_LEFT) for word in words)


def _role_in(words: Sequence[str], before_name: bool) -> tuple[int, Noun] | None:
    """The first role noun among the words that is not itself the attribute of another; private ones count last."""
    found = list(_roles_in(words, before_name))
    return next((role for role in found if role[1].head.institution != "citizen"), found[0] if found else None)


def _roles_in(words: Sequence[str], before_name: bool) -> Iterator[tuple[int, Noun]]:
    named = {at for match in load_lexicon().scan(words) if match.end - match.start > 1 and match.entry.kind != "persons"
             for at in range(match.start, match.end)}  # fmt: skip
    for place, word in enumerate(words):
        noun = split_noun(word)
        if noun is None or noun.head.kind not in ROLES or place in named:
            # "von Ärzte ohne Grenzen" is about no doctor
            continue
        following = split_noun(words[place + 1]) if place + 1 < len(words) else None
        if adjectival(noun.head) and following is not None and following.head.kind in ROLES:
            continue
        if not before_name and any(w in ("nach", "während", "als", "gegenüber") for w in words[:place]):
            return
        yield place, noun


def _phrase(words: Sequence[str]) -> Sequence[str]:
    """The words up to the next preposition: "von der Rutgers University", without "im US-Bundesstaat New Jersey"."""
    ends = (place for place in range(1, len(words)) if words[place] in _PREPOSITIONS)
    return words[: next(ends, len(words))]


def _bare_body(words: Sequence[str], *, media: bool = True, linked: bool = False) -> Belonging:
    """A body or country beside a name without a role noun: "Sifton von Human Rights Watch", "X (SPD)".

    Without ``media`` names of media do not count: they are told something. ``linked`` wants "von" before it.
    """
    if linked and (not words or words[0] not in ("von", "vom", "bei", "beim", "aus", "(")):
        return Belonging()
    for match in load_lexicon().scan(words):
        if match.entry.kind != "persons" and (media or match.entry.kind != "media"):
            tie = belonging(words, match.start)
            elsewhere = match.entry.kind == "bodies" and tie.from_adjective and len(tie.country) == 2
            country = tie.country if elsewhere else match.entry.country
            if (house := house_of_learning(words, 0, match.start)) is not None:
                return Belonging(house, "expert", country)
            return Belonging(match.entry.name, match.entry.institution, country, match.entry, True)
    for place, word in enumerate(words):
        noun = split_noun(word)
        if noun is not None and noun.head.kind == "body":
            tie = belonging(words, place, noun)
            return Belonging(word, noun.head.institution, tie.country)
    tie = belonging(words, len(words)) if words else Belonging()
    return tie._replace(institution=tie.institution or institution_of_words(words))


def genitive_off(name: str) -> str:
    """A name without genitive ending where that is safe ("Watsons" keeps its s without knowing "Watson")."""
    return name.removesuffix("’").removesuffix("'")

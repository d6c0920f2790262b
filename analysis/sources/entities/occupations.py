"""Reads a role from what somebody is said to do: "X leitet das Institut", "X, der für die Grünen im Rat sitzt"."""

from functools import cache
from itertools import takewhile

from analysis.model import Document, Sentence, Token
from analysis.resources import read_lexicon
from analysis.sources.entities.introductions import words_of
from analysis.sources.lexicons.head_nouns import split_noun
from analysis.sources.lexicons.known_entities import load_lexicon
from analysis.sources.mentions.words import Words

_BE = {"sein", "werden", "bleiben"}
_BUSY = ("zuständig", "verantwortlich", "mitverantwortlich", "tätig", "beschäftigt", "angestellt", "engagiert", "aktiv")
_ENDS = {".", ";", ":", "!", "?", "“", "”", '"', "–"}
_LEFT_OUT = ("ADV", "PTK", "PAV", "CARD", "PRF", "PPER", "ITJ")
_ROLES = {"office", "member", "voice"}
_LONGEST = 14


@cache
def _verbs() -> dict[str, tuple[str, bool]]:
    """Lemma of a verb to the role it tells, and whether a body must stand with it."""
    return {row["verb"]: (row["role"], row["object"] == "yes") for row in read_lexicon("occupation_verbs")}


def occupation(document: Document, number: int, first: int, last: int) -> Words | None:
    """The name ``tokens[first:last]`` with the role that its clause or the next sentence tells, as if it were apposed.

    None where neither tells any: "X leitet das Institut für Y" becomes "X, Leiter das Institut für Y".
    """
    sentence = document.sentences[number]
    role = _in_clause(document, sentence, last) or _in_next(document, number, first)
    return words_of((*document.tokens[first:last], *role)) if role else None


def _in_clause(document: Document, sentence: Sentence, at: int) -> tuple[Token, ...]:
    """The role that a main or relative clause tells whose subject ends before the token ``at``."""
    tokens = document.tokens[at : min(sentence.last, at + _LONGEST)]
    if len(tokens) < 3:
        return ()
    if tokens[0].tag.endswith("FIN"):
        return _told(tokens[0], tuple(takewhile(_goes_on, tokens[1:])))
    if tokens[0].text == "," and tokens[1].tag == "PRELS":
        clause = tuple(takewhile(_goes_on, tokens[2:]))
        if clause and clause[-1].tag.startswith("V"):
            verbs = [token for token in clause if token.tag.startswith("V")]
            return _told(verbs[0], clause[:-1])
    return ()


def _in_next(document: Document, number: int, first: int) -> tuple[Token, ...]:
    """The role that the next sentence tells of "er", "sie" or "der Jurist", if the sentence names nobody behind."""
    if number + 1 >= len(document.sentences):
        return ()
    here, following = document.sentences[number], document.sentences[number + 1]
    tokens = document.tokens[following.first : following.last]
    if any(token.entity == "B-PER" for token in document.tokens[first + 1 : here.last]) or len(tokens) < 4:
        return ()
    if tokens[0].tag == "PPER" and tokens[0].form.lower() in ("er", "sie"):
        return _in_clause(document, following, following.first + 1)
    noun = split_noun(tokens[1].form) if tokens[0].tag == "ART" else None
    if noun is not None and noun.head.kind == "voice" and tokens[0].form.lower() in ("der", "die"):
        return _in_clause(document, following, following.first + 2)
    return ()


def _told(verb: Token, clause: tuple[Token, ...]) -> tuple[Token, ...]:
    """A comma, the role and what stands with it; nothing where verb and clause tell none."""
    kept = tuple(token for token in clause if not token.tag.startswith(_LEFT_OUT) and not token.tag.startswith("V"))
    if verb.lemma in _BE:
        busy = next((token for token in clause if token.form.lower().startswith(_BUSY)), None)
        rest = tuple(token for token in kept if token is not busy and token.tag != "ADJD")
        if busy is not None and _has_body(rest):
            return (_word(","), _word("Mitarbeiter"), *_from_body(rest))
        head = next((noun for token in rest if (noun := split_noun(token.form)) is not None), None)
        named = bool(rest) and rest[0].tag not in ("APPR", "APPRART") and head is not None
        return (_word(","), *rest) if named and head is not None and head.head.kind in _ROLES else ()
    for place, token in enumerate(kept):
        noun = split_noun(token.form) if place and kept[place - 1].form.lower() == "als" else None
        if noun is not None and noun.head.kind in _ROLES:
            # "arbeitet als Sprecher der Stadt"
            return (_word(","), *kept[place:])
    role, needs_body = _verbs().get(verb.lemma, ("", True))
    if not role or (needs_body and not _has_body(kept)):
        return ()
    return (_word(","), _word(role), *(_from_body(kept) if needs_body else kept))


def _goes_on(token: Token) -> bool:
    return token.text not in _ENDS and token.text != ","


def _has_body(tokens: tuple[Token, ...]) -> bool:
    return _body(tokens) >= 0


def _body(tokens: tuple[Token, ...]) -> int:
    """Where the first body stands: known by name, or by its kind; -1 if nowhere."""
    for match in load_lexicon().scan([token.form for token in tokens]):
        if match.entry.kind != "persons":
            return match.start
    kinds = (noun.head.kind if (noun := split_noun(token.form)) is not None else "" for token in tokens)
    return next((at for at, kind in enumerate(kinds) if kind == "body"), -1)


def _from_body(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The phrase of the body: from the article or preposition before it."""
    start = _body(tokens)
    while start > 0 and tokens[start - 1].tag in ("ART", "ADJA", "NE", "APPR", "APPRART"):
        start -= 1
    return tokens[start:]


def _word(text: str) -> Token:
    return Token(0, 0, text, text, text, "$," if text == "," else "NN")

"""Reads a role from what somebody is said to do: "X leitet das Institut", "X, der für die Grünen im Rat sitzt"."""

from functools import cache
from itertools import takewhile

from analysis.model import Document, Sentence, Token
from analysis.resources import read_lexicon
from analysis.sources.entities.introductions import words_of
from analysis.sources.lexicons.head_nouns import ROLES, split_noun
from analysis.sources.lexicons.known_entities import load_lexicon
from analysis.sources.mentions.person_names import gender_of_name
from analysis.sources.mentions.words import Words

_BE = {"sein", "werden", "bleiben"}
_HAVE = {"haben", "sein"}
_BUSY = ("zuständig", "verantwortlich", "mitverantwortlich", "tätig", "beschäftigt", "angestellt", "engagiert", "aktiv")
_ENDS = {".", ";", ":", "!", "?", "“", "”", '"', "–"}
_LEFT_OUT = ("ADV", "PTK", "PAV", "CARD", "PRF", "PPER", "ITJ")
_LONGEST = 14
_HE = ("er", "sie")

Role = tuple[Token, ...]
"""A comma, a role noun, and what stands with it; empty where nothing is told."""


@cache
def _verbs() -> dict[str, tuple[str, bool]]:
    """Lemma of a verb to the role it tells, and whether a body must stand with it."""
    return {row["verb"]: (row["role"], row["object"] == "yes") for row in read_lexicon("occupation_verbs")}


def occupation(document: Document, number: int, first: int, last: int) -> Words | None:
    """The name ``tokens[first:last]`` with the role that its clause or the next sentence tells, as if it were apposed.

    None where neither tells any: "X leitet das Institut für Y" becomes "X, Leiter das Institut für Y".
    """
    sentence = document.sentences[number]
    role = (
        _in_clause(document, sentence, last)
        or _before_verb(document, sentence, first, last)
        or _in_next(document, number, first)
    )
    if not role or not _of_one_gender(document.tokens[first].form, role):
        return None
    return words_of((*document.tokens[first:last], *role))


def _of_one_gender(name: str, role: Role) -> bool:
    """Whether a role in the feminine is told of somebody with a woman's given name."""
    noun = next((noun for token in role if (noun := split_noun(token.form)) is not None), None)
    feminine = noun is not None and noun.head.word.endswith("in")
    return not feminine or gender_of_name(name) == "f"


def _in_clause(document: Document, sentence: Sentence, at: int) -> Role:
    """The role that a main or relative clause tells whose subject ends before the token ``at``."""
    tokens = document.tokens[at : min(sentence.last, at + _LONGEST)]
    if len(tokens) < 3:
        return ()
    if tokens[0].tag.endswith("FIN"):
        return _told(tokens[0], tuple(takewhile(_goes_on, tokens[1:])))
    if tokens[0].text == "," and tokens[1].tag == "PRELS":
        clause = tuple(takewhile(_goes_on, tokens[2:]))
        if clause and clause[-1].tag.startswith("V"):
            return _told(clause[-1], clause[:-1])
    return ()


def _before_verb(document: Document, sentence: Sentence, first: int, last: int) -> Role:
    """The role that opens a sentence whose subject stands behind the verb.

    "Chef der Firma ist X", "Als Vorsitzende des Vereins kennt X …", "Zu den Autoren der Studie gehört X".
    """
    tokens = document.tokens[sentence.first : first]
    place = next((at for at, token in enumerate(tokens) if token.tag.endswith("FIN")), 0)
    if not place or any(token.tag.startswith(("$", "N")) for token in tokens[place + 1 :]):
        return ()
    opening, verb = tokens[:place], tokens[place]
    word = opening[0].form.lower()
    closes = last >= sentence.last or document.tokens[last].text in (".", ",", "und")
    if word == "als" or (word in ("zu", "zum", "zur") and verb.lemma == "gehören"):
        return _headed(opening[1:])
    if word in ("einer", "eine") and verb.lemma in _BE and closes:
        return _headed(opening[1:])
    return _headed(opening) if verb.lemma in _BE and closes else ()


def _in_next(document: Document, number: int, first: int) -> Role:
    """The role that the next sentence tells of the only person of this one, by a pronoun or another word for them.

    "Er leitet das Amt", "Seit Jahren unterrichtet sie", "Die Leiterin des Frauenhauses kennt …".
    """
    if number + 1 >= len(document.sentences):
        return ()
    here, following = document.sentences[number], document.sentences[number + 1]
    tokens = document.tokens[following.first : following.last]
    if any(token.entity == "B-PER" for token in document.tokens[first + 1 : here.last]) or len(tokens) < 4:
        return ()
    if tokens[0].tag == "PPER" and tokens[0].form.lower() in _HE:
        return _in_clause(document, following, following.first + 1)
    verb = next((at for at, token in enumerate(tokens) if token.tag.endswith("FIN")), 0)
    if verb and verb + 2 < len(tokens) and tokens[verb + 1].tag == "PPER" and tokens[verb + 1].form.lower() in _HE:
        rest = (*tokens[:verb], *takewhile(_goes_on, tokens[verb + 2 :]))
        return _told(tokens[verb], rest)
    noun = split_noun(tokens[1].form) if tokens[0].tag == "ART" and tokens[0].form.lower() in ("der", "die") else None
    if noun is None or noun.head.kind not in ROLES or noun.plural:
        return ()
    if noun.head.kind == "voice" and (told := _in_clause(document, following, following.first + 2)):
        return told
    # the same person only if both are the subject and of one gender
    gender = gender_of_name(document.tokens[first].form)
    opens = not any(token.tag.endswith("FIN") for token in document.tokens[here.first : first])
    subject = tokens[:verb]
    alone = verb > 2 and not any(token.entity.endswith("PER") or token.text == "," for token in subject)
    same = gender == {"der": "m", "die": "f"}[tokens[0].form.lower()]
    return _headed(subject) if alone and same and opens else ()


def _headed(phrase: tuple[Token, ...]) -> Role:
    """A phrase as a role, if its first noun is one."""
    start = next((at for at, token in enumerate(phrase) if token.tag not in ("ART", "ADJA", "APPR", "APPRART")), 0)
    noun = split_noun(phrase[start].form) if phrase else None
    return (_word(","), *phrase) if noun is not None and noun.head.kind in ROLES else ()


def _told(verb: Token, clause: tuple[Token, ...]) -> Role:
    """The role that a verb and the rest of its clause tell."""
    lemma = verb.lemma
    if lemma in _HAVE and (done := [token for token in clause if token.tag == "VVPP"]):
        lemma = done[-1].lemma
    kept = tuple(token for token in clause if not token.tag.startswith(_LEFT_OUT) and not token.tag.startswith("V"))
    if lemma in _BE:
        busy = next((token for token in clause if token.form.lower().startswith(_BUSY)), None)
        rest = tuple(token for token in kept if token is not busy and token.tag != "ADJD")
        if busy is not None and _body(rest) >= 0:
            return (_word(","), _word("Mitarbeiter"), *_from_body(rest))
        return _headed(rest) if rest and rest[0].tag not in ("APPR", "APPRART") else ()
    for place, token in enumerate(kept):
        noun = split_noun(token.form) if place and kept[place - 1].form.lower() == "als" else None
        if noun is not None and noun.head.kind in ROLES:
            # "arbeitet als Sprecher der Stadt"
            return (_word(","), *kept[place:])
    role, needs_body = _verbs().get(lemma, ("", True))
    if not role or (needs_body and _body(kept) < 0):
        return ()
    # "im Rat" stands with a verb only: "Mitglied Rat", but "Mitarbeiter bei der Caritas"
    rest = tuple(token for token in _from_body(kept) if token.form.lower() not in ("im", "in")) if needs_body else kept
    return (_word(","), _word(role), *rest)


def _goes_on(token: Token) -> bool:
    return token.text not in _ENDS and token.text != ","


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

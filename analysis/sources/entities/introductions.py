"""Where an article names persons and bodies, and how much around a name introduces it."""

from collections.abc import Sequence

from analysis.model import Document, Sentence, Token
from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.head_nouns import split_noun
from analysis.sources.lexicons.known_entities import load_lexicon
from analysis.sources.mentions.person_names import find_names
from analysis.sources.mentions.words import COMMON, GENITIVE, Words, clean

_NOMINAL = {"NN", "NE", "ADJA", "ART", "PPOSAT", "CARD", "TRUNC", "APPRART", "XY", "FM"}
_LINKS = {"von", "für", "im", "in", "beim", "bei", "aus", "der", "vom"}
_LONGEST_ROLE = 12
_COPULAS = {"ist", "war", "wird", "wurde", "bleibt", "blieb"}

_NEVER_FIRST = ("V", "$", "KON", "KOU", "PTKV", "PTKN", "PRF")
_ENDS_PHRASE = ("N", "CARD", "ADJA", "FM", "XY", "TRUNC", "PPER", "PDS", "PIS", "PREL", "PPOS", "$(", "ITJ")
_PRONOUNS = ("PPER", "PDS", "PRELS")


def names_in(document: Document, sentence: Sentence) -> list[tuple[int, int]]:
    """The persons' names of a sentence as token ranges of the document."""
    tokens = document.tokens_of(sentence)
    words = Words(tuple(t.form for t in tokens), tuple(map(_label, tokens)))
    found = []
    for start, end in find_names(words):
        if start > 0 and tokens[start - 1].tag == "NE" and not tokens[start - 1].entity and end - start == 1:
            start -= _nameable_before(tokens[start - 1].form)
        found.append((sentence.first + start, sentence.first + end))
    return found


def _nameable_before(form: str) -> int:
    """1 where a proper noun without label is the first name of the name behind it."""
    known = load_geography().place(form) or load_lexicon().match((form,)) or split_noun(form)
    return int(known is None and form[:1].isupper() and form[1:].islower())


def introduction(document: Document, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The tokens of a name with the role before it and the apposition, parenthesis or body behind it."""
    return _back(document, sentence, first, last), _forth(document, sentence, last)


def _back(document: Document, sentence: Sentence, first: int, last: int) -> int:
    tokens = document.tokens
    start = first
    comma = first - 1 > sentence.first and tokens[first - 1].text == ","
    closed = last < sentence.last and not tokens[last].text[:1].isalpha()
    if comma and closed:
        start = first - 1
    while start > max(sentence.first, first - _LONGEST_ROLE):
        token = tokens[start - 1]
        linked = (
            token.tag == "APPR"
            and token.form.lower() in _LINKS
            and _has_head(tokens[max(sentence.first, start - 3) : start - 1])
        )
        if token.tag not in _NOMINAL and not linked:
            break
        start -= 1
        behind = start > sentence.first and tokens[start - 1].form.lower() in _LINKS
        if token.tag == "ART" and behind and _has_head(tokens[max(sentence.first, start - 4) : start - 1]):
            # "der Sondergesandte für den Jemen, Idris Kamara"
            continue
        opens = token.tag in ("ART", "PPOSAT") and token.form.lower() not in GENITIVE
        if opens or (
            token.tag in ("ART", "APPRART") and start > sentence.first and tokens[start - 1].tag not in ("NN", "NE")
        ):
            break
    return start if start < first - 1 or not comma else first


def _has_head(tokens: tuple[Token, ...]) -> bool:
    return any(split_noun(token.form) for token in tokens)


def _forth(document: Document, sentence: Sentence, last: int) -> int:
    tokens = document.tokens
    if last >= sentence.last:
        return last
    stop = min(sentence.last, last + _LONGEST_ROLE)
    text = tokens[last].text
    end = last + 1
    if text == "(":
        while end < stop and tokens[end].text != ")":
            end += 1
        closed = end + 1 if end < stop else last
        # "Jan Moor (54), Geschäftsführer der Brauerei"
        behind = _forth(document, sentence, closed) if closed < sentence.last and tokens[closed].text == "," else closed
        return max(closed, behind)
    if text == "," and end + 1 < sentence.last and tokens[end].tag == "CARD" and tokens[end + 1].text == ",":
        # "Jan Moor, 54, Vorsitzender des Vereins"
        return _forth(document, sentence, end + 1)
    if text in _COPULAS:
        return _predicate(document, sentence, last)
    if text not in (",", "von", "vom", "aus", "–"):
        return last
    if end + 1 < stop and tokens[end].tag == "PRELS" and tokens[end + 1].form in ("bei", "beim", "als", "für"):
        # "Primus, der bei der Stiftung Warentest verantwortlich ist", "Weber, der als Sprecher der Fraktion fungiert"
        end += 2
    while end < stop and (
        tokens[end].tag in _NOMINAL or tokens[end].tag in ("APPR", "ADJD", "ADV") or tokens[end].form == "und"
    ):
        end += 1
    return end if any(split_noun(t.form) for t in tokens[last + 1 : end]) or text in ("von", "vom") else last


def _predicate(document: Document, sentence: Sentence, last: int) -> int:
    """The end of what a name is said to be: "Hinz war seit 2005 Mitglied des Bundestages"; ``last`` if nothing."""
    tokens = document.tokens
    stop = min(sentence.last, last + _LONGEST_ROLE)
    end = last + 1
    while end < stop and (tokens[end].tag in _NOMINAL or tokens[end].tag in ("APPR", "ADV", "ADJD")):
        end += 1
    clause_ends = end < sentence.last and tokens[end].text in (",", ".", ";", "und")
    nouns = [split_noun(token.form) for token in tokens[last + 1 : end]]
    head = next((noun for noun in nouns if noun is not None), None)
    return end if clause_ends and head is not None and head.head.kind in ("office", "member") else last


def noun_phrase(document: Document, sentence: Sentence, at: int) -> tuple[int, int]:
    """The noun phrase around a head noun: article and adjectives before it, a genitive or name behind it."""
    tokens = document.tokens
    start, end = at, at + 1
    while start > sentence.first and tokens[start - 1].tag in ("ADJA", "CARD", "NE", "TRUNC"):
        start -= 1
    if start > sentence.first and tokens[start - 1].tag in ("ART", "PPOSAT", "PIAT"):
        start -= 1
    while end < min(sentence.last, at + 8) and (
        tokens[end].tag in ("NE", "ADJA")
        or (tokens[end].tag == "NN" and (tokens[end].entity or tokens[end - 1].tag != "NN"))
        or tokens[end].form.lower() in (*GENITIVE, "von", "vom", "für")
    ):
        end += 1
    while end > at + 1 and tokens[end - 1].tag not in ("NE", "NN"):
        end -= 1
    return start, end


def may_be_subject(document: Document, sentence: Sentence, at: int, gender: str) -> bool:
    """Whether the noun or name at a token may stand in the nominative, from the article or preposition before it."""
    place = at - 1
    while place >= sentence.first and document.tokens[place].tag in ("ADJA", "NN", "NE", "CARD", "TRUNC"):
        place -= 1
    if place < sentence.first:
        return True
    token = document.tokens[place]
    own = document.tokens[at]
    if place == at - 1 and token.tag == "NN" and own.tag == "NE" and split_noun(token.form) is None:
        # "die Ehrung Salman Rushdies"
        return False
    if token.tag in ("APPR", "APPRART"):
        return False
    form = token.form.lower()
    if token.tag not in ("ART", "PPOSAT", "PDAT", "PIAT"):
        return True
    attribute = form == "der" and gender != "m" and place > sentence.first and document.tokens[place - 1].tag == "NN"
    governed = place > sentence.first and document.tokens[place - 1].tag == "APPR"
    feminine = form.endswith("er") and gender in ("f", "p") and form != "unser"
    return not governed and not feminine and not attribute and not form.endswith(("em", "es", "en"))


def words_of(tokens: tuple[Token, ...]) -> Words:
    """Tokens as the words of a mention, cleaned at the edges; common nouns without a label are marked as such."""
    return clean([token.form for token in tokens], [_label(token) for token in tokens])


def _label(token: Token) -> str:
    return token.entity or (COMMON if token.tag == "NN" else "")


def initials(word: str) -> bool:
    """Whether the word may be the initials of a name: "OSZE"."""
    return 2 <= len(word) <= 6 and word[0].isupper() and sum(letter.isupper() for letter in word) >= 2


def spelt_out(words: Sequence[str], letters: str) -> int | None:
    """Where the name starts whose capital initials are ``letters`` and that ends with the last word."""
    wanted = [letter for letter in letters if letter.isupper()]
    for start in range(len(words) - 1, max(-1, len(words) - 9), -1):
        initials = [word[0] for word in words[start:] if word[0].isupper()]
        if initials == wanted and words[start][0].isupper():
            return start
    return None


def phrase(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without what no noun phrase begins or ends with; all of them where nothing else is there.

    A speaker's span may hold a neighbour of its clause: "er als", "Williams hatte", "nannte Erdoğan Teziç".
    """
    first, last = 0, len(tokens)
    while first < last and tokens[first].tag.startswith(_NEVER_FIRST):
        first += 1
    while last > first and not tokens[last - 1].tag.startswith(_ENDS_PHRASE):
        last -= 1
    if first < last and last - first < len(tokens) and tokens[first].tag in _PRONOUNS:
        last = first + 1
    return tokens[first:last] or tokens

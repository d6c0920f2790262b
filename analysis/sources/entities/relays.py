"""The medium in between: who relays ("sagte Peskow laut TASS") and who was told ("sagte Söder der dpa").

A relay is named by a list; the medium told is read as any mention is, where the statement has an addressee, and else
named by a list. The outlet that publishes is neither.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.model import Document, Sentence, Source, Span, Statement, Token, Via, ViaKind
from analysis.sources.entities.introductions import words_of
from analysis.sources.lexicons.known_entities import Match, load_lexicon
from analysis.sources.mentions.interpretation import Interpretation, join, listed
from analysis.sources.mentions.rules import read_all
from analysis.sources.mentions.words import Words
from analysis.taxonomy import MEDIA

Settle = Callable[[Interpretation, int], Source]
"""The source of a reading at a character of the text."""
_RELAYING = {"berichten", "melden", "zitieren", "schreiben", "verbreiten", "vermelden", "veröffentlichen", "drucken"}
_CITING = {"Berufung", "Bezug", "Bezugnahme", "Verweis", "Hinweis"}
_TOLD = {"gegenüber", "interview", "gespräch"}
_TALKS = ("interview", "gespräch", "anfrage", "nachfrage")
_WHEN = frozenset(
    "am heute gestern zuvor bereits jetzt montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag abend "
    "mittag morgen vormittag nachmittag".split()
)
_OURS = {"unser", "unsere", "unserer", "unserem", "unseren", "dieser", "diesem"}
"""Before a medium they mean the one that publishes: "unserer Redaktion", "dieser Zeitung"."""
_KINDS = {"NN", "ART", "ADJA", "APPRART", "NE", "$("}
_WINDOW = 5


def names_of(outlet: str | None) -> frozenset[str]:
    """The names under which the outlet that publishes may be found: as it is given, and as the lists call it."""
    entry = load_lexicon().lookup(outlet) if outlet else None
    return frozenset(name for name in (outlet, entry.name if entry else None) if name)


def relay(
    document: Document, sentence: Sentence, statement: Statement, source: Source, own: frozenset[str]
) -> Via | None:
    """The medium that passes the statement on, named in the sentence outside the quote; None where none is."""
    named = _media(document, sentence, statement, source, own)
    for match in named.matches:
        if _cites(named, match) or (_reports(named.tokens, match) and not _addressed(named, match, statement)):
            return Via.of(listed(match.entry), "relay")
    return None


def told(
    document: Document, sentence: Sentence, statement: Statement, source: Source, own: frozenset[str], settle: Settle
) -> Via | None:
    """The medium to which the source spoke; None where it spoke to nobody, or to somebody who is no medium."""
    for span in statement.addressee:
        if (via := _addressee(document, span, source, own, settle)) is not None:
            return via
    if source.institution in MEDIA:
        return None
    named = _media(document, sentence, statement, source, own)
    for match in named.matches:
        near = named.tokens[max(0, match.start - _WINDOW) : match.start]
        if _addressed(named, match, statement) or _TOLD & {token.form.lower() for token in near}:
            return Via.of(listed(match.entry), "told")
    return None


def _addressee(document: Document, span: Span, source: Source, own: frozenset[str], settle: Settle) -> Via | None:
    """The medium that a statement's addressee names."""
    tokens, first, last = document.tokens, *(bisect_left(document.tokens, at, key=_start) for at in span)
    while first < last and tokens[first].tag in ("APPR", "APPRART"):
        first += 1
    if first == last or tokens[first].form.lower() in _OURS:
        return None
    # Persons who work for a medium are not the medium: "sagte er Journalisten".
    readings = [reading for reading in read_all(words_of(tokens[first:last])) if reading.kind in ("known", "body")]
    media = [medium for reading in readings if _is_other(medium := settle(reading, span[0]), source, own)]
    if not media:
        return None
    kind: ViaKind = "relay" if [token.form for token in tokens[last : last + 1]] == ["zufolge"] else "told"
    return Via.of(join(tuple(media)), kind)


def _start(token: Token) -> int:
    return token.start


def _is_other(medium: Source, source: Source, own: frozenset[str]) -> bool:
    """Whether this is a medium, a certain one, and neither the outlet nor the one that speaks."""
    certain = medium.naming in ("named", "role") and medium.entity != "-"
    return certain and medium.institution in MEDIA and medium.entity not in own and medium.entity not in source.entity


class _Named(NamedTuple):
    """The words of a sentence outside the quote, and the media that the lists know among them."""

    tokens: list[Token]
    matches: list[Match]
    """Those that neither publish nor speak."""
    ends: frozenset[int]
    """Where the name of a medium ends, whichever it is."""


def _media(document: Document, sentence: Sentence, statement: Statement, source: Source, own: frozenset[str]) -> _Named:
    tokens = [t for t in document.tokens_of(sentence) if not _inside(t.start, statement)]
    media = [match for match in load_lexicon().scan([t.form for t in tokens]) if match.entry.institution in MEDIA]
    others = [
        match
        for match in media
        if match.entry.name not in own
        and match.entry.name not in source.entity
        and not _within(document, tokens, match, statement, source)
    ]
    return _Named(tokens, others, frozenset(match.end for match in media))


def _within(document: Document, tokens: Sequence[Token], match: Match, statement: Statement, source: Source) -> bool:
    """Whether the medium only belongs to the speaker: "ein Reporter der BBC", but "laut Tass sagte Peskow"."""
    at = tokens[match.start].start
    piece = next((span for span in statement.speaker if span[0] <= at < span[1]), None)
    alone = len(statement.speaker) > 1 and piece is not None
    return piece is not None and not (alone and source.entity.split()[-1] not in document.text[slice(*piece)])


def _phrase_start(named: _Named, match: Match) -> int:
    """Where the words before a name begin that lead on to it and to no other: "[einem Bericht der Agentur] TASS"."""
    start = match.start
    while start > 0 and match.start - start < _WINDOW and _leads_on(named.tokens[start - 1]):
        if start in named.ends:
            break
        start -= 1
    return start


def _cites(named: _Named, match: Match) -> bool:
    """ "laut TASS", "TASS zufolge", "nach Angaben von TASS"."""
    tokens, start = named.tokens, _phrase_start(named, match)
    before = tokens[start - 1].form.lower() if start else ""
    inside = {token.form.lower() for token in tokens[start : match.start]}
    after = [token.form.lower() for token in tokens[match.end : match.end + 2] if token.tag != "$("]
    return before in ("laut", "gemäß") or "zufolge" in after[:1] or (before == "nach" and bool(inside & _UTTERED))


def _reports(tokens: Sequence[Token], match: Match) -> bool:
    """ "wie TASS meldet", "TASS zitiert ihn"."""
    near = tokens[max(0, match.start - _WINDOW) : match.end + _WINDOW]
    return any(token.lemma in _RELAYING and token.tag.startswith("V") for token in near)


def _leads_on(token: Token) -> bool:
    return token.tag in _KINDS or token.form == "von"


_OBJECTS = {"den", "einen", "ihren", "seinen"}
"""Articles in the accusative alone."""
_UTTERED = {"angaben", "informationen", "bericht", "berichten", "meldung", "meldungen", "darstellung"}


def _addressed(named: _Named, match: Match, statement: Statement) -> bool:
    """ "sagte Weber der Rheinischen Post", "im Gespräch mit dem Stern", "sagte sie im Deutschlandfunk"."""
    tokens = named.tokens
    first = tokens[match.start]
    if any(start <= first.start < end for start, end in statement.addressee):
        return True
    after = [token.form.lower() for token in tokens[match.end : match.end + 2] if token.tag != "$("]
    if _is_talked_to(named, match) or (after and after[0].startswith("-") and after[0].endswith(_TALKS)):
        return True
    if match.start < 2:
        return False
    article, earlier = tokens[match.start - 1], tokens[match.start - 2]
    ends = {end for _, end in statement.speaker}
    behind = match.start - 2
    while behind > 0 and tokens[behind].form.lower() in _WHEN:
        behind -= 1
    dative = article.tag == "ART" and article.form.lower() in ("der", "dem", "den") and tokens[behind].end in ends
    aired = article.form.lower() == "im" or (article.tag == "ART" and earlier.form.lower() == "in")
    return dative or (aired and match.entry.institution in ("public_media", "media"))


def _is_talked_to(named: _Named, match: Match) -> bool:
    """Whether a talk leads to the name: "gegenüber Reuters", "im Gespräch mit dem Stern", "auf Anfrage der dpa"."""
    tokens, start = named.tokens, _phrase_start(named, match)
    before = [token.form.lower() for token in tokens[max(0, start - 2) : start]]
    inside = [token.form.lower() for token in tokens[start : match.start]]
    genitive = any(word.endswith(_TALKS) for word in inside)
    return before[-1:] == ["gegenüber"] or (before[-1:] == ["mit"] and before[0].endswith(_TALKS)) or genitive


def cited(document: Document, sentence: Sentence, statement: Statement) -> Words | None:
    """The words after "unter Berufung auf" in the sentence, outside the quote."""
    tokens = [t for t in document.tokens_of(sentence) if not _inside(t.start, statement)]
    for at, token in enumerate(tokens[:-2]):
        if token.text in _CITING and tokens[at + 1].text == "auf":
            return _phrase(tokens, at + 2)
        if token.lemma == "berufen" and token.tag.startswith("V"):
            place = next((i for i in range(at, len(tokens) - 1) if tokens[i].text == "auf"), None)
            return _phrase(tokens, place + 1) if place is not None else None
    return None


class Quoting(NamedTuple):
    """Who quotes whom: the words of both in "zitierte die Agentur Xinhua den Sprecher"."""

    medium: Words
    quoted: Words


def quoting(document: Document, sentence: Sentence, statement: Statement) -> Quoting | None:
    """The medium and whom it quotes, where the cue is an active "zitieren" before both; None elsewhere."""
    tokens = [t for t in document.tokens_of(sentence) if not _inside(t.start, statement)]
    said = {at for start, end in statement.cue for at in range(start, end)}
    quotes = (at for at, t in enumerate(tokens) if t.lemma == "zitieren" and t.tag == "VVFIN" and t.start in said)
    verb = next(quotes, None)
    if verb is None:
        return None
    start = verb + 1
    if verb and tokens[0].tag in ("ART", "NE", "NN") and tokens[start : start + 1] and tokens[start].form in _OBJECTS:
        # "Die Zeitung zitierte den Minister mit den Worten …"
        quoted = _phrase(tokens, start, apposed=True)
        return Quoting(words_of(tuple(tokens[:verb])), quoted) if quoted is not None else None
    matches = load_lexicon().scan([token.form for token in tokens])
    named = next((match for match in matches if match.start >= start and match.entry.institution in MEDIA), None)
    if named is not None and all(_leads_on(token) for token in tokens[start : named.start]):
        end = named.end
    else:
        end = start
        while end < len(tokens) and tokens[end].tag in ("ART", "ADJA"):
            end += 1
        end += 1
    behind = tokens[end : end + 1]
    if not behind or behind[0].tag not in ("ART", "PPOSAT", "NE", "NN", "ADJA"):
        return None
    quoted = _phrase(tokens, end, apposed=True)
    return Quoting(words_of(tuple(tokens[start:end])), quoted) if quoted is not None else None


def _phrase(tokens: Sequence[Token], start: int, *, apposed: bool = False) -> Words | None:
    """The noun phrase that starts here, its genitives and "von" included; with ``apposed`` a name after a comma too."""
    end = start
    nominal = ("ART", "ADJA", "ADJD", "ADV", "NN", "NE", "PTKNEG", "PIAT", "PPOSAT", "CARD", "TRUNC")
    while end < len(tokens) and (tokens[end].tag in nominal or tokens[end].text in ("von", "vom", "im", "in", "und")):
        end += 1
    if apposed and end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].tag == "NE":
        end += 1
        while end < len(tokens) and tokens[end].tag == "NE":
            end += 1
    part = words_of(tuple(tokens[start:end]))
    return part if part.words else None


def _inside(at: int, statement: Statement) -> bool:
    return any(start <= at < end for start, end in statement.quote)

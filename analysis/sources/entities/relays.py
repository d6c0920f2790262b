"""Who relays a statement: "sagte Peskow laut TASS", "meldet RIA unter Berufung auf das Ministerium"."""

from collections.abc import Sequence

from analysis.model import Document, Sentence, Source, Statement, Token
from analysis.sources.entities.introductions import words_of
from analysis.sources.lexicons.known_entities import Match, load_lexicon
from analysis.sources.mentions.interpretation import listed
from analysis.sources.mentions.words import Words
from analysis.taxonomy import MEDIA

_RELAYING = {"berichten", "melden", "zitieren", "schreiben", "verbreiten", "vermelden", "veröffentlichen", "drucken"}
_CITING = {"Berufung", "Bezug", "Bezugnahme", "Verweis", "Hinweis"}
_TOLD = {"gegenüber", "interview", "gespräch"}
_KINDS = {"NN", "ART", "ADJA", "APPRART", "NE", "$("}
_WINDOW = 5


def relay(document: Document, sentence: Sentence, statement: Statement, source: Source) -> Source | None:
    """The medium that passes the statement on, named in the sentence outside the quote; None where none is."""
    tokens = [t for t in document.tokens_of(sentence) if not _inside(t.start, statement)]
    for match in load_lexicon().scan([t.form for t in tokens]):
        entry = match.entry
        if (
            entry.institution not in MEDIA
            or entry.name in source.entity
            or _within(document, tokens, match, statement, source)
        ):
            continue
        if _reports(tokens, match) or _told_to(tokens, match, statement):
            return listed(entry)
    return None


def _within(document: Document, tokens: Sequence[Token], match: Match, statement: Statement, source: Source) -> bool:
    """Whether the medium only belongs to the speaker: "ein Reporter der BBC", but "laut Tass sagte Peskow"."""
    at = tokens[match.start].start
    piece = next((span for span in statement.speaker if span[0] <= at < span[1]), None)
    alone = len(statement.speaker) > 1 and piece is not None
    return piece is not None and not (alone and source.entity.split()[-1] not in document.text[slice(*piece)])


def _reports(tokens: Sequence[Token], match: Match) -> bool:
    """ "laut TASS", "TASS zufolge", "wie TASS meldet", "TASS zitiert ihn"."""
    start = match.start
    while start > 0 and _leads_on(tokens[start - 1]) and match.start - start < _WINDOW:
        start -= 1
    before = tokens[start - 1].form.lower() if start else ""
    inside = {token.form.lower() for token in tokens[start : match.start]}
    after = [token.form.lower() for token in tokens[match.end : match.end + 2]]
    if before in ("laut", "gemäß") or "zufolge" in after[:1] or (before == "nach" and inside & _UTTERED):
        return True
    near = tokens[max(0, start - _WINDOW) : match.end + _WINDOW]
    return any(token.lemma in _RELAYING and token.tag.startswith("V") for token in near)


def _leads_on(token: Token) -> bool:
    return token.tag in _KINDS or token.form == "von"


_UTTERED = {"angaben", "informationen", "bericht", "berichten", "meldung", "meldungen", "darstellung"}


def _told_to(tokens: Sequence[Token], match: Match, statement: Statement) -> bool:
    """ "sagte Weber der Rheinischen Post", "im Gespräch mit dem Stern", "sagte sie im Deutschlandfunk"."""
    first = tokens[match.start]
    if any(start <= first.start < end for start, end in statement.addressee):
        return True
    before = [token.form.lower() for token in tokens[max(0, match.start - _WINDOW) : match.start]]
    if _TOLD & set(before):
        return True
    if not before or match.start < 2:
        return False
    article, earlier = tokens[match.start - 1], tokens[match.start - 2]
    ends = {end for _, end in statement.speaker}
    dative = article.tag == "ART" and article.form.lower() in ("der", "dem", "den") and earlier.end in ends
    aired = article.form.lower() == "im" or (article.tag == "ART" and earlier.form.lower() == "in")
    return dative or (aired and match.entry.institution in ("public_media", "media"))


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


def _phrase(tokens: Sequence[Token], start: int) -> Words | None:
    """The noun phrase that starts here, its genitives and "von" included."""
    end = start
    nominal = ("ART", "ADJA", "ADJD", "ADV", "NN", "NE", "PTKNEG", "PIAT", "PPOSAT", "CARD", "TRUNC")
    while end < len(tokens) and (tokens[end].tag in nominal or tokens[end].text in ("von", "vom", "im", "in", "und")):
        end += 1
    part = words_of(tuple(tokens[start:end]))
    return part if part.words else None


def _inside(at: int, statement: Statement) -> bool:
    return any(start <= at < end for start, end in statement.quote)

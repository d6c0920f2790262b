"""Who relays a statement: "sagte Peskow laut TASS", "meldet RIA unter Berufung auf das Ministerium"."""

from analysis.model import Document, Sentence, Source, Statement
from analysis.sources.introductions import words_of
from analysis.sources.lexicon import load_lexicon
from analysis.sources.words import Words
from analysis.taxonomy import category

MEDIA = {"state_media", "public_media", "news_agency", "media"}
_RELAYING = {"berichten", "melden", "zitieren", "schreiben", "verbreiten"}
_CITING = {"Berufung", "Bezug", "Verweis"}
_NEAR = 4


def relay(document: Document, sentence: Sentence, statement: Statement, source: Source) -> Source | None:
    """The medium that passes the statement on, named in the sentence outside the quote; None where none is."""
    tokens = [t for t in document.tokens_of(sentence) if not _inside(t.start, statement)]
    words = [t.form for t in tokens]
    for match in load_lexicon().scan(words):
        entry = match.entry
        if entry.institution not in MEDIA or entry.name == source.entity:
            continue
        before = {word.lower() for word in words[max(0, match.start - _NEAR) : match.start]}
        after = words[match.end : match.end + 2]
        passes_on = any(t.lemma in _RELAYING for t in tokens[max(0, match.start - _NEAR) : match.end + _NEAR])
        quoted = any(t.lemma == "zitieren" for t in tokens)
        if "laut" in before or "zufolge" in after or (passes_on and ("wie" in before or quoted)):
            return Source(entry.name, entry.country, entry.institution,
                          category(entry.country, entry.institution), "named")  # fmt: skip
    return None


def cited(document: Document, sentence: Sentence, statement: Statement) -> Words | None:
    """The words after "unter Berufung auf" in the sentence, outside the quote."""
    tokens = [t for t in document.tokens_of(sentence) if not _inside(t.start, statement)]
    for at, token in enumerate(tokens[:-2]):
        if token.text in _CITING and tokens[at + 1].text == "auf":
            end = at + 2
            while end < len(tokens) and tokens[end].tag in ("ART", "ADJA", "ADJD", "ADV", "NN", "NE", "PTKNEG", "PIAT",
                                                            "PPOSAT", "CARD"):  # fmt: skip
                end += 1
            part = words_of(tuple(tokens[at + 2 : end]))
            return part if part.words else None
    return None


def _inside(at: int, statement: Statement) -> bool:
    return any(start <= at < end for start, end in statement.quote)

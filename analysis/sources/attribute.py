"""Gives every statement its source: reads the speaker's words, asks the article where they leave it open."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from analysis.model import Document, Sentence, Source, Spans, Statement
from analysis.sources.lexicon import load_lexicon
from analysis.sources.reading import NOBODY, Reading, as_source, join
from analysis.sources.resolve import Cast, words_of
from analysis.sources.roles import read_all
from analysis.sources.via import MEDIA, cited, relay
from analysis.sources.words import ARTICLES, Words
from analysis.taxonomy import category

_BEARERS = {"role", "body", "group"}


def attribute(
    document: Document, statements: tuple[Statement, ...], *, outlet: str | None = None
) -> tuple[Statement, ...]:
    """The statements with ``source`` set, and ``via`` where somebody relays them.

    ``outlet`` is who publishes: "dieser Zeitung" and the like are no relay. A statement without a speaker gets the
    source of nobody.
    """
    if not statements:
        return statements
    cast = Cast(document)
    starts = [token.start for token in document.tokens]
    begins = [sentence.start for sentence in document.sentences]
    found: list[Statement] = []
    spoken: list[Source] = []
    known: dict[Spans, Source] = {}
    for statement in statements:
        source = known.get(statement.speaker) if statement.speaker else NOBODY
        if source is None:
            source = _source(_words(document, starts, statement.speaker), statement, cast, spoken)
            known[statement.speaker] = source
        via = None
        sentence = _sentence(document, begins, statement)
        if sentence is not None:
            source, via = _relayed(document, sentence, statement, source, cast)
        if via is not None and outlet and via.entity == outlet:
            via = None
        if source.entity != "-":
            spoken.append(source)
        found.append(replace(statement, source=source, via=via))
    return tuple(found)


def _source(words: Words, statement: Statement, cast: Cast, spoken: list[Source]) -> Source:
    readings = read_all(words)
    sources = [_settle(reading, statement, cast, spoken) for reading in readings]
    named = [source for source in sources if source.entity != "-"]
    if named:
        return join(tuple(named))
    return NOBODY if readings else _unread(words, cast)


def _settle(reading: Reading, statement: Statement, cast: Cast, spoken: list[Source]) -> Source:
    """The source of one reading, with what the article knows of it."""
    last = spoken[-1] if spoken else None
    if reading.kind in ("pronoun", "own"):
        return cast.pronoun(reading.gender, statement.speaker[0][0], last)
    if reading.kind == "person":
        met = cast.person(reading.entity)
        if met is not None and not (reading.stated and met.institution == "citizen"):
            return met
    if reading.definite and reading.kind in _BEARERS and not reading.country:
        # "die Behörde", "der Sprecher": the one of its kind that spoke before.
        for source in reversed(spoken):
            if source.institution == reading.institution or reading.institution in ("", "unknown"):
                return source
    return as_source(reading, cast.country)


def _unread(words: Words, cast: Cast) -> Source:
    """A name that no rule reads: a person or surname of the article, else the words as they stand."""
    kept = [word for word in words.words if word.lower() not in ARTICLES]
    name = " ".join(kept)
    met = cast.person(name)
    if met is not None or not kept:
        return met or NOBODY
    entry = load_lexicon().lookup(name)
    if entry is not None:
        return Source(
            entry.name, entry.country, entry.institution, category(entry.country, entry.institution), "named"
        )
    if words.labels and words.labels[0].endswith("PER"):
        return Source(name, cast.country, "citizen", "citizen", "named")
    return Source(name, "-", "unknown", "unknown", "named" if kept[0][:1].isupper() else "unnamed")


def _relayed(
    document: Document, sentence: Sentence, statement: Statement, source: Source, cast: Cast
) -> tuple[Source, Source | None]:
    """Source and relay: a medium that cites somebody is the relay, and who is cited the source."""
    if source.institution in MEDIA:
        behind = cited(document, sentence, statement)
        readings = read_all(behind) if behind is not None else ()
        settled = [as_source(reading, cast.country) for reading in readings if reading.settled]
        return (join(tuple(settled)), source) if settled else (source, None)
    return source, relay(document, sentence, statement, source)


def _words(document: Document, starts: list[int], spans: Spans) -> Words:
    tokens = [
        document.tokens[i]
        for start, end in spans
        for i in range(bisect_left(starts, start), bisect_left(starts, end))
    ]
    return words_of(tuple(tokens))


def _sentence(document: Document, begins: list[int], statement: Statement) -> Sentence | None:
    """The sentence of the statement's frame, or of its quote."""
    spans = statement.frame or statement.cue or statement.quote
    at = bisect_right(begins, spans[0][0]) - 1 if spans else -1
    return document.sentences[at] if at >= 0 else None

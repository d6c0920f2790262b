"""Whose the statements of an article are by rules: the speaker's words, and the article where they leave it open."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import pairwise

from analysis.model import NOBODY, Document, Naming, Sentence, Source, Span, Spans, Statement, Token, Via
from analysis.sources.confidence import evidence
from analysis.sources.entities.coreference import Resolver
from analysis.sources.entities.index import ArticleEntities
from analysis.sources.entities.introductions import phrase, words_of
from analysis.sources.entities.relays import cited, quoting, relay, told
from analysis.sources.lexicons.head_nouns import split_noun
from analysis.sources.lexicons.known_entities import load_lexicon
from analysis.sources.lexicons.public_organisations import organisation_named
from analysis.sources.mentions.interpretation import Interpretation, as_source, join, listed
from analysis.sources.mentions.rules import read_all
from analysis.sources.mentions.words import ARTICLES, COMMON, DEFINITE, Words
from analysis.taxonomy import MEDIA

_LONGEST_NAME = 3
_PASSIVE = {"werden", "wird", "wurde", "wurden", "worden", "werde", "würden", "es", "man"}
_WHERE = {"in", "im", "bei", "auf"}
_BECOMES = {"wird", "werden", "wurde", "wurden", "worden", "werde", "würden"}
_ACCUSING = {"vorwerfen", "verdächtigen", "beschuldigen", "bezichtigen", "anklagen", "nachsagen", "unterstellen"}
_BY = {"von", "vom", "durch", "seitens", "laut", "nach", "aus", "in", "im"}
_NOMINAL = {"NN", "NE", "ADJA", "ART", "PPOSAT", "PIAT", "CARD", "PDAT"}
_ACCORDING = {"nach", "laut", "gemäß", "zufolge"}
_SAID = {"report", "text", "study", "press"}
_CARRIED_ON = {"direct", "reported", "subjunctive", "free_indirect"}
_IN_TEXT = {"darin", "hierin", "worin"}
_CARRIED = re.compile(r"demnach|dort|(dar?|hier|wor?)(nach|in|auf|unter|zu|mit|an|aus|bei|von|über|gegen)")


class ArticleSources:
    """The document with its cast, for one pass over its statements."""

    def __init__(
        self,
        document: Document,
        statements: tuple[Statement, ...],
        entities: ArticleEntities,
        resolver: type[Resolver] = Resolver,
    ) -> None:
        self.document = document
        self.entities = entities
        quotes = (span for statement in statements if statement.type == "direct" for span in statement.quote)
        self.resolver = resolver(self.entities, tuple(sorted(quotes)))
        self._starts = [token.start for token in document.tokens]

    def source(self, statement: Statement) -> Source:
        """Whose statement it is."""
        if not statement.speaker:
            return self._in_frame(statement)
        spans = tuple(span for span in statement.speaker if any(map(str.isalpha, self.document.text[slice(*span)])))
        if self._accused(statement):
            return NOBODY
        if len(spans) > 1 and (source := self._one_of(statement, spans)):
            return source
        words = self._words(self._with_owner(spans))
        if len(words.words) == 1 and _CARRIED.fullmatch(words.words[0].lower()):
            return self.resolver.author(statement.speaker[0][0])
        readings = read_all(words)
        at = statement.speaker[0][0]
        if readings and readings[0].kind == "pronoun" and self._tokens(statement.speaker)[0].tag.startswith("PREL"):
            before = self._antecedent(at)
            if not before:
                return self.resolver.nearest(readings[0].gender, at)
            readings = before
        plural = self._plural_verb(statement)
        if [reading.kind for reading in readings] == ["country"] and self._only_where(statement):
            return NOBODY
        sources = [self.resolver.settle(reading, at, plural) for reading in readings]
        named = tuple(source for source in sources if source.entity != "-")
        if named:
            return join(named)
        return NOBODY if readings else self._unread(words, at)

    def evidence(self, statement: Statement, source: Source) -> str:
        """The kind of evidence that this source of a statement rests on."""
        words = self._words(statement.speaker)
        reading = next(iter(read_all(words)), None)
        named = any(label.endswith("PER") for label in words.labels)
        return evidence(self.entities, source, reading, spoken=bool(statement.speaker), named=named)

    def _one_of(self, statement: Statement, spans: Spans) -> Source | None:
        """The source of a speaker in pieces that each name somebody: both where "und" joins them, else the likelier."""
        parts = [self.source(replace(statement, speaker=(span,))) for span in spans]
        if not all(part.naming == "named" for part in parts):
            return None
        if all(self._joined(one, other) for one, other in pairwise(spans)):
            return join(tuple(parts))
        return min(zip(parts, spans, strict=True), key=lambda pair: self._unlikely(statement, *pair))[0]

    def _unlikely(self, statement: Statement, part: Source, span: Span) -> tuple[int, int]:
        """How little a piece of a speaker looks like its head: in another clause than the cue, a relay, a genitive."""
        tokens = self._tokens((span,))
        index = bisect_left(self._starts, span[0]) - 1
        governed = index >= 0 and self.document.tokens[index].tag == "APPR"
        oblique = tokens[0].tag == "ART" and tokens[0].form.lower() in ("des", "dem", "den")
        cue = statement.cue[0] if statement.cue else span
        between = self._tokens(((min(span[1], cue[1]), max(span[0], cue[0])),))
        apart = any(token.tag == "KOUS" for token in between)
        sentence = bisect_right(self.entities.begins, span[0])
        return 2 * apart + (part.institution in MEDIA) + governed + oblique, -sentence

    def _joined(self, one: Span, other: Span) -> bool:
        """Whether nothing but "und", commas and the like stand between two pieces of a speaker."""
        between = self._tokens(((one[1], other[0]),))
        return bool(between) and all(token.tag in ("KON", "$,", "$(") for token in between)

    def _accused(self, statement: Statement) -> bool:
        """Whether the words are the subject of a passive, of whom somebody says it: "Er wird verdächtigt, …"."""
        said = self._tokens(statement.cue)
        around = {token.form.lower() for token in (*said, *self._tokens(statement.frame))}
        if not around & _BECOMES or not any(token.lemma in _ACCUSING for token in said):
            return False
        index = bisect_left(self._starts, statement.speaker[0][0]) - 1
        by = index >= 0 and self.document.tokens[index].form.lower() in _BY
        words = self._words(statement.speaker).words
        own = any(word.lower() in _BY or ((noun := split_noun(word)) and noun.head.kind in _SAID) for word in words)
        return not by and not own

    def _only_where(self, statement: Statement) -> bool:
        """Whether a place is only where somebody says it: "In Oslo wird vermutet", "im Hafen von Oslo wird erzählt"."""
        said = self._tokens(statement.cue)
        passive = any(token.form.lower() in _BECOMES for token in (*said, *self._tokens(statement.frame)))
        index = bisect_left(self._starts, statement.speaker[0][0]) - 1
        if not passive or not any(token.tag == "VVPP" for token in said):
            return False
        if self._tokens(statement.speaker)[0].form.lower() in _WHERE:
            return True
        if index < 0:
            return False
        before, earlier = self.document.tokens[index], self.document.tokens[max(index - 1, 0)]
        return before.form.lower() in _WHERE or (before.form == "von" and earlier.tag in ("NN", "NE"))

    def _with_owner(self, spans: Spans) -> Spans:
        """The speaker with the possessive before it: "ihrer [Meinung] nach"."""
        index = bisect_left(self._starts, spans[0][0]) - 1 if spans else -1
        if index < 0 or self.document.tokens[index].tag != "PPOSAT":
            return spans
        return ((self.document.tokens[index].start, spans[0][1]), *spans[1:])

    def _antecedent(self, at: int) -> tuple[Interpretation, ...]:
        """What an utterance before a relative clause means: "Studien der Charité, nach denen"."""
        index = bisect_left(self._starts, at) - 1
        sentence = self.document.sentences[bisect_right(self.entities.begins, at) - 1]
        while index > sentence.first and self.document.tokens[index].tag in ("APPR", "$,"):
            index -= 1
        last = index + 1
        while index > sentence.first and self.document.tokens[index].tag in _NOMINAL:
            index -= 1
        mention = words_of(self.document.tokens[index + 1 : last])
        headed = any((noun := split_noun(w)) and noun.head.kind in _SAID for w in mention.words)
        return read_all(mention) if headed else ()

    def _in_frame(self, statement: Statement) -> Source:
        """A speaker whom nobody marked: in the frame of an active verb, or who spoke before."""
        cue = self._tokens(statement.cue)
        said = {token.form.lower() for token in (*cue, *self._tokens(statement.frame))}
        if said & _IN_TEXT:
            return self.resolver.writer(statement.frame[0][0] if statement.frame else statement.cue[0][0])
        behind = self._behind_preposition(statement)
        if behind:
            return join(tuple(self.resolver.settle(reading, statement.frame[0][0]) for reading in behind))
        if (not cue and statement.type in _CARRIED_ON) or "zitiert" in said:
            return self.resolver.author((statement.quote or ((0, 0),))[0][0])
        if not cue or said & _PASSIVE or not any(token.tag.endswith("FIN") for token in cue):
            return NOBODY
        beside = tuple(span for span in statement.frame if any(span[0] <= token.start < span[1] for token in cue))
        rest = tuple(token for token in self._tokens(beside) if token not in cue)
        readings = [reading for reading in read_all(words_of(rest)) if reading.settled and not reading.indefinite]
        at = statement.frame[0][0] if statement.frame else 0
        if not readings:
            # "… und fügte hinzu": the subject of the verb before
            return self.resolver.author(at)
        return join(tuple(self.resolver.settle(reading, at) for reading in readings))

    def _behind_preposition(self, statement: Statement) -> tuple[Interpretation, ...]:
        """Whom a frame without a verb names: "nach Angaben der Tagesthemen", "laut Computerwoche"."""
        frame = self._tokens(statement.frame)
        if any(token.tag.startswith("V") for token in self._tokens(statement.cue)):
            return ()
        start = next((i for i, token in enumerate(frame) if token.form.lower() in _ACCORDING), len(frame))
        readings = read_all(words_of(frame[start + 1 :])) if start + 1 < len(frame) else ()
        return tuple(reading for reading in readings if reading.settled)

    def _unread(self, words: Words, at: int) -> Source:
        """A name that no rule reads: known to the article, to a list by a slip, or else as it stands."""
        kept = [word for word in words.words if word.lower() not in ARTICLES]
        name = " ".join(kept)
        if not kept:
            return NOBODY
        if all(word.islower() and word.isalpha() for word in kept):
            # a verb or particle where the subject was left out: "… und versucht"
            return self.resolver.last()
        met = self.resolver.unread(name) or self.resolver.inhabitant(words)
        if met is None and len(kept) == 1 < len(words.words) and words.words[0].lower() in DEFINITE:
            # "der Dienst" after "Geheimdienst"
            met = self.resolver.called(name, at)
        if met is not None:
            return met
        entry = load_lexicon().lookup(name) or organisation_named(name)
        if entry is not None:
            return listed(entry)
        if words.labels and words.labels[0].endswith("PER"):
            return Source(name, self.entities.country, "citizen", "citizen", "named")
        pairs = zip(words.words, words.labels, strict=True)
        capitals = [label for word, label in pairs if word[:1].isupper() and word in kept]
        common = bool(capitals) and all(label == COMMON for label in capitals)
        short = len(kept) <= _LONGEST_NAME and all(word[:1].isupper() and split_noun(word) is None for word in kept)
        if short and not (common and len(kept) == len(words.words)):
            # a name that the article gives nowhere else: most unknown capitalised words that speak are persons
            naming: Naming = "unnamed" if common else "named"
            return Source(name, self.entities.country, "citizen", "citizen", naming)
        if common and self.resolver.last() != NOBODY:
            # "… und beanstandet die staatliche Förderung": a thing does not speak, who spoke goes on
            return self.resolver.last()
        return Source(name, "-", "unknown", "unknown", "unnamed" if common or not words.labels[0] else "named")

    def relayed(self, statement: Statement, source: Source, own: frozenset[str]) -> tuple[Source, Via | None]:
        """Source and via: a medium that cites somebody is the relay, and who is cited the source.

        Where nobody relays, the via is the medium that was told; never the outlet, whose names are ``own``.
        """
        sentence = self._sentence(statement)
        if sentence is None:
            return source, None
        via = None
        if (both := quoting(self.document, sentence, statement)) is not None:
            medium, quoted = (self._of(words, statement) for words in both)
            if medium.institution in MEDIA and quoted.entity != "-":
                return quoted, None if medium.entity in own else Via.of(medium, "relay")
        if source.institution in MEDIA:
            behind = cited(self.document, sentence, statement)
            readings = read_all(behind) if behind is not None else ()
            settled = [as_source(reading, self.entities.country) for reading in readings if reading.settled]
            if settled:
                source, via = join(tuple(settled)), None if source.entity in own else Via.of(source, "relay")
        else:
            via = relay(self.document, sentence, statement, source, own)
        return source, via or told(self.document, sentence, statement, source, own, self.resolver.settle)

    def _of(self, words: Words, statement: Statement) -> Source:
        """Who is meant by words beside the cue of a statement."""
        at = (statement.cue or statement.frame or statement.quote)[0][0]
        sources = [self.resolver.settle(reading, at) for reading in read_all(words)]
        return join(tuple(sources)) if sources else NOBODY

    def _plural_verb(self, statement: Statement) -> bool:
        """Whether the finite verb of the cue or frame is plural: "sagten sie"."""
        tokens = self._tokens(statement.cue) or self._tokens(statement.frame)
        verbs = [token.form for token in tokens if token.tag.endswith("FIN")]
        return bool(verbs) and verbs[0].endswith(("en", "ind", "ern", "eln"))

    def _tokens(self, spans: Spans) -> tuple[Token, ...]:
        return tuple(
            self.document.tokens[i]
            for start, end in spans
            for i in range(bisect_left(self._starts, start), bisect_left(self._starts, end))
        )

    def _words(self, spans: Spans) -> Words:
        return words_of(phrase(self._tokens(spans)))

    def _sentence(self, statement: Statement) -> Sentence | None:
        """The sentence of the statement's frame, or of its quote."""
        spans = statement.frame or statement.cue or statement.quote
        at = bisect_right(self.entities.begins, spans[0][0]) - 1 if spans else -1
        return self.document.sentences[at] if at >= 0 else None

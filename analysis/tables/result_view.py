"""What the rows of one result share: its columns of place, its words, sentences and sources."""

import hashlib
import json
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from itertools import pairwise

from analysis.model import NOBODY, Article, ArticleResult, Document, SectionName, Spans

# Lone surrogates cannot be encoded and NUL ends strings in many readers; replaced one by one, offsets stay.
_UNSTORABLE = dict.fromkeys([0, *range(0xD800, 0xE000)], "\ufffd")

Row = dict[str, object]


def article_key(article: Article) -> str:
    """The key of an article: the first 16 hex digits of a SHA-256 over text, title, outlet, date, address."""
    parts = (article.text, article.title, article.outlet, article.published, article.url)
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()[:16]


def storable(text: str) -> str:
    """The text with what no table can hold (NUL, lone surrogates) replaced, character by character."""
    return text if text.isprintable() else text.translate(_UNSTORABLE)


def one_line(text: str | None) -> str:
    """Text on one line, its runs of white space one blank each."""
    return storable(" ".join(text.split())) if text else ""


class ResultView:
    """One result with what several of its rows need."""

    def __init__(self, result: ArticleResult) -> None:
        self.result = result
        self.document: Document = result.document
        article = result.article
        self.place: Row = {
            "article": article_key(article),
            "title": one_line(article.title) or None,
            "outlet": one_line(article.outlet) or None,
            "published": one_line(article.published) or None,
        }
        words = [t for t in self.document.tokens if any(character.isalnum() for character in t.text)]
        self._starts, self._ends = [t.start for t in words], [t.end for t in words]
        self.hedges = Counter(hedge.statement for hedge in result.hedges)
        self.categories = {s.id: (s.source or NOBODY).category for s in result.statements}

    def words(self, spans: Spans) -> set[int]:
        """The words under the spans, by position: tokens that hold a letter or a digit."""
        ranges = (range(bisect_right(self._ends, a), bisect_left(self._starts, b)) for a, b in spans)
        return {position for positions in ranges for position in positions}

    @property
    def length(self) -> int:
        """Words in the analysed text."""
        return len(self._starts)

    @cached_property
    def subjunctive_starts(self) -> list[int]:
        """Where the subjunctives begin, in order."""
        return sorted(subjunctive.span[0] for subjunctive in self.result.subjunctives)

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int]]:
        sentences = self.document.sentences
        return [s.start for s in sentences], [s.end for s in sentences]

    def text(self, spans: Spans) -> str:
        """The text under the spans on one line."""
        return one_line(self.document.slice(spans))

    def context(self, spans: Spans) -> str:
        """The sentences that overlap the spans, on one line; an ellipsis stands for sentences left out."""
        starts, ends = self._bounds
        ranges = (range(bisect_right(ends, a), bisect_left(starts, b)) for a, b in spans)
        numbers = sorted({number for found in ranges for number in found})
        if not numbers:
            return self.text(spans)
        pieces = [self.text(((starts[numbers[0]], ends[numbers[0]]),))]
        for before, number in pairwise(numbers):
            pieces += ["…"] * (number > before + 1)
            pieces.append(self.text(((starts[number], ends[number]),)))
        return " ".join(pieces)

    def section(self, spans: Spans) -> SectionName:
        """The section of the sentence in which the spans begin."""
        number = bisect_right(self._bounds[1], spans[0][0]) if spans else 0
        sentences = self.document.sentences
        return sentences[min(number, len(sentences) - 1)].section if sentences else "body"

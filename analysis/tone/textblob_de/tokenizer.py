"""How textblob-de cuts a text into sentences and tokens: ``pattern.text.find_tokens`` in linear time.

The base value (see ``base``) depends on where textblob-de's tokeniser cuts, so this module cuts in the same
places: what stands between two blanks is split once and remembered. Re-implemented after pattern
(BSD licence, University of Antwerp), whose copy inside textblob-de supplies its tables.
"""

import re
import string
import sys
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_BREAK = re.compile(r"\n{2,}")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*")
_QUOTES = "“”‘’"
_END_OF_SENTENCE = "END-OF-SENTENCE"
_ENDS = frozenset(("...", ".", "!", "?", _END_OF_SENTENCE))
_CLOSERS = _ENDS | frozenset("”’)")
_REMEMBERED = 1 << 16
_LONGEST = 64
"""Longer tokens are rare and not worth remembering."""


@cache
def package_folder() -> Path:
    """Where textblob-de is installed; raises ``ModuleNotFoundError`` where it is not."""
    spec = find_spec("textblob_de")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("textblob_de", name="textblob_de")
    return Path(spec.origin).parent


@cache
def pattern(name: str) -> Any:
    """The module ``_pattern.<name>`` of textblob-de.

    It is found without importing textblob-de itself, which would load NLTK and SciPy for a second.
    """
    folder = str(package_folder() / "ext")
    sys.path.append(folder)
    try:
        return import_module(f"_pattern.{name}")
    finally:
        sys.path.remove(folder)


class Splitter:
    """Cuts texts as ``find_tokens(text, punctuation=marks, abbreviations=abbreviations)`` does."""

    def __init__(self, marks: str, abbreviations: Iterable[str]) -> None:
        text = pattern("text")
        self._marks = frozenset(marks) - {"."}
        self._abbreviations = frozenset(abbreviations)
        self._contractions = tuple(text.replacements.items())
        self._kept = frozenset(text.replacements)
        self._consonants = re.compile(text.RE_ABBR3.pattern.removeprefix("^").removesuffix(".$"))
        self._sarcasm, self._emoticons = text.RE_SARCASM, text.RE_EMOTICONS
        self._remember = lru_cache(_REMEMBERED)(self._pieces)

    def sentences(self, text: str) -> list[str]:
        """The sentences of a text, each as its tokens joined by one blank."""
        return [self._mend(" ".join(tokens)) for tokens in _cut(self._tokens(text))]

    def _tokens(self, text: str) -> list[str]:
        tokens: list[str] = []
        for number, paragraph in enumerate(_BREAK.split(text.replace("\r\n", "\n"))):
            if number:
                tokens.append(_END_OF_SENTENCE)
            for word in paragraph.split():
                if word.isalnum():
                    tokens.append(word)
                else:
                    tokens += self._remember(word) if len(word) < _LONGEST else self._pieces(word)
        return tokens

    def _pieces(self, word: str) -> tuple[str, ...]:
        """The tokens of what stands between two blanks."""
        if "'" in word:
            for contraction, apart in self._contractions:
                word = word.replace(contraction, apart)
        for quote in _QUOTES:
            word = word.replace(quote, f" {quote} ")
        return tuple(token for part in word.split() for token in self._strip(part))

    def _strip(self, word: str) -> list[str]:
        """Splits punctuation off both ends, the full stop of an abbreviation excepted."""
        start, end, tail = 0, len(word), list[str]()
        reach: tuple[int, int] | None = None
        while start < end and word[start] in self._marks and word[start : start + 4] not in self._kept:
            start += 1
        while start < end and (word[end - 1] == "." or word[end - 1] in self._marks):
            if word[end - 1] in self._marks:
                end -= 1
                tail.append(word[end])
            if word.endswith("...", start, end):
                tail.append("...")
                end -= 3
                while start < end and word[end - 1] == ".":
                    end -= 1
            if start < end and word[end - 1] == ".":
                reach = self._reach(word, start) if reach is None else reach
                if self._abbreviates(word, start, end, reach):
                    break
                end -= 1
                tail.append(".")
        middle = [word[start:end]] if start < end else []
        return [*word[:start], *middle, *reversed(tail)]

    def _reach(self, word: str, start: int) -> tuple[int, int]:
        """How far initials ("U.S.") and capital with consonants ("Mr") go from ``start``."""
        consonants = self._consonants.match(word, start)
        initials = _INITIALS.match(word, start)
        return (initials.end() if initials else start, consonants.end() if consonants else start)

    def _abbreviates(self, word: str, start: int, end: int, reach: tuple[int, int]) -> bool:
        """Whether ``word[start:end]``, which ends in a full stop, is an abbreviation."""
        length = end - start
        if length < _LONGEST and word[start:end] in self._abbreviations:
            return True
        initials, consonants = reach
        return (length > 1 and length % 2 == 0 and end <= initials) or (length > 2 and end - 1 <= consonants)

    def _mend(self, sentence: str) -> str:
        """Puts emoticons and the sarcastic ``(!)`` together again."""
        if "!" in sentence:
            sentence = self._sarcasm.sub("(!)", sentence)
        mended: str = self._emoticons.sub(lambda match: match[1].replace(" ", "") + match[2], sentence)
        return mended


def _cut(tokens: list[str]) -> list[list[str]]:
    """Cuts behind each sentence end and the marks that close it; ' and " never close."""
    sentences, start, at = list[list[str]](), 0, 0
    while at < len(tokens):
        if tokens[at] in _ENDS:
            while at < len(tokens) and tokens[at] in _CLOSERS:
                at += 1
            sentences.append([token for token in tokens[start:at] if token != _END_OF_SENTENCE])
            start = at
        at += 1
    sentences.append(tokens[start:])
    return [sentence for sentence in sentences if sentence]


@cache
def german_splitter() -> Splitter:
    """The tokeniser of a text: ``textblob_de.tokenizers.PatternTokenizer``."""
    return Splitter(string.punctuation, pattern("text.de").ABBREVIATIONS)


@cache
def lemma_splitter() -> Splitter:
    """The tokeniser that the scorer applies to the lemmas: pattern's own default."""
    text = pattern("text")
    return Splitter(text.PUNCTUATION, text.ABBREVIATIONS)

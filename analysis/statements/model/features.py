"""Input features of the statement model: one integer per token and column.

Some columns describe the word (form, lemma, tag, Brown cluster, ending, shape, mood, name), some its place
(quotation marks, sentence, paragraph, section), and some the statements of the rules, which the model then
corrects.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from analysis.language.tagger_features import shape
from analysis.language.token_columns import Ranges, TokenColumns
from analysis.language.word_table import load_words
from analysis.model import StatementType
from analysis.statements.frames.cues import nouns, phrases, verbs
from analysis.statements.frames.draft import Draft
from analysis.statements.syntax.quotation_marks import Quotation

Numbers = npt.NDArray[np.int32]
Vocabulary = Mapping[str, Mapping[str, int]]

TYPES: tuple[StatementType, ...] = ("direct", "indirect", "reported", "free_indirect", "subjunctive")
ROLES = ("speaker", "cue", "frame", "addressee")
LEVELS = 2
"""Nesting levels that the model tells apart: a statement, and one inside it."""

_BRANCHES = (("b4", 0xF), ("b6", 0x3F), ("b8", 0xFF), ("b11", 0x7FF), ("b", -1))
"""Bit masks that cut a Brown cluster's path to 4, 6, 8, 11 bits and the whole."""
OPEN = ("form", "lemma", "tag", *(name for name, _ in _BRANCHES), "prefix", "suffix", "shape", "mood", "entity", "cue")
"""Columns whose values depend on the word alone; the vocabulary numbers them, 0 is everything else."""
CLOSED = {"marks": 5, "place": 8, "outer": 11, "inner": 11, "roles": 16}
"""Columns that depend on the document, with the count of their values."""
COLUMNS = (*OPEN, *CLOSED, "rule")
_LONGEST = 40
_CACHE_SIZE = 100_000


class Encoder:
    """Encodes documents with one vocabulary; keeps the rows of recent words."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._columns = [vocabulary[name] for name in OPEN]
        self._rows: dict[tuple[str, ...], bytes] = {}

    def encode(self, view: TokenColumns, quotations: Sequence[Quotation], drafts: Sequence[Draft]) -> Numbers:
        """One row per token, one column per name in ``COLUMNS``; ``drafts`` are the statements of the rules."""
        known = self._rows.get
        rows = b"".join([known(word) or self._row(word) for word in words_of(view)])
        words = np.frombuffer(rows, np.int32).reshape(view.size, len(OPEN))
        return np.concatenate((words, self._places(view, quotations, drafts)), axis=1)

    def _row(self, word: tuple[str, ...]) -> bytes:
        if len(self._rows) >= _CACHE_SIZE:
            self._rows.clear()
        values = zip(self._columns, spell_out(word), strict=True)
        row = self._rows[word] = array("i", [column.get(value, 0) for column, value in values]).tobytes()
        return row

    def _places(self, view: TokenColumns, quotations: Sequence[Quotation], drafts: Sequence[Draft]) -> Numbers:
        outer, inner = labels_of(view.size, [(draft.type, draft.quote) for draft in drafts])
        rules = np.zeros(view.size, np.int32)
        known = self._vocabulary["rule"]
        for draft in sorted(drafts, key=lambda draft: -length(draft.quote)):
            for first, last in draft.quote:
                rules[first:last] = known.get(draft.rule, 0)
        marks, roles = marks_of(view.size, quotations), roles_of(view.size, drafts)
        return np.stack((marks, places_of(view), outer, inner, roles, rules), axis=1)


def words_of(view: TokenColumns) -> Iterable[tuple[str, ...]]:
    """Form, lemma, tag, mood and entity of every token: the values of the open columns depend on these alone."""
    return zip(view.form, view.lemma, view.tag, view.mood, view.entity, strict=True)


def spell_out(word: tuple[str, ...]) -> list[str]:
    """The values of the open columns for form, lemma, tag, mood and entity of a token."""
    form, lemma, tag, mood, entity = word
    form = form[:_LONGEST]
    low = form.lower()
    if not low.isalpha():
        low = "".join("0" if character.isdigit() else character for character in low)
    bits = _bits(form)
    branches = [f"{bits & mask}" if bits is not None else "" for _, mask in _BRANCHES]
    return [low, lemma[:_LONGEST], tag, *branches, low[:3], low[-3:], shape(form), mood, entity, _cue(low, lemma, tag)]


def _bits(form: str) -> int | None:
    words = load_words()
    for candidate in (form, form.lower(), form.capitalize(), form.rpartition("-")[2]):
        if candidate and (bits := words.bits(candidate)) is not None:
            return bits
    return None


def _cue(low: str, lemma: str, tag: str) -> str:
    if tag[0] == "V":
        return "verb" if lemma in verbs() else "phrase" if lemma in phrases() else ""
    return "noun" if tag == "NN" and lemma in nouns("cue") else ""


def marks_of(size: int, quotations: Sequence[Quotation]) -> Numbers:
    """Where quotation marks are open: 1 at the opening mark, 2 inside, 3 at the closing one, 4 if none closes."""
    state = np.zeros(size, np.int32)
    for quotation in quotations:
        state[quotation.first : quotation.last] = 2 if quotation.closed else 4
        state[quotation.first] = 1
        if quotation.closed:
            state[quotation.last - 1] = 3
    return state


def places_of(view: TokenColumns) -> Numbers:
    """First token of a sentence (1), of a paragraph (2), in a headline (4), added up."""
    place = np.zeros(view.size, np.int32)
    text, end = view.document.text, 0
    for sentence in view.document.sentences:
        if sentence.first == sentence.last:
            continue
        if sentence.section == "headline":
            place[sentence.first : sentence.last] += 4
        place[sentence.first] += 3 if "\n" in text[end : sentence.start] or not end else 1
        end = sentence.end
    return place


def labels_of(size: int, quotes: Sequence[tuple[str, Ranges]]) -> list[Numbers]:
    """Per level one label per token: 0 outside, else twice the number of the type, one less at the beginning."""
    labels = [np.zeros(size, np.int32) for _ in range(LEVELS)]
    for (kind, ranges), level in zip(quotes, levels_of([ranges for _, ranges in quotes]), strict=True):
        if level < LEVELS:
            number = 2 * TYPES.index(kind) + 2
            for first, last in ranges:
                labels[level][first:last] = number
            labels[level][ranges[0][0]] = number - 1
    return labels


def levels_of(quotes: Sequence[Ranges]) -> list[int]:
    """The nesting level of each quote: 0 for the outermost, one more inside every longer quote that shares tokens."""
    levels = [0] * len(quotes)
    taken: list[set[int]] = []
    for number in sorted(range(len(quotes)), key=lambda number: (-length(quotes[number]), quotes[number])):
        tokens = {index for first, last in quotes[number] for index in range(first, last)}
        level = next((depth for depth, others in enumerate(taken) if not others & tokens), len(taken))
        if level == len(taken):
            taken.append(set())
        taken[level] |= tokens
        levels[number] = level
    return levels


def roles_of(size: int, drafts: Sequence[Draft]) -> Numbers:
    """The roles a token has in any statement of the rules: speaker 1, cue 2, frame 4, addressee 8, added up."""
    roles = np.zeros(size, np.int32)
    for draft in drafts:
        for number, role in enumerate(ROLES):
            for first, last in getattr(draft, role):
                roles[first:last] |= 1 << number
    return roles


def length(ranges: Ranges) -> int:
    """The count of tokens in ranges."""
    return sum(last - first for first, last in ranges)


def tokens(ranges: Ranges) -> list[int]:
    """The token numbers in ranges."""
    return [index for first, last in ranges for index in range(first, last)]

"""Taggers (conditional random fields): one label per word and model from the word forms of a sentence.

A label's score at a word is the sum of the weights of what is seen there. Most of that depends on one word form
and on how far away it stands, so these sums are kept for every form met; the best path of many sentences is then
found at once. The models are trained with CRFsuite; see ``analysis.language.training.train``.
"""

import threading
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

import numpy as np
import numpy.typing as npt

from analysis.language.crf_weights import Floats, Model, Numbers, Weights
from analysis.language.tagger_features import PLACES, Features

_LONGEST_SEQUENCE = 400
"""Words; very long sentences come in pieces."""
_AT_ONCE = 4_000
"""Words whose best paths are looked for together."""
_FORMS = 100_000
"""Word forms whose sums are kept, in 1.2 kB each."""
_LEARNT_AT_ONCE = 40
"""New word forms whose sums are made together."""
_REACH = len(PLACES) // 2
"""Words before and behind that a word's features look at."""


class Taggers:
    """Several models that look at the same features; safe to share between threads."""

    def __init__(self, models: Sequence[Model], features: Features) -> None:
        self._models = tuple(models)
        self._features = features
        ends = np.cumsum([len(model.labels) for model in self._models])
        self._slices = [slice(end - len(model.labels), end) for end, model in zip(ends, self._models, strict=True)]
        self._weights = Weights(self._models)
        self._margins = [margins_of(model.transitions) for model in self._models]
        self._lock = threading.Lock()
        self._forget()

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[list[str]]]:
        """The labels of every sentence, for each model."""
        pieces = [(number, piece) for number, forms in enumerate(sentences) for piece in _pieces(forms)]
        found: list[list[list[str]]] = [[[] for _ in sentences] for _ in self._models]
        with self._lock:
            for batch in _batches(pieces):
                scores = self._scores([piece for _, piece in batch])
                lengths = [len(piece) for _, piece in batch]
                read = zip(self._models, self._slices, self._margins, found, strict=True)
                for model, part, margins, result in read:
                    paths = best_paths(scores[:, part], lengths, model.transitions, margins)
                    names = [model.labels[label] for label in paths.tolist()]
                    end = 0
                    for number, piece in batch:
                        result[number] += names[end : end + len(piece)]
                        end += len(piece)
        return found

    def _forget(self) -> None:
        self._rows: dict[str, int] = {}
        self._sums = np.zeros((1024, len(PLACES), self._weights.width), np.float32)
        self._kinds = np.zeros((1024, 2), np.int64)
        self._learn([""])

    def _scores(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """The score of every label at every word, ``(words, labels)``."""
        if len(self._rows) > _FORMS:
            self._forget()
        kept = self._rows
        self._learn({form: None for forms in sentences for form in forms if form not in kept})
        edges = [kept[""]] * _REACH
        rows = list(edges)
        for forms in sentences:
            rows += map(kept.__getitem__, forms)
            rows += edges
        numbers = np.array(rows)
        lengths = [len(forms) for forms in sentences]
        at = np.arange(sum(lengths)) + np.repeat(_REACH * np.arange(1, len(lengths) + 1), lengths)
        scores = self._weights.joint(self._kinds[numbers], at, np.cumsum([0, *lengths[:-1]]))
        for side, offset in enumerate(range(-_REACH, _REACH + 1)):
            scores += self._sums[numbers[at + offset], side]
        return scores

    def _learn(self, forms: Iterable[str]) -> None:
        """Keep the sums of new forms, one for each place from which a form is looked at."""
        new = iter(forms)
        while some := list(islice(new, _LEARNT_AT_ONCE)):
            views = [self._features.view(form) for form in some]
            first = len(self._rows)
            self._rows.update(zip(some, range(first, first + len(some)), strict=True))
            while len(self._rows) > len(self._sums):
                self._sums = np.concatenate((self._sums, np.zeros_like(self._sums)))
                self._kinds = np.concatenate((self._kinds, np.zeros_like(self._kinds)))
            self._sums[first : len(self._rows)] = self._weights.sums(views)
            self._kinds[first : len(self._rows)] = [self._weights.kind(view) for view in views]


def best_paths(scores: Floats, lengths: Sequence[int], transitions: Floats, margins: Floats) -> Numbers:
    """The best labels of sentences that follow each other in ``scores`` ``(words, labels)``.

    Where one label leads by more than its neighbours could ever take back (``margins``), it is settled without
    them; between such words only short stretches remain whose paths have to be compared.
    """
    best: Numbers = scores.argmax(1)
    behind = scores[np.arange(len(scores)), best][:, None] - scores
    behind[np.arange(len(scores)), best] = np.inf
    unsettled: npt.NDArray[np.bool_] = np.any(behind <= margins[best], axis=1)
    first = np.zeros(len(scores), bool)
    first[np.cumsum([0, *lengths[:-1]])] = True
    last = np.append(first[1:], True)
    starts = np.flatnonzero(unsettled & (first | ~np.append(False, unsettled[:-1])))
    ends = np.flatnonzero(unsettled & (last | ~np.append(unsettled[1:], False)))
    if not len(starts):
        return best
    led, followed = starts[~first[starts]], ends[~last[ends]]
    scores = scores.copy()
    scores[led] += transitions[best[led - 1]]
    scores[followed] += transitions[:, best[followed + 1]].T
    _compare(scores, starts, ends - starts + 1, transitions, best)
    return best


def margins_of(transitions: Floats) -> Floats:
    """Score lead at which a label wins at a word whatever its neighbours are, as ``[leader, other]``."""
    after = np.maximum(0, (transitions[:, None, :] - transitions[:, :, None]).max(0))
    before = np.maximum(0, (transitions[None, :, :] - transitions[:, None, :]).max(2))
    margins: Floats = after + before
    return margins


def _compare(scores: Floats, starts: Numbers, lengths: Numbers, transitions: Floats, paths: Numbers) -> None:
    """Write the best path of every stretch into ``paths``: Viterbi's algorithm for all stretches at once."""
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    going = np.searchsorted(-lengths, -np.arange(lengths[0])).tolist()
    places = [starts[:count] + step for step, count in enumerate(going)]
    steps = [scores[some] for some in places]
    for before, step in pairwise(steps):
        step += np.maximum.reduce(before[: len(step), :, None] + transitions, 1)
    followed = np.ascontiguousarray(transitions.T)
    last = steps[-1].argmax(1)
    found = [last]
    for best in steps[-2::-1]:
        best[: len(last)] += followed[last]
        last = best.argmax(1)
        found.append(last)
    paths[np.concatenate(places)] = np.concatenate(found[::-1])


def _pieces(forms: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(forms), _LONGEST_SEQUENCE):
        yield forms[start : start + _LONGEST_SEQUENCE]


def _batches(pieces: Sequence[tuple[int, Sequence[str]]]) -> Iterator[list[tuple[int, Sequence[str]]]]:
    batch: list[tuple[int, Sequence[str]]] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += len(piece[1])
        if size >= _AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


_COMMA = "$,"
_STOPS = dict.fromkeys(".!?:;…", "$.")


def mark_punctuation(forms: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The tags with those of punctuation marks set by ``mark_tag`` rather than by the model."""
    pairs = zip(forms, tags, strict=True)
    return [tag if form.isalnum() or any(map(str.isalnum, form)) else mark_tag(form) for form, tag in pairs]


def mark_tag(mark: str) -> str:
    """The STTS tag of a punctuation mark or other symbol."""
    return _COMMA if mark == "," else _STOPS.get(mark, "$(")

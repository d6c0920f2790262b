"""A conditional random field as a tagger: word forms in, one label per word out."""

import threading
from collections.abc import Iterator, Sequence

import pycrfsuite

from analysis.language.features import Features
from analysis.resources import model_path

_LONGEST_SEQUENCE = 400
Items = list[pycrfsuite.ItemSequence]
"""The features of a sentence in the shape every model reads; very long sentences come in pieces."""


def items_of(forms: Sequence[str], features: Features) -> Items:
    """The features of one sentence, built once for all models."""
    return [pycrfsuite.ItemSequence(features.of(piece)) for piece in _pieces(forms)]


def _pieces(forms: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(forms), _LONGEST_SEQUENCE):
        yield forms[start : start + _LONGEST_SEQUENCE]


class Tagger:
    """One trained model; safe to share between threads.

    Raises ``FileNotFoundError`` naming the file where the model is missing.
    """

    def __init__(self, model: str) -> None:
        path = model_path(model)
        if not path.is_file():
            raise FileNotFoundError(f"model {path} is missing; data/models/README.md tells how to train it")
        self._lock = threading.Lock()
        self._model = pycrfsuite.Tagger()
        self._model.open(str(path))

    def tag(self, items: Items) -> list[str]:
        """The labels of one sentence."""
        with self._lock:
            return [label for piece in items for label in self._model.tag(piece)]


_COMMA = "$,"
_STOPS = dict.fromkeys(".!?:;…", "$.")


def mark_punctuation(forms: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The tags with every mark's own: no model needs to guess what a quotation mark is."""
    pairs = zip(forms, tags, strict=True)
    return [tag if any(map(str.isalnum, form)) else mark_tag(form) for form, tag in pairs]


def mark_tag(mark: str) -> str:
    """The STTS tag of a punctuation mark or other symbol."""
    return _COMMA if mark == "," else _STOPS.get(mark, "$(")

"""A conditional random field as a tagger: word forms in, one label per word out."""

import threading
from collections.abc import Sequence

import pycrfsuite

from analysis.language.features import Features
from analysis.resources import model_path

_LONGEST_SEQUENCE = 400


class Tagger:
    """One trained model; safe to share between threads.

    Raises ``FileNotFoundError`` naming the file where the model is missing.
    """

    def __init__(self, model: str, features: Features) -> None:
        path = model_path(model)
        if not path.is_file():
            raise FileNotFoundError(f"model {path} is missing; data/models/README.md tells how to train it")
        self._features = features
        self._lock = threading.Lock()
        self._model = pycrfsuite.Tagger()
        self._model.open(str(path))

    def tag(self, forms: Sequence[str]) -> list[str]:
        """The labels of one sentence; very long ones are tagged piece by piece."""
        labels: list[str] = []
        with self._lock:
            for start in range(0, len(forms), _LONGEST_SEQUENCE):
                labels += self._model.tag(self._features.of(forms[start : start + _LONGEST_SEQUENCE]))
        return labels


_COMMA = "$,"
_STOPS = dict.fromkeys(".!?:;…", "$.")


def mark_punctuation(forms: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The tags with every mark's own: no model needs to guess what a quotation mark is."""
    pairs = zip(forms, tags, strict=True)
    return [tag if any(map(str.isalnum, form)) else mark_tag(form) for form, tag in pairs]


def mark_tag(mark: str) -> str:
    """The STTS tag of a punctuation mark or other symbol."""
    return _COMMA if mark == "," else _STOPS.get(mark, "$(")

"""Runs the trained statement model: its reader through ONNX Runtime, the rest in numpy, on one core.

The model lies in three files in data/models: ``statements.onnx`` (embeddings and LSTM layers, 8 bits),
``statements.npz`` (what finds the roles) and ``statements.json`` (vocabulary, settings, how it was made). The
architecture is described where it is trained, in ``analysis.statements.training.net``.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import onnxruntime

from analysis.resources import model_path
from analysis.statements.model.decoding import Settings
from analysis.statements.model.features import Numbers, Vocabulary
from analysis.statements.model.relations import RoleQuery, Tokens

Floats = npt.NDArray[np.float32]

READER, FINDER, FACTS = "statements.onnx", "statements.npz", "statements.json"


@dataclass(frozen=True, slots=True)
class Finder:
    """The weights of the role classifier; names as in ``analysis.statements.training.net``."""

    quote: Floats
    token: Floats
    type: Floats
    relations: tuple[Floats, ...]
    role: Floats
    real: Floats

    def find(
        self,
        reading: Floats,
        asked: Sequence[RoleQuery],
        types: Sequence[int],
        related: Sequence[npt.NDArray[np.int64]],
    ) -> tuple[Floats, Floats]:
        """Probabilities of the roles ``(tokens, 4)``, and of every quote being one.

        The tokens are those in reach of the first quote, then of the second one, and so on, as in ``related``.
        """
        quotes = outlines(reading, [one.quote for one in asked]) @ self.quote[:-1] + self.quote[-1] + self.type[types]
        projected = reading @ self.token[:-1] + self.token[-1]
        pairs = np.concatenate([projected[one.low : one.high] for one in asked])
        pairs += np.repeat(quotes, [one.high - one.low for one in asked], axis=0)
        for table, numbers in zip(self.relations, related, strict=True):
            pairs += table.take(numbers, axis=0)
        np.maximum(pairs, 0, out=pairs)
        roles = pairs @ self.role[:-1] + self.role[-1]
        real = np.maximum(quotes, 0) @ self.real[:-1] + self.real[-1]
        return sigmoid(roles), sigmoid(real)[:, 0]


class Model(Protocol):
    """A statement model with its decision thresholds: the shipped one, or a net in training."""

    finder: Finder
    settings: Settings
    calibration: tuple[float, ...]

    def read(self, numbers: Numbers) -> tuple[tuple[Floats, Floats], Floats]:
        """Label probabilities ``(T, 11)`` of both levels, and the reading ``(T, 2 × hidden)``."""
        ...


class Network:
    """The shipped model, ready to run."""

    def __init__(self, reader: bytes, finder: Finder, facts: dict[str, Any]) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(reader, options, providers=["CPUExecutionProvider"])
        self.finder = finder
        self.vocabulary: Vocabulary = facts["vocabulary"]
        self.settings = Settings(**{**facts["settings"], "favour": tuple(facts["settings"]["favour"])})
        self.calibration: tuple[float, ...] = tuple(facts["calibration"])

    def read(self, numbers: Numbers) -> tuple[tuple[Floats, Floats], Floats]:
        """Label probabilities ``(T, 11)`` of both levels, and the reading ``(T, 2 × hidden)``."""
        outer, inner, reading = self._session.run(None, {"numbers": numbers})
        return (outer, inner), reading


def outlines(reading: Floats, quotes: Sequence[Tokens]) -> Floats:
    """Per quote the encoder output of its first token, of its last one, and its mean, concatenated."""
    lengths = [len(quote) for quote in quotes]
    starts = np.cumsum([0, *lengths[:-1]])
    tokens = reading[[token for quote in quotes for token in quote]]
    means = np.add.reduceat(tokens, starts) / np.array(lengths, tokens.dtype)[:, None]
    side_by_side: Floats = np.concatenate((tokens[starts], tokens[starts + lengths - 1], means), axis=1)
    return side_by_side


def sigmoid(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The logistic function; safe for large values."""
    shares: npt.NDArray[Any] = 1 / (1 + np.exp(-np.clip(values, -30, 30)))
    return shares


@cache
def load_network() -> Network | None:
    """The shipped model, loaded once; None where its files are missing, which leaves the rules alone."""
    if not all(model_path(name).exists() for name in (READER, FINDER, FACTS)):
        return None
    facts = json.loads(model_path(FACTS).read_text(encoding="utf-8"))
    with np.load(model_path(FINDER), allow_pickle=False) as arrays:
        finder = finder_of({name: arrays[name].astype(np.float32) for name in arrays.files})
    return Network(model_path(READER).read_bytes(), finder, facts)


def finder_of(weights: dict[str, Floats]) -> Finder:
    """The finder with the weights of ``statements.npz``."""
    relations = tuple(weights[name] for name in sorted(weights) if name.startswith("relation"))
    return Finder(weights["quote"], weights["token"], weights["type"], relations, weights["role"], weights["real"])

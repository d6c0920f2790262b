"""Tunes decision thresholds and calibration on articles that the deciding nets were not trained on."""

import importlib.util
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from analysis.statements.frames.draft import Draft
from analysis.statements.model.decoding import Settings
from analysis.statements.model.features import ROLES, TYPES, Encoder, Numbers, tokens
from analysis.statements.model.onnx_model import Finder, Floats, finder_of
from analysis.statements.model.relations import overlap
from analysis.statements.model.revise import Evidence, logit, model_statements
from analysis.statements.training.export_onnx import finder
from analysis.statements.training.net import Net
from analysis.statements.training.samples import Parsed

_SAME = 0.5
_TRIED: dict[str, Sequence[Any]] = {
    "outside": (0.4, 0.45, 0.55),
    "resume": (0.25, 0.5, 0.6),
    "reported": (1.3, 1.7),
    "free_indirect": (1.3,),
    "role": (0.3, 0.4),
}
"""Values beside the default, in the order in which they are tried."""
_SCORES = ("joint", "message_core", "type", "message_reported")
_FIXED = Settings(rules=0.3, keep=0.15)
"""Set, not tuned: the rules were written with sight of these articles, and a reader of the sentences loses less by
a wrong statement than by a missed one."""


@dataclass(slots=True)
class Torch:
    """A net before its export, as a model that the analysis can run."""

    net: Net
    settings: Settings = field(default_factory=Settings)
    calibration: tuple[float, ...] = (0.0, 1.0, 0.0, 0.0)

    @property
    def finder(self) -> Finder:
        """The numpy side of the net."""
        return finder_of(finder(self.net))

    def read(self, numbers: Numbers) -> tuple[tuple[Floats, Floats], Floats]:
        """As ``analysis.statements.model.onnx_model.Network.read``."""
        with torch.no_grad():
            batch = torch.from_numpy(numbers[None].astype(np.int64))
            reading = self.net.read(batch)[0]
            outer, inner = self.net.levels(reading)
        return (outer.exp().numpy(), inner.exp().numpy()), reading.numpy()


class Remembered:
    """A model with its output for one article cached, so that thresholds can be varied cheaply."""

    def __init__(self, model: Torch, text: Parsed, encoder: Encoder) -> None:
        self.finder = model.finder
        self.settings = model.settings
        self.calibration = model.calibration
        self.text, self._encoder, self._model = text, encoder, model
        self._kept: dict[bytes, tuple[tuple[Floats, Floats], Floats]] = {}

    def read(self, numbers: Numbers) -> tuple[tuple[Floats, Floats], Floats]:
        """As ``analysis.statements.model.onnx_model.Network.read``."""
        key = numbers.tobytes()
        if key not in self._kept:
            self._kept[key] = self._model.read(numbers)
        return self._kept[key]

    def statements(self, settings: Settings) -> list[tuple[Draft, Evidence]]:
        """What the model finds in its article with these settings."""
        self.settings = settings
        text = self.text
        return list(model_statements(text.view, text.quotations, text.drafts, self, self._encoder))


Score = Callable[[Sequence[tuple[Parsed, list[Draft]]]], float]


def tune(
    articles: Sequence[Remembered], score: Score, log: Callable[[str], None]
) -> tuple[Settings, tuple[float, ...]]:
    """Settings and calibration that score best, one setting after the other."""
    best = _FIXED
    calibration = calibrate(articles, best)

    def value(settings: Settings) -> float:
        found = []
        for article in articles:
            kept = [d for d, e in article.statements(settings) if e.confidence(calibration) >= settings.keep]
            found.append((article.text, kept + [draft for draft in article.text.drafts if draft.withheld]))
        return score(found)

    top = value(best)
    for name, tried in _TRIED.items():
        for candidate in tried:
            settings = _changed(best, name, candidate)
            if settings != best and (reached := value(settings)) > top:
                top, best = reached, settings
        log(f"{name}: {best} {top:.2f}")
    return best, calibrate(articles, best)


def _changed(settings: Settings, name: str, value: Any) -> Settings:
    if name not in TYPES:
        return replace(settings, **{name: value})
    favour = list(settings.favour)
    favour[TYPES.index(name)] = value
    return replace(settings, favour=tuple(favour))


def calibrate(articles: Sequence[Remembered], settings: Settings) -> tuple[float, ...]:
    """Base and weights of the evidence, by logistic regression on whether statements are right."""
    rows, right = [], []
    for article in articles:
        gold = [set(tokens(quote)) for _, quote, _ in article.text.gold]
        for draft, evidence in article.statements(settings):
            quote = set(tokens(draft.quote))
            rows.append((1.0, logit(evidence.mass), logit(evidence.real), float(evidence.agreed)))
            right.append(any(overlap(quote, one) >= _SAME for one in gold))
    return tuple(float(weight) for weight in _regress(np.array(rows), np.array(right, float)))


def _regress(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        shares = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - shares) - 0.1 * weights
        curve = (rows * (shares * (1 - shares))[:, None]).T @ rows + 0.1 * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def scorer(benchmarks: Path) -> Score:
    """The mean of the benchmark's own figures over articles of its training part."""
    specification = importlib.util.spec_from_file_location("score", benchmarks / "score.py")
    if specification is None or specification.loader is None:
        raise FileNotFoundError(benchmarks / "score.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    gold = {document["id"]: document for document in module.read_lines(benchmarks / "quotes" / "train.jsonl")}

    def score(found: Sequence[tuple[Parsed, list[Draft]]]) -> float:
        rows = {text.id: {"statements": [_row(text, draft) for draft in drafts]} for text, drafts in found}
        figures = module.score_quotes([gold[name] for name in rows], rows)
        return float(np.mean([figures[name]["f1"] for name in _SCORES]))

    return score


def _row(text: Parsed, draft: Draft) -> dict[str, Any]:
    roles = {role: text.view.spans(getattr(draft, role)) for role in ROLES}
    return {"type": draft.type, "quote": text.view.spans(draft.quote), **roles}


def remembered(texts: Sequence[Parsed], nets: Sequence[Net], encoder: Encoder) -> Iterator[Remembered]:
    """Every article with the net that was not trained on it."""
    models = [Torch(net) for net in nets]
    for place, text in enumerate(texts):
        yield Remembered(models[place % len(models)], text, encoder)

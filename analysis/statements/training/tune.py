"""Tunes decision thresholds and calibration on articles that the deciding nets were not trained on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import torch

from analysis.language.token_columns import Ranges
from analysis.model import StatementType
from analysis.statements.frames.draft import Draft
from analysis.statements.frames.rule_table import RULES
from analysis.statements.model.decoding import Settings
from analysis.statements.model.features import TYPES, Encoder, Numbers, tokens
from analysis.statements.model.onnx_model import Finder, Floats, finder_of
from analysis.statements.model.relations import overlap
from analysis.statements.model.revise import Evidence, alike, logit, model_statements
from analysis.statements.training.export_onnx import finder
from analysis.statements.training.net import Net
from analysis.statements.training.samples import Parsed
from analysis.statements.training.scoring import Coded, Figures, score_statements

_SAME = 0.5
_TRIED: dict[str, Sequence[Any]] = {
    "rules": (0.15, 0.3, 0.4, 0.5),
    "outside": (0.3, 0.35, 0.4, 0.45, 0.5, 0.55),
    "resume": (0.25, 0.35, 0.5, 0.6, 0.75),
    "begin": (0.3, 0.4, 0.5, 0.6),
    "reported": (0.7, 0.85, 1.0, 1.2, 1.5),
    "free_indirect": (0.4, 0.7, 1.0, 1.3),
    "direct": (0.8, 1.0, 1.25),
    "indirect": (0.8, 1.0, 1.25),
    "subjunctive": (0.8, 1.0, 1.25),
    "role": (0.25, 0.3, 0.35, 0.4, 0.45),
    "part": (0.3, 0.4, 0.5, 0.6, 0.75),
    "keep": (0.0, 0.15, 0.2, 0.25, 0.3, 0.35, 0.45),
}
"""Values in the order in which they are tried."""
_ROUNDS = 2
_SCORES = {
    "message": 3, "speaker": 3, "cue": 3, "message_direct": 1, "message_indirect": 1, "message_subjunctive": 1,
    "message_reported": 1,
}  # fmt: skip
"""What decisions are set for, with weights: the parts of all statements count more than one type."""
_FIRST = Settings(keep=0.15)


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


Found = tuple[Parsed, list[Draft]]
Score = Callable[[Sequence[Found]], float]


def tune(
    articles: Sequence[Remembered], score_of: Score, log: Callable[[str], None]
) -> tuple[Settings, tuple[float, ...]]:
    """Settings and calibration that score best, one setting after the other."""
    best = _FIRST
    calibration = calibrate(articles, best)

    def value(settings: Settings) -> float:
        return score_of(found_with(articles, settings, calibration))

    top = value(best)
    for name, tried in [*_TRIED.items()] * _ROUNDS:
        for candidate in tried:
            settings = _changed(best, name, candidate)
            if settings != best and (reached := value(settings)) > top:
                top, best = reached, settings
        log(f"{name}: {best} {top:.2f}")
    return best, calibrate(articles, best)


def found_with(articles: Sequence[Remembered], settings: Settings, calibration: Sequence[float]) -> list[Found]:
    """Every article with the statements that these decisions leave."""
    found = []
    for article in articles:
        text = article.text
        kept = [draft for draft in text.drafts if draft.withheld or RULES[draft.rule].whole]
        quotes = [set(tokens(draft.quote)) for draft in kept]
        for draft, evidence in article.statements(settings):
            own = set(tokens(draft.quote))
            if evidence.confidence(calibration) >= settings.keep and not any(
                alike(own, one) or (RULES[rule_draft.rule].whole and not one.isdisjoint(own))
                for rule_draft, one in zip(kept, quotes, strict=False)
            ):
                kept.append(draft)
        found.append((text, kept))
    return found


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


def judged(
    articles: Sequence[Remembered], settings: Settings, calibration: Sequence[float]
) -> list[tuple[float, bool]]:
    """For every statement that is kept its confidence, and whether it is right."""
    rows = []
    for article in articles:
        gold = [set(tokens(quote)) for _, quote, _ in article.text.gold]
        for draft, evidence in article.statements(settings):
            confidence, quote = evidence.confidence(calibration), set(tokens(draft.quote))
            if confidence >= settings.keep:
                rows.append((confidence, any(overlap(quote, one) >= _SAME for one in gold)))
    return rows


def _regress(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        shares = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - shares) - 0.1 * weights
        curve = (rows * (shares * (1 - shares))[:, None]).T @ rows + 0.1 * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def score(found: Sequence[Found]) -> float:
    """The weighted mean of the figures that the project states."""
    measured = figures(found)
    return sum(weight * measured[name]["f1"] for name, weight in _SCORES.items()) / sum(_SCORES.values())


def figures(found: Sequence[Found]) -> Figures:
    """The figures of the codebook, over tokens of the analysis."""
    gold = [[_coded(*one) for one in text.gold] for text, _ in found]
    return score_statements(gold, [[_drafted(draft) for draft in drafts] for _, drafts in found])


def _coded(kind: StatementType, quote: Ranges, roles: Sequence[Ranges | None]) -> Coded:
    speaker, cue, *_ = (frozenset(tokens(role or ())) for role in roles)
    return Coded(kind, frozenset(tokens(quote)), speaker, cue)


def _drafted(draft: Draft) -> Coded:
    quote, speaker, cue = (frozenset(tokens(part)) for part in (draft.quote, draft.speaker, draft.cue))
    return Coded(draft.type, quote, speaker, cue)


def remembered(texts: Sequence[tuple[Parsed, Net]], encoder: Encoder) -> Iterator[Remembered]:
    """Every article with the net that was not trained on it."""
    for text, net in texts:
        yield Remembered(Torch(net), text, encoder)

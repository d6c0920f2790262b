"""Fits the network to samples: batches, dropout noise, losses, learning rate schedule."""

import math
import random
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from analysis.statements.model.features import COLUMNS
from analysis.statements.model.relations import relations
from analysis.statements.training.net import LABELS, Net, seed_all
from analysis.statements.training.samples import Sample, Target

_WORD_COLUMNS = [COLUMNS.index(name) for name in ("form", "lemma")]
_RULE_COLUMNS = [COLUMNS.index(name) for name in ("outer", "inner", "roles", "rule")]
_HIDDEN_WORDS = 0.12
_HIDDEN_RULE_TOKENS = 0.03
_CODED = 2
"""The first roles, speaker and cue, are coded wherever they stand; what is known of the others is not enough here."""
_WEIGHTS = {"outer": 1.0, "inner": 0.5, "role": 0.3, "find": 0.1, "real": 0.2}
_MOST = 40
"""Quotes of one text that a step looks at."""
_SAME, _OTHER = 0.5, 0.3
"""F1 from which a statement of the rules is taken for an annotated one; below which for none."""


class Plan(NamedTuple):
    """Hyperparameters of a fit: passes over the samples, highest rate, tokens in a batch, weight of soft targets."""

    epochs: int
    rate: float
    tokens: int
    seed: int
    soft: float = 0.0
    blind: float = 0.12
    """Share of texts in which the statements of the rules are hidden."""
    dropped: float = 0.4
    """Share of the numbers between the layers that a step leaves out."""
    averaged: float = 0.998
    """How much of the mean of all weights so far a step keeps; the mean is what remains in the end."""


class _Candidate(NamedTuple):
    quote: list[int]
    type: int
    target: int
    """Number of the annotated statement, -1 for none."""


def fit(net: Net, samples: Sequence[Sample], plan: Plan, log: Callable[[str], None]) -> None:
    """Fit the net in place, to the annotations and soft targets."""
    draw = random.Random(plan.seed)
    seed_all(plan.seed)
    net.drop.p = plan.dropped
    optimiser = torch.optim.AdamW(net.parameters(), lr=plan.rate, weight_decay=1e-4, betas=(0.9, 0.98))
    total = plan.epochs * len(_batches(samples, plan.tokens, random.Random(0)))
    mean = {name: weights.clone() for name, weights in net.state_dict().items()}
    step, started = 0, time.time()
    for epoch in range(plan.epochs):
        net.train()
        losses = []
        for batch in _batches(samples, plan.tokens, draw):
            warm = min(1.0, (step + 1) / (0.1 * total))
            rate = warm * (0.5 + 0.5 * math.cos(math.pi * min(1.0, step / total)))
            for group in optimiser.param_groups:
                group["lr"] = plan.rate * max(rate, 0.02)
            loss = _loss(net, [samples[number] for number in batch], draw, plan)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 3.0)
            optimiser.step()
            losses.append(float(loss.detach()))
            step += 1
            # The first steps are forgotten sooner, or the mean would keep the weights it began with.
            kept = min(plan.averaged, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, weights in net.state_dict().items():
                    mean[name].mul_(kept).add_(weights, alpha=1 - kept)
        log(f"epoch {epoch + 1}/{plan.epochs} loss {np.mean(losses):.3f} {time.time() - started:.0f}s")
    net.load_state_dict(mean)
    net.eval()


def _batches(samples: Sequence[Sample], most: int, draw: random.Random) -> list[list[int]]:
    """Samples of like length together, at most ``most`` tokens with the padding, in random order."""
    order = sorted(range(len(samples)), key=lambda number: len(samples[number].numbers) + draw.random() * 40)
    batches: list[list[int]] = [[]]
    for number in order:
        if batches[-1] and len(samples[number].numbers) * (len(batches[-1]) + 1) > most:
            batches.append([])
        batches[-1].append(number)
    draw.shuffle(batches)
    return batches


def _loss(net: Net, batch: Sequence[Sample], draw: random.Random, plan: Plan) -> Tensor:
    numbers, mask, blind = _padded(batch, draw, plan.blind)
    readings = net.read(torch.from_numpy(numbers))
    logits = net.heads(readings)[torch.from_numpy(mask)]
    loss = _token_loss(logits, batch, plan.soft)
    found, real, count = torch.zeros(()), torch.zeros(()), 0
    for row, sample in enumerate(batch):
        candidates = _candidates(sample, draw)
        if not candidates:
            continue
        count += len(candidates)
        reading = readings[row, : len(sample.numbers)]
        one, other = _find_loss(net, reading, sample, candidates, blind[row], plan.soft)
        found, real = found + one, real + other
    if count:
        loss = loss + _WEIGHTS["find"] * found / count + _WEIGHTS["real"] * real / count
    return loss


def _padded(batch: Sequence[Sample], draw: random.Random, share: float) -> tuple[np.ndarray, np.ndarray, list[bool]]:
    """Columns ``(B, T, C)``, which tokens are real, and in which texts the rules' findings are hidden."""
    longest = max(len(sample.numbers) for sample in batch)
    numbers = np.zeros((len(batch), longest, len(COLUMNS)), np.int64)
    mask = np.zeros((len(batch), longest), bool)
    blind = []
    for row, sample in enumerate(batch):
        size = len(sample.numbers)
        numbers[row, :size] = sample.numbers
        mask[row, :size] = True
        hidden = np.random.rand(size) < _HIDDEN_WORDS
        for column in _WORD_COLUMNS:
            numbers[row, :size, column][hidden] = 0
        blind.append(draw.random() < share)
        hidden = np.random.rand(size) < (1 if blind[-1] else _HIDDEN_RULE_TOKENS)
        for column in _RULE_COLUMNS:
            numbers[row, :size, column][hidden] = 0
    return numbers, mask, blind


def _token_loss(logits: Tensor, batch: Sequence[Sample], soft: float) -> Tensor:
    outer = torch.from_numpy(np.concatenate([sample.outer for sample in batch]))
    inner = torch.from_numpy(np.concatenate([sample.inner for sample in batch]))
    roles = torch.from_numpy(np.concatenate([sample.roles for sample in batch]))
    first, second = logits[:, :LABELS], logits[:, LABELS : 2 * LABELS]
    loss = _WEIGHTS["outer"] * functional.cross_entropy(first, outer)
    loss = loss + _WEIGHTS["inner"] * functional.cross_entropy(second, inner)
    teachers = [sample.soft for sample in batch if sample.soft is not None]
    if soft and len(teachers) == len(batch):
        softer = _WEIGHTS["outer"] * functional.cross_entropy(first, _joined([one.outer for one in teachers]))
        softer = softer + _WEIGHTS["inner"] * functional.cross_entropy(second, _joined([one.inner for one in teachers]))
        loss = (1 - soft) * loss + soft * softer
    for number in range(_CODED):
        at = 2 * LABELS + 3 * number
        loss = loss + _WEIGHTS["role"] * functional.cross_entropy(logits[:, at : at + 3], roles[:, number])
    return loss


def _joined(parts: Sequence[np.ndarray]) -> Tensor:
    return torch.from_numpy(np.concatenate(parts))


def _find_loss(
    net: Net, reading: Tensor, sample: Sample, candidates: Sequence[_Candidate], blind: bool, soft: float
) -> tuple[Tensor, Tensor]:
    quotes = [candidate.quote for candidate in candidates]
    related = relations(quotes, sample.sentence_of, () if blind else sample.hints)
    types = [candidate.type for candidate in candidates]
    roles, real = net.find(reading, quotes, types, [torch.from_numpy(numbers) for numbers in related])
    wanted, coded = torch.zeros_like(roles), torch.zeros_like(roles)
    known = torch.tensor([float(candidate.target >= 0) for candidate in candidates])
    for row, candidate in enumerate(candidates):
        if candidate.target >= 0:
            target = sample.targets[candidate.target]
            coded[row] = torch.tensor(target.known, dtype=torch.float32)
            for number, places in enumerate(target.roles):
                wanted[row, places, number] = 1
            if soft and sample.soft is not None:
                teacher = torch.from_numpy(sample.soft.roles[candidate.target])
                wanted[row] = (1 - soft) * wanted[row] + soft * teacher
    losses = functional.binary_cross_entropy_with_logits(roles, wanted, reduction="none") * coded
    return losses.sum(), functional.binary_cross_entropy_with_logits(real, known, reduction="sum")


def _candidates(sample: Sample, draw: random.Random) -> list[_Candidate]:
    """Annotated quotes, some as the rules found them or with another edge, and what the rules found in vain."""
    found: dict[int, list[Target]] = defaultdict(list)
    for (score, number), target in zip(sample.closest, [*sample.found, *sample.guessed], strict=True):
        if score >= _SAME:
            found[number].append(target)
    candidates = []
    for number, target in enumerate(sample.targets):
        quote = target.quote
        if found[number] and draw.random() < 0.4:
            quote = draw.choice(found[number]).quote
        elif draw.random() < 0.25 and len(quote) > 3:
            cut = draw.randint(0, 2)
            quote = quote[cut:] if draw.random() < 0.5 else quote[: len(quote) - cut]
        candidates.append(_Candidate(quote, target.type, number))
    for (score, _), target in zip(sample.closest, [*sample.found, *sample.guessed], strict=True):
        if score < _OTHER:
            candidates.append(_Candidate(target.quote, target.type, -1))
    return draw.sample(candidates, _MOST) if len(candidates) > _MOST else candidates

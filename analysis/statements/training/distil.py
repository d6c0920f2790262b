"""Makes one net of several: the mean of their weights, then fitted to the mean of their probabilities.

Nets that grew from the same pretrained one lie so close together that the mean of their weights is a good net
itself; what it lacks of their mean opinion it learns from them, on texts as they are and on some in which words
and rules are hidden at random.
One net costs the analysis a fraction of what several cost.
"""

import random
from collections.abc import Callable, Sequence

import torch
from torch import Tensor
from torch.nn import functional

from analysis.statements.model.features import Vocabulary
from analysis.statements.model.relations import relations
from analysis.statements.training.fit import MOST, WEIGHTS, Plan, fit, padded
from analysis.statements.training.net import Net, sizes_of
from analysis.statements.training.samples import Sample

_DROPPED = 0.05
_AS_IT_IS = 0.7
"""How many batches hide nothing. Of the settings tried, these came closest to the nets on texts that none had seen."""


def merge(
    nets: Sequence[Net], vocabulary: Vocabulary, samples: Sequence[Sample], plan: Plan, log: Callable[[str], None]
) -> Net:
    """One net fitted to the mean prediction of the given ones; annotations of the samples are not used."""
    weights = [net.state_dict() for net in nets]
    merged = Net(sizes_of(vocabulary))
    merged.load_state_dict({name: torch.stack([one[name] for one in weights]).mean(0) for name in weights[0]})
    merged.drop.p = _DROPPED

    def loss_of(net: Net, batch: Sequence[Sample], draw: random.Random) -> Tensor:
        return _distance(net, nets, batch, draw)

    fit(merged, samples, plan, log, loss_of)
    return merged


def _distance(net: Net, teachers: Sequence[Net], batch: Sequence[Sample], draw: random.Random) -> Tensor:
    """Cross entropy of the net's probabilities and the mean of its teachers', the same words hidden from all."""
    columns, real, blind = padded(batch, draw)
    if draw.random() < _AS_IT_IS:
        blind = [False] * len(batch)
        for row, sample in enumerate(batch):
            columns[row, : len(sample.numbers)] = sample.numbers
    numbers, mask = torch.from_numpy(columns), torch.from_numpy(real)
    with torch.no_grad():
        taught = [teacher.read(numbers) for teacher in teachers]
        levels = [teacher.levels(one[mask]) for teacher, one in zip(teachers, taught, strict=True)]
        outer, inner = (torch.stack(one).exp().mean(0) for one in zip(*levels, strict=True))
    reading = net.read(numbers)
    first, second = net.levels(reading[mask])
    loss = -WEIGHTS["outer"] * (first * outer).sum(-1).mean() - WEIGHTS["inner"] * (second * inner).sum(-1).mean()
    count, found = 0, torch.zeros(())
    for row, sample in enumerate(batch):
        asked = [*sample.targets, *sample.found, *sample.guessed]
        if not asked:
            continue
        asked = draw.sample(asked, MOST) if len(asked) > MOST else asked
        count += len(asked)
        quotes, types = [one.quote for one in asked], [one.type for one in asked]
        hints = () if blind[row] else sample.hints
        related = [torch.from_numpy(numbers) for numbers in relations(quotes, sample.sentence_of, hints)]
        size = slice(len(sample.numbers))
        with torch.no_grad():
            finds = [
                teacher.find(one[row, size], quotes, types, related)
                for teacher, one in zip(teachers, taught, strict=True)
            ]
            roles, sure = (torch.stack(one).sigmoid().mean(0) for one in zip(*finds, strict=True))
        own_roles, own_sure = net.find(reading[row, size], quotes, types, related)
        found = found + WEIGHTS["find"] * _apart(own_roles, roles) + WEIGHTS["real"] * _apart(own_sure, sure)
    return loss + found / count if count else loss


def _apart(logits: Tensor, shares: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(logits, shares, reduction="sum")

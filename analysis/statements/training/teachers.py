"""Predictions of one or several nets for a sample, and samples with these as soft targets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch

from analysis.statements.model.decoding import Guess, Settings, guess
from analysis.statements.model.relations import relations
from analysis.statements.training.net import Net
from analysis.statements.training.samples import Sample, Soft, Target, closest

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TeacherOutput:
    """Label probabilities per level ``(T, 11)``, and the readings ``(T, 2 × hidden)`` of each net they came from."""

    levels: tuple[Floats, Floats]
    readings: tuple[torch.Tensor, ...]
    nets: tuple[Net, ...]


def predict(nets: Sequence[Net], sample: Sample) -> TeacherOutput:
    """The mean of the nets' label probabilities."""
    with torch.no_grad():
        numbers = torch.from_numpy(sample.numbers[None].astype(np.int64))
        readings = tuple(net.read(numbers)[0] for net in nets)
        levels = [net.levels(reading) for net, reading in zip(nets, readings, strict=True)]
        outer, inner = (torch.stack(one).exp().mean(0) for one in zip(*levels, strict=True))
    return TeacherOutput((outer.numpy(), inner.numpy()), readings, tuple(nets))


def find(
    opinion: TeacherOutput, sample: Sample, quotes: Sequence[list[int]], types: Sequence[int]
) -> tuple[Floats, Floats]:
    """Probabilities of the roles ``(Q, T, 4)`` and of each quote being one ``(Q)``, the mean over the nets."""
    if not quotes:
        return np.zeros((0, len(sample.numbers), 4), np.float32), np.zeros(0, np.float32)
    related = [torch.from_numpy(numbers) for numbers in relations(quotes, sample.sentence_of, sample.hints)]
    with torch.no_grad():
        found = [
            net.find(reading, quotes, types, related)
            for net, reading in zip(opinion.nets, opinion.readings, strict=True)
        ]
        roles = torch.stack([torch.sigmoid(one) for one, _ in found]).mean(0)
        real = torch.stack([torch.sigmoid(other) for _, other in found]).mean(0)
    return roles.numpy(), real.numpy()


def softened(sample: Sample, opinion: TeacherOutput) -> Sample:
    """The sample with another net's probabilities as soft targets, and that net's quotes among those found."""
    roles, _ = find(opinion, sample, [t.quote for t in sample.targets], [t.type for t in sample.targets])
    guessed = [_target(one) for one in guess(opinion.levels, Settings())]
    return replace(
        sample,
        soft=Soft(*opinion.levels, roles),
        guessed=guessed,
        closest=closest([*sample.found, *guessed], sample.targets),
    )


def _target(one: Guess) -> Target:
    return Target(one.quote, one.type, [])

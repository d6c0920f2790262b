"""The net that learns institutions from words of evidence: the computation of ``institution.model`` in PyTorch.

Only training needs PyTorch (extras group ``train``).
"""

import random
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from analysis.sources.institution.evidence import Word
from analysis.sources.institution.model import NAMINGS, Case, Vocabulary, row_of, told_by_rules

HIDDEN, LOOKS, SAID, JOINED, PLACE, KIND = 128, 8, 32, 192, 24, 24
BATCH, EPOCHS, RATE = 64, 12, 4e-3
SMOOTHING, DECAY, UNHEARD = 0.05, 0.05, 0.08
"""Share of a label given to all institutions; weight decay; share of words that a case does not show."""
CUT = 0.3
"""Share of cases of which only the mention and what stands right beside it is shown, as in the shortest texts."""
_NEAR = {"M", "E", *(f"O{side}{distance}" for side in "LR" for distance in (1, 2, 3))}
AVERAGED = 0.995
"""Of the mean of the weights over the steps, what the next step keeps."""


class Example(NamedTuple):
    """A case as numbers, with the institution that it should be and its weight in learning."""

    words: list[int]
    places: list[int]
    kinds: list[int]
    capitals: list[float]
    told: npt.NDArray[np.float32]
    rule: int
    institution: int
    weight: float


def example(case: Case, institution: str, weight: float, vocabulary: Vocabulary) -> Example:
    """The numbers of a case."""
    words: Sequence[Word] = case.words or (Word("", "", ""),)
    index = vocabulary.institutions.index
    return Example(
        [row_of(word.form, vocabulary.rows) for word in words],
        [vocabulary.places.get(word.place, 0) for word in words],
        [vocabulary.kinds.get(word.kind, 0) for word in words],
        [float(word.form[:1].isupper()) for word in words],
        told_by_rules(case, vocabulary.institutions, vocabulary.known),
        index(case.institution),
        index(institution),
        weight,
    )


class Net(nn.Module):  # type: ignore[misc]  # PyTorch is not installed where types are checked
    """Words to weighted means, means and what the rules say to institutions."""

    def __init__(self, vectors: npt.NDArray[np.float32], vocabulary: Vocabulary) -> None:
        super().__init__()
        size = vectors.shape[1]
        none = np.zeros((1, size), np.float32)
        kinds = len(vocabulary.institutions)
        self.vectors = nn.Embedding.from_pretrained(torch.tensor(np.concatenate([none, vectors])), padding_idx=0)
        self.places = nn.Embedding(len(vocabulary.places) + 1, PLACE)
        self.kinds = nn.Embedding(len(vocabulary.kinds) + 1, KIND)
        self.word = nn.Linear(size + PLACE + KIND + 1, HIDDEN)
        self.look = nn.Linear(HIDDEN, LOOKS)
        self.say = nn.Linear(HIDDEN, SAID)
        self.join = nn.Linear(LOOKS * SAID + kinds + len(NAMINGS) + len(vocabulary.known) + 1, JOINED)
        self.out = nn.Linear(JOINED, kinds)
        self.rule = nn.Embedding(kinds, kinds)
        nn.init.zeros_(self.rule.weight)

    def forward(self, batch: tuple[Tensor, ...]) -> Tensor:
        words, places, kinds, capitals, filled, told, rule = batch
        if self.training:
            words = torch.where(torch.rand(words.shape) < UNHEARD, torch.zeros_like(words), words)
        read = torch.cat([self.vectors(words), self.places(places), self.kinds(kinds), capitals[..., None]], -1)
        hidden = torch.tanh(self.word(functional.dropout(read, 0.2, self.training)))
        looks = self.look(hidden).masked_fill(~filled[..., None], -1e9).softmax(1)
        means = torch.einsum("blk,blh->bkh", looks, self.say(hidden)).flatten(1)
        joined = functional.dropout(torch.cat([means, told], 1), 0.3, self.training)
        middle = functional.gelu(self.join(joined), approximate="tanh")
        logits: Tensor = self.out(functional.dropout(middle, 0.3, self.training)) + self.rule(rule)
        return logits


def batch_of(examples: Sequence[Example]) -> tuple[Tensor, ...]:
    """Examples as tensors, filled up to the longest."""
    longest = max(len(found.words) for found in examples)

    def filled(rows: list[list[int]] | list[list[float]]) -> Tensor:
        return torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])

    lengths = torch.tensor([len(found.words) for found in examples])
    return (
        filled([found.words for found in examples]),
        filled([found.places for found in examples]),
        filled([found.kinds for found in examples]),
        filled([found.capitals for found in examples]),
        torch.arange(longest)[None] < lengths[:, None],
        torch.tensor(np.stack([found.told for found in examples])),
        torch.tensor([found.rule for found in examples]),
    )


def cut(case: Case) -> Case:
    """A case of which only the mention and what stands right beside it is known."""
    return case._replace(words=[word for word in case.words if word.place in _NEAR])


def fit(
    examples: Sequence[tuple[Example, Example]], vectors: npt.NDArray[np.float32], vocabulary: Vocabulary, seed: int = 1
) -> Net:
    """A net fitted to examples, each whole and cut, with the mean of its weights over the last steps."""
    torch.manual_seed(seed)
    deal = random.Random(seed)
    net = Net(vectors, vocabulary)
    mean = {name: value.clone() for name, value in net.state_dict().items()}
    steps, step = len(examples) // BATCH * EPOCHS, 0
    free = [value for value in net.parameters() if value.requires_grad]
    optimizer = torch.optim.AdamW(free, weight_decay=DECAY)
    order = list(examples)
    for _ in range(EPOCHS):
        deal.shuffle(order)
        for start in range(0, len(order) - BATCH + 1, BATCH):
            pairs = order[start : start + BATCH]
            chosen = [short if deal.random() < CUT else whole for whole, short in pairs]
            left = max(0.02, 1 - step / steps)
            optimizer.param_groups[0]["lr"] = RATE * left
            weights = torch.tensor([found.weight for found in chosen])
            target = torch.tensor([found.institution for found in chosen])
            losses = functional.cross_entropy(net(batch_of(chosen)), target, reduction="none",
                                              label_smoothing=SMOOTHING)  # fmt: skip
            loss = (losses * weights).sum() / weights.sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
            kept = min(AVERAGED, step / (step + 10))
            for name, value in net.state_dict().items():
                mean[name].mul_(kept).add_(value, alpha=1 - kept)
    net.load_state_dict(mean)
    net.eval()
    return net


def log_probabilities(net: Net, examples: Sequence[Example]) -> npt.NDArray[np.float32]:
    """The logarithm of the probability of every institution, examples by institutions."""
    with torch.no_grad():
        parts = [net(batch_of(examples[at : at + 256])).log_softmax(1).numpy() for at in range(0, len(examples), 256)]
    return np.concatenate(parts)

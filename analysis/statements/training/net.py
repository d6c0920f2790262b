"""The statement model as a PyTorch network: a reader of the text, and a finder of each statement's roles.

The reader is two bidirectional LSTM layers over sums of embeddings' concatenation; it says for each token to
which type of statement it belongs, on two levels, and which role it has in any. The finder looks at one quote
and one token at a time: their readings, and how they stand to each other.
"""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from analysis.statements.model.features import CLOSED, COLUMNS, OPEN, ROLES, TYPES, Vocabulary
from analysis.statements.model.relations import SIZES
from analysis.tone.vectors import load_vectors

WIDTHS = {
    "form": 64,
    "lemma": 32,
    "tag": 16,
    "b4": 4,
    "b6": 8,
    "b8": 12,
    "b11": 16,
    "b": 32,
    "prefix": 12,
    "suffix": 16,
    "shape": 6,
    "mood": 4,
    "entity": 6,
    "cue": 4,
    "marks": 6,
    "place": 4,
    "outer": 8,
    "inner": 6,
    "roles": 8,
    "rule": 12,
}
"""Numbers per value of each column."""
LABELS = 2 * len(TYPES) + 1
HIDDEN = 128
LINK = 96


class Net(nn.Module):
    """The network; ``sizes`` is the count of values of each column."""

    def __init__(self, sizes: dict[str, int], hidden: int = HIDDEN) -> None:
        super().__init__()
        self.emb = nn.ModuleDict({name: nn.Embedding(sizes[name], WIDTHS[name]) for name in COLUMNS})
        for embedding in self.emb.values():
            nn.init.normal_(embedding.weight, std=0.3)
        self.lstm1 = nn.LSTM(sum(WIDTHS.values()), hidden, batch_first=True, bidirectional=True)
        self.lstm2 = nn.LSTM(2 * hidden, hidden, batch_first=True, bidirectional=True)
        self.drop = nn.Dropout()
        self.heads = nn.Linear(2 * hidden, 2 * LABELS + 3 * len(ROLES))
        self.q = nn.Linear(6 * hidden, LINK)
        self.qt = nn.Embedding(len(TYPES), LINK)
        self.t = nn.Linear(2 * hidden, LINK)
        self.relations = nn.ModuleList(nn.Embedding(size, LINK) for size in SIZES.values())
        self.out = nn.Linear(LINK, len(ROLES))
        self.real = nn.Linear(LINK, 1)

    def read(self, numbers: Tensor) -> Tensor:
        """The reading of every token, ``(B, T, 2 × hidden)``, of a batch of columns ``(B, T, C)``."""
        parts = [self.emb[name](numbers[..., place]) for place, name in enumerate(COLUMNS)]
        joined = self.drop(torch.cat(parts, -1))
        # Half as precise is twice as fast, and training is noisy anyway.
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):
            lower, _ = self.lstm1(joined)
            upper, _ = self.lstm2(self.drop(lower))
        reading: Tensor = self.drop(upper.float())
        return reading

    def levels(self, reading: Tensor) -> tuple[Tensor, Tensor]:
        """Logarithms of the label probabilities ``(…, 11)`` of both levels, of readings ``(…, 2 × hidden)``."""
        logits = self.heads(reading)[..., : 2 * LABELS]
        return functional.log_softmax(logits[..., :LABELS], -1), functional.log_softmax(logits[..., LABELS:], -1)

    def find(
        self, reading: Tensor, quotes: Sequence[Sequence[int]], types: Sequence[int], related: Sequence[Tensor]
    ) -> tuple[Tensor, Tensor]:
        """Logits of the roles ``(Q, T, 4)`` and of each quote being one ``(Q)``, for one text's reading."""
        outline = torch.stack([torch.cat((reading[q[0]], reading[q[-1]], reading[q].mean(0))) for q in quotes])
        quote = self.q(outline) + self.qt(torch.tensor(types))
        pairs = quote[:, None] + self.t(reading)[None]
        for relation, numbers in zip(self.relations, related, strict=True):
            pairs = pairs + relation(numbers)
        return self.out(functional.relu(pairs)), self.real(functional.relu(quote)).squeeze(-1)


def sizes_of(vocabulary: Vocabulary) -> dict[str, int]:
    """The count of values of each column, the unknown one included."""
    return {**{name: len(vocabulary[name]) + 1 for name in (*OPEN, "rule")}, **CLOSED}


def like_meaning(net: Net, vocabulary: Vocabulary) -> None:
    """Let lemmas of like meaning begin with like numbers, as far as the vectors of the tone model know them."""
    vectors = load_vectors()
    places = [(number, vectors.rows.get(word.replace("ß", "ss"))) for word, number in vocabulary["lemma"].items()]
    known = [(number, row) for number, row in places if row is not None]
    numbers, rows = (list(part) for part in zip(*known, strict=True))
    meaning = vectors.codes[rows] * vectors.scales
    meaning = 0.3 * (meaning - meaning.mean(0)) / meaning.std(0)
    with torch.no_grad():
        net.emb["lemma"].weight[numbers, : meaning.shape[1]] = torch.tensor(meaning, dtype=torch.float32)


def mean_of(nets: Sequence[Net], vocabulary: Vocabulary) -> Net:
    """The net with the mean of the weights: nets that grew from the same one lie close enough together for that."""
    weights = [net.state_dict() for net in nets]
    mean = Net(sizes_of(vocabulary))
    mean.load_state_dict({name: torch.stack([one[name] for one in weights]).mean(0) for name in weights[0]})
    return mean


def seed_all(seed: int) -> None:
    """The same numbers again for the same seed."""
    np.random.seed(seed)
    torch.manual_seed(seed)

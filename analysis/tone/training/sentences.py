"""What sentences of news mean, as far as their single words tell it: directions for the word vectors of the tone.

A language model reads whole sentences of the open corpora; a linear map learns to tell its vector of a sentence from
the words in it, the mean of the model's own vectors of them and one vector more for each frequent one. No labels are
used. What remains of a word are the ``places`` in the directions in which sentences differ most, but for the one in
which sentences with event words differ from those without: the topic is not the tone.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse

from analysis.language.engine import load_engine
from analysis.model import Document
from analysis.reading.page.layout import lay_out
from analysis.resources import data_root
from analysis.tone.model import FEW
from analysis.tone.vectors import Vectors
from analysis.tone.words import tone_word

CORPORA = ("articles", "written", "passages")
"""Files of ``data/corpus``."""
SENTENCES = 12_000
_SHORTEST, _LONGEST = 30, 500
"""Characters of a sentence that is read."""
_JOINED = 4
"""Of so many sentences one is read together with the next."""
_FREQUENT = 3
"""Words of so many sentences get a vector of their own beside the model's."""
_OWN = 0.3
"""Weight of these vectors beside the model's; this and the penalty predict held-out sentences best."""
_PENALTY = 1.0

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]


def sentences() -> list[str]:
    """Sentences of the open corpora, single ones and pairs, in an order drawn by their hash."""
    engine = load_engine()
    found: dict[str, None] = {}
    for name in CORPORA:
        lines = (data_root() / "corpus" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        for text in (json.loads(line)["text"] for line in lines if line.strip()):
            found |= dict.fromkeys(_stretches(engine.tag(text, lay_out(text, None).sections)))
    return sorted(found, key=lambda text: hashlib.sha256(text.encode()).digest())[:SENTENCES]


def _stretches(document: Document) -> Iterator[str]:
    at = 0
    while at < len(document.sentences):
        last = min(at + (at % _JOINED == _JOINED - 1), len(document.sentences) - 1)
        text = document.text[document.sentences[at].start : document.sentences[last].end]
        at = last + 1
        if _SHORTEST <= len(text) <= _LONGEST:
            yield " ".join(text.split())


def word_counts(words: Sequence[str], texts: Sequence[str]) -> tuple[sparse.csr_array, Flags]:
    """How much of each text each word is, texts by words; and which texts have event words."""
    engine = load_engine()
    nothing = np.zeros((0, 0))
    vectors = Vectors({word.replace("ß", "ss"): at for at, word in enumerate(words)}, nothing, nothing)  # type: ignore[arg-type]
    rows, columns, values, events = [], [], [], []
    for number, text in enumerate(texts):
        tokens = [token for token in engine.tag(text, lay_out(text, None).sections).tokens if token.tag[0] != "$"]
        places = [at for token in tokens if (at := vectors.row(token.lemma, token.tag)) is not None]
        rows += [number] * len(places)
        columns += places
        values += [1 / (len(tokens) + FEW)] * len(places)
        events.append(any(tone_word(token.lemma, token.tag).is_event for token in tokens))
    counts = sparse.csr_array((values, (rows, columns)), shape=(len(texts), len(words)), dtype=np.float32)
    return counts, np.array(events)


def places(meanings: Floats, counts: sparse.csr_array, read: Floats, events: Flags, number: int) -> Floats:
    """Each word's ``number`` places, from the vectors of words (``meanings``) and of sentences (``read``).

    ``events`` says which sentences have event words.
    """
    own = meanings - meanings.mean(0)
    own /= np.linalg.norm(own, axis=1, keepdims=True)
    in_texts = np.asarray((counts > 0).sum(0)).ravel()
    rarity = np.where(in_texts >= _FREQUENT, np.log(counts.shape[0] / np.maximum(in_texts, 1)), 0).astype(np.float32)
    dense, single = counts @ own, counts * rarity
    alike, same = dense @ dense.T, (single @ single.T).toarray()
    shares = (1 / np.diag(alike).mean(), _OWN / np.diag(same).mean())
    kernel = shares[0] * alike + shares[1] * same
    kernel[np.diag_indices_from(kernel)] += _PENALTY
    duals = np.linalg.solve(kernel, read - read.mean(0))
    told = shares[0] * own @ (dense.T @ duals) + shares[1] * rarity[:, None] * (single.T @ duals)
    topic = read[events].mean(0) - read[~events].mean(0)
    told -= np.outer(told @ topic, topic) / (topic @ topic)
    seen = counts @ told
    directions = np.linalg.svd(seen - seen.mean(0), full_matrices=False)[2][:number]
    found: Floats = (told @ directions.T).astype(np.float32)
    return found

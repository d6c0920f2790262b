"""How the tone errs and varies: writes ``data/tone_error.json``, from which the pages tell what can be told apart.

``python -m benchmarks.tone_error PATH`` with the snippets that the tone model is fitted to. The errors are those of
models that did not see the snippet, over ``DEALS`` ways to deal fifths; how tone varies in news is measured on the open
corpus.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.fingerprint import package_version
from analysis.language.engine import load_engine
from analysis.measures.tone_power import likeness
from analysis.model import LABELS, Article
from analysis.reading.files import read_paths
from analysis.reading.page.layout import lay_out
from analysis.resources import data_root
from analysis.tone.score import label, score
from analysis.tone.training.train import LABELS as CODES
from analysis.tone.training.train import Snippets, cross_validate, load

DEALS = 3
Floats = npt.NDArray[np.float64]


def confusion(snippets: Snippets) -> list[list[int]]:
    """Snippets by the coders' label (rows) and the one found, summed over the deals; in the order of ``LABELS``."""
    table = np.zeros((len(LABELS), len(LABELS)), dtype=np.int64)
    for seed in range(DEALS):
        for coded, tone in zip(snippets.labels.tolist(), cross_validate(snippets, seed).tolist(), strict=True):
            table[coded + 1, CODES[label(tone)] + 1] += 1
    return [[int(number) for number in row] for row in table]


def tones(corpus: Path) -> tuple[Floats, npt.NDArray[np.int64]]:
    """The tone of every sentence of a corpus, and the number of its article."""
    engine, values, articles = load_engine(), [], []
    found = [article for article in read_paths([corpus]) if isinstance(article, Article)]
    for number, article in enumerate(found):
        document = engine.tag(article.text, lay_out(article.text, None).sections)
        values += [score(document.tokens_of(sentence)).tone for sentence in document.sentences]
        articles += [number] * len(document.sentences)
    return np.array(values), np.array(articles)


def measure(snippets: Snippets) -> dict[str, Any]:
    """The content of the file."""
    values, articles = tones(data_root() / "corpus" / "articles.jsonl")
    found = np.array([CODES[label(value)] for value in values.tolist()])
    return {
        "date": date.today().isoformat(),
        "version": package_version(),
        "benchmark": "GerNTSA (dev), kreuzvalidiert",
        "n": len(snippets.labels),
        "confusion": confusion(snippets),
        "labels": [round(float((found == code).mean()), 4) for code in (-1, 0, 1)],
        "spread": round(float(values.std()), 4),
        "likeness": round(likeness(values, articles), 4),
        "sentences": len(values),
        "articles": int(articles.max()) + 1,
    }


def write(snippets: Snippets) -> None:
    """Measure and write the file."""
    text = json.dumps(measure(snippets), ensure_ascii=False, indent=1)
    (data_root() / "tone_error.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(load(Path(sys.argv[1])))

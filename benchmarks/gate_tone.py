"""Tone, for the benchmark gate: cross-validated accuracy, textblob-de's beside it, topic against tone, speed."""

import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from textblob_de import PatternTokenizer, TextBlobDE

from analysis.language.engine import load_engine
from analysis.model import Article, Document
from analysis.reading.page.layout import lay_out
from analysis.tone.score import label, score
from analysis.tone.textblob_de import effects, polarity
from analysis.tone.training.train import Snippets, cross_validate

Figures = dict[str, float]


def write_predictions(gold: Path, snippets: Snippets, own: Path, textblob: Path) -> None:
    """What the scorer reads: tones of a model that never saw the snippet, and textblob-de's values."""
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    values = {own: cross_validate(snippets).tolist(), textblob: [polarity.polarity(line["text"]) for line in lines]}
    for path, tones in values.items():
        rows = (
            {"id": line["id"], "tone": {"label": label(tone), "score": tone}}
            for line, tone in zip(lines, tones, strict=True)
        )
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def topic_ratio(snippets: Snippets) -> float:
    """How much more often gold-neutral snippets are called negative where they have event words than where not."""
    called = [label(tone) == "negative" for tone in cross_validate(snippets).tolist()]
    shares = []
    for has_events in (1.0, 0.0):
        rows = (snippets.labels == 0) & (snippets.topic == has_events)
        shares.append(sum(called[row] for row in rows.nonzero()[0]) / int(rows.sum()))
    return shares[0] / shares[1]


def speeds(articles: Iterable[Article]) -> Figures:
    """Tokens a second of the own value, and how many times faster than textblob-de the equal base value comes."""
    engine, texts = load_engine(), [article.text for article in articles]
    documents = [engine.tag(text, lay_out(text, None).sections) for text in texts]
    own = min(_seconds(lambda: _score(documents)) for _ in range(3))
    # Earlier measurements have read these texts.
    polarity._known.clear()
    for remembered in (polarity._of_sentence, effects.effect_of):
        remembered.cache_clear()
    fast = _seconds(lambda: [polarity.polarity(text) for text in texts])
    original = _seconds(lambda: [TextBlobDE(text, tokenizer=PatternTokenizer()).sentiment for text in texts])
    return {
        "speed.tone_tokens_per_second": sum(len(document.tokens) for document in documents) / own,
        "speed.tone_base_times": original / fast,
    }


def _score(documents: list[Document]) -> None:
    for document in documents:
        for sentence in document.sentences:
            score(document.tokens_of(sentence))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()  # on a shared core the wall clock would time the neighbours too
    work()
    return time.process_time() - start

"""Speed, for the benchmark gate: tokens a second, every step's share of the time, textblob-de beside it.

The same texts are read twice. The first time most word forms are new to the process, as for whoever analyses a few
articles; the second time the words are known and the sentences forgotten again, as in the middle of an archive.
Loading counts for neither. All times are processor times: the clock would time the neighbours of a shared core too.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from textblob_de import PatternTokenizer, TextBlobDE

from analysis import pipeline
from analysis.batch.workers import collect_seldom
from analysis.language.engine import load_engine
from analysis.language.mood import moods
from analysis.model import Article
from analysis.reading.page.layout import lay_out
from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.known_entities import Lexicon, load_lexicon, rows_of_lists
from analysis.sources.mentions import rules
from analysis.tone.textblob_de import polarity

Figures = dict[str, float]
STATIONS = (
    "lay_out",
    "find_statements",
    "ArticleEntities",
    "attribute",
    "rate_stance",
    "find_hedges",
    "rate_tone",
    "find_subjunctives",
)


def speeds(first: Article, articles: Sequence[Article]) -> Figures:
    """Tokens a second on one core, and how many times as fast that is as textblob-de alone on the same texts.

    ``first`` is an article of its own, with which everything is loaded.
    """
    collect_seldom()
    figures: Figures = {}
    analyse(first)
    textblob(first)
    for words in ("new_words", "known_words"):
        forget_sentences()
        with timed_stations() as spent:
            tokens, seconds = timed(lambda: sum(map(analyse, articles)))
        spent["engine"] = seconds - sum(spent.values())
        _, alone = timed(lambda: list(map(textblob, articles)))
        figures[f"speed.{words}.tokens_per_second"] = tokens / seconds
        figures[f"speed.{words}.times_textblob"] = alone / seconds
        figures |= {f"speed.{words}.share.{name}": 100 * part / seconds for name, part in spent.items()}
    certainty = spent["rate_stance"] + spent["find_hedges"] + spent["find_subjunctives"] + mood_seconds(articles)
    return figures | {"speed.certainty_tokens_per_second": tokens / certainty}


def analyse(article: Article) -> int:
    """The whole analysis of an article; how many tokens it has."""
    return len(pipeline.analyse(article, load_engine()).document.tokens)


def textblob(article: Article) -> object:
    """The sentiment alone, by textblob-de itself."""
    return TextBlobDE(article.text, tokenizer=PatternTokenizer()).sentiment


def forget_sentences() -> None:
    """Empty what is remembered of whole sentences and phrases, which no other text would repeat."""
    remembered = (polarity._of_sentence, rules.read, load_lexicon()._scanned, load_geography()._scanned)
    for function in remembered:
        function.cache_clear()


@contextmanager
def timed_stations() -> Iterator[dict[str, float]]:
    """The seconds of every station of the pipeline while it runs."""
    spent: dict[str, float] = defaultdict(float)

    def counted(function: Callable[..., Any], name: str) -> Callable[..., Any]:
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            result, seconds = timed(lambda: function(*args, **kwargs))
            spent[name] += seconds
            return result

        return wrapper

    stations = {name: getattr(pipeline, name) for name in STATIONS}
    try:
        for name, function in stations.items():
            setattr(pipeline, name, counted(function, name))
        yield spent
    finally:
        for name, function in stations.items():
            setattr(pipeline, name, function)


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What the work gives, and the seconds it took."""
    begin = time.process_time()
    result = work()
    return result, time.process_time() - begin


def mood_seconds(articles: Sequence[Article]) -> float:
    """Seconds that the moods of all verbs take, within the engine, for the same texts."""
    documents = [load_engine().tag(a.text, lay_out(a.text, a.title).sections) for a in articles]
    sentences = [[(t.form, t.tag) for t in d.tokens_of(s)] for d in documents for s in d.sentences]
    return timed(lambda: [moods([form for form, _ in s], [tag for _, tag in s]) for s in sentences])[1]


def lookups() -> Figures:
    """Names looked up per second: in the shipped lists, and in lists ten times as long with invented names."""
    rows = rows_of_lists()
    mentions = [name for _, names, _ in rows for name in names]
    mentions += [f"{name}s" for name in mentions] + [f"die {name[::-1]}" for name in mentions]
    longer = [
        (entry, [f"{name[:3]}{letter}{name[3:]}" for name in names], short)
        for letter in "bdfgklmpr"
        for entry, names, short in rows
    ]
    lexicons = {"shipped": Lexicon(rows), "tenfold": Lexicon(rows + longer)}
    times = {label: timed(lambda one=one: list(map(one.lookup, mentions)))[1] for label, one in lexicons.items()}
    return {f"speed.lookups_per_second.{label}": len(mentions) / seconds for label, seconds in times.items()}

"""Scores results against the open corpus in data/corpus: statements, their sources, hedges; also on written articles.

Statements are scored by ``analysis.statements.training.scoring`` over the tokens of the corpus. A source counts for
every coded statement that was found (F1 in tokens of at least 0.5); a hedge counts where a cue shares a character with
a coded one. The statement model learned from the articles of Wikinews: what it reaches on articles that it did not see
stands in data/models/README.md. The written articles that are scored here it has not seen.
"""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from analysis.resources import data_root
from analysis.statements.model.relations import overlap
from analysis.statements.training.corpora import NEWS_TYPES
from analysis.statements.training.scoring import Coded, paired, score_statements
from analysis.taxonomy import category

FOLDER = data_root() / "corpus"
ARTICLES = FOLDER / "articles.jsonl"


class Corpus(NamedTuple):
    """Annotated articles with the tables of their sources and hedges; ``name`` begins the names of its figures."""

    name: str
    articles: Path
    sources: Path
    hedges: Path | None


OPEN = Corpus("corpus", ARTICLES, FOLDER / "sources.tsv", FOLDER / "hedges.json")
WRITTEN = Corpus("written", FOLDER / "written_unread.jsonl", FOLDER / "written_sources.tsv", None)
_FOUND = 0.5
_LABELS = ("entity", "country", "institution", "naming")
Result = Mapping[str, Any]
"""An article's results as the command line prints them."""


def figures(results: Iterable[Result], corpus: Corpus = OPEN) -> dict[str, float]:
    """All figures in percent, by names that begin with the corpus's."""
    given = {result["id"]: result for result in results}
    articles = [article for article in read_articles(corpus.articles) if article["id"] in given]
    coded = [coded_statements(article) for article in articles]
    found = [found_statements(article, given[article["id"]]) for article in articles]
    scores = score_statements(coded, found)
    measured = {f"{name}.{part}": value for name, parts in scores.items() for part, value in parts.items()}
    measured |= _sources(corpus.sources, articles, coded, found, given)
    measured |= _hedges(corpus.hedges, articles, given) if corpus.hedges else {}
    return {f"{corpus.name}.{name}": value for name, value in measured.items()}


def read_articles(path: Path = ARTICLES) -> list[dict[str, Any]]:
    """The articles of a corpus in this form, with their annotations."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def coded_statements(article: Mapping[str, Any]) -> list[Coded]:
    """The annotated statements of an article."""
    return [
        Coded(NEWS_TYPES[row["type"]], *(frozenset(row[part]) for part in ("quote", "speaker", "cue")))
        for row in article["annotations"]
    ]


def found_statements(article: Mapping[str, Any], result: Result) -> list[Coded]:
    """The statements of a result in the article's tokens."""
    token_at = {place: number for number, (start, end) in enumerate(article["tokens"]) for place in range(start, end)}

    def tokens(spans: Sequence[Sequence[int]]) -> frozenset[int]:
        return frozenset(token_at[place] for place in _characters(spans) if place in token_at)

    return [
        Coded(row["type"], *(tokens(row[part]) for part in ("quote", "speaker", "cue"))) for row in result["statements"]
    ]


def _sources(
    table: Path, articles: Sequence[Result], coded: Sequence[list[Coded]], found: Sequence[list[Coded]],
    given: Mapping[str, Result],
) -> dict[str, float]:  # fmt: skip
    with table.open(encoding="utf-8", newline="") as rows:
        labels = {(row["doc"], row["ann"]): row for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)}
    right: Counter[str] = Counter()
    seen = 0
    for article, wanted, others in zip(articles, coded, found, strict=True):
        rows_found = given[article["id"]]["statements"]
        for place, number in paired(wanted, others):
            if overlap(set(wanted[place].quote), set(others[number].quote)) < _FOUND:
                continue
            label = labels.get((article["id"], str(article["annotations"][place]["id"])))
            if label is None:
                continue
            seen += 1
            source = rows_found[number]["source"] or {}
            right["category"] += source.get("category") == category(label["country"], label["institution"])
            for name in _LABELS:
                right[name] += _same(name, source.get(name), label[name])
    whole = sum(len(wanted) for wanted in coded)
    return {
        **{f"sources.{name}_of_found": 100 * right[name] / max(seen, 1) for name in ("category", *_LABELS)},
        "sources.category_end_to_end": 100 * right["category"] / max(whole, 1),
    }


def _same(name: str, value: str | None, label: str) -> bool:
    one, other = (value or "-").casefold().strip(), label.casefold().strip()
    part = name == "entity" and len(one) > 2 and (one in other or other in one)
    return one == other or part


def _hedges(path: Path, articles: Sequence[Result], given: Mapping[str, Result]) -> dict[str, float]:
    file = json.loads(path.read_text(encoding="utf-8"))
    coded: dict[str, list[tuple[set[int], Mapping[str, Any]]]] = defaultdict(list)
    for row in file["hedges"]:
        coded[row["doc"]].append((_characters(row["spans"]), row))
    counts: Counter[str] = Counter()
    for article in articles:
        remaining = list(coded[article["id"]])
        for hedge in given[article["id"]]["hedges"]:
            place = _characters(hedge["spans"])
            match = next((one for one in remaining if one[0] & place), None)
            if match is None:
                counts["wrong"] += not any(one[0] & place for one in coded[article["id"]])
                continue
            remaining.remove(match)
            if match[1]["optional"]:
                continue
            counts["hit"] += 1
            counts["class"] += hedge["class"] == match[1]["class"]
            counts["holder"] += hedge["holder"] == match[1]["holder"]
        counts["missed"] += sum(not row["optional"] for _, row in remaining)
    hit = counts["hit"]
    return {
        "hedges.f1": 200 * hit / max(2 * hit + counts["wrong"] + counts["missed"], 1),
        "hedges.class_accuracy": 100 * counts["class"] / max(hit, 1),
        "hedges.holder_accuracy": 100 * counts["holder"] / max(hit, 1),
    }


def _characters(spans: Iterable[Sequence[int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}

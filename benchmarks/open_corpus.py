"""Scores results against the open corpus in data/corpus: statements, their sources, hedges.

Statements are scored by ``analysis.statements.training.scoring`` over the tokens of the corpus. A source counts for
every coded statement that was found (F1 in tokens of at least 0.5); a hedge counts where a cue shares a character with
a coded one. The statement model learned from these articles: what it reaches on articles that it did not see stands
in data/models/README.md.
"""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from analysis.resources import data_root
from analysis.statements.model.relations import overlap
from analysis.statements.training.corpora import NEWS_TYPES
from analysis.statements.training.scoring import Coded, paired, score_statements
from analysis.taxonomy import category

FOLDER = data_root() / "corpus"
ARTICLES = FOLDER / "articles.jsonl"
_FOUND = 0.5
_LABELS = ("entity", "country", "institution", "naming")
Result = Mapping[str, Any]
"""An article's results as the command line prints them."""


def figures(results: Iterable[Result]) -> dict[str, float]:
    """All figures in percent, by names that begin with ``corpus.``."""
    given = {result["id"]: result for result in results}
    articles = [article for article in read_articles() if article["id"] in given]
    coded = [coded_statements(article) for article in articles]
    found = [found_statements(article, given[article["id"]]) for article in articles]
    scores = score_statements(coded, found)
    measured = {f"corpus.{name}.{part}": value for name, parts in scores.items() for part, value in parts.items()}
    measured |= _sources(articles, coded, found, given)
    return measured | _hedges(articles, given)


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
    articles: Sequence[Result], coded: Sequence[list[Coded]], found: Sequence[list[Coded]], given: Mapping[str, Result]
) -> dict[str, float]:  # fmt: skip
    with (FOLDER / "sources.tsv").open(encoding="utf-8", newline="") as rows:
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
    return {f"corpus.sources.{name}_of_found": 100 * right[name] / max(seen, 1) for name in ("category", *_LABELS)}


def _same(name: str, value: str | None, label: str) -> bool:
    one, other = (value or "-").casefold().strip(), label.casefold().strip()
    part = name == "entity" and len(one) > 2 and (one in other or other in one)
    return one == other or part


def _hedges(articles: Sequence[Result], given: Mapping[str, Result]) -> dict[str, float]:
    file = json.loads((FOLDER / "hedges.json").read_text(encoding="utf-8"))
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
        "corpus.hedges.f1": 200 * hit / max(2 * hit + counts["wrong"] + counts["missed"], 1),
        "corpus.hedges.class_accuracy": 100 * counts["class"] / max(hit, 1),
        "corpus.hedges.holder_accuracy": 100 * counts["holder"] / max(hit, 1),
    }


def _characters(spans: Iterable[Sequence[int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}

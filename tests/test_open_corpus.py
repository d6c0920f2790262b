"""The open corpus: whole, spans in its texts, labels for its statements; and its scorer."""

import csv
import json
from typing import Any, get_args

import pytest

from analysis.model import Naming
from analysis.statements.training.corpora import read_news
from analysis.statements.training.scoring import Coded, score_statements
from analysis.taxonomy import INSTITUTIONS
from benchmarks.open_corpus import ARTICLES, FOLDER, WRITTEN, coded_statements, figures, found_statements, read_articles


@pytest.fixture(scope="module")
def articles() -> list[dict[str, Any]]:
    return read_articles()


def as_result(article: dict[str, Any]) -> dict[str, Any]:
    """What an analysis would print that finds exactly what is annotated."""
    kinds = [coded.type for coded in coded_statements(article)]
    return {
        "id": article["id"],
        "statements": [
            {
                "type": kind,
                **{part: [article["tokens"][token] for token in row[part]] for part in ("quote", "speaker", "cue")},
                "source": None,
            }
            for kind, row in zip(kinds, article["annotations"], strict=True)
        ],
        "hedges": [],
    }


def test_the_corpus_is_whole(articles: list[dict[str, Any]]) -> None:
    assert len(articles) == 528
    assert sum(len(article["annotations"]) for article in articles) == 2421
    for article in articles:
        assert all(0 <= start < end <= len(article["text"]) for start, end in article["tokens"])
        for row in article["annotations"]:
            tokens = (*row["quote"], *row["speaker"], *row["cue"])
            assert row["quote"]
            assert all(0 <= token < len(article["tokens"]) for token in tokens)


def test_every_statement_has_a_source_and_every_hedge_a_place(articles: list[dict[str, Any]]) -> None:
    with (FOLDER / "sources.tsv").open(encoding="utf-8", newline="") as rows:
        labels = {(row["doc"], row["ann"]) for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)}
    statements = {(article["id"], str(row["id"])) for article in articles for row in article["annotations"]}
    assert statements == labels
    texts = {article["id"]: article["text"] for article in articles}
    hedges = json.loads((FOLDER / "hedges.json").read_text(encoding="utf-8"))["hedges"]
    assert len(hedges) == 822
    assert all(0 <= start < end <= len(texts[row["doc"]]) for row in hedges for start, end in row["spans"])


def test_the_written_articles_are_whole_and_none_is_both_learned_and_unread() -> None:
    learned, unread = (read_articles(FOLDER / name) for name in ("written.jsonl", "written_unread.jsonl"))
    names = [article["id"] for article in (*learned, *unread)]
    assert len(set(names)) == len(names) == 857
    statements = {(article["id"], row["id"]) for article in (*learned, *unread) for row in article["annotations"]}
    with WRITTEN.sources.open(encoding="utf-8", newline="") as rows:
        labels = list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {(row["doc"], row["ann"]) for row in labels} == statements
    assert {row["institution"] for row in labels} <= set(INSTITUTIONS)
    assert {row["naming"] for row in labels} <= set(get_args(Naming))
    for article in (*learned, *unread):
        for row in article["annotations"]:
            assert row["quote"]
            assert row["cue"] or row["type"] not in ("Indirect", "Reported")
            assert max(*row["quote"], *row["speaker"], *row["cue"]) < len(article["tokens"])


def test_what_is_annotated_scores_full_marks(articles: list[dict[str, Any]]) -> None:
    some = articles[:40]
    measured = figures(as_result(article) for article in some)
    assert {name: measured[f"corpus.{name}.f1"] for name in ("message", "speaker", "cue")} == {
        "message": 100.0,
        "speaker": 100.0,
        "cue": 100.0,
    }
    assert measured["corpus.hedges.f1"] == 0
    assert coded_statements(some[3]) == found_statements(some[3], as_result(some[3]))


def test_the_loader_of_the_training_reads_the_same_statements(articles: list[dict[str, Any]]) -> None:
    read = {text.id: text for text in read_news(ARTICLES)}
    assert {name: len(text.statements) for name, text in read.items()} == {
        article["id"]: len(article["annotations"]) for article in articles
    }


def test_half_a_quote_and_one_too_many() -> None:
    coded = [Coded("direct", frozenset({1, 2, 3, 4}), frozenset({6}), frozenset({7}))]
    found = [
        Coded("direct", frozenset({1, 2}), frozenset({6}), frozenset()),
        Coded("reported", frozenset({9}), frozenset({9}), frozenset({9})),
    ]
    measured = score_statements([coded], [found])
    assert (measured["message"]["p"], measured["message"]["r"]) == (50.0, 50.0)
    assert (measured["speaker"]["p"], measured["speaker"]["r"]) == (50.0, 100.0)
    assert measured["cue"]["f1"] == 0.0
    assert measured["message_direct"]["r"] == 50.0
    assert measured["message_reported"]["f1"] == 0.0

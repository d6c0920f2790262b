"""A batch keeps what it analysed, whatever ends it."""

from pathlib import Path

import pytest

from analysis.batch.run import analyse_into
from analysis.model import Article, ArticleResult
from analysis.reading.files import Unreadable
from analysis.storage.store import Store

TEXTS = [Article(str(number), f"Der Rat sagte am Montag, Punkt {number} sei erledigt.") for number in range(3)]


def test_a_batch_counts_and_resumes(tmp_path: Path) -> None:
    store = Store(tmp_path / "s.duckdb")
    report = analyse_into(store, [TEXTS[0], Unreadable("x.txt", "The file is empty."), TEXTS[1]])
    assert (report.analysed, report.skipped, len(report.unreadable)) == (2, 0, 1)
    report = analyse_into(store, TEXTS)
    assert (report.analysed, report.skipped, len(report.keys)) == (1, 2, 3)
    assert store.count("articles") == 3


def test_what_was_analysed_before_an_interruption_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "s.duckdb")

    def stop_at_second(result: ArticleResult) -> None:
        if result.article.id == "1":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        analyse_into(store, TEXTS, on_result=stop_at_second)
    assert store.count("articles") == 2
    assert analyse_into(store, TEXTS).skipped == 2


def test_without_a_store_results_are_only_seen() -> None:
    seen: list[str] = []
    report = analyse_into(None, TEXTS, on_result=lambda result: seen.append(result.article.id))
    assert seen == ["0", "1", "2"]
    assert report.analysed == 3


def test_a_missing_model_ends_the_batch_and_is_no_article_s_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise FileNotFoundError("model tags.npz is missing")

    monkeypatch.setattr("analysis.pipeline.load_engine", missing)
    assert analyse_into(None, []).analysed == 0
    with pytest.raises(FileNotFoundError, match=r"tags\.npz"):
        analyse_into(None, [Article("a", "Er sagte, das sei so.")])

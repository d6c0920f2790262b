"""A changed own list in a store: what is analysed again, and that it equals a full analysis by the list."""

import shutil
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pandas as pd
import pytest

from analysis.batch.run import analyse_into
from analysis.batch.word_changes import apply_words
from analysis.corrections import record
from analysis.model import Article
from analysis.own_words.active import NO_WORDS, OwnWords, using
from analysis.own_words.file import write_own_words
from analysis.own_words.rows import OwnWord
from analysis.pipeline import analyse
from analysis.storage.correction import spans_from
from analysis.storage.stale_words import lists_followed, stale
from analysis.storage.store import Store
from analysis.tables.columns import RESULTS
from analysis.tables.frames import rows_of
from benchmarks.scale.corpus import corpus

INVENTED = (
    "Im Dorf munkelt man, der Kauf sei geplatzt. Der Wirt soll das Geld genommen haben.",
    "Der Vorstand räumte am Montag einen Fehler ein. Nach Lage der Dinge endet das mit einer schmählichen Niederlage.",
    "Der Brand im Waldheim war ein Unglück. Das Verletzte die Regel.\n\nZwei Verletzte, sagte ein Sprecher der Wehr.",
    "Spaß und Schneesturm, dann Krieg. „Wir mun\xadkeln nicht“, behauptete Hans Moor. Unhandlich war das Tannenfest, "
    "und gut.",
    "Er kündigte\nan, dass er komme. Das sei wohl falsch, wies er die Kritik zurück. Man munkelt weiter.",
)


def articles() -> list[Article]:
    drawn = islice(corpus(20, 120), 20)
    made = [Article(one["id"], one["text"], one["title"], one["outlet"], one["published"]) for one in drawn]
    return [*made, *(Article(f"x{n}", text, " Titel  mit  Lücken ") for n, text in enumerate(INVENTED))]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = Store(tmp_path_factory.mktemp("made") / "s.duckdb")
    analyse_into(store, articles(), words=NO_WORDS)
    return store.path


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Store:
    return Store(shutil.copy(made, tmp_path / "s.duckdb"), own_words=tmp_path / "words.csv")


def whole(rows: Sequence[OwnWord], folder: Path) -> dict[str, pd.DataFrame]:
    """What a full analysis by the list keeps."""
    fresh = Store(folder / "fresh.duckdb")
    fresh.path.unlink(missing_ok=True)
    analyse_into(fresh, articles(), words=OwnWords(tuple(rows)))
    return fresh.read_all()


def assert_equal(store: Store, expected: dict[str, pd.DataFrame]) -> None:
    for table in RESULTS:
        pd.testing.assert_frame_equal(store.read(table), expected[table], obj=table)


CHANGES = [
    OwnWord("hedge", "add", "munkeln", "hearsay"),
    OwnWord("hedge", "add", "nach Lage der Dinge", "adverb"),
    OwnWord("hedge", "add", "räumt ein", "belief"),
    OwnWord("hedge", "add", "schmählich", "status"),
    OwnWord("hedge", "remove", "sollen"),
    OwnWord("hedge", "remove", "rule:soll-perfect"),
    OwnWord("hedge", "remove", "wohl"),
    OwnWord("hedge", "reclass", "wohl", "status"),
    OwnWord("stance", "add", "sagen", "judging"),
    OwnWord("stance", "add", "ankündigen", "judging"),
    OwnWord("stance", "remove", "zurückweisen"),
    OwnWord("stance", "remove", "behaupten"),
    OwnWord("event", "remove", "Verletzte"),
    OwnWord("event", "remove", "Brand"),
    OwnWord("event", "add", "Fest"),
    OwnWord("tone", "add", "Spaß", "-1"),
    OwnWord("tone", "add", "handlich", "1"),
    OwnWord("tone", "remove", "gut"),
    OwnWord("tone", "add", "Niederlage", "1"),
]


def test_adding_all_and_undoing_all_equals_a_full_analysis(store: Store, tmp_path: Path) -> None:
    before = store.read_all()
    assert apply_words(store, OwnWords(tuple(CHANGES))).unconcerned > 0
    assert_equal(store, whole(CHANGES, tmp_path))
    half = CHANGES[::2]
    apply_words(store, OwnWords(tuple(half)))
    assert_equal(store, whole(half, tmp_path))
    apply_words(store, NO_WORDS)
    assert_equal(store, before)


@pytest.mark.parametrize("row", CHANGES, ids=lambda row: f"{row.list}-{row.action}-{row.word}")
def test_articles_that_a_change_does_not_concern_stay_as_they_are(row: OwnWord, store: Store) -> None:
    """Each change by itself: an article that is left out is the same when it is analysed by the list."""
    words = OwnWords((row,))
    due = stale(store, words)
    assert len(due.concerned) + len(due.others) == store.count("articles")
    assert due.concerned
    assert not [key for key in due.others if differs(store, key, words)]
    assert any(differs(store, key, words) for key in due.concerned)


def differs(store: Store, key: str, words: OwnWords) -> bool:
    article = store.article(key)
    assert article is not None
    with using(words):
        new = rows_of(analyse(article))
    return new != rows_of(analyse(article))


def test_a_rule_that_was_taken_away_comes_back(store: Store) -> None:
    before = store.read_all()
    words = OwnWords((OwnWord("hedge", "remove", "rule:soll-perfect"),))
    first = apply_words(store, words)
    assert 0 < first.analysed < store.count("articles")
    assert "soll-perfect" not in set(store.read("hedges")["rule"])
    again = apply_words(store, NO_WORDS)
    assert again.analysed == first.analysed
    assert_equal(store, before)


def test_a_word_that_no_text_has_costs_no_analysis(store: Store) -> None:
    words = OwnWords((OwnWord("hedge", "add", "orakeln", "hearsay"),))
    applied = apply_words(store, words)
    assert (applied.analysed, applied.unconcerned) == (0, store.count("articles"))
    assert stale(store, words).all == 0
    with using(words):
        assert len(store.current()) == store.count("articles")
    assert not store.current()


def test_an_interruption_costs_nothing_but_time(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class StopError(Exception):
        pass

    def stop(done: int, _: int) -> None:
        if done > 2:
            raise StopError

    for name in ("_CHUNK", "WHOLE"):
        monkeypatch.setattr(f"analysis.batch.word_changes.{name}", 2)
    words = OwnWords(tuple(CHANGES))
    concerned = len(stale(store, words).concerned)
    with pytest.raises(StopError):
        apply_words(store, words, on_progress=stop)
    left = stale(store, words).all
    assert 0 < left < concerned - 2, "what was done by then is kept"
    assert apply_words(store, words).analysed == left
    assert_equal(store, whole(CHANGES, tmp_path))


def test_worker_processes_give_the_same(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.batch.word_changes.SMALL", 4)
    apply_words(store, OwnWords(tuple(CHANGES)), jobs=2)
    assert_equal(store, whole(CHANGES, tmp_path))


def test_copies_and_stories_stay_marked(store: Store) -> None:
    keys = list(store.articles()["article"])
    store.mark(pd.DataFrame({"article": keys, "copy_of": [None, *keys[:-1]], "story": ["g"] * len(keys)}, dtype="str"))
    before = store.articles()[["copy_of", "story"]]
    assert apply_words(store, OwnWords(tuple(CHANGES))).analysed
    pd.testing.assert_frame_equal(store.articles()[["copy_of", "story"]], before)


def test_corrections_by_hand_stay_on_top(store: Store) -> None:
    words = OwnWords((OwnWord("hedge", "add", "munkeln", "hearsay"), OwnWord("hedge", "remove", "sollen")))
    write_own_words(words.rows, store.own_words)
    hedges = store.read("hedges").query("cue == 'soll … haben'")
    row = hedges[hedges["sentence"] == "Der Wirt soll das Geld genommen haben."].iloc[0]
    place = spans_from(row["spans"])
    # said before the list was applied, but by the list: the hedge is not there any more
    with pytest.raises(record.NotFoundError):
        record.record(store, row["article"], "hedge", place, {"class": "status"}, "P")
    write_own_words((), store.own_words)
    record.record(store, row["article"], "hedge", place, {"class": "status"}, "P")
    for listed in (words, NO_WORDS, words):
        apply_words(store, listed)
        kept = store.read("hedges").query(f"article == '{row['article']}'")
        assert kept.set_index("cue").loc["soll … haben", ["class"]].tolist() == ["status"]
        assert ("munkelt" in set(kept["cue"])) == bool(listed.rows)


def test_an_article_that_is_corrected_follows_the_list(store: Store) -> None:
    words = OwnWords((OwnWord("hedge", "add", "munkeln", "hearsay"),))
    write_own_words(words.rows, store.own_words)
    apply_words(store, words)
    row = store.read("hedges").query("cue == 'munkelt'").iloc[0]
    place = ((int(row["start"]), int(row["end"])),)
    record.record(store, row["article"], "hedge", place, None, "P")
    left = store.read("hedges").query(f"article == '{row['article']}'")
    assert row["start"] not in set(left["start"])
    assert stale(store, words).all == 0
    record.undo(store, 1)
    assert row["start"] in set(store.read("hedges").query(f"article == '{row['article']}'")["start"])


def test_the_store_tells_which_list_was_followed(store: Store) -> None:
    words = OwnWords(tuple(CHANGES), "words.csv")
    assert [(one.words, one.articles) for one in lists_followed(store)] == [(NO_WORDS, store.count("articles"))]
    apply_words(store, words)
    (one,) = lists_followed(store)
    assert (one.words, one.words.file, one.articles) == (words, "words.csv", store.count("articles"))
    key = store.articles()["article"].iloc[0]
    store.delete([key])
    with using(NO_WORDS):
        store.add([analyse(articles()[0])])
    assert [(one.words.key, one.articles) for one in lists_followed(store)][1] == ("", 1)
    assert lists_followed(store, [])[:1] == []


def test_a_run_analyses_what_the_list_concerns_and_skips_the_rest(store: Store) -> None:
    write_own_words([OwnWord("hedge", "add", "munkeln", "hearsay")], store.own_words)
    report = analyse_into(store, articles())
    assert 0 < report.analysed < 6
    assert report.skipped == len(articles()) - report.analysed
    assert "own:munkeln" in set(store.read("hedges")["rule"])
    assert analyse_into(store, articles()).analysed == 0
    assert analyse_into(store, articles(), words=NO_WORDS).analysed == report.analysed


def test_a_store_of_before_is_analysed_where_nothing_is_known_of_it(store: Store) -> None:
    with store.writing() as connection:
        connection.execute("UPDATE articles SET own_words = NULL, lemmas = NULL")
    assert stale(store, NO_WORDS).all == 0
    assert len(stale(store, OwnWords(tuple(CHANGES[:1]))).concerned) == store.count("articles")

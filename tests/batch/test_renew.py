"""Title, outlet and day given by hand: every table follows, new analyses keep them, and they can be taken back."""

from pathlib import Path

import pytest

from analysis.batch.renew import as_filed, edit
from analysis.batch.run import analyse_into
from analysis.corrections.record import record
from analysis.export.methods import edited
from analysis.model import Article
from analysis.storage.article_edits import edits
from analysis.storage.correction import spans_from
from analysis.storage.store import Store
from analysis.tables.columns import RESULTS
from analysis.tables.result_view import article_key
from analysis.tables.selection import Selection

TEXT = "Deich hält\n\nDie Regierung sagte am Montag, der Deich könne halten. „Wir sind bereit“, sagte der Förster."
ARTICLE = Article("a", TEXT, title="Deich hält", outlet="Seeblatt", published="2024-03-03T08:00:00")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "s.duckdb")
    analyse_into(store, [ARTICLE, Article("b", "Der Bote schwieg am Abend.", title="Bote", outlet="Bote")])
    return store


KEY = article_key(ARTICLE)


def told(store: Store, table: str) -> set[tuple[object, ...]]:
    frame = store.read(table)
    return {*frame[frame["article"] == KEY][["title", "outlet", "published"]].itertuples(index=False, name=None)}


def test_every_table_follows_and_the_article_keeps_its_key(store: Store) -> None:
    before = edit(store, {KEY: {"outlet": "Küstenbote", "published": "2023-01-02"}})
    assert before == {KEY: {"outlet": "Seeblatt", "published": "2024-03-03T08:00:00"}}
    for table in RESULTS:
        assert told(store, table) == {("Deich hält", "Küstenbote", "2023-01-02")}, table
    assert set(store.articles()["outlet"]) == {"Küstenbote", "Bote"}


def test_a_new_analysis_of_the_file_keeps_what_was_given(store: Store) -> None:
    edit(store, {KEY: {"outlet": None, "title": "Der Deich"}})
    assert analyse_into(store, [ARTICLE]).skipped == 1
    assert analyse_into(store, [ARTICLE], again=True).analysed == 1
    assert store.count("articles") == 2
    article = store.article(KEY)
    assert article is not None
    assert (article.title, article.outlet, article.published) == ("Der Deich", None, "2024-03-03T08:00:00")


def test_what_depends_on_the_outlet_is_found_anew_also_after_an_analysis_of_the_file(store: Store) -> None:
    def countries() -> set[str]:
        return set(store.read("statements").query("entity != 'Förster'")["country"])

    german = countries()
    edit(store, {KEY: {"outlet": "Neue Zürcher Zeitung"}})
    swiss = countries()
    assert "CH" in swiss - german
    analyse_into(store, [ARTICLE], again=True)
    assert countries() == swiss


def test_corrections_stay_with_the_article(store: Store) -> None:
    row = store.read("statements", Selection(articles=(KEY,))).iloc[0]
    record(store, KEY, "statement", spans_from(row["spans"]), {"entity": "Deichamt"}, "AL")
    edit(store, {KEY: {"outlet": "Küstenbote"}})
    assert "Deichamt" in set(store.read("statements")["entity"])
    assert len(store.corrections([KEY])) == 1


def test_an_edit_is_taken_back_and_told_in_the_methods(store: Store) -> None:
    assert edited(store, [KEY]) is None
    edit(store, {KEY: {"outlet": "Küstenbote"}})
    edit(store, {KEY: {"outlet": "Abendblatt", "title": ""}})
    assert edited(store, [KEY]) == {KEY: {"outlet": "Abendblatt", "title": None}}
    assert as_filed(store, [KEY]) == {KEY: {"outlet": "Seeblatt", "title": "Deich hält"}}
    edit(store, as_filed(store, [KEY]))
    assert told(store, "articles") == {("Deich hält", "Seeblatt", "2024-03-03T08:00:00")}
    assert not edits(store)


def test_two_articles_may_be_made_alike(store: Store) -> None:
    twin = Article("c", TEXT, title="Deich hält", outlet="Abendblatt", published="2024-03-03")
    analyse_into(store, [twin])
    same = {"outlet": "Bote", "published": "2024-01-01"}
    edit(store, {KEY: same, article_key(twin): same})
    assert store.count("articles") == 3
    numbers = store.values("statements", "article")
    assert numbers[KEY] == numbers[article_key(twin)] > 0


@pytest.mark.parametrize(("name", "value"), [("published", "gestern"), ("outlet", "x" * 501), ("text", "x"),
                                             ("words; DROP TABLE articles", "x")])  # fmt: skip
def test_what_cannot_be_kept_changes_nothing(store: Store, name: str, value: str) -> None:
    other = next(key for key in store.articles()["article"] if key != KEY)
    with pytest.raises(ValueError, match=r"field|isoformat|characters"):
        edit(store, {other: {"outlet": "Bote 2"}, KEY: {name: value}})
    assert not edits(store)
    assert set(store.articles()["outlet"]) == {"Seeblatt", "Bote"}


def test_an_unknown_article_is_left_out(store: Store) -> None:
    assert edit(store, {"' OR 1=1 --": {"outlet": "Bote"}}) == {}
    assert set(store.articles()["outlet"]) == {"Seeblatt", "Bote"}

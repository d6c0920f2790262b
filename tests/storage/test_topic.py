"""Articles are found by words of their title and text: whole, in every form and case, and never as a pattern."""

from collections.abc import Iterator

import pytest

from analysis.model import Article
from analysis.pipeline import analyse
from analysis.storage import rows
from analysis.storage.store import Store, tables_of
from analysis.tables.selection import Selection

TEXTS = {
    "guns": ("Lieferung", "Das Ministerium lieferte im Mai die ersten Waffen an die Küstenwache."),
    "gun": ("Fund am Deich", "Die Waffe lag unter einem Stein, sagte der Förster."),
    "truce": ("Waffenruhe", "Die Waffenruhe hält, sagte der Vermittler am Abend."),
    "street": ("Große Straße gesperrt", "Der Landkreis sperrt die Brücke (B 7) nicht."),
    "strasse": ("Die Strasse", "Die Strasse bleibt offen, sagte der Bürgermeister."),
}
FOUND = {
    "Waffe": {"guns", "gun"},
    "waffen": {"guns", "gun"},
    "WAFFENRUHE": {"truce"},
    "liefern": {"guns"},
    "Waffe Förster": {"gun"},
    "Straße": {"street", "strasse"},
    "strasse": {"street", "strasse"},
    "Straßen": {"street", "strasse"},
    "B 7": {"street"},
    "affe": set(),
    "W.ffe": set(),
    "Fund": {"gun"},
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(tmp_path_factory.mktemp("store") / "s.duckdb")
    store.add([analyse(Article(name, text, title=title)) for name, (title, text) in TEXTS.items()])
    with store.reading():
        yield store


@pytest.mark.parametrize(("words", "found"), FOUND.items())
def test_articles_about_words_are_found(store: Store, words: str, found: set[str]) -> None:
    about = Selection(topic=tuple(words.split()))
    assert set(rows.articles(store, about)["id"]) == found
    keys = set(rows.keys(store, about))
    assert set(store.read("sentences", about)["article"]) == keys


def test_a_topic_without_letters_is_none(store: Store) -> None:
    assert len(rows.keys(store, Selection(topic=("…",)))) == len(TEXTS)


def test_what_a_store_keeps_beside_the_contract_is_there_where_nothing_is_kept() -> None:
    assert {"text", "lemmas"} <= {*tables_of([])["articles"]}

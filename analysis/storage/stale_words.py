"""Which results of a store follow another own list of words than the user's, and that some are as good as new."""

from collections.abc import Iterator, Sequence

from analysis.model import Article
from analysis.own_words.active import OwnWords
from analysis.storage.batches import article_of
from analysis.storage.connection import connect
from analysis.storage.store import Store
from analysis.storage.word_lists import Due, Followed, due, followed, note

_CHUNK = 256


def stale(store: Store, words: OwnWords) -> Due:
    """The articles whose results follow another list than this one."""
    if not store.exists():
        return Due([], [])
    with connect(store.path, store.wait, write=False) as connection:
        return due(connection, words)


def settle(store: Store, words: OwnWords, articles: Sequence[str]) -> None:
    """Note that the results of these articles are what an analysis by this list would find."""
    if articles:
        with store.writing() as connection:
            note(connection, words)
            connection.execute("UPDATE articles SET own_words = ? WHERE article = ANY(?)", [words.key, list(articles)])


def lists_followed(store: Store, articles: Sequence[str] | None = None) -> list[Followed]:
    """The lists by which the articles (all, where None) were analysed, that of most articles first."""
    if not store.exists():
        return []
    with connect(store.path, store.wait, write=False) as connection:
        return followed(connection, articles)


def stored_articles(store: Store, keys: Sequence[str]) -> Iterator[tuple[str, Article]]:
    """These articles with their keys as they can be analysed again, some read at a time; others are left out."""
    for first in range(0, len(keys), _CHUNK):
        with connect(store.path, store.wait, write=False) as connection:
            found = connection.execute("SELECT * FROM articles WHERE article = ANY(?)", [keys[first : first + _CHUNK]])
            rows = found.df().to_dict("records")
        yield from ((str(row["article"]), article_of(row)) for row in rows)

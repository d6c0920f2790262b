"""Articles of a store analysed again as they stand in it, with what people said about them."""

import logging
from collections.abc import Callable, Iterable, Mapping

from analysis.corrections.apply import correct
from analysis.own_words.active import using
from analysis.own_words.file import read_own_words
from analysis.pipeline import analyse
from analysis.storage.article_edits import Fields, checked, edits, note
from analysis.storage.stale_words import stored_articles
from analysis.storage.store import Store

log = logging.getLogger(__name__)
Told = Callable[[int], None]


def renew(store: Store, keys: Iterable[str], tell: Told | None = None) -> tuple[str, ...]:
    """Analyse these articles anew, one after another, by the own list of words that is followed now.

    ``tell`` hears how many are done. Returns the keys of those whose analysis fails; they keep their results.
    """
    failed: list[str] = []
    for number, (key, article) in enumerate(stored_articles(store, list(keys)), start=1):
        try:
            result = analyse(article)
        except Exception:  # one article must never cost the others
            log.exception("analysis of %r failed", article.id)
            failed.append(key)
        else:
            # One by one: two articles may be alike in everything now, and are two all the same.
            store.replace({key: result}, correct)
        if tell:
            tell(number)
    return tuple(failed)


def edit(store: Store, changes: Mapping[str, Fields], tell: Told | None = None) -> dict[str, Fields]:
    """Give articles, by key, another title, outlet or day, and analyse them anew; what they had before, by key.

    Raises ``ValueError`` before anything is changed where a value cannot be kept.
    """
    for fields in changes.values():
        checked(fields)
    before: dict[str, Fields] = {}
    for key, fields in changes.items():
        if (article := store.article(key)) is not None:
            before[key] = {name: getattr(article, name) for name in fields}
            note(store, key, fields)
    with using(read_own_words(store.own_words)):
        renew(store, before, tell)
    return before


def as_filed(store: Store, keys: Iterable[str]) -> dict[str, Fields]:
    """What the files say where articles, by key, read otherwise now."""
    return {key: {one.field: one.before for one in made} for key, made in edits(store, list(keys)).items()}

"""Under which own list of words each stored article was analysed, and which articles a change of the list concerns.

Every article has the key of its list, and the store keeps the rows of every list by key. A changed row can concern an
article only where its word stands in the text, or among the lemmas that the analysis noted beside it.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from typing import NamedTuple

import duckdb

from analysis.language.base_forms import ENDINGS, base_form, joined, split_particle
from analysis.own_words.active import NO_WORDS, OwnWords
from analysis.own_words.rows import RULE, OwnWord

CHUNK = 2_000
_WORD = re.compile(r"[^\W_]+")


class Due(NamedTuple):
    """The articles whose results follow another list: those that the change concerns, and those it does not."""

    concerned: list[str]
    others: list[str]

    @property
    def all(self) -> int:
        """How many there are."""
        return len(self.concerned) + len(self.others)


class Followed(NamedTuple):
    """A list, and how many stored articles were analysed by it."""

    words: OwnWords
    articles: int


def plain_words(text: str) -> set[str]:
    """The words of a text in lower case, cut at everything that is no letter or digit, with ss for ß."""
    return set(_WORD.findall(_plain(text)))


def _plain(text: str) -> str:
    return text.lower().replace("ß", "ss")


def note(connection: duckdb.DuckDBPyConnection, words: OwnWords) -> None:
    """Keep the rows of a list, by its key."""
    there = connection.execute("SELECT key FROM word_lists WHERE key = ?", [words.key]).fetchall()
    if words.key and not there:
        rows = json.dumps([astuple(row) for row in words.rows])
        connection.execute("INSERT INTO word_lists VALUES (?, ?, ?)", [words.key, words.file, rows])


def followed(connection: duckdb.DuckDBPyConnection, articles: Sequence[str] | None = None) -> list[Followed]:
    """The lists by which the articles (all, where None) were analysed, that of most articles first."""
    where = "" if articles is None else "WHERE article = ANY(?)"
    found = connection.execute(
        f"SELECT coalesce(own_words, '') AS key, count(*) AS n FROM articles {where} GROUP BY 1 ORDER BY n DESC, key",
        [] if articles is None else [list(articles)],
    ).fetchall()
    lists = _lists(connection)
    return [Followed(lists[str(key)], int(n)) for key, n in found if str(key) in lists]


def due(connection: duckdb.DuckDBPyConnection, words: OwnWords) -> Due:
    """The articles whose results follow another list than this one."""
    found = Due([], [])
    lists = _lists(connection)
    sought = {key: _Change(before, words) for key, before in lists.items()}
    for key, listed, text, lemmas, rules, corrected in _articles(connection, words):
        change = sought.get(listed)
        # Where nobody knows any more what was followed, or what people said is matched to what is found, all counts.
        concerned = change is None or lemmas is None or corrected or change.concerns(text, lemmas, rules)
        (found.concerned if concerned else found.others).append(key)
    return found


def _lists(connection: duckdb.DuckDBPyConnection) -> dict[str, OwnWords]:
    found = connection.execute("SELECT key, file, rows FROM word_lists").fetchall()
    lists = {str(key): OwnWords(tuple(OwnWord(*row) for row in json.loads(rows)), file) for key, file, rows in found}
    return {"": NO_WORDS, **lists}


def _articles(
    connection: duckdb.DuckDBPyConnection, words: OwnWords
) -> Iterator[tuple[str, str, str, str | None, frozenset[str], bool]]:
    """Key, key of the list, text, lemmas, rules of the hedges and whether corrected, of articles of other lists."""
    other = "SELECT article FROM articles WHERE coalesce(own_words, '') <> ? ORDER BY article"
    keys = [str(key) for (key,) in connection.execute(other, [words.key]).fetchall()]
    for first in range(0, len(keys), CHUNK):
        rows = connection.execute(
            "SELECT a.article, coalesce(a.own_words, ''), a.text, a.lemmas, h.rules, c.article IS NOT NULL "
            "FROM articles a LEFT JOIN (SELECT article, list(DISTINCT rule) AS rules FROM hedges "
            "WHERE article = ANY(?) GROUP BY 1) h ON h.article = a.article "
            "LEFT JOIN (SELECT DISTINCT article FROM corrections) c ON c.article = a.article "
            "WHERE a.article = ANY(?)",
            [keys[first : first + CHUNK]] * 2,
        ).fetchall()
        for key, listed, text, lemmas, rules, corrected in rows:
            yield str(key), str(listed), str(text), lemmas, frozenset(rules or ()), bool(corrected)


class _Change:
    """What differs between two lists, as what an article must have to be concerned."""

    def __init__(self, before: OwnWords, after: OwnWords) -> None:
        changed = set(before.rows) ^ set(after.rows)
        self._rules = {row.rule for row in changed if row.rule}
        self._words = [pieces for row in changed if not row.rule for pieces in traces(row)]
        self._ends = tuple(end for row in changed if not row.rule for end in compound_ends(row))
        # The shortest form of each word is part of all others: to look for letters is much faster than to cut words.
        self._letters = {tuple(min(forms, key=len) for forms in pieces) for pieces in self._words}
        self._letters |= {(end,) for end in self._ends}

    def concerns(self, text: str, lemmas: str, rules: frozenset[str]) -> bool:
        """Whether an article may be analysed otherwise by the other list."""
        if self._rules & rules or any(f" {RULE}{rule} " in lemmas for rule in self._rules):
            return True
        searched = _plain(f"{text}\n{lemmas}")
        if not any(all(piece in searched for piece in pieces) for pieces in self._letters):
            return False
        words = plain_words(text) | set(_plain(lemmas).split())
        if any(all(not forms.isdisjoint(words) for forms in pieces) for pieces in self._words):
            return True
        return bool(self._ends) and any(word.endswith(self._ends) for word in words)


def traces(row: OwnWord) -> Iterator[list[frozenset[str]]]:
    """What of a text can be read as the row's word: the words that must all be there, each in one of some forms."""
    words = {row.word, joined(row.word)}
    if row.list in ("tone", "event"):
        words.add(base_form(row.word))
    for word in words:
        pieces = _plain(word).split()
        if row.list == "stance" and (split := split_particle(word.lower())):
            # The particle may stand anywhere in the reporting words.
            yield [_forms(_plain(split[1]), alone=True)]
        # What stands between the pieces of a cue, "soll … haben", is no word.
        yield [_forms(piece, alone=len(pieces) == 1) for piece in pieces if any(map(str.isalnum, piece))]


def _forms(piece: str, *, alone: bool) -> frozenset[str]:
    """The word; where it is alone also with what the engine may leave at an adjective, or read an adjective without."""
    further = [f"{un}{piece}{end}" for un in ("", "un") for end in ("", *ENDINGS)] if alone else []
    return frozenset((piece, *further))


def compound_ends(row: OwnWord) -> list[str]:
    """How the nouns end that are judged by the row's word, their last part."""
    if row.list not in ("tone", "event") or not row.word[:1].isupper():
        return []
    words = {_plain(row.word), _plain(base_form(row.word))}
    # "Verletzter" and "Verletzt" are read as "Verletzte".
    return [end for word in words for end in (word, f"{word}r", word.removesuffix("e"))]

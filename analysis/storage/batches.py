"""What the store keeps of results: rows of the four tables, and of articles also text, own words and lemmas."""

import json
from collections.abc import Hashable, Mapping, Sequence

import pandas as pd

from analysis.certainty.own_cues import together
from analysis.model import Article, ArticleResult, Document
from analysis.own_words.active import active
from analysis.own_words.rows import RULE
from analysis.storage.word_lists import plain_words
from analysis.tables.columns import RESULTS
from analysis.tables.frames import frames
from analysis.tables.result_view import article_key, storable


def tables_of(results: Sequence[ArticleResult]) -> dict[str, pd.DataFrame]:
    """The four result tables of these results, the articles with what the store keeps beside the contract.

    That is their ``text``, the key of the own list of words that is followed now, and ``lemmas``.
    """
    tables = frames(results)
    kept = {article_key(result.article): result for result in results}
    articles = [kept[key] for key in tables["articles"]["article"]]
    tables["articles"]["text"] = pd.Series([storable(one.article.text) for one in articles], dtype="str")
    tables["articles"]["own_words"] = pd.Series([active().key] * len(articles), dtype="str")
    tables["articles"]["lemmas"] = pd.Series([lemmas_of(one) for one in articles], dtype="str")
    return tables


def lemmas_of(result: ArticleResult) -> str:
    """By what an article can be found besides the letters of its text, one after another between blanks.

    The lemmas and forms of its words in lower case that are no words of the text as it stands, among them separable
    verbs whose particle stands apart, and the rules whose hedges the own list took away: what a change of that list
    can be about.
    """
    document = result.document
    words = {word.lower() for token in document.tokens for word in (token.lemma, token.form)} | _apart(document)
    shown = plain_words(result.article.text)
    hidden = {word for word in words if word not in shown and any(map(str.isalnum, word))} | {
        RULE + rule for rule in result.dropped_rules
    }
    return storable(f" {' '.join(sorted(hidden))} ")


def _apart(document: Document) -> set[str]:
    """Every verb of a sentence with every particle in it: more than are read together, and none less."""
    found: set[str] = set()
    for sentence in document.sentences:
        tokens = document.tokens_of(sentence)
        apart = {form for token in tokens if token.tag == "PTKVZ" for form in (token.form, token.lemma)}
        found |= {together(form, token.lemma) for form in apart for token in tokens if token.tag[0] == "V"}
    return found


def merged(batch: Sequence[Mapping[str, pd.DataFrame]]) -> dict[str, pd.DataFrame]:
    """The tables of a batch put together; an article that comes again counts once."""
    seen: set[str] = set()
    pieces: list[Mapping[str, pd.DataFrame]] = []
    for tables in batch:
        keys = set(tables["articles"]["article"])
        if keys & seen:
            tables = {name: frame[~frame["article"].isin(list(seen))] for name, frame in tables.items()}
        seen |= keys
        pieces.append(tables)
    return {table: pd.concat([piece[table] for piece in pieces], ignore_index=True) for table in RESULTS}


def article_of(row: Mapping[Hashable, object]) -> Article:
    """The article in a row of the table ``articles``."""
    plain = {str(name): value if isinstance(value, str) else None for name, value in row.items()}
    return Article(
        id=str(plain["id"]),
        text=str(plain["text"]),
        title=plain["title"],
        outlet=plain["outlet"],
        published=plain["published"],
        url=plain["url"],
        author=plain["author"],
        language=str(plain["language"]),
        extra=json.loads(plain["extra"] or "{}"),
    )

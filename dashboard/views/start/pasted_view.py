"""A pasted article as the start page shows it: its marked text, who speaks in it, and its profile beside a corpus."""

from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from analysis import measures
from analysis.measures.voice import Flag
from analysis.storage.conditions import Where
from analysis.tables.selection import EVERYTHING, Selection
from dashboard import address, corpus
from dashboard.charts import render
from dashboard.charts.beside import beside
from dashboard.components import drilldown, layout
from dashboard.corpus import Corpus
from dashboard.i18n import labels
from dashboard.i18n.glossary import tip
from dashboard.i18n.language import say
from dashboard.pages import script
from dashboard.reader import article_html, component
from dashboard.views.start import pasted

_FLAGS: tuple[Flag, ...] = ("anonymous", "direct")


def show(key: str, chosen: Corpus) -> None:
    """The article ``key`` of one of the user's corpora beside the corpus ``chosen``, and the link to this view."""
    holder = corpus.holding(key)
    if holder is None:
        st.info(say("start.unknown"), icon=":material/link_off:")
        return
    own = corpus.store_of(holder)
    article = Corpus(own, Selection(articles=(key,)))
    row = article.articles().iloc[0]
    st.header(labels.plain(str(row["title"])) if isinstance(row["title"], str) else say("start.untitled"), anchor=False)
    st.caption(layout.article_facts(row))
    _marked(article, key)
    said = article.counts("statements", "category", sums=_FLAGS)
    st.subheader(say("start.voices"), anchor=False)
    st.markdown(who_speaks(said))
    if st.button(say("start.open"), icon=":material/edit:"):
        st.session_state[address.ARTICLE] = key
        pasted.leave(holder, script("article"))
    if len(said):
        _compare(article, key, chosen)
    st.caption(say("start.link"))
    st.code(f"{st.context.url}?{urlencode(st.query_params.to_dict())}", language=None, wrap_lines=True)


def _marked(article: Corpus, key: str) -> None:
    text = article.text(key)
    window = layout.choose_window(article_html.windows(text), key)
    found = {name: layout.rows_in(frame, window) for name, frame in corpus.result_tables(*article).items()
             if name != "articles"}  # fmt: skip
    component.show(key, text[slice(*window)], article_html.Found(found), window[0], text)


def who_speaks(said: pd.DataFrame) -> str:
    """Who has a say, by category and the most frequent first, and how many statements are anonymous and verbatim.

    ``said`` are the counts of an article's statements by category, with the sums ``anonymous`` and ``direct``.
    """
    if not len(said):
        return say("start.no_statement")
    by_category = said.groupby("category")["rows"].sum().sort_values(ascending=False, kind="stable")
    voices = [
        f"**{labels.plain(labels.say('category', str(name)))}** ({say('shared.statements', n=labels.number(n))})"
        for name, n in by_category.items()
    ]
    base = labels.number(by_category.sum())
    flags = [f"{say(f'start.{flag}')} {say('start.of', n=labels.number(said[flag].sum()), base=base)}"
             for flag in _FLAGS]  # fmt: skip
    told = say("start.voices_one" if len(voices) == 1 else "start.voices_many", voices=", ".join(voices))
    return f"{told}; {', '.join(flags)}."


def _compare(article: Corpus, key: str, chosen: Corpus) -> None:
    """The shares of the article beside those of the corpus without it, the corpus named."""
    name = str(st.session_state.get("korpus", corpus.DEMO))
    others = chosen.number("articles", _without(key))
    if not others:
        st.info(say("start.nothing_beside"), icon=":material/compare_arrows:")
        return
    called, is_demo = labels.plain(corpus.title(name)), name == corpus.DEMO
    told = say("start.beside_demo" if is_demo else "start.beside", n=labels.number(others), name=called)
    st.subheader(told, help=tip("share_of_voice"), anchor=False)
    compared = voices(article, key, chosen, say("start.article"), called)
    drawn = render.cached_chart(
        beside, compared, "category", "side", one=say("start.article"), many=called, title=say("start.share"),
        counted=say("start.counted"),
    )  # fmt: skip
    drilldown.show_static(drawn, "eingefuegt", layout.alt_text(say("start.profile"), compared, "category"))
    notes = [say("start.note", name=called)]
    notes.append(layout.few_note(compared[compared["side"] == called]))
    notes += [say("start.note_demo")] * is_demo
    notes += [say("start.note_filtered")] * (chosen.selection != EVERYTHING)
    # Both sides are of the same words: of statements where the corpus is narrowed down to some.
    said = chosen.selection.by_statement
    here, there = _rate(article, [], said=said), _rate(chosen, _without(key), said=said)
    notes.append(say("start.hedges_told", here=here, there=there, name=called))
    st.caption(" ".join(filter(None, notes)))


def voices(article: Corpus, key: str, chosen: Corpus, one: str, many: str) -> pd.DataFrame:
    """Share of voice by category of the article and of the corpus without it, told apart by ``side``.

    Columns as in ``measures.share_of_voice`` and ``side``: ``one`` or ``many``; the article's largest shares first.
    """
    sides = []
    for name, side in ((one, article), (many, chosen)):
        only = _without(key) if side is chosen else []
        voice = measures.share_of_voice(side.counts("statements", "category", only=only), "category")
        sides.append(voice.assign(side=name))
    order = {category: place for place, category in enumerate(dict.fromkeys(pd.concat(sides)["category"]))}
    both = pd.concat(sides, ignore_index=True)
    return both.sort_values("category", key=lambda column: column.map(order), kind="stable", ignore_index=True)


def _without(key: str) -> list[Where]:
    return [Where("article", (key,), negated=True)]


def _rate(side: Corpus, only: list[Where], *, said: bool) -> str:
    row = measures.hedge_rate(*side.hedging(only=only, said=said)).iloc[0]
    return labels.number(row["rate"], 1)

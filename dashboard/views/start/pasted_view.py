"""A pasted article as the start page shows it: its marked text, its profile beside the corpus, and its link."""

from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from analysis import measures
from analysis.measures import SMALL_N
from analysis.measures.voice import Flag
from analysis.storage.conditions import Where
from analysis.tables.selection import Selection
from dashboard import address, corpus
from dashboard.charts import basic, render
from dashboard.components import layout
from dashboard.corpus import Corpus
from dashboard.i18n import labels
from dashboard.i18n.glossary import tip
from dashboard.i18n.language import say
from dashboard.pages import script
from dashboard.reader import article_html, component
from dashboard.views.start import pasted


def show(key: str, chosen: Corpus) -> None:
    """The article ``key`` of the user's own corpus beside the corpus ``chosen``, and the link to this view."""
    own = corpus.own_store()
    text = Corpus(own).text(key)
    if not text:
        st.info(say("start.unknown"), icon=":material/link_off:")
        return
    article = Corpus(own, Selection(articles=(key,)))
    row = article.articles().iloc[0]
    st.header(labels.plain(str(row["title"])) if isinstance(row["title"], str) else say("start.untitled"), anchor=False)
    st.caption(layout.article_facts(row))
    if article.size().statements:
        _figures(article, key, chosen)
    st.caption(say("start.link"))
    st.code(f"{st.context.url}?{urlencode(st.query_params.to_dict())}", language=None, wrap_lines=True)
    marked, profile = st.tabs([say("start.marked"), say("start.profile")])
    with marked:
        window = layout.choose_window(article_html.windows(text), key)
        found = {name: layout.rows_in(frame, window) for name, frame in corpus.result_tables(*article).items()
                 if name != "articles"}  # fmt: skip
        component.show(key, text[slice(*window)], article_html.Found(found), window[0], text)
    with profile:
        _profile(article, key, chosen)
    if st.button(say("start.open"), icon=":material/edit:"):
        st.session_state[address.ARTICLE] = key
        pasted.leave(corpus.OWN, script("article"))


def _profile(article: Corpus, key: str, chosen: Corpus) -> None:
    compared = voices(article, key, chosen, say("start.article"), say("start.corpus"))
    if not len(compared):
        st.info(say("start.no_statement"), icon=":material/inbox:")
        return
    drawn = render.cached_chart(
        basic.dots, compared, "category", "side", value="share", title=say("start.share"), counted=say("start.counted")
    )
    st.vega_lite_chart(spec=drawn, width="stretch", alt=layout.alt_text(say("start.profile"), compared, "category"))
    st.caption(say("start.note", small=SMALL_N))


def voices(article: Corpus, key: str, chosen: Corpus, one: str, many: str) -> pd.DataFrame:
    """Share of voice by category of the article and of the corpus without it, told apart by ``side``.

    Columns as in ``measures.share_of_voice`` and ``side``: ``one`` or ``many``; the article's largest shares first.
    """
    sides = []
    for name, side in ((one, article), (many, chosen)):
        only = [Where("article", (key,), negated=True)] if side is chosen else []
        voice = measures.share_of_voice(side.counts("statements", "category", only=only), "category")
        sides.append(voice.assign(side=name))
    order = {category: place for place, category in enumerate(dict.fromkeys(pd.concat(sides)["category"]))}
    both = pd.concat(sides, ignore_index=True)
    return both.sort_values("category", key=lambda column: column.map(order), kind="stable", ignore_index=True)


def _figures(article: Corpus, key: str, chosen: Corpus) -> None:
    with st.container(horizontal=True):
        for flag in ("anonymous", "direct"):
            here, there = (_proportion(side, flag, only) for side, only in _both(article, key, chosen))
            st.metric(say(f"start.{flag}"), here, say("start.against", value=there), delta_color="off",
                      delta_arrow="off", help=tip(flag), border=True)  # fmt: skip
        here, there = (_rate(side, only) for side, only in _both(article, key, chosen))
        st.metric(say("start.hedges"), here, say("start.against", value=there), delta_color="off", delta_arrow="off",
                  help=tip("hedge_rate"), border=True)  # fmt: skip


def _both(article: Corpus, key: str, chosen: Corpus) -> list[tuple[Corpus, list[Where]]]:
    return [(article, []), (chosen, [Where("article", (key,), negated=True)])]


def _proportion(side: Corpus, flag: Flag, only: list[Where]) -> str:
    row = measures.proportion(side.counts("statements", sums=(flag,), only=only), flag).iloc[0]
    interval = labels.span(row["low"], row["high"])
    return labels.percent(row["share"]) + (f" ({interval})" if interval else "")


def _rate(side: Corpus, only: list[Where]) -> str:
    row = measures.hedge_rate(*side.hedging(only=only)).iloc[0]
    return labels.number(row["rate"], 1)

"""The phrases that hedge, and every hit of them as a list: each can be rejected, reclassed, or one added."""

import pandas as pd
import streamlit as st

from analysis import measures
from analysis.storage.conditions import Where
from dashboard.charts import basic, render
from dashboard.components import drilldown, finding, layout, own_words, word_offers
from dashboard.components.claims import facts
from dashboard.corpus import Corpus, measured
from dashboard.i18n import labels
from dashboard.i18n.language import say
from dashboard.review import panel
from dashboard.templates import fill

_SHOWN = 100
_COLUMNS = ["cue", "class", "holder", "rule", "confidence", "sentence", "category", "outlet", "origin"]


def phrases(corpus: Corpus) -> None:
    """The most frequent phrases as bars, and the hits of one in their sentences."""
    top = measured(measures.phrases, corpus.counts("phrased", "phrase", "class", top={"phrase": 15}))
    finding.show(finding.ranking(top, "phrase", "hedges"))
    drilldown.show(
        render.cached_chart(basic.bars, top, "phrase", title=say("certain.phrase_share"), counted=say("chart.cases")),
        "phrases", layout.alt_text(say("certain.phrases_alt"), top, "phrase"), corpus, "phrased",
    )  # fmt: skip
    listed = list(dict.fromkeys(top["phrase"]))
    if phrase := st.selectbox(say("certain.in_sentence"), listed, key="wendung", bind="query-params"):
        st.html(context_html(corpus.rows("phrased", [Where("phrase", (phrase,))], limit=12)))


def show(corpus: Corpus) -> None:
    """The list where it is asked for, a page at a time, and below it the form for the hit that is picked."""
    panel.tell()
    st.subheader(say("review.hits"))
    number = corpus.number("hedges")
    st.caption(say("review.hits_told", n=labels.number(number)))
    if not st.toggle(say("review.hits_show"), key="treffer", bind="query-params"):
        return
    pages = max(-(-number // _SHOWN), 1)
    page = st.number_input(say("review.page", pages=pages), 1, pages, key="treffer-seite") if pages > 1 else 1
    rows = corpus.rows("hedges", limit=_SHOWN, offset=_SHOWN * (page - 1))
    # Drawn anew once something was said or a word of one's own changed, so that no row of the old list stays picked.
    turn = f"{len(corpus.corrections())}{own_words.of(corpus.store).key}"
    picked = layout.table(
        rows, "hedges", _COLUMNS, on_select="rerun", selection_mode="single-row", key=f"treffer-{page}-{turn}"
    )
    chosen = picked["selection"]["rows"]
    if chosen and chosen[0] < len(rows):
        row = rows.iloc[chosen[0]]
        panel.beside_text(corpus, "hedge", row, f"{row['article']}-{turn}")
        st.caption(say("words.everywhere", rule=row["rule"]))
        word_offers.offer_hedge(Corpus(corpus.store), str(row["rule"]), str(row["cue"]), str(row["class"]))
    with st.expander(say("review.hits_add"), icon=":material/add:"):
        _add(corpus, turn)


def _add(corpus: Corpus, turn: str) -> None:
    listed = layout.article_options(corpus, "treffer-artikel").set_index("article")
    key = st.selectbox(
        say("reader.article"), list(listed.index), key="treffer-artikel", index=None, placeholder=say("review.choose"),
        format_func=layout.article_names(listed).__getitem__,
    )  # fmt: skip
    if key is not None:
        panel.missed(corpus.store, key, corpus.text(key), f"treffer-{turn}", kinds=("hedge",))


def context_html(hedges: pd.DataFrame) -> str:
    """Hits of one phrase as keywords in their context; everything from articles is escaped."""
    hits = [
        {**row, "facts": facts(row, ("class", "holder", "rule", "outlet"))}
        for row in measures.in_context(hedges).to_dict("records")
    ]
    return fill("views/certainty/context.html", hits=hits)

"""Sources: who is quoted most, which outlet cites whom, who relays whom, and the user's own list."""

from dataclasses import replace

import streamlit as st

from analysis import measures
from analysis.storage.query import Where
from dashboard import charts, evidence, labels, own_list, parts, source_filters, texts
from dashboard.corpus import Corpus
from dashboard.glossary import tip
from dashboard.language import say
from dashboard.relation_chart import relation_matrix

corpus = parts.chosen()
above = st.container()
chosen = source_filters.choose(Corpus(corpus.store))
corpus = corpus._replace(selection=replace(corpus.selection, **chosen))
size = corpus.size()

with above:
    parts.heading(say("sources.title"), size)
if parts.nothing(size):
    st.stop()

left, right = st.columns([2, 1], vertical_alignment="bottom")
left.subheader(say("sources.top"), help=tip("share_of_voice"))
top = right.segmented_control(
    say("sources.number"), [5, 15, 40], default=15, required=True, key="quellenzahl", bind="query-params"
)
voice = measures.share_of_voice(corpus.counts("statements", "entity", top={"entity": (top or 15) + 1}), "entity")
voice = voice[voice["entity"] != "-"].head(top or 15).reset_index(drop=True)
evidence.show(
    evidence.drawn(charts.bars, voice, "entity", title=say("overview.of_statements"), counted=say("chart.statements")),
    "sources", parts.alt_text(say("sources.top_alt"), voice, "entity"), corpus, "statements",
)  # fmt: skip
parts.note(voice)

st.subheader(say("sources.relations"), help=tip("relations"))
views = {
    "outlet": say("sources.view_outlet"),
    "outlet-category": say("sources.view_category"),
    "via": say("sources.view_via"),
}
view = st.segmented_control(
    say("sources.view"), list(views), default="outlet", required=True, key="beziehung", format_func=views.__getitem__,
    bind="query-params",
)  # fmt: skip
row = "via" if view == "via" else "outlet"
column = "category" if view == "outlet-category" else "entity"
named = [Where("entity", ("-",), other=True)] + ([Where("via", ("",), other=True)] if row == "via" else [])
found = measures.relations(
    corpus.counts("statements", row, column, only=named, top={row: 8, column: 15}), row, column
)
if not len(found):
    st.info(say("sources.none"), icon=":material/filter_alt:")
else:
    told = source_filters.named(found, row, column)
    evidence.show(
        evidence.drawn(relation_matrix, told, who=say("sources.outlet") if row == "outlet" else say("sources.relayer"),
                       share=say("sources.column_share"), dark=st.context.theme.type == "dark"),
        f"relations-{view}", parts.alt_text(views[view or "outlet"], told[told["n"] > 0], "who"), corpus, "statements",
        named, lambda picked: source_filters.behind(found, row, column, picked),
    )  # fmt: skip
    st.caption(texts.RELATIONS)

# Side by side where there is room for the long names, else below each other.
beside = st.container(horizontal=True)
for by, title in (("naming", say("sources.named")), ("anonymity", say("sources.anonymity"))):
    with beside.container(width=480):
        st.subheader(title)
        share = measures.share_of_voice(corpus.counts("statements", by), by)
        evidence.show(
            evidence.drawn(charts.bars, share, by, title=say("overview.of_statements"),
                           counted=say("chart.statements")),
            f"by-{by}", parts.alt_text(title, share, by), corpus, "statements",
        )  # fmt: skip

st.subheader(say("sources.own_list"))
own_list.edit(labels.NAME_OF_COLUMN, lambda names: Corpus(corpus.store).known("entity", names))

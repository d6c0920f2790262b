"""Data: paste a text, load files, see what was read and what failed, and look after the corpus."""

from datetime import date
from itertools import count

import streamlit as st

from analysis.batch import analyse_into
from analysis.model import Article
from analysis.reading.files import ENDINGS, read_bytes
from analysis.reading.german import only_german
from analysis.reading.web import is_address, read_address
from analysis.stories.group import group, is_due
from dashboard import corpus, labels, parts

own = corpus.own_store()

st.title("Welche Texte?")
pasted, loaded = st.columns(2, gap="large")
with pasted, st.form("paste", clear_on_submit=False):
    st.subheader("Text einfügen", anchor=False)
    text = st.text_area("Artikel", height=220, placeholder="Überschrift\n\nText …")
    title = st.text_input("Titel (sonst aus dem Text)")
    outlet = st.text_input("Medium (sonst aus „Quelle: …“)")
    published = st.date_input("Datum", date.today(), format="DD.MM.YYYY")
    go_text = st.form_submit_button("Auswerten", type="primary", icon=":material/play_arrow:")
with loaded, st.form("address", clear_on_submit=True):
    st.subheader("Aus dem Netz holen", anchor=False)
    url = st.text_input("Adresse einer Seite oder eines Feeds", placeholder="https://…")
    st.caption("Nur öffentliche Adressen, und nur was robots.txt der Seite erlaubt. Von einem Feed werden alle "
               "Artikel geholt.")  # fmt: skip
    go_url = st.form_submit_button("Auswerten", type="primary", icon=":material/play_arrow:")
with loaded, st.form("upload", clear_on_submit=True):
    st.subheader("Dateien laden", anchor=False)
    files = st.file_uploader("Texte, PDF, Word, Tabellen, Webseiten, Exporte und Archive davon", list(ENDINGS), True)
    st.caption("CSV und TSV brauchen eine Spalte „text“; title, outlet, published und url werden erkannt, weitere "
               "Spalten bleiben erhalten. JSONL: ein Objekt je Zeile mit id und text.")  # fmt: skip
    go_files = st.form_submit_button("Auswerten", type="primary", icon=":material/play_arrow:")

inputs = []
if go_text and text.strip():
    day = published.isoformat() if published else None
    inputs = [Article("eingefügt", text, title=title or None, outlet=outlet or None, published=day)]
elif go_text:
    st.warning("Es ist kein Text eingefügt.", icon=":material/warning:")
elif go_url and is_address(url.strip()):
    with st.spinner("Die Seite wird geholt …"):
        inputs = list(only_german(read_address(url.strip())))
elif go_url:
    st.warning("Eine Adresse beginnt mit http:// oder https://.", icon=":material/warning:")
elif go_files:
    inputs = list(only_german(item for file in files for item in read_bytes(file.name, file.getvalue())))
if inputs:
    told = parts.waiting(inputs)
    bar, done = st.progress(0.0, told), count(1)
    report = st.session_state["report"] = analyse_into(
        own, inputs, on_result=lambda _: bar.progress(min(next(done) / len(inputs), 1.0), told)
    )
    if is_due(own, len(report.keys)):
        group(own)
    st.session_state["korpus-wunsch"] = corpus.OWN
    st.rerun()

if report := st.session_state.pop("report", None):
    parts.report(report)
    if report.keys:
        st.page_link("pages/article.py", label="Im Artikel ansehen", icon=":material/article:")

st.subheader("Eigener Korpus")
size = corpus.Corpus(own).size()
st.caption(f"{labels.number(size.articles)} Artikel in {own.path}")
if not size.articles:
    st.info("Noch leer. Der Demo-Korpus bleibt davon unberührt.", icon=":material/inbox:")
    st.stop()
articles = parts.listed(corpus.Corpus(own), "own-articles")
picked = parts.table(
    articles, "articles", ["id", "title", "outlet", "published", "words", "statements", "hedges", "tone_label"],
    on_select="rerun", selection_mode="multi-row", key="own-articles",
)  # fmt: skip
rows = picked["selection"]["rows"]
if rows and st.button(f"{len(rows)} Artikel aus dem Korpus löschen", icon=":material/delete:"):
    own.delete(list(articles["article"].iloc[rows]))
    st.rerun()

"""Entry of the browser view: navigation, corpus and filters; every page reads the same selection."""

import streamlit as st

from analysis.store import StoreError
from dashboard import filters

# A picture of our own: Streamlit would fetch its icons for the browser's tab from another server.
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#0B5C8A" d="M2 3h20v14H10l-5 5v-5H2z"/>'
    '<path stroke="#FFF" stroke-width="2" d="M6 8h12M6 12h8"/></svg>'
)
st.set_page_config(page_title="Quellenlage", page_icon=ICON, layout="wide")

page = st.navigation(
    [
        st.Page(
            "pages/overview.py",
            title="Überblick",
            icon=":material/bar_chart:",
            default=True,
        ),
        st.Page("pages/article.py", title="Artikel", icon=":material/article:", url_path="artikel"),
        st.Page("pages/sources.py", title="Quellen", icon=":material/record_voice_over:", url_path="quellen"),
        st.Page("pages/compare.py", title="Vergleich", icon=":material/compare_arrows:", url_path="vergleich"),
        st.Page("pages/certainty.py", title="Sicherheit", icon=":material/help_center:", url_path="sicherheit"),
        st.Page("pages/tone.py", title="Ton", icon=":material/thermostat:", url_path="ton"),
        st.Page("pages/review.py", title="Prüfung", icon=":material/fact_check:", url_path="pruefung"),
        st.Page("pages/data.py", title="Daten", icon=":material/upload_file:", url_path="daten"),
        st.Page("pages/export.py", title="Export", icon=":material/download:", url_path="export"),
        st.Page("pages/method.py", title="Methode", icon=":material/menu_book:", url_path="methode"),
    ],
    position="top",
)

try:
    store = filters.choose_corpus()
    st.session_state["store"] = store
    st.session_state["selection"] = filters.choose_selection(store)
    page.run()
except StoreError as error:
    st.error(f"Der Korpus kann gerade nicht gelesen werden: {error}", icon=":material/error:")

"""The editor of the user's own list of sources."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict

import pandas as pd
import streamlit as st

from analysis.own_list import COLUMNS, OwnSource, cleaned, own_list_path, read_own_list, write_own_list
from analysis.taxonomy import INSTITUTIONS

HELP = (
    "Eine Zeile mit Namen ändert eine Quelle: Gleiches „zählt als“ für mehrere Namen führt sie zusammen. Eine Zeile"
    " ohne Namen fasst alle Quellen eines Landes oder einer Institution unter einem eigenen Quellentyp zusammen. Die"
    " Liste gilt sofort für alle Texte des Korpus; ausgewertet wird nichts neu."
)


def edit(names: Mapping[str, str], known: Callable[[Sequence[str]], set[str]]) -> None:
    """Show the list as a table to change, and keep it when the user says so.

    ``known`` tells which of some names the corpus has.
    """
    st.caption(HELP)
    rows = read_own_list()
    frame = pd.DataFrame([asdict(row) for row in rows], columns=list(COLUMNS)).astype("str")
    changed = st.data_editor(
        frame, num_rows="dynamic", hide_index=True, width="stretch", key="quellenliste",
        column_config={
            "name": st.column_config.TextColumn(names["name"], help="So heißt die Quelle in den Ergebnissen."),
            "entity": st.column_config.TextColumn(names["entity"], help="So soll sie heißen."),
            "country": st.column_config.TextColumn(names["country"], help="Zwei Buchstaben, EU, UN, NATO, INT oder -."),
            "institution": st.column_config.SelectboxColumn(names["institution"], options=["", *INSTITUTIONS]),
            "category": st.column_config.TextColumn(names["category"], help="Eigener oder vorhandener Quellentyp."),
        },
    )  # fmt: skip
    if st.button("Liste übernehmen", icon=":material/save:", type="primary"):
        _keep(cleaned(changed.fillna("").to_dict("records")), known)
    if message := st.session_state.pop("quellenliste-meldung", None):
        st.success(message, icon=":material/check_circle:")
    st.caption(f"Gespeichert als {own_list_path().name} im Datenordner des Benutzers; auch von Hand zu bearbeiten.")


def _keep(rows: tuple[OwnSource, ...], known: Callable[[Sequence[str]], set[str]]) -> None:
    try:
        write_own_list(rows)
    except ValueError as error:
        st.error(str(error), icon=":material/error:")
        return
    found = known([name for row in rows for name in (row.name, row.entity) if name])
    unseen = [row.name for row in rows if row.name and row.name not in found and row.entity not in found]
    note = f" Zurzeit nicht im Korpus: {', '.join(unseen)}." if unseen else ""
    st.session_state["quellenliste-meldung"] = f"{len(rows)} Zeilen übernommen.{note}"
    st.rerun()

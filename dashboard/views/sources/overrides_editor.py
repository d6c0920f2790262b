"""The editor of the user's own list of sources."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict

import pandas as pd
import streamlit as st

from analysis.source_overrides import COLUMNS, OwnSource, cleaned, own_list_path, read_own_list, write_own_list
from analysis.taxonomy import INSTITUTIONS
from dashboard.i18n import labels
from dashboard.i18n.language import say


def edit(names: Mapping[str, str], known: Callable[[Sequence[str]], set[str]]) -> None:
    """Show the list as a table to change, and keep it when the user says so.

    ``known`` tells which of some names the corpus has.
    """
    st.caption(say("own_list.told"))
    rows = read_own_list()
    frame = pd.DataFrame([asdict(row) for row in rows], columns=list(COLUMNS)).astype("str")
    changed = st.data_editor(
        frame, num_rows="dynamic", hide_index=True, width="stretch", key="quellenliste",
        column_config={
            "name": st.column_config.TextColumn(names["name"], help=say("own_list.name")),
            "entity": st.column_config.TextColumn(names["entity"], help=say("own_list.entity")),
            "country": st.column_config.TextColumn(names["country"], help=say("own_list.country")),
            "institution": st.column_config.SelectboxColumn(
                names["institution"], options=["", *INSTITUTIONS], format_func=_institution
            ),
            "category": st.column_config.TextColumn(names["category"], help=say("own_list.category")),
        },
    )  # fmt: skip
    if st.button(say("own_list.save"), icon=":material/save:", type="primary"):
        _keep(
            cleaned({str(name): cell for name, cell in row.items()} for row in changed.fillna("").to_dict("records")),
            known,
        )
    if message := st.session_state.pop("quellenliste-meldung", None):
        st.success(message, icon=":material/check_circle:")
    st.caption(say("own_list.where", file=own_list_path().name))


def _keep(rows: tuple[OwnSource, ...], known: Callable[[Sequence[str]], set[str]]) -> None:
    try:
        write_own_list(rows)
    except ValueError as error:
        st.error(str(error), icon=":material/error:")
        return
    found = known([name for row in rows for name in (row.name, row.entity) if name])
    unseen = [row.name for row in rows if row.name and row.name not in found and row.entity not in found]
    told = [say("own_list.saved", n=len(rows))] + [say("own_list.unseen", names=", ".join(unseen))] * bool(unseen)
    st.session_state["quellenliste-meldung"] = " ".join(told)
    st.rerun()


def _institution(name: object) -> str:
    return labels.say("institution", str(name or ""))

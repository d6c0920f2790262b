"""The sentences behind a mark: what a click on a chart opens."""

from collections.abc import Mapping
from html import escape

import altair as alt
import pandas as pd
import streamlit as st

from analysis.export import to_csv_bytes
from dashboard import labels
from dashboard.charts import PICK

_SHOWN = 100


def show(chart: alt.TopLevelMixin, key: str, alt_text: str, rows: pd.DataFrame, table: str) -> None:
    """Draw a chart; a click on a mark opens the rows of ``rows`` that have the mark's values.

    ``table`` is the contract's name of the table that ``rows`` come from.
    """
    turn = st.session_state.setdefault(f"{key}-turn", 0)
    state = st.altair_chart(
        chart, width="stretch", key=f"{key}-{turn}", on_select="rerun", selection_mode=PICK, alt=alt_text
    )
    picked = state["selection"].get(PICK) if state else None
    if picked:
        _open(key, picked[0], rows, table)


def _open(key: str, values: Mapping[str, object], rows: pd.DataFrame, table: str) -> None:
    behind = rows[matching(rows, values)]
    title = labels.plain(" · ".join(labels.say(name, str(value)) for name, value in values.items() if name in rows))

    # Drawn anew under a new key, the chart forgets the mark, and a second click on it opens the dialog again.
    @st.dialog(f"{title}: {labels.number(len(behind))} Belege", width="large", on_dismiss=lambda: _forget(key))
    def dialog() -> None:
        st.download_button(
            f"Diese {labels.number(len(behind))} Zeilen als CSV",
            to_csv_bytes(behind),
            file_name=f"quellenlage-{table}.csv",
            mime="text/csv",
            icon=":material/download:",
            key=f"{key}-csv",
            on_click="ignore",
        )
        if len(behind) > _SHOWN:
            st.caption(f"Die ersten {_SHOWN} von {labels.number(len(behind))}; alle stehen in der CSV-Datei.")
        st.html(sentences_html(behind.head(_SHOWN), table))

    dialog()


def _forget(key: str) -> None:
    st.session_state[f"{key}-turn"] += 1


def matching(rows: pd.DataFrame, values: Mapping[str, object]) -> "pd.Series[bool]":
    """Which rows have these values; the empty string stands for a missing one."""
    mask = pd.Series(True, index=rows.index)
    for name, value in values.items():
        if name == "hedged":
            mask &= (rows["hedges"] > 0) == value
        elif name in rows:
            mask &= rows[name].fillna("") == value if rows[name].dtype == "str" else rows[name] == value
    return mask


def sentences_html(rows: pd.DataFrame, table: str) -> str:
    """The sentences as a list, each with who, where and which rule; all of it escaped."""
    style = (
        "<style>.ql-list li{margin:0 0 1em 0;line-height:1.5}.ql-list small{opacity:.75;display:block}"
        ".ql-list mark{background:rgba(255,196,0,.35);color:inherit;padding:0 .1em}</style>"
    )
    items = "".join(f"<li>{_item(row, table)}</li>" for row in rows.to_dict("records"))
    return f'{style}<ol class="ql-list">{items}</ol>'


def _item(row: Mapping[str, object], table: str) -> str:
    what = {
        "statements": ("entity", "type", "stance"),
        "hedges": ("class", "holder"),
        "sentences": ("voice",),
    }[table]
    facts = [labels.say(name, str(row[name])) for name in what]
    if table == "sentences":
        facts.append(f"Ton {labels.number(float(str(row['tone'])), 2)}")
    else:
        facts.append(f"Regel {row['rule']}")
    place = [
        labels.day(value) if name == "published" else value
        for name in ("outlet", "published", "title")
        if isinstance(value := row[name], str)
    ]
    marked = str(row["cue"]) if table == "hedges" else str(row["quote"]) if table == "statements" else ""
    return f"{highlight(str(row['sentence']), marked)}<small>{escape(' · '.join([*facts, *place]))}</small>"


def highlight(sentence: str, marked: str) -> str:
    """The sentence, escaped, with the marked words set off where they stand in one piece."""
    at = sentence.find(marked) if marked else -1
    if at < 0:
        return escape(sentence)
    end = at + len(marked)
    return f"{escape(sentence[:at])}<mark>{escape(marked)}</mark>{escape(sentence[end:])}"

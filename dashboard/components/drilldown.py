"""Drill-down from a chart: the sentences that a click on a mark opens, and the figures as a table."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis.export.writers import csv_file
from analysis.model import LABELS
from analysis.storage.conditions import Condition, Where
from analysis.storage.rows import chunks
from analysis.storage.virtual_tables import base_of
from dashboard.charts.basic import PICK
from dashboard.charts.render import Spec, png, svg
from dashboard.components import about, downloads, layout
from dashboard.corpus import Corpus
from dashboard.i18n import labels, language
from dashboard.i18n.column_formats import localized
from dashboard.i18n.language import say
from dashboard.review import evidence
from dashboard.review.evidence import SHOWN, Rows

_UNSAID = ("place", "small")
"""Columns that only order a chart or fade its marks; why they are faded says ``few``."""


def matching(values: Mapping[str, object]) -> list[Where]:
    """Conditions for rows with these values, column by column; the empty string stands for a missing one."""
    return [Where(name, (value,)) for name, value in values.items()]


def matching_without(*series: str) -> Callable[[Mapping[str, object]], list[Where]]:
    """``matching`` without the columns ``series``, whose values all count the same rows."""
    return lambda values: matching({name: value for name, value in values.items() if name not in series})


def show(
    chart: Spec,
    key: str,
    alt_text: str,
    corpus: Corpus,
    table: str,
    only: Sequence[Condition] = (),
    where: Callable[[Mapping[str, object]], Sequence[Condition]] = matching,
) -> None:
    """Show a chart; a click on a mark opens the rows of ``table`` behind it, a page at a time.

    ``only`` narrows the rows that the chart counts, ``where`` tells which of them have the values of a mark.
    """
    show_of(chart, key, alt_text, lambda picked: {"": Rows(corpus, table, [*only, *where(picked)])})


def show_of(
    chart: Spec,
    key: str,
    alt_text: str,
    rows_of: Callable[[Mapping[str, object]], Mapping[str, Rows]],
    sides: Mapping[str, Corpus] | None = None,
) -> None:
    """Show a chart whose marks stand for rows of several selections, opened in a tab each.

    ``sides`` are the selections that it sets against each other, by their names; else it is of the one chosen.

    Marks are for the pointer; below the chart's figures a list offers the same to the keyboard.
    """
    if nothing(chart.frame):
        st.caption(say("chart.nothing"))
        return
    turn = st.session_state.setdefault(f"{key}-turn", 0)
    state = st.vega_lite_chart(
        spec=chart, width="stretch", key=f"{key}-{turn}", on_select="rerun",
        selection_mode=PICK, alt=alt_text,
    )  # fmt: skip
    picked = state["selection"].get(PICK) if state else None
    _data(chart, key, alt_text, sides, turn, choice=True)
    if mark := picked[0] if picked else st.session_state.pop(f"{key}-chosen", None):
        _open(key, mark, rows_of(mark))


def nothing(frame: pd.DataFrame) -> bool:
    """Whether a chart would draw nothing: there is no row, or none with a case."""
    counted = frame.filter(["n", "rows", "left_n", "right_n"])
    return frame.empty or (not counted.empty and not counted.to_numpy().any())


def show_static(chart: Spec, key: str, alt_text: str) -> None:
    """Show a chart that has no sentences behind it."""
    if nothing(chart.frame):
        st.caption(say("chart.nothing"))
        return
    st.vega_lite_chart(spec=chart, width="stretch", key=key, alt=alt_text)
    _data(chart, key, alt_text)


def _data(
    chart: Spec,
    key: str,
    alt_text: str,
    sides: Mapping[str, Corpus] | None = None,
    turn: int = 0,
    *,
    choice: bool = False,
) -> None:
    """The figures of a chart as a table and as CSV, the chart as a picture; made when somebody asks for them.

    With ``choice`` a list of its marks stands below the table.
    """
    popover = st.popover(say("chart.data"), type="tertiary", icon=":material/table_rows:", key=f"{key}-data-{turn}",
                          on_change="rerun")  # fmt: skip
    if popover.open:
        on_white, title, corpus = chart.on_white(), alt_text.partition(":")[0], layout.chosen()
        below = about.below(sides or {"": corpus})
        pictures = (("svg", lambda: svg(on_white, alt_text, below), "image/svg+xml", "draw"),
                    ("png", lambda: png(on_white, alt_text, below), "image/png", "image"))  # fmt: skip
        with popover:
            shown = in_words(chart.frame)
            st.dataframe(shown, hide_index=True, width="content", column_config=localized(shown))
            if choice:
                _choice(chart, key, turn)
            with st.container(horizontal=True):
                downloads.csv(say("chart.csv", n=labels.number(len(chart.frame))),
                              lambda form: csv_file([chart.frame], form), title, f"{key}-chart-csv")  # fmt: skip
                downloads.workbook("XLSX", lambda: {title: [chart.frame]}, title, corpus, f"{key}-xlsx")
                for kind, make, mime, icon in pictures:
                    downloads.button(kind.upper(), make, downloads.file_name(title, kind), mime, icon, f"{key}-{kind}")


def _choice(chart: Spec, key: str, turn: int) -> None:
    """A list of the marks; the one chosen is opened in place of the table."""
    choices = marks(chart)
    told = [" · ".join(labels.say(name, value) for name, value in mark.items() if isinstance(value, str))
            for mark in choices]  # fmt: skip

    def chosen() -> None:
        place = st.session_state[f"{key}-mark-{turn}"]
        st.session_state[f"{key}-chosen"] = choices[place]
        _forget(key)

    st.selectbox(say("chart.open"), range(len(choices)), index=None, key=f"{key}-mark-{turn}", on_change=chosen,
                 format_func=told.__getitem__, placeholder=say("chart.choose"))  # fmt: skip


def marks(chart: Spec) -> list[dict[str, Any]]:
    """The marks that stand for any rows, each as the values that a click on it picks."""
    fields = next(one["select"]["fields"] for one in chart["params"] if one["name"] == PICK)
    frame = chart.frame
    for number in ("n", "rows"):
        frame = frame[frame[number] > 0] if number in frame else frame
    # Of several columns a mark may have one.
    return [{str(name): value for name, value in mark.items() if value == value}
            for mark in frame[fields].drop_duplicates().to_dict("records")]  # fmt: skip


def in_words(frame: pd.DataFrame) -> pd.DataFrame:
    """The figures of a chart with readable headers and values."""
    shown = frame.drop(columns=[name for name in _UNSAID if name in frame])
    if "share" in shown:
        for name in {"share", "low", "high"} & {*shown}:
            shown[name] = ["" if value != value else labels.percent(value, 1) for value in shown[name]]
    for name in {*LABELS} & {*shown}:
        shown[name] = shown[name].map(labels.percent)
    for column in shown.select_dtypes("bool"):
        shown[column] = shown[column].map({True: say("certain.yes"), False: say("certain.no")})
    for column in shown.select_dtypes("str"):
        shown[column] = ["" if value != value else labels.say(str(column), str(value)) for value in shown[column]]
    for column in shown.select_dtypes("float"):
        shown[column] = ["" if value != value else labels.number(value, 3) for value in shown[column]]
    return shown.rename(columns=lambda name: labels.CHART_COLUMN.get(name) or language.column(name))


def _open(key: str, values: Mapping[str, object], rows_of: Mapping[str, Rows]) -> None:
    numbers = {name: rows.corpus.number(rows.table, rows.only) for name, rows in rows_of.items()}
    told = [labels.say(name, value) for name, value in values.items() if isinstance(value, str)]
    title = say("evidence.title", title=labels.plain(" · ".join(told)), n=labels.number(sum(numbers.values())))

    places = {f"{key}-{place}" if len(rows_of) > 1 else key: name for place, name in enumerate(rows_of)}
    for place in places:
        evidence.begin(place)

    # Drawn anew under a new key, the chart forgets the mark, and a second click on it opens the dialog again.
    @st.dialog(title, width="large", on_dismiss=lambda: _forget(key))
    def dialog() -> None:
        told = [f"{labels.plain(name)} ({labels.number(n)})" for name, n in numbers.items()]
        tabs = st.tabs(told) if len(told) > 1 else [st.container()]
        for tab, (place, name) in zip(tabs, places.items(), strict=True):
            with tab:
                _rows_page(place, rows_of[name], numbers[name], (key, values))

    dialog()


def _rows_page(key: str, rows: Rows, number: int, mark: evidence.Mark) -> None:
    corpus, table, only = rows
    downloads.csv(
        say("evidence.csv", n=labels.number(number)),
        lambda form: csv_file(chunks(corpus.source, table, corpus.selection, only=only), form),
        labels.TABLE[base_of(table)],
        f"{key}-csv",
    )
    pages = -(-number // SHOWN)
    page = 1
    if pages > 1:
        label = say("evidence.page", pages=labels.number(pages), size=SHOWN)
        page = int(st.number_input(label, 1, pages, key=f"{key}-page"))
    evidence.show(key, rows, page, mark)


def _forget(key: str) -> None:
    st.session_state[f"{key}-turn"] += 1

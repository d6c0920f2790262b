"""Pieces of the tone page: the scales side by side, whom it is about, and the sentences on which the scales differ."""

from html import escape

import altair as alt
import pandas as pd

from analysis import measures
from analysis.measures.tone import Scale
from analysis.storage.counting import REST
from analysis.storage.query_tables import AUTHOR, LABELS
from dashboard import labels
from dashboard.chart_theme import FONT, GREY, INK, across, down, head, room
from dashboard.charts import PICK, finished
from dashboard.language import say

SCALES: tuple[Scale, ...] = ("tone", "tone_events", "textblob")
SUMS = measures.balance_sums(*SCALES)
PAIR_SUMS = measures.balance_sums("tone")
TOP = {"target": 12, "speaker": 11}
"""How many are shown of those named, and of those who speak."""
_ROW = 36
_WIDE, _NARROW = 50, 30
"""Pixels of a column from which a balance with its n fits, and from which it fits alone."""
BALANCE = {False: ("#D96A12", "#EEF1F4", "#4C93CF"), True: ("#A04700", "#27303A", "#1C659F")}
"""Negative, neutral and positive cells, on a light and on a dark page; what stands in them can be read on each."""
_STYLE = """
<style>
.ql-tones.ql-tones { list-style: none; margin: 0; padding: 0; max-width: 60rem; }
.ql-tones li { margin: 0 0 .9em 0; padding-left: .8em; border-left: 3px solid #808890; line-height: 1.5;
  overflow-wrap: anywhere; }
.ql-tones small { display: block; opacity: .8; }
</style>
"""


def balances(counts: pd.DataFrame, by: str) -> pd.DataFrame:
    """The balance of each group on every scale: by, scale, n, balance, low, high, small; large groups first.

    ``counts`` are by ``by`` with the sums ``SUMS``; sentences without a group are left out.
    """
    counts = counts[counts[by] != ""]
    parts = [measures.tone_balance(counts, [by], scale=scale).assign(scale=scale) for scale in SCALES]
    found = pd.concat(parts, ignore_index=True)
    return found.sort_values(["n", by], ascending=[False, True], kind="stable", ignore_index=True)


def shares(counts: pd.DataFrame, by: str, scale: Scale) -> pd.DataFrame:
    """The shares of negative, neutral and positive, in this order, in each group; large groups first.

    ``counts`` are by ``by`` and the scale's label.
    """
    found = measures.tone_shares(counts[counts[by] != ""], by, scale=scale)
    places = {name: place for place, name in enumerate(LABELS)}
    found = found.assign(place=found[f"{scale}_label"].map(places))
    return found.sort_values(["base", by, "place"], ascending=[False, True, True], ignore_index=True)


def pairs(counts: pd.DataFrame) -> pd.DataFrame:
    """Balance by speaker and target, from counts by both; what is named or speaks most often comes first.

    Those that counts sum up as the rest are left out.
    """
    kept = counts[(counts["target"] != REST) & (counts["speaker"] != REST)]
    found = measures.tone_balance(kept, ["speaker", "target"])
    targets, speakers = (_by_number(kept, name) for name in ("target", "speaker"))
    order = {name: place for place, name in enumerate([*targets, AUTHOR, *speakers])}
    return found.sort_values(["target", "speaker"], key=lambda c: c.map(order), ignore_index=True)


def _by_number(counts: pd.DataFrame, name: str) -> list[str]:
    found = counts.groupby(name)["rows"].sum().sort_values(ascending=False, kind="stable").index
    return [value for value in found if value != AUTHOR]


def pair_matrix(frame: pd.DataFrame, *, dark: bool = False) -> alt.LayerChart:
    """Who speaks (columns) how about whom (rows): balance and n in each cell, orange negative, blue positive.

    In narrower columns stands the balance alone, in the narrowest nothing; the tooltip and the table have them.
    """
    rows = frame.assign(
        who=[labels.say("speaker", value) for value in frame["speaker"]],
        note=[labels.number(value, 2) for value in frame["balance"]],
        size=[labels.cases(n) for n in frame["n"]],
        range=[_range(low, high) for low, high in zip(frame["low"], frame["high"], strict=True)],
    )
    targets, who = (list(dict.fromkeys(rows[name])) for name in ("target", "who"))
    place = {
        "y": alt.Y("target:N", sort=targets, title=None, axis=down(targets, limit=170)),
        "x": alt.X("who:N", sort=who, title=None, axis=across(who, limit=170)),
    }
    tooltip = [alt.Tooltip(f"{name}:N", title=title) for name, title in
               (("who", say("toned.speaker")), ("target", say("toned.about")), ("note", say("toned.name")),
                ("range", say("chart.interval")), ("size", say("chart.sentences")))]  # fmt: skip
    base = alt.Chart(rows).encode(**place, tooltip=tooltip)
    colour = alt.Color("balance:Q", legend=None, scale=alt.Scale(
        domain=[-0.6, 0, 0.6], range=list(BALANCE[dark]), interpolate="rgb", clamp=True))  # fmt: skip
    faint = alt.condition(alt.datum.small, alt.value(0.4), alt.value(1.0))
    cells = base.mark_rect(cursor="pointer", stroke=GREY, strokeWidth=0.4).encode(color=colour, opacity=faint)
    ink = alt.ColorValue(INK[dark])
    texts = [
        base.mark_text(fontSize=FONT, dy=-6).encode(text="note:N", color=ink, opacity=room(_WIDE)),
        base.mark_text(fontSize=10, dy=8).encode(text="size:N", color=ink, opacity=room(_WIDE)),
        base.mark_text(fontSize=11).encode(text="note:N", color=ink, opacity=room(_NARROW, _WIDE)),
    ]
    pick = alt.selection_point(name=PICK, fields=["speaker", "target"], toggle=False)
    return finished(alt.layer(cells.add_params(pick), *texts), _ROW * max(len(targets), 1) + head(who, limit=170))


def differing_html(rows: pd.DataFrame) -> str:
    """Sentences with both values under each; everything from articles is escaped."""
    items = []
    for row in rows.to_dict("records"):
        values = [f"{labels.SCALE[scale]} {labels.number(float(row[scale]), 2)}" for scale in SCALES]
        place = [str(row[name]) for name in ("outlet", "title") if isinstance(row[name], str)]
        facts = escape(" · ".join([*values, labels.say("voice", str(row["voice"])), *place]))
        items.append(f"<li>{escape(str(row['sentence']))}<small>{facts}</small></li>")
    return f'{_STYLE}<ol class="ql-tones">{"".join(items)}</ol>'


def _range(low: float, high: float) -> str:
    if pd.isna(low) or pd.isna(high):
        return "–"
    return say("chart.to", low=labels.number(low, 2), high=labels.number(high, 2))

"""Pieces of the tone page: the scales side by side, whom it is about, and the sentences on which the scales differ."""

import pandas as pd

from analysis import measures
from analysis.measures.tone import Scale
from analysis.model import LABELS, REST
from dashboard.components import finding
from dashboard.i18n import labels
from dashboard.i18n.language import say
from dashboard.templates import fill

SCALES: tuple[Scale, ...] = ("tone", "tone_events", "textblob")
SUMS = measures.balance_sums(*SCALES)
PAIR_SUMS = measures.balance_sums("tone")
TOP = {"target": 12, "speaker": 11}
"""How many are shown of those named, and of those who speak."""


PAIRS, RARE = 15, 3
"""Pairs that are shown at most, and sentences of one that is."""


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
    """Balance by speaker and target, from counts by both: the ``PAIRS`` with most sentences, the largest first.

    Those that counts sum up as the rest are left out, and so are pairs of fewer than ``RARE`` sentences, if any has
    more.
    """
    named = counts[(counts["target"] != REST) & (counts["speaker"] != REST)]
    found = measures.tone_balance(named, ["speaker", "target"])
    frequent = found[found["n"] >= min(RARE, max(found["n"], default=0))]
    return frequent.head(PAIRS).reset_index(drop=True)


def pair(pairs: pd.DataFrame) -> str:
    """Who speaks most often about whom, with the balance, as a sentence; ``pairs`` are those of ``pairs``."""
    row = pairs.sort_values("n", ascending=False, kind="stable").to_dict("records")[0]
    speaker, target = (finding.name(name, row[name]) for name in ("speaker", "target"))
    n, balance = labels.number(row["n"]), labels.number(row["balance"], 2)
    told = say("finding.pair", speaker=speaker, target=target, n=n, balance=balance)
    return f"{told} {say('finding.few_pair')}" if row["small"] else told


def differing_html(rows: pd.DataFrame) -> str:
    """Sentences with both values under each; everything from articles is escaped."""
    items = []
    for row in rows.to_dict("records"):
        values = [f"{labels.SCALE[scale]} {labels.number(float(row[scale]), 2)}" for scale in SCALES]
        place = [str(row[name]) for name in ("outlet", "title") if isinstance(row[name], str)]
        facts = " · ".join([*values, labels.say("voice", str(row["voice"])), *place])
        items.append({"sentence": row["sentence"], "facts": facts})
    return fill("views/tone/differing.html", items=items)

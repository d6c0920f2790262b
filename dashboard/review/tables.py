"""Results of the review as readable tables: precision, corrected shares, agreement."""

import pandas as pd
import streamlit as st

from analysis.measures.agreement import agreement, corrected_shares, precision
from dashboard.i18n import labels
from dashboard.i18n.language import column, say


def precision_table(sample: pd.DataFrame, by: str) -> pd.DataFrame:
    """Precision of every value and of all together: number judged, share correct, share that is no false positive."""
    frame = pd.concat([precision(sample, by, whole=True), precision(sample, by)], ignore_index=True)
    return pd.DataFrame(
        {
            column(by): [labels.say(by, value) if value else say("review.together") for value in frame[by]],
            say("review.judged"): frame["base"],
            say("review.correct"): [labels.percent(share) for share in frame["share"]],
            say("review.interval"): _intervals(frame),
            say("review.there"): [labels.percent(share) for share in frame["kept"]],
            "": _small(frame),
        }
    )


def corrected_table(sample: pd.DataFrame, totals: "pd.Series[int]", by: str) -> pd.DataFrame:
    """The shares as found, and corrected for the errors in the sample."""
    frame = corrected_shares(sample, totals, by)
    return pd.DataFrame(
        {
            column(by): [labels.say(by, value) for value in frame[by]],
            say("review.found_n"): frame["n"],
            say("review.found"): [labels.percent(share) for share in frame["found"]],
            say("review.corrected"): [labels.percent(share) for share in frame["share"]],
            say("review.interval"): _intervals(frame),
            say("review.sampled"): frame["sampled"],
        }
    )


def agreement_table(judged: pd.DataFrame, variables: tuple[str, ...]) -> pd.DataFrame:
    """Krippendorff's α of every variable, against the analysis and among people."""
    frame = agreement(judged, variables)
    return pd.DataFrame(
        {
            say("review.variable"): [column(name) for name in frame["variable"]],
            say("review.between"): [say(f"review.raters_{raters}") for raters in frame["raters"]],
            say("review.places"): frame["n"],
            say("review.same"): [labels.percent(share) for share in frame["share"]],
            "α": [_alpha(value) for value in frame["alpha"]],
            say("review.interval"): [
                say("review.to", low=_alpha(low), high=_alpha(high)) if low == low else ""
                for low, high in zip(frame["low"], frame["high"], strict=True)
            ],
            "": _small(frame),
        }
    )


def show(frame: pd.DataFrame) -> None:
    """Draw one of these tables, or a note that it is still empty."""
    if frame.empty:
        st.caption(say("review.none_yet"))
        return
    st.dataframe(frame, hide_index=True, width="stretch", height="content")


def _alpha(value: float) -> str:
    return "–" if value != value else labels.number(value, 2)


def _intervals(frame: pd.DataFrame) -> list[str]:
    return [labels.span(low, high) for low, high in zip(frame["low"], frame["high"], strict=True)]


def _small(frame: pd.DataFrame) -> list[str]:
    return [say("review.few") if small else "" for small in frame["small"]]

"""Pieces that several pages show: headings with the size of the corpus, key figures, notes and empty states."""

from collections import Counter
from typing import Any

import pandas as pd
import streamlit as st

from analysis import measures
from analysis.measures import LEAST_ARTICLES, SMALL_N
from analysis.model import Span
from analysis.storage.rows import Size
from analysis.tables.selection import Selection
from dashboard.components import own_words
from dashboard.corpus import Corpus, measured
from dashboard.i18n import labels
from dashboard.i18n.column_formats import localized, with_days
from dashboard.i18n.glossary import tip
from dashboard.i18n.language import columns_of, say
from dashboard.pages import script

LISTED = 200
"""Values or articles that a list offers; others are searched for."""


def chosen() -> Corpus:
    """The store and the selection that the sidebar set."""
    return Corpus(st.session_state["store"], st.session_state["selection"])


def heading(title: str, size: Size, measure: str | None = None) -> None:
    """The page's question with the ``measure`` that answers it explained, and below it what the figures are about."""
    st.title(title, help=tip(measure) if measure else None)
    parts = [
        say("shared.articles", n=labels.number(size.articles)),
        say("shared.outlets", n=labels.number(size.outlets)),
        say("shared.statements", n=labels.number(size.statements)),
        say("shared.words", n=labels.number(size.words)),
    ]
    if size.first:
        parts.append(say("shared.period", first=labels.day(size.first), last=labels.day(size.last)))
    st.caption(" · ".join(parts))
    own_words.note(chosen().store)


def show_empty_state(size: Size) -> bool:
    """Show a hint where the selection is empty; return True if it is."""
    if not size.articles:
        st.info(say("shared.empty"), icon=":material/inbox:")
        st.page_link(script("data"), label=say("start.load"), icon=":material/upload_file:")
    elif not size.statements:
        st.info(say("shared.unmatched"), icon=":material/filter_alt:")
    return not size.articles or not size.statements


def key_figures(corpus: Corpus) -> None:
    """The key figures of a selection, each with its interval and what it means."""
    flagged = corpus.counts("statements", sums=("anonymous", "direct", "withheld"))
    anonymous, direct, withheld = (
        measured(measures.proportion, flagged, flag).iloc[0] for flag in ("anonymous", "direct", "withheld")
    )
    rate = measured(measures.hedge_rate, *corpus.hedging()).iloc[0]
    size = corpus.size()
    with st.container(horizontal=True):
        _figure(
            say("shared.sources"),
            labels.number(size.sources),
            say("shared.sources_below", n=labels.number(size.anonymous)),
            "sources",
        )
        _figure(say("shared.anonymous"), _share(anonymous), _interval(anonymous), "anonymous")
        _figure(say("shared.direct"), _share(direct), _interval(direct), "direct")
        _figure(say("shared.hedges"), labels.number(rate["rate"], 1), _rates(rate), "hedge_rate")
        _figure(say("shared.withheld"), labels.number(withheld["n"]), say("shared.withheld_below"), "withheld")
    words = say("shared.words_said" if corpus.selection.by_statement else "shared.words", n=labels.number(rate["base"]))
    st.caption(
        say("shared.base", statements=say("shared.of_statements", n=labels.number(size.statements)), words=words)
    )


def hedge_axis(corpus: Corpus) -> str:
    """What hedges are counted per 100 words of: of whole articles, or of statements where these are selected."""
    return say("overview.hedges_said" if corpus.selection.by_statement else "overview.hedges")


def _figure(name: str, value: str, below: str, measure: str) -> None:
    st.metric(name, value, below, delta_color="off", delta_arrow="off", help=tip(measure), border=True)


def _share(row: "pd.Series[float]") -> str:
    return labels.share(row["share"], labels.digits(row["low"], row["high"]))


def _rates(row: "pd.Series[float]") -> str:
    if pd.isna(row["low"]):
        return say("shared.hedges_below")
    digits = labels.rate_digits(row["low"], row["high"])
    low, high = (labels.number(row[name], digits) for name in ("low", "high"))
    return say("shared.hedges_interval", low=low, high=high)


def _interval(row: "pd.Series[float]") -> str:
    if pd.isna(row["low"]):
        return labels.cases(row["n"])
    digits = labels.digits(row["low"], row["high"])
    return say("shared.interval", low=labels.percent(row["low"], digits), high=labels.percent(row["high"], digits))


def note(frame: pd.DataFrame) -> None:
    """What lines and pale bars mean, where the chart has them."""
    st.caption(" ".join([say("shared.note"), few_note(frame)]))


def few_note(frame: pd.DataFrame, counted: str = "statements", least: int = SMALL_N) -> str:
    """Why rows of a chart are pale, where some are; ``counted`` says what a row needs ``least`` of."""
    found = set(frame["few"])
    reasons = [say(f"few.fewer_{counted}", n=labels.number(least))] * ("cases" in found)
    reasons += [say("few.fewer_articles", n=LEAST_ARTICLES)] * ("articles" in found)
    return say("few.told", reasons="; ".join(reasons)) if reasons else ""


def tones(sentences: pd.DataFrame) -> pd.DataFrame:
    """Mean tone by voice on both scales, ours and textblob-de's: voice, scale, mean, low, high, n, small."""
    both = [
        measured(measures.mean_tone, sentences, ["voice"], scale="tone").assign(scale="tone"),
        measured(measures.mean_tone, sentences, ["voice"], scale="textblob").assign(scale="textblob"),
    ]
    return pd.concat(both, ignore_index=True)


def alt_text(title: str, frame: pd.DataFrame, by: str, value: str = "share", then: str | None = None) -> str:
    """A chart in words for screen readers: every row with its value; of two columns ``then`` is the second."""
    rows, digits = [], labels.share_digits(frame) if value == "share" else 0
    for row in frame.to_dict("records"):
        shown = labels.share(row[value], digits) if value == "share" else labels.number(row[value], 2)
        cases = labels.cases(row["n"]) if "n" in row else labels.against(row["left_n"], row["right_n"])
        names = [labels.say(name, str(row[name])) for name in (by, then) if name]
        rows.append(f"{', '.join(names)} {shown} ({cases})")
    return f"{title}: " + "; ".join(rows)


def table(frame: pd.DataFrame, of: str, columns: list[str], *, as_filed: bool = False, **options: object) -> Any:
    """A frame as a table with headers and values in words; ``of`` is the contract's name of the table.

    Days are told as the reader writes them, or with ``as_filed`` as they stand in the files.
    """
    shown = frame[columns].copy() if as_filed else with_days(frame[columns])
    for name in columns:
        if shown[name].dtype == "str":
            shown[name] = [labels.say(name, str(v)) if isinstance(v, str) else "" for v in shown[name]]
    shown = shown.rename(columns=columns_of(of))
    return st.dataframe(  # type: ignore[call-overload]  # what it returns depends on the options
        shown, hide_index=True, width="stretch", column_config=localized(shown), **options
    )


def article_names(listed: pd.DataFrame) -> dict[str, str]:
    """Every listed article in one line, by its key, which is the index; of the same line the key tells them apart."""
    names = {str(key): labels.article(row) for key, row in listed.iterrows()}
    often = Counter(names.values())
    return {key: f"{name} · {key[:6]}" if often[name] > 1 else name for key, name in names.items()}


def choose_window(windows: list[Span], key: str) -> Span:
    """Let the user page through a text too long for one view; ``key`` is the article's."""
    if len(windows) == 1:
        return windows[0]
    told = say("shared.section_told")
    label = say("shared.section", n=len(windows))
    number = st.number_input(label, 1, len(windows), key=f"abschnitt-{key}", help=told)
    st.caption(told)
    return windows[number - 1]


def open_window(windows: list[Span], key: str, at: int) -> None:
    """Turn to the stretch in which a character stands, before ``choose_window``."""
    if len(windows) > 1:
        st.session_state[f"abschnitt-{key}"] = next(n for n, (_, end) in enumerate(windows, 1) if at < end)


def rows_in(frame: pd.DataFrame, window: Span) -> pd.DataFrame:
    """The rows that lie in a stretch of the text, at least in part."""
    return frame[(frame["start"] < window[1]) & (frame["end"] > window[0])]


def article_facts(row: "pd.Series[str]") -> str:
    """What is known about an article, and its size, as plain text."""
    size = [say(f"shared.{name}", n=labels.number(int(row[name]))) for name in ("words", "sentences")]
    own, base = (labels.number(float(row[name]), 2) for name in ("tone", "textblob"))
    known = [labels.plain(row[name]) for name in ("id", "outlet", "author") if isinstance(row[name], str)]
    known += [row["url"].replace("[", "\\[")] if isinstance(row["url"], str) else []
    return " · ".join([*known, ", ".join(size), say("shared.tone", own=own, base=base)])


def article_options(corpus: Corpus, key: str) -> pd.DataFrame:
    """Articles to choose from, the earliest first; of many those that the user searches for.

    ``key`` is that of the widget in which they are chosen: what is chosen there, or in the address, stays listed.
    """
    search, size = "", corpus.size().articles
    if size > LISTED:
        search = st.text_input(say("shared.search"), key=f"{key}-suche", placeholder=say("shared.search_hint"),
                               help=say("shared.search_told", n=labels.number(size), listed=LISTED))  # fmt: skip
    chosen = st.session_state.get(key) or []
    keys = {*st.query_params.get_all(key), *([chosen] if isinstance(chosen, str) else chosen)}
    return listed_with(corpus, search, keys)


def listed_with(corpus: Corpus, search: str, keys: set[str]) -> pd.DataFrame:
    """The articles found, and those with these keys, whatever is selected."""
    found = corpus.articles(search, LISTED)
    if missing := keys - set(found["article"]):
        further = Corpus(corpus.store, Selection(articles=tuple(sorted(missing)))).articles()
        found = pd.concat([found, further], ignore_index=True)
    return found

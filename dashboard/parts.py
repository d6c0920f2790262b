"""Pieces that several pages show: headings with the size of the corpus, key figures, notes and empty states."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis import measures
from analysis.corrections.table import corrections_table
from analysis.measures import SMALL_N
from analysis.model import Article, Span
from analysis.reading.files import Unreadable
from analysis.running.batch import Report
from analysis.storage.rows import Size, distinct
from analysis.tables.columns import RESULTS
from analysis.tables.selection import Selection
from analysis.tables.summaries import SOURCE, SUMMARIES, by_article, by_source
from dashboard import labels
from dashboard.columns import localized, with_days
from dashboard.corpus import Corpus, kept
from dashboard.glossary import tip
from dashboard.language import columns_of, say

PREVIEW = 1000
"""Rows of a table that the export page shows."""
SHEETS = 100_000
"""Rows up to which Excel files are offered; they take long to write and to open."""
LISTED = 200
"""Values or articles that a list offers; others are searched for."""
CHARACTERS_PER_MINUTE = 2_000_000
"""What one core of a laptop analyses; for the estimate of a long wait."""


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


def nothing(size: Size) -> bool:
    """Say so where there is nothing to show, and what to do; True if so."""
    if not size.articles:
        st.info(say("shared.empty"), icon=":material/inbox:")
        st.page_link("pages/data.py", label=say("start.load"), icon=":material/upload_file:")
    elif not size.statements:
        st.info(say("shared.unmatched"), icon=":material/filter_alt:")
    return not size.articles or not size.statements


def figures(corpus: Corpus) -> None:
    """The key figures of a selection, each with its interval and what it means."""
    flagged = corpus.counts("statements", sums=("anonymous", "direct", "withheld"))
    anonymous, direct, withheld = (
        measures.proportion(flagged, flag).iloc[0] for flag in ("anonymous", "direct", "withheld")
    )
    rate = measures.hedge_rate(corpus.counts("articles", sums=("words",)), corpus.counts("hedges")).iloc[0]
    with st.container(horizontal=True):
        _figure(say("shared.sources"), labels.number(corpus.size().sources), say("shared.sources_below"), "sources")
        _figure(say("shared.anonymous"), _share(anonymous), _interval(anonymous), "anonymous")
        _figure(say("shared.direct"), _share(direct), _interval(direct), "direct")
        _figure(say("shared.hedges"), labels.number(rate["rate"], 1), _rates(rate), "hedge_rate")
        _figure(say("shared.withheld"), labels.number(withheld["n"]), say("shared.withheld_below"), "withheld")


def _figure(name: str, value: str, below: str, measure: str) -> None:
    st.metric(name, value, below, delta_color="off", delta_arrow="off", help=tip(measure), border=True)


def _share(row: "pd.Series[float]") -> str:
    return labels.share(row["share"], labels.digits(row["low"], row["high"]))


def _rates(row: "pd.Series[float]") -> str:
    if pd.isna(row["low"]):
        return say("shared.hedges_below")
    digits = 1 + (row["high"] - row["low"] < labels.CLOSE_RATE)
    low, high = (labels.number(row[name], digits) for name in ("low", "high"))
    return say("shared.hedges_interval", low=low, high=high)


def _interval(row: "pd.Series[float]") -> str:
    if pd.isna(row["low"]):
        return labels.cases(row["n"])
    digits = labels.digits(row["low"], row["high"])
    return say("shared.interval", low=labels.percent(row["low"], digits), high=labels.percent(row["high"], digits))


def note(frame: pd.DataFrame) -> None:
    """What lines and grey bars mean, where the chart has them."""
    told = [say("shared.note")]
    if bool(frame["small"].any()):
        told.append(say("shared.note_small", small=SMALL_N))
    if bool(frame["low"].isna().all()):
        told.append(say("shared.note_articles"))
    st.caption(" ".join(told))


def tones(sentences: pd.DataFrame) -> pd.DataFrame:
    """Mean tone by voice on both scales, ours and textblob-de's: voice, scale, mean, low, high, n, small."""
    both = [
        measures.mean_tone(sentences, ["voice"], scale="tone").assign(scale="tone"),
        measures.mean_tone(sentences, ["voice"], scale="textblob").assign(scale="textblob"),
    ]
    return pd.concat(both, ignore_index=True)


def alt_text(title: str, frame: pd.DataFrame, by: str, value: str = "share") -> str:
    """A chart in words for screen readers: every row with its value."""
    rows = []
    for row in frame.to_dict("records"):
        shown = labels.percent(row[value]) if value in ("share", "difference") else labels.number(row[value], 2)
        cases = labels.cases(row["n"]) if "n" in row else labels.against(row["left_n"], row["right_n"])
        rows.append(f"{labels.say(by, str(row[by]))} {shown} ({cases})")
    return f"{title}: " + "; ".join(rows)


def exported(corpus: Corpus, name: str) -> tuple[int, pd.DataFrame]:
    """How many rows a table has for export, and the first ``PREVIEW`` of them."""
    if name in RESULTS:
        return corpus.number(name), corpus.rows(name, limit=PREVIEW)
    if name == "by_article":
        first = tuple(corpus.rows("articles", limit=PREVIEW)["article"])
        part = corpus._replace(selection=replace(corpus.selection, articles=first))
        return corpus.size().articles, kept(part, by_article)
    if name == "by_source":
        return kept(corpus, distinct, "statements", SOURCE), kept(corpus, by_source, top=LISTED)
    found = kept(corpus, corrections_table if name == "corrections" else SUMMARIES[name])
    return len(found), found


def too_long(number: int) -> str | None:
    """Why there is no Excel file of so many rows; None where there is one."""
    return say("export.too_long", n=labels.number(SHEETS)) if number > SHEETS else None


def table(
    frame: pd.DataFrame, of: str, columns: list[str], *, as_filed: bool = False, **options: object
) -> object:
    """A frame as a table with headers and values in words; ``of`` is the contract's name of the table.

    Days are told as the reader writes them, or with ``as_filed`` as they stand in the files.
    """
    shown = frame[columns].copy() if as_filed else with_days(frame[columns])
    for name in columns:
        if shown[name].dtype == "str":
            shown[name] = [labels.say(name, str(v)) if isinstance(v, str) else "" for v in shown[name]]
    shown = shown.rename(columns=columns_of(of))
    return st.dataframe(shown, hide_index=True, width="stretch", column_config=localized(shown), **options)  # type: ignore[call-overload]


def figures_table(frame: pd.DataFrame) -> None:
    """Figures that have their headers already, as a table."""
    st.dataframe(frame, hide_index=True, width="stretch", column_config=localized(frame))


def article_name(row: "pd.Series[str]") -> str:
    """An article in one line of a list: date, outlet, title."""
    pieces = [
        labels.day(row["published"]) if isinstance(row["published"], str) else None,
        row["outlet"],
        row["title"],
    ]
    return " · ".join(piece for piece in pieces if isinstance(piece, str)) or str(row.get("id", ""))


def choose_window(windows: list[Span], key: str) -> Span:
    """Let the user page through a text too long for one view; ``key`` is the article's."""
    if len(windows) == 1:
        return windows[0]
    told = say("shared.section_told")
    label = say("shared.section", n=len(windows))
    number = st.number_input(label, 1, len(windows), key=f"abschnitt-{key}", help=told)
    st.caption(told)
    return windows[number - 1]


def within(frame: pd.DataFrame, window: Span) -> pd.DataFrame:
    """The rows that lie in a stretch of the text, at least in part."""
    return frame[(frame["start"] < window[1]) & (frame["end"] > window[0])]


def article_facts(row: "pd.Series[str]") -> str:
    """What is known about an article, and its size, as plain text."""
    size = [say(f"shared.{name}", n=labels.number(int(row[name]))) for name in ("words", "sentences")]
    own, base = (labels.number(float(row[name]), 2) for name in ("tone", "textblob"))
    known = [labels.plain(row[name]) for name in ("id", "outlet", "author") if isinstance(row[name], str)]
    known += [row["url"].replace("[", "\\[")] if isinstance(row["url"], str) else []
    return " · ".join([*known, ", ".join(size), say("shared.tone", own=own, base=base)])


def listed(corpus: Corpus, key: str) -> pd.DataFrame:
    """Articles to choose from, the earliest first; of many those that the user searches for.

    ``key`` is that of the widget in which they are chosen: what is chosen there, or in the address, stays listed.
    """
    search, size = "", corpus.size().articles
    if size > LISTED:
        search = st.text_input(say("shared.search"), key=f"{key}-suche", placeholder=say("shared.search_hint"),
                               help=say("shared.search_told", n=labels.number(size), listed=LISTED))  # fmt: skip
    chosen = st.session_state.get(key) or st.query_params.get_all(key)
    keys = (chosen,) if isinstance(chosen, str) else tuple(chosen) if isinstance(chosen, list) else ()
    found = corpus.articles(search, LISTED)
    if missing := set(keys) - set(found["article"]):
        further = Corpus(corpus.store, Selection(articles=tuple(sorted(missing)))).articles()
        found = pd.concat([found, further], ignore_index=True)
    return found


def waiting(inputs: Sequence[Article | Unreadable]) -> str:
    """What is said while texts are analysed; of large ones also about how long it takes."""
    minutes = sum(len(item.text) for item in inputs if isinstance(item, Article)) / CHARACTERS_PER_MINUTE
    told = say("reading.many", n=labels.number(len(inputs))) if len(inputs) > 1 else say("reading.one")
    return told if minutes < 1 else say("reading.long", told=told, minutes=labels.number(minutes))


def report(found: Report) -> None:
    """What became of the texts that were given: how many are in, and each that is not, with its reason."""
    if found.analysed:
        st.success(say("reading.analysed", n=labels.number(found.analysed)), icon=":material/check_circle:")
    if found.skipped:
        st.info(say("reading.skipped", n=labels.number(found.skipped)), icon=":material/inventory_2:")
    for item in found.unreadable:
        where = say("reading.line", file=item.file, line=item.line) if item.line else item.file
        st.error(say("reading.unread", where=labels.plain(where)), icon=":material/error:")
        st.code(item.reason, language=None, wrap_lines=True)

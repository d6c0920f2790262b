"""A report of one selection as a single HTML file that needs no network, no script and no other file.

It holds the figures with n and intervals, how they come about, their limits, and what is needed to repeat them; a
browser prints it to paper or PDF. Everything from articles is escaped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from analysis import measures
from analysis.export.benchmark_figures import Figures, measured
from analysis.export.methods import methods
from analysis.export.summaries import by_category, by_outlet, by_source
from analysis.measures import SMALL_N
from analysis.storage import rows
from analysis.storage.counts import Source, counts, hedging
from analysis.tables.columns import RESULTS
from analysis.tables.selection import EVERYTHING, Selection
from dashboard.i18n import language
from dashboard.i18n.language import say
from dashboard.report import evidence, pieces
from dashboard.report.evidence import Comparison, Side
from dashboard.review.passages import Passage

SOURCES = 20
"""Sources that a report lists, those with most statements."""


@dataclass(frozen=True, slots=True)
class Content:
    """All that a report tells; the tables are those of the contract and of ``analysis.measures``."""

    corpus: str
    size: rows.Size
    by_category: pd.DataFrame
    by_outlet: pd.DataFrame
    by_source: pd.DataFrame
    types: pd.DataFrame
    namings: pd.DataFrame
    hedges: pd.DataFrame
    tone: pd.DataFrame
    comparison: Comparison | None
    samples: Mapping[str, Sequence[Passage]]
    by_hand: int
    figures: Figures
    methods: Mapping[str, object]


def gather(
    source: Source,
    selection: Selection = EVERYTHING,
    now: datetime | None = None,
    *,
    corpus: str = "",
    sides: Sequence[Side] = (),
) -> Content:
    """Measure all that a report tells about what is selected, and how two sides differ: else the largest outlets."""
    number = {table: rows.number(source, table, selection) for table in RESULTS}
    origin = counts(source, "statements", ("origin",), selection, unit="none")
    categories, outlets = by_category(source, selection), by_outlet(source, selection)
    return Content(
        corpus=corpus,
        size=rows.size(source, selection),
        by_category=categories,
        by_outlet=outlets,
        by_source=by_source(source, selection, top=SOURCES),
        types=measures.share_of_voice(counts(source, "statements", ("type",), selection), "type"),
        namings=measures.share_of_voice(counts(source, "statements", ("naming",), selection), "naming"),
        hedges=measures.hedge_rate(*hedging(source, ("class",), selection), "class"),
        tone=measures.mean_tone(counts(source, "sentences", ("voice",), selection, sums=("tone",))),
        comparison=evidence.compared(source, sides or evidence.largest(outlets, selection)),
        samples=evidence.samples(source, list(categories["category"]), selection),
        by_hand=int(origin["rows"][origin["origin"] != "machine"].sum()),
        figures=measured(),
        methods=methods(rows.keys(source, selection), number, selection.as_dict(), now, source),
    )


def document(content: Content) -> str:
    """The report in the language spoken."""
    shares, table = pieces.shares, pieces.table
    voice = content.by_category.rename(columns={"statements": "n"})
    body = [
        pieces.heading(content.corpus, content.size, str(content.methods["time"]), content.by_hand),
        pieces.selection(content.methods["settings"]),
        pieces.section("voice", shares(voice, "category", ("articles", "words", "hedged_share"))),
        pieces.section("stance", table(content.by_category, "by_category", ("category", *pieces.STANCES))),
        pieces.section("type", shares(content.types, "type"), shares(content.namings, "naming")),
        pieces.section("hedges", shares(content.hedges, "class", value="rate")),
        pieces.section("tone", shares(content.tone, "voice", value="mean")),
        pieces.section("outlets", table(content.by_outlet, "by_outlet", pieces.OUTLET)),
        *([pieces.comparison(content.comparison)] if content.comparison else []),
        pieces.section("sources", table(content.by_source, "by_source", pieces.SOURCE)),
        pieces.samples(content.samples),
        pieces.section("method", pieces.prose(say("text.method", small=SMALL_N, certainty=say("term.certainty")))),
        pieces.section("accuracy", pieces.measured(content.figures)),
        pieces.section("limits", pieces.prose(say("text.limits"))),
        pieces.section("versions", pieces.versions(content.methods)),
    ]
    return pieces.page(say("report.title"), body)


def made(source: Source, selection: Selection, spoken: str, *, corpus: str = "", sides: Sequence[Side] = ()) -> bytes:
    """The report of what is selected as a file in the language ``spoken``."""
    with language.speaking(spoken):
        return document(gather(source, selection, corpus=corpus, sides=sides)).encode()

"""What is compared of two sides: shares, hedging and tone, their sources, and the expressions that set them apart."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

import pandas as pd
import streamlit as st

from analysis import measures
from analysis.measures import Part
from analysis.measures.distinctive import Base
from analysis.model import REST
from analysis.storage.conditions import ContainsWords, Where
from analysis.storage.counts import INSIDE, UNITS, Source, Unit, counts, hedging
from analysis.storage.exclusive_sources import exclusive_sources
from analysis.storage.ngrams import Sample, expressions
from analysis.tables.selection import Selection
from dashboard.charts import comparison, render
from dashboard.charts.comparison import Kind
from dashboard.components import drilldown, finding
from dashboard.corpus import Corpus, cached_query
from dashboard.i18n import labels
from dashboard.i18n.language import say
from dashboard.review.evidence import Rows
from dashboard.views.compare import finding as compare_finding
from dashboard.views.compare.selections import Side

LISTED = 10
"""Sources and expressions that are shown of either side."""
_WIDTH = 480
"""Pixels of a chart where two stand beside each other; narrower windows have one below the other."""


class Measure(NamedTuple):
    """One comparison of two sides: the differences, and a function that measures the values of each side.

    The values stand in the order of the differences. Of several columns ``by`` each row has one. ``only`` are the rows
    of the table that count.
    """

    by: tuple[str, ...]
    table: str
    kind: Kind
    gap: pd.DataFrame
    values: Callable[[], pd.DataFrame]
    only: tuple[Where, ...] = ()


def measured(left: Side, right: Side) -> list[Measure]:
    """All comparisons that have rows; categories are left out where a side is limited to some of them."""
    unit = _unit(left, right)
    by = ("stance", "type") if left.of_sources or right.of_sources else ("category", "type", "stance")
    found = [_shares(left, right, by, unit), _hedging(left, right, unit), _tone(left, right, unit)]
    return [measure for measure in found if len(measure.gap)]


def show(found: Sequence[Measure], left: Side, right: Side, what: Literal["gap", "raw"]) -> None:
    """Show the differences (``gap``) or the values (``raw``): shares in a wide column, all else beside them."""
    with st.container(horizontal=True):
        wide, narrow = st.container(), st.container(width=_WIDTH)
    for by, table, kind, gap, values, counted in found:
        title = say(f"compare.of_{kind}")
        if what == "gap":
            chart = render.cached_chart(comparison.gaps, gap, *by, kind=kind)
            told = comparison.gaps_in_words(title, gap, by, kind)
        else:
            raw, names = values(), (left.name, right.name)
            chart = render.cached_chart(comparison.pairs, raw, *by, names=names, kind=kind)
            told = comparison.pairs_in_words(title, raw, by, kind)
        with wide if kind == "share" else narrow:
            st.markdown(f"**{title}**")
            finding.show(compare_finding.gaps(gap, by, kind) if what == "gap" else "")
            drilldown.show_of(chart, f"{what}-{kind}", told, rows_behind(left, right, table, counted),
                              corpora(left, right))  # fmt: skip


def corpora(*sides: Side) -> dict[str, Corpus]:
    """The selections of the sides by their names."""
    return {side.name: side.corpus for side in sides}


def rows_behind(
    left: Side, right: Side, table: str, counted: Sequence[Where] = ()
) -> Callable[[Mapping[str, object]], dict[str, Rows]]:
    """A function from a picked mark to its rows: those of the side that it names, else of both."""

    def rows(picked: Mapping[str, object]) -> dict[str, Rows]:
        sides = [side for side in (left, right) if picked.get("side", side.name) == side.name]
        # A row that sums up all values of its column is called by a text.
        only = [*counted] + [
            Where(name, (value,))
            for name, value in picked.items()
            if name != "side" and value not in (None, say("compare.all_hedges"))
        ]
        return {side.name: Rows(side.corpus, table, only) for side in sides}

    return rows


def _unit(left: Side, right: Side) -> Unit:
    return "block" if max(side.corpus.size().articles for side in (left, right)) > UNITS else "article"


def _shares(left: Side, right: Side, by: tuple[str, ...], unit: Unit) -> Measure:
    """Shares of the statements by each of the columns, the rows of one below those of another."""
    gap = cached_query(left.corpus, share_gaps, right.corpus.selection, by, unit)

    def values() -> pd.DataFrame:
        shares = []
        for column in by:
            counted = [_counted(side, "statements", column, unit=unit) for side in (left, right)]
            found = measures.share_of_voice(pd.concat(counted, ignore_index=True), column, within="side")
            shares.append(_in_order(found.rename(columns={"share": "amount"}), gap.dropna(subset=column), column))
        return _below(by, shares)

    return Measure(by, "statements", "share", gap, values)


def share_gaps(
    source: Source, other: Selection, by: tuple[str, ...], unit: Unit, *, selection: Selection
) -> pd.DataFrame:
    """How the shares of the statements differ by each of the columns."""
    each = [[counts(source, "statements", [column], side, unit=unit) for side in (selection, other)] for column in by]
    return _below(by, [measures.difference(one, two, column) for (one, two), column in zip(each, by, strict=True)])


def _below(by: tuple[str, ...], frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """The frames one below another, with all columns of ``by`` first."""
    found = pd.concat(frames, ignore_index=True)
    return found[[*by, *(name for name in found if name not in by)]]


def _hedging(left: Side, right: Side, unit: Unit) -> Measure:
    """Hedges per 100 words: of articles, or of what is said where only some statements are looked at."""
    said = any(side.corpus.selection.by_statement for side in (left, right))
    total = say("compare.all_hedges")
    gap = cached_query(left.corpus, hedge_gaps, right.corpus.selection, said, total, unit)

    def values() -> pd.DataFrame:
        parts = [cached_query(side.corpus, hedges_of, said, total, unit) for side in (left, right)]
        named = [[frame.assign(side=side.name).astype({"side": "str"}) for frame in part]
                 for side, part in zip((left, right), parts, strict=True)]  # fmt: skip
        hedges, base = (pd.concat(frames, ignore_index=True) for frames in zip(*named, strict=True))
        found = measures.hedge_rate(base, hedges, ["side", "class"])
        return _in_order(found.rename(columns={"rate": "amount"}), gap, "class")

    return Measure(("class",), "hedges", "rate", gap, values, INSIDE if said else ())


def hedge_gaps(
    source: Source, other: Selection, said: bool, total: str, unit: Unit, *, selection: Selection
) -> pd.DataFrame:
    """How many more hedges per 100 words there are, first of all hedges (called ``total``), then of each class."""
    left, right = (hedges_of(source, said, total, unit, selection=side) for side in (selection, other))
    gap = measures.hedge_rate_difference(left, right)
    return gap.sort_values("class", key=lambda c: c != total, kind="stable", ignore_index=True)


def hedges_of(source: Source, said: bool, total: str, unit: Unit, *, selection: Selection) -> Part:
    """Counts of hedges by class, all of them called ``total`` too, and of words: of articles or what is ``said``."""
    words, hedges = hedging(source, ["class"], selection, unit=unit, said=said)
    hedges = pd.concat([hedges.assign(**{"class": total}), hedges], ignore_index=True).astype({"class": "str"})
    return Part(hedges, words)


def _tone(left: Side, right: Side, unit: Unit) -> Measure:
    gap = cached_query(left.corpus, tone_gaps, right.corpus.selection, unit)

    def values() -> pd.DataFrame:
        sides = [_counted(side, "sentences", "voice", sums=("tone",), unit=unit) for side in (left, right)]
        found = measures.mean_tone(pd.concat(sides, ignore_index=True), ["side", "voice"])
        found = found[found["voice"].isin(gap["voice"])]
        return _in_order(found.rename(columns={"mean": "amount"}), gap, "voice")

    return Measure(("voice",), "sentences", "mean", gap, values)


def tone_gaps(source: Source, other: Selection, unit: Unit, *, selection: Selection) -> pd.DataFrame:
    """How the mean tone of sentences differs by voice."""
    left, right = (
        counts(source, "sentences", ["voice"], side, sums=["tone"], unit=unit) for side in (selection, other)
    )
    return measures.mean_tone_difference(left, right)


def _counted(side: Side, table: str, *by: str, **options: Any) -> pd.DataFrame:
    """Counts of a side with its name as the column ``side``."""
    return side.corpus.counts(table, *by, **options).assign(side=side.name).astype({"side": "str"})


def _in_order(values: pd.DataFrame, gap: pd.DataFrame, by: str) -> pd.DataFrame:
    """The values in the order of their differences."""
    place = {value: number for number, value in enumerate(gap[by])}
    return values.sort_values([by, "side"], key=lambda c: c.map(place) if c.name == by else c, ignore_index=True)


class ExclusiveSources(NamedTuple):
    """The sources that only one side has: how many each has, and the shares of those that are shown."""

    numbers: dict[str, int]
    shown: pd.DataFrame

    def statements_of(self, left: Side, right: Side, entity: object) -> dict[str, Rows]:
        """The statements of a source, which one side alone has."""
        names = set(self.shown.loc[self.shown["entity"] == entity, "side"])
        only = [Where("entity", (entity,))]
        return {side.name: Rows(side.corpus, "statements", only) for side in (left, right) if side.name in names}


def find_exclusive_sources(left: Side, right: Side) -> ExclusiveSources:
    """The sources that only one of the sides has."""
    numbers, shown = {}, []
    for side, other in ((left, right), (right, left)):
        numbers[side.name], shares = cached_query(side.corpus, exclusive_shares, other.corpus.selection)
        shown.append(shares.assign(side=side.name).astype({"side": "str"}))
    found = pd.concat(shown, ignore_index=True)
    return ExclusiveSources(numbers, found[["side", *(name for name in found if name != "side")]])


def exclusive_shares(source: Source, other: Selection, *, selection: Selection) -> tuple[int, pd.DataFrame]:
    """The number of named sources that ``other`` lacks, and the shares of the ``LISTED`` most frequent of them."""
    sources, names = exclusive_sources(source, other, selection=selection, limit=LISTED)
    named = counts(source, "statements", ["entity"], selection, only=[Where("entity", names)])
    rest = counts(source, "statements", [], selection, only=[Where("entity", names, negated=True)]).assign(entity=REST)
    both = pd.concat([named, rest], ignore_index=True).astype({"entity": "str"})
    return sources, measures.share_of_voice(both, "entity")


class DistinctiveTerms(NamedTuple):
    """The expressions that set the sides apart most, and what was read for them."""

    shown: pd.DataFrame
    left: Sample
    right: Sample


def find_distinctive_terms(left: Side, right: Side) -> DistinctiveTerms:
    """The ``LISTED`` expressions of either side that the other uses least."""
    found = cached_query(left.corpus, expressions, right.corpus.selection)
    sizes = (side.corpus.size().articles for side in (left, right))
    bases = [Base(sample.read, articles) for sample, articles in zip((found.left, found.right), sizes, strict=True)]
    return DistinctiveTerms(
        measures.strongest(measures.distinctive(found.counts, *bases), LISTED), found.left, found.right
    )


def statements_with(left: Side, right: Side, found: DistinctiveTerms, expression: object) -> dict[str, Rows]:
    """The statements of either side that have an expression, among those that were read."""
    samples = zip((left, right), (found.left, found.right), strict=True)
    return {
        side.name: Rows(side.corpus, "statements", [*sample.only, ContainsWords(str(expression))])
        for side, sample in samples
    }


def sample_sizes(found: DistinctiveTerms) -> dict[str, str]:
    """The sizes of both samples and of what they were drawn from, formatted for the caption."""
    numbers = {"left": found.left.read, "left_of": found.left.of, "right": found.right.read, "right_of": found.right.of}
    return {name: labels.number(number) for name, number in numbers.items()}

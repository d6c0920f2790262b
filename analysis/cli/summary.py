"""The short summary that the command line prints when nothing else was asked for."""

import pandas as pd

from analysis.batch.run import Report
from analysis.export.summaries import by_category
from analysis.storage.counts import Source
from analysis.storage.rows import number, size
from analysis.tables.selection import Selection

_BAR = 24


def summary(source: Source, report: Report) -> str:
    """A few lines on what was read and who has the say in it."""
    lines = [_counted(report)]
    if report.keys:
        selection = Selection(articles=tuple(report.keys))
        found, hedges = size(source, selection), number(source, "hedges", selection)
        lines.append(
            f"{found.words:,} words, {found.statements:,} statements, {hedges:,} hedges"
            f" ({100 * hedges / max(found.words, 1):.1f} per 100 words)"
        )
        lines += ["", *_voices(by_category(source, selection))] if found.statements else []
    return "\n".join(lines)


def count(amount: int, noun: str) -> str:
    """A number with its noun: "1 article", "2,000 articles"."""
    return f"{amount:,} {noun}" if amount == 1 else f"{amount:,} {noun}s"


def _counted(report: Report) -> str:
    parts = [f"{count(report.analysed, 'article')} analysed"]
    if report.skipped:
        parts.append(f"{report.skipped} already in the store")
    if report.unreadable:
        parts.append(f"{count(len(report.unreadable), 'input')} not read")
    return ", ".join(parts)


def _voices(by_category: pd.DataFrame) -> list[str]:
    lines = ["Share of voice (statements, 95 % interval over articles)"]
    for row in by_category.itertuples(index=False):
        share, low, high = (float(getattr(row, name)) for name in ("share", "low", "high"))
        interval = f"{100 * low:3.0f}-{100 * high:.0f} %" if low == low else ""  # NaN: too few articles
        bar = "#" * max(1, round(_BAR * share))
        lines.append(f"  {row.category!s:20}{row.statements:5d}{100 * share:6.0f} %  {interval:10} {bar}")
    return lines

"""The short summary that the command line prints when nothing else was asked for."""

from collections.abc import Iterator

import pandas as pd

from analysis.batch.run import Report
from analysis.export.summaries import by_category
from analysis.reading.account import Account
from analysis.storage.counts import Source
from analysis.storage.rows import number, size
from analysis.tables.selection import Selection

_BAR = 24
_MOST = 12
"""Columns and kinds of doubt that are named."""


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


def account_lines(account: Account) -> Iterator[str]:
    """What a person should know of the reading: gaps, columns that were not used, and what the readers doubt."""
    gaps = (("outlet", account.without_outlet, "--outlet NAME"), ("date", account.without_date, "--published DATE"))
    for field, lacking, remedy in gaps:
        if lacking:
            yield f"without {field}: {lacking:,} of {count(account.articles, 'article')} ({remedy} gives it to all)"
    unused = account.aside.most_common()
    if unused:
        named = ", ".join(f"{name} ({articles:,})" for name, articles in unused[:_MOST])
        more = f", and {len(unused) - _MOST:,} more" if len(unused) > _MOST else ""
        yield f"kept beside the articles and not used: {named}{more}"
    for kind, articles in account.warnings.most_common(_MOST):
        yield f"doubtful in {count(articles, 'article')}: {kind}"


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

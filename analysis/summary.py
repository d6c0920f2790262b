"""The short summary that the command line prints when nothing else was asked for."""

from collections.abc import Mapping

import pandas as pd

from analysis.batch import Report

_BAR = 24


def summary(tables: Mapping[str, pd.DataFrame], report: Report) -> str:
    """A few lines on what was read and who has the say in it; ``tables`` may be empty."""
    lines = [_counted(report)]
    if tables:
        articles, statements = tables["articles"], tables["statements"]
        words, hedges = int(articles["words"].sum()), int(articles["hedges"].sum())
        lines.append(
            f"{words:,} words, {len(statements):,} statements, {hedges:,} hedges"
            f" ({100 * hedges / max(words, 1):.1f} per 100 words)"
        )
        lines += ["", *_voices(tables["by_category"])] if len(statements) else []
    return "\n".join(lines)


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 article", "2,000 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


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

"""Tables of the method page, in the current language: accuracy, translated from German, categories, word lists."""

import re
from collections.abc import Iterable

import pandas as pd

from analysis.export.benchmark_figures import Figure
from analysis.resources import lexicons
from dashboard.i18n import labels, texts
from dashboard.i18n.language import Said, say

_NAME = Said("figure")
_WORD = Said("measured")
_NUMBER = re.compile(r"\d[\d.]*(?= )")


def table(figures: Iterable[Figure]) -> pd.DataFrame:
    """Every figure with its value, unit, gold standard and n; what has no translation stays as measured."""
    return pd.DataFrame([
        {
            say("trust.figure"): _NAME.get(figure.key, figure.name),
            say("trust.value"): labels.number(figure.value, 1),
            say("trust.unit"): translated(figure.unit),
            say("trust.benchmark"): translated(figure.benchmark),
            say("trust.n"): counted(figure.n),
        }
        for figure in figures
    ])  # fmt: skip


def translated(text: str) -> str:
    """A unit or the name of a gold standard, word for word."""
    for german in _WORD:
        text = text.replace(german, _WORD[german])
    return text


def counted(text: str) -> str:
    """A number of cases and what they are: "2.224 Ausschnitte"."""
    return translated(_NUMBER.sub(lambda number: labels.number(int(number[0].replace(".", ""))), text))


def categories() -> list[dict[str, str]]:
    """Every category of sources with its code and what belongs to it."""
    return [
        {say("trust.category"): name, say("trust.code"): code, say("trust.means"): texts.CATEGORY_MEANS[code]}
        for code, name in labels.CATEGORY.items()
    ]


def lists() -> list[dict[str, object]]:
    """Every word list with its size, purpose and licence."""
    return [
        {
            say("trust.list"): entry.name,
            say("trust.entries"): entry.rows,
            say("trust.purpose"): labels.LEXICON.get(entry.name, entry.purpose),
            say("trust.licence"): entry.licence,
        }
        for entry in lexicons()
    ]

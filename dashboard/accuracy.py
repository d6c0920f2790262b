"""The measured accuracy as a table in the language spoken; the benchmark writes its words in German."""

import re
from collections.abc import Iterable

import pandas as pd

from analysis.output.figures import Figure
from dashboard import labels
from dashboard.language import Said, say

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

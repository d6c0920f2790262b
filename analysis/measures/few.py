"""The one rule of few cases: when a figure is too thin to be read, why, and when it has no interval.

A figure is of *few cases* where its base has fewer than ``SMALL_N`` cases (statements, hedges), ``SMALL_WORDS`` words
or ``SMALL_SENTENCES`` sentences, and of *few articles* where fewer than ``LEAST_ARTICLES`` carry its base or one alone
has all of its cases. A difference is so where either side is, or where fewer than ``LEAST_EXPECTED`` cases a side would
be expected if both sides were alike (Cochran's rule for tables of two by two). Charts, tables and files fade or mark
such figures and tell which of the two it is; an interval stands only on enough articles, never on one.

Where the numbers come from is measured by ``benchmarks.interval_coverage`` and told in docs/measures.md.
"""

from typing import Literal

import numpy as np
import numpy.typing as npt

SMALL_N = 20
"""Cases that the base of a share needs: below, one case more or less moves it by five points or more."""
SMALL_WORDS = 500
"""Words that a rate per 100 words needs: below, one hedge more or less moves it by 0.2 or more."""
SMALL_SENTENCES = 300
"""Sentences that a figure of tone needs: a lexicon tells groups apart only over many."""
LEAST_ARTICLES = 5
"""Articles that carry the base of an interval at least: of fewer, it holds the true share far too seldom."""
LEAST_CARRYING = 2
"""Articles that the cases of a cell stand in at least: what one article alone has is never drawn twice."""
LEAST_EXPECTED = 5
"""Cases on either side that a difference needs, if both sides were alike."""

Few = Literal["", "cases", "articles"]
"""Of what there is too little, if anything; too few cases are told first."""

Numbers = npt.NDArray[np.float64] | npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def few(base: Numbers, articles: Numbers, carrying: Numbers | None = None, least: int = SMALL_N) -> list[Few]:
    """Of what each figure has too little; one entry per figure.

    ``base`` are its cases, of which it needs ``least``; ``articles`` have a case of the base, ``carrying`` one of the
    figure itself. A figure of no case at all is zero and lacks no further article.
    """
    return reasons(base < least, thin(articles, carrying))


def reasons(cases: Flags, articles: Flags) -> list[Few]:
    """The reason by which figures lack cases, and lack articles."""
    return ["cases" if lacking else "articles" if thin else "" for lacking, thin in zip(cases, articles, strict=True)]


def supported(articles: Numbers, carrying: Numbers, others: Numbers) -> Flags:
    """Whether a figure has an interval: enough articles carry its base, its own cases and the other cases.

    Resampling shows no spread where nobody or everybody has the value, and too little where one article alone has it.
    """
    enough = np.minimum(carrying, others) >= LEAST_CARRYING
    return np.asarray((articles >= LEAST_ARTICLES) & enough)


def thin(articles: Numbers, carrying: Numbers | None = None) -> Flags:
    """Whether too few articles stand behind a figure: behind its base, or one alone behind all of its cases."""
    lacking = np.asarray(articles < LEAST_ARTICLES)
    return lacking if carrying is None else lacking | ((carrying > 0) & (carrying < LEAST_CARRYING))

"""Measures: small pure functions from counts to frames of shares, rates and means with intervals.

What they read are frames of counts per unit and group as ``analysis.storage.counts`` makes them of a store or of
frames in memory; each says by which columns it needs them. Only ``wordings``, ``claims``, ``headlines`` and
``in_context`` read rows, a bounded number of them; ``conflicts`` reads the frame of ``analysis.storage.typings``.

Every frame carries ``n`` (cases in the cell), ``base`` (cases the figure is of), ``articles`` (with at least
one case of the base or, for shares of voice, of the cell), ``low`` and ``high`` (95 % interval from a
bootstrap over articles, missing where too few articles carry the figure), ``small`` (too little to be read: to be
faded) and ``few`` (of what there is too little: "cases", "articles" or nothing). The one rule of all of it is
``analysis.measures.few``. Rows without the value they are grouped by stand under "".
"""

from analysis.measures.certainty import (
    certainty_profile,
    hedge_rate,
)
from analysis.measures.certainty_ladder import RUNGS, wordings
from analysis.measures.claims import claims
from analysis.measures.conflicts import conflicts
from analysis.measures.differences import (
    Part,
    difference,
    hedge_rate_difference,
    mean_tone_difference,
)
from analysis.measures.distinctive import LIKELY, distinctive, strongest
from analysis.measures.diversity import diversity
from analysis.measures.few import LEAST_ARTICLES, LEAST_EXPECTED, SMALL_N, SMALL_SENTENCES, SMALL_WORDS
from analysis.measures.groups import shares
from analysis.measures.headlines import headlines
from analysis.measures.phrases import in_context, phrases
from analysis.measures.relations import relations
from analysis.measures.tone import balance_sums, mean_tone, tone_balance, tone_shares
from analysis.measures.voice import proportion, share_of_voice

__all__ = [
    "LEAST_ARTICLES",
    "LEAST_EXPECTED",
    "LIKELY",
    "RUNGS",
    "SMALL_N",
    "SMALL_SENTENCES",
    "SMALL_WORDS",
    "Part",
    "balance_sums",
    "certainty_profile",
    "claims",
    "conflicts",
    "difference",
    "distinctive",
    "diversity",
    "headlines",
    "hedge_rate",
    "hedge_rate_difference",
    "in_context",
    "mean_tone",
    "mean_tone_difference",
    "phrases",
    "proportion",
    "relations",
    "share_of_voice",
    "shares",
    "strongest",
    "tone_balance",
    "tone_shares",
    "wordings",
]

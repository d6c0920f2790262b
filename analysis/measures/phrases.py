"""The hedging phrases in use, and each hit as a keyword in its context."""

import pandas as pd

from analysis.measures.groups import shares


def phrases(hedges: pd.DataFrame) -> pd.DataFrame:
    """How often each phrase hedges; forms of one expression (mutmaßliche, mutmaßlichen) are counted together.

    ``hedges`` are counts of the table ``phrased`` by phrase and class. Columns: phrase, class, n, base (all hedges),
    share, low, high, articles, small, few; most frequent first.
    """
    return shares(hedges, ["phrase", "class"])


def in_context(hedges: pd.DataFrame) -> pd.DataFrame:
    """The hedges with their sentence cut at the cue: before, keyword, after, then the columns they had.

    A cue in several pieces is cut from its first to its last piece. Where the sentence does not spell the cue (a
    sentence left out of the context), ``before`` holds all of it.
    """
    cut = [_cut(sentence, cue) for sentence, cue in zip(hedges["sentence"], hedges["cue"], strict=True)]
    parts = pd.DataFrame(cut, columns=["before", "keyword", "after"], index=hedges.index, dtype="str")
    return pd.concat([parts, hedges], axis=1)


def _cut(sentence: str, cue: str) -> tuple[str, str, str]:
    pieces = cue.split(" … ")
    start = sentence.find(pieces[0])
    end = start
    for piece in pieces:
        at = sentence.find(piece, end)
        if start < 0 or at < 0:
            return sentence, "", ""
        end = at + len(piece)
    return sentence[:start].rstrip(), sentence[start:end], sentence[end:].lstrip()

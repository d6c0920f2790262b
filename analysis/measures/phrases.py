"""The hedging phrases in use, and each hit as a keyword in its context."""

import pandas as pd


def phrases(hedges: pd.DataFrame) -> pd.DataFrame:
    """How often each phrase hedges; forms of one expression (mutmaßliche, mutmaßlichen) are counted together.

    Columns: rule, class, phrase (the most frequent form), n, base (all hedges), share, articles, outlets; most frequent
    first.
    """
    forms = hedges.assign(form=hedges["cue"].str.lower())
    grouped = forms.groupby(["rule", "class"], sort=True)
    counted = grouped.agg(
        phrase=("form", lambda cues: cues.value_counts(sort=True).index[0]),
        n=("form", "size"),
        articles=("article", "nunique"),
        outlets=("outlet", "nunique"),
    ).reset_index()
    counted = counted.astype({"phrase": "str"}) if len(counted) else counted.assign(phrase=pd.Series(dtype="str"))
    counted.insert(4, "base", len(hedges))
    counted.insert(5, "share", counted["n"] / max(len(hedges), 1))
    return counted.sort_values(["n", "phrase"], ascending=[False, True], ignore_index=True)


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

"""Every claim of a corpus with its rung on one ladder of certainty, from a denial to a flat assertion."""

from typing import Literal

import pandas as pd

from analysis.stories.tfidf import stems

Rung = Literal["denied", "rumour", "distanced", "possible", "attributed", "endorsed", "flat"]
RUNGS: tuple[Rung, ...] = ("denied", "rumour", "distanced", "possible", "attributed", "endorsed", "flat")
"""From least to most certain: denied; hearsay, or nobody named who says it; reported with distance; hedged; said by a
named source; confirmed; stated by the author without any source."""

_COLUMNS = ["article", "title", "outlet", "published", "section", "entity", "cue", "wording", "core", "sentence"]
_KEY = ["article", "statement"]


def wordings(statements: pd.DataFrame, sentences: pd.DataFrame, hedges: pd.DataFrame) -> pd.DataFrame:
    """One row per statement, and one per sentence of the author's own in which nobody is reported.

    Columns: article, title, outlet, published, section, entity ("" for the author), cue (of the report), wording, core
    (the wording less the words that name speaker and cue), sentence, cues (the hedging words), rung. What a source
    withheld is no claim.
    """
    said = statements[~statements["withheld"]]
    own = own_sentences(sentences, statements)
    inside = _hedges_inside(own, hedges)
    parts = [
        said.assign(
            wording=said["quote"],
            core=[_without(*row) for row in zip(said["quote"], said["speaker"], said["cue"], strict=True)],
            cues=_cues(hedges.dropna(subset=["statement"]), said, _KEY),
            heard=_cues(hedges[hedges["class"] == "hearsay"], said, _KEY),
        ),
        own.assign(
            entity="", cue="", wording=own["sentence"], core=own["sentence"], stance="", naming="",
            cues=_cues(inside, own, ["article", "number"]),
            heard=_cues(inside[inside["class"] == "hearsay"], own, ["article", "number"]),
        ),
    ]  # fmt: skip
    frames = [frame.assign(rung=_rungs(frame)) for frame in parts]
    return pd.concat([frame[[*_COLUMNS, "cues", "rung"]] for frame in frames], ignore_index=True)


def own_sentences(sentences: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """The sentences with no character in a statement."""
    reported = statements[["article", "start", "end"]].rename(columns={"start": "from", "end": "to"})
    pairs = sentences[["article", "start", "end"]].reset_index(names="row").merge(reported, on="article")
    shared = pairs[(pairs["from"] < pairs["end"]) & (pairs["to"] > pairs["start"])]
    return sentences[~sentences.index.isin(shared["row"])]


def _rungs(rows: pd.DataFrame) -> list[Rung]:
    columns = (rows[name] for name in ("stance", "naming", "heard", "cues"))
    return [_rung(stance, naming, heard, cues) for stance, naming, heard, cues in zip(*columns, strict=True)]


def _rung(stance: str, naming: str, heard: str, cues: str) -> Rung:
    if stance == "denying":
        return "denied"
    if heard or naming == "none":
        return "rumour"
    if stance == "distancing":
        return "distanced"
    if cues:
        return "possible"
    if not stance:
        return "flat"
    return "endorsed" if stance == "endorsing" else "attributed"


def _without(quote: str, speaker: str, cue: str) -> str:
    """A quote less the words that name who says it and how; a summary spells both out."""
    named = {*stems(speaker), *stems(cue)}
    return " ".join(word for word in quote.split() if not named.intersection(stems(word)))


def _cues(hedges: pd.DataFrame, rows: pd.DataFrame, by: list[str]) -> list[str]:
    """The hedging words that belong to each row, joined by a comma."""
    known = hedges.groupby(by)["cue"].agg(", ".join).to_dict() if len(hedges) else {}
    return [str(known.get(key, "")) for key in rows[by].itertuples(index=False, name=None)]


def _hedges_inside(sentences: pd.DataFrame, hedges: pd.DataFrame) -> pd.DataFrame:
    """The hedges that begin in one of these sentences, with the sentence's number."""
    bounds = sentences[["article", "number", "start", "end"]].rename(columns={"start": "from", "end": "to"})
    pairs = hedges[["article", "start", "cue", "class"]].merge(bounds, on="article")
    return pairs[(pairs["start"] >= pairs["from"]) & (pairs["start"] < pairs["to"])]

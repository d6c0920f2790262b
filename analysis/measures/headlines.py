"""Headline and body compared: what is hedged or attributed below but flat above."""

import pandas as pd

from analysis.measures.certainty_ladder import RUNGS
from analysis.stories.tfidf import Similarity, stems

_SHARED = 2
"""Least number of different words that a headline and the sentence that spells it out share."""


def headlines(wordings: pd.DataFrame) -> pd.DataFrame:
    """For every headline the wording of the body that says most nearly the same, and how certain both sound.

    Columns: article, title, outlet, published, headline, rung, body, body_rung, cues (its hedges), entity (who says it
    there), step (rungs that the headline stands above the body; below zero where it is the more careful one).
    Headlines whose claim the body does not take up, and denials, are left out; the largest step comes first.
    """
    rows = [row for _, article in wordings.groupby("article", sort=True) for row in _compared(article)]
    columns = ["article", "title", "outlet", "published", "headline", "rung", "body", "body_rung", "cues", "entity"]
    frame = pd.DataFrame(rows, columns=[*columns, "step"]).astype({"step": "int64"})
    return frame.sort_values(["step", "article"], ascending=[False, True], kind="stable", ignore_index=True)


def _compared(article: pd.DataFrame) -> list[dict[str, object]]:
    """The headline of one article beside its nearest wording below, or nothing."""
    claimed = article[article["rung"] != "denied"]
    above, below = claimed[claimed["section"] == "headline"], claimed[claimed["section"] == "body"]
    if not len(above) or not len(below):
        return []
    alike = Similarity([*above["core"], *below["core"]])
    words = [set(stems(core)) for core in [*above["core"], *below["core"]]]
    pairs = [
        (alike.between(up, len(above) + down), -down, up)
        for up in range(len(above))
        for down in range(len(below))
        if len(words[up] & words[len(above) + down]) >= _SHARED
    ]
    if not pairs:
        return []
    _, down, up = max(pairs)
    head, body = above.iloc[up], below.iloc[-down]
    place = {name: head[name] for name in ("article", "title", "outlet", "published")}
    return [
        place
        | {
            "headline": head["sentence"],
            "rung": head["rung"],
            "body": body["sentence"],
            "body_rung": body["rung"],
            "cues": body["cues"],
            "entity": body["entity"],
            "step": RUNGS.index(head["rung"]) - RUNGS.index(body["rung"]),
        }
    ]

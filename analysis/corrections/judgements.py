"""Corrections beside what the analysis had found: one row per place and person, the newest correction only."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis.model import Hedge, Statement
from analysis.storage.correction import Correction, Finding, Kind, spans_text

VARIABLES: dict[Kind, tuple[str, ...]] = {
    "statement": ("category", "country", "institution", "naming", "type", "stance", "withheld"),
    "hedge": ("class", "holder"),
}
"""What is compared, by kind; the first one is what shares are of."""


def judged(corrections: Iterable[Correction], kind: Kind) -> pd.DataFrame:
    """One row per place and person: article, target, who, number, kept, found, and every variable twice.

    ``category`` is what the person says, ``category_found`` what the last analysis says; "" where the person rejects
    the place or the analysis finds nothing there. ``kept`` and ``found`` tell these apart. Rows are ordered by
    ``number``, so that the last one of a place is the one that counts.
    """
    standing = sorted((c for c in corrections if c.kind == kind and not c.undone), key=lambda c: c.number)
    newest = {(c.article, c.target, c.who): c for c in standing}
    rows = [_row(correction) for correction in sorted(newest.values(), key=lambda c: c.number)]
    values = [name for variable in VARIABLES[kind] for name in (variable, f"{variable}_found")]
    frame = pd.DataFrame(rows, columns=["article", "target", "who", "number", "kept", "found", *values])
    texts = ["article", "target", "who", *values]
    return frame.astype({"number": "int64", "kept": "bool", "found": "bool"} | dict.fromkeys(texts, "str"))


def last_words(frame: pd.DataFrame) -> pd.DataFrame:
    """Of ``judged``, the row of every place that counts."""
    return frame.drop_duplicates(["article", "target"], keep="last")


def _row(correction: Correction) -> dict[str, Any]:
    label, found = correction.label, correction.found
    row: dict[str, Any] = {
        "article": correction.article,
        "target": spans_text(correction.target),
        "who": correction.who,
        "number": correction.number,
        "kept": label is not None,
        "found": found is not None,
    }
    for variable in VARIABLES[correction.kind]:
        row |= {variable: _value(label, variable), f"{variable}_found": _value(found, variable)}
    return row


def _value(thing: Finding | None, variable: str) -> str:
    if isinstance(thing, Hedge):
        return str(thing.kind if variable == "class" else thing.holder)
    if isinstance(thing, Statement):
        of_source = variable in ("category", "country", "institution", "naming")
        return str(getattr(thing.source, variable, "") if of_source else getattr(thing, variable))
    return ""

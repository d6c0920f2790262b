"""Conflicts in the register of sources: one canonical name that is typed differently in different articles."""

import pandas as pd

from analysis.sources.lexicons.head_nouns import split_noun
from analysis.taxonomy import EXECUTIVE

_OF_STATES = EXECUTIVE | {"justice", "parliament"}


def conflicts(typings: pd.DataFrame) -> pd.DataFrame:
    """The typings of every source that contradict each other, in the order given.

    ``typings`` has the columns of ``analysis.storage.typings.typings``: sources with several typings in several
    articles. A word that any country has a body of its own for ("Polizei", "Staatsanwaltschaft") may mean another one
    elsewhere: of it only different institutions contradict each other. Columns as given, and ``share``: of the
    source's statements those with this typing.
    """
    institutions = typings.groupby("entity")["institution"].transform("nunique")
    generic = typings["entity"].map({entity: is_generic(entity) for entity in typings["entity"].unique()})
    found = typings[(institutions > 1) | ~generic.astype(bool)]
    whole = found.groupby("entity")["statements"].transform("sum")
    return found.assign(share=found["statements"] / whole).reset_index(drop=True)


def is_generic(entity: str) -> bool:
    """Whether a name is only a kind of body of a state: "Polizei", "Finanzministerium"; not "Polizei Bremen"."""
    nouns = [split_noun(word) for word in entity.split()]
    return all(noun is not None and noun.head.kind == "body" and noun.head.institution in _OF_STATES for noun in nouns)

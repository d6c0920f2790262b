"""Which headlines with a colon name a speaker, and which a topic: "Lauterbach: …" beside "Rente: …", "Berlin: …"."""

from collections.abc import Sequence
from functools import cache

from analysis.language.token_columns import TokenColumns
from analysis.resources import read_lexicon
from analysis.statements.frames.draft import Draft
from analysis.statements.frames.rule_table import RULES
from analysis.statements.frames.speaker_nouns import is_agent_noun

_AT_HOME = frozenset({"Berlin", "Wien", "Bern", "Deutschland", "Österreich", "Schweiz"})
"""Before a colon these tell where something happens, as towns do."""
_VERBS = ("VVFIN", "VAFIN", "VMFIN", "VVPP")


@cache
def _governments() -> tuple[frozenset[str], frozenset[str]]:
    """Capitals, and countries: either stands for its government."""
    rows = [row for row in read_lexicon("countries") if row["capital"] not in _AT_HOME]
    capitals = frozenset(name for row in rows for name in row["capital"].split("|") if name)
    return capitals, frozenset(name for row in rows for name in (row["name"], *row["aliases"].split("|")) if name)


def without_topics(view: TokenColumns, drafts: Sequence[Draft]) -> list[Draft]:
    """The statements but for headlines in which a topic stands before the colon.

    Somebody whom the body lets speak is a speaker, and so is whoever can be nothing else: a person by name, an office,
    an institution; a foreign capital with what it says or did, a country with what it says.
    """
    spoken = {
        view.low[place]
        for draft in drafts
        if not RULES[draft.rule].headline
        for first, last in draft.speaker
        for place in range(first, last)
        if view.tag[place] in ("NE", "NN", "FM")
    }
    return [
        draft for draft in drafts if not RULES[draft.rule].headline or not draft.speaker or _speaks(view, draft, spoken)
    ]


def _speaks(view: TokenColumns, draft: Draft, spoken: set[str]) -> bool:
    first, last = draft.speaker[0]
    words = range(first, last)
    if any(view.form[place][0].isdigit() for place in words):
        return False
    if view.low[last - 1] in spoken or any(is_agent_noun(view.low[place]) for place in words):
        return True
    name = " ".join(view.form[first:last])
    capitals, countries = _governments()
    tags = [view.tag[place] for part in draft.quote for place in range(*part)]
    if name in capitals:
        return any(tag in _VERBS for tag in tags)
    if name in countries:
        return any(tag in _VERBS[:-1] for tag in tags)
    return not _is_place(name) and all(view.entity[place] != "LOC" for place in words)


def _is_place(name: str) -> bool:
    return name in _AT_HOME or name in _places()


@cache
def _places() -> frozenset[str]:
    return frozenset(name for row in read_lexicon("places") for name in row["places"].split("|"))

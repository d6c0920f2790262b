"""Puts right what the trained model says of a statement: its ends, its speaker, and whether it is one at all."""

from collections import defaultdict
from collections.abc import Sequence

from analysis.language.token_columns import Ranges, TokenColumns
from analysis.statements.frames.draft import Draft
from analysis.statements.frames.rule_table import LEARNED
from analysis.statements.model.features import tokens
from analysis.statements.syntax.clauses import RELATIVES

_FEWEST = 3
"""Tokens of the shortest statement that is no direct one."""
_NEVER_FIRST = frozenset("“,.:;)")
_NEVER_LAST = frozenset("„,:;(–")
_NEVER_FIRST_OF_DIRECT, _NEVER_LAST_OF_DIRECT = _NEVER_FIRST | {"„"}, _NEVER_LAST | {"“"}
_CARRIED = frozenset({"subjunctive", "free_indirect", "direct"})


def is_whole(view: TokenColumns, draft: Draft) -> bool:
    """Whether a statement that no rule knows is more than a scrap; what sums up is a clause with a verb of saying."""
    if draft.type == "direct" or draft.rule != LEARNED:
        return True
    places = tokens(draft.quote)
    if draft.type == "reported" and not (draft.cue and any(view.finite[place] for place in places)):
        return False
    return len(places) >= _FEWEST


def without_stray_marks(view: TokenColumns, draft: Draft) -> Ranges:
    """The quote without marks at its ends that belong to what stands beside it."""
    first, last = draft.quote[0][0], draft.quote[-1][1]
    direct = draft.type == "direct"
    while first < last and view.form[first] in (_NEVER_FIRST_OF_DIRECT if direct else _NEVER_FIRST):
        first += 1
    while first < last and view.form[last - 1] in (_NEVER_LAST_OF_DIRECT if direct else _NEVER_LAST):
        last -= 1
    cut = tuple((max(first, start), min(last, end)) for start, end in draft.quote)
    return tuple(part for part in cut if part[0] < part[1]) or draft.quote


def one_mention(view: TokenColumns, speaker: Ranges) -> Ranges:
    """The speaker without its relative clause, and without a preposition at its end: "Peskow am [Montag]"."""
    if not speaker:
        return speaker
    first, last = speaker[-1]
    relative = (i for i in range(first + 1, last - 1) if view.form[i] == "," and view.tag[i + 1] in RELATIVES)
    last = next(relative, last)
    while last - first > 1 and view.tag[last - 1] in ("APPR", "APPRART", "$,"):
        last -= 1
    return (*speaker[:-1], (first, last))


def without_parts(drafts: Sequence[Draft]) -> list[Draft]:
    """The statements without those that the model found within another one of the same type."""
    holders: dict[int, set[int]] = defaultdict(set)
    for number, draft in enumerate(drafts):
        for token in tokens(draft.quote):
            holders[token].add(number)

    def is_part(number: int) -> bool:
        own = tokens(drafts[number].quote)
        around = set.intersection(*(holders[token] for token in own)) - {number}
        larger = (other for other in around if drafts[other].type == drafts[number].type)
        return any(other < number or len(tokens(drafts[other].quote)) > len(own) for other in larger)

    return [draft for number, draft in enumerate(drafts) if draft.rule != LEARNED or not is_part(number)]


def carried_on(view: TokenColumns, drafts: list[Draft]) -> list[Draft]:
    """Carried-on speech without a speaker has the one of the statement before it, in the same paragraph."""
    drafts.sort(key=lambda draft: draft.at())
    text = view.document.text
    for number, draft in enumerate(drafts):
        if draft.speaker or draft.cue or draft.withheld or draft.type not in _CARRIED:
            continue
        before = next((other for other in reversed(drafts[:number]) if other.speaker), None)
        if before is None or before.speaker[-1][1] > draft.at():
            continue
        if "\n" not in text[view.start[before.speaker[0][0]] : view.start[draft.at()]]:
            drafts[number] = draft.change(speaker=before.speaker)
    return drafts

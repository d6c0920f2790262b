"""What a medium passes on is the statement of who spoke: "Laut TASS begrüßte Peking …", "wie RIA meldete, …"."""

from collections.abc import Sequence

from analysis.language.token_columns import TokenColumns, covers, minus, without_stop
from analysis.sources.lexicons.known_entities import load_lexicon
from analysis.statements.frames.draft import Draft
from analysis.statements.frames.speaker_nouns import is_agent_noun
from analysis.statements.rules.speech_acts import find_speech_acts
from analysis.statements.syntax.units import Unit
from analysis.taxonomy import MEDIA

_RELAYING = frozenset({"laut", "nach", "zufolge", "wie"})
"""Rules of phrases by which a medium may stand in for who spoke."""


def with_relayed_acts(view: TokenColumns, unit: Unit, drafts: Sequence[Draft]) -> list[Draft]:
    """The statements of a unit, those of media that only report a speech act given to who spoke."""
    return [_act(view, unit, draft, drafts) or draft for draft in drafts]


def _act(view: TokenColumns, unit: Unit, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The speech act of somebody else that is all of what a medium reports; None where there is none."""
    if draft.rule not in _RELAYING or not _is_medium(view, draft):
        return None
    others = [other for other in drafts if other is not draft]
    for act in find_speech_acts(view, unit, others):
        told = all(covers(draft.quote, index) for part in (*act.cue, *act.speaker) for index in range(*part))
        if told:
            whole = ((first, without_stop(view, first, last)) for first, last in act.quote)
            quote = tuple(part for one in whole for part in minus(one, draft.frame))
            quote = tuple(part for part in quote if any(view.tag[index][0] != "$" for index in range(*part)))
            return act.change(rule="act.relayed", quote=quote, frame=draft.frame) if quote else None
    return None


def _is_medium(view: TokenColumns, draft: Draft) -> bool:
    """Whether a speaker is a medium by its name or its noun."""
    words = [view.form[index] for part in draft.speaker for index in range(*part)]
    if any(match.entry.institution in MEDIA for match in load_lexicon().scan(words)):
        return True
    return any(is_agent_noun(word.lower(), "medium") for word in words if word[:1].isupper())

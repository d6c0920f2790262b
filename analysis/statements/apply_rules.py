"""Applies the rules to a document, unit by unit, and remembers the last speaker for the sentences that follow.

The order of the families matters: quotations claim their reporting clauses first, then clauses with a verb,
then source phrases, withheld answers and speech acts; quoted words that none of these has come last.
"""

from collections.abc import Sequence

from analysis.language.token_columns import Range, TokenColumns, merge
from analysis.statements.frames.dialogue import find_answers
from analysis.statements.frames.draft import Draft, touches
from analysis.statements.frames.headline_speakers import without_topics
from analysis.statements.frames.quoted_words import in_words
from analysis.statements.frames.rule_table import RULES
from analysis.statements.rules.back_references import find_back_reference
from analysis.statements.rules.continuations import continued_soll, continued_subjunctive
from analysis.statements.rules.direct import find_direct
from analysis.statements.rules.indirect import find_indirect
from analysis.statements.rules.mixed_quotes import find_called, find_mixed_quotes
from analysis.statements.rules.source_phrases import find_source_phrases
from analysis.statements.rules.speech_acts import find_speech_acts, with_relayed_acts
from analysis.statements.rules.withheld import find_withheld
from analysis.statements.syntax.quotation_marks import Quotation
from analysis.statements.syntax.units import Unit, find_units

_NOBODY_YET = 99


def find_drafts(view: TokenColumns, quotations: Sequence[Quotation]) -> list[Draft]:
    """The statements of a document in token numbers, unit by unit; ``quotations`` are its paired marks."""
    answers = find_answers(view)
    state = _RuleState(view)
    for unit in find_units(view, quotations):
        state.step(unit)
    return [in_words(draft, quotations) for draft in without_topics(view, _outside(state.drafts, answers))]


def _outside(drafts: Sequence[Draft], answers: Sequence[Draft]) -> list[Draft]:
    """The answers of a dialogue, and the statements that stand in none of them."""
    taken = [answer.quote[0] for answer in answers]
    others = [d for d in drafts if not any(first <= d.at() < last for first, last in taken)] if taken else list(drafts)
    return [*others, *answers]


class _RuleState:
    """The statements of the units so far, and the last speaker and quotation that later units refer to."""

    def __init__(self, view: TokenColumns) -> None:
        self.drafts: list[Draft] = []
        self._view = view
        self._before: Unit | None = None
        self._speaking: Draft | None = None
        self._quoted: Draft | None = None
        self._distance = _NOBODY_YET

    def step(self, unit: Unit) -> None:
        """Add the statements of the next unit."""
        if self._before is None or unit.paragraph != self._before.paragraph:
            self._quoted = None
        drafts = self._with_back_reference(unit, _in_unit(self._view, unit, self._quoted))
        self.drafts += drafts
        self._remember(drafts)
        for sentence in unit.sentences:
            if not any(_overlap(draft, sentence) for draft in drafts):
                self._continue(unit, sentence)
        self._before = unit

    def _with_back_reference(self, unit: Unit, drafts: list[Draft]) -> list[Draft]:
        """With the statement that "Das bestätigte X." makes of the sentence before, if that is none yet."""
        back = find_back_reference(self._view, unit, self._before)
        if back is None:
            return drafts
        if self.drafts and touches(self.drafts[-1], *back.quote[0]):
            if self.drafts[-1].cue or self.drafts[-1].at() != back.at():
                return drafts
            # "Das meldet X." names the source of what was only taken to go on the statement before
            self.drafts.pop()
        others = [draft for draft in drafts if draft.type != "reported"]
        segment = unit.segments[0]
        return drafts if any(touches(draft, segment.first, segment.last) for draft in others) else [back, *others]

    def _remember(self, drafts: Sequence[Draft]) -> None:
        if not drafts:
            return
        remembered = [draft for draft in drafts if RULES[draft.rule].remembered]
        named = [draft for draft in remembered if draft.speaker]
        quoted = [draft for draft in remembered if draft.type == "direct" and draft.frame]
        self._quoted = quoted[-1] if quoted else None
        self._speaking = named[-1] if named else self._speaking
        self._distance = 0 if named else self._distance + 1

    def _continue(self, unit: Unit, sentence: Range) -> None:
        """Add a sentence without a source of its own if it continues the statement before."""
        self._distance += 1
        arguments = (self._view, unit, sentence, self._speaking, self._distance)
        draft = continued_subjunctive(*arguments) or continued_soll(*arguments)
        if draft is None:
            return
        if self.drafts and _continues(self.drafts[-1], draft):
            self.drafts[-1] = _joined(self.drafts[-1], draft)
        else:
            self.drafts.append(draft)
        self._distance = 0


def _in_unit(view: TokenColumns, unit: Unit, quoted: Draft | None) -> list[Draft]:
    drafts = find_direct(view, unit, quoted)
    drafts += [draft for draft in find_indirect(view, unit) if not _clashes(draft, drafts)]
    drafts += [draft for draft in find_source_phrases(view, unit) if not _clashes(draft, drafts)]
    drafts = [draft for draft in drafts if not (RULES[draft.rule].relays and _relays(draft, drafts))]
    drafts = with_relayed_acts(view, unit, drafts)
    drafts += find_withheld(view, unit, drafts)
    drafts += find_called(view, unit, drafts)
    drafts += find_speech_acts(view, unit, drafts)
    drafts += find_mixed_quotes(view, unit, drafts)
    return drafts


def _clashes(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether another statement already has the quote or the cue."""
    return any(draft.quote == other.quote or (draft.cue and draft.cue == other.cue) for other in others)


def _relays(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether what somebody reports is that another one said it: "…, sagte X, wie die Agentur meldete"."""
    cues = (cue for other in others if other is not draft for cue in other.cue)
    return any(first <= cue[0] and cue[1] <= last for cue in cues for first, last in draft.quote)


def _overlap(draft: Draft, sentence: Range) -> bool:
    return any(first < sentence[1] and sentence[0] < last for first, last in (*draft.quote, *draft.frame))


def _continues(before: Draft, draft: Draft) -> bool:
    """Whether a continuing sentence directly follows another of the same speaker: both are one statement."""
    adjacent = before.quote[-1][1] == draft.quote[0][0]
    return adjacent and (before.type, before.rule, before.speaker) == (draft.type, draft.rule, draft.speaker)


def _joined(before: Draft, draft: Draft) -> Draft:
    return before.change(quote=merge((*before.quote, *draft.quote)), inside=merge((*before.inside, *draft.inside)))

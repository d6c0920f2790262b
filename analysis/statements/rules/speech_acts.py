"""Reported speech acts: the clause itself sums up what was said ("lehnte den Plan ab", "sprach von …").

One that a medium only passes on ("Laut TASS begrüßte Peking …") is the statement of who spoke.
"""

from collections.abc import Sequence

from analysis.language.token_columns import Range, Ranges, TokenColumns, covers, minus, without_stop
from analysis.sources.lexicons.known_entities import load_lexicon
from analysis.statements.frames.cues import Predicate, find_predicate
from analysis.statements.frames.draft import Draft, touches
from analysis.statements.frames.rule_table import RULES
from analysis.statements.frames.speaker_nouns import is_agent, is_agent_noun
from analysis.statements.frames.speakers import find_speaker
from analysis.statements.syntax.clauses import Segment, clause_tokens
from analysis.statements.syntax.noun_phrases import is_time, phrase_end
from analysis.statements.syntax.units import Unit
from analysis.taxonomy import MEDIA

_TOPICS = {
    "von": ("von", "vom", "davon"), "über": ("über",), "vor": ("vor", "vorm"), "auf": ("auf", "aufs"),
    "mit": ("mit",), "für": ("für",), "gegen": ("gegen",), "um": ("um",), "an": ("an", "am", "ans"),
    "zu": ("zu", "zur", "zum"),
}  # fmt: skip
_DENIALS = frozenset({"zurückweisen", "bestreiten", "dementieren", "leugnen", "abstreiten"})


def find_speech_acts(view: TokenColumns, unit: Unit, drafts: Sequence[Draft]) -> list[Draft]:
    """The speech acts of a unit, one for each main clause that carries no other statement."""
    found: list[Draft] = []
    for number, segment in enumerate(unit.segments):
        if segment.kind != "main" or segment.verb < 0 or view.mood[segment.verb] == "K1":
            continue
        if any(touches(draft, segment.first, segment.last) for draft in [*drafts, *found]):
            continue
        tokens = clause_tokens(unit.segments, number, 4, ends=_is_main)
        predicate = find_predicate(view, segment.verb, tokens)
        if predicate is not None and _reports(view, unit, number, predicate):
            draft = _statement(view, unit, number, predicate)
            if draft is not None:
                found.append(draft)
    return found


def _is_main(segment: Segment) -> bool:
    return segment.kind == "main"


def _reports(view: TokenColumns, unit: Unit, number: int, predicate: Predicate) -> bool:
    return predicate.takes("object") or _topic(view, unit.segments[number], predicate) is not None


def _topic(view: TokenColumns, segment: Segment, predicate: Predicate) -> int | None:
    """The preposition of the topic: "sprach von", "warnte vor"."""
    if not predicate.takes("topic"):
        return None
    forms = {form for word in predicate.entry.words for form in _TOPICS.get(word, (word,))}
    return next((index for index in range(segment.first, segment.last) if view.low[index] in forms), None)


def _statement(view: TokenColumns, unit: Unit, number: int, predicate: Predicate) -> Draft | None:
    segments = unit.segments
    segment = segments[number]
    first = number
    if segment.verb_first and not segment.joined:
        while first > 0 and segments[first - 1].kind in ("frag", "sub"):
            first -= 1
    clause = [s for s in segments[first:] if s.kind in ("main", "frag")]
    speaker = find_speaker(view, clause, predicate)
    if not speaker or not is_agent(view, *speaker[0]):
        return None
    sentence = next(s for s in unit.sentences if s[0] <= segment.first < s[1])
    mains = [s for s in segments if s.kind == "main" and sentence[0] <= s.first < sentence[1]]
    if len(mains) > 1:
        later = [s.first for s in mains if s.first > segment.first]
        sentence = (clause[0].first if segment is not mains[0] else sentence[0], min(later, default=sentence[1]))
    summary = _summary(view, segment, predicate, speaker) if len(segments) == 1 else None
    if summary is not None and _says_more(view, segment, (*speaker, *predicate.ranges, summary)):
        summary = None
    quote = summary or sentence
    rule = "act.object" if summary else f"act.{predicate.entry.kind}"
    return Draft("reported", rule, (quote,), speaker, predicate.ranges, inside=(sentence,))


def _says_more(view: TokenColumns, segment: Segment, parts: Ranges) -> bool:
    """Whether a clause holds more than who denied what, and when: then all of it is the statement."""
    index = segment.first
    while index < segment.last:
        tag = view.tag[index]
        if covers(parts, index) or tag[0] == "$" or tag in ("ADV", "KON", "KOKOM"):
            index += 1
            continue
        end = phrase_end(view, index + 1 if tag in ("APPR", "APPRART") else index, segment.last)
        if end <= index or not is_time(view, index, end):
            return True
        index = end
    return False


def _summary(view: TokenColumns, segment: Segment, predicate: Predicate, speaker: Ranges) -> Range | None:
    """The phrase that sums up the utterance, for denials and for "über …": "die Vorwürfe der USA"."""
    topic = _topic(view, segment, predicate)
    if topic is not None and view.low[topic] == "über":
        end = phrase_end(view, topic + 1, segment.last)
        return (topic, end) if end > topic + 1 else None
    if predicate.entry.lemma not in _DENIALS or predicate.passive:
        return None
    index = segment.first
    while index < segment.last:
        if covers(speaker, index) or index in predicate.tokens or view.tag[index] in ("APPR", "APPRART", "ADV"):
            skips = view.tag[index] in ("APPR", "APPRART")
            index = max(phrase_end(view, index + 1, segment.last), index + 1) if skips else index + 1
            continue
        end = phrase_end(view, index, segment.last)
        if end > index and not is_time(view, index, end):
            return index, end
        index = max(end, index + 1)
    return None


def with_relayed_acts(view: TokenColumns, unit: Unit, drafts: Sequence[Draft]) -> list[Draft]:
    """The statements of a unit, those of media that only report a speech act given to who spoke."""
    return [_act(view, unit, draft, drafts) or draft for draft in drafts]


def _act(view: TokenColumns, unit: Unit, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The speech act of somebody else that is all of what a medium reports; None where there is none."""
    if not _names_source(draft) or not _is_medium(view, draft):
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


def _names_source(draft: Draft) -> bool:
    """Whether a phrase of source or a clause with "wie" tells who speaks."""
    rule = RULES[draft.rule]
    return rule.relays or rule.family == "source phrase"


def _is_medium(view: TokenColumns, draft: Draft) -> bool:
    """Whether a speaker is a medium by its name or its noun."""
    words = [view.form[index] for part in draft.speaker for index in range(*part)]
    if any(match.entry.institution in MEDIA for match in load_lexicon().scan(words)):
        return True
    return any(is_agent_noun(word.lower(), "medium") for word in words if word[:1].isupper())

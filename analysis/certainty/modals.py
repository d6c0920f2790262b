"""Modal verbs as hedges: "soll" and "will" as hearsay, "könnte" and "dürfte" as possibility.

Each rule looks at the verbs that close the clause and at a few words around them. Konjunktiv II alone is
never a hedge.
"""

from collections.abc import Iterator

from analysis.certainty import context_words
from analysis.certainty.patterns import Match
from analysis.certainty.verb_clauses import Bracket, ClauseView

_SOLL = frozenset(("soll", "sollen", "solle"))
_WILL = frozenset(("will", "wollen", "wolle", "wollte", "wollten"))


def match_modals(reading: ClauseView) -> Iterator[Match]:
    """The modal hedges of a text, in text order."""
    for index, word in enumerate(reading.lower):
        if word in _SOLL:
            match = _soll(reading, index)
        elif word in ("sollte", "sollten"):
            match = _sollte(reading, index)
        elif word in _WILL:
            match = _will(reading, index)
        elif word in ("könnte", "könnten"):
            match = _koennte(reading, index)
        elif word in ("dürfte", "dürften"):
            match = _duerfte(reading, index)
        else:
            continue
        if match:
            yield match


def _soll(reading: ClauseView, index: int) -> Match | None:
    bracket = _bracket(reading, index)
    if bracket is None or _is_condition(reading, index):
        return None
    if reading.is_perfect(bracket):
        return _hearsay(reading, index, bracket, "soll-perfect") if _is_past_event(reading, index, bracket) else None
    rule = _state_rule(reading, index, bracket)
    return _hearsay(reading, index, bracket, rule) if rule else None


def _sollte(reading: ClauseView, index: int) -> Match | None:
    """Hearsay told in the past: "sollte beteiligt gewesen sein"."""
    bracket = _bracket(reading, index)
    if bracket is None or _is_condition(reading, index) or not reading.is_perfect(bracket):
        return None
    if reading.lower[bracket.last - 1] != "gewesen" or "hätte" in reading.forms(_scope(reading, index, bracket)):
        return None
    return _hearsay(reading, index, bracket, "sollte-perfect")


def _is_past_event(reading: ClauseView, index: int, bracket: Bracket) -> bool:
    """Whether a perfect infinitive reports an event instead of planning a state."""
    if reading.lower[bracket.last] == "haben":
        return True
    participle = reading.lower[bracket.last - 1]
    if participle in context_words.words("perfect_sein"):
        return True
    planned = not reading.forms(_scope(reading, index, bracket)).isdisjoint(context_words.words("future"))
    return participle in context_words.words("predicate") and not planned


def _state_rule(reading: ClauseView, index: int, bracket: Bracket) -> str:
    """The rule under which a plain infinitive with "soll" is hearsay, or an empty string."""
    scope = reading.forms(_scope(reading, index, bracket))
    if scope & context_words.words("future"):
        return ""
    infinitive = reading.lower[bracket.last]
    if context_words.states().get(infinitive, "?") in scope | {""}:
        return "soll-state"
    if infinitive == "haben" and scope >= {"zu", "tun"}:
        return "soll-state"
    quoted = not scope.isdisjoint(context_words.words("quoting"))
    if infinitive != "sein":
        return "soll-quoted" if quoted and infinitive in context_words.words("state_quoted") else ""
    if scope & context_words.words("predicate"):
        return "soll-predicate"
    if scope & context_words.words("among") or scope >= {"von", "ihnen"}:
        return "soll-among"
    return "soll-quoted" if quoted else ""


def _will(reading: ClauseView, index: int) -> Match | None:
    """A self-claim: "will nichts gewusst haben"."""
    bracket = _bracket(reading, index)
    if bracket is None or not reading.is_perfect(bracket):
        return None
    scope = reading.forms(_scope(reading, index, bracket))
    if scope & context_words.words("future") or scope & {"ich", "wir"}:
        return None
    participle = reading.lower[bracket.last - 1]
    if reading.lower[bracket.last] == "sein" and participle not in context_words.words("perfect_sein"):
        return None
    return _hearsay(reading, index, bracket, "will-perfect")


def _koennte(reading: ClauseView, index: int) -> Match | None:
    clause = reading.clause(index)
    if _is_condition(reading, index) or reading.lower[max(index - 1, 0)] == "als":
        return None
    if _is_unreal(reading, index) or _is_request(reading, index):
        return None
    forms = reading.forms(clause)
    if not forms.isdisjoint(context_words.words("ability")) or _describes_nothing(reading, clause):
        return None
    if reading.closes(index) and _bracket(reading, index) is None:
        return None
    denied = not forms.isdisjoint(context_words.words("negation"))
    if denied and reading.lower[index] == "könnten" and _reports(reading, index):
        return None
    return Match((index,), "modal", "könnte", index)


def _describes_nothing(reading: ClauseView, clause: range) -> bool:
    """Whether the clause is a relative clause about something denied ("kein Grund, der das erklären könnte")."""
    if reading.tags[clause.start] != "PRELS" or clause.start < 2:
        return False
    before = reading.forms(reading.clause(clause.start - 2))
    return any(word.startswith("kein") or word in ("nichts", "niemand") for word in before)


def _duerfte(reading: ClauseView, index: int) -> Match | None:
    clause = reading.clause(index)
    if _is_condition(reading, index):
        return None
    bracket = _bracket(reading, index)
    scope = reading.forms(_scope(reading, index, bracket) if bracket else clause)
    plural = reading.lower[index] == "dürften"
    guess = bracket is not None and reading.lower[bracket.last] in context_words.words("outcome")
    if scope & context_words.words("negation") and (plural or not guess or scope >= {"es", "geben"}):
        return None
    return None if plural and "nur" in scope and not guess else Match((index,), "modal", "dürfte", index)


def _hearsay(reading: ClauseView, index: int, bracket: Bracket, rule: str) -> Match:
    """A cue of the modal and the infinitive, the participle worden or gewesen included."""
    before = bracket.last - 1
    passive_or_past = bracket.first <= before != index and reading.lower[before] in ("worden", "gewesen")
    tokens = {index, bracket.last, *([before] if passive_or_past else [])}
    return Match(tuple(sorted(tokens)), "hearsay", rule, index)


def _bracket(reading: ClauseView, index: int) -> Bracket | None:
    """The verbs that go with a modal: before it at the end of a subordinate clause, else after it."""
    before = reading.bracket_before(index) if reading.closes(index) else None
    return before or reading.bracket_after(index)


def _scope(reading: ClauseView, index: int, bracket: Bracket) -> range:
    clause = reading.clause(index)
    return range(min(clause.start, bracket.first), max(clause.stop, bracket.last + 1))


def _is_condition(reading: ClauseView, index: int) -> bool:
    """Whether the clause is a condition or purpose: under wenn, damit, wie or verb-first ("Könnte er, …")."""
    clause = reading.clause(index)
    openers = (i for i in range(index - 1, clause.start, -1) if reading.tags[i] == "KOUS")
    opener = reading.lower[next(openers, clause.start)]
    if opener in context_words.words("conditional") and (index > clause.start + 1 or opener == "wie"):
        return True
    after = clause.stop + 1
    return clause.start == index and after < len(reading.lower) and reading.is_finite(after)


def _is_unreal(reading: ClauseView, index: int) -> bool:
    """Whether the sentence spells out a condition that does not hold ("Wenn er hier wäre, könnte er …")."""
    first, last = reading.sentence(index)
    forms = reading.lower[first:last]
    unreal = context_words.words("unreal")
    return ("wenn" in forms or forms[0] in unreal) and not unreal.isdisjoint(forms)


def _is_request(reading: ClauseView, index: int) -> bool:
    """Whether somebody is asked for something: "Könnten Sie …?"."""
    _, last = reading.sentence(index)
    return reading.lower[index + 1 : index + 2] == ["sie"] and "?" in reading.lower[index:last]


def _reports(reading: ClauseView, index: int) -> bool:
    """Whether this sentence or the one before is indirect speech, where "könnten" may stand for "können"."""
    first, last = reading.sentence(index)
    first = reading.sentence(first - 1)[0] if first else first
    if any(token.mood == "K1" for token in reading.tokens[first:last]):
        return True
    return not context_words.words("saying").isdisjoint(reading.lower[first:last])

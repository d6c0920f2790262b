"""Indirect speech continued in later sentences without a new reporting clause: in Konjunktiv, or with "soll"."""

from analysis.language.token_columns import TokenColumns
from analysis.statements.frames.draft import Draft
from analysis.statements.syntax.units import Unit

_SUPPOSING = frozenset({"dürfte", "dürften"})
_CONDITIONAL = frozenset({"wenn", "falls", "sofern"})


def reported_mood(view: TokenColumns, first: int, last: int, unit: Unit) -> str:
    """ "K1" or "K2" where the main verb of the sentence is in reported mood, else ""."""
    mains = [s for s in unit.segments if s.kind == "main" and first <= s.first < last and s.verb >= 0]
    if not mains:
        subs = [s for s in unit.segments if s.kind == "sub" and first <= s.first < last and s.verb >= 0]
        return "K1" if subs and all(view.mood[s.verb] == "K1" for s in subs) else ""
    moods = [view.mood[s.verb] for s in mains]
    if "K1" in moods and moods[0]:
        return "K1"
    if moods[0] == "K2" or (moods[0] == "" and "K1" in moods):
        return moods[0] or "K1"
    return moods[0]


def continued_subjunctive(
    view: TokenColumns, unit: Unit, sentence: tuple[int, int], last: Draft | None, distance: int
) -> Draft | None:
    """A sentence in Konjunktiv that continues the statement ``last``, ``distance`` sentences back."""
    first, end = sentence
    mood = reported_mood(view, first, end, unit)
    if not mood:
        return None
    if last is None:
        return Draft("subjunctive", "konjunktiv.alone", (sentence,), inside=(sentence,)) if mood == "K1" else None
    if mood == "K2" and (distance > 1 or _is_condition(view, first, end) or _supposes(view, first, end)):
        return None
    if mood == "K1" and distance > 6:
        return Draft("subjunctive", "konjunktiv.alone", (sentence,), inside=(sentence,))
    rule = "konjunktiv.carried" if mood == "K1" else "konjunktiv2.carried"
    return Draft("subjunctive", rule, (sentence,), last.speaker, inside=(sentence,))


def _is_condition(view: TokenColumns, first: int, end: int) -> bool:
    return any(view.low[index] in _CONDITIONAL for index in range(first, end))


def _supposes(view: TokenColumns, first: int, end: int) -> bool:
    """Whether the author supposes something, as in "Das dürfte dem Rat nicht gefallen"."""
    return any(view.low[index] in _SUPPOSING for index in range(first, end))


def continued_soll(
    view: TokenColumns, unit: Unit, sentence: tuple[int, int], last: Draft | None, distance: int
) -> Draft | None:
    """A sentence with "soll" right after a statement: free indirect speech of the same speaker."""
    first, end = sentence
    if last is None or distance > 1:
        return None
    for segment in unit.segments:
        if segment.kind == "main" and first <= segment.first < end and segment.verb >= 0:
            if view.lemma[segment.verb] == "sollen":
                return Draft("free_indirect", "soll", (sentence,), last.speaker, inside=(sentence,))
            return None
    return None

"""Whether the words of saying are denied: "bestätigte nicht", "kein Dementi", "ohne zu kritisieren"."""

from analysis.certainty.stance.clause import MARKS, ReportingClause
from analysis.certainty.stance.lexicon import lexicon

_NOT = frozenset(("nicht", "nie", "niemals", "weder", "kaum", "keineswegs", "keinesfalls", "mitnichten"))
_NO = ("kein", "keine", "keinen", "keinem", "keiner", "keines", "keinerlei", "niemand", "niemanden", "niemandem")
_NO_FORMS = frozenset(_NO)
_NO_DENIAL_BEFORE = frozenset(("nur", "zuletzt", "bloß", "bloss", "allein", "ohne", "zum"))
_WITHOUT = frozenset(("ohne", "statt", "anstatt"))


def is_negated(clause: ReportingClause) -> bool:
    """Whether an odd number of negations stands with the words of saying; "nicht nur" counts none."""
    refrained = any(verb in lexicon().negators for verb in clause.verbs)
    return (_has_negative(clause) + _is_left_undone(clause) + refrained) % 2 == 1


def _has_negative(clause: ReportingClause) -> bool:
    marks = [i for i in clause.around if clause.tokens[i].form in MARKS]
    pairs = list(zip(marks[::2], marks[1::2], strict=True)) if len(marks) % 2 == 0 else []
    return any(
        _negates(clause, index) for index in clause.around if not any(first < index < last for first, last in pairs)
    )


def _negates(clause: ReportingClause, index: int) -> bool:
    tokens = clause.tokens
    word = tokens[index].form.lower()
    if word in _NO_FORMS:
        return True
    if word not in _NOT or index + 1 == len(tokens):
        return word in _NOT
    after = tokens[index + 1]
    if after.form.lower() in _NO_DENIAL_BEFORE or _is_corrected(clause, index):
        return False
    # "die nicht eingehaltenen Fristen", "als nicht haltbar": the adjective alone is negated.
    return after.tag != "ADJA" and tokens[index - 1].tag != "KOKOM"


def _is_corrected(clause: ReportingClause, index: int) -> bool:
    """Whether "sondern" goes on after the negated part: what is denied is that part, not the saying."""
    for token in clause.tokens[index + 1 :]:
        if token.tag == "$.":
            return False
        if token.form.lower() == "sondern":
            return True
    return False


def _is_left_undone(clause: ReportingClause) -> bool:
    """Whether the saying is an infinitive under "ohne zu"."""
    first = clause.around[0]
    verbs = [i for i in clause.cue if clause.tokens[i].tag in ("VVINF", "VVIZU")]
    with_zu = any(clause.tokens[i].tag == "VVIZU" or clause.tokens[i - 1].tag == "PTKZU" for i in verbs)
    return with_zu and clause.tokens[first].form.lower() in _WITHOUT

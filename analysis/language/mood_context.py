"""Context that decides the mood of forms that look like the indicative: subjects, coordination, conditions.

Every rule looks at one sentence: its lower-cased ``forms``, their ``tags``, the ``place`` of the verb and the moods
``before`` it.
"""

from collections.abc import Sequence

from analysis.model import Mood

_EDGES = ("$,", "$.", "KON")
_MARKS = ("$(", "$.")
_SUBJECTS = ("PPER", "PIS", "PDS", "NE", "ART", "PPOSAT", "PIAT", "PDAT", "ADJA", "CARD", "PRF")
_FIRST_PERSON = frozenset(("mich", "mir", "mein", "meine", "meinen", "meiner"))
_NOT_NOMINATIVE = frozenset(
    "den dem des einen einem eines sich ihn ihm ihnen dir dich uns diesen diesem jeden jedem keinen keinem".split()
)
_ADVICE = frozenset("also allerdings dringend endlich jedenfalls ruhig unbedingt".split())
"""Words beside which "sollte" gives advice instead of telling of a plan of the past."""
_PLANNED = frozenset("bereits damals eigentlich einst gestern ursprünglich zunächst zuvor".split())
"""Words beside which "sollte" tells of a plan of the past, in speech too."""
CONDITIONS = frozenset(("wenn", "falls", "sofern"))

Moods = Sequence[tuple[Mood, str]]
"""Mood and infinitive of every word, as far as they are known."""


def says_i(forms: Sequence[str], tags: Sequence[str], place: int, before: Moods) -> bool:
    """Whether the subject is "ich": named in the verb's clause, shared with the verb before, or left out."""
    start, end = clause(tags, place)
    if "ich" in forms[start:end]:
        return True
    if start != place:
        return False
    if start > 0 and tags[start - 1] == "KON" and not opens_sentence(tags, start):
        return _shares_i(forms, tags, place, before)
    if _FIRST_PERSON & set(forms[start:end]):
        return True
    # Headlines report with a bare auxiliary ("Minister: Habe nichts gewusst"); other verbs leave out "ich".
    return tags[place][1] == "V" and opens_sentence(tags, place) and not _is_subject(forms, tags, place + 1)


def opens_sentence(tags: Sequence[str], place: int) -> bool:
    """Whether nothing but a conjunction or quotation mark stands before the verb."""
    return all(tag == "KON" or tag.startswith(_MARKS) for tag in tags[:place])


def _is_subject(forms: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Whether a subject other than "ich" may stand here, right after its verb."""
    if place >= len(tags) or forms[place] in _FIRST_PERSON | _NOT_NOMINATIVE:
        return False
    return tags[place].startswith(_SUBJECTS)


def _shares_i(forms: Sequence[str], tags: Sequence[str], place: int, before: Moods) -> bool:
    """Whether a verb right after "und" goes on with the "ich" of the finite verb before it."""
    for index in range(place - 2, -1, -1):
        if tags[index].endswith("FIN"):
            start, end = clause(tags, index)
            return "ich" in forms[start:end] and not before[index][0]
    return False


def is_second(forms: Sequence[str], tags: Sequence[str], place: int, before: Moods) -> bool:
    """Whether a form shared with the preterite is Konjunktiv II here."""
    if _continues_subjunctive(tags, place, before):
        return True
    if place > 1 and forms[place - 1] == "als" and forms[place - 2] == "," and _is_subject(forms, tags, place + 1):
        return True
    if forms[place] not in ("sollte", "sollten"):
        return False
    return _is_advice(forms, tags, place) or _is_condition(forms, tags, place)


def _is_advice(forms: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Whether "sollte" advises: by a word of its main clause, or because somebody says it in so many words."""
    start, end = clause(tags, place)
    if tags[start].startswith("KOU") or place == end - 1:
        return False
    if not _ADVICE.isdisjoint(forms[start:end]):
        return True
    return _is_spoken(forms, place) and _PLANNED.isdisjoint(forms[start:end])


def _is_spoken(forms: Sequence[str], place: int) -> bool:
    """Whether a quotation that began in the sentence is still open: who speaks says what should be."""
    before = forms[:place]
    return before.count("„") > before.count("“")


def _is_condition(forms: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Whether "sollte" stands for "wenn": at the head of a clause with a main clause after it, or under "wenn"."""
    start, end = clause(tags, place)
    if forms[start] in CONDITIONS:
        return True
    at_head = opens_sentence(tags, place) or tags[place - 1].startswith(_MARKS)
    if not at_head or "?" in forms[place:]:
        return False
    return end + 1 < len(forms) and any(tag.endswith("FIN") for tag in tags[end + 1 : end + 3])


def _continues_subjunctive(tags: Sequence[str], place: int, before: Moods) -> bool:
    """Whether the verb opens the second half of a coordination whose first half stands in Konjunktiv II."""
    if place < 2 or tags[place - 1] != "KON" or tags[place - 2].startswith("$"):
        return False
    start, end = clause(tags, place - 2)
    if tags[place - 2].endswith("FIN") and clause(tags, place)[1] > place + 1:
        # A verb at the end of its clause is followed by another such, not by one in second position.
        return False
    return any(mood == "K2" for mood, _ in before[start:end])


def clause(tags: Sequence[str], place: int) -> tuple[int, int]:
    """The tokens around a word up to the next comma, other mark or conjunction on either side."""
    start = place
    while start > 0 and not tags[start - 1].startswith(_EDGES):
        start -= 1
    end = place + 1
    while end < len(tags) and not tags[end].startswith(_EDGES):
        end += 1
    return start, end

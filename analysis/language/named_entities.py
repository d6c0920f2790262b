"""Makes the named entities of a document whole and consistent.

Listed names that the model missed are labelled, persons get the rest of their names, and a surname that was
a person once is one everywhere.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from analysis.language.lemmas import lemma
from analysis.resources import read_lexicon

_LEAST_LETTERS = 3
_PARTICLES = frozenset(("von", "van", "de", "del", "della", "di", "da", "bin", "ibn", "al", "ten"))
_ARTICLES = frozenset(("der", "den", "dem", "la"))
_LONGEST_LISTED = 3


@cache
def _listed() -> dict[str, str]:
    return {row["lemmas"]: row["kind"] for row in read_lexicon("known_names")}


@cache
def _heads() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in _listed())


def label_listed(forms: Sequence[str], labels: list[str], tags: Sequence[str]) -> None:
    """Labels the listed names of one sentence that the model missed, in place."""
    words = [_word(form, tag) if form[:1].isupper() else "" for form, tag in zip(forms, tags, strict=True)]
    heads = _heads()
    place = 0
    while place < len(words):
        size = _listed_at(words, place) if words[place] in heads and not labels[place] else 0
        if size and not any(labels[place : place + size]):
            kind = _listed()[" ".join(words[place : place + size])]
            labels[place : place + size] = ["B-" + kind] + ["I-" + kind] * (size - 1)
        place += size or 1


def _word(form: str, tag: str) -> str:
    """How the list spells a capitalised word; empty for words that cannot be part of a name."""
    if len(form) <= _LEAST_LETTERS and not form.isupper():
        return ""
    return lemma(form, tag).lower()


def _listed_at(words: Sequence[str], place: int) -> int:
    """How many words the longest listed name at ``place`` has; 0 where there is none."""
    for size in range(_LONGEST_LISTED, 0, -1):
        if " ".join(words[place : place + size]) in _listed() and place + size <= len(words):
            return size
    return 0


def complete_persons(forms: Sequence[str], labels: list[str], tags: Sequence[str]) -> None:
    """Gives persons the rest of their names, in place: ``Kim Jong | Un``, ``Ursula | von der Leyen``."""
    for place in range(1, len(forms)):
        if labels[place] or not labels[place - 1].endswith("PER"):
            continue
        end = place + (forms[place] in _PARTICLES)
        if place < end < len(forms) and forms[end] in _ARTICLES:
            end += 1
        if end < len(forms) and not labels[end] and _is_name(forms[end], tags[end], end > place):
            labels[place : end + 1] = ["I-PER"] * (end + 1 - place)


def _is_name(form: str, tag: str, after_particle: bool) -> bool:
    return form[:1].isupper() and (tag == "NE" or (after_particle and tag == "NN"))


def well_formed(labels: Sequence[str]) -> list[str]:
    """IOB2 without the O: a name that starts with I- starts with B-."""
    fixed: list[str] = []
    for label in labels:
        label = "" if label == "O" else label
        if label.startswith("I-") and (not fixed or fixed[-1][2:] != label[2:]):
            label = "B-" + label[2:]
        fixed.append(label)
    return fixed


def carry_names(sentences: Sequence[Sequence[str]], labels: Sequence[list[str]], tags: Sequence[Sequence[str]]) -> None:
    """Labels unlabelled mentions of a known name in place; one list of forms, labels and STTS tags per sentence."""
    known = _known(sentences, labels)
    for forms, marked, tagged in zip(sentences, labels, tags, strict=True):
        for place, form in enumerate(forms):
            kind = known.get(form) or known.get(form.removesuffix("s"))
            if not kind or not tagged[place].startswith("N"):
                continue
            alone = not marked[place] or (marked[place][0] == "B" and not _continues(marked, place))
            follows = place > 0 and marked[place - 1][2:] == kind
            if alone:
                marked[place] = ("I-" if follows else "B-") + kind


def _continues(marked: Sequence[str], place: int) -> bool:
    return place + 1 < len(marked) and marked[place + 1].startswith("I")


def _known(sentences: Sequence[Sequence[str]], labels: Sequence[Sequence[str]]) -> Mapping[str, str]:
    """The kind of each single-word name, and of each surname of a full name."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for forms, marked in zip(sentences, labels, strict=True):
        for place, label in enumerate(marked):
            form = forms[place]
            if not label or len(form) < _LEAST_LETTERS or not form[0].isupper():
                continue
            is_last = not _continues(marked, place)
            if label[0] == "B" and is_last:
                votes[form][label[2:]] += 1
            elif label == "I-PER" and is_last:
                votes[form]["PER"] += 2
    return {form: counts.most_common(1)[0][0] for form, counts in votes.items()}

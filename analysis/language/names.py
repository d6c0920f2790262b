"""Makes the named entities of a document agree: a surname that was a person once is one everywhere."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

_LEAST_LETTERS = 3


def well_formed(labels: Sequence[str]) -> list[str]:
    """IOB2 without the O: a name that starts with I- starts with B-."""
    fixed: list[str] = []
    for label in labels:
        label = "" if label == "O" else label
        if label.startswith("I-") and (not fixed or fixed[-1][2:] != label[2:]):
            label = "B-" + label[2:]
        fixed.append(label)
    return fixed


def carry_names(
    sentences: Sequence[Sequence[str]], labels: Sequence[list[str]], tags: Sequence[Sequence[str]]
) -> None:
    """Carries names through the document, in place: one list of forms, labels and STTS tags per sentence."""
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

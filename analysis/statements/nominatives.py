"""Which noun phrase can be the subject of a clause: German articles and pronouns show the nominative."""

from analysis.statements.phrases import is_time, phrase_end, with_apposition
from analysis.statements.view import Range, View

_OBLIQUE = frozenset(
    {
        "den", "dem", "des", "einem", "einen", "eines", "ihm", "ihn", "ihnen", "mir", "mich", "dir",
        "dich", "uns", "euch", "sich", "denen", "dessen", "deren", "wem", "wen", "diesem", "diesen",
        "dieses", "jedem", "jeden", "seinem", "seinen", "seines", "ihrem", "ihren", "ihres", "unserem",
        "unseren", "meinem", "meinen", "keinem", "keinen", "allem", "allen", "beiden", "vielen", "einigen",
        "mehreren", "anderen", "welchem", "welchen", "demjenigen", "denjenigen", "derjenigen", "ihr",
    }
)  # fmt: skip
_BEFORE_NUMBERS = frozenset(
    {"rund", "etwa", "fast", "knapp", "mehr", "mindestens", "sowohl", "weder", "viele"}
)


def can_be_subject(view: View, index: int) -> bool:
    """Whether the phrase that begins at ``index`` can stand in the nominative."""
    return view.low[index] not in _OBLIQUE and view.tag[index] not in ("APPR", "APPRART", "PRF")


def find_phrase(view: View, first: int, limit: int) -> Range | None:
    """The first noun phrase from ``first`` on that can be a subject; prepositional phrases do not count."""
    index = first
    while index < limit:
        tag = view.tag[index]
        if tag in ("APPR", "APPRART"):
            index = max(phrase_end(view, index + 1, limit), index + 1)
            continue
        if tag in ("ADV", "PTKNEG") and view.low[index] not in _BEFORE_NUMBERS:
            index += 1
            continue
        if tag == "PRF" or view.form[index] in ",:;":
            if view.form[index] in ":;":
                return None
            index += 1
            continue
        end = phrase_end(view, index, limit)
        if end == index:
            index += 1
        elif (
            can_be_subject(view, index) and not is_time(view, index, end) and not _expletive(view, index, end)
        ):
            return index, with_apposition(view, index, end, limit)
        else:
            index = end
    return None


def _expletive(view: View, first: int, end: int) -> bool:
    return end == first + 1 and view.low[first] in ("es", "man", "dies", "das") and view.tag[first] in (
        "PPER", "PIS", "PDS", "ART",
    )  # fmt: skip

"""Cuts the addressee off a speaker behind the verb: in "sagte Söder der dpa" Söder speaks, and the agency is told."""

from analysis.language.token_columns import TokenColumns, merge
from analysis.sources.lexicons.head_nouns import ROLES, split_noun
from analysis.sources.lexicons.known_entities import load_lexicon
from analysis.statements.frames.draft import Draft
from analysis.statements.syntax.noun_phrases import phrase_end
from analysis.taxonomy import MEDIA

_DATIVE = frozenset({"der", "dem", "den", "unserer", "unserem", "unseren", "dieser", "diesem", "ihrer"})
_LISTENERS = frozenset("reportern journalisten medien medienvertretern pressevertretern korrespondenten".split())
_DESKS = (
    "presse",
    "redaktion",
    "redaktionsnetzwerk",
    "mediengruppe",
    "zeitung",
    "zeitungen",
    "agentur",
    "sender",
    "portal",
)
_INQUIRIES = ("anfrage", "nachfrage", "frage")
_LETTERS = ("brief", "schreiben", "e-mail", "mail", "appell", "nachricht", "botschaft")
_QUOTES = frozenset('„“”"»«›‹‚‘')
_OF_MEDIA = (
    "chef", "chefin", "redakteur", "redakteurin", "reporter", "reporterin", "journalist", "journalistin", "intendant",
    "intendantin", "korrespondent", "korrespondentin", "moderator", "moderatorin", "herausgeber", "herausgeberin",
    "direktor", "direktorin", "leiter", "leiterin", "vorsitzend", "experte", "expertin", "mitarbeiter", "kommentator",
)  # fmt: skip
"""Roles that people have at a medium, so that the medium behind them is a genitive: "der Chefredakteur der Bild"."""
_LONGEST = 10


def separate_addressee(view: TokenColumns, draft: Draft) -> Draft:
    """The statement with who was told taken out of its speaker and made the addressee.

    That is a medium in the dative behind the speaker, who asked ("auf Anfrage der dpa"), or whom a letter is to.
    """
    asked = tuple(part for part in draft.speaker if _is_written_to(view, part[0]))
    if asked:
        draft = draft.change(
            speaker=tuple(part for part in draft.speaker if part not in asked),
            addressee=merge((*draft.addressee, *asked)),
        )
    for first, last in draft.speaker:
        said = [index for start, end in draft.cue if end <= first for index in range(start, end)]
        if not any(view.tag[index].startswith("V") for index in said):
            continue
        told = next((place for place in range(first + 1, last) if _is_told(view, first, place)), None)
        if told is None and last < view.size and _is_told(view, first, last):
            told = last
        if told is None:
            continue
        speaker = tuple(part for part in draft.speaker if part != (first, last) and part[1] <= first)
        listener = (told, _end(view, told))
        touching = tuple(part for part in draft.addressee if part[0] <= listener[1] and listener[0] <= part[1])
        return draft.change(speaker=merge((*speaker, (first, told))), addressee=merge((listener, *touching)))
    return draft


def _is_written_to(view: TokenColumns, first: int) -> bool:
    """Whether the phrase from this token on is whom an inquiry came from or a letter goes to."""
    if first < 2:
        return False
    while first > 2 and view.tag[first - 1] in ("ART", "ADJA"):
        first -= 1
    before, noun = view.low[first - 1], view.low[first - 2]
    return (before.endswith(_INQUIRIES) and noun in ("auf", "eine", "einer", "die", "der")) or (
        before == "an" and noun.endswith(_LETTERS)
    )


def _is_told(view: TokenColumns, first: int, place: int) -> bool:
    """Whether a medium in the dative begins at a token, right behind a whole speaker that began at ``first``."""
    before = place - 1
    while before > first and view.form[before] in _QUOTES:
        before -= 1
    if view.tag[before] not in ("NE", "NN", "PPER", "PDS") or not _may_be_followed(view, before):
        return False
    if view.low[place] in _LISTENERS:
        return True
    if view.form[place] not in _DATIVE or view.tag[place] not in ("ART", "PPOSAT", "PDAT"):
        return False
    return _is_medium(view, place + 1)


def _may_be_followed(view: TokenColumns, head: int) -> bool:
    noun = split_noun(view.form[head]) if view.tag[head] == "NN" else None
    return noun is None or (noun.head.kind in ROLES and not noun.head.word.endswith(_OF_MEDIA))


def _is_medium(view: TokenColumns, start: int) -> bool:
    """Whether a medium's name or a word for media heads the phrase that begins here."""
    end = min(start + 6, view.size)
    words = tuple(form for form in view.form[start:end] if form not in _QUOTES)
    if any(match.start <= 1 and match.entry.institution in MEDIA for match in load_lexicon().scan(words)):
        return True
    for index in range(start, end):
        if view.form[index] in _QUOTES or view.tag[index] == "ADJA":
            continue
        noun = split_noun(view.form[index])
        return (noun is not None and noun.head.kind == "body" and noun.head.institution in MEDIA) or view.low[
            index
        ].endswith(_DESKS)
    return False


def _end(view: TokenColumns, start: int) -> int:
    """Where the phrase of the addressee ends, closing marks and a compound behind them included."""
    limit = min(start + _LONGEST, view.size)
    end = max(phrase_end(view, start, limit, loose=True), start + 1)
    opened = sum(form in "„»‚›" for form in view.form[start:end])
    while end < limit and opened and (view.form[end] in _QUOTES or view.tag[end] in ("NE", "NN", "APPR", "APPRART")):
        opened -= view.form[end] in "“”«’"
        end += 1
    return end + (end < limit and view.form[end].startswith("-"))

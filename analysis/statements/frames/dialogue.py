"""Interviews, transcripts, debates: whoever answers or has the word speaks directly, without quotation marks.

Turns begin with a name and a colon ("Roth: Ein klares Ja."), or questions stand as paragraphs of their own in a text
that says it is an interview. The questions are the outlet's and no statements.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.language.token_columns import Range, Ranges, TokenColumns
from analysis.statements.frames.draft import Draft
from analysis.statements.frames.speaker_nouns import is_agent

_LONGEST_LABEL = 12
_LONGEST_QUESTION = 90
"""Tokens of a paragraph that asks."""
_FEWEST_TURNS, _FEWEST_QUESTIONS = 3, 2
_TALKS = frozenset(
    {"interview", "gespräch", "interviews", "gesprochen", "sprachen", "sprach", "unterhielten", "befragt"}
)
_FIRST_PERSON = frozenset({"ich", "wir", "mir", "mich", "uns", "mein", "meine", "unser", "unsere", "unseren"})
_ASKING = frozenset({"frage", "moderator", "moderatorin", "interviewer", "interviewerin", "reporter", "reporterin"})
_ANSWERING = frozenset({"antwort"})
_TITLES = frozenset({"frau", "herr"})
_CLOSING = frozenset({"*", "**", "“", ")"})
_CREDIT = frozenset({"führte", "führten", "stellte", "stellten", "interviewte"})
"""Verbs of the line that says who asked."""
_MARKS = ("„", "“")


class _Turn(NamedTuple):
    """A paragraph: tokens of the label before it, of its words, and whether it asks."""

    label: Range
    words: Range
    asks: bool


def find_answers(view: TokenColumns) -> list[Draft]:
    """The answers of an interview and the speeches of a debate, one statement a paragraph; none in other texts."""
    turns = list(_turns(view))
    labelled = [turn for turn in turns if turn.label[0] < turn.label[1]]
    if _is_dialogue(view, turns, labelled):
        return list(_labelled_answers(view, turns))
    asked = [turn for turn in turns if turn.asks]
    if len(asked) >= _FEWEST_QUESTIONS and _is_interview(view, turns, asked):
        return list(_plain_answers(view, turns))
    return []


def _turns(view: TokenColumns) -> Iterator[_Turn]:
    label: Range = (0, 0)
    for first, last in _paragraphs(view):
        own, words = _label(view, first, last)
        if own[0] < own[1] and words[0] == words[1]:
            label = own  # a line of its own: it holds for the next paragraph
            continue
        if own[0] == own[1]:
            own, words = label, (first, last)
        label = (0, 0)
        credit = words[1] - words[0] < _LONGEST_LABEL and not _CREDIT.isdisjoint(view.low[slice(*words)])
        if view.form[words[0]] != "(" and not credit:  # what happens in the hall is nobody's turn
            yield _Turn(own, words, _asks(view, words))


def _asks(view: TokenColumns, words: Range) -> bool:
    last = words[1] - 1
    while last > words[0] and view.form[last] in _CLOSING:
        last -= 1
    return view.form[last] == "?" and words[1] - words[0] <= _LONGEST_QUESTION


def _paragraphs(view: TokenColumns) -> Iterator[Range]:
    text, end, first, last = view.document.text, 0, -1, -1
    for sentence in view.document.sentences:
        if sentence.section == "headline" or sentence.first == sentence.last:
            continue
        if first >= 0 and "\n" in text[end : sentence.start]:
            yield first, last
            first = -1
        first = sentence.first if first < 0 else first
        last, end = sentence.last, sentence.end
    if first >= 0:
        yield first, last


def _label(view: TokenColumns, first: int, last: int) -> tuple[Range, Range]:
    """The name before the colon that opens a paragraph, and the words after it; an empty name where there is none."""
    begin = first
    while begin < last and view.tag[begin].startswith(("$", "CARD", "XY")):
        begin += 1
    limit = min(last, begin + _LONGEST_LABEL)
    colon = next((place for place in range(begin, limit) if view.form[place] == ":"), begin)
    nothing = (0, 0), (first, last)
    if colon == begin or any(view.finite[begin:colon]) or not view.form[begin][:1].isupper():
        return nothing
    if colon + 1 < last and view.form[colon + 1] in _MARKS:
        return nothing
    known = view.low[begin] in _ASKING | _ANSWERING
    if not known and not is_agent(view, begin, colon) and not view.form[begin].isupper():
        return nothing
    return (begin, colon), (colon + 1, last)


def _is_dialogue(view: TokenColumns, turns: Sequence[_Turn], labelled: Sequence[_Turn]) -> bool:
    names = {_name(view, turn) for turn in labelled}
    if len(names) < 2 and not (names and any(turn.asks for turn in turns)):
        return False
    if any(turn.asks for turn in turns) and len(labelled) >= 2 and 2 * len(labelled) >= len(turns) - 1:
        return True
    return len(labelled) >= _FEWEST_TURNS and 2 * len(labelled) > len(turns)


def _is_interview(view: TokenColumns, turns: Sequence[_Turn], asked: Sequence[_Turn]) -> bool:
    """Whether questions are put to somebody, who answers as "ich" or "wir": others put questions to themselves."""
    if 5 * len(asked) < len(turns):
        return False
    addressed = any(view.low[place] in _TITLES for turn in asked for place in range(*turn.words))
    first = next(number for number, turn in enumerate(turns) if turn.asks)
    answers = [turn for turn in turns[first:] if not turn.asks]
    personal = sum(not _FIRST_PERSON.isdisjoint(view.low[slice(*turn.words)]) for turn in answers)
    return (addressed or not _TALKS.isdisjoint(view.low)) and 5 * personal >= 2 * len(answers)


def _name(view: TokenColumns, turn: _Turn) -> str:
    """The last word of a label in small letters: "Roth" is "Carla Roth"."""
    names = [view.low[place] for place in range(*turn.label) if view.tag[place] in ("NE", "NN", "FM", "ADJA", "CARD")]
    return names[-1] if names else view.low[turn.label[0]] if turn.label[0] < turn.label[1] else ""


def _labelled_answers(view: TokenColumns, turns: Sequence[_Turn]) -> Iterator[Draft]:
    asking = _asking(view, turns)
    label: Range = (0, 0)
    for turn in turns:
        if turn.label[0] < turn.label[1]:
            label = turn.label if _name(view, turn) not in asking else (0, 0)
        elif turn.asks:
            label = (0, 0)
        if label[0] < label[1] and turn.words[0] < turn.words[1]:
            yield _answer(turn, (label,))


def _asking(view: TokenColumns, turns: Sequence[_Turn]) -> set[str]:
    """Who asks: the names of half of whose turns are questions, if they ask first."""
    names = {_name(view, turn) for turn in turns if turn.label[0] < turn.label[1]}
    asking = names & _ASKING
    first = next((turn for turn in turns if turn.label[0] < turn.label[1]), None)
    if first is not None and first.asks:
        own = [turn.asks for turn in turns if _name(view, turn) == _name(view, first)]
        if 2 * sum(own) >= len(own):
            asking.add(_name(view, first))
    return asking


def _plain_answers(view: TokenColumns, turns: Sequence[_Turn]) -> Iterator[Draft]:
    speaker = _guest(view, turns)
    answering = False
    for turn in turns:
        if turn.asks:
            answering = True
        elif answering:
            yield _answer(turn, (turn.label,) if turn.label[0] < turn.label[1] else speaker)


def _guest(view: TokenColumns, turns: Sequence[_Turn]) -> Ranges:
    """Whom the outlet talked to: the name after "mit" beside a word of talking, else whom a question addresses."""
    for place in range(view.size - 1):
        near = view.low[max(0, place - 3) : place + 12]
        if view.low[place] == "mit" and not _TALKS.isdisjoint(near):
            names = [n for n in range(place + 1, min(place + 8, view.size)) if view.entity[n].endswith("PER")]
            if names:
                last = names[0]
                while last + 1 < view.size and view.entity[last + 1] == "I-PER":
                    last += 1
                return ((place + 1, last + 1),)
    for turn in turns:
        for place in range(*turn.words):
            if turn.asks and view.low[place] in _TITLES and view.tag[place + 1] in ("NE", "NN"):
                return ((place, place + 2),)
    return ()


def _answer(turn: _Turn, speaker: Ranges) -> Draft:
    return Draft("direct", "interview", (turn.words,), speaker, inside=(turn.words,))

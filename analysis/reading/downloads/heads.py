"""Reads the head of an article in a collection: title, outlet and date, author, with labels or without."""

import re
from typing import NamedTuple

from analysis.reading.downloads.dates import date_line, source_line
from analysis.reading.downloads.document import is_prose
from analysis.reading.downloads.draft import Draft, byline
from analysis.reading.downloads.labels import is_rights, label_of
from analysis.reading.downloads.lines import Line, join, joined
from analysis.reading.page.boilerplate import is_label

_LONGEST = 8
_LONGEST_HEADING = 200
_SENTENCE_END = re.compile(r"[^\W\d_]{4}[.!?…][“”\"«»']?(?: |$)")
_MARKS = re.compile(r"^(?:#{1,6} |\*\*|__)|(?:\*\*|__)$")
_DAY_OF = re.compile(r"\d+[.)] ")
_LABELS = (
    "title",
    "outlet",
    "source",
    "published",
    "author",
    "url",
    "section",
    "page",
    "edition",
    "lead",
    "words",
    "body",
    "kind",
)


class Head(NamedTuple):
    """What the head of a piece tells, and the number of its lines; ``dated`` where a date or source stands in it."""

    draft: Draft
    length: int
    dated: bool


def head_of(lines: list[Line]) -> Head:
    """The head of a piece: its lines down to the first paragraph."""
    draft = Draft()
    free: list[Line] = []
    dated, length = False, 0
    for number, line in enumerate(lines[:_LONGEST]):
        label = label_of(line)
        if label and label.field in _LABELS:
            draft.tell(label.field, label.value)
            dated = dated or (label.field in ("published", "source") and draft.published is not None)
        elif name := byline(line.text):
            draft.tell("author", name)
        elif is_rights(line):
            pass
        elif number and not line.apart and line.text[0].islower() and label_of(lines[number - 1]) and draft.title:
            draft.title = join(draft.title, line.text)
        elif number and number + 1 < len(lines) and _is_wrapped(line, lines[number + 1]):
            break
        elif (not free and not draft.title) or (_may_head(line) and not (dated and _titled(draft, free))):
            if is_prose(line) and not line.text.endswith(("?", "!")):
                break
            dated = _take(draft, line, free) or dated
        elif not dated and source_line(line.text) and is_source(line):
            dated = _take(draft, line, free)
        else:
            break
        length = number + 1
    return _settled(draft, free, length, dated, lines)


def _is_wrapped(line: Line, following: Line) -> bool:
    """Whether a line breaks off in a sentence that goes on in the next, as no line of a head does."""
    return not following.apart and following.text[0].islower() and not line.final


def _titled(draft: Draft, free: list[Line]) -> bool:
    return draft.title is not None or bool(free)


def _may_head(line: Line) -> bool:
    return len(line.text) <= _LONGEST_HEADING and not is_prose(line) and not line.text.endswith((".", ":"))


def is_source(line: Line) -> bool:
    """Whether a line only tells where and when an article appeared."""
    source = source_line(line.text) if len(line.text) <= 120 else None
    if source is None or source.day.iso is None:
        return False
    outlet, section = source.outlet or "", source.section or ""
    if (
        _DAY_OF.match(outlet)
        or section[:1].islower()
        or outlet.count(" ") > 6
        or section.count(" ") > 3
        or (outlet and outlet[0].islower())
    ):
        return False
    return not _SENTENCE_END.search(line.text[source.day.end :])


def _opens(line: Line) -> bool:
    """Whether outlet and date stand above the title: nothing else is in their line."""
    source = source_line(line.text)
    return source is not None and source.outlet is not None and source.section is None


def _take(draft: Draft, line: Line, free: list[Line]) -> bool:
    """Take one line of the head that has no label; whether it tells the date."""
    if draft.published is None and (day := date_line(line.text)) and day.iso:
        draft.date(line.text)
        free.append(line._replace(text=""))
        return True
    if draft.published is None and (free or _opens(line)) and is_source(line):
        draft.tell("source", line.text)
        return True
    free.append(line)
    return False


def _settled(draft: Draft, free: list[Line], length: int, dated: bool, lines: list[Line]) -> Head:
    """Give the lines without labels their meaning: title, and the outlet above a date of its own line."""
    place = next((n for n, line in enumerate(free) if not line.text), None)
    before = [line for line in (free if place is None else free[:place]) if line.text]
    after = [] if place is None else free[place + 1 :]
    if not before and free and place == 0:
        before, after = after, []
    if not before and draft.title is None and dated and length < len(lines) and _may_head(lines[length]):
        before, length = [lines[length]], length + 1
    if draft.title is None and place is not None and len(before) > 1 and draft.outlet is None:
        draft.tell("outlet", before[-1].text)
        before = before[:-1]
    elif draft.title is None and draft.outlet is None and len(before) == 1 and place is not None:
        titled = after or _title_below(lines, length)
        if titled and _is_outlet(before[0], titled[0]):
            draft.tell("outlet", before[0].text)
            length += 0 if after else 1
            before, after = titled, []
    if draft.title is None:
        draft.tell("title", _MARKS.sub("", joined(before)).strip())
        before = []
    lead = " ".join(line.text for line in (*before, *after) if line.text)
    if lead:
        draft.lead = f"{draft.lead}\n\n{lead}" if draft.lead else lead
    return Head(draft, length, dated)


def _is_outlet(first: Line, second: Line) -> bool:
    """Whether the first of two lines around a date is the outlet, and the second the title."""
    if first.text.count(" ") > 3 or second.text.count(" ") < 3 or len(first.text) >= len(second.text):
        return False
    return is_label(first.text) or not any(word[0].islower() for word in first.text.split())


def _title_below(lines: list[Line], length: int) -> list[Line]:
    """The line that stands below the block of outlet and date, where it is a heading above a paragraph."""
    below = lines[length : length + 2]
    if len(below) < 2 or not all(line.apart for line in below) or not _may_head(below[0]) or not is_prose(below[1]):
        return []
    return below[:1]

"""Reads one article as Nexis, LexisNexis and WISO print it: a head, labels, the text, labels again."""

import re

from analysis.reading.downloads.dates import Day, date_line
from analysis.reading.downloads.draft import Draft, byline
from analysis.reading.downloads.labels import PAGE_LINE, Label, is_odd_label, is_rights, label_of
from analysis.reading.downloads.lines import Line, is_final, join, joined, paragraphs

_LONGEST_HEAD = 40
_LONGEST_PRE = 10
_LONGEST_CAPTIONS = 700
_EDITION = re.compile(r"ausgabe|edition|auflage|fassung|\bausg\b", re.IGNORECASE)
_SENTENCES = re.compile(r"(?!Prof)[^\W\d_]{4}[.!?…][“”\"«»]? +[„»\"A-ZÄÖÜ]")


def read_document(lines: list[Line], width: int | None, *, outlet_first: bool) -> Draft:
    """The article in these lines; ``outlet_first`` where the layout prints the outlet above the title."""
    lines = [line for line in lines if not PAGE_LINE.fullmatch(line.text)]
    start, first = _body_start(lines, width, outlet_first)
    head, body = lines[: start - 1 if first is not None else start], lines[start:]
    end = _tail_start(body, width)
    draft = Draft()
    pre = _tell(draft, head, width, outlet_first)
    _head(draft, pre, outlet_first)
    _tell(draft, body[end:], width, outlet_first=True)
    draft.paragraphs = ([first] if first else []) + paragraphs(body[:end], width)
    return draft


def is_prose(line: Line) -> bool:
    """Whether a line reads like a paragraph of running text, or like a part of one."""
    return reads_on(line.text)


def reads_on(text: str) -> bool:
    """Whether a text reads like running text: it is long, or has a sentence that ends."""
    return len(text) > 200 or (is_final(text) and len(text) > 60) or _SENTENCES.search(text) is not None


def _body_start(lines: list[Line], width: int | None, outlet_first: bool) -> tuple[int, str | None]:
    """Where the text begins, and what stands of it behind the label itself."""
    for number, line in enumerate(lines[:_LONGEST_HEAD]):
        label = label_of(line) if number or outlet_first else None
        if label and label.field == "body":
            return number + 1, label.value
    labelled = _after_labels(lines, width, outlet_first)
    return labelled or _after_date(lines, outlet_first), None


def _after_labels(lines: list[Line], width: int | None, outlet_first: bool) -> int:
    """The number of lines to the end of the first labels; 0 where none stand above the text."""
    seen: set[str] = set()
    empty = False
    for number, line in enumerate(lines):
        label = label_of(line) if number or outlet_first else None
        if label and label.zone in ("head", "any", "cover") and label.field not in seen:
            seen.add(label.field)
            empty = not label.value
        elif is_rights(line) or (seen and (empty or _continues(line, width))):
            empty = False
        elif seen:
            return number
        elif number > _LONGEST_PRE or (number and is_prose(line) and not line.text.endswith("?")):
            return 0
    return len(lines) if seen else 0


def _continues(following: Line, width: int | None) -> bool:
    """Whether a line below a label belongs to it; wrapped text has empty lines between labels."""
    return width is not None and not following.apart


def _after_date(lines: list[Line], outlet_first: bool) -> int:
    """The number of lines to the end of the head where no labels stand in it."""
    dated = next((n for n, line in enumerate(lines[:_LONGEST_PRE]) if date_line(line.text)), None)
    if dated is None:
        return 1 if lines and not is_prose(lines[0]) else 0
    end = dated + 1
    if dated < 2 and outlet_first and end < len(lines) and not is_prose(lines[end]):
        end += 1
    while end < len(lines) and (is_rights(lines[end]) or byline(lines[end].text)):
        end += 1
    return end


def _tail_start(body: list[Line], width: int | None) -> int:
    """Where the labels behind the text begin."""
    covered, empty = [], False
    for number, line in enumerate(body):
        label = label_of(line)
        if (label and _is_tail(label)) or is_rights(line) or is_odd_label(line):
            covered.append(True)
            empty = label is not None and not label.value
        else:
            before = number > 0 and covered[-1]
            covered.append(before and (empty or _continues(line, width)))
            empty = False
    start = len(body)
    while start > 0 and covered[start - 1]:
        start -= 1
    # "FAZIT: …" above the first label that is known is the last line of the text.
    while start < len(body) and is_odd_label(body[start]) and not label_of(body[start]):
        start += 1
    return _captions_start(body, start) if start < len(body) else start


def _is_tail(label: Label) -> bool:
    if label.field in ("author", "source") and not label.value:
        return False
    return label.zone in ("tail", "any") or (label.zone == "index" and label.capitals)


def _captions_start(body: list[Line], start: int) -> int:
    """Where captions or keywords begin that stand between the text and the last labels, under a heading."""
    length = 0
    for number in range(start - 1, -1, -1):
        length += len(body[number].text)
        if length > _LONGEST_CAPTIONS:
            break
        label = label_of(body[number])
        if label and label.zone == "tail" and not label.value:
            start, length = number, 0
    return start


def _tell(draft: Draft, lines: list[Line], width: int | None, outlet_first: bool) -> list[Line]:
    """Take all labels of these lines with their values; gives back the lines that belong to none."""
    others: list[Line] = []
    field, value, open_ = "", "", False
    for number, line in enumerate(lines):
        label = label_of(line) if number or outlet_first else None
        if label:
            draft.tell(field, value)
            field, value, open_ = label.field, label.value, not label.value
        elif is_rights(line):
            continue
        elif field and line.apart and is_odd_label(line):
            draft.tell(field, value)
            field, value, open_ = "", "", False
        elif field and (open_ or (number and _continues(line, width))):
            value = join(value, line.text) if value else line.text
            # Below a heading of its own, a value may be several paragraphs.
            open_ = open_ and field in ("graphic", "index", "notes")
        else:
            # What stands below a line of rights belongs to it, not to the date above.
            below = number > 0 and is_rights(lines[number - 1])
            others.append(line._replace(apart=line.apart or below))
    draft.tell(field, value)
    return others


def _head(draft: Draft, pre: list[Line], outlet_first: bool) -> None:
    """Take title, outlet and date from the lines above the labels."""
    for line in pre[1:]:
        if name := byline(line.text):
            draft.author = draft.author or name
            pre = [other for other in pre if other is not line]
    days = [(number, day) for number, line in enumerate(pre) if (day := date_line(line.text))]
    if not days:
        _undated(draft, pre, outlet_first)
        return
    number, _ = _first_whole(days)
    draft.date(pre[number].text)
    before, after = pre[:number], pre[number + 1 :]
    titled = draft.title is not None
    if len(before) >= 2 and not (outlet_first and (after or titled)):
        draft.tell("title", joined(before[:-1]))
        draft.tell("outlet", before[-1].text)
        told = (line for line in after if not line.apart or _EDITION.search(line.text))
        draft.keep("edition", " ".join(line.text for line in told))
        return
    if len(before) == 1 and not after and not titled and not outlet_first:
        draft.tell("title", before[0].text)
        return
    draft.tell("outlet", before[0].text if before else "")
    edition, title = _edition(after, titled)
    draft.keep("edition", " ".join(line.text for line in (*before[1:], *edition)))
    draft.tell("title", joined(title))


def _first_whole(days: list[tuple[int, Day]]) -> tuple[int, Day]:
    return next((found for found in days if found[1].iso), days[0])


def _undated(draft: Draft, pre: list[Line], outlet_first: bool) -> None:
    if outlet_first and len(pre) > 1:
        draft.tell("outlet", pre[0].text)
        draft.tell("title", joined(pre[1:]))
    elif len(pre) > 1 and not draft.outlet:
        draft.tell("title", joined(pre[:-1]))
        draft.tell("outlet", pre[-1].text)
    elif pre:
        end = next((n for n, line in enumerate(pre) if n and line.apart), len(pre))
        draft.tell("title", joined(pre[:end]))
        draft.tell("lead", joined(pre[end:]))


def _edition(after: list[Line], titled: bool) -> tuple[list[Line], list[Line]]:
    """What stands below the date, cut into the edition and the title."""
    if titled or not after:
        return after, []
    end = 0
    while end < len(after) - 1 and _is_edition(after, end):
        end += 1
    return after[:end], after[end:]


def _is_edition(after: list[Line], number: int) -> bool:
    line, following = after[number], after[number + 1]
    if _EDITION.search(line.text) and len(line.text) < 60:
        return True
    # The block of outlet and date goes on in the edition; the title stands apart from it.
    return not line.apart and following.apart and len(line.text) < 60

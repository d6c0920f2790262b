"""Makes running text of printed lines: joins what was broken for the page, drops what stands on every page."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

_PAGE_NUMBER = re.compile(
    r"(?:seite|s\.|page)?\s*[-–—|/]?\s*\d{1,4}\s*(?:(?:von|of|/|\|)\s*\d{1,4})?\s*[-–—|/]?"
    # What browsers print at the edges.
    r"|(?:https?|file):\S+(?:\s+\d+/\d+)?|\d+[./]\d+[./]\d+, \d+:\d\d.*",
    re.IGNORECASE,
)
_EDGE = 2
"""Lines at the head and the foot of a page that can be furniture."""
_GOES_ON = re.compile(r"(?:und|oder|bzw\.|bis|sowie|noch|als auch)\b")
_END = re.compile(r"[.!?:…][“”\"'‘’»«)\]]*$")
_BROKEN = re.compile(r"\w-$")
_OWN_HYPHEN = re.compile(r"(?:\b[A-ZÄÖÜ]{2,}|\d)-$")
_FULL = 0.85
"""Share of the usual width from which a line counts as full."""
_LARGER, _APART = 1.1, 1.3
"""From which size of letters and which distance on, in multiples, the next line begins something new."""
_INDENTED = (0.5, 4.0)
"""How far the first line of a paragraph is moved in, in sizes of its letters."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as it stands on a page, all measures in one unit."""

    text: str
    left: float
    height: float
    """Of its baseline above the foot of the page."""
    size: float
    """Of its letters."""
    font: str = ""
    """Empty where there are several."""


def running_text(pages: Sequence[Sequence[Printed]]) -> str:
    """The text of pages of printed lines, in the order given, paragraphs divided by an empty line."""
    filled = [[line for printed in page if (line := _flat(printed)).text] for page in pages]
    lines = [line for page in _without_furniture(filled) for line in page]
    return "\n\n".join(_paragraphs(lines))


def printed_text(pages: Sequence[Sequence[Printed]]) -> str:
    """The lines of pages as they stand there, without furniture; an empty line where room is left between two."""
    filled = [[line for printed in page if (line := _flat(printed)).text] for page in pages]
    lines = [line for page in _without_furniture(filled) for line in page]
    pitch, width = _pitch(lines), max((len(line.text) for line in lines), default=0)
    parts = [line.text for line in lines[:1]]
    for line, following in pairwise(lines):
        distance = line.height - following.height
        # Where a page ends, a line with room left ends its paragraph.
        room = distance < 0 and len(line.text) < _FULL * width
        apart = room or distance > _APART * pitch.get(round(line.size), distance)
        parts += ["", following.text] if apart else [following.text]
    return "\n".join(part[:-1] + "-" if part.endswith("\xad") else part for part in parts)


def _flat(line: Printed) -> Printed:
    return replace(line, text=" ".join(line.text.split()))


def _without_furniture(pages: Sequence[list[Printed]]) -> Iterator[list[Printed]]:
    """The pages without page numbers, and without what stands at the edge of most of them."""
    seen = Counter(shape for page in pages for shape in {_shape(page[n]) for n in _edges(page)})
    often = {shape for shape, times in seen.items() if times >= 2 and times * 2 > len(pages)}
    for page in pages:
        edges = _edges(page)
        drop = {n for n in edges if _shape(page[n]) in often or _PAGE_NUMBER.fullmatch(page[n].text)}
        yield [line for n, line in enumerate(page) if n not in drop]


def _edges(page: list[Printed]) -> set[int]:
    """Lines at the edges, both by their place on the page and by their place in its file."""
    numbers = range(len(page))
    by_height = sorted(numbers, key=lambda n: -page[n].height)
    return {n for order in (numbers, by_height) for n in (*order[:_EDGE], *order[-_EDGE:])}


def _shape(line: Printed) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _paragraphs(lines: list[Printed]) -> Iterator[str]:
    if not lines:
        return
    width = median(sorted(len(line.text) for line in lines)[len(lines) // 2 :])
    pitch = _pitch(lines)
    paragraph = lines[0].text
    for line, following in pairwise(lines):
        if _ends(line, following, width, pitch):
            yield paragraph
            paragraph = following.text
        else:
            paragraph = join(paragraph, following.text)
    yield paragraph


def _pitch(lines: list[Printed]) -> Mapping[int, float]:
    """The usual distance of two lines, by the size of their letters."""
    distances = defaultdict(list)
    for line, following in pairwise(lines):
        if round(line.size) == round(following.size) and line.height > following.height:
            distances[round(line.size)].append(line.height - following.height)
    # The closest half: between paragraphs there may be more than between lines.
    return {size: median(sorted(found)[: len(found) // 2 + 1]) for size, found in distances.items()}


def _ends(line: Printed, following: Printed, width: float, pitch: Mapping[int, float]) -> bool:
    """Whether a paragraph ends here: by size, font or distance, or at a full stop by an indent or by room left."""
    if max(line.size, following.size) > _LARGER * min(line.size, following.size):
        return True
    if _BROKEN.search(line.text) or line.text.endswith("\xad"):
        return False
    if line.font and following.font and line.font != following.font and not following.text[:1].islower():
        return True
    distance = line.height - following.height
    if distance > _APART * pitch.get(round(line.size), distance):
        return True
    if not _END.search(line.text):
        return False
    least, most = (times * line.size for times in _INDENTED)
    if distance > 0 and least < following.left - line.left < most:
        return True
    # The next word would have filled the room that is left.
    return len(line.text) + 1 + len(following.text.split(" ", 1)[0]) < _FULL * width


def join(line: str, following: str) -> str:
    """Two lines as one; a word broken at the end of the line is made whole, a hyphen of its own stays."""
    if line.endswith("\xad"):
        return line[:-1] + following
    if not _BROKEN.search(line) or _GOES_ON.match(following):
        return f"{line} {following}"
    if following[:1].islower() and not _OWN_HYPHEN.search(line):
        return line[:-1] + following
    return line + following

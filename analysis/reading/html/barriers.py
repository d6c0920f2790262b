"""Sets apart in the markup what the layout of a page sets apart: bold questions, the times of a live ticker."""

import re
from collections import Counter

from analysis.reading.html.nodes import Node, flat, text_of

_DATE = r"\d{1,2}\. ?(?:\d{1,2}\.|\w+)(?: ?\d{2,4})?,? (?:um )?"
_TIME = re.compile(rf"(?:\w+, )?(?:{_DATE}|heute,? |gestern,? )?\d{{1,2}}[:.]\d\d(?: uhr)?", re.IGNORECASE)
_ENTRIES = ("article", "li", "section", "div")
_FEWEST = 3
"""Entries of one kind from which a page is a ticker."""


def set_apart(tree: Node) -> None:
    """Give bold lines, and the times of a ticker's entries, a paragraph of their own; in place."""
    for paragraph in list(tree.iter("p")):
        _bold_line(paragraph)
    for entry, time in _entries(tree):
        _time_first(entry, time)


def _bold_line(paragraph: Node) -> None:
    """Make paragraphs of the lines that are bold as a whole, and of what stands between them."""
    for node in list(paragraph):
        if node.tag not in ("strong", "b") or not text_of(node) or node.getparent() is not paragraph:
            continue
        after, before = node.getnext(), node.getprevious()
        opens = before.tag == "br" and not flat(before.tail) if before is not None else not flat(paragraph.text)
        if opens and after is not None and after.tag == "br" and not flat(node.tail):
            paragraph = _divide(paragraph, after)
            if before is not None:
                _divide(node.getparent(), before)


def _divide(paragraph: Node, at: Node) -> Node:
    """End a paragraph before a line break; the new one that begins after it."""
    rest = paragraph.makeelement(paragraph.tag, dict(paragraph.attrib))
    rest.text, rest.tail = at.tail, paragraph.tail
    rest.extend(list(at.itersiblings()))
    paragraph.tail = None
    paragraph.remove(at)
    paragraph.addnext(rest)
    return rest


def _entries(tree: Node) -> list[tuple[Node, Node]]:
    """The entries of a live ticker, each with the element that tells its time."""
    found: list[tuple[Node, Node]] = []
    for time in tree.iter("time"):
        if not _TIME.fullmatch(text_of(time)):
            continue
        for above in time.iterancestors(*_ENTRIES):
            if next(above.iter("p"), None) is not None:
                found.append((above, time))
                break
    kinds = Counter((entry.tag, entry.get("class")) for entry, _ in found)
    entries = [(entry, time) for entry, time in found if kinds[entry.tag, entry.get("class")] >= _FEWEST]
    return entries if len({entry for entry, _ in entries}) == len(entries) else []


def _time_first(entry: Node, time: Node) -> None:
    told = text_of(time)
    time.drop_tree()
    # Extractors take the first article in a page, or what is called an entry, for the whole of it.
    entry.tag = "div"
    entry.attrib.clear()
    first = entry.makeelement("p")
    first.text = told
    first.tail, entry.text = entry.text, None
    entry.insert(0, first)

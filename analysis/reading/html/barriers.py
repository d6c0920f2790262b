"""Sets apart in the markup what the layout of a page sets apart: bold questions, the times of a live ticker."""

import re
from collections import Counter

from analysis.reading.html.nodes import Node, flat, text_of

_DATE = r"\d{1,2}\. ?(?:\d{1,2}\.|\w+)(?: ?\d{2,4})?,? (?:um )?"
_TIME = re.compile(rf"(?:\w+, )?(?:{_DATE}|heute,? |gestern,? )?\d{{1,2}}[:.]\d\d(?: uhr)?", re.IGNORECASE)
_BLOCKS = frozenset(
    "address article aside blockquote center div dl figure footer form h1 h2 h3 h4 h5 h6 header hr iframe nav ol p pre"
    " section table ul".split()
)
_INLINE = frozenset("a abbr b br em font i mark q s small span strong sub sup time u wbr".split())
_LONGEST_CELL = 300
_SHORTEST_LINE = 70
_MOST_PIECES = 1_000
"""Elements in a paragraph up to which its lines are looked at: an interview has fewer."""
_ENTRIES = ("article", "li", "section", "div")
_FEWEST = 3
"""Entries of one kind from which a page is a ticker."""


def set_apart(tree: Node) -> None:
    """Give bold lines, and the times of a ticker's entries, a paragraph of their own; in place."""
    for box in reversed(list(tree.iter("div", "td", "font", "section", "article", "span", "center"))):
        if sum(_is_double(line) for line in box.iterchildren("br")):
            _make_paragraphs(box)
    for table in list(tree.iter("table")):
        _flatten_layout(table)
    for box in list(tree.iter("div")):
        _name_paragraph(box)
    for paragraph in list(tree.iter("p")):
        _bold_line(paragraph)
    for entry, time in _entries(tree):
        _time_first(entry, time)


def _flatten_layout(table: Node) -> None:
    """Make boxes of a table that lays out the page: one that holds paragraphs."""
    cells = [cell for cell in table.iter("td") if len(cell.findall("p")) + len(cell.findall("div/p")) > 1]
    if any(len(text_of(cell)) > _LONGEST_CELL for cell in cells):
        for node in list(table.iter("tbody", "tr", "td", "th", "table")):
            node.tag = "div"


def _name_paragraph(box: Node) -> None:
    """Call a box with nothing but sentences what it is; what stands in it side by side is divided by a blank."""
    if any(not isinstance(child.tag, str) or child.tag not in _INLINE for child in box.iter() if child is not box):
        return
    text = flat(box.text_content())
    if len(text) >= _SHORTEST_LINE and text.endswith((".", "!", "?", "“", "«", "”")):
        for child in box:
            child.tail = f"{child.tail or ''} "
        box.tag = "p"


def _is_double(line: Node) -> bool:
    """Whether a line break follows another with nothing between them."""
    before = line.getprevious()
    return before is not None and before.tag == "br" and not flat(before.tail)


def _make_paragraphs(box: Node) -> None:
    """Make paragraphs of text that only empty lines divide, as old pages write it."""
    children = list(box)
    text = box.text
    for child in children:
        box.remove(child)
    box.text = None
    if box.tag in ("font", "span", "center"):
        box.tag = "div"
        box.attrib.clear()
    paragraph = _paragraph_in(box, text)
    tails = [child.tail for child in children]
    for number, (child, tail) in enumerate(zip(children, tails, strict=True)):
        child.tail = None
        if child.tag == "br" and number > 0 and children[number - 1].tag == "br" and not flat(tails[number - 1]):
            paragraph = _paragraph_in(box, tail)
        elif isinstance(child.tag, str) and child.tag in _BLOCKS:
            box.append(child)
            paragraph = _paragraph_in(box, tail)
        else:
            child.tail = tail
            paragraph.append(child)


def _paragraph_in(box: Node, text: str | None) -> Node:
    paragraph = box.makeelement("p")
    paragraph.text = text
    box.append(paragraph)
    return paragraph


def _bold_line(paragraph: Node) -> None:
    """Make paragraphs of the lines that are bold as a whole, and of what stands between them."""
    for node in list(paragraph) if len(paragraph) <= _MOST_PIECES else []:
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

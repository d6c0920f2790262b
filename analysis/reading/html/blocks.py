"""The extracted text of a page as blocks: every heading, paragraph, list item, row and question stands alone."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.reading.html.nodes import Node, flat, key
from analysis.reading.page.boilerplate import match_furniture
from analysis.reading.page.lines import Unit

_BREAKS = re.compile(r"\n[ \t]*\n\s*")
_LEAST_TWICE = 40
"""Letters from which a block that stands twice is taken for the same one."""
_TIME = re.compile(r"(?:[^\n]{0,25}\D)?\d{1,2}[:.]\d\d(?: uhr)?", re.IGNORECASE)
_FEWEST_TIMES = 3
"""Lines that only tell a time from which they are those of a live ticker's entries."""
_FAR = 12
"""How many blocks from the top a repetition of the headline is looked for."""


class Block(NamedTuple):
    """A piece of text that no statement runs across."""

    text: str
    heading: bool = False
    item: bool = False

    @property
    def prose(self) -> bool:
        """Whether it reads like running text."""
        return not self.heading and Unit(0, len(self.text), self.text, apart=True).prose

    @property
    def line(self) -> str:
        """The block as it is printed."""
        return f"- {self.text}" if self.item else self.text


def blocks_of(body: Node) -> Iterator[Block]:
    """The blocks of an extracted body, in order."""
    for node in body:
        yield from _blocks(node)
        yield from _paragraphs(node.tail or "")


def _blocks(node: Node) -> Iterator[Block]:
    if node.tag == "head":
        yield from _paragraphs(_text(node), heading=True)
    elif node.tag == "list":
        for item in node.iter("item"):
            yield from _paragraphs(_text(item, but=("list",)), item=True)
    elif node.tag == "table":
        for row in node.iter("row"):
            cells = [flat(_text(cell)) for cell in row.iter("cell")]
            yield from _paragraphs(" | ".join(cell for cell in cells if cell))
    elif (
        node.tag in ("quote", "div", "code")
        and len(node)
        and any(child.tag in ("p", "head", "list", "quote") for child in node)
    ):
        yield from _paragraphs(node.text or "")
        yield from blocks_of(node)
    else:
        yield from _paragraphs(_text(node))


def _text(node: Node, but: tuple[str, ...] = ()) -> str:
    """The text of a node; line breaks are kept, and ``but`` names children that are left out."""
    pieces = [node.text or ""]
    for child in node:
        if child.tag == "lb":
            pieces.append("\n")
        elif child.tag in ("p", "head", "item", "row", "quote"):
            pieces += ["\n\n", _text(child, but), "\n\n"]
        elif child.tag not in but:
            pieces.append(_text(child, but))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _paragraphs(text: str, *, heading: bool = False, item: bool = False) -> Iterator[Block]:
    for part in _BREAKS.split(text):
        lines = [flat(line) for line in part.split("\n")]
        if whole := "\n".join(line for line in lines if line):
            yield Block(whole, heading, item)


def sifted(blocks: Iterable[Block], headings: set[str], names: set[str]) -> list[Block]:
    """The blocks without page furniture, repetitions of the headline, and lines that only name author or outlet.

    ``headings`` and ``names`` are keys. Furniture that may be text is dropped at the edges only.
    """
    found = list(blocks)
    prose = [number for number, block in enumerate(found) if block.prose]
    first, last = (prose[0], prose[-1]) if prose else (0, len(found))
    is_ticker = sum(_TIME.fullmatch(block.text) is not None for block in found) >= _FEWEST_TIMES
    kept: list[Block] = []
    seen: set[str] = set()
    for number, block in enumerate(found):
        own = key(block.text)
        at_edge = number < first or number > last
        if is_ticker and _TIME.fullmatch(block.text):
            kept.append(block)
            continue
        if not own or (len(own) >= _LEAST_TWICE and own in seen) or _is_furniture(block, at_edge):
            continue
        if (
            own in names
            or (number < _FAR and _names_and_day(own, names))
            or (number < _FAR and _is_headline(own, headings, number < first))
        ):
            continue
        seen.add(own)
        kept.append(block)
    while kept and kept[-1].heading:
        kept.pop()
    return kept


def _is_headline(own: str, headings: set[str], before: bool) -> bool:
    """Whether a block is the headline, or before the text the headline with a few words before it."""
    if own in headings:
        return True
    return before and any(len(one) > 15 and own.endswith(one) and len(own) < len(one) + 60 for one in headings)


def _names_and_day(own: str, names: set[str]) -> bool:
    """Whether a line is a name with a day or a time."""
    line = own.removeprefix("von")
    named = (name for name in names if len(name) > 5 and line.startswith(name))
    return any(len(line) <= len(name) + 40 and re.search(r"\d", line[len(name) :]) for name in named)


def _is_furniture(block: Block, at_edge: bool) -> bool:
    found = match_furniture(block.text) if "\n" not in block.text else None
    return found is not None and (at_edge or not found[0].edge_only)

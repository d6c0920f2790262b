"""Puts back paragraphs of the article that an extraction left out or glued together."""

from collections import Counter
from collections.abc import Iterator, Sequence

from analysis.reading.html.blocks import Block
from analysis.reading.html.measures import Sizes
from analysis.reading.html.nodes import Node, is_within, key, text_of

_OUTSIDE = ("nav", "footer", "aside", "form", "figure", "header", "li", "td", "blockquote")
_BEGINNING = 80
_FEWEST = 2
"""Paragraphs of one parent that must be extracted before the others are taken for text, too."""


def recovered(tree: Node, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, and among them the running paragraphs that stand in the page beside extracted ones.

    Where the extraction glued the paragraphs of a short page into one block, they take its place.
    """
    sizes = Sizes(tree)
    paragraphs = [node for node in tree.iter("p") if sizes.of(node).prose and not is_within(node, *_OUTSIDE)]
    keys = {node: key(text_of(node)) for node in paragraphs}
    alone = set(keys.values())
    apart = [one for block in blocks for one in _unglued(block, paragraphs, keys, alone)]
    found = {key(block.text): block for block in apart}
    whole = "\n".join(found)
    parents = Counter(node.getparent() for node in paragraphs if keys[node] in found)
    after: dict[str, list[Block]] = {}
    last = ""
    for node in paragraphs:
        if keys[node] in found:
            last = keys[node]
        elif last and parents[node.getparent()] >= _FEWEST and keys[node][:_BEGINNING] not in whole:
            after.setdefault(last, []).append(Block(text_of(node)))
    return [one for block in apart for one in (block, *after.pop(key(block.text), ()))]


def _unglued(block: Block, paragraphs: Sequence[Node], keys: dict[Node, str], alone: set[str]) -> Iterator[Block]:
    """The paragraphs of the page of which a block consists, if there are several; else the block itself."""
    own = key(block.text)
    inside = [node for node in paragraphs if keys[node] in own] if block.prose and own not in alone else []
    if len(inside) >= _FEWEST:
        yield from (Block(text_of(node)) for node in inside)
    else:
        yield block

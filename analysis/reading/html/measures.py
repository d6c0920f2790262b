"""How much text stands in every element of a page, and how much of it is links: counted once, in one walk."""

from typing import NamedTuple

from analysis.reading.html.nodes import SILENT, Node

_RUNNING = 80
"""Characters from which the text of a paragraph counts as running text."""


class Size(NamedTuple):
    """Characters of an element without white space: all, those of links to other pages, those of running text."""

    text: int = 0
    links: int = 0
    prose: int = 0

    @property
    def link_share(self) -> float:
        """The share of links to other pages."""
        return self.links / self.text if self.text else 0.0


class Sizes:
    """The size of every element under one."""

    def __init__(self, tree: Node) -> None:
        """Walk once through the tree; a loop instead of recursion, since hostile pages nest deeply."""
        self._known: dict[Node, Size] = {}
        stack: list[tuple[Node, bool]] = [(tree, False)]
        while stack:
            node, done = stack.pop()
            if not isinstance(node.tag, str) or node.tag in SILENT:
                continue
            if done:
                self._known[node] = self._measure(node)
            else:
                stack.append((node, True))
                stack.extend((child, False) for child in node)

    def of(self, node: Node) -> Size:
        """The size of an element; nothing for what shows no text."""
        return self._known.get(node, Size())

    def _measure(self, node: Node) -> Size:
        text = _count(node.text)
        links = prose = 0
        for child in node:
            inner = self.of(child)
            text += inner.text + _count(child.tail)
            links += inner.links
            prose += inner.prose
        if node.tag == "a" and _leads_away(node):
            links = text
        if node.tag == "p" and text >= _RUNNING and links < text / 2:
            prose = text
        return Size(text, links, prose)


def _count(text: str | None) -> int:
    return len("".join(text.split())) if text else 0


def _leads_away(link: Node) -> bool:
    return "#" not in (link.get("href") or "#")

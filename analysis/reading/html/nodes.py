"""Small questions about the elements of an HTML page: their words, their names, the share of links in them."""

import re
from collections.abc import Iterator
from typing import Any

Node = Any
"""An element of lxml, which ships no types."""

_WORD = re.compile(r"\w+")
_INVISIBLE = re.compile("[\xad\u200b\u200c\u200d\u2060\ufeff]")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIVIDERS = str.maketrans(".:/", "---")
_NAMING = ("class", "id", "itemprop", "role", "property", "rel")
_LONGEST_NAME = 300
_KICKER = re.compile(
    r"(?:^|[\s_-])(?:kicker|overline|dachzeile|spitzmarke|roofline|roof-?text|eyebrow|pre-?(?:head(?:line)?|title)|top-?line"
    r"|vorzeile|over-?title|sup-?title)(?:[\s_-]|$)"
)
LONGEST_KICKER = 60
"""Characters of the longest line of a few words above a headline."""
SILENT = frozenset({"script", "style", "noscript", "template", "head", "title", "meta", "link", "svg", "iframe"})
"""Elements that show no text."""


def key(text: str) -> str:
    """The letters and digits of a text in lower case: equal keys mean the same words, however they are spaced."""
    return "".join(_WORD.findall(_INVISIBLE.sub("", text).casefold()))


def flat(text: str | None) -> str:
    """Text in one line, without marks that have no width."""
    return " ".join(_INVISIBLE.sub("", text or "").split())


def text_of(node: Node) -> str:
    """The visible text of an element in one line, its blocks and line breaks divided by a blank."""
    return flat(" ".join(_pieces(node)))


def _pieces(node: Node) -> Iterator[str]:
    """Runs of text; inline elements do not cut a word."""
    run: list[str] = []
    for event, text in _walk(node):
        if event == "cut" and run:
            yield "".join(run)
            run = []
        elif event == "text":
            run.append(text)
    yield "".join(run)


_INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s small span strong sub sup u wbr".split()
)


def _walk(node: Node) -> Iterator[tuple[str, str]]:
    """Cuts and texts in order; a loop instead of recursion, since hostile pages nest deeply."""
    stack: list[tuple[bool, Node]] = [(False, node)]
    while stack:
        done, one = stack.pop()
        if done:
            if one.tag not in _INLINE:
                yield "cut", ""
            if one is not node and one.tail:
                yield "text", one.tail
            continue
        if not isinstance(one.tag, str) or one.tag in SILENT:
            if one is not node and one.tail:
                yield "text", one.tail
            continue
        if one.tag not in _INLINE:
            yield "cut", ""
        if one.text:
            yield "text", one.text
        stack.append((True, one))
        stack.extend((False, child) for child in reversed(one))


def names_of(node: Node) -> str:
    """What the markup calls an element: class, id, itemprop and the like, and short data attributes, in lower case."""
    values = [value for name, value in node.attrib.items() if name in _NAMING or name.startswith("data-")]
    whole = " ".join(value for value in values if len(value) <= _LONGEST_NAME)
    return _HUMP.sub("-", whole).translate(_DIVIDERS).lower()


def is_within(node: Node, *tags: str) -> bool:
    """Whether an element stands in one of these kinds of elements."""
    return next(node.iterancestors(*tags), None) is not None


def is_kicker(node: Node) -> bool:
    """Whether the markup calls an element the line above a headline."""
    return _KICKER.search(names_of(node)) is not None

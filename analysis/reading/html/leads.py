"""Finds the lead of a saved page: the summary between headline and text, which extractors often leave out."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from analysis.reading.html.measures import Sizes
from analysis.reading.html.nodes import Node, flat, key, names_of, text_of
from analysis.reading.page.boilerplate import match_furniture

_LEAD = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|lead-?(?:in|text|paragraph)|intro\w*|vorspann\w*|standfirst|teaser|teaser-?text|abstract"
    r"|summary|description|excerpt|sub-?head(?:line)?|sub-?line|subtitle|dek|deck|anrisstext|anrei(?:ss|ß)er|einleitung"
    r"|kurztext|unterzeile|untertitel|header-?text)(?:[\s_-]|$)"
)
_PICTURE = (
    r"caption|credits?|bild-?(?:unterschrift|text|info\w*)|image-?(?:desc\w*|text|info)|copyright|legend|gallery"
    r"|light-?box\w*|slide-?show|carousel|consent|cookie\w*|newsletter|comments?|related|recommend\w*|teaser-?list|sidebar"
)
_NOT_LEAD = re.compile(
    rf"(?:^|[\s_-])(?:{_PICTURE}|byline|authors?|autor\w*|shar\w+|social|paywall|date|timestamp|breadcrumbs?|audio\w*|player"
    r"|nav\w*|menu|tags?|footer|ad|ads|banner)(?:[\s_-]|$)"
)
_OF_PICTURE = re.compile(rf"(?:^|[\s_-])(?:{_PICTURE})(?:[\s_-]|$)")
_TAGS = tuple("p div span section h2 h3 h4 strong b blockquote td em i font center ul ol".split())
_OUTSIDE = ("nav", "footer", "figure", "aside", "form", "a", "button")
_SHORTEST, _LONGEST = 30, 1_200
_SHORTEST_DESCRIPTION = 40
_SHORTEST_UNNAMED = 70
_FEWEST_WORDS = 4
_BEGINNING = 60
_MOST = 3_000
"""Elements that are looked at."""
_RUNNING = 100
"""Characters from which an extracted block is taken for a paragraph of the text."""
_SENTENCE = re.compile(r"(?:\w{2,}|[“”\"»«])[.!?…][“”\"»«]?$")
_CUT = re.compile(r"\s*(?:…|\.\.\.|\[\.\.\.\])\s*$")


class Candidate(NamedTuple):
    """A text that may be the lead: where it stands in the page, and what speaks for it.

    ``rank`` is 0 where the page's data give it as the summary, 1 where its markup is named so, 2 where only its place
    under the headline tells.
    """

    place: int
    text: str
    rank: int


class Places(NamedTuple):
    """Where the lead may be: its candidates, the place of the headline, and of every paragraph by its key."""

    candidates: tuple[Candidate, ...]
    headline: int
    paragraphs: dict[str, int]


def places_of(tree: Node, descriptions: Iterable[str], headline: str | None) -> Places:
    """What of a page may be its lead; taken before anything is taken off the page."""
    sizes = Sizes(tree)
    wanted = [
        one for one in (key(_CUT.sub("", flat(text))) for text in descriptions) if len(one) >= _SHORTEST_DESCRIPTION
    ]
    title = key(headline or "")
    candidates: list[Candidate] = []
    paragraphs: dict[str, int] = {}
    top, sure, looked = -1, False, 0
    for place, node in enumerate(tree.iter("h1", *_TAGS)):
        size = sizes.of(node).text
        if node.tag == "h1" or (
            title and size <= 2 * len(title) + 60 and node.tag in ("h2", "h3") and key(text_of(node)).endswith(title)
        ):
            own = node.tag == "h1" and title in key(text_of(node))
            top, sure = (place, own) if top < 0 or (own and not sure) else (top, sure)
        elif _SHORTEST <= size <= _LONGEST and looked < _MOST:
            looked += 1
            candidates += _candidates(place, node, sizes, wanted)
        if node.tag == "p" and size >= _SHORTEST:
            paragraphs.setdefault(key(text_of(node)), place)
    return Places(tuple(candidates), top, paragraphs)


def lead_of(places: Places, blocks: list[str], headline: str | None) -> str | None:
    """The lead, unless ``blocks``, the extracted text, has it already or the page has none.

    It stands after the headline and before the first paragraph of the text.
    """
    keys = [key(block) for block in blocks]
    seen = "".join(keys)
    running = [own for own, block in zip(keys, blocks, strict=True) if len(block) >= _RUNNING]
    first = next((places.paragraphs[own] for own in running if own in places.paragraphs), None)
    for candidate in sorted(places.candidates, key=lambda one: (one.rank, one.place, -len(one.text))):
        own = key(candidate.text)
        if (candidate.rank and candidate.place < places.headline) or (first is not None and candidate.place >= first):
            continue
        if own in seen:
            return None
        if match_furniture(candidate.text):
            continue
        # Made-up summaries consist of sentences of the text, and boxes hold the text itself.
        if own != key(headline or "") and own[:_BEGINNING] not in seen and not any(one in own for one in running):
            return candidate.text
    return None


def _candidates(place: int, node: Node, sizes: Sizes, wanted: list[str]) -> Iterator[Candidate]:
    size = sizes.of(node)
    if (
        size.links > 0.5 * size.text
        or next(node.iterancestors(*_OUTSIDE), None) is not None
        or _is_named_otherwise(node)
    ):
        return
    text = text_of(node)
    if text.count(" ") < _FEWEST_WORDS:
        return
    if next(node.iter("h1", "time", "figure", "figcaption"), None) is not None:
        return
    if any(_matches(key(text), one) for one in wanted):
        yield Candidate(place, text, 0)
    elif _LEAD.search(names_of(node)):
        yield Candidate(place, _listed(node) or " ".join(_paragraphs(node)) or text, 1)
    elif len(node) <= 2 and size.text >= _SHORTEST_UNNAMED and size.links < 0.2 * size.text and _is_alone(node, text):
        yield Candidate(place, text, 2)


def _is_alone(node: Node, text: str) -> bool:
    """Whether an element holds a sentence, and no picture stands right before it whose caption it may be."""
    return _SENTENCE.search(text) is not None and not _is_under_picture(node)


def _is_under_picture(node: Node) -> bool:
    """Whether what stands right before an element is a picture, so that it may be its caption."""
    for near in [node, *islice(node.iterancestors(), 2)]:
        before = near.getprevious()
        if before is not None:
            pictures = ("img", "picture", "figure", "video", "amp-img")
            return before.tag in pictures or next(before.iter(*pictures), None) is not None
    return False


def _is_named_otherwise(node: Node) -> bool:
    """Whether the markup calls an element, or one closely around it, a caption, a byline or the like."""
    if _NOT_LEAD.search(names_of(node)):
        return True
    near = (one for one in islice(node.iterancestors(), 3) if one.tag not in ("body", "html", "main", "article"))
    return any(_OF_PICTURE.search(names_of(one)) for one in near)


def _listed(node: Node) -> str:
    """The items of a lead that is a list, each a line of its own."""
    items = [text for text in map(text_of, node.iter("li")) if text]
    return "\n\n".join(f"- {item}" for item in items) if len(items) > 1 else ""


def _paragraphs(node: Node) -> list[str]:
    """The paragraphs in an element that are more than a line of names."""
    return [text for text in map(text_of, node.iter("p")) if len(text) >= _SHORTEST] if node.tag != "p" else []


def _matches(own: str, wanted: str) -> bool:
    """Whether a text is the given summary: the same, or with a place before or the rest of a cut sentence after it."""
    if wanted in own:
        return len(own) <= 1.5 * len(wanted) + 40
    return len(own) >= 0.6 * len(wanted) and wanted.startswith(own)

"""Finds the lead of a saved page: the summary between headline and text, which extractors often leave out."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.reading.html.measures import Sizes
from analysis.reading.html.nodes import Node, flat, key, names_of, text_of

_LEAD = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|lead-?(?:in|text|paragraph)|intro\w*|vorspann\w*|standfirst|teaser|teaser-?text|abstract"
    r"|summary|description|excerpt|sub-?head(?:line)?|sub-?line|subtitle|dek|deck|anrisstext|anrei(?:ss|ß)er|einleitung"
    r"|kurztext|unterzeile|untertitel|header-?text)(?:[\s_-]|$)"
)
_NOT_LEAD = re.compile(
    r"caption|credit|bild(?:unterschrift|text|info)|byline|author|autor|meta|share|social|cookie|consent|comment"
    r"|newsletter|paywall|related|date|breadcrumb|image-?(?:desc|text)|\bnav"
)
_TAGS = (
    "p",
    "div",
    "span",
    "section",
    "h2",
    "h3",
    "h4",
    "strong",
    "b",
    "blockquote",
    "td",
    "em",
    "i",
    "font",
    "center",
)
_OUTSIDE = ("nav", "footer", "figure", "aside", "form", "a", "button")
_SHORTEST, _LONGEST = 30, 1_200
_SHORTEST_DESCRIPTION = 40
_CUT = re.compile(r"\s*(?:…|\.\.\.|\[\.\.\.\])\s*$")


class Candidate(NamedTuple):
    """A text that may be the lead: where it stands in the page, and whether the page's data call it the summary."""

    place: int
    text: str
    given: bool


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
    top = -1
    for place, node in enumerate(tree.iter("h1", *_TAGS)):
        size = sizes.of(node).text
        if node.tag == "h1" or (
            title and size <= 2 * len(title) + 60 and node.tag in ("h2", "h3") and key(text_of(node)).endswith(title)
        ):
            top = place if top < 0 or (node.tag == "h1" and title in key(text_of(node))) else top
        elif _SHORTEST <= size <= _LONGEST:
            candidates += _candidates(place, node, sizes, wanted)
        if node.tag == "p" and size >= _SHORTEST:
            paragraphs.setdefault(key(text_of(node)), place)
    return Places(tuple(candidates), top, paragraphs)


def lead_of(places: Places, blocks: list[str], headline: str | None) -> str | None:
    """The lead, unless ``blocks``, the extracted text, has it already or the page has none.

    It stands after the headline and before the first paragraph of the text.
    """
    seen = "".join(key(block) for block in blocks)
    first = next((places.paragraphs[one] for one in map(key, blocks) if one in places.paragraphs), None)
    for candidate in sorted(places.candidates, key=lambda one: (not one.given, one.place, -len(one.text))):
        own = key(candidate.text)
        if candidate.place < places.headline or (first is not None and candidate.place >= first):
            continue
        if own in seen:
            return None
        if own != key(headline or "") and not _is_stitched(own, blocks):
            return candidate.text
    return None


def _candidates(place: int, node: Node, sizes: Sizes, wanted: list[str]) -> Iterator[Candidate]:
    named = _LEAD.search(names_of(node)) is not None
    if not named and not wanted:
        return
    if sizes.of(node).link_share > 0.5 or next(node.iterancestors(*_OUTSIDE), None) is not None:
        return
    text = text_of(node)
    own = key(text)
    if any(_matches(own, one) for one in wanted):
        yield Candidate(place, text, given=True)
    elif named and not _NOT_LEAD.search(names_of(node)) and next(node.iter("h1", "time", "figure"), None) is None:
        if text.count(" ") >= 4:
            yield Candidate(place, " ".join(_paragraphs(node)) or text, given=False)


def _paragraphs(node: Node) -> list[str]:
    """The paragraphs in an element that are more than a line of names."""
    return [text for text in map(text_of, node.iter("p")) if len(text) >= _SHORTEST] if node.tag != "p" else []


def _matches(own: str, wanted: str) -> bool:
    """Whether a text is the given summary: the same, or with a place before or the rest of a cut sentence after it."""
    if wanted in own:
        return len(own) <= 1.5 * len(wanted) + 40
    return len(own) >= 0.6 * len(wanted) and wanted.startswith(own)


def _is_stitched(own: str, blocks: list[str]) -> bool:
    """Whether the text consists of sentences that stand in the extracted blocks, as made-up descriptions do."""
    start = own[: min(60, len(own))]
    return any(start in key(block) for block in blocks)

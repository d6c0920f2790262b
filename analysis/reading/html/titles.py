"""The headline of a saved page: as it stands above the text, apart from its kicker and from the name of the site."""

import re
from collections.abc import Iterable

from analysis.reading.html.measures import Sizes
from analysis.reading.html.metadata import Facts
from analysis.reading.html.nodes import LONGEST_KICKER, Node, flat, is_kicker, is_within, key, names_of, text_of
from analysis.reading.html.outlets import host_of, known_outlet, outlet_at

_KICKER = re.compile(
    r"kicker|overline|dachzeile|spitzmarke|roofline|eyebrow|pre-?(?:head|title)|topline|rubrik|vorzeile"
)
_PARTS = re.compile(r"\s+(?:[|–—·•»]|::|-)\s+")
_ALL_PARTS = re.compile(r"\s+(?:[|–—·•»›]|::|-)\s+|:\s+")
_MOST_PARTS = 5
_NO_SITE = {"druckversion", "druckansicht", "artikel", "news", "nachrichten", "startseite", "print", "home"}
_INSIDE = re.compile(r"(?:^|[\s_-])(?:category|rubric|rubrik|section|label|tag|prefix|vorzeile)(?:[\s_-]|$)")
_LONGEST = 300
_FEWEST_WORDS = 2


def headline_of(tree: Node, facts: Facts, document_title: str = "", sites: Iterable[str] = ()) -> str | None:
    """The headline of the page; None where it has none.

    The first-level heading counts if the page's data agree with it or give none; ``sites`` are names of the outlet,
    which are taken off where only the data's or the document's title is left.
    """
    given = [without_site(title, sites) for title in facts.headlines]
    headings = [node for node in tree.iter("h1") if text_of(node) and not is_within(node, "nav", "footer", "aside")]
    spoken = [heading for heading in map(_apart, headings) if _is_spoken(heading, sites)]
    agreed = [heading for heading in spoken if any(_share(heading, title) >= 0.5 for title in given)]
    for heading in agreed or (spoken if len(spoken) == 1 else []):
        return _without_kicker(heading, given)
    marked = [node for node in tree.iter("h2", "h3", "h4", "span", "div", "p") if node.get("itemprop") == "headline"]
    found = [*given, *map(_apart, marked[:1]), *spoken]
    found = found or [_shown(tree, document_title)[0], without_site(document_title, sites)]
    return next((title[:_LONGEST] for title in found if title), None)


def site_in(tree: Node, document_title: str, headline: str | None) -> list[str]:
    """Names of the site: what stands beside the headline in the document's title."""
    shown, beside = _shown(tree, document_title, headline)
    return beside if shown else []


def _shown(tree: Node, document_title: str, headline: str | None = None) -> tuple[str, list[str]]:
    """The part of the document's title that the page shows as a line of its own, and the other parts.

    The longest part counts; a title that is shown as a whole has no parts.
    """
    parts = [part for part in map(flat, _ALL_PARTS.split(document_title)) if part]
    if not 1 < len(parts) <= _MOST_PARTS:
        return "", []
    wanted = {key(part) for part in parts} | {key(document_title)}
    lines = {key(headline)} if headline else _lines(tree, wanted, len(document_title))
    if key(document_title) in lines:
        return document_title, []
    shown = max((part for part in parts if key(part) in lines), key=len, default="")
    if shown.count(" ") < _FEWEST_WORDS - 1 and not headline:
        return "", []
    others = [part for part in parts if part != shown and key(part) not in _NO_SITE]
    return shown, others[::-1]


def _lines(tree: Node, wanted: set[str], longest: int) -> set[str]:
    """Which of the ``wanted`` keys are the whole text of an element in the page."""
    sizes = Sizes(tree)
    tags = ("h1", "h2", "h3", "h4", "b", "strong", "font", "td", "p", "div", "span", "a")
    short = (node for node in tree.iter(*tags) if 0 < sizes.of(node).text <= longest)
    return {own for own in (key(text_of(node)) for node in short) if own in wanted}


def without_site(title: str, sites: Iterable[str] = ()) -> str:
    """A title without the name of the site before or after it: "Brücke zu | Seeblatt" is "Brücke zu"."""
    names = {key(name) for name in sites if name}
    parts = _PARTS.split(title)
    cuts = [match.span() for match in _PARTS.finditer(title)]
    while len(parts) > 1 and _is_site(parts[-1], names):
        parts.pop()
        title = title[: cuts.pop()[0]]
    if len(parts) > 1 and _is_site(parts[0], names):
        title = title[cuts[0][1] :]
    return flat(title)


def headings_of(tree: Node) -> set[str]:
    """Keys of all that the page shows as its headline: headings of the first level, and others in a heading's place."""
    shown = [node for node in tree.iter("h1", "h2") if node.tag == "h1" or is_within(node, "header")]
    found = {key(text_of(node)) for node in shown}
    parts = (part for node in shown for part in node if isinstance(part.tag, str))
    found |= {own for own in (key(text_of(part)) for part in parts) if len(own) > LONGEST_KICKER / 2}
    return {one for one in found if one}


def _apart(heading: Node) -> str:
    """The text of a heading without the part that the markup calls a kicker."""
    kickers = [node for node in heading.iter() if node is not heading and isinstance(node.tag, str)]
    kickers = [node for node in kickers if is_kicker(node) or _INSIDE.search(names_of(node))]
    kickers = [node for node in kickers if len(text_of(node)) <= LONGEST_KICKER]
    whole = text_of(heading)
    for node in kickers[:1]:
        kicker = text_of(node)
        if whole.startswith(kicker) and len(whole) > len(kicker) + 8:
            return whole[len(kicker) :].lstrip(" :–-|/+•").strip()
    return whole


def _without_kicker(heading: str, given: Iterable[str]) -> str:
    """A heading that ends in the headline of the data, short of a few words before it, without these."""
    for title in given:
        rest = key(heading).removesuffix(key(title))
        if rest and len(rest) < min(len(key(heading)), LONGEST_KICKER) and heading.endswith(title):
            return title[:_LONGEST]
    return heading[:_LONGEST]


def _is_spoken(heading: str, sites: Iterable[str]) -> bool:
    """Whether a heading says something: more than a name of the site or of a section."""
    return heading.count(" ") >= _FEWEST_WORDS - 1 and not _is_site(heading, {key(name) for name in sites})


def _share(heading: str, title: str) -> float:
    """Which share of the words of the shorter one stands in the other, the function words counted in."""
    one, other = set(heading.casefold().split()), set(title.casefold().split())
    if key(heading) in key(title) or key(title) in key(heading):
        return 1.0
    return len(one & other) / max(1, min(len(one), len(other)))


def _is_site(part: str, names: set[str]) -> bool:
    own = key(part)
    bare = own.removeprefix("der").removeprefix("die").removeprefix("das")
    is_address = bool(outlet_at(host_of(f"https://{part.strip().lower()}"))) if " " not in part.strip() else False
    return own in names or bare in names or known_outlet(part) is not None or is_address

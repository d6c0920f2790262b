"""Tells pages that are no article, and articles that are cut, by what the page says and holds."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from analysis.reading.html.blocks import Block
from analysis.reading.html.metadata import Facts
from analysis.reading.html.nodes import Node, is_within, text_of
from analysis.reading.raw.records import Unreadable

_MISSING = re.compile(
    r"(?:^|\D)404(?:\D|$)|(?:seite|artikel|dokument|inhalt|beitrag)\b.{0,30}\bnicht (?:\w+ )?"
    r"(?:gefunden|verfügbar|vorhanden)"
    r"|page not found|not found|diese seite gibt es nicht",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"(?:cookies?|tracking|einwilligung|zustimmung|zustimmen|werbung|datenschutz|privatsphäre|privacy|pur-abo|consent)",
    re.IGNORECASE,
)
_CONSENT_TITLE = re.compile(
    r"consent|einwilligung|zustimmung|privacy|privatsphäre|datenschutz-?einstellungen|cookie-?einstellungen|willkommen"
    r"|mit werbung (?:weiter|lesen|nutzen)|pur-abo|bevor (?:sie|du)",
    re.IGNORECASE,
)
_SEARCH = re.compile(r"^(?:ihre? )?(?:suche|suchergebnis|treffer|search)", re.IGNORECASE)
_WALL = re.compile(
    r"jetzt (?:weiterlesen|abonnieren|freischalten|kostenlos testen|testen)|weiterlesen mit|(?:um|zum) (?:den )?"
    r"(?:ganzen )?(?:artikel|beitrag|weiterlesen)[^.]{0,60}(?:abo|anmelden|registrier|einloggen|freischalten)"
    r"|nur für abonnent"
    r"|exklusiv für abonnent|(?:artikel|inhalt|beitrag) ist (?:nur )?(?:exklusiv )?(?:für|mit) [^.]{0,40}"
    r"(?:abo|plus|\+)"
    r"|noch kein abo|bereits abonnent|sie haben bereits ein (?:digital)?abo"
    r"|(?:diesen|den) artikel (?:weiter)?lesen mit",
    re.IGNORECASE,
)
_SHORT = 2_000
"""Characters below which the text of a page behind a wall is taken for its beginning."""
_LITTLE = 600
_MOST_TEASERS = 8
_LIST_SHARE = 0.35


def refusal(
    name: str, tree: Node, facts: Facts, address: str | None, title: str | None, blocks: Sequence[Block]
) -> Unreadable | None:
    """Why a page is no article, by evidence; None where nothing tells that it is none."""
    running = [block.text for block in blocks if block.prose]
    size = sum(map(len, running))
    is_article = bool(facts.articles) or facts.tags.get("og:type", "").lower() == "article"
    if size < _LITTLE and title and _MISSING.search(title):
        return Unreadable(name, "The page says that the article was not found.")
    if size < _SHORT and not is_article and _is_consent(title or "", running):
        return Unreadable(name, "The page asks for consent and holds no article; save it after consenting.")
    if is_article or is_dated(facts):
        return None
    if title and _SEARCH.search(title) and (size < _SHORT or _teasers(tree) >= 3):
        return Unreadable(name, "The page is a list of search results, no article.")
    if _is_home(address) and _teasers(tree) >= 3:
        return Unreadable(name, "The page is a home page, no article.")
    if (facts.is_list and _teasers(tree) >= 3) or _is_front(tree, blocks):
        return Unreadable(name, "The page lists articles and is none itself.")
    return None


def is_dated(facts: Facts) -> bool:
    """Whether the head of a page gives a day of publication, as home pages and lists do not."""
    return any(facts.tags.get(tag) for tag in ("article:published_time", "og:article:published_time"))


def doubts_about(tree: Node, facts: Facts, text: str) -> Iterator[str]:
    """What makes it doubtful that the text is the whole article, a sentence each."""
    closed = any(str(one.get("isAccessibleForFree", "")).strip().lower() in ("false", "0") for one in facts.articles)
    walled = len(text) < _SHORT and _has_wall(tree)
    counted = _words_told(facts)
    if text.rstrip().endswith(("…", "...")) or (closed and len(text) < _SHORT) or walled:
        yield "The text looks cut: the page shows the rest to subscribers only."
    elif counted > 1.6 * len(text.split()) + 50:
        yield f"The text looks cut: the page speaks of {counted} words, {len(text.split())} were found."


def _words_told(facts: Facts) -> int:
    told = facts.field("wordCount") or next(
        (str(one["wordCount"]) for one in facts.articles if one.get("wordCount")), "0"
    )
    return int(told) if told.isdecimal() and len(told) < 7 else 0


def _has_wall(tree: Node) -> bool:
    """Whether the page, but for its menus, asks to subscribe in order to read on."""
    for node in tree.iter("p", "div", "h2", "h3", "h4", "a", "button", "span", "strong"):
        own = " ".join((node.text or "").split())
        if own and len(own) < 300 and _WALL.search(own) and not is_within(node, "nav", "footer"):
            return True
    return False


def _is_consent(title: str, running: Sequence[str]) -> bool:
    """Whether a page talks of nothing but consent: its title does, or nearly every paragraph."""
    asking = [text for text in running if _CONSENT.search(text)]
    return bool(asking) and (
        len(asking) >= 0.7 * len(running) or bool(_CONSENT_TITLE.search(title) and len(asking) > 1)
    )


def _is_home(address: str | None) -> bool:
    try:
        path = urlsplit(address).path if address else "-"
    except ValueError:
        return False
    return path.strip("/").lower() in ("", "index.html", "index.php", "home", "startseite")


def _is_front(tree: Node, blocks: Sequence[Block]) -> bool:
    """Whether most of a page is teasers: many linked headings, and hardly two paragraphs that follow each other."""
    teasers = _teasers(tree)
    if teasers < _MOST_TEASERS:
        return False
    prose = sum(len(block.text) >= 200 for block in blocks)
    return prose < teasers * _LIST_SHARE


def _teasers(tree: Node) -> int:
    """How many headings of a page lead to other pages."""
    found = 0
    for heading in tree.iter("h2", "h3", "h4"):
        linked = is_within(heading, "a") or next(heading.iter("a"), None) is not None
        found += linked and len(text_of(heading)) > 15 and not is_within(heading, "nav", "footer", "aside")
    return found

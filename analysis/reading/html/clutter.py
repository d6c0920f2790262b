"""Takes off a page what its markup tells to be no part of the article: captions, teasers, prompts, players, boxes."""

import re
from functools import lru_cache
from itertools import islice

from analysis.reading.html.measures import Sizes
from analysis.reading.html.nodes import LONGEST_KICKER, Node, is_kicker, is_within, key, names_of, text_of

_CAPTION = (
    r"caption|figcaption|bildunterschrift|bildzeile|bildtext|bildinfo|bildquelle|bildnachweis|absatzbild|fotocredit"
    r"|(?:image|img|picture|photo|media|bild|foto|figure)-?(?:desc\w*|info\w*|text|credits?|source|copyrights?|legend"
    r"|sub-?title|quelle|nachweis|rechte|author)|credits?|copyrights?|photographer|fotograf|light-?box\w*"
    r"|slide-?show|carousel\w*|karussell|(?:image|bilder|photo|foto|media)-?(?:gallery|galerie|strecke)"
)
_BESIDE = (
    r"related\w*|recommend\w*|recirculation|read-?more|also-?read|more-?on|mehr-?zum-?thema|zum-?thema|lesen-?sie-?auch"
    r"|link-?(?:liste?|box|group)|crosslinks?|(?:inline|story|article-list)-?teasers?|teaser-?(?:liste?|box|group|grid)"
    r"|most-?(?:read|popular)|meistgelesen|newsletter\w*|subscri\w*|abo-?(?:box|teaser|hinweis|banner|angebot)|paywall"
    r"|paygate|piano|offer|sign-?up|log-?in|register|registration|app-?(?:promo|download|teaser)|feedback|umfrage|poll"
    r"|voting|opinary|quiz|donat\w*|spenden?-?(?:box|aufruf|teaser)?|steady|promo\w*|cta|ad|ads|advert\w*|anzeige"
    r"|werbung|sponsor\w*|outbrain|taboola|ad-?(?:slot|container|label|wrapper|box)|share\w*|sharing|social\w*"
    r"|comments?|comment-?(?:list|form|section|area|count|box|teaser)|kommentare|kommentarbereich|disqus|community"
    r"|like-?(?:button|box)|toolbar|tool-?box|author-?(?:box|bio|info|teaser|card|details?|description|vita|profile)"
    r"|autor(?:en)?-?(?:box|info|kasten|vita|profil)|about-?(?:the-?)?author|bio|biography|audio\w*|podcast-?\w*|player"
    r"|video-?(?:info|meta|player|title|teaser)|read-?aloud|vorlesen|text-?to-?speech|listen|reading-?time|lese-?zeit"
    r"|consent\w*|cookie\w*|opt-?in|gdpr|dsgvo|external-?content|cmp|embed\w*|breadcrumbs?|sr-?only|visually-?hidden"
    r"|screen-?reader\w*|print-?only|no-?print|tags?|tag-?list|schlagworte?|cite-?wrapper|correction-?hint|sources|quellenangaben?|used-?sources"
)
_META = (
    r"(?:article|story|post|entry|artikel|meta)-?(?:info|infos|meta|date|data|origins|byline|author|authors|posted)|by-?line"
    r"|author-?line|autoren-?zeile|date-?line|authors?|metatextline|timestamp|pub-?date"
)
_IS_META = re.compile(rf"(?:^|[\s_-])(?:{_META})(?:[\s_-]|$)")
_IS_LABEL = re.compile(r"(?:^|[\s_-])(?:dates?|datum|category|categories|ressort|rubrik|topics?|label)(?:[\s_-]|$)")
_LONGEST_META = 160
_IS_CAPTION = re.compile(rf"(?:^|[\s_-])(?:{_CAPTION})(?:[\s_-]|$)")
_IS_BESIDE = re.compile(rf"(?:^|[\s_-])(?:{_BESIDE})(?:[\s_-]|$)")
_TEASER = re.compile(r"(?:^|[\s_-])teasers?(?:[\s_-]|$)")
_CONTAINERS = tuple(
    "div section aside figure figcaption ul ol dl nav footer form article details span a button label small p"
    " li".split()
)
_LARGEST_SHARE = 0.2
"""The share of the page's running text above which an element is never taken off, whatever it is called."""
_MOST_PROSE = 700
_LONGEST_PROMPT = 250
_LONGEST_LABEL = 40
_LARGEST_BOX = 500
_MOSTLY = 0.85


def take_off_clutter(tree: Node, headline: str | None = None) -> None:
    """Take all that stands around the article off the tree, in place.

    What holds much of the page's running text stays, whatever it is called, since layouts name the whole text so.
    """
    sizes = Sizes(tree)
    most = min(_MOST_PROSE, _LARGEST_SHARE * sizes.of(tree).prose)
    for node in list(tree.iter(*_CONTAINERS)):
        if sizes.of(node).prose <= most and (_is_clutter(node, sizes) or _asks(node, sizes)):
            _drop(node)
    _take_off_above(tree, sizes, key(headline or ""))
    for node in list(tree.iter("div", "p", "span", "a", "strong", "h2", "h3", "h4", "h5")):
        if node.getparent() is not None and sizes.of(node).text <= LONGEST_KICKER and is_kicker(node):
            node.drop_tree()
    for node in list(tree.iter("a", "ul", "ol", "p", "h2", "h3", "h4", "h5")):
        if sizes.of(node).prose <= most and _leads_elsewhere(node, sizes):
            _drop(node)
    for node in tree.iter("p"):
        # Extractors leave out paragraphs whose class sounds like a wall or a menu.
        if sizes.of(node).prose:
            node.attrib.clear()


def _is_clutter(node: Node, sizes: Sizes) -> bool:
    if node.tag == "figcaption":
        return True
    kind = _kind_of(names_of(node))
    size = sizes.of(node)
    if kind == "meta":
        return size.text <= _LONGEST_META
    if kind == "label":
        return size.text <= LONGEST_KICKER and node.tag not in ("ul", "ol", "li")
    if kind == "beside":
        return not (node.tag in ("p", "li") and size.prose)
    return kind == "caption" or (kind == "teaser" and size.link_share > 0.5)


@lru_cache(maxsize=4096)
def _kind_of(names: str) -> str:
    """What the names of an element tell it to be; many elements of a page go by the same names."""
    kinds = {"caption": _IS_CAPTION, "beside": _IS_BESIDE, "meta": _IS_META, "label": _IS_LABEL, "teaser": _TEASER}
    return next((kind for kind, pattern in kinds.items() if names and pattern.search(names)), "")


def _take_off_above(tree: Node, sizes: Sizes, headline: str) -> None:
    """Take off the short lines that stand above a headline, in the same box: kickers, ways back, dates."""
    for heading in [node for node in tree.iter("h1") if headline and headline in key(text_of(node))][:1]:
        for near in [heading, *islice(heading.iterancestors(), 2)]:
            if near.tag in ("article", "main", "body"):
                break
            for node in list(near.itersiblings(preceding=True)):
                if isinstance(node.tag, str) and sizes.of(node).text <= LONGEST_KICKER and node.tag != "p":
                    node.drop_tree()


def _asks(node: Node, sizes: Sizes) -> bool:
    """Whether a small box wants an entry: an address for a newsletter, a vote, a password."""
    if node.tag not in ("div", "section", "aside", "form", "fieldset") or sizes.of(node).text > _LARGEST_BOX:
        return False
    fields = [one for one in node.iter("input", "textarea", "select") if one.get("type") not in ("hidden", "checkbox")]
    return bool(fields) and not sizes.of(node).prose > _LARGEST_BOX / 2


def _leads_elsewhere(node: Node, sizes: Sizes) -> bool:
    """Whether a link, a list, a paragraph or a heading is nothing but a way to other pages."""
    if node.getparent() is None or is_within(node, "nav", "table"):
        return False
    size = sizes.of(node)
    if node.tag == "a":
        return size.links > 0 and next(node.iter("h2", "h3", "h4", "article", "div", "p"), None) is not None
    if node.tag in ("ul", "ol"):
        found = [item for item in node.iter("li") if sizes.of(item).text]
        return bool(found) and all(_is_title_link(item, sizes) for item in found) and _is_list_of_titles(node)
    return size.text > 0 and size.link_share >= _MOSTLY and size.text <= _LONGEST_PROMPT and not is_within(node, "li")


def _is_title_link(item: Node, sizes: Sizes) -> bool:
    """Whether a list item is the title of another page, linked as a whole or after a short label."""
    size = sizes.of(item)
    return size.link_share >= _MOSTLY or (size.link_share > 0.5 and size.text - size.links <= _LONGEST_LABEL)


def _is_list_of_titles(node: Node) -> bool:
    """Whether items are longer than names: a list of linked names may be part of the text."""
    items = [text_of(item) for item in node.iter("li")]
    return any(item.count(" ") >= 2 for item in items)


def _drop(node: Node) -> None:
    """Take an element off, and the short line before a list that announces it."""
    if node.getparent() is None:
        return
    if node.tag in ("ul", "ol"):
        before = node.getprevious()
        if before is not None and before.tag in ("p", "h2", "h3", "h4", "h5", "div", "strong"):
            line = text_of(before) if len(before) < 10 else ""
            if line and len(line) <= 100 and (line.endswith(":") or before.tag != "p"):
                before.drop_tree()
    node.drop_tree()

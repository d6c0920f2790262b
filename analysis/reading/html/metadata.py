"""What the head of an HTML page tells about its article: headline, description, outlet, authors, day, section."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from analysis.reading.html.nodes import Node, flat, key
from analysis.reading.page.agency_credits import credited

_SECTIONS = ("article:section", "og:article:section", "section", "parsely-section", "cxenseparse:recs:category")
_AGENCIES = ("agency", "news_agency", "dc.creator", "author", "copyright")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
_ARTICLE = re.compile(r"(?:[A-Za-z]*News)?Article|BlogPosting|LiveBlogPosting|Report|Review|Interview|Recipe")
_LIST = {"CollectionPage", "SearchResultsPage", "ItemList"}
_DEEPEST = 6
_LONGEST = 200
_MOST = 2 << 20
"""Characters of the largest JSON-LD block that is read."""
Tags = Mapping[str, str]
Object = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself: its meta tags, and the objects of its JSON-LD by kind."""

    tags: Tags
    articles: tuple[Object, ...]
    others: tuple[Object, ...]
    publisher: str = ""
    """The publisher that microdata name."""

    @property
    def headlines(self) -> list[str]:
        """Headlines as the page's data give them, JSON-LD first."""
        given = [self.field("headline"), self.field("name"), *(self.tags.get(name, "") for name in _TITLES)]
        return list(dict.fromkeys(text for text in given if text))

    @property
    def descriptions(self) -> list[str]:
        """What the page's data give as its summary, each once."""
        given = [
            self.field("description"),
            self.field("abstract"),
            *(self.tags.get(name, "") for name in _DESCRIPTIONS),
        ]
        return list(dict.fromkeys(text for text in given if text))

    @property
    def outlets(self) -> list[str]:
        """Names of the outlet, the likeliest first."""
        sites = [name_of(one.get("publisher")) or name_of(one) for one in self.others if types(one) & {"WebSite"}]
        given = [
            self.tags.get("og:site_name", ""),
            self.field("publisher"),
            self.publisher,
            *sites,
            self.tags.get("application-name", ""),
        ]
        return list(dict.fromkeys(text for text in given if text))

    @property
    def section(self) -> str:
        """The section in which the article stands; empty if none is told."""
        given = [self.field("articleSection"), *(self.tags.get(name, "") for name in _SECTIONS), *self._crumbs()]
        own = {key(name) for name in self.outlets}
        spoken = (
            text for text in given if text and key(text) not in own and not _NO_SECTION.fullmatch(text.casefold())
        )
        return next(spoken, "")[:_LONGEST]

    @property
    def agency(self) -> str:
        """The agencies whom the page's data credit, joined by commas."""
        named = [self.tags.get(name, "") for name in _AGENCIES] + [
            self.field(name) for name in ("author", "creditText")
        ]
        found = dict.fromkeys(agency for name in named if name for agency in credited("", name))
        return ", ".join(found)[:_LONGEST]

    @property
    def is_list(self) -> bool:
        """Whether the page's data call it a list of articles, and none of them an article."""
        return not self.articles and any(types(one) & _LIST for one in self.others)

    def field(self, name: str) -> str:
        """A field of the first article that has it, as text; of a list or an object its name."""
        return next((text for one in self.articles if (text := name_of(one.get(name)))), "")

    def _crumbs(self) -> Iterator[str]:
        """The first step of the breadcrumb below the home page."""
        for one in self.others:
            steps = one.get("itemListElement")
            if "BreadcrumbList" in types(one) and isinstance(steps, list) and len(steps) > 1:
                names = [name_of(step) or name_of(step.get("item")) for step in steps if isinstance(step, dict)]
                yield from (name for name in names[:-1] if name)


_TITLES = ("og:title", "twitter:title", "title", "dc.title", "headline")
_NO_SECTION = re.compile(
    r"(?:home|start)(?:page|seite)?|accueil|website|web|news|nachrichten|headlines|aktuell(?:es)?|artikel|article|posts?"
    r"|.*/.*|[\w-]+\.(?:de|at|ch|lu|li|it|net|com|org|info)"
)
"""What stands in the place of a section and is none."""


def facts_of(tree: Node) -> Facts:
    """The facts of a page that is parsed; empty ones where it tells nothing."""
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        if content := flat(tag.get("content")):
            tags.setdefault(name, content)
    objects = list(_objects(tree))
    articles = tuple(one for one in objects if any(_ARTICLE.fullmatch(kind) for kind in types(one)))
    others = tuple(one for one in objects if one not in articles)
    return Facts(tags, articles, others, _publisher(tree) or tags.get("publisher", ""))


def _publisher(tree: Node) -> str:
    """The name within what microdata call the publisher."""
    for node in tree.iter("div", "span", "p", "meta", "a"):
        if node.get("itemprop") == "publisher":
            named = [one for one in node.iter("meta", "span", "a", "div") if one.get("itemprop") == "name"]
            given = [flat(one.get("content") or one.text_content()) for one in named]
            return next((text for text in given if text), flat(node.get("content")))
    return ""


def types(one: Object) -> set[str]:
    """What JSON-LD calls an object."""
    kind = one.get("@type")
    return {str(name).rsplit("/", 1)[-1] for name in (kind if isinstance(kind, list) else [kind])}


def name_of(value: Any) -> str:
    """A value of JSON-LD as text; of a list its first, of an object its name."""
    for _ in range(_DEEPEST):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value")
    return flat(re.sub(r"<[^<>]{1,200}>", " ", html.unescape(value))) if isinstance(value, str) else ""


def _objects(tree: Node) -> Iterator[Object]:
    """All objects in the page's JSON-LD, whatever they are nested in."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            text = (script.text or "").strip().removesuffix(";")
            text = text.removeprefix("<!--").removesuffix("-->").strip()
            try:
                yield from _nested(json.loads(text[:_MOST], strict=False), 0)
            except (ValueError, RecursionError):
                continue


def _nested(value: Any, depth: int) -> Iterator[Object]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nested(one, depth + 1)
    elif isinstance(value, dict):
        if value.get("@type"):
            yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nested(value.get(name), depth + 1)

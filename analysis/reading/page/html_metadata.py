"""What the head of an HTML page tells about an article beside its text: section, agency, outlet."""

import json
from collections.abc import Iterator
from typing import Any

from lxml import html as lxml_html
from lxml.etree import LxmlError

from analysis.reading.page.agency_credits import credited

_SECTIONS = ("article:section", "og:article:section", "section", "parsely-section", "cxenseparse:recs:category")
_AGENCIES = ("agency", "news_agency", "dc.creator", "author", "copyright")
_ARTICLE_TYPES = {"Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting", "Report"}
_DEEPEST = 6


def metadata_of(page: str) -> dict[str, str]:
    """The fields ``section``, ``agency`` and ``outlet`` as far as the page names them, by OpenGraph and JSON-LD."""
    try:
        tree = lxml_html.fromstring(page.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError):
        return {}
    tags = {
        (tag.get("property") or tag.get("name") or "").strip().lower(): " ".join((tag.get("content") or "").split())
        for tag in tree.iter("meta")
    }
    objects = list(_objects(tree))
    section = next((tags[name] for name in _SECTIONS if tags.get(name)), "") or _text(objects, "articleSection")
    named = [tags.get(name, "") for name in _AGENCIES] + [_text(objects, name) for name in ("author", "creditText")]
    agencies = list(dict.fromkeys(agency for name in named if name for agency in credited("", name)))
    outlet = tags.get("og:site_name") or _text(objects, "publisher")
    found = {"section": section, "agency": ", ".join(agencies), "outlet": outlet}
    return {name: value[:200] for name, value in found.items() if value}


def _objects(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles in the page's JSON-LD, whatever they are nested in."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower().startswith("application/ld+json"):
            try:
                yield from _articles(json.loads(script.text or ""), 0)
            except (ValueError, RecursionError):
                continue


def _articles(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _articles(one, depth + 1)
    elif isinstance(value, dict):
        kind = value.get("@type")
        if _ARTICLE_TYPES & set(kind if isinstance(kind, list) else [str(kind)]):
            yield value
        yield from _articles(value.get("@graph"), depth + 1)
        yield from _articles(value.get("mainEntity"), depth + 1)


def _text(objects: list[dict[str, Any]], name: str) -> str:
    """A field of the first object that has it, as text; of a list or an object its name."""
    for one in objects:
        value = one.get(name)
        while isinstance(value, list | dict):
            value = (value[0] if value else None) if isinstance(value, list) else value.get("name")
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return ""

"""The day on which a saved page was published, in German time."""

from collections.abc import Iterator

from analysis.reading.html.metadata import Facts
from analysis.reading.html.nodes import Node, is_within, names_of
from analysis.reading.raw.dates import iso_date

_TAGS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date",
    "publish-date", "publishdate", "pubdate", "published", "dc.date", "dc.date.issued", "dcterms.created",
    "dc.date.created", "dcterms.date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
)  # fmt: skip


def day_of(tree: Node, facts: Facts) -> str | None:
    """The day of publication that the page's data give, as ISO 8601; None where they give none."""
    return next((day for raw in _given(tree, facts) if (day := german_day(raw))), None)


def german_day(raw: str) -> str | None:
    """The day of a date or date and time in German time, to which times with an offset are brought."""
    return (iso_date(raw) or "")[:10] or None


def _given(tree: Node, facts: Facts) -> Iterator[str]:
    """Dates as they are written, the surest first."""
    yield facts.field("datePublished")
    yield from (facts.tags.get(name, "") for name in _TAGS)
    times = [node for node in tree.iter("time") if not is_within(node, "nav", "footer", "aside")]
    marked = [node for node in times if node.get("pubdate") is not None or "publi" in names_of(node)]
    for node in [*marked, *(node for node in times[:1] if is_within(node, "article", "header", "main"))]:
        yield node.get("datetime") or ""
        yield " ".join(node.text_content().split())
    yield facts.field("dateCreated")
    yield facts.field("uploadDate")

"""The day on which a saved page was published, in German time."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from analysis.reading.html.metadata import Facts
from analysis.reading.html.nodes import Node, is_within, names_of
from analysis.reading.raw.dates import iso_date

_GERMANY = ZoneInfo("Europe/Berlin")
_TAGS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date",
    "publish-date", "publishdate", "pubdate", "published", "dc.date", "dc.date.issued", "dcterms.created",
    "dc.date.created", "dcterms.date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
)  # fmt: skip


def day_of(tree: Node, facts: Facts) -> str | None:
    """The day of publication that the page's data give, as ISO 8601; None where they give none."""
    return next((day for raw in _given(tree, facts) if (day := german_day(raw))), None)


def german_day(raw: str) -> str | None:
    """The day of a date or date and time; a time with an offset is brought to German time before."""
    iso = iso_date(raw)
    if not iso or len(iso) == 10:
        return iso
    when = datetime.fromisoformat(iso)
    try:
        return (when.astimezone(_GERMANY) if when.tzinfo else when).date().isoformat()
    except OverflowError:
        return None


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

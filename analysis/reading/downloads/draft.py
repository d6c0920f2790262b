"""An article as it is taken out of a download, and how it becomes an article of the project."""

import re
from dataclasses import dataclass, field

from analysis.model import Article
from analysis.reading.downloads.dates import day_in, edition_in, page_in, source_line, time_in
from analysis.reading.raw.encoding import without_surrogates

_NAME = r"[A-ZÄÖÜÉ][\w.'’-]*"
_PARTICLE = r"(?:von|van|de|der|den|del|di|zu|vom|und|and|al|el|bin)"
NAMES = re.compile(
    rf"(?:{_PARTICLE} )?{_NAME}"
    rf"(?:(?:, ?|; ?| ?/ ?| & | ){_PARTICLE}? ?(?:{_NAME}|{_PARTICLE} {_NAME})){{0,9}}(?: \([\w.-]+\))?"
)
"""A line that may be the name of one or more people."""
_BY = re.compile(r"(?:V(?:on|ON)|von(?= [A-ZÄÖÜ])|[Bb]y|BY|Text:|Text von|Ein \w+ von)\s+(?=\S)")
_WORDS = re.compile(r"(\d[\d.,]*)\s*(?:words?|wörter|woerter|wort|mots)?\W*", re.IGNORECASE)
_KEPT = (
    "kind",
    "language",
    "issn",
    "document",
    "dateline",
    "graphic",
    "notes",
    "issue",
    "volume",
    "kicker",
    "database",
)
_LONGEST = 1000


@dataclass(slots=True)
class Draft:
    """What was read of one article so far."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    author: str | None = None
    url: str | None = None
    lead: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def keep(self, name: str, value: str | None) -> None:
        """Keep a further field; the first value stands."""
        if value and value.strip():
            self.extra.setdefault(name, value.strip()[:_LONGEST])

    def tell(self, name: str, value: str) -> None:
        """Take what stands behind a label."""
        value = value.strip()
        if not value:
            return
        if name in ("title", "outlet"):
            setattr(self, name, getattr(self, name) or value)
        elif name == "lead":
            self.lead = f"{self.lead}\n\n{value}" if self.lead else value
        elif name == "author":
            self.author = self.author or author_of(value)
        elif name == "url":
            self.url = self.url or next(
                (word for word in value.split() if word.startswith(("http://", "https://"))), None
            )
        elif name == "words":
            match = _WORDS.fullmatch(value)
            self.keep("words", re.sub(r"\D", "", match.group(1)) if match else value)
        elif name == "published":
            self.date(value)
        elif name == "source":
            self._source(value)
        elif name == "section":
            self._section(value)
        elif name in ("page", "edition"):
            self.keep(name, page_in(value)[1] or value if name == "page" else value)
        elif name in _KEPT:
            self.keep(name, value)

    def date(self, line: str) -> None:
        """Take the day of publication, and the time of day beside it; what is no whole date is kept as it is."""
        day = day_in(line)
        if day and day.iso:
            self.published = self.published or day.iso
        elif not self.published:
            self.keep("published", day.words if day else line)
        self.keep("time", time_in(line))

    def _source(self, value: str) -> None:
        source = source_line(value)
        if source is None:
            self.outlet = self.outlet or value.strip('"„“»« ')
            return
        first, _, outlet = (source.outlet or "").partition(", ")
        name = byline(first) if outlet else None
        self.author = self.author or name
        self.outlet = self.outlet or (outlet if name else source.outlet)
        self.date(value)
        for name in ("page", "issue", "edition", "section"):
            self.keep(name, getattr(source, name))

    def _section(self, value: str) -> None:
        rest, page = page_in(value)
        rest, edition = edition_in(rest)
        self.keep("page", page)
        self.keep("edition", edition)
        self.keep("section", "; ".join(part for part in (one.strip(" ,") for one in rest.split(";")) if part))

    def article(self, name: str) -> Article | None:
        """The article under the id ``name``; None where it holds no text."""
        body = [part for part in self.paragraphs if part]
        if body and self.title and body[0].casefold() == self.title.casefold():
            body = body[1:]
        if not body and not self.lead:
            return None
        text = "\n\n".join(part for part in (self.title, self.lead, *body) if part)
        clean = without_surrogates
        return Article(
            id=name,
            text=clean(text),
            title=clean(self.title) if self.title else None,
            outlet=clean(self.outlet) if self.outlet else None,
            published=self.published,
            url=self.url,
            author=clean(self.author) if self.author else None,
            extra={field: clean(value) for field, value in self.extra.items()},
            warnings=tuple(self.warnings),
        )


def author_of(line: str) -> str:
    """The author's name without "Von" before it."""
    line = line.strip()
    match = _BY.match(line)
    return line[match.end() if match else 0 :].strip(" ,;")


def byline(line: str) -> str | None:
    """The author whom a line of its own names with "Von" before the name."""
    match = _BY.match(line)
    name = line[match.end() :].strip(" ,;") if match else ""
    return name if name and len(line) < 100 and NAMES.fullmatch(name) else None

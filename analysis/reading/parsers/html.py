"""Reads the article and its metadata from an HTML page, without any network access."""

import re
from urllib.parse import urlsplit

from analysis.model import Article
from analysis.reading.page.html_metadata import metadata_of
from analysis.reading.parsers.quote_blocks import spell_quotes_of
from analysis.reading.raw.dates import iso_date
from analysis.reading.raw.encoding import without_surrogates
from analysis.reading.raw.records import Unreadable

_NOTHING = "No article text was found in the page; copy the article into a .txt file."


def read_html(name: str, page: str) -> Article | Unreadable:
    """The article of one page. Its text is what was extracted, with the headline as its first line.

    Offsets count characters of that extracted text. The date comes from the page's metadata only, since a
    date somewhere in the text need not be the date of publication.
    """
    # Loading takes half a second, which runs without HTML need not spend.
    import trafilatura
    from trafilatura.settings import Document

    try:
        found = trafilatura.bare_extraction(
            spell_quotes_of(page),
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as error:  # Hostile markup breaks parsers in ways no list of exceptions covers.
        return Unreadable(name, f"The page could not be taken apart ({type(error).__name__}).")
    text = without_surrogates((found.text or "").strip()) if isinstance(found, Document) else ""
    if not text or not isinstance(found, Document):
        return Unreadable(name, _NOTHING)
    title = " ".join((found.title or "").split()) or None
    if title and " ".join(text.split("\n", 1)[0].split()).casefold() != title.casefold():
        text = f"{title}\n\n{text}"
    metadata = metadata_of(page)
    return Article(
        id=name,
        text=text,
        title=title,
        outlet=_outlet(found.sitename) or metadata.get("outlet"),
        published=iso_date(found.date or ""),
        url=_web_address(found.url),
        author=found.author or None,
        extra={field: metadata[field] for field in ("section", "agency") if field in metadata},
    )


def _outlet(site: str | None) -> str | None:
    """The name of the site; the extractor gives the handle of a social network where it finds no name."""
    return re.sub(r"^@", "", site.strip()) or None if site else None


def _web_address(url: str | None) -> str | None:
    try:
        return url if url and urlsplit(url).scheme in {"http", "https"} else None
    except ValueError:
        return None

"""Reads the article and its metadata from an HTML page, without any network access."""

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from analysis.model import Article
from analysis.reading.apart.items import why
from analysis.reading.html.authors import authors_of
from analysis.reading.html.barriers import set_apart
from analysis.reading.html.blocks import Block, blocks_of, sifted
from analysis.reading.html.bounds import check_bounds
from analysis.reading.html.clutter import take_off_clutter
from analysis.reading.html.dates import day_of, german_day
from analysis.reading.html.kinds import doubts_about, refusal
from analysis.reading.html.leads import lead_of, places_of
from analysis.reading.html.metadata import facts_of
from analysis.reading.html.nodes import Node, flat, key
from analysis.reading.html.outlets import outlet_of
from analysis.reading.html.recovery import recovered
from analysis.reading.html.titles import headings_of, headline_of, site_in
from analysis.reading.parsers.quote_blocks import spell_quotes
from analysis.reading.raw.encoding import without_surrogates
from analysis.reading.raw.records import AUTHORS, RefusedError, Unreadable

_SAVED = re.compile(r"<!--[^<>]{0,200}?(?:saved from url=\(\d{1,6}\)|url:\s{0,5})\s{0,5}(https?://[^\s<>\"']{1,1000})")
_HEAD = 4_000


def read_html(name: str, page: str) -> Article | Unreadable:
    """The article of one page. Its text is headline, lead and body, divided by blank lines.

    Offsets count characters of that extracted text. The date comes from the page's metadata only, since a
    date somewhere in the text need not be the date of publication. A page that is no article has a reason.
    """
    # Loading takes half a second, which runs without HTML need not spend.
    import trafilatura

    try:
        check_bounds(page)
        tree = trafilatura.load_html(page)
        return _nothing(name) if tree is None else _article(name, tree, _saved_from(page))
    except (RefusedError, MemoryError) as error:
        return Unreadable(name, why(error))
    except Exception as error:  # Hostile markup breaks parsers in ways no list of exceptions covers.
        return Unreadable(name, f"The page could not be taken apart ({type(error).__name__}).")


def _nothing(name: str) -> Unreadable:
    return Unreadable(name, "No article text was found in the page; copy the article into a .txt file.")


def _article(name: str, tree: Node, saved_from: str) -> Article | Unreadable:
    facts = facts_of(tree)
    urls = [url for url in (_canonical(tree), facts.tags.get("og:url", ""), facts.field("url"), saved_from) if url]
    window = _document_title(tree)
    outlet = outlet_of([], facts.outlets, facts.headlines, saved_from)
    title = headline_of(tree, facts, window, [*facts.outlets, outlet or ""])
    headlines, beside = [*facts.headlines, title or ""], site_in(tree, window, title)
    outlet = outlet_of(urls, facts.outlets, headlines, saved_from, beside)
    guess = _Guess(tree)
    author = authors_of(tree, facts, lambda: guess.author)
    published = day_of(tree, facts) or guess.day
    headings = {*headings_of(tree), *map(key, facts.headlines), key(title or "")}
    places = places_of(tree, facts.descriptions, title)
    whole = deepcopy(tree)
    set_apart(tree)
    spell_quotes(tree)
    take_off_clutter(tree, title)
    names = {key(one) for one in [*(author or "").split(AUTHORS), outlet or ""]}
    blocks = sifted(recovered(tree, list(_extracted(tree))), headings - {""}, names - {""})
    address = next(filter(None, map(_web_address, urls)), None)
    if (refused := refusal(name, whole, facts, address, title, blocks)) is not None:
        return refused
    if not blocks:
        return _nothing(name)
    lead = lead_of(places, [block.text for block in blocks], title)
    lines = [title, lead, *(block.line for block in blocks)]
    text = without_surrogates("\n\n".join(line for line in lines if line)).strip()
    given = {"section": facts.section, "agency": facts.agency}
    return Article(
        id=name,
        text=text,
        title=title,
        outlet=outlet,
        published=published,
        url=address,
        author=author,
        extra={field: value for field, value in given.items() if value},
        warnings=tuple(doubts_about(whole, facts, text)),
    )


def _extracted(tree: Node) -> Iterator[Block]:
    """The running text of a page, block by block."""
    import trafilatura
    from trafilatura.settings import Document

    found = trafilatura.bare_extraction(tree, include_comments=False)
    if isinstance(found, Document) and found.body is not None:
        yield from blocks_of(found.body)


class _Guess:
    """What the extractor makes of author and day where the page's data tell neither; asked at most once."""

    def __init__(self, tree: Node) -> None:
        self._tree = tree

    @cached_property
    def _found(self) -> Any:
        from trafilatura import extract_metadata

        return extract_metadata(deepcopy(self._tree), None, {"original_date": True, "extensive_search": False})

    @property
    def author(self) -> str | None:
        """The author, as the extractor writes it."""
        return str(self._found.author or "") or None

    @property
    def day(self) -> str | None:
        """The day of publication."""
        return german_day(self._found.date or "")


def _canonical(tree: Node) -> str:
    links = (link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return next(links, "")


def _document_title(tree: Node) -> str:
    return flat(next((node.text for node in tree.iter("title") if node.text), ""))


def _saved_from(page: str) -> str:
    """The address that browsers and their extensions note in a page that they save."""
    found = _SAVED.search(page[:_HEAD])
    return found.group(1) if found else ""


def _web_address(url: str | None) -> str | None:
    try:
        return url if url and urlsplit(url).scheme in {"http", "https"} else None
    except ValueError:
        return None

"""Who wrote an article, as far as its page names persons: no desks, agencies, handles or addresses."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from analysis.reading.html.metadata import Facts, name_of, types
from analysis.reading.html.nodes import Node, flat, is_within, key, names_of, text_of
from analysis.reading.html.outlets import known_outlet
from analysis.reading.page.agency_credits import credited
from analysis.reading.raw.records import AUTHORS

_SPLIT = re.compile(r"\s*(?:;|\||/|,(?!\s*(?:jr|sr)\b)|\bund\b|\band\b|&|\bmit\b)\s*")
_OPENING = re.compile(
    r"^(?:(?-i:.{1,60}\bVon)(?= [A-ZÄÖÜ])|eine?(?: \w+){1,3} von"
    r"|(?:text|foto|fotos|bericht|interview|analyse|kommentar|reportage|kolumne|essay|gastbeitrag"
    r"|glosse|rezension|autor(?:in)?|verfasst|geschrieben|aufgezeichnet"
    r"|eingestellt|erstellt|gepostet|posted|veröffentlicht)(?: von\b)?|von|by)\b\s*:?\s+",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*\([^()]{0,40}\)|\s+(?:am|vom|um)\s.*|\s*[·•|–,]?\s*\d.*")
"""Signs in parentheses, and where a byline goes on with day and time."""
_DESK = re.compile(
    r"redaktion|agentur|presse|nachrichten|zeitung|newsroom|news|online|team|desk|ressort|verlag|gmbh|korrespondent"
    r"|autor|gast|leser|mitarbeiter|reporter|sportredakt|admin|editor|staff|(?:^|\s)afp|dpa|reuters|\d",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:Dr|Prof|Dipl|Ing|Mag|med|jur|phil|h\. ?c)\.?[ -]?)*[A-ZÄÖÜÉŠŽČĆÁÓ][\w.’'-]*(?: [\w.’'-]+){1,4}"
)
_BYLINE = re.compile(r"(?:^|[\s_-])(?:byline|author|autor|autoren|verfasser|submitted)(?:[\s_-]|$)")
_ORGANISATIONS = {"Organization", "NewsMediaOrganization"}
_QUOTE = re.compile(r"zitat|quot|comment|kommentar|related|teaser|caption|credit")
"""Whose name is not that of the author of the article."""
_LONGEST = 60
_LONGEST_BYLINE = 150
_MOST = 12


def authors_of(tree: Node, facts: Facts, guess: Callable[[], str | None]) -> str | None:
    """The persons named as authors, joined by semicolons; None if there are none.

    The page's data come first, then its byline; ``guess`` is what the extractor took for the author.
    """
    sources: tuple[Callable[[], list[str]], ...] = (
        lambda: _in_data(facts),
        lambda: [facts.tags.get("author", "")],
        lambda: _in_bylines(tree),
        lambda: [guess() or ""],
    )
    for named in sources:
        if found := persons(named()):
            return AUTHORS.join(found)
    return None


def persons(names: Iterable[str]) -> list[str]:
    """The persons among names or lists of names, each once."""
    found: dict[str, str] = {}
    for name in names:
        for part in _SPLIT.split(_OPENING.sub("", _AFTER.sub("", flat(name)))):
            one = _OPENING.sub("", part).strip(" .,:-–")
            if _is_person(one):
                found.setdefault(key(one), one)
    return list(found.values())[:_MOST]


def _is_person(name: str) -> bool:
    if not 3 < len(name) <= _LONGEST or "@" in name or "." in name.replace(". ", " ").replace(".-", "-").rstrip("."):
        return False
    if known_outlet(name) or credited("", name) or _DESK.search(name):
        return False
    words = name.split()
    return _NAME.fullmatch(name) is not None and words[-1][0].isupper()


def _in_data(facts: Facts) -> list[str]:
    """The authors in JSON-LD, all of them, those that it calls organisations left out."""
    named = [author for one in facts.articles for author in _listed(one.get("author")) or _listed(one.get("creator"))]
    return [name_of(one) for one in named if not (isinstance(one, dict) and types(one) & _ORGANISATIONS)]


def _listed(value: Any) -> list[Any]:
    names = value.get("name") if isinstance(value, dict) else None
    whole = names if isinstance(names, list) else value
    return whole if isinstance(whole, list) else [whole] if whole else []


def _in_bylines(tree: Node) -> list[str]:
    """Short texts that the markup calls a byline, the first of them."""
    for node in tree.iter("a", "address", "div", "li", "p", "span"):
        names = names_of(node)
        if _QUOTE.search(names) or is_within(node, "aside", "nav", "blockquote"):
            continue
        if is_within(node, "footer") and not is_within(node, "article"):
            continue
        if _BYLINE.search(names) or node.get("rel") == "author":
            text = text_of(node)
            if 3 < len(text) <= _LONGEST_BYLINE and persons([text]):
                return [text]
    return []

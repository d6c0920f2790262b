"""What people call the outlet of a saved page: by the names that it gives and by the domain it comes from."""

import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

from analysis.reading.html.nodes import key
from analysis.resources import read_lexicon, split_list

_LONGEST = 60
_COMPANY = re.compile(
    r"\s*[,(–-]?\s*\b(?:gmbh|ag|kg|ug|e\. ?v\.|mbh|m\. ?b\. ?h\.|s\. ?a\.|ltd|inc|verlags?)\b.*", re.IGNORECASE
)
_PLACE = re.compile(r",\s.*$")
_SITE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)


def host_of(url: str) -> str:
    """The host of a web address in lower case, without "www."; empty where there is none."""
    try:
        parts = urlsplit(url.strip())
        return (parts.hostname or "").removeprefix("www.") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def known_outlet(name: str) -> str | None:
    """The name in the list of an outlet that goes by ``name``, or whose domain it is."""
    found = _by_name().get(key(name)) if name else None
    return found or (outlet_at(name.strip().lower().removeprefix("www.")) if _SITE.fullmatch(name.strip()) else None)


def outlet_at(host: str) -> str | None:
    """The name of the outlet whose pages lie under this host or a domain above it."""
    parts = host.split(".")
    found = (_by_domain().get(".".join(parts[start:])) for start in range(max(0, len(parts) - 1)))
    return next((name for name in found if name), None)


def outlet_of(
    urls: Iterable[str],
    names: Iterable[str],
    headlines: Iterable[str] = (),
    saved_from: str = "",
    beside: Iterable[str] = (),
) -> str | None:
    """The outlet of a page by its addresses and the names that it gives, the likeliest first; None if neither tells.

    ``saved_from`` is the address that a browser noted when it saved the page, ``beside`` what stands in the document's
    title beside the headline.
    """
    hosts = [host for host in map(host_of, urls) if host]
    spoken = [name for name in map(_tidy, names) if name and not _is_headline(name, headlines)]
    # Pages that several papers of one house share name their own paper, and the house's main one as their address.
    known = [outlet_at(host_of(saved_from)), *map(known_outlet, spoken), *map(outlet_at, hosts)]
    human = [name for name in spoken if not _SITE.fullmatch(name)]
    human.sort(key=str.islower)
    return next((name for name in [*known, *human, *spoken, *map(_tidy, beside), *hosts] if name), None)


def _tidy(name: str) -> str:
    """A name without what a company or a handle adds to it."""
    name = name.strip().removeprefix("@")
    if known_outlet(name):
        return name
    bare = _PLACE.sub("", _COMPANY.sub("", name)).strip(" -–|,")
    return bare if 1 < len(bare) <= _LONGEST else ""


def _is_headline(name: str, headlines: Iterable[str]) -> bool:
    """Whether a page puts its headline where the name of the site belongs."""
    own = key(name)
    return any(len(own) > 15 and (own in key(headline) or key(headline) in own) for headline in headlines if headline)


@cache
def _by_domain() -> dict[str, str]:
    return {domain: row["name"] for row in read_lexicon("outlets") for domain in split_list(row["domains"])}


@cache
def _by_name() -> dict[str, str]:
    """Every form of an outlet's name, its domains too; a name that two share goes to the first."""
    found: dict[str, str] = {}
    for row in read_lexicon("outlets"):
        for form in (row["name"], *split_list(row.get("aliases", "")), *split_list(row["domains"])):
            found.setdefault(key(form), row["name"])
    return found

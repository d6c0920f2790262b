"""Which column of a table, or field of an object, carries which field of an article."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

_NAMES = {
    "id": """
        id, nr, kennung, artikel-id, article id, doc id, document id, dokument-id, stories id, story id, uuid, guid,
        item key, key, db id, nummer, lfd nr, laufende nummer, identifier, accession number, an
    """,
    "text": """
        text, volltext, full text, artikeltext, article text, article body, artikelinhalt, fließtext, wortlaut,
        inhalt, main text, body text, plain text, body, content, content text, text content, textinhalt, article
        content, cleaned text, clean text, story text, document text, dokumenttext, meldungstext, beitragstext,
        haupttext, textkörper, raw text, beitrag, artikel, article, meldung, nachricht, paragraphs, absätze,
        langtext, content html, body html, body xhtml, text html, html content, codiertes segment, segment, post
        text, selftext, tweet, message, td
    """,
    "title": """
        title, titel, überschrift, headline, schlagzeile, hauptzeile, titelzeile, haupttitel, main headline,
        headline main, web title, article title, artikeltitel, story title, document name, dokumentname, hl1,
        artikelüberschrift, document title, item title, betreff, hd
    """,
    "outlet": """
        outlet, medium, zeitung, quelle, publikation, publication, newspaper, media name, source name, name der
        quelle, publication title, publication name, site name, publisher, source hostname, journal, zeitschrift,
        zeitungstitel, medienname, medientitel, news source, news outlet, media outlet, source common name, source,
        origin title, feed title, pub title, page name, zeitungsname, publikationsname, titel der zeitung, hostname,
        source domain, site, domain, website, media, media url, sender, verlag, herausgeber, clean url, sn
    """,
    "published": """
        published, datum, date, erschienen, veröffentlicht, erscheinungsdatum, erscheinungstag, pub date, publish
        date, published date, publication date, published at, published on, date published, date publish, publishing
        date, publikationsdatum, veröffentlichungsdatum, veröffentlicht am, erschienen am, datum der
        veröffentlichung, web publication date, post date, first published, publication time, publish time, pub
        time, ausgabedatum, ausgabe vom, vom, datetime, date time, timestamp, zeitstempel, zeitpunkt, seen date,
        veröffentlichungszeitpunkt, erscheinungszeitpunkt, date published time, published time, article published
        time, publication datetime, vö datum, post created, posted, created at, created, erstellt am, date created,
        first created, version created, pd
    """,
    "url": """
        url, adresse, link, internetadresse, webadresse, web url, article url, story url, permalink, canonical url,
        source url, requested url, document identifier, uri, href, source
    """,
    "author": """
        author, authors, autor, autorin, autoren, autor:in, autor:innen, verfasser, verfasserin, verfasser:in,
        byline, bylines, creator, writer, journalist, redakteur, redakteurin, korrespondent, autoren innen, by
    """,
    "section": "section, ressort, rubrik, sparte, section name, article section, news desk, kategorie, category, se",
    "page": """
        page, seite, print page, start page, page nr, page number, seitennummer, seitenzahl, pages, seiten, pg
    """,
    "lead": """
        lead, lead paragraph, vorspann, unterzeile, untertitel, unterüberschrift, subtitle, subheadline, sub
        headline, standfirst, dek, teaser, anriss, anreißer, teasertext, einleitung, leadtext, summary,
        zusammenfassung, description, excerpt, short text, kurztext, trail text, abstract, abstract note, lp
    """,
}
ABSTRACTS = ("abstract", "abstract note", "zusammenfassung")
"""Leads in which archives keep the text itself; they are the text where there is no other column of texts."""
_CONTAINERS = {
    "_source", "article", "artikel", "attributes", "data", "doc", "document", "entry", "fields", "html", "item", "meta",
    "metadata", "node", "payload", "post", "properties", "record", "story", "thread",
}  # fmt: skip
_HOLDERS = {
    "#cdata", "#text", "$date", "$numberlong", "$oid", "$t", "content", "de", "html", "label", "main", "name", "plain",
    "processed", "rendered", "text", "title", "value",
}  # fmt: skip
_SUFFIX = re.compile(
    r"(?:[_ -](?:at|clean|cleaned|de|dt|full|gmt|iso|name|orig|original|raw|s|ss|str|t|ts|txt|utc))+$", re.IGNORECASE
)
"""What is added to a name to tell the type or the state of a field."""
_PREFIX = re.compile(
    r"(?i:article|artikel|beitrag|beitrags|doc|document|dokument|item|medien|meldung|news|post|presse|story)"
    r"(?:[_ -]+|(?=[A-Z][a-z]))"
)
"""What is set before a name to tell whose field it is."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

Candidates = dict[str, tuple[str, ...]]
"""Field -> the names of the columns that may carry it, the best first."""


def normal(name: str) -> str:
    """A name without case, blanks and marks, umlauts written out, so that ``Pub_Date`` is ``pubdate``."""
    composed = unicodedata.normalize("NFC", name).casefold().translate(_UMLAUTS)
    return "".join(filter(str.isalnum, composed))


def _listed(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(normal(name) for name in names))


ALIASES = {field: _listed(names.split(",")) for field, names in _NAMES.items()}
"""Names under which inputs carry the fields of an article, as ``normal`` writes them, the best first."""
_RANKS = {field: {alias: rank for rank, alias in enumerate(aliases)} for field, aliases in ALIASES.items()}
_ABSTRACTS = frozenset(_listed(ABSTRACTS))
_MOST, _LONGEST, _REMEMBERED = 2000, 200, 20_000
"""Columns that are looked at, characters of each, and characters of all names up to which the answer is kept."""


def columns_of(names: Sequence[str], asked: Mapping[str, str]) -> Candidates:
    """Which of ``names`` may carry which field; ``asked`` names some by hand (field -> column), which then binds.

    Names of nested fields are joined by full stops, as ``source.name``.
    """
    first, by_hand = tuple(names[:_MOST]), tuple(sorted(asked.items()))
    # What is kept must not grow with hostile names.
    small = sum(map(len, first)) < _REMEMBERED
    return _columns_of(first, by_hand) if small else _columns_of.__wrapped__(first, by_hand)


@lru_cache(maxsize=256)
def _columns_of(names: tuple[str, ...], asked: tuple[tuple[str, str], ...]) -> Candidates:
    bound = {field: asked_column(names, wanted) for field, wanted in asked}
    taken = {name for name in bound.values() if name}
    forms = [(name, _forms(name)) for name in names if name not in taken]
    found = {field: _ranked(forms, ranks) for field, ranks in _RANKS.items()}
    if not found["text"]:
        found["text"] = tuple(name for name, own in forms if _ABSTRACTS & set(own))
        found["lead"] = tuple(name for name in found["lead"] if name not in found["text"])
    found |= {field: (name,) if name else () for field, name in bound.items()}
    return {field: candidates for field, candidates in found.items() if candidates}


def asked_column(names: Sequence[str], wanted: str) -> str | None:
    """The column that a person names: as it is written, else without regard to case, blanks and marks."""
    plain = wanted.strip()
    exact = [name for name in names if name.strip() == plain]
    return next(iter(exact or [name for name in names if normal(name) == normal(plain) != ""]), None)


@lru_cache(maxsize=4096)
def is_abstract(name: str) -> bool:
    """Whether a column of this name may hold no more than abstracts."""
    return bool(_ABSTRACTS & set(_known_forms(name[:_LONGEST])))


@lru_cache(maxsize=4096)
def may_be_text(name: str) -> bool:
    """Whether a field of this name carries texts, without a look at others."""
    return any(form in _RANKS["text"] for form in _known_forms(name[:_LONGEST]))


def _ranked(forms: list[tuple[str, list[str]]], ranks: Mapping[str, int]) -> tuple[str, ...]:
    found = []
    for place, (name, own) in enumerate(forms):
        fitting = [(less, ranks[form]) for less, form in enumerate(own) if form in ranks]
        if fitting:
            less, rank = min(fitting)
            found.append((rank, less, place, name))
    return tuple(name for *_, name in sorted(found))


@lru_cache(maxsize=4096)
def _known_forms(name: str) -> list[str]:
    return _forms(name)


def _forms(name: str) -> list[str]:
    """The names under which a column is looked up: whole, then without brackets, then without what it is nested in."""
    whole = re.sub(r" \(\d{1,3}\)$", "", name[:_LONGEST])
    forms = [normal(whole), normal(re.sub(r"[(\[][^()\[\]]{0,80}[)\]]", "", whole))]
    parts = whole.split(".")
    while len(parts) > 1 and parts[0].strip().casefold() in _CONTAINERS:
        parts = parts[1:]
        forms.append(normal(".".join(parts)))
    while len(parts) > 1 and parts[-1].strip().casefold() in _HOLDERS:
        parts = parts[:-1]
        forms.append(normal(".".join(parts)))
    # Of a vocabulary, as "dc:title"; two names at choice, as "Zeitung/Medium".
    forms += [normal(part) for part in re.split(r"[:/]", whole)[::-1][:3]] if re.search(r"[:/]", whole) else []
    bare = _SUFFIX.sub("", ".".join(parts))
    forms += [normal(bare), normal(_PREFIX.sub("", bare, count=1) if _PREFIX.match(bare) else "")]
    return [form for form in dict.fromkeys(forms) if form]

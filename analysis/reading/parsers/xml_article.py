"""Reads articles that XML formats of corpora and agencies hold: TEI, NITF, NewsML-G2 and NewsML 1."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from analysis.model import Article
from analysis.reading.raw.dates import iso_date
from analysis.reading.raw.encoding import without_surrogates
from analysis.reading.raw.records import AUTHORS, Unreadable

ROOTS = {"TEI": "TEI", "teiCorpus": "TEI", "nitf": "nitf", "newsItem": "newsItem", "newsMessage": "newsItem",
         "conceptItem": "newsItem", "packageItem": "newsItem", "NewsML": "NewsItem"}  # fmt: skip
"""Roots of files that are read here, and the element in each that is one article."""

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_PARAGRAPHS = ("p", "head", "l", "ab", "item", "u", "quote", "hl1", "hl2", "li", "h1", "h2", "h3", "h4", "blockquote")
_APART = ("note", "figure", "figDesc", "kinesic", "vocal", "incident", "media", "table", "fw", "teiHeader",
          "media-caption", "bibl", "script", "style")  # fmt: skip
"""What stands in the text and is none of it: notes, pictures with what is written under them, noises."""
_LONGEST_NAME = 100


def articles_in(node: Any, name: str, number: int) -> Iterator[Article | Unreadable]:
    """The article of one element, or the articles where a TEI text holds several; ``number`` makes ids."""
    kind = _tag(node)
    where = name if node.getparent() is None else f"{name}:{number}"
    if kind == "TEI":
        yield from _tei(node, where)
    elif kind == "nitf":
        yield _nitf(node, where)
    else:
        yield _newsml(node, where)


def _tei(node: Any, where: str) -> Iterator[Article | Unreadable]:
    """One article for the text, or one for each division that calls itself an article."""
    header, body = node.find("{*}teiHeader"), node.find("{*}text")
    parts = [] if body is None else [part for part in body.iter("{*}div") if part.get("type") == "article"]
    speakers = {person.get(_XML_ID, ""): _first(person, "persName") or "" for person in node.iter("{*}person")}
    about = {
        "title": _first(header, "titleStmt/{*}title"),
        "author": _all(header, "titleStmt/{*}author") or _all(header, "sourceDesc//{*}author"),
        "outlet": _first(header, "sourceDesc//{*}title[@level='j']") or _first(header, "sourceDesc//{*}publisher")
        or _first(header, "sourceDesc/{*}p") or _first(header, "publicationStmt/{*}publisher"),
        "published": _date(header, "sourceDesc//{*}date") or _date(header, "publicationStmt/{*}date")
        or _date(header, "settingDesc//{*}date"),
        "url": _address(_first(header, "sourceDesc//{*}ref") or _attribute(header, "sourceDesc//{*}ref", "target")
                        or _attribute(header, "sourceDesc//{*}ptr", "target")),
    }  # fmt: skip
    if body is not None and not parts:
        inner = body.find("{*}body")
        parts = [body if inner is None else inner]
    for number, part in enumerate(parts, 1):
        own = where if len(parts) == 1 else f"{where}:{number}"
        head = _first(part, "head") if len(parts) > 1 else None
        yield _article(own, _paragraphs(part, speakers), {**about, "title": head or about["title"]}, {})
    if not parts:
        yield Unreadable(where, "The TEI document has no text.")


def _nitf(node: Any, where: str) -> Article | Unreadable:
    """The article of a NITF document: what is headline, byline and date stands in the head of its body."""
    body = node.find("{*}body")
    headed = None if body is None else body.find("{*}body.head")
    content = None if body is None else body.find("{*}body.content")
    publication = node.find("{*}head/{*}pubdata")
    lead = _first(headed, "abstract")
    paragraphs = ([lead] if lead else []) + ([] if content is None else _paragraphs(content, {}))
    about = {
        "title": _first(headed, "hedline/{*}hl1") or _first(node, "head/{*}title"),
        "author": re.sub(r"^(?:von|by)\s+", "", _first(headed, "byline") or "", flags=re.I),
        "outlet": (publication is not None and publication.get("name")) or _first(headed, "distributor") or "",
        "published": _attribute(node, "head/{*}docdata/{*}date.issue", "norm")
        or (publication is not None and publication.get("date.publication")) or _date(headed, "dateline/{*}story.date"),
        "url": _address(publication.get("ex-ref") if publication is not None else ""),
    }  # fmt: skip
    extra = {"section": (publication is not None and publication.get("position.section")) or "",
             "page": (publication is not None and publication.get("position.sequence")) or ""}  # fmt: skip
    return _article(where, paragraphs, about, extra)


def _newsml(node: Any, where: str) -> Article | Unreadable:
    """The article of a NewsML item, whose text is HTML or NITF within it; an item without text is a picture or list."""
    told = [part for kind in ("inlineXML", "DataContent", "inlineData") for part in node.iter(f"{{*}}{kind}")]
    inner = next((article for part in told for article in part.iter("{*}nitf")), None)
    found = _nitf(inner, where) if inner is not None else None
    paragraphs = next((lines for part in told if (lines := _paragraphs(_body(part), {}))), [])
    of_nitf = found if isinstance(found, Article) else None
    about = {
        "title": _first(node, "contentMeta/{*}headline") or _below(node, "HeadLine") or (of_nitf and of_nitf.title),
        "author": _first(node, "contentMeta/{*}by") or _below(node, "ByLine") or (of_nitf and of_nitf.author),
        "outlet": _first(node, "itemMeta/{*}provider/{*}name") or _attribute(node, "itemMeta/{*}provider", "literal")
        or _below(node, "CreditLine") or _below(node, "ProviderId") or (of_nitf and of_nitf.outlet),
        "published": _first(node, "contentMeta/{*}contentCreated") or _first(node, "itemMeta/{*}versionCreated")
        or _below(node, "ThisRevisionCreated") or _below(node, "FirstCreated") or (of_nitf and of_nitf.published),
        "url": "",
    }  # fmt: skip
    if of_nitf:
        text = of_nitf.text.removeprefix(of_nitf.title or "").strip()
        paragraphs = text.split("\n\n")
    return _article(where, paragraphs, about, {"section": _first(node, "contentMeta/{*}subject/{*}name") or ""})


def _article(where: str, paragraphs: list[str], about: dict[str, Any], extra: dict[str, str]) -> Article | Unreadable:
    title = str(about["title"] or "")
    if paragraphs and paragraphs[0].casefold() == title.casefold():
        paragraphs = paragraphs[1:]
    if not paragraphs:
        return Unreadable(where, "The entry holds no text.")
    return Article(
        id=where,
        text="\n\n".join([title, *paragraphs] if title else paragraphs),
        title=title or None,
        outlet=str(about["outlet"] or "") or None,
        published=iso_date(str(about["published"] or "")),
        url=str(about["url"] or "") or None,
        author=str(about["author"] or "") or None,
        extra={field: value for field, value in extra.items() if value},
    )


def _paragraphs(node: Any, speakers: dict[str, str]) -> list[str]:
    """The paragraphs of an element in their order; what a speaker says begins with the name and a colon."""
    if node is None:
        return []
    found = []
    for part in node.iter("{*}*"):
        if _tag(part) not in _PARAGRAPHS or _within(part, node):
            continue
        text = _text(part)
        if _tag(part) == "u" and text and (name := _speaker(part, speakers)):
            text = f"{name}: {text}"
        if text:
            found.append(text)
    if found:
        return found
    whole = "" if node is None else _text(node, flat=False)
    return [flat for piece in re.split(r"\n\s*\n", whole) if (flat := " ".join(piece.split()))]


def _within(part: Any, top: Any) -> bool:
    """Whether a paragraph stands in another one, or in what is no text."""
    above = part.getparent()
    while above is not None and above is not top:
        if _tag(above) in _APART or _tag(above) in ("p", "u", "head", "hl1", "hl2"):
            return True
        above = above.getparent()
    return False


def _speaker(part: Any, speakers: dict[str, str]) -> str:
    """The name of who speaks: of the person that the document lists, else the name before the speech, else the key."""
    key = (part.get("who") or "").split(" ")[0].lstrip("#")
    before = part.getprevious()
    announced = "" if before is None or _tag(before) not in ("speaker", "note") else _text(before).strip(" :–-")
    return (speakers.get(key) or announced or _spelt(key))[:_LONGEST_NAME]


def _spelt(key: str) -> str:
    """A key as a name: "kuhl" as "Kuhl", "JanKuhl" as "Jan Kuhl"."""
    words = re.sub(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])|[_.]", " ", key).split()
    return " ".join(word[:1].upper() + word[1:] for word in words)


def _text(node: Any, *, flat: bool = True) -> str:
    """The text of an element without notes and the like; a broken line is a space."""
    pieces: list[str] = [node.text or ""]
    for part in node:
        if isinstance(part.tag, str) and _tag(part) not in _APART:
            inner = _text(part, flat=flat)
            spaced = _tag(part) in ("lb", "br", "s", "seg", "pb", "cb", "lg", "l")
            pieces.append(f" {inner} " if spaced else inner)
        pieces.append(part.tail or "")
    text = without_surrogates("".join(pieces))
    return " ".join(text.split()) if flat else text


def _body(node: Any) -> Any:
    body = next(node.iter("{*}body"), None)
    return node if body is None else body


def _first(node: Any, path: str) -> str | None:
    """The flat text of the first element at a path that has any."""
    found = [] if node is None else node.iterfind(f".//{{*}}{path}" if "/" in path else f"{{*}}{path}")
    return next((text for part in found if (text := _text(part))), None)


def _all(node: Any, path: str) -> str:
    """The texts of all elements at a path, each once, joined."""
    found = [] if node is None else node.iterfind(f".//{{*}}{path}")
    return AUTHORS.join(dict.fromkeys(text for part in found if (text := _text(part))))


def _below(node: Any, tag: str) -> str | None:
    return next((text for part in node.iter(f"{{*}}{tag}") if (text := _text(part))), None)


def _attribute(node: Any, path: str, name: str) -> str:
    found = [] if node is None else node.iterfind(f".//{{*}}{path}")
    return next((value for part in found if (value := part.get(name))), "")


def _date(node: Any, path: str) -> str:
    found = [] if node is None else list(node.iterfind(f".//{{*}}{path}"))
    raw = (part.get("when") or part.get("norm") or part.get("from") or _text(part) for part in found)
    return next((value for value in raw if value), "")


def _address(raw: str | None) -> str:
    return raw if raw and raw.lower().startswith(("http://", "https://")) else ""


def _tag(node: Any) -> str:
    return str(etree.QName(node).localname) if isinstance(node.tag, str) else ""

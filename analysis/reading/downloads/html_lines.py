"""Makes lines of an HTML download: one for each block and row, its cells divided by a tab."""

import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

_BLOCKS = (
    "address", "article", "blockquote", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul",
)  # fmt: skip
_APART = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table", "blockquote")
_OTHER = ("script", "style", "noscript", "template", "iframe", "svg", "title", "head", "nav", "form", "img")
_SHORT_CELL = 60
_LINE, _BLOCK, _GAP = "\ue00d", "\ue00e", "\ue00f"
"""Marks for the end of a line, the edge of a block, and an edge with room around it."""
_IN_CELL = re.compile(f"\t[ {_LINE}{_BLOCK}{_GAP}]+")
_MARKS = re.compile(f"[{_LINE}{_BLOCK}{_GAP}]")
_HEADLINE = re.compile(r"headline", re.IGNORECASE)
_HINT = re.compile(
    r"end of document|ende des dokument|dokumentende|load-?date|\bdocuments\b|\bdokument \d|deArticle|enArticle"
    r"|dearticleParagraph|Headline|>[ \n]{0,3}(?:<b>)?[ \n]{0,3}(?:HD|LP|TD)\b"
    r"|dauerhafte adresse|wiso-net|genios|>[ \n]{0,3}quelle:|factiva"
    r"|\bdocument \d+ of|\b(?:dokument|document) [a-z]{2,6}0*\d{8}",
    re.IGNORECASE,
)


def may_be_download(page: str) -> bool:
    """Whether a page has any of the words that downloads of databases have."""
    return _HINT.search(page) is not None


def text_lines(page: str) -> str:
    """The text of a page as lines; the headline of Factiva, which the page marks, follows the code HD."""
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = lxml_html.document_fromstring(_MARKS.sub(" ", page).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return ""
    for node in list(tree.iter(*_OTHER)):
        if node.getparent() is not None:
            node.drop_tree()
    for node in tree.iter(etree.Element):
        inside = any(True for _ in node.iterancestors("pre"))
        node.text = (_kept if inside or node.tag == "pre" else _flat)(node.text)
        node.tail = (_kept if inside else _flat)(node.tail)
    _mark_headlines(tree)
    for node in tree.iter("br", "td", "th"):
        if node.tag == "br":
            node.tail = _LINE + (node.tail or "")
        elif node.getnext() is not None:
            _close_cell(node)
    for node in tree.iter(*_BLOCKS):
        gap = _GAP if node.tag in _APART else _BLOCK
        node.text = gap + (node.text or "")
        node.tail = gap + (node.tail or "")
    return _tidy(tree.text_content())


def _mark_headlines(tree: Any) -> None:
    """Give the code HD to what the page's classes call a headline, outside of the layout that has codes."""
    for node in tree.iter("span", "div", "b"):
        named = _HEADLINE.search(node.get("class") or "") or (node.get("id") or "") == "hd"
        inside = any(True for _ in node.iterancestors("td"))
        if (
            named
            and not inside
            and not any(_HEADLINE.search(child.get("class") or "") for child in node.iterdescendants("span"))
        ):
            node.text = "HD\t" + (node.text or "").lstrip()


def _close_cell(cell: Any) -> None:
    """Put a tab behind a cell that another follows; a short one becomes one line."""
    words = " ".join(cell.text_content().split())
    if len(words) <= _SHORT_CELL:
        for child in list(cell):
            cell.remove(child)
        cell.text = words
    cell.tail = "\t" + (cell.tail or "")


def _tidy(text: str) -> str:
    """The lines of marked text; what follows a tab stands on its line, and gaps are empty lines."""
    pieces = re.split(f"([{_LINE}{_BLOCK}{_GAP}])", _IN_CELL.sub("\t", text))
    found: list[str] = []
    marks = ""
    for piece in pieces:
        if piece in (_LINE, _BLOCK, _GAP):
            marks += piece
        elif words := piece.strip(" "):
            empty = _GAP in marks or marks.count(_LINE) > 1 or _BLOCK + _LINE + _BLOCK in marks
            found += ["", words] if empty else [words]
            marks = ""
    return "\n".join(found)


def _flat(text: str | None) -> str | None:
    return re.sub(r"[ \t\r\n\f]+", " ", text) if text else text


def _kept(text: str | None) -> str | None:
    return text.replace("\n", _LINE) if text else text

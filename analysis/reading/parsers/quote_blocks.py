"""Quotations that HTML marks by elements, put into marks: ``<q>``, and block quotations with the name below."""

import re

from lxml import etree
from lxml import html as lxml_html

_QUOTED = re.compile(r"(?:^|[\s_-])(?:block|pull)?(?:zitat|quote)(?:[\s_-]|$)", re.IGNORECASE)
_NAMED = re.compile(r"(?:^|[\s_-])(?:autor|author|name|cite|source|quelle|urheber|by)(?:[\s_-]|$)", re.IGNORECASE)
_LONGEST_NAME = 100
_MARKS = "„“”\"»«›‹‚'"
_DASHES = " \t\n–—-~,;"
_MAYBE = re.compile(r"<(?:q|blockquote|cite)\b|zitat|quote", re.IGNORECASE)


def spell_quotes_of(page: str) -> str:
    """The HTML page with its quote elements as text in marks; the page itself where it has none."""
    if not _MAYBE.search(page):
        return page
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        tree = lxml_html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return page
    return lxml_html.tostring(tree, encoding="unicode") if spell_quotes(tree) else page


def spell_quotes(tree: lxml_html.HtmlElement) -> bool:
    """Write the quote elements of a tree as text in marks, in place; whether there were any."""
    blocks = [node for node in tree.iter("blockquote", "div", "aside", "figure", "section") if _is_block(node)]
    found = [_spell_block(node) for node in blocks if node.getparent() is not None]
    inline = list(tree.iter("q"))
    for node in inline:
        _spell_inline(node)
    return bool(inline) or any(found)


def _is_block(node: lxml_html.HtmlElement) -> bool:
    kind = f"{node.get('class', '')} {node.get('id', '')}"
    return (node.tag == "blockquote" and "twitter" not in kind) or bool(_QUOTED.search(kind))


def _spell_block(node: lxml_html.HtmlElement) -> bool:
    """A block quotation as "„…“ – name", where it says whose it is."""
    name = next((other for other in node.iter() if other is not node and _is_name(other)), None)
    if name is None:
        return False
    told = " ".join(name.text_content().split()).strip(_DASHES)
    name.drop_tree()
    words = " ".join(node.text_content().split()).rstrip(_DASHES)
    if not told or not words or len(told) > _LONGEST_NAME:
        return False
    marked = words if words[0] in _MARKS else f"„{words}“"
    tail = node.tail
    node.clear()
    node.tag, node.text, node.tail = "p", f"{marked} – {told}", tail
    return True


def _is_name(node: lxml_html.HtmlElement) -> bool:
    if not isinstance(node.tag, str):
        return False
    return node.tag in ("footer", "cite", "figcaption") or bool(_NAMED.search(node.get("class", "")))


def _spell_inline(node: lxml_html.HtmlElement) -> None:
    node.tag, node.text = "span", "„" + (node.text or "")
    if len(node):
        node[-1].tail = (node[-1].tail or "") + "“"
    else:
        node.text += "“"

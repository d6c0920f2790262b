"""Makes plain text of HTML that is known to be an article's own: of an export, a feed, a chapter."""

import re

from lxml import etree
from lxml import html as lxml_html

from analysis.reading.parsers.quote_blocks import spell_quotes
from analysis.reading.raw.encoding import without_surrogates

_BLOCKS = (
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
)  # fmt: skip
_OTHER = ("script", "style", "noscript", "template", "iframe", "figure", "figcaption", "nav", "form", "svg", "title")
_CAPTION = re.compile(r"\[caption\b[^\]]{0,500}\].{0,3000}?\[/caption\]", re.DOTALL)
_SHORTCODE = re.compile(r"\[/?(?:gallery|embed|audio|video|playlist|vc_\w+|et_pb_\w+)\b[^\]]{0,1000}\]")


def text_of(markup: str) -> str:
    """The text of a piece of HTML, its blocks divided by an empty line; pictures and their captions are left out.

    In text without paragraphs, as WordPress keeps it, empty lines and line ends are kept as they divide it there.
    """
    markup = _SHORTCODE.sub("", _CAPTION.sub("", markup))
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = lxml_html.fromstring(f"<div>{markup}</div>".encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return ""
    spell_quotes(tree)
    for node in list(tree.iter(*_OTHER)):
        node.drop_tree()
    wrapped = tree.find(".//p") is not None
    if wrapped:
        for node in tree.iter():
            node.text, node.tail = _flat(node.text), _flat(node.tail)
    for node in tree.iter(*_BLOCKS):
        node.text = "\n\n" + (node.text or "")
        node.tail = ("\n" if node.tag == "br" else "\n\n") + (node.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return without_surrogates(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip())


def _flat(text: str | None) -> str | None:
    """Text in which line ends mean nothing."""
    return re.sub(r"\s+", " ", text) if text else text

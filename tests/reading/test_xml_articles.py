"""Articles in the XML of corpora and agencies."""

import pytest

from analysis.model import Article
from analysis.reading.files import Unreadable, read_bytes


def read(xml: str, name: str = "a.xml") -> list[Article | Unreadable]:
    return list(read_bytes(name, xml.encode()))


def articles(xml: str) -> list[Article]:
    found = read(xml)
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Hafen bleibt zu</title>
<author>Ida Kern</author></titleStmt><publicationStmt><publisher>Korpus der Stadt</publisher><date when="2026-01-01"/>
</publicationStmt><sourceDesc><biblFull><titleStmt><title level="j">Seeblatt</title></titleStmt><publicationStmt>
<date when="2024-03-03"/></publicationStmt></biblFull></sourceDesc></fileDesc></teiHeader><text><body>
<head>Hafen bleibt zu</head><p>Der Hafen bleibt <hi>bis</hi><lb/>Montag zu.<note>Anmerkung</note></p>
<p>„Wir prüfen das“, sagte <persName>Jan Moor</persName>.</p></body></text></TEI>"""


def test_tei_text_with_what_its_header_says_of_the_source() -> None:
    (article,) = articles(TEI)
    assert article.text == "Hafen bleibt zu\n\nDer Hafen bleibt bis Montag zu.\n\n„Wir prüfen das“, sagte Jan Moor."
    assert (article.title, article.author, article.outlet, article.published) == (
        "Hafen bleibt zu", "Ida Kern", "Seeblatt", "2024-03-03")  # fmt: skip


def test_every_document_of_a_tei_corpus_is_an_article() -> None:
    one, two = articles(f"<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/>{TEI}{TEI}</teiCorpus>")
    assert one.text == two.text
    assert (one.id, two.id) == ("a.xml:1", "a.xml:2")


def test_divisions_that_are_articles_are_read_one_by_one() -> None:
    parts = "".join(
        f'<div type="article"><head>{title}</head><p>{title} heute.</p></div>' for title in ("Hafen", "See")
    )
    one, two = articles(f"<TEI><teiHeader/><text><body>{parts}</body></text></TEI>")
    assert (one.title, one.text, two.title, two.text) == ("Hafen", "Hafen\n\nHafen heute.", "See", "See\n\nSee heute.")


@pytest.mark.parametrize(
    ("who", "before", "name"),
    [
        ("#p1", "", "Jan Kuhl"),
        ("#kuhl", "", "Kuhl"),
        ("#IdaKern", "", "Ida Kern"),
        ("", "<speaker>Roth:</speaker>", "Roth"),
    ],
)
def test_speeches_begin_with_the_name_of_who_speaks(who: str, before: str, name: str) -> None:
    header = (
        '<particDesc><listPerson><person xml:id="p1"><persName>Jan Kuhl</persName></person></listPerson></particDesc>'
    )
    speech = f'{before}<u who="{who}"><seg>Der Haushalt ist solide.</seg><seg>Das bleibt so.</seg></u>'
    (article,) = articles(f"<TEI><teiHeader>{header}</teiHeader><text><body><div>{speech}</div></body></text></TEI>")
    assert article.text == f"{name}: Der Haushalt ist solide. Das bleibt so."


NITF = """<nitf><head><title>Dienst</title><docdata><date.issue norm="20240303T080000+0100"/></docdata>
<pubdata name="Seeblatt" date.publication="20240303" position.section="Lokales" position.sequence="7"/></head>
<body><body.head><hedline><hl1>Hafen bleibt zu</hl1></hedline><byline>Von <person>Ida Kern</person></byline>
<abstract><p>Es fehlt Geld.</p></abstract></body.head><body.content><p>Der Hafen bleibt zu.</p>
<media media-type="image"><media-caption>Der Hafen am Abend</media-caption></media><hl2>Wie es weitergeht</hl2>
<p>„Wir prüfen das“, sagte Moor.</p></body.content></body></nitf>"""


def test_nitf_with_headline_lead_and_page() -> None:
    (article,) = articles(NITF)
    assert article.text == (
        "Hafen bleibt zu\n\nEs fehlt Geld.\n\nDer Hafen bleibt zu.\n\nWie es weitergeht\n\n"
        "„Wir prüfen das“, sagte Moor."
    )
    assert (article.title, article.author, article.outlet) == ("Hafen bleibt zu", "Ida Kern", "Seeblatt")
    assert article.extra == {"section": "Lokales", "page": "7"}


def item(number: int, content: str) -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{number}"><itemMeta>
<provider literal="sda"><name>Seeagentur</name></provider><versionCreated>2024-03-03T08:00:00+01:00</versionCreated>
</itemMeta><contentMeta><headline>Hafen {number}</headline><by>Ida Kern</by></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


def test_every_news_item_of_a_message_is_an_article_and_one_without_text_is_told() -> None:
    page = "<head><title>x</title></head><body><p>Er bleibt zu.</p><p>Ja.</p></body>"
    html = f"<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'>{page}</html></inlineXML>"
    nitf = f"<inlineXML>{NITF}</inlineXML>"
    body = item(1, html) + item(2, '<remoteContent href="bild.jpg"/>') + item(3, nitf)
    found = read(f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{body}</itemSet></newsMessage>')
    one, none, three = found
    assert isinstance(one, Article)
    assert isinstance(three, Article)
    assert (one.text, one.outlet, one.author) == ("Hafen 1\n\nEr bleibt zu.\n\nJa.", "Seeagentur", "Ida Kern")
    assert (one.published or "").startswith("2024-03-03T08:00:00")
    assert three.text.startswith("Hafen 3\n\nEs fehlt Geld.\n\nDer Hafen bleibt zu.")
    assert none == Unreadable("a.xml:2", "The entry holds no text.")


def test_newsml_of_the_first_version() -> None:
    (article,) = articles("""<NewsML><NewsItem><NewsManagement><FirstCreated>20240303T080000+0100</FirstCreated>
</NewsManagement><NewsComponent><NewsLines><HeadLine>Hafen bleibt zu</HeadLine><CreditLine>Seeagentur</CreditLine>
</NewsLines><ContentItem><DataContent><p>Er bleibt zu.</p><p>„Ja“, sagte Moor.</p></DataContent></ContentItem>
</NewsComponent></NewsItem></NewsML>""")
    assert (article.text, article.outlet) == ("Hafen bleibt zu\n\nEr bleibt zu.\n\n„Ja“, sagte Moor.", "Seeagentur")


def test_an_empty_document_is_told() -> None:
    assert read("<TEI><teiHeader/><text><body/></text></TEI>") == [Unreadable("a.xml", "The entry holds no text.")]
    assert read("<TEI><teiHeader/></TEI>") == [Unreadable("a.xml", "The TEI document has no text.")]


def test_titles_of_atom_entries_may_be_html() -> None:
    entry = (
        "<entry><title type='html'>Hafen &lt;b&gt;zu&lt;/b&gt; &amp;amp; leer</title><content>" + "Er bleibt zu. " * 30
    )
    (article,) = articles(
        f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Seeblatt</title>{entry}</content></entry></feed>"
    )
    assert article.title == "Hafen zu & leer"


def test_types_of_a_sites_own_are_posts() -> None:
    posts = "".join(
        f"<item xmlns:wp='http://wordpress.org/export/1.2/'><title>{kind}</title>"
        f"<description>{kind} {'steht hier. ' * 30}</description>"
        f"<wp:post_type>{kind}</wp:post_type><wp:status>publish</wp:status></item>"
        for kind in ("post", "bericht", "page", "attachment", "nav_menu_item", "wp_block")
    )
    assert [article.title for article in articles(f"<rss><channel>{posts}</channel></rss>")] == ["post", "bericht"]

"""Saved newspaper pages of every make beside the article that is read from each; all texts and names are invented."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model import Article
from analysis.reading.html.outlets import outlet_at
from analysis.reading.parsers.html import read_html
from analysis.reading.raw.records import Unreadable
from analysis.resources import read_lexicon, split_list

HEAD = "Hafenbrücke bleibt bis zum Herbst gesperrt"
LEAD = "Die Pfeiler der alten Brücke sind stärker beschädigt als gedacht. Nun streitet der Rat über die Kosten."
ONE = (
    "Die Stadt Seehausen sperrt die Hafenbrücke von Montag an für alle Lastwagen. Das teilte Baudezernentin Petra "
    "Lindner am Sonntag nach einer Sondersitzung des Bauausschusses mit."
)
TWO = (
    "„Wir nehmen die Schäden sehr ernst“, sagte Lindner. Der Gutachter Ralf Osterkamp warnte, die Pfeiler könnten bei "
    "starkem Frost weiter reißen, und zwar schon bald."
)
THREE = (
    "Die Fraktionschefin der Grünen, Mira Tolk, warf der Stadt vor, seit Jahren von den Rissen zu wissen. Lindner wies "
    "das zurück: Die Statik sei jedes Jahr geprüft worden."
)
RUN = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
TEXT = f"{ONE}\n\n{TWO}\n\n{THREE}"


def page(body: str, head: str = "", title: str = f"{HEAD} | Küstenbote") -> str:
    return f'<!DOCTYPE html><html lang="de"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


def data(**fields: object) -> str:
    value = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>'


def article(markup: str) -> Article:
    found = read_html("seite.html", markup)
    assert isinstance(found, Article), found
    return found


# What stands in the page, and how the text of the article begins.
LEADS = {
    "class of a paragraph": f'<h1>{HEAD}</h1><p class="article__intro">{LEAD}</p>',
    "class of a division": f'<h1>{HEAD}</h1><div class="Vorspann">{LEAD}</div>',
    "microdata": f'<h1 itemprop="headline">{HEAD}</h1><div itemprop="description">{LEAD}</div>',
    "data attribute": f'<h1>{HEAD}</h1><p data-manual="teaserText" class="css-1x2y">{LEAD}</p>',
    "in the header": f'<header><h1>{HEAD}</h1><p class="standfirst">{LEAD}</p></header>',
    "heading of the second level": f'<h1>{HEAD}</h1><h2 class="subline">{LEAD}</h2>',
    "bold and without a name": f"<h1>{HEAD}</h1><p><strong>{LEAD}</strong></p>",
    "under a picture": f'<h1>{HEAD}</h1><figure><img src="a.jpg"><figcaption>Die Brücke. Foto: Ida Kern</figcaption>'
    f'</figure><div class="lead-text"><p>{LEAD}</p></div>',
}


@pytest.mark.parametrize("markup", LEADS.values(), ids=LEADS)
def test_the_lead_stands_between_headline_and_text(markup: str) -> None:
    found = article(page(f"<main><article>{markup}<div class='article-body'>{RUN}</div></article></main>"))
    assert found.title == HEAD
    assert found.text == f"{HEAD}\n\n{LEAD}\n\n{TEXT}"


@pytest.mark.parametrize("name", ["og:description", "description"])
def test_the_lead_is_what_the_head_of_the_page_says_if_the_page_shows_it(name: str) -> None:
    head = f'<meta property="{name}" name="{name}" content="{LEAD[:70]}…">'
    body = f'<article><h1>{HEAD}</h1><div class="x1"><p>Seehausen. {LEAD}</p></div><div>{RUN}</div></article>'
    assert article(page(body, head)).text == f"{HEAD}\n\nSeehausen. {LEAD}\n\n{TEXT}"
    hidden = article(page(f"<article><h1>{HEAD}</h1><div>{RUN}</div></article>", head))
    assert hidden.text == f"{HEAD}\n\n{TEXT}"


# Name, headings, the head of the page, what is the title.
TITLES = [
    ("first heading", f"<h1>{HEAD}</h1>", "", HEAD),
    ("kicker inside", f'<h1><span class="kicker">Seehausen:</span> <span>{HEAD}</span></h1>', "", HEAD),
    ("kicker before", f'<div class="dachzeile">Seehausen</div><h1>{HEAD}</h1>', "", HEAD),
    ("kicker glued on", f"<h1>Verkehr in Seehausen : {HEAD}</h1>", data(headline=HEAD), HEAD),
    ("logo as a heading", f"<h1>Küstenbote</h1><h2>{HEAD}</h2>", f'<meta property="og:title" content="{HEAD}">', HEAD),
    ("name of the site", f"<h2>{HEAD}</h2>",
     f'<meta property="og:title" content="{HEAD} - Küstenbote">' '<meta property="og:site_name" content="Küstenbote">',
     HEAD),
    ("name of a known site", f"<h2>{HEAD}</h2>", f'<meta property="og:title" content="{HEAD} - DER SPIEGEL">', HEAD),
    ("dash of its own", f"<h2>{HEAD} – ein Streit</h2>", f'<meta property="og:title" content="{HEAD} – ein Streit">',
     f"{HEAD} – ein Streit"),
    ("marks", f"<h1>{HEAD}</h1>", data(headline="Hafenbr&uuml;cke bleibt gesperrt"), HEAD),
]  # fmt: skip


@pytest.mark.parametrize(("headings", "head", "title"), [row[1:] for row in TITLES], ids=[row[0] for row in TITLES])
def test_the_headline_stands_once_and_without_its_kicker(headings: str, head: str, title: str) -> None:
    found = article(page(f"<article><header>{headings}</header><div class='text'>{RUN}</div></article>", head))
    assert found.title == title
    assert found.text.startswith(f"{title}\n\n{ONE}")
    assert found.text.count(HEAD) == 1


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="Küstenbote">', "Küstenbote"),
        ('<meta property="og:site_name" content="SZ.de">', "Süddeutsche Zeitung"),
        ('<link rel="canonical" href="https://www.faz.net/aktuell/a-1.html">', "Frankfurter Allgemeine Zeitung"),
        ('<link rel="canonical" href="https://sport.orf.at/stories/1">', "ORF"),
        (data(headline=HEAD, publisher={"@type": "Organization", "name": "Küstenbote Verlags GmbH"}), "Küstenbote"),
        (data(headline=HEAD, publisher={"@type": "Organization", "name": "Berliner Morgenpost, Berlin, Germany"}),
         "Berliner Morgenpost"),
        (f'<meta property="og:site_name" content="{HEAD} - kuestenbote.example">'
         '<link rel="canonical" href="https://www.kuestenbote.example/a">', "Küstenbote"),
        ('<meta property="og:site_name" content="Braunschweiger Zeitung">'
         '<link rel="canonical" href="https://www.morgenpost.de/a">', "Braunschweiger Zeitung"),
        ("", "Küstenbote"),
    ],
)  # fmt: skip
def test_the_outlet_has_the_name_that_people_use(head: str, outlet: str | None) -> None:
    assert article(page(f"<article><h1>{HEAD}</h1>{RUN}</article>", head)).outlet == outlet


def test_every_domain_in_the_list_is_one_outlets() -> None:
    domains = [domain for row in read_lexicon("outlets") for domain in split_list(row["domains"])]
    assert len(domains) == len(set(domains)) > 400
    assert all(outlet_at(f"www.{domain}") for domain in domains)
    assert {row["kind"] for row in read_lexicon("outlets")} == {"media", "public_media", "news_agency"}


def test_the_address_that_a_browser_noted_tells_the_outlet() -> None:
    saved = page(f"<article><h1>{HEAD}</h1>{RUN}</article>")
    for note in (
        "<!-- saved from url=(0034)https://www.nzz.ch/schweiz/bruecke-1 -->",
        "<!--\n Page saved with SingleFile \n url: https://www.nzz.ch/schweiz/bruecke-1 \n saved date: heute\n-->",
    ):
        found = article(saved.replace("<html", f"{note}<html", 1))
        assert (found.outlet, found.url) == ("Neue Zürcher Zeitung", "https://www.nzz.ch/schweiz/bruecke-1")


@pytest.mark.parametrize(
    ("head", "byline", "author"),
    [
        (data(headline=HEAD, author={"@type": "Person", "name": "Erika Muster"}), "", "Erika Muster"),
        (
            data(headline=HEAD, author=[{"name": "Erika Muster"}, {"name": "Jan von Ahn"}]),
            "",
            "Erika Muster; Jan von Ahn",
        ),
        (data(headline=HEAD, author="Von Erika Muster und Jan von Ahn, dpa"), "", "Erika Muster; Jan von Ahn"),
        (data(headline=HEAD, author={"@type": "Organization", "name": "Küstenbote"}), "", None),
        (data(headline=HEAD, author={"@type": "Person", "name": "Redaktion Küstenbote"}), "", None),
        ('<meta name="author" content="dpa">', "", None),
        ('<meta name="author" content="https://kuestenbote.example/autor">', "", None),
        ('<meta name="author" content="@kuestenbote">', '<p class="byline">Von Erika Muster</p>', "Erika Muster"),
        ("", '<div class="article-author"><a rel="author" href="/em">Erika Muster</a></div>', "Erika Muster"),
        ("", '<blockquote><p>„Nein.“</p><p class="zitat-autor">Erika Muster</p></blockquote>', None),
    ],
)
def test_authors_are_persons(head: str, byline: str, author: str | None) -> None:
    found = article(page(f"<article><h1>{HEAD}</h1>{byline}{RUN}</article>", head))
    assert found.author == author
    assert found.text.count("Von Erika") == 0


@pytest.mark.parametrize(
    ("head", "time", "day"),
    [
        (data(headline=HEAD, datePublished="2024-03-03T23:30:00Z"), "", "2024-03-04"),
        (data(headline=HEAD, datePublished="2024-03-03T23:30:00+01:00"), "", "2024-03-03"),
        ('<meta property="article:published_time" content="2024-07-03T22:15:00Z">', "", "2024-07-04"),
        ('<meta name="date" content="2024-03-03">', "", "2024-03-03"),
        ("", '<header><time datetime="2024-03-03T08:00">3. März</time></header>', "2024-03-03"),
        ("", "<header><time>3. März 2024, 8:00 Uhr</time></header>", "2024-03-03"),
    ],
)
def test_the_day_is_the_one_in_germany(head: str, time: str, day: str) -> None:
    assert article(page(f"<article><h1>{HEAD}</h1>{time}{RUN}</article>", head)).published == day


@pytest.mark.parametrize(
    ("head", "section"),
    [
        (data(headline=HEAD, articleSection=["Lokales", "Verkehr"]), "Lokales"),
        ('<meta property="article:section" content="Wirtschaft">', "Wirtschaft"),
        (data(headline=HEAD, articleSection="Nachrichten") + '<script type="application/ld+json">' + json.dumps(
            {"@type": "BreadcrumbList", "itemListElement": [
                {"@type": "ListItem", "name": "Startseite"}, {"@type": "ListItem", "item": {"name": "Region"}},
                {"@type": "ListItem", "name": HEAD}]}) + "</script>", "Region"),
        ("", None),
    ],
)  # fmt: skip
def test_the_section(head: str, section: str | None) -> None:
    assert article(page(f"<article><h1>{HEAD}</h1>{RUN}</article>", head)).extra.get("section") == section


ASIDE = {
    "teaser card": '<a href="/b"><h3>Der Kran steht still</h3><p>Warum im Hafen seit Tagen nichts mehr geht</p></a>',
    "linked list": '<h3>Mehr zum Thema</h3><ul><li><a href="/b">Der Kran am Kai steht still</a></li>'
    '<li><a href="/c">Wer den neuen Tunnel bezahlt</a></li></ul>',
    "list with labels": '<p>Das könnte Sie interessieren:</p><ul><li><strong>Hafen:</strong> <a href="/b">Der Kran am '
    'Kai steht seit Tagen still</a></li><li><b>Tunnel:</b> <a href="/c">Wer den Bau bezahlen soll</a></li></ul>',
    "prompt": '<p><a href="/b">Lesen Sie auch: Der Kran am Kai steht still</a></p>',
    "arrow": '<p>&gt;&gt; <a href="/b">Hier finden Sie alle Termine der Sperrung</a></p>',
    "related box": '<aside class="related-articles"><p>Der Kran am Kai steht still</p></aside>',
    "newsletter": '<section class="c1"><h3>Seehausen am Morgen</h3><p>Unser Brief an Sie.</p><form><input type="email">'
    "<button>Los</button></form></section>",
    "newsletter by name": '<div class="newsletter-box"><p>Jeden Morgen die Nachrichten aus Seehausen.</p></div>',
    "credit": "<p>Foto: Ida Kern</p>",
    "agency copyright": "<p>© dpa-infocom, dpa:240303-99-1234/3</p>",
    "caption": '<figure><img src="a.jpg"><figcaption>Die Brücke am Sonntag, dahinter der Kran.</figcaption></figure>',
    "caption by name": '<div class="bild-info"><p>Die Brücke am Sonntag, dahinter der Kran</p></div>',
    "share": '<ul class="share-buttons"><li>Teilen</li><li>Drucken</li></ul>',
    "comments": '<section class="comments"><p>Endlich! schreibt hafenkind42.</p></section>',
    "author box": '<div class="author-box"><p>Erika Muster schreibt seit 2010 über den Hafen.</p></div>',
    "stand": "<p>Stand: 03.03.2024, 08:00 Uhr</p>",
    "reading time": "<p>Lesezeit: 4 Min.</p>",
    "audio": '<div class="audio-player"><span>Artikel anhören</span><span>03:12</span></div>',
    "video": '<div class="media-info"><h2>Brücke gesperrt</h2><p>02:57 Min. Verfügbar bis 06.05.2024</p></div>',
    "consent": '<div class="embed-consent"><p>An dieser Stelle finden Sie einen externen Inhalt.</p></div>',
    "paywall": '<div class="paywall"><p>Jetzt weiterlesen mit Küste+.</p></div>',
    "advert": '<div class="ad-slot">Anzeige</div>',
    "feedback": "<p>Ihre Meinung ist uns wichtig. Schreiben Sie uns an post@kuestenbote.example</p>",
    "credits": "<p>Redaktion: Erika Muster, Faktencheck: Jan von Ahn</p>".replace(", Faktencheck: Jan von Ahn", ""),
    "breadcrumb": '<nav class="breadcrumb"><a href="/">Start</a> › <a href="/l">Lokales</a></nav>',
    "tags": '<div class="tags"><a href="/t/1">Hafen</a> <a href="/t/2">Verkehr</a></div>',
}  # fmt: skip


@pytest.mark.parametrize("aside", ASIDE.values(), ids=ASIDE)
def test_what_stands_around_the_text_is_dropped(aside: str) -> None:
    inside = f"<p>{ONE}</p>{aside}<p>{TWO}</p><p>{THREE}</p>"
    after = f"{RUN}{aside}"
    for body in (inside, after):
        found = article(page(f"<main><article><h1>{HEAD}</h1><div class='article-body'>{body}</div></article></main>"))
        assert found.text == f"{HEAD}\n\n{TEXT}"


INSIDE = {
    "subheading": ("<h2>Streit im Rat</h2>", "Streit im Rat"),
    "list": ("<ul><li>SPD: „Wir sind dafür.“</li><li>CDU: „Wir sind dagegen.“</li></ul>",
             "- SPD: „Wir sind dafür.“\n\n- CDU: „Wir sind dagegen.“"),
    "table": ("<table><tr><th>Jahr</th><th>Risse</th></tr><tr><td>2023</td><td>12</td></tr></table>",
              "Jahr | Risse\n\n2023 | 12"),
    "question and answer": ("<p><strong>Frau Lindner, wann ist die Brücke fertig?</strong><br>Im Herbst, sagen die "
                            "Ingenieure. Aber nur, wenn das Wetter hält.</p>",
                            "Frau Lindner, wann ist die Brücke fertig?\n\nIm Herbst, sagen die Ingenieure. Aber nur, "
                            "wenn das Wetter hält."),
    "quotation": ("<blockquote><p>„Das Geld fehlt.“</p><cite>Mira Tolk</cite></blockquote>",
                  "„Das Geld fehlt.“ – Mira Tolk"),
    "pull quote in a figure": ('<figure class="pull-quote"><blockquote>„Das Geld fehlt.“</blockquote>'
                               "<figcaption>Mira Tolk</figcaption></figure>", "„Das Geld fehlt.“ – Mira Tolk"),
    "link in a sentence": ('<p>Das steht in <a href="/g">einem Gutachten</a>, das dem Rat vorliegt.</p>',
                           "Das steht in einem Gutachten, das dem Rat vorliegt."),
    "box of facts": ('<div class="infobox"><h3>Die Brücke</h3><p>Sie wurde 1958 gebaut und ist 120 Meter lang. Jeden '
                     "Tag fahren 9000 Autos darüber.</p></div>",
                     "Die Brücke\n\nSie wurde 1958 gebaut und ist 120 Meter lang. Jeden Tag fahren 9000 "
                     "Autos darüber."),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "text"), INSIDE.values(), ids=INSIDE)
def test_what_belongs_to_the_text_is_a_paragraph_of_its_own(markup: str, text: str) -> None:
    body = f"<p>{ONE}</p><p>{TWO}</p>{markup}<p>{THREE}</p>"
    found = article(page(f"<main><article><h1>{HEAD}</h1><div class='article-body'>{body}</div></article></main>"))
    assert found.text == f"{HEAD}\n\n{ONE}\n\n{TWO}\n\n{text}\n\n{THREE}"


def test_entries_of_a_live_ticker_keep_their_times() -> None:
    entries = "".join(
        f'<article class="entry"><div class="meta"><time datetime="2024-03-03T{hour}:05">{hour}:05 Uhr</time></div>'
        f"<h3>{head}</h3><p>{text}</p></article>"
        for hour, head, text in (("12", "Polizei zählt", ONE), ("11", "Kran steht", TWO), ("10", "Rat tagt", THREE))
    )
    found = article(page(f"<main><h1>{HEAD}</h1>{entries}</main>", data(headline=HEAD)))
    assert found.text == (
        f"{HEAD}\n\n12:05 Uhr\n\nPolizei zählt\n\n{ONE}\n\n"
        f"11:05 Uhr\n\nKran steht\n\n{TWO}\n\n10:05 Uhr\n\nRat tagt\n\n{THREE}"
    )


TEASERS = "".join(
    f'<article><a href="/{number}"><h3>Nachricht Nummer {number} aus Seehausen</h3><p>Was geschah.</p></a></article>'
    for number in range(12)
)
NO_ARTICLE = {
    "home page": (page(f"<main>{TEASERS}</main>", '<link rel="canonical" href="https://kuestenbote.example/">'),
                  "home page"),
    "section": (page(f"<main><h1>Lokales</h1>{TEASERS}</main>",
                     '<link rel="canonical" href="https://kuestenbote.example/lokales">', "Lokales"), "lists articles"),
    "search": (page(f"<main><h1>Suchergebnisse für „Brücke“</h1>{TEASERS}</main>", "", "Suche"), "search results"),
    "not found": (page("<main><h1>404 – Seite nicht gefunden</h1><p>Die Seite, die Sie suchen, gibt es nicht mehr. "
                       "Vielleicht hilft Ihnen unsere Suche weiter oder die Startseite.</p></main>", "", "404"),
                  "not found"),
    "consent": (page("<main><h1>Willkommen beim Küstenboten</h1><p>Mit Ihrer Zustimmung verwenden wir und unsere "
                     "Partner Cookies, um Werbung zu zeigen und zu messen. Sie können Ihre Einwilligung "
                     "jederzeit widerrufen.</p>"
                     "<p>Oder lesen Sie ohne Werbung und Tracking mit dem Pur-Abo für wenig Geld im Monat.</p></main>",
                     "", "Zustimmung"), "consent"),
    "empty": (page("<main></main>"), "No article text"),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "word"), NO_ARTICLE.values(), ids=NO_ARTICLE)
def test_pages_that_are_no_articles_are_refused_with_their_reason(markup: str, word: str) -> None:
    found = read_html("seite.html", markup)
    assert isinstance(found, Unreadable), found
    assert word in found.reason


@pytest.mark.parametrize(
    ("head", "after"),
    [
        (data(headline=HEAD, isAccessibleForFree=False), ""),
        ("", '<div class="c7"><p>Jetzt weiterlesen mit Küste+</p></div>'),
        (data(headline=HEAD, wordCount=900), ""),
    ],
)
def test_a_cut_text_is_told(head: str, after: str) -> None:
    (warning,) = article(page(f"<article><h1>{HEAD}</h1><div>{RUN}</div>{after}</article>", head)).warnings
    assert warning.startswith("The text looks cut")


def test_a_whole_text_has_no_warning() -> None:
    head = data(headline=HEAD, isAccessibleForFree=True, wordCount=len(TEXT.split()))
    assert article(page(f"<article><h1>{HEAD}</h1><div>{RUN}</div></article>", head)).warnings == ()


WORDS = st.sampled_from("Hafen Brücke Rat Stadt Kran Pfeiler Frost Gutachten Montag Kosten Tunnel Lastwagen".split())
SENTENCE = st.lists(WORDS, min_size=18, max_size=30).map(lambda words: f"Der {' '.join(words)}.")
CLASSES = st.sampled_from(
    ["", "paywall", "text", "article-comment", "teaser-text", "lead", "js-ad-after", "c1", "intro"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(SENTENCE, CLASSES), min_size=3, max_size=9, unique_by=lambda pair: pair[0]), st.booleans())
def test_no_paragraph_of_the_article_is_lost_or_doubled(paragraphs: list[tuple[str, str]], asides: bool) -> None:
    between = ASIDE["linked list"] if asides else ""
    body = between.join(f'<p class="{name}">{text}</p>' for text, name in paragraphs)
    found = article(page(f"<main><article><h1>{HEAD}</h1><div class='article-body'>{body}</div></article></main>"))
    assert found.text == "\n\n".join([HEAD, *(text for text, _ in paragraphs)])

"""Page layouts beside the sections they must yield."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.model import Page
from analysis.reading.page.boilerplate import match_furniture, rules
from analysis.reading.page.layout import lay_out, title_of
from analysis.resources import read_lexicon, seeds_root

LEAD = "Die Regierung in Bern will den Tunnel sperren, sagte eine Sprecherin am Montag."
MORE = "Der Verkehrsclub kritisierte den Plan. Die Umleitung sei für Lastwagen viel zu lang."
LAST = "„Wir prüfen das“, erklärte der Kanton."


def parts(text: str, page: Page) -> list[tuple[str, str]]:
    return [(section.name[0], text[section.start : section.end]) for section in page.sections]


# name, text, sections (h: headline, b: body), outlet
LAYOUTS = [
    ("one line", LEAD, [("b", LEAD)], None),
    ("one line without a full stop", "Tunnel in Bern gesperrt", [("b", "Tunnel in Bern gesperrt")], None),
    ("one line that looks like a share bar", "Teilen", [("b", "Teilen")], None),
    ("one tokenised sentence", "Er sagte , es sei spät .", [("b", "Er sagte , es sei spät .")], None),
    ("paragraphs only", f"{LEAD}\n\n{MORE}\n\n{LAST}", [("b", f"{LEAD}\n\n{MORE}\n\n{LAST}")], None),
    ("paragraphs by single newlines", f"{LEAD}\n{MORE}\n{LAST}", [("b", f"{LEAD}\n{MORE}\n{LAST}")], None),
    (
        "headline and blank line",
        f"Bern sperrt den Tunnel\n\n{LEAD}",
        [("h", "Bern sperrt den Tunnel"), ("b", LEAD)],
        None,
    ),
    (
        "headline directly above the text",
        f"Bern sperrt den Tunnel\n{LEAD}\n{MORE}",
        [("h", "Bern sperrt den Tunnel"), ("b", f"{LEAD}\n{MORE}")],
        None,
    ),
    (
        "headline as a question",
        f"Sperrt Bern den Tunnel?\n\n{LEAD}",
        [("h", "Sperrt Bern den Tunnel?"), ("b", LEAD)],
        None,
    ),
    (
        "headline with a quotation",
        f"Sprecherin zum Tunnel: „Wir sperren ihn“\n\n{LEAD}",
        [("h", "Sprecherin zum Tunnel: „Wir sperren ihn“"), ("b", LEAD)],
        None,
    ),
    (
        "a first sentence with a full stop is no headline",
        f"Bern sperrt den Tunnel.\n\n{LEAD}",
        [("b", f"Bern sperrt den Tunnel.\n\n{LEAD}")],
        None,
    ),
    (
        "kicker, headline, byline, date",
        "Verkehr in Bern\nBern sperrt den Tunnel\nVon Erika Muster\n24. November 2026, 18:23 Uhr\n" + LEAD,
        [("h", "Bern sperrt den Tunnel"), ("b", LEAD)],
        None,
    ),
    (
        "headline, lead, then byline and date",
        f"Bern sperrt den Tunnel\n\n{LEAD}\n\nVon Erika Muster\n24.11.2026 | 18:23\n\n{MORE}",
        [("h", "Bern sperrt den Tunnel"), ("b", LEAD), ("b", MORE)],
        None,
    ),
    (
        "breadcrumb, tags and Title Case headline",
        "Home » Bern Will Den Tunnel Bald Sperren\nVerkehr Schweiz Nachrichten\n\n"
        f"Bern Will Den Tunnel Bald Sperren\n\n{LEAD}",
        [("h", "Bern Will Den Tunnel Bald Sperren"), ("b", LEAD)],
        None,
    ),
    (
        "the headline only in the breadcrumb",
        f"Startseite » Verkehr » Bern will den Tunnel sperren\n\nSchweiz\n\n{LEAD}",
        [("h", "Bern will den Tunnel sperren"), ("b", LEAD)],
        None,
    ),
    (
        "menu, cookies and advert around the article",
        "Zum Inhalt springen\nMenü\nPolitik\nSport\nWir verwenden Cookies, um diese Seite zu verbessern.\n"
        f"Alle akzeptieren\n\nBern sperrt den Tunnel\n\n{LEAD}\n\nAnzeige\n\n{MORE}\n\n"
        "Newsletter abonnieren\nImpressum | Datenschutz",
        [("h", "Bern sperrt den Tunnel"), ("b", LEAD), ("b", MORE)],
        None,
    ),
    (
        "caption of names between paragraphs",
        f"{LEAD}\n\nErika Muster, Ueli von Beispiel\n\n{MORE}",
        [("b", LEAD), ("b", MORE)],
        None,
    ),
    (
        "picture credits",
        f"{LEAD}\n\nFoto: dpa\n\n{MORE}\n\nBild: Keystone/Muster\n\n"
        f"Der Tunnel im Winter (Archivbild)\n\nEin Zug vor dem Portal | Foto: dpa\n\n{LAST}",
        [("b", LEAD), ("b", MORE), ("b", LAST)],
        None,
    ),
    (
        "source line and translation button",
        f"{LEAD}\n\n{MORE}\n\nQuelle: Alpen News\n\nTranslate",
        [("b", f"{LEAD}\n\n{MORE}")],
        "Alpen News",
    ),
    (
        "a note that the text is invented",
        f"Bern sperrt den Tunnel\n\n{LEAD}\n\n{LAST}\n\n(erfundener Demotext)\n",
        [("h", "Bern sperrt den Tunnel"), ("b", f"{LEAD}\n\n{LAST}")],
        None,
    ),
    (
        "a sentence about an invented text stays",
        f"{LEAD}\n\nEin erfundener Text sei das, erklärte der Kanton.\n\n{MORE}",
        [("b", f"{LEAD}\n\nEin erfundener Text sei das, erklärte der Kanton.\n\n{MORE}")],
        None,
    ),
    ("source line with an agency", f"{LEAD}\n\n{MORE}\n\nQuelle: berge.example, mau/dpa", [
        ("b", f"{LEAD}\n\n{MORE}")], "berge.example"),
    ("a picture agency is no outlet", f"{LEAD}\n\nQuelle: imago images\n\n{MORE}", [
        ("b", LEAD), ("b", MORE)], None),
    (
        "share bars and comments",
        f"Bern sperrt den Tunnel\n\nTeilen\nDrucken\nFacebook | Twitter | WhatsApp | E-Mail\n{LEAD}\n\n"
        "12 Kommentare\nKommentar schreiben",
        [("h", "Bern sperrt den Tunnel"), ("b", LEAD)],
        None,
    ),
    (
        "links to other articles",
        f"{LEAD}\n\nLesen Sie auch: Was der Winter bringt\n\n{MORE}\n\nMehr zum Thema\n\n"
        "Wie der Tunnel gebaut wurde\nZahlen zum Verkehr",
        [("b", LEAD), ("b", MORE)],
        None,
    ),
    (
        "a heading inside the article stands alone",
        f"{LEAD}\n\nKritik vom Verkehrsclub\n\n{MORE}",
        [("b", LEAD), ("b", "Kritik vom Verkehrsclub"), ("b", MORE)],
        None,
    ),
    (
        "a heading right above its paragraph",
        f"{LEAD}\n\nKritik vom Verkehrsclub\n{MORE}",
        [("b", LEAD), ("b", "Kritik vom Verkehrsclub"), ("b", MORE)],
        None,
    ),
    (
        "hard-wrapped lines belong together",
        "Die Regierung in Bern will den Tunnel nach Angaben einer\nSprecherin sperren, sobald der erste "
        "Schnee im Tal\nliegt und die Strassen glatt werden.",
        [("b", "Die Regierung in Bern will den Tunnel nach Angaben einer\nSprecherin sperren, sobald der "
               "erste Schnee im Tal\nliegt und die Strassen glatt werden.")],
        None,
    ),
    (
        "a paragraph that breaks off goes on after the blank line",
        f"Der Plan stammt aus dem Büro der\n\nVerkehrsministerin und ist geheim.\n\n{MORE}",
        [("b", f"Der Plan stammt aus dem Büro der\n\nVerkehrsministerin und ist geheim.\n\n{MORE}")],
        None,
    ),
    (
        "Windows line ends",
        f"Bern sperrt den Tunnel\r\n\r\n{LEAD}\r\n\r\nAnzeige\r\n\r\n{MORE}\r\n",
        [("h", "Bern sperrt den Tunnel"), ("b", LEAD), ("b", MORE)],
        None,
    ),
    (
        "Markdown",
        f"---\ntitle: Tunnel\nlayout: post\n---\n\n# Bern sperrt den Tunnel\n\n![Portal](portal.jpg)\n\n"
        f"{LEAD}\n\n## Kritik ##\n{MORE}\n\n---\n\n[Zur Übersicht](https://berge.example)\n",
        [("h", "Bern sperrt den Tunnel"), ("b", LEAD), ("b", "Kritik"), ("b", MORE)],
        None,
    ),
    (
        "dates as headings of a chronology stay",
        f"{LEAD}\n\n3. Mai 2024\n\n{MORE}\n\n4. Mai 2024\n\n{LAST}",
        [("b", LEAD), ("b", "3. Mai 2024"), ("b", MORE), ("b", "4. Mai 2024"), ("b", LAST)],
        None,
    ),
    (
        "paragraphs in guillemets stay",
        f"»Wir gehen jetzt«, sagte sie.\n\n»Und zwar alle, die hier sind.\n\n{MORE}",
        [("b", f"»Wir gehen jetzt«, sagte sie.\n\n»Und zwar alle, die hier sind.\n\n{MORE}")],
        None,
    ),
    (
        "tags at the end",
        f"Bern sperrt den Tunnel\n\n{LEAD}\n\nVerkehr Schweiz Winter\nSchlagwörter: Tunnel, Alpen",
        [("h", "Bern sperrt den Tunnel"), ("b", LEAD)],
        None,
    ),
    ("markup and formulas are text", f"<script>alert(1)</script>\n=cmd|'/c calc'!A1\n{LEAD}", [
        ("h", "<script>alert(1)</script>"), ("b", "=cmd|'/c calc'!A1"), ("b", LEAD)], None),
    ("blank", " \n\u200b\n\r\n", [], None),
    ("nothing", "", [], None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "outlet"), [row[1:] for row in LAYOUTS], ids=[row[0] for row in LAYOUTS])
def test_layout(text: str, expected: list[tuple[str, str]], outlet: str | None) -> None:
    page = lay_out(text)
    assert parts(text, page) == expected
    assert page.outlet == outlet


def test_founding_article() -> None:
    text = next(seeds_root().glob("*.txt")).read_text(encoding="utf-8")
    page = lay_out(text)
    headline, before, after = page.sections
    assert (headline.name, headline.start, headline.end, headline.title_case) == ("headline", 145, 238, True)
    assert text[before.start :].startswith("Der nordkoreanische Staatschef")
    assert text[: before.end].endswith("auch nordkoreanische Staatsmedien.")
    assert text[after.start :].startswith("Seit der russische Einmarsch")
    assert text[: after.end].endswith("Sie sind unsere Nachbarn.“")
    assert page.outlet == "NBC News"


@pytest.mark.parametrize(
    ("headline", "title_case"),
    [
        ("Bern Will Den Tunnel Bald Sperren", True),
        ("Ministerin Sagt, Sie Könne Nicht Warten", True),
        ("Bern Sperrt Tunnel Wegen Schnee", True),
        ("Bern sperrt den Tunnel", False),
        ("Tunnel in Bern: Die Regierung sperrt ihn", False),
        ("Ministerin Muster kritisiert Die Linke", False),
    ],
)
def test_title_case(headline: str, title_case: bool) -> None:
    section = lay_out(f"{headline}\n\n{LEAD}").sections[0]
    assert (section.name, section.title_case) == ("headline", title_case)


def test_given_title_is_the_headline_whatever_it_looks_like() -> None:
    text = f"Tunnel zu.\n\n{LEAD}"
    assert parts(text, lay_out(text, title="Tunnel  zu.")) == [("h", "Tunnel zu."), ("b", LEAD)]
    assert parts(text, lay_out(text)) == [("b", text)]


def test_given_title_that_is_not_in_the_text_changes_nothing() -> None:
    text = f"{LEAD}\n\n{MORE}"
    assert lay_out(text, title="Ganz anders") == lay_out(text)


def test_the_head_of_an_agency_message_is_no_title() -> None:
    text = f"bdt0312 4 pl 210 dpa 1234\n\nTunnel/Verkehr/\n(Zusammenfassung 1430)\nBern sperrt den Tunnel =\n\n{LEAD}"
    page = lay_out(text)
    assert title_of(text, page) == "Bern sperrt den Tunnel"
    assert len(page.sections) == 2


def test_title_of() -> None:
    text = f"Bern  sperrt\u00a0den Tunnel\n\n{LEAD}"
    assert title_of(text, lay_out(text)) == "Bern sperrt den Tunnel"
    assert title_of(LEAD, lay_out(LEAD)) is None


@pytest.mark.parametrize("row", read_lexicon("page_furniture"), ids=lambda row: row["id"])
def test_every_furniture_rule_has_an_example(row: dict[str, str]) -> None:
    assert re.fullmatch(row["pattern"], row["example"])
    found = match_furniture(row["example"])
    assert found is not None
    assert found[0].id == row["id"]


@pytest.mark.parametrize(
    "line",
    [
        LEAD,
        LAST,
        "Von Montag an gilt die Sperrung.",
        "Quelle: Das habe der Kanton so nicht gesagt.",
        "Die Zeitung Bild: „Wir sperren den Tunnel“",
        "Wer Cookies bäckt, braucht Butter.",
        "Die Firma verschickt ihren Newsletter nicht mehr.",
        "Lesen lernen die Kinder in der ersten Klasse.",
        "Er könne das nicht bestätigen.",
        "Das Foto zeigt nach Angaben der Polizei den Tunnel.",
        "CDU/CSU",
        "Teilen wolle man die Macht nicht.",
    ],
)
def test_no_furniture(line: str) -> None:
    assert match_furniture(line) is None


def test_furniture_rules_have_unique_names() -> None:
    names = [rule.id for rule in rules()]
    assert len(names) == len(set(names))


_LINES = st.sampled_from(
    ["", "\r", " ", LEAD, MORE, "Anzeige", "Teilen", "Bern sperrt den Tunnel", "# Kritik", "**Kritik**",
     "Home » Bern sperrt den Tunnel", "Erika Muster, Ueli Muster", "Mehr zum Thema", "Quelle: Alpen News",
     "24.11.2026", "Verkehr Schweiz", "Was nun?", "und weiter", "\ufeff", "Quelle: ,", "---", "##"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(_LINES, max_size=14).map("\n".join)), st.none() | _LINES)
@example("# \n\n** **\n", None)
@example("»\n.\n\n>", "»")
@example("\x1f", None)
@example("a\n\n\u2003\n\nb", None)
def test_sections_are_ordered_disjoint_and_inside(text: str, title: str | None) -> None:
    page = lay_out(text, title)
    position = 0
    for section in page.sections:
        assert position <= section.start < section.end <= len(text)
        assert text[section.start : section.end].strip()
        position = section.end
    assert sum(section.name == "headline" for section in page.sections) <= 1


@given(st.lists(st.sampled_from([LEAD, MORE, LAST]), min_size=1, max_size=8), st.sampled_from(["\n", "\r\n\r\n"]))
def test_running_text_is_never_lost(paragraphs: list[str], between: str) -> None:
    text = between.join(paragraphs)
    covered = "".join(text[section.start : section.end] for section in lay_out(text).sections)
    assert covered.split() == text.split()

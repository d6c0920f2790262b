"""Cells and fields with the traces of programs in them, and clean ones, which must stay sign for sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import Article
from analysis.reading.files import read_bytes
from analysis.reading.raw.cells import is_nothing, is_wordless
from analysis.reading.raw.columns import columns_of, normal
from analysis.reading.tabular.cell_text import clean_line, clean_text
from tests.reading.demo_formats import lines

CLEAN = [
    "Die Brücke ist zu. „Wir prüfen das“, sagte sie.",
    "Zwei Absätze.\n\nDer zweite.\r\nMit Zeilenende.",
    "R&D und AT&T, a < b und b > a, 5 < 6.",
    "Der Ordner C:\\neu und D:\\Texte bleiben; \\o/ auch.",
    "Écologie, Århus, São Paulo, Łódź, Ångström, Â und Ã allein.",
    "Weich\u00adtrennung und\u00a0Leerzeichen\u202fschmal.",
    "Familie 👨\u200d👩\u200d👧 und Flagge 🏳️\u200d🌈.",
    "Ein <Platzhalter> in spitzen Klammern und <script>alert(1)</script>.",
    "Müller & Söhne; &c. bleibt.",
    "naïve Fußgänger – 20 € · §5",
    "Zeile eins.\u2028Zeile zwei.\u0085Zeile drei.",
    "1 √ 4 = 2, ├── Baum",
]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_texts_stay_as_they_are(text: str) -> None:
    assert clean_text(text) == (text, [])


@pytest.mark.parametrize(
    ("raw", "clean", "word"),
    [
        ("<p>Die Br&uuml;cke ist zu.</p><p>Sie bleibt zu.</p>", "Die Brücke ist zu.\n\nSie bleibt zu.", "HTML"),
        ("&lt;p&gt;Eins.&lt;/p&gt;&lt;p&gt;Zwei &amp;amp; drei.&lt;/p&gt;", "Eins.\n\nZwei & drei.", "HTML"),
        ("Gr&amp;uuml;ne &#8222;Ja&#8220; &#x2013; nein", "Grüne „Ja“ – nein", "entities"),
        ("<div>Eins.<br>Zwei.</div>", "Eins.\n\nZwei.", "HTML"),
        ("Eins <b>und</b> <a href='x'>zwei</a>.", "Eins und zwei.", "HTML"),
        ("Die BrÃ¼cke ist zu. â€žJaâ€œ.", "Die Brücke ist zu. „Ja“.", "encoding"),
        ("Die Br√ºcke ist zu.", "Die Brücke ist zu.", "encoding"),
        ("\x84Wir kommen\x93, sagte sie.", "„Wir kommen“, sagte sie.", "encoding"),
        ("Eins.\\n\\nZwei.", "Eins.\n\nZwei.", "Escapes"),
        ("Eins.\\r\\nZwei.\\r\\nDrei.", "Eins.\nZwei.\nDrei.", "Escapes"),
        ('Er sagte: \\"Ja.\\"\\nSie nicht.', 'Er sagte: "Ja."\nSie nicht.', "Escapes"),
        ("Br\\u00fccke und T\\u00fcr", "Brücke und Tür", "Escapes"),
        ("Eins._x000D_\nZwei.", "Eins.\nZwei.", "spreadsheet"),
        ("Eins._x000D__x000A_Zwei.", "Eins.\n\nZwei.", "spreadsheet"),
        ("Sie sa\x02gte nichts.\x00", "Sie sagte nichts.", "Control"),
        ("\ufeffPe\u200btra Li\u2060nd\u200cner", "Petra Lindner", "width"),
        ("Auf\u200dlage", "Auflage", "width"),
        ("<![CDATA[<p>Eins.</p>]]>", "Eins.", "HTML"),
        ("Der Rat tagt … [+812 chars]", "Der Rat tagt …", "812 characters are missing"),
        ("Die Br\ufffdcke", "Die Br\ufffdcke", "could not be decoded"),
    ],
)
def test_traces_of_programs_are_cleaned_and_told(raw: str, clean: str, word: str) -> None:
    text, told = clean_text(raw)
    assert text == clean
    assert len(told) == 1
    assert word in told[0]
    assert told[0].endswith(".")


@given(st.text(max_size=200))
def test_no_text_raises_and_a_clean_one_is_a_fixed_point(raw: str) -> None:
    text, told = clean_text(raw)
    assert text == raw.encode("utf-8", "surrogatepass").decode("utf-8", "replace") or told or "\ufffd" in text


@given(st.text(alphabet=st.sampled_from("abcäöüßÄÖÜ ,.;:!?„“»«‚‘’–-()\n\t\"'0123456789é§€"), max_size=300))
def test_german_text_is_never_touched(text: str) -> None:
    assert clean_text(text) == (text, [])


@pytest.mark.parametrize("raw", ["", "  ", "nan", "NULL", "None", "N/A", "-", "–", "NA", "#NV", "k. A.", "[Paywall]"])
def test_cells_that_say_nothing(raw: str) -> None:
    assert is_nothing(raw)
    assert is_wordless(raw)


@pytest.mark.parametrize("raw", ["[Bezahlschranke]", "(kein Text im Archiv)", "<leer>", "***", "12.345"])
def test_texts_without_a_word(raw: str) -> None:
    assert is_wordless(raw)
    assert not is_wordless(f"{raw} Doch.")


def test_endless_names_of_fields_take_linear_time() -> None:
    row = {"text": "Die Brücke ist zu.", "_s" * 200_000: "x", "a." * 200_000: "y", "(" * 200_000: "z"}
    (article,) = read_bytes("a.jsonl", lines(row))
    assert isinstance(article, Article)
    assert len(article.extra) == 3


@pytest.mark.parametrize("raw", ["na", "Na und?", "Nan Müller", "0", "Leer", "Nichts", "None of that"])
def test_cells_that_say_something(raw: str) -> None:
    assert not is_nothing(raw)


def test_cells_that_say_nothing_are_no_metadata() -> None:
    row = {"text": "Die Brücke ist zu.", "title": "NaN", "outlet": "NULL", "date": "n/a", "author": "None", "id": "nan"}
    (article,) = read_bytes("a.jsonl", lines(row))
    assert isinstance(article, Article)
    assert (article.title, article.outlet, article.published, article.author) == (None, None, None, None)
    assert article.id == "a.jsonl:1"
    assert not article.warnings


@pytest.mark.parametrize(
    ("raw", "line"),
    [("Streit &amp; <b>Zank</b>", "Streit & Zank"), ("BrÃ¼cke", "Brücke"), (" Plain  text ", "Plain  text")],
)
def test_titles(raw: str, line: str) -> None:
    assert clean_line(raw) == line


NAMES = {
    "text": ["TEXT", "Voll-Text", "full_text", "articleBody", "Beitrag", "maintext", "content.rendered", "_source.body",
             "news_text", "text_clean", "postContent", "Artikel_Volltext", "fields.bodyText", "attributes.text",
             "Text (bereinigt)"],
    "title": ["Titel", "Schlagzeile", "HEADLINE", "title.rendered", "webTitle", "Überschrift", "Ueberschrift", "hl1"],
    "outlet": ["Quelle", "media_name", "source.name", "Publication Title", "sitename", "hostname", "Zeitung",
               "publisher.name", "Zeitung/Medium", "newspaper_name", "media_name (print)"],
    "published": ["pub_date", "PubDate", "publishedAt", "date_publish", "Erscheinungs-Datum", "Datum", "seendate",
                  "article_date", "article:published_time", "Datum/Uhrzeit", "publish_date_utc"],
    "author": ["Autor:in", "byline", "Verfasser", "author.name", "Autor*innen"],
    "url": ["link", "web_url", "URL", "Adresse"],
    "id": ["_id", "Nr.", "stories_id", "Artikel-ID", "guid"],
    "section": ["Ressort", "section_name", "sectionName", "Rubrik"],
    "page": ["Seite", "print_page"],
    "lead": ["Vorspann", "Unter-Zeile", "lead_paragraph", "Teaser", "description", "excerpt.rendered"],
}  # fmt: skip


@pytest.mark.parametrize(("field", "name"), [(field, name) for field, names in NAMES.items() for name in names])
def test_names_of_columns(field: str, name: str) -> None:
    found = columns_of([name, "text_x"], {})
    assert found.get(field) == (name,)


@pytest.mark.parametrize(
    "name", ["image.url", "Notiz", "comments.text.author", "texture", "Kontext", "Datumsangabe X", ""]
)
def test_other_names_are_no_fields(name: str) -> None:
    assert columns_of([name], {}) == {}


def test_columns_named_by_hand_bind() -> None:
    found = columns_of(["Text", "Aussage", "Quelle"], {"text": "aussage", "kicker": "Quelle"})
    assert found == {"text": ("Aussage",), "kicker": ("Quelle",)}
    assert columns_of(["Text"], {"text": "Aussage"}) == {}
    assert normal("Pub_Date ") == normal("pub date") == "pubdate"


@pytest.mark.parametrize(
    ("text", "wordless"),
    [
        ("[nur für Abonnenten]", True),
        ("(ohne Text)", True),
        ("{leer}", True),
        ("(Die Brücke ist noch gesperrt!)", False),
        ("[Der Text ist nur für Abonnenten lesbar.]", False),
        ("Er kam.", False),
    ],
)
def test_a_sentence_in_brackets_is_a_text_and_a_remark_is_none(text: str, wordless: bool) -> None:
    assert is_wordless(text) is wordless

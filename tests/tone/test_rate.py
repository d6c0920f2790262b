import pytest

from analysis.model import Document, Section, SentenceTone, Statement, StatementType, TextTone
from analysis.sources.entities.index import ArticleEntities
from analysis.tone.rate import body_texts, rate_tone
from analysis.tone.textblob_de.polarity import polarity
from tests.factories import tagged

TEXT = (
    "„Der Plan ist gut und wird uns allen helfen“, sagte die Ministerin. Der Verband kritisierte das scharf. "
    "Es gebe viele Probleme, so der Verband."
)


def rated(document: Document, *statements: Statement) -> tuple[tuple[SentenceTone, ...], TextTone]:
    return rate_tone(document, statements, ArticleEntities(document))


def statement(text: str, quote: str, kind: StatementType = "direct", name: str = "s1", **rest: bool) -> Statement:
    start = text.index(quote)
    return Statement(name, kind, "body", ((start, start + len(quote)),), **rest)


@pytest.mark.parametrize(
    ("quote", "kind", "sentence", "voice"),
    [
        ("Der Plan ist gut und wird uns allen helfen", "direct", 0, "quoted"),
        ("Es gebe viele Probleme", "indirect", 2, "quoted"),
        ("Es gebe viele Probleme", "subjunctive", 2, "quoted"),
        ("Es gebe viele Probleme", "free_indirect", 2, "quoted"),
        ("Es gebe viele Probleme", "reported", 2, "author"),
        ("Es gebe", "indirect", 2, "author"),
        ("Der Plan ist gut", "direct", 0, "author"),
        ("kritisierte das scharf", "indirect", 1, "quoted"),
    ],
)
def test_voice(quote: str, kind: StatementType, sentence: int, voice: str) -> None:
    sentences, _ = rated(tagged(TEXT), statement(TEXT, quote, kind))
    assert [s.voice for s in sentences] == [voice if n == sentence else "author" for n in range(3)]
    assert [s.statement for s in sentences] == ["s1" if n == sentence and voice == "quoted" else None for n in range(3)]


def test_withheld_statements_lend_no_voice() -> None:
    sentences, _ = rated(tagged(TEXT), statement(TEXT, "Es gebe viele Probleme", "indirect", withheld=True))
    assert {s.voice for s in sentences} == {"author"}


def test_discontinuous_quotes_count_together() -> None:
    text = "„Wir haben lange“, sagte sie am Abend, „auf den Brief gewartet.“"
    parts = ("Wir haben lange", "auf den Brief gewartet")
    spans = tuple((text.index(part), text.index(part) + len(part)) for part in parts)
    sentences, _ = rated(tagged(text), Statement("s1", "direct", "body", spans))
    assert [s.voice for s in sentences] == ["quoted"]


def test_statement_that_covers_most_then_the_innermost() -> None:
    outer, inner = "Der Plan ist gut und wird uns allen helfen", "und wird uns allen helfen"
    document = tagged(TEXT)
    wide, narrow = statement(TEXT, outer, name="wide"), statement(TEXT, inner, name="narrow")
    assert rated(document, narrow, wide)[0][0].statement == "wide"
    longer = Statement("longer", "direct", "body", ((0, len(TEXT)),))
    nested = Statement("nested", "direct", "body", ((0, TEXT.index(" Der Verband")),))
    assert rated(document, longer, nested)[0][0].statement == "nested"
    assert rated(document, nested, longer)[0][0].statement == "nested"


def test_values_belong_to_the_sentences() -> None:
    document = tagged(TEXT)
    sentences, tone = rated(document)
    assert [s.span for s in sentences] == [(s.start, s.end) for s in document.sentences]
    assert [s.textblob for s in sentences] == [polarity(TEXT[slice(*s.span)]) for s in sentences]
    assert sentences[0].tone > sentences[1].tone
    assert tone.textblob == polarity(TEXT)


def test_base_value_is_that_of_the_body() -> None:
    text = "Großer Erfolg in Bonn\n\nDas Wetter ist schlecht. Teilen\n\nDie Lage ist gut."
    skipped, last = text.index("Teilen"), text.index("Die Lage")
    sections = (Section("headline", 0, 21), Section("body", 23, skipped), Section("body", last, len(text)))
    document = tagged(text, *sections)
    assert [part.strip() for part in body_texts(document)] == [
        "Das Wetter ist schlecht.",
        "Die Lage ist gut.",
    ]
    sentences, tone = rated(document)
    assert [s.section for s in sentences] == ["headline", "body", "body"]
    assert tone.textblob == polarity("Das Wetter ist schlecht.\n\nDie Lage ist gut.")


def test_text_without_body_is_rated_by_its_headline() -> None:
    text = "Schlechtes Wetter in Bonn"
    _, tone = rated(tagged(text, Section("headline", 0, len(text))))
    assert tone.textblob == polarity(text) != 0


@pytest.mark.parametrize("text", ["", "   \n\n ", "… – !?", "12 345", "\u200b", "🙂"])
def test_texts_without_words(text: str) -> None:
    sentences, tone = rated(tagged(text))
    assert tone.label == "neutral"
    assert tone.score == 0
    assert all(s.tone == 0 and s.event_words == 0 and s.voice == "author" for s in sentences)


def test_quote_outside_every_sentence_is_ignored() -> None:
    sentences, _ = rated(tagged("Kurz."), Statement("s1", "direct", "body", ((90, 120),)))
    assert [s.voice for s in sentences] == ["author"]

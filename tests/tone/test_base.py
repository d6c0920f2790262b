import hashlib
import json
import string
from collections.abc import Callable
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textblob_de import BlobberDE
from textblob_de.sentiments import sentiment
from textblob_de.tokenizers import PatternTokenizer

from analysis.tone.textblob_de import effects
from analysis.tone.textblob_de.lemmas import lemmatise
from analysis.tone.textblob_de.polarity import polarity
from analysis.tone.textblob_de.tagger import tagger
from analysis.tone.textblob_de.tokenizer import pattern

BLOBBER = BlobberDE(tokenizer=PatternTokenizer())
GOLD = Path(__file__).parents[3] / "shared" / "benchmarks"


def original(text: str) -> float:
    value: float = BLOBBER(text).sentiment.polarity
    return value


VALUES = Path(__file__).with_name("textblob_values.tsv")
CHECKED = 25
"""Of so many texts one is given to textblob itself in every run: it takes fifty times as long as ours."""


def key(text: str) -> str:
    """What stands for a text in the file of values, which holds nobody's texts."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def versions() -> str:
    """What made the values."""
    return " ".join(f"{package} {version(package)}" for package in ("textblob", "textblob-de"))


@pytest.fixture(scope="module")
def kept_original() -> Callable[[str], float]:
    """The value that textblob gives a text, from the file if that was made by the very textblob installed here."""
    made_by, *lines = VALUES.read_text(encoding="utf-8").splitlines()
    known = dict(line.split("\t") for line in lines) if made_by.removeprefix("# ") == versions() else {}

    def kept(text: str) -> float:
        name = key(text)
        return original(text) if name not in known or not int(name, 16) % CHECKED else float(known[name])

    return kept


SENTENCES = [
    "Der neue Trainer ist ein großer Erfolg.",
    "Das Wetter war schlecht, aber die Stimmung blieb gut!",
    "Das ist nicht besonders schön.",
    "Es gibt keinen guten Grund, kein schlechtes Wort und keine schöne Stunde.",
    "Sehr gut, extrem gut, kaum gut, viel mehr gut, überhaupt nicht gut.",
    "Sie ist ungewöhnlich freundlich und wirklich nicht böse.",
    "Zwei Menschen wurden getötet, drei sind verletzt worden.",
    "Die Bürger sind zufrieden worden.",
    "Das Haus ist schön worden, nicht gut und worden, sehr: schlecht worden.",
    "Die E-Mail ist toll, das Burnout-Syndrom der US-Beamten nicht; die mixd war 8-D und o.O gut",
    "Er sagte: „Ein herrlicher Tag“, und ging glücklich heim.",
    "Er rief: »Schrecklich!« und weinte.",
    '"Großartig", sagte sie. "Das ist falsch!"',
    "Dr. Meier kam z.B. um 7.30 Uhr, d.h. pünktlich usw.",
    "Die U.S.A. und Mr. Smith zahlten 3,5 Mio. Euro; das ist teuer.",
    "Ein Ergebnis von 3:2 ist gut :) und 2:3 schlecht :(",
    "Vitamin D ist gesund, Max D. ist krank. xD",
    "Das ist ja toll (!) und schön ( ! ) so.",
    "Groß/klein, gut/schlecht und/oder falsch.",
    "Wie geht's? 's ist schön, hast du's gern?",
    "Überschrift ohne Punkt\n\nEin schöner Text.\r\n\r\nEin schlechter Text",
    "Der letzte Satz endet mit usw.",
    "Die Straße ist weiß, groß und heiß; der Fuß ist verletzt.",
    "Was... ist das?! Das ist...! gut...",
    "Er ist krank – sehr krank – und allein… leider.",
    "ALLES IST GUT UND NICHTS IST SCHLECHT!!!",
    "x-d ist gut",
    "gut",
    "Nein.",
    "(Schön) [schlimm] {toll} ‚nett‘ ’fein’",
    "END-OF-SENTENCE Ein schöner Tag. END-OF-SENTENCE",
    "1. Gut. 2. Schlecht. 3. Mittel.",
    "",
    "   ",
    "…",
    ".",
    "?!",
    "\n\n\n",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_equals_textblob(text: str) -> None:
    assert polarity(text) == original(text)


def test_equals_textblob_on_a_text() -> None:
    text = "\n\n".join(SENTENCES)
    assert polarity(text) == original(text)


_EMOTICONS = sorted(emoticon for group in pattern("text").EMOTICONS.values() for emoticon in group)
_WORDS = [
    *(
        "gut",
        "schlecht",
        "schöne",
        "kein",
        "keinen",
        "nicht",
        "nichts",
        "ohne",
        "sehr",
        "kaum",
        "mehr",
        "getötet",
    ),
    *("worden", "und", "der", "die", "in", "x", "D", "Max", "S.", "usw.", "bzw.", "U.S.", "'s", "3", "12,5"),
    *(
        "Größe",
        "Straße",
        "glücklich",
        "wirklich",
        "END-OF-SENTENCE",
        "FORWARDSLASH",
        "verletzt",
        "zufriedener",
    ),
]
_PIECES = st.sampled_from(
    [*_WORDS, *_EMOTICONS, *string.punctuation, *"„“”‘’«»–…€ \n", "(!)", "...", "\n\n", "\r\n\r\n", "n't"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(_PIECES, st.sampled_from(["", " ", " ", "  "])), max_size=16))
def test_equals_textblob_on_odd_texts(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    assert polarity(text) == original(text)


def test_reads_the_lexicon_as_textblob_does() -> None:
    len(sentiment)
    assert effects._lexicon() == {
        word: (senses[None][0], senses[None][2], "RB" in senses or "JJ" in senses) for word, senses in sentiment.items()
    }


@pytest.mark.parametrize("text", [text for text in SENTENCES if text.strip()])
def test_tags_as_textblob_does(text: str) -> None:
    tokens = text.split()
    expected = pattern("text.de").parser.find_tags(tokens, tagset="stts", map=lambda token, tag: (token, tag))
    assert tagger().tag(tokens) == [tag for _, tag in expected]


def test_verb_lemmas_are_what_conjugate_gives() -> None:
    german = pattern("text.de")
    words = [word for word in list(german.parser.lexicon.keys())[::7] if word]
    for word in words:
        expected = (german.conjugate(word, "infinitive") or word).lower().replace("ß", "ss")
        assert lemmatise(word, "verb") == expected


@pytest.mark.parametrize("text", ['"a-1 !', "= c-4."])
def test_where_textblob_fails_the_value_is_zero(text: str) -> None:
    with pytest.raises(AttributeError):
        original(text)
    assert polarity(text) == 0


@pytest.mark.parametrize(
    "piece", ["!", "a.", "a.!.", ": ( ", "gut ", "gut", "'", "gut/", "\n\n", "...", "( ! ) ", "B.", "Xb.!"]
)
def test_huge_texts(piece: str) -> None:
    assert -1 <= polarity(piece * 20_000) <= 1


def news_sentences() -> list[str]:
    """Five thousand sentences of the training articles."""
    lines = (GOLD / "quotes" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    texts = (json.loads(line)["text"] for line in lines)
    split = (piece.strip() for text in texts for piece in text.replace("\n", ". ").split(". "))
    return list(dict.fromkeys(f"{piece}." for piece in split if len(piece) > 20))[:5000]


GOLD_TEXTS = ("quotes/dev.jsonl", "sentiment/dev.jsonl")


def gold_texts(name: str) -> list[str]:
    """The first 150 texts of a gold set."""
    return [json.loads(line)["text"] for line in (GOLD / name).read_text(encoding="utf-8").splitlines()[:150]]


def record() -> None:
    """Writes the file of values anew: ``python -m tests.tone.test_base``."""
    texts = chain(news_sentences(), *map(gold_texts, GOLD_TEXTS))
    values = {key(text): original(text) for text in texts}
    lines = [f"# {versions()}", *(f"{name}\t{value!r}" for name, value in values.items())]
    VALUES.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.benchmark
def test_equals_textblob_on_five_thousand_sentences(kept_original: Callable[[str], float]) -> None:
    if not GOLD.is_dir():
        pytest.skip("no gold sets")
    sentences = news_sentences()
    assert len(sentences) == 5000
    assert [polarity(sentence) for sentence in sentences] == [kept_original(sentence) for sentence in sentences]


@pytest.mark.benchmark
@pytest.mark.parametrize("name", GOLD_TEXTS)
def test_equals_textblob_on_gold_texts(name: str, kept_original: Callable[[str], float]) -> None:
    if not GOLD.is_dir():
        pytest.skip("no gold sets")
    assert not [text for text in gold_texts(name) if polarity(text) != kept_original(text)]


if __name__ == "__main__":
    record()

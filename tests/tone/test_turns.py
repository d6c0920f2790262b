"""Words whose tone is turned: by negation, lack and doubt, by marks of irony; and what turns nothing."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.tone.score import read, score
from tests.factories import tagged

SENTENCES = Path(__file__).with_name("turned_sentences.tsv")


def lexicon(text: str) -> float:
    """What the tone words of the lists say, over all sentences of a text."""
    document = tagged(text)
    return sum(score(document.tokens_of(sentence)).total for sentence in document.sentences)


def judged() -> Iterator[object]:
    lines = [line for line in SENTENCES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        marks = [pytest.mark.xfail(strict=True)] if row["known"] else []
        yield pytest.param(row["expected"], row["sentence"], marks=marks)


@pytest.mark.parametrize(("expected", "sentence"), judged())
def test_the_sign_of_the_words(expected: str, sentence: str) -> None:
    value = lexicon(sentence)
    assert ("+" if value > 0 else "-" if value < 0 else "0") == expected


@pytest.mark.parametrize(("plain", "turned"), [
    ("Das Essen ist ein wenig salzig, aber gut.", "Das Essen ist nicht gut."),
    ("Die Lage ist gut und die Stadt weit entfernt.", "Die Stadt ist weit davon entfernt, gut zu sein."),
    ("Sie kam mit Stolz.", "Sie kam ohne jeden Stolz."),
    ("Der Erfolg der Mannschaft freut alle.", "Der angebliche Erfolg der Mannschaft freut alle."),
])  # fmt: skip
def test_what_turns_lowers(plain: str, turned: str) -> None:
    assert lexicon(turned) < lexicon(plain)


@pytest.mark.parametrize(("text", "word", "sign"), [
    ("Die Stadt ist weit davon entfernt, ein Vorbild zu sein.", "Vorbild", -0.5),
    ("Der Verein ist nicht bereit, den Erfolg zu teilen.", "Erfolg", 1.0),
    ("Es fehlt an Mut.", "Mut", -0.5),
    ("Es fehlt nicht an Kritik.", "Kritik", -0.5),
    ("Es mangelt an Ärger.", "Ärger", 1.0),
    ("Die angebliche Krise ist vorbei.", "Krise", 1.0),
    ("Niemand hat Mut.", "Mut", -0.5),
    ("Keine der Frauen hat Mut.", "Mut", -0.5),
    ("Keine Frau hat Mut.", "Mut", 1.0),
    ("Das Haus ist so gut wie fertig.", "gut", 1.0),
])  # fmt: skip
def test_signs(text: str, word: str, sign: float) -> None:
    document = tagged(text)
    readings = [found for sentence in document.sentences for found in read(document.tokens_of(sentence))]
    assert [found.sign for found in readings if found.lemma == word] == [sign]


def test_phrases_that_say_nothing_have_no_tone() -> None:
    assert lexicon("Das Haus ist so gut wie gebaut.") == 0
    assert lexicon("Das Haus ist gut.") > 0


def test_marks_of_irony_need_a_sentence_without_a_speaker() -> None:
    alone = lexicon("Die „kluge“ Idee kam am Montag.")
    told = lexicon("Die „kluge“ Idee kam am Montag, sagte die Sprecherin.")
    assert alone < 0 < told


def test_long_and_empty_sentences() -> None:
    assert lexicon("") == 0
    assert lexicon("nicht " * 3000 + "gut.") < 0
    assert lexicon("alles andere als " * 2000 + "gut.") < 0

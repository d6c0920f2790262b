"""Clauses beside the reporting words found in them, and the lists against their own rules."""

import pytest

from analysis.language.token_columns import TokenColumns
from analysis.resources import read_lexicon
from analysis.statements.frames.cues import find_predicate, verbs
from analysis.statements.frames.speaker_nouns import is_agent
from analysis.statements.syntax.noun_phrases import phrase_end
from tests.factories import tagged

CUES = [
    ("Die Firma teilte den Kunden die Preise mit", "mitteilen", ["teilte", "mit"]),
    ("Die Firma hat die Preise bestätigt", "bestätigen", ["hat", "bestätigt"]),
    ("Sie wies darauf hin", "hinweisen", ["wies", "darauf", "hin"]),
    ("Er gab seinen Rücktritt bekannt", "bekanntgeben", ["gab", "bekannt"]),
    ("Sie ist der Meinung", "sein", ["ist", "der", "Meinung"]),
    ("Der Verdächtige wurde beschuldigt", "beschuldigen", ["wurde", "beschuldigt"]),
    ("Er sagte weiter", "sagen", ["sagte"]),
    ("Die Maschine stellte sich ab", None, []),
    ("Der Hund fraß den Kuchen", None, []),
]


def view_of(text: str) -> TokenColumns:
    return TokenColumns(tagged(text))


@pytest.mark.parametrize(("text", "lemma", "tokens"), CUES)
def test_predicate(text: str, lemma: str | None, tokens: list[str]) -> None:
    view = view_of(text)
    verb = view.finite.index(True)
    predicate = find_predicate(view, verb, range(view.size))
    assert (predicate.entry.lemma if predicate else None) == lemma
    assert [view.form[index] for index in sorted(predicate.tokens)] == tokens if predicate else not tokens


PHRASES = [
    ("Der Sprecher der Polizei in Bonn", "Der Sprecher der Polizei"),
    ("die Chefin des Verbands der Köche sagte", "die Chefin des Verbands der Köche"),
    ("Kanzler Olaf Scholz (SPD) sagte", "Kanzler Olaf Scholz (SPD)"),
    ("ein Mann aus Köln am Montag", "ein Mann aus Köln"),
    ("Der von der Stadt beauftragte Gutachter lobte ihn", "Der von der Stadt beauftragte Gutachter"),
    ("sie sagte", "sie"),
]


@pytest.mark.parametrize(("text", "phrase"), PHRASES)
def test_phrase_end(text: str, phrase: str) -> None:
    view = view_of(text)
    assert view.text(0, phrase_end(view, 0, view.size)) == phrase


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Der Regierungssprecher", True),
        ("Die Verkehrsbetriebe AG", True),
        ("Moskau", True),
        ("Der Regen", False),
    ],
)
def test_agents(text: str, agent: bool) -> None:
    view = view_of(text)
    assert is_agent(view, 0, view.size) is agent


def test_verbs_are_listed_once_and_well_formed() -> None:
    rows = read_lexicon("reporting_verbs")
    assert len({row["verb"] for row in rows}) == len(rows) >= 300
    assert {row["kind"] for row in rows} <= {"say", "demand", "ask", "think", "act", "show", "weak"}
    for row in rows:
        assert set(row["takes"].split()) <= {"clause", "infinitive", "direct", "object", "topic"}, row
        assert ("topic" in row["takes"].split()) == bool(row["words"]), row
    assert len(verbs()) == len(rows)


def test_confidences_are_shares() -> None:
    for row in read_lexicon("rule_confidence"):
        assert 0 < float(row["confidence"]) < 1
        assert int(row["right"]) <= int(row["statements"])

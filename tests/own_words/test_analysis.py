"""What own words change in an article: hedges, stances, event words and tone."""

import time

import pytest

from analysis.certainty.own_cues import apply_own
from analysis.model import Article, ArticleResult
from analysis.own_words.active import OwnWords, using
from analysis.own_words.rows import OwnWord
from analysis.pipeline import analyse
from tests.factories import tagged


def result(text: str, *rows: OwnWord) -> ArticleResult:
    assert not [row.fault() for row in rows if row.fault()]
    with using(OwnWords(rows)):
        return analyse(Article("a", text))


def cues(text: str, *rows: OwnWord) -> list[tuple[str, str]]:
    return [(hedge.cue, hedge.kind) for hedge in result(text, *rows).hedges]


def hedge(word: str, value: str = "hearsay") -> OwnWord:
    return OwnWord("hedge", "add", word, value)


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("munkeln", "Im Dorf munkelt man darüber.", ["munkelt"]),
        ("munkeln", "Schon früher munkelten viele. Es wurde gemunkelt.", ["munkelten", "gemunkelt"]),
        ("munkelt", "Im Dorf munkelt man. Früher munkelten viele.", ["munkelt"]),
        ("Gerücht", "Die Gerüchte reißen nicht ab.", ["Gerüchte"]),
        ("gerücht", "Die Gerüchte reißen nicht ab.", []),
        ("meinen", "Sie meinen es gut. Ich suche meinen Hut.", ["meinen"]),
        ("vorgeblich", "Der vorgebliche Arzt war vorgeblich krank.", ["vorgebliche", "vorgeblich"]),
        ("andeuten", "Der Chef deutete einen Verkauf an.", ["deutete … an"]),
        ("andeuten", "Er hat es angedeutet, ohne mehr anzudeuten.", ["angedeutet", "anzudeuten"]),
        ("deuten", "Der Chef deutete einen Verkauf an.", []),
        ("deutet an", "Sie deuteten einen Verkauf an.", ["deuteten … an"]),
        ("nach Lage der Dinge", "Nach Lage der Dinge endet das bald.", ["Nach Lage der Dinge"]),
        ("nach Lage der Dinge", "Er sprach nach Lage. Der Dinge harrte er.", []),
    ],
)
def test_an_added_cue_counts_in_its_forms(word: str, text: str, found: list[str]) -> None:
    hedges = result(text, hedge(word)).hedges
    assert [one.cue for one in hedges if one.rule == f"own:{word}"] == found
    assert not found or {one.kind for one in hedges if one.rule == f"own:{word}"} == {"hearsay"}


def test_an_added_cue_takes_the_place_of_what_is_found_there() -> None:
    text = "Möglicherweise kommt er morgen."
    assert cues(text) == [("Möglicherweise", "adverb")]
    assert cues(text, hedge("möglicherweise", "belief")) == [("Möglicherweise", "belief")]
    longer = hedge("möglicherweise kommt", "status")
    assert cues(text, hedge("möglicherweise"), longer) == [("Möglicherweise kommt", "status")]


def test_a_hedge_stands_in_its_statement_and_has_its_holder() -> None:
    said = result("„Man munkelt allerhand“, sagte Wirt Hans Moor. Man munkelt weiter.", hedge("munkeln"))
    assert [(one.holder, one.statement) for one in said.hedges] == [("source", said.statements[0].id), ("author", None)]


TOLD = "Der Wirt soll das Geld genommen haben. Wohl kaum ein Gast isst das. Möglicherweise irrt er."


@pytest.mark.parametrize(
    ("word", "left"),
    [
        ("sollen", ["Wohl kaum", "Möglicherweise"]),
        ("soll", ["Wohl kaum", "Möglicherweise"]),
        ("soll … haben", ["Wohl kaum", "Möglicherweise"]),
        ("rule:soll-perfect", ["Wohl kaum", "Möglicherweise"]),
        ("wohl kaum", ["soll … haben", "Möglicherweise"]),
        ("möglicherweise", ["soll … haben", "Wohl kaum"]),
        ("nehmen", ["soll … haben", "Wohl kaum", "Möglicherweise"]),
    ],
)
def test_a_removed_cue_is_gone_wherever_it_is_the_cue(word: str, left: list[str]) -> None:
    assert [cue for cue, _ in cues(TOLD, OwnWord("hedge", "remove", word))] == left


def test_a_reclassed_cue_counts_only_where_it_is_found() -> None:
    text = "Das ist wohl wahr. Er weiß das sehr wohl."
    assert cues(text) == [("wohl", "adverb")]
    assert cues(text, OwnWord("hedge", "reclass", "wohl", "belief")) == [("wohl", "belief")]
    assert cues(text, OwnWord("hedge", "reclass", "rule:wohl", "belief")) == [("wohl", "belief")]
    assert cues(text, hedge("wohl", "belief")) == [("wohl", "belief"), ("wohl", "belief")]


def test_the_rules_that_a_list_takes_away_are_told() -> None:
    assert result(TOLD, OwnWord("hedge", "remove", "sollen")).dropped_rules == ("soll-perfect",)
    assert result(TOLD).dropped_rules == ()


@pytest.mark.parametrize(
    ("row", "before", "after"),
    [
        (OwnWord("stance", "add", "sagen", "judging"), "neutral", "judging"),
        (OwnWord("stance", "remove", "sagen"), "neutral", "neutral"),
    ],
)
def test_an_added_stance_cue_presents_statements(row: OwnWord, before: str, after: str) -> None:
    text = "Der Minister sagte, die Lage sei ernst."
    assert [result(text).statements[0].stance, result(text, row).statements[0].stance] == [before, after]


@pytest.mark.parametrize("word", ["einräumen", "räumt ein", "räumen ein"])
def test_a_separable_stance_verb_is_one_word(word: str) -> None:
    text = "Der Minister räumte ein, die Lage sei ernst."
    assert result(text).statements[0].stance == "endorsing"
    assert result(text, OwnWord("stance", "add", word, "distancing")).statements[0].stance == "distancing"
    assert result(text, OwnWord("stance", "remove", word)).statements[0].stance == "neutral"


def test_a_negated_or_withheld_statement_stays_neutral() -> None:
    row = OwnWord("stance", "add", "bestätigen", "judging")
    assert {one.stance for one in result("Der Minister bestätigte nicht, dass er gehe.", row).statements} == {"neutral"}


def events(text: str, *rows: OwnWord) -> int:
    return sum(one.event_words for one in result(text, *rows).sentences)


def tone(text: str, *rows: OwnWord) -> float:
    return result(text, *rows).sentences[0].tone


def test_event_words_are_added_and_removed_with_their_compounds() -> None:
    text = "Der Sturm und der Schneesturm zogen am Tannenfest vorbei, dann kam der Krieg."
    before = events(text)
    assert events(text, OwnWord("event", "add", "Fest")) == before + 1
    assert events(text, OwnWord("event", "remove", "Krieg")) == before - 1
    assert events(text, OwnWord("event", "add", "Fest"), OwnWord("event", "remove", "Krieg")) == before


def test_a_removed_event_word_counts_as_tone_unless_that_is_removed_too() -> None:
    text = "Dort herrscht Krieg."
    away = OwnWord("event", "remove", "Krieg")
    assert tone(text, away) < tone(text)
    assert tone(text, away) < tone(text, away, OwnWord("tone", "remove", "Krieg"))


@pytest.mark.parametrize(("value", "low", "high"), [("1", 0.1, 1.0), ("-1", -1.0, -0.1)])
@pytest.mark.parametrize("word", ["Stimmung", "Stimmungen", "schmählich", "begeistern"])
def test_a_tone_word_has_the_value_that_the_list_says(word: str, value: str, low: float, high: float) -> None:
    text = "Die schmählichen Stimmungen begeisterten."
    row = OwnWord("tone", "add", word, value)
    others = [OwnWord("tone", "remove", one) for one in ("Stimmung", "schmählich", "begeistern") if one[:5] != word[:5]]
    assert low <= tone(text, row, *others) <= high


def test_a_removed_tone_word_says_nothing() -> None:
    text = "Das war gut."
    assert tone(text) > 0.1
    assert abs(tone(text, OwnWord("tone", "remove", "gut"))) < abs(tone(text))
    # What the trained model knows of it is left out too, so nothing tells it from a word that nobody knows.
    away = [OwnWord("tone", "remove", word) for word in ("gut", "schlecht")]
    assert tone("Das war gut.", *away) == tone("Das war schlecht.", *away)


def test_a_tone_word_of_ones_own_is_no_event_word() -> None:
    text = "Dort herrscht Krieg."
    assert events(text) == 1
    assert events(text, OwnWord("tone", "add", "Krieg", "-0,5")) == 0
    assert events(text, OwnWord("tone", "add", "Krieg", "-0,5"), OwnWord("event", "add", "Krieg")) == 1


def test_an_empty_list_changes_nothing() -> None:
    assert result(TOLD) == analyse(Article("a", TOLD))


def test_the_time_is_linear_however_long_the_list() -> None:
    rows = tuple(hedge(f"nach {'a' * n} {m}b") for n in range(1, 40) for m in range(40))
    document = tagged("nach " + "a " * 400 + ". " + "Er ging nach Hause. " * 1000)
    with using(OwnWords(rows)):
        apply_own(document, (), ())  # the tables are made once
        began = time.perf_counter()
        apply_own(document, (), ())
        long = time.perf_counter() - began
    with using(OwnWords(rows[:1])):
        apply_own(document, (), ())
        began = time.perf_counter()
        apply_own(document, (), ())
        assert long < 10 * (time.perf_counter() - began) + 0.05

"""Corrections laid over results: what people said stands, and what follows from it follows."""

from dataclasses import replace

import pytest

from analysis.corrections.apply import correct, differences
from analysis.corrections.matching import match, overlap
from analysis.model import Article, ArticleResult, Hedge, Source, Statement
from analysis.pipeline import analyse
from analysis.storage.correction import Correction, from_text, spans_from, spans_text, to_text
from analysis.tables.frames import frames

TEXT = (
    "Streit um die Brücke\n\n"
    "Die Brücke könnte bald gesperrt werden, sagte Bürgermeisterin Anna Lorenz am Montag. "
    "„Wir warten auf das Gutachten“, sagte Lorenz. Möglicherweise kommt es morgen."
)
POLICE = Source("Polizei", "DE", "justice", "justice", "role")


@pytest.fixture(scope="module")
def result() -> ArticleResult:
    return analyse(Article("b", TEXT))


def first(result: ArticleResult) -> Statement:
    return result.statements[0]


def said(thing: Statement | Hedge, label: Statement | Hedge | None, number: int = 1, **more: str) -> Correction:
    kind = "statement" if isinstance(thing, Statement) else "hedge"
    target = thing.quote if isinstance(thing, Statement) else thing.spans
    return Correction("key", kind, target, label, "AL", number=number, **more)


def at(words: str) -> tuple[tuple[int, int], ...]:
    return ((TEXT.index(words), TEXT.index(words) + len(words)),)


def test_a_confirmed_thing_is_told_apart_and_else_the_same(result: ArticleResult) -> None:
    done = correct(result, [said(first(result), first(result))])
    assert done.result.statements == (replace(first(result), origin="confirmed"), *result.statements[1:])
    assert done.result.hedges == result.hedges
    assert done.found == {1: first(result)}


def test_what_follows_from_a_source_follows_anew(result: ArticleResult) -> None:
    label = replace(first(result), source=POLICE, stance="denying")
    rows = frames([correct(result, [said(first(result), label)]).result])
    row = rows["statements"].iloc[0]
    assert [row[name] for name in ("entity", "category", "naming", "anonymity", "stance", "origin")] == [
        "Polizei", "justice", "role", "office", "denying", "corrected",
    ]  # fmt: skip
    assert rows["hedges"]["category"].iloc[0] == "justice"
    assert list(rows["hedges"]["origin"]) == ["machine"] * 2


def test_a_shorter_quote_counts_its_own_words_and_lets_go_of_its_hedges(result: ArticleResult) -> None:
    before = frames([result])["statements"].iloc[0]
    assert before["hedges"] == 1
    label = replace(first(result), quote=at("bald gesperrt werden"), frame=())
    rows = frames([correct(result, [said(first(result), label)]).result])
    row = rows["statements"].iloc[0]
    assert (row["quote"], row["words"], row["hedges"], row["statement"]) == (
        "bald gesperrt werden", 3, 0, before["statement"],
    )  # fmt: skip
    assert rows["hedges"]["statement"].isna().tolist() == [True, True]
    assert rows["hedges"]["holder"].tolist() == ["author", "author"]


def test_a_rejected_statement_is_left_out_of_everything(result: ArticleResult) -> None:
    rows = frames([correct(result, [said(s, None, n) for n, s in enumerate(result.statements, 1)]).result])
    assert len(rows["statements"]) == 0
    assert rows["articles"][["statements", "words_quoted"]].to_numpy().tolist() == [[0, 0]]
    assert set(rows["sentences"]["voice"]) == {"author"}
    assert rows["hedges"]["statement"].isna().all()


def test_an_added_statement_takes_its_place_in_the_text(result: ArticleResult) -> None:
    headline = Statement("", "reported", "body", at("Streit um die Brücke"), source=POLICE, confidence=1.0)
    added = Hedge(at("morgen"), "morgen", "adverb", "author", None, "hand")
    done = correct(result, [said(headline, headline, 7), said(added, added, 8)]).result
    added_one = done.statements[0]
    assert (added_one.id, added_one.origin, added_one.section) == ("h7", "added", "headline")
    assert len({s.id for s in done.statements}) == len(done.statements) == len(result.statements) + 1
    assert [h.origin for h in done.hedges] == ["machine", "machine", "added"]


def test_a_hedge_is_reclassed_or_rejected(result: ArticleResult) -> None:
    one, other = result.hedges
    label = replace(one, kind="hearsay")
    done = correct(result, [said(one, label, 1), said(other, None, 2)])
    assert [(h.kind, h.origin, h.statement) for h in done.result.hedges] == [("hearsay", "corrected", "s1")]
    assert frames([done.result])["articles"]["hedges"].tolist() == [1]
    assert done.found == {1: one, 2: other}


def test_the_last_word_counts_and_what_was_taken_back_does_not(result: ArticleResult) -> None:
    statement = first(result)
    corrections = [
        said(statement, None, 1),
        said(statement, replace(statement, type="reported"), 2),
        said(statement, replace(statement, type="direct"), 3, undone="2026-01-01"),
    ]
    assert correct(result, corrections).result.statements[0].type == "reported"
    assert correct(result, [replace(c, undone="x") for c in corrections]).result == result


def moved(result: ArticleResult, quote: tuple[tuple[int, int], ...]) -> ArticleResult:
    """The result as another version would find it: with other bounds of its first statement."""
    return replace(result, statements=(replace(first(result), quote=quote, id="s9"), *result.statements[1:]))


def test_a_correction_finds_its_statement_where_the_bounds_have_moved(result: ArticleResult) -> None:
    label = replace(first(result), source=POLICE)
    again = moved(result, at("könnte bald gesperrt werden"))
    done = correct(again, [said(first(result), label)]).result
    assert len(done.statements) == len(result.statements)
    assert (done.statements[0].id, done.statements[0].quote) == ("s9", first(result).quote)
    assert (done.statements[0].source, done.statements[0].origin) == (POLICE, "corrected")


def test_what_is_no_longer_found_stands_by_itself_or_has_nothing_to_reject(result: ArticleResult) -> None:
    gone = replace(result, statements=result.statements[1:])
    label = replace(first(result), source=POLICE)
    done = correct(gone, [said(first(result), label, 4)])
    alone = done.result.statements[0]
    assert (alone.id, alone.origin) == ("h4", "added")
    assert done.found == {4: None}
    done = correct(gone, [said(first(result), None, 4)])
    assert done.result.statements == gone.statements
    assert done.found == {4: None}


def test_an_added_statement_that_is_found_later_is_no_second_one(result: ArticleResult) -> None:
    missed = replace(result, statements=result.statements[1:])
    correction = said(first(result), replace(first(result), rule="hand"))
    assert len(correct(missed, [correction]).result.statements) == len(result.statements)
    done = correct(result, [correction]).result
    assert len(done.statements) == len(result.statements)
    assert done.statements[0].origin == "confirmed"


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (((0, 10),), ((0, 10),), 1.0),
        (((0, 10),), ((5, 15),), 1 / 3),
        (((0, 4), (6, 10)), ((0, 10),), 0.8),
        (((0, 4),), ((4, 8),), 0.0),
        ((), ((0, 1),), 0.0),
        ((), (), 0.0),
    ],
)
def test_overlap_is_the_share_of_common_characters(one: tuple, other: tuple, share: float) -> None:
    assert overlap(one, other) == overlap(other, one) == pytest.approx(share)


def test_each_place_is_matched_once_and_the_best_pair_first() -> None:
    targets = [((0, 10),), ((0, 12),), ((40, 50),)]
    assert match(targets, [((0, 12),)]) == {1: 0}
    assert match(targets, [((0, 10),), ((0, 12),), ((46, 60),)]) == {0: 0, 1: 1}
    assert match([((0, 10),), ((0, 10),)], [((0, 10),)]) == {0: 0}


def test_labels_are_written_and_read_whole(result: ArticleResult) -> None:
    for thing in (*result.statements, *result.hedges):
        kind = "statement" if isinstance(thing, Statement) else "hedge"
        assert from_text(to_text(thing), kind) == thing
    assert from_text(to_text(None), "hedge") is None
    newer = to_text(first(result)).replace('{"id"', '{"no_such_field": 1, "id"')
    assert from_text(newer, "statement") == first(result)
    assert spans_from(spans_text(((1, 2), (3, 4)))) == ((1, 2), (3, 4))


def test_differences_name_the_columns(result: ArticleResult) -> None:
    statement = first(result)
    assert differences(statement, replace(statement, confidence=0.1, rule="x", id="y")) == {}
    other = replace(statement, withheld=True, source=POLICE)
    assert differences(statement, other)["withheld"] == ("False", "True")
    assert differences(statement, other)["entity"] == ("Anna Lorenz", "Polizei")
    hedge = result.hedges[0]
    assert differences(hedge, replace(hedge, kind="status")) == {"class": ("modal", "status")}

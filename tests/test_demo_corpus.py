"""The demo corpus and its gold are well-formed and cover every value of the vocabulary."""

import json
from collections import Counter
from datetime import date
from itertools import pairwise
from typing import Any, get_args

import pytest

from analysis.model import HedgeClass, Holder, Naming, SectionName, Stance, StatementType
from analysis.taxonomy import CATEGORIES, INSTITUTIONS, category
from tests.gold.compile_gold import GOLD, MARKER, compile_gold, find_one, paragraphs, read_corpus

CORPUS = {article["id"]: article for article in read_corpus()}
_GOLD = json.loads((GOLD / "demo.json").read_text(encoding="utf-8"))
ANNOTATED: dict[str, dict[str, Any]] = {article["id"]: article for article in _GOLD["articles"]}
STATEMENTS = [(key, found) for key, article in ANNOTATED.items() for found in article["statements"]]
HEDGES = [(key, found) for key, article in ANNOTATED.items() for found in article["hedges"]]
DIRECT = [found["quote_text"] for _, found in STATEMENTS if found["type"] == "direct"]
COUNTED = [found for _, found in STATEMENTS if not found["optional"]]
ROLES = ("quote", "speaker", "cue", "addressee")


def story(key: str) -> str:
    return key.split("-")[0]


@pytest.mark.parametrize("article", CORPUS.values(), ids=CORPUS)
def test_article_is_complete_and_marked_as_invented(article: dict[str, str]) -> None:
    assert set(article) == {"id", "title", "outlet", "published", "url", "author", "note", "text"}
    assert all(article.values())
    assert article["note"] in article["text"]
    assert article["text"].startswith(f"{article['title']}\n\n")
    assert article["text"].endswith(f"\n\n{MARKER}\n")
    assert article["url"].startswith("https://example.org/")
    assert 150 <= len(article["text"].split()) <= 400


def test_three_stories_in_different_weeks_each_told_by_four_outlets() -> None:
    assert len(CORPUS) >= 12
    weeks = set()
    for name in {story(key) for key in CORPUS}:
        told = [article for key, article in CORPUS.items() if story(key) == name]
        days = [date.fromisoformat(article["published"]) for article in told]
        assert len({article["outlet"] for article in told}) == 4
        assert (max(days) - min(days)).days <= 2
        weeks.add(min(days).isocalendar()[:2])
    assert len(weeks) == 3


def test_outlets_lean_on_different_sources() -> None:
    def share(outlet: str, wanted: set[str]) -> float:
        rolls = [x["source"]["category"] for key, x in STATEMENTS if CORPUS[key]["outlet"] == outlet]
        return sum(roll in wanted for roll in rolls) / len(rolls)

    outlets = {article["outlet"] for article in CORPUS.values()}
    german, eastern = {"german_government", "politics"}, {"kremlin", "state_media"}
    assert max(outlets, key=lambda outlet: share(outlet, german)) == "Hauptstadt-Kurier"
    assert max(outlets, key=lambda outlet: share(outlet, eastern)) == "Ostwind aktuell"
    hedges = Counter(CORPUS[key]["outlet"] for key, _ in HEDGES)
    assert hedges.most_common(1)[0][0] == "Die Gegenprobe"


def test_gold_is_what_the_tables_compile_to() -> None:
    assert json.loads(json.dumps(list(compile_gold()["articles"]))) == list(ANNOTATED.values())
    assert list(ANNOTATED) == list(CORPUS)


@pytest.mark.parametrize(("key", "found"), STATEMENTS)
def test_statement_is_well_formed(key: str, found: dict[str, Any]) -> None:
    text = CORPUS[key]["text"]
    assert found["quote"]
    for role in ROLES:
        assert " … ".join(text[start:end] for start, end in found[role]) == found[f"{role}_text"]
        assert all(before[1] <= after[0] for before, after in pairwise(found[role]))
    headline_end = len(CORPUS[key]["title"])
    assert (found["section"] == "headline") == (found["quote"][-1][1] <= headline_end)
    assert not found["withheld"] or found["stance"] == "neutral"
    assert (found["source"]["entity"] == "-") <= (found["source"]["naming"] == "none")
    for source in filter(None, (found["source"], found["via"])):
        assert source["category"] == category(source["country"], source["institution"])


@pytest.mark.parametrize("quote", DIRECT)
def test_direct_quotes_include_their_marks(quote: str) -> None:
    assert quote[0] in "„»“"
    assert quote[-1] in "“«"


@pytest.mark.parametrize(("key", "found"), HEDGES)
def test_hedge_is_well_formed(key: str, found: dict[str, Any]) -> None:
    text = CORPUS[key]["text"]
    assert " … ".join(text[start:end] for start, end in found["spans"]) == found["cue"]
    assert found["class"] in get_args(HedgeClass)
    assert found["holder"] in get_args(Holder)


def test_no_annotation_twice_and_none_in_the_marker() -> None:
    for name, key_of in (("statements", "quote"), ("hedges", "spans")):
        for key, article in ANNOTATED.items():
            spans = [json.dumps(found[key_of]) for found in article[name]]
            assert len(spans) == len(set(spans)), key
            end = paragraphs(CORPUS[key]["text"])[-1][1]
            assert all(found[key_of][-1][1] <= end for found in article[name])


@pytest.mark.parametrize(
    ("field", "wanted"),
    [("type", StatementType), ("stance", Stance), ("section", SectionName)],
)
def test_every_value_of_a_statement_occurs(field: str, wanted: Any) -> None:
    assert {found[field] for found in COUNTED} == set(get_args(wanted))


@pytest.mark.parametrize(
    ("field", "wanted"),
    [("naming", get_args(Naming)), ("institution", INSTITUTIONS), ("category", CATEGORIES)],
)
def test_every_value_of_a_source_occurs(field: str, wanted: tuple[str, ...]) -> None:
    assert {found["source"][field] for found in COUNTED} == set(wanted)


def test_every_class_of_hedge_occurs_with_either_holder() -> None:
    found = {(x["class"], x["holder"]) for _, x in HEDGES if not x["optional"]}
    assert found == {(kind, holder) for kind in get_args(HedgeClass) for holder in get_args(Holder)}


def test_relays_and_withheld_statements_occur_in_several_wordings() -> None:
    assert len({found["via"]["entity"] for found in COUNTED if found["via"]}) >= 5
    assert len({found["cue_text"] for found in COUNTED if found["withheld"]}) >= 8


def test_an_ambiguous_or_missing_snippet_stops_the_compilation() -> None:
    text = "Er sagte, er sagte es nicht."
    assert find_one("sagte@2", text, (0, len(text))) == (13, 18)
    for snippet in ("sagte", "fragte", "agte"):
        with pytest.raises(ValueError, match=snippet):
            find_one(snippet, text, (0, len(text)))

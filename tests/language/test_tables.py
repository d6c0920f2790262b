"""The packed tables of words and lemmas, the form table, and what happens where a model is missing."""

import lzma
from collections import Counter

import pytest

from analysis.language import word_table
from analysis.language.casing import true_case
from analysis.language.crf_weights import read_model
from analysis.language.lemmas import lemma, pack
from analysis.language.tagger_features import Features, shape
from analysis.resources import read_lexicon

ROWS = [("der", 5, -3.5), ("Haus", 0b1011, -9.25), ("haus", 0b1011, -14.0)]


def test_words_survive_packing() -> None:
    table = word_table.unpack(word_table.pack(ROWS))
    assert [table.bits(form) for form, _, _ in ROWS] == [5, 0b1011, 0b1011]
    assert [table.log_probability(form) for form, _, _ in ROWS] == [-3.5, -9.25, -14.0]
    assert table.bits("unbekannt") is None
    assert table.log_probability("unbekannt") < -14.0
    assert not table.prefers_lower("Haus")


def test_something_else_is_no_word_table() -> None:
    with pytest.raises(ValueError, match="word table"):
        word_table.unpack(lzma.compress(b"x" * 64))


def test_lemmas_are_packed_as_changes_of_the_ending() -> None:
    tables = {"finite": {"ging": "gehen"}, "participle": {}, "noun": {"Häuser": "Haus"}, "other": {}}
    assert lzma.decompress(pack(tables)).decode() == "ging\t3\tehen\n\n\n\nHäuser\t5\taus\n\n"


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("Rüstungsgespräche", "NN", "Rüstungsgespräch"),
        ("abgeholzt", "VVPP", "abholzen"),
        ("wegzuräumen", "VVIZU", "wegräumen"),
        ("zwitscherte", "VVFIN", "zwitschern"),
        ("mußte", "VMFIN", "müssen"),
        ("weltbekannten", "ADJA", "weltbekannt"),
        ("Paris", "NE", "Paris"),
        ("14.", "ADJA", "14."),
        ("x" * 5_000, "NN", "x" * 5_000),
    ],
)
def test_lemmas_of_forms_no_table_lists(form: str, tag: str, expected: str) -> None:
    assert lemma(form, tag) == expected


@pytest.mark.parametrize(
    ("form", "seen", "expected"),
    [
        ("Könnte", {}, "könnte"),
        ("Minister", {}, "Minister"),
        ("Un", {"Un": 2}, "Un"),
        ("Treffen", {"Treffen": 1}, "Treffen"),
        ("USA", {}, "USA"),
        ("heute", {}, "heute"),
    ],
)
def test_true_case(form: str, seen: dict[str, int], expected: str) -> None:
    assert true_case(form, Counter(seen), word_table.load_words()) == expected


@pytest.mark.parametrize(
    ("form", "expected"), [("US-Beamte", "X-Xx"), ("haus", "x"), ("1,5", "0,0"), ("B52", "X0"), ("…", "…")]
)
def test_shape(form: str, expected: str) -> None:
    assert shape(form) == expected


def test_every_word_of_a_sentence_gets_features() -> None:
    features = Features(word_table.unpack(word_table.pack(ROWS)))
    assert [len(part) > 5 for part in features.of(["der", "", "Haus"])] == [True] * 3
    assert features.of([]) == []


def test_a_missing_model_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"nowhere\.npz"):
        read_model("nowhere.npz")


def test_the_form_table_keeps_moods_and_indicatives_apart() -> None:
    rows = {(row["form"], row["infinitive"]): row for row in read_lexicon("konjunktiv")}
    assert rows["sei", "sein"]["mood"] == "K1"
    assert rows["gäbe", "geben"]["indicative"] == "-"
    assert rows["habe", "haben"]["indicative"] == "1"
    assert rows["sagte", "sagen"]["indicative"] == "13"
    assert ("haben", "haben") not in rows
    assert {row["mood"] for row in rows.values()} == {"K1", "K2"}

"""Training of the hedge weights: coded texts become rows, and what was learned decides as it was taught."""

import json
from pathlib import Path

import pytest

from analysis.certainty.decision import load_weights
from analysis.certainty.training import train
from analysis.certainty.training.corpora import Coded, Row, Text, analysed, read_articles, read_places, rows

HEDGED = "Der Streik könnte bis Freitag dauern."
PLAIN = "Damit der Streik enden könnte, verhandeln sie."


def text(name: str, sentence: str, *cues: str) -> Text:
    document, statements = analysed(sentence, None)
    spans = [(sentence.index(cue), sentence.index(cue) + len(cue)) for cue in cues]
    hedges = tuple(Coded((span,), "modal", "author", False) for span in spans)
    return Text(name, document, statements, hedges, None, 1.0)


def sample() -> list[Row]:
    texts = [text(f"a{n}", HEDGED, "könnte") for n in range(6)] + [text(f"b{n}", PLAIN) for n in range(6)]
    return [row for row in rows(texts) if row.candidate.entry == "könnte"]


def test_every_candidate_is_a_row_with_what_was_coded_there() -> None:
    found = sample()
    assert [row.coded is not None for row in found] == [True] * 6 + [False] * 6
    assert all(row.own and row.around for row in found)


def test_what_was_learned_decides_as_it_was_taught() -> None:
    taught = sample()
    model = train.fit(taught, train.hedge_features, train.is_hedge(taught))
    odds = [model.odds(train.hedge_features(row)) for row in taught]
    assert min(odds[:6]) > 0 > max(odds[6:])


def test_rare_features_teach_nothing() -> None:
    taught = [sample()[0], sample()[6]]
    assert not train.fit(taught, train.hedge_features, train.is_hedge(taught)).weights


def test_weights_are_read_as_they_were_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(train, "lexicon_path", lambda name: tmp_path / f"{name}.tsv")
    train.write("w", train.Model({("", "a"): 1.5, ("modal", "b"): -0.25, ("", "c"): 0.001}, -0.5), 0.1, "# Purpose: x")
    lines = (tmp_path / "w.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == [
        "feature\tunder\tweight",
        "(intercept)\t\t-0.500",
        "(threshold)\t\t0.100",
        "a\t\t1.500",
        "b\tmodal\t-0.250",
    ]


def test_reads_articles_coded_from_end_to_end(tmp_path: Path) -> None:
    row = {"doc": "1", "spans": [[11, 17]], "cue": "könnte", "class": "modal", "holder": "author", "optional": False}
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "1", "text": HEDGED}) + "\n", encoding="utf-8")
    (tmp_path / "h.json").write_text(json.dumps({"documents": ["1"], "hedges": [row]}), encoding="utf-8")
    (read,) = read_articles(tmp_path / "a.jsonl", tmp_path / "h.json")
    assert read.hedges == (Coded(((11, 17),), "modal", "author", False),)
    assert read.decided is None


def test_of_single_places_only_the_decided_ones_are_rows(tmp_path: Path) -> None:
    table = "# note\ntext\tspans\thedge\tclass\tholder\nx\t[[11,17]]\t0\t\t\n"
    (tmp_path / "p.tsv").write_text(table, encoding="utf-8")
    (read,) = read_places([("x", HEDGED + " Vielleicht endet er."), ("y", HEDGED)], tmp_path / "p.tsv")
    assert [(row.spans, row.coded) for row in rows([read])] == [(((11, 17),), None)]


@pytest.mark.parametrize("name", ["hedge_weights", "holder_weights"])
def test_the_weights_of_the_project_have_features_of_the_code(name: str) -> None:
    weights = load_weights(name)
    known = {feature for row in sample() for feature in (*row.around, *row.holder[0])}
    assert known & (weights.general.keys() | {feature for table in weights.under.values() for feature in table})
    assert weights.intercept


def test_surroundings_name_each_feature_once() -> None:
    (row, *_) = sample()
    assert len(row.around) == len(set(row.around))

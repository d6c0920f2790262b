"""The JSON object has the keys and types that the design's example shows, and nothing else."""

import json

from analysis.export.json_result import to_json, to_line
from tests.factories import TEXT, example

SPANS = [[0, 40]]
EXAMPLE = {
    "id": "x", "title": "x", "outlet": None, "published": None, "url": None,
    "statements": [{"id": "x", "type": "x", "section": "x", "quote": SPANS, "speaker": SPANS, "cue": SPANS,
                    "frame": SPANS, "addressee": SPANS, "stance": "x", "withheld": False,
                    "source": {"entity": "x", "country": "x", "institution": "x", "category": "x",
                               "naming": "x"},
                    "via": None, "confidence": 0.93, "rule": "x"}],
    "hedges": [{"spans": SPANS, "cue": "x", "class": "x", "holder": "x", "statement": "x", "rule": "x"}],
    "subjunctives": [{"span": [60, 65], "verb": "x", "mood": "x"}],
    "sentences": [{"span": [0, 120], "voice": "x", "textblob": 0.0, "tone": -0.2, "event_words": 1}],
    "tone": {"label": "x", "score": -0.2, "textblob": 0.0},
}  # fmt: skip
NULLABLE = {"title", "outlet", "published", "url", "source", "via", "statement"}


def conforms(value: object, pattern: object, name: str = "") -> bool:
    if value is None:
        return name in NULLABLE
    if isinstance(pattern, dict):
        return (
            isinstance(value, dict)
            and list(value) == list(pattern)
            and all(conforms(value[key], pattern[key], key) for key in pattern)
        )
    if isinstance(pattern, list):
        return isinstance(value, list) and all(conforms(item, pattern[0], name) for item in value)
    return pattern is None or type(value) is type(pattern)


def test_every_key_and_type_is_as_in_the_example() -> None:
    whole = to_json(example())
    assert conforms(whole, EXAMPLE)
    assert [len(whole[name]) for name in ("statements", "hedges", "subjunctives", "sentences")] == [
        3,
        2,
        2,
        5,
    ]


def test_a_via_has_the_shape_of_a_source_and_its_kind() -> None:
    first = to_json(example())["statements"][0]
    assert list(first["source"]) == list(EXAMPLE["statements"][0]["source"])
    assert list(first["via"]) == [*first["source"], "kind"]
    assert (first["via"]["entity"], first["via"]["kind"]) == ("TASS", "relay")


def test_spans_cut_the_text_given() -> None:
    whole = to_json(example())
    ((start, end),) = whole["statements"][0]["quote"]
    assert TEXT[start:end] == "die Gespräche könnten\nbald beginnen"
    start, end = whole["subjunctives"][1]["span"]
    assert TEXT[start:end] == "sei"


def test_numbers_have_four_digits_and_no_negative_zero() -> None:
    whole = to_json(example())
    assert whole["statements"][0]["confidence"] == 0.9346
    assert whole["tone"]["score"] == -0.1235
    assert str(whole["tone"]["textblob"]) == "0.0"


def test_a_line_is_one_line_and_reads_back() -> None:
    line = to_line(example(title="Zwei\nZeilen"))
    assert "\n" not in line
    assert "Gespräche" not in line
    assert "könnten" in line
    assert json.loads(line) == to_json(example(title="Zwei\nZeilen"))


def test_a_line_can_be_encoded_whatever_the_input_held() -> None:
    line = to_line(example(title="halb \ud83d Zeichen"))
    assert json.loads(line.encode())["title"] == "halb \ufffd Zeichen"

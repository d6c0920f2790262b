"""Passages as the lists behind a figure show them: the sentence with its words set off, who, where and which rule."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from analysis.corrections.places import occurrences
from analysis.model import Spans
from analysis.storage.correction import spans_from
from dashboard.i18n import labels
from dashboard.i18n.language import say
from dashboard.templates import fill

Pieces = list[tuple[str, bool]]
_FACTS = {"statements": ("entity", "type", "stance"), "hedges": ("class", "holder"), "sentences": ("voice",)}
_KEYS = {"statements": "statement", "hedges": "hedge", "sentences": "number"}
_ACTS = ("open", "right", "reject", "edit", "undo")
_SIGNS = {"statements": "s", "hedges": "h", "sentences": "t"}


class Passage(NamedTuple):
    """One row of a list: its article, what it is called there, the sentence in pieces, and what is known of it."""

    article: str
    name: str
    pieces: Pieces
    facts: str
    by_hand: str
    """What a person has said about it, in words; "" for nothing."""


def passages(rows: pd.DataFrame, table: str, texts: Mapping[str, str]) -> list[Passage]:
    """The rows of a result table as passages; ``texts`` are those of their articles by key, where known."""
    return [_passage(row, table, texts.get(str(row["article"]), "")) for row in rows.to_dict("records")]


def _passage(row: Mapping[Any, Any], table: str, text: str) -> Passage:
    facts = [labels.say(name, str(row[name])) for name in _FACTS[table]]
    if table == "hedges":
        facts[-1] = say("evidence.holder", holder=facts[-1])
    if table == "sentences":
        facts.append(say("evidence.tone", value=labels.number(float(row["tone"]), 2)))
    else:
        facts.append(say("evidence.rule", rule=row["rule"]))
    place = [
        labels.day(value) if name == "published" else value
        for name in ("outlet", "published", "title")
        if isinstance(value := row[name], str)
    ]
    return Passage(
        str(row["article"]),
        f"{_SIGNS[table]}:{row[_KEYS[table]]}",
        _pieces(row, table, text),
        " · ".join([*facts, *place]),
        labels.ORIGIN[origin] if (origin := str(row.get("origin", "machine"))) != "machine" else "",
    )


def _pieces(row: Mapping[Any, Any], table: str, text: str) -> Pieces:
    """The sentence with the words that the row is about set off: by their place in the text, else by their wording."""
    sentence = str(row["sentence"])
    if table == "sentences":
        return [(sentence, False)]
    spans = spans_from(str(row["spans"]))
    if text and (found := in_text(text, sentence, spans)):
        return found
    words = str(row["cue"] if table == "hedges" else row["quote"])
    return highlight(sentence, *(words.split(" … ") if table == "hedges" else _parts(words, spans)))


def in_text(text: str, sentence: str, spans: Spans) -> Pieces:
    """The sentence in pieces, with True those under ``spans``; empty where it does not stand around them."""
    at = spans[0][0] if spans else -1
    places = (place for place in occurrences(text, sentence) if place[0][0] <= at < place[-1][1])
    pieces: Pieces = []
    for number, (start, end) in enumerate(next(places, ())):
        pieces += [(" … ", False)] * (number > 0)
        for begin, stop in spans:
            if start <= begin < end:
                pieces += [(text[start:begin], False), (text[begin : min(stop, end)], True)]
                start = min(stop, end)
        pieces.append((text[start:end], False))
    # Breaks of lines and blanks that hold words together read as blanks, as in the tables.
    return [(re.sub(r"\s+", " ", words), marked) for words, marked in pieces]


def _parts(words: str, spans: Spans) -> list[str]:
    """The words of a quote of several spans, piece by piece where their lengths tell them apart."""
    lengths = [end - start for start, end in spans]
    if sum(lengths) + len(lengths) - 1 != len(words):
        return [words]
    starts = [sum(lengths[:number]) + number for number in range(len(lengths))]
    return [words[start : start + length] for start, length in zip(starts, lengths, strict=True)]


def highlight(sentence: str, *marked: str) -> Pieces:
    """The sentence in pieces, with True those that are marked, each as whole words after the one before."""
    pieces: Pieces = []
    rest = sentence
    for words in filter(None, marked):
        # Within another word ("offenbar" in "offenbarte") it is not what was found.
        if found := re.search(rf"(?<!\w){re.escape(words)}(?!\w)", rest):
            pieces += [(rest[: found.start()], False), (found.group(), True)]
            rest = rest[found.end() :]
    return [*pieces, (rest, False)]


def list_html(found: list[Passage], first: int = 1, said: Mapping[int, str] | None = None, *, acts: bool = False,
              judged: bool = False, named: bool = False) -> str:  # fmt: skip
    """The passages as a list counted from ``first``; all of it escaped.

    ``said`` are the verdicts given here, by position. With ``acts`` each has its buttons: to open it, and where
    passages can be ``judged``, to confirm, reject or correct it; those wait until it is known who says so (``named``).
    """
    verdicts = {place: labels.VERDICT[verdict] for place, verdict in (said or {}).items()}
    return fill("review/passages.html", items=found, first=first, said=verdicts, judged=judged, named=named,
                acts={act: say(f"evidence.act_{act}") for act in _ACTS} if acts else {})  # fmt: skip

"""An article as HTML with its statements, speakers, cues and hedges marked in the running text and at its margin.

The kinds of mark differ in form, not only in colour: a quote has a numbered badge and a line under it whose pattern
tells the type, a speaker is a chip, a cue italic, a hedge wavy with a letter for its class. Everything from the article
is escaped. Every stretch of text carries its first character (``data-a``), so that a browser can tell what was marked.
"""

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from analysis.certainty.boosters import find_markers
from analysis.language.engine import load_engine
from analysis.model import Marker, Span
from analysis.reading.page.layout import lay_out
from dashboard.i18n import labels
from dashboard.i18n.language import say
from dashboard.reader.tooltips import BY_HAND, hint, short, tip
from dashboard.templates import fill

LAYERS = ("quote", "speaker", "cue", "hedge", "margin", "marker")
"""What can be shown or left out."""
SHOWN = ("quote", "speaker", "cue", "hedge", "margin")
"""What is shown at first."""


class Mark(NamedTuple):
    """One marked stretch of characters."""

    start: int
    end: int
    kind: str
    """quote, speaker, cue, hedge, sentence, or the layer of a marker: booster or approximator."""
    row: int
    """Position of the statement, hedge or marker in its frame; of a sentence its number."""


class Found(NamedTuple):
    """What is marked: the store's rows of this article in text order, boosters and approximators, which layers."""

    frames: Mapping[str, pd.DataFrame]
    markers: Sequence[Marker] = ()
    layers: Collection[str] = SHOWN
    chosen: str = ""
    """What is chosen, as ``component.choose`` has it: a sentence is marked only while it is chosen."""


def legend_html(layers: Collection[str] = SHOWN) -> str:
    """What the marks mean, each shown in its own form."""
    hedges = ((name, labels.HEDGE_LETTER[name], label) for name, label in labels.HEDGE_CLASS.items())
    return fill("reader/legend.html", layers=layers, types=labels.TYPE.items(), hedges=hedges,
                  markers=labels.LAYER.items())  # fmt: skip


def markers_in(text: str) -> tuple[Marker, ...]:
    """The boosters and approximators of an article, read from its text: the store does not keep them."""
    return find_markers(load_engine().tag(text, lay_out(text).sections))


def windows(text: str, size: int = 30_000) -> list[Span]:
    """The text in stretches of at most ``size`` characters, as a browser can show them, cut between lines or words."""
    found: list[Span] = []
    start = 0
    while len(text) - start > size:
        breaks = (text.rfind(sign, start + 1, start + size) + 1 for sign in ("\n", " "))
        end = next((place for place in breaks if place > 0), start + size)
        found.append((start, end))
        start = end
    return [*found, (start, len(text))]


def article_html(text: str, found: Found, offset: int = 0) -> str:
    """The article's text with its marks.

    ``text`` may be a stretch of the article that begins at character ``offset``; markers count from there.
    """
    marks = _marks(found, (offset, offset + len(text)))
    page = _Page(found, offset, marks)
    pieces: dict[int, list[Piece]] = defaultdict(list)
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    for start, end, active, opening in _segments(text, marks):
        line = bisect_right(starts, start) - 1
        pieces[line].append(page.piece(start, text[start:end].strip("\n"), active, opening))
    kinds = _kinds(text, found.frames["sentences"], offset)
    lines = [(kinds[line], those) for line, those in sorted(pieces.items())]
    return fill("reader/article.html", lines=lines, margin={"margin", "quote"} <= {*found.layers})


class Badge(NamedTuple):
    """The number of a statement where its quote begins, with its tip and its label at the margin."""

    name: str
    signs: str
    number: str
    label: str
    tip: str
    entity: str
    short: str
    colour: str


class Piece(NamedTuple):
    """One stretch of a line under the same marks, after the badges of the statements that begin there."""

    badges: Sequence[Badge]
    at: int
    text: str
    classes: str = ""
    title: str = ""
    colour: str = ""
    things: str = ""
    letters: str = ""


class _Page:
    """What the pieces of one page show: their marks, and the statements that begin there."""

    def __init__(self, found: Found, offset: int, marks: list[Mark]) -> None:
        self._statements = found.frames["statements"].to_dict("records")
        self._hedges = found.frames["hedges"].to_dict("records")
        self._markers, self._offset = found.markers, offset
        self._first: dict[int, int] = {}
        for mark in marks:
            if mark.kind == "quote":
                self._first[mark.row] = min(mark.start, self._first.get(mark.row, mark.start))

    def _begins(self, mark: Mark) -> bool:
        """Whether a statement's quote begins here: there its badge stands, not at each of its pieces."""
        return mark.kind == "quote" and mark.start == self._first[mark.row]

    def piece(self, start: int, text: str, active: list[Mark], opening: list[Mark]) -> Piece:
        """One stretch of a line; ``opening`` are those of its marks that begin with it."""
        badges = [self._badge(mark.row) for mark in opening if self._begins(mark)]
        if not active:
            return Piece(badges, self._offset + start, text)
        classes = [name for mark in active for name in self._classes(mark)]
        speakers = [mark.row for mark in active if mark.kind == "speaker"]
        return Piece(
            badges,
            self._offset + start,
            text,
            " ".join(dict.fromkeys(classes)),
            next((self._title(mark) for mark in reversed(active) if mark.kind != "sentence"), ""),
            self._colour(speakers[-1]) if speakers else "",
            " ".join(self._name(mark) for mark in active if mark.kind in ("quote", "hedge", "sentence")),
            "".join(labels.HEDGE_LETTER[str(self._hedges[m.row]["class"])] for m in active if m.kind == "hedge"),
        )

    def _badge(self, row: int) -> Badge:
        statement = self._statements[row]
        number = str(statement["statement"]).removeprefix("s").replace("h", "+")
        told = tip(statement)
        return Badge(
            name=f"s:{statement['statement']}",
            signs=("⊘ " if statement["withheld"] else "") + BY_HAND.get(str(statement["origin"]), ""),
            number=number,
            label=say("reader.statement", number=number, told=told.split("\n")[0]),
            tip=told,
            entity=labels.say("entity", str(statement["entity"])),
            short=short(statement),
            colour=self._colour(row),
        )

    def _colour(self, row: int) -> str:
        category = str(self._statements[row]["category"])
        return labels.CATEGORY_COLOUR.get(category, labels.CATEGORY_COLOUR["unknown"])

    def _classes(self, mark: Mark) -> list[str]:
        if mark.kind == "quote":
            return ["ql-quote", f"ql-{self._statements[mark.row]['type']}"]
        if mark.kind == "hedge":
            return ["ql-hedge", f"ql-{self._hedges[mark.row]['class']}"]
        return [f"ql-{mark.kind}"]

    def _title(self, mark: Mark) -> str:
        if mark.kind == "hedge":
            return hint(self._hedges[mark.row])
        if mark.kind in ("booster", "approximator"):
            marker = self._markers[mark.row]
            return f"{labels.LAYER[marker.layer]}: {marker.cue}\n{say('reader.rule', rule=marker.rule)}"
        return tip(self._statements[mark.row])

    def _name(self, mark: Mark) -> str:
        if mark.kind == "quote":
            return f"s:{self._statements[mark.row]['statement']}"
        return f"h:{self._hedges[mark.row]['hedge']}" if mark.kind == "hedge" else f"t:{mark.row}"


def _kinds(text: str, sentences: pd.DataFrame, offset: int) -> list[str]:
    """Of each line whether it is headline or body, or was skipped as no part of the article."""
    spans = sentences.sort_values("start")
    starts, ends, sections = ([*spans[name]] for name in ("start", "end", "section"))
    kinds = []
    at = offset
    for line in text.split("\n"):
        number = bisect_right(ends, at)
        inside = number < len(starts) and starts[number] < at + len(line)
        kinds.append(str(sections[number]) if inside else "skipped")
        at += len(line) + 1
    return kinds


def _marks(found: Found, stretch: Span) -> list[Mark]:
    """What of the marks lies in the stretch, counted from its beginning."""
    statements, hedges = found.frames["statements"], found.frames["hedges"]
    columns = {"quote": statements["spans"], "speaker": statements["speaker_spans"], "cue": statements["cue_spans"],
               "hedge": hedges["spans"]}  # fmt: skip
    marks = [
        Mark(max(start, stretch[0]) - stretch[0], min(end, stretch[1]) - stretch[0], kind, row)
        for kind, column in columns.items()
        if kind in found.layers
        for row, spans in enumerate(column)
        for start, end in json.loads(spans or "[]")
        if start < stretch[1] and end > stretch[0]
    ]
    sentences = found.frames["sentences"]
    sentences = sentences[("t:" + sentences["number"].astype(str)) == found.chosen]
    marks += [
        Mark(max(start - stretch[0], 0), min(end, stretch[1]) - stretch[0], "sentence", int(number))
        for number, start, end in zip(sentences["number"], sentences["start"], sentences["end"], strict=True)
        if start < stretch[1] and end > stretch[0]
    ]
    layers = [Mark(*span, marker.layer, row) for row, marker in enumerate(found.markers) for span in marker.spans]
    return marks + layers


def _segments(text: str, marks: list[Mark]) -> Iterable[tuple[int, int, list[Mark], list[Mark]]]:
    """Cut the text at every mark's edge and line end: start, end, the marks that cover it, those that begin there."""
    opening, closing = defaultdict(list), defaultdict(list)
    for mark in marks:
        opening[mark.start].append(mark)
        closing[mark.end].append(mark)
    breaks = (at + 1 for at, sign in enumerate(text) if sign == "\n")
    edges = sorted({0, len(text), *opening, *closing, *breaks})
    active: list[Mark] = []
    for start, end in pairwise(edges):
        active = [mark for mark in active if mark.end > start] + opening[start]
        yield start, end, active, opening[start]

"""An article as HTML with its statements, speakers, cues and hedges marked in the running text and at its margin.

The kinds of mark differ in form, not only in colour: a quote has a numbered badge and a line under it whose pattern
tells the type, a speaker is a chip, a cue italic, a hedge wavy with a letter for its class. Everything from the article
is escaped. Every stretch of text carries its first character (``data-a``), so that a browser can tell what was marked.
"""

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from html import escape
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

LAYERS = ("quote", "speaker", "cue", "hedge", "margin", "marker")
"""What can be shown or left out."""
SHOWN = ("quote", "speaker", "cue", "hedge", "margin")
"""What is shown at first."""


class Mark(NamedTuple):
    """One marked stretch of characters."""

    start: int
    end: int
    kind: str
    """quote, speaker, cue, hedge, or the layer of a marker: booster or approximator."""
    row: int
    """Position of the statement, hedge or marker in its frame."""


class Found(NamedTuple):
    """What is marked: the store's rows of this article in text order, boosters and approximators, which layers."""

    frames: Mapping[str, pd.DataFrame]
    markers: Sequence[Marker] = ()
    layers: Collection[str] = SHOWN


def legend_html(layers: Collection[str] = SHOWN) -> str:
    """What the marks mean, each shown in its own form."""
    pieces = []
    if "quote" in layers:
        pieces += [f'<span class="ql-quote ql-{name}">{escape(label)}</span>' for name, label in labels.TYPE.items()]
    if "speaker" in layers:
        pieces.append(f'<span class="ql-speaker">{escape(say("reader.speaker"))}</span>')
    if "cue" in layers:
        pieces.append(f'<span class="ql-cue">{escape(say("reader.cue"))}</span>')
    if "hedge" in layers:
        pieces += [f"{_hedge_open(name)}{escape(label)}</span>" for name, label in labels.HEDGE_CLASS.items()]
    if "marker" in layers:
        pieces += [f'<span class="ql-{name}">{escape(label)}</span>' for name, label in labels.LAYER.items()]
    pieces.append(f'<span><span class="ql-badge">1</span> {escape(say("reader.number"))}</span>')
    pieces.append(f'<span class="ql-skipped">{escape(say("reader.skipped"))}</span>')
    return f'<div class="ql-text ql-legend">{"".join(f"<span>{piece}</span>" for piece in pieces)}</div>'


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
    page = _Page(text, found, offset, marks)
    lines: dict[int, list[str]] = defaultdict(list)
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    for start, end, active, opening in _segments(text, marks):
        line = bisect_right(starts, start) - 1
        lines[line] += [page.badge(mark.row) for mark in opening if page.begins(mark)]
        if piece := text[start:end].strip("\n"):
            lines[line].append(page.piece(start, piece, active))
    kinds = _kinds(text, found.frames["sentences"], offset)
    told = ((kinds[line], "".join(pieces)) for line, pieces in sorted(lines.items()))
    paragraphs = "".join(f'<p class="ql-{kind}">{html}</p>' for kind, html in told)
    margin = " ql-with-margin" if "margin" in found.layers and "quote" in found.layers else ""
    return f'<div class="ql-text{margin}">{paragraphs}</div>'


class _Page:
    """The pieces of one page: text with its marks, badges with their labels at the margin."""

    def __init__(self, text: str, found: Found, offset: int, marks: list[Mark]) -> None:
        self._statements = found.frames["statements"].to_dict("records")
        self._hedges = found.frames["hedges"].to_dict("records")
        self._markers, self._layers, self._offset = found.markers, found.layers, offset
        self._first: dict[int, int] = {}
        for mark in marks:
            if mark.kind == "quote":
                self._first[mark.row] = min(mark.start, self._first.get(mark.row, mark.start))

    def begins(self, mark: Mark) -> bool:
        """Whether a statement's quote begins here: there its badge stands, not at each of its pieces."""
        return mark.kind == "quote" and mark.start == self._first[mark.row]

    def piece(self, start: int, text: str, active: list[Mark]) -> str:
        """One stretch of a line with its marks."""
        classes, titles, things = [], [""], []
        for mark in active:
            classes += self._classes(mark)
            titles.append(self._title(mark))
            if mark.kind in ("quote", "hedge"):
                things.append(self._name(mark))
        attributes = [f'data-a="{self._offset + start}"']
        if classes:
            attributes.append(f'class="{" ".join(dict.fromkeys(classes))}"')
            attributes.append(f'title="{escape(titles[-1]).replace(chr(10), "&#10;")}"')
        if speakers := [mark.row for mark in active if mark.kind == "speaker"]:
            attributes.append(f'style="--ql-colour:{self._colour(speakers[-1])}"')
        if things:
            attributes.append(f'data-in="{escape(" ".join(things))}"')
        letters = [labels.HEDGE_LETTER[str(self._hedges[mark.row]["class"])] for mark in active if mark.kind == "hedge"]
        if letters:
            attributes.append(f'data-k="{"".join(letters)}"')
        return f"<span {' '.join(attributes)}>{escape(text)}</span>"

    def badge(self, row: int) -> str:
        """The number of a statement, with its tip and its label at the margin."""
        statement = self._statements[row]
        name = escape(f"s:{statement['statement']}")
        number = escape(str(statement["statement"]).removeprefix("s").replace("h", "+"))
        signs = ("⊘ " if statement["withheld"] else "") + BY_HAND.get(str(statement["origin"]), "")
        told = tip(statement)
        lines = "<br>".join(escape(line) for line in told.split("\n"))
        said = escape(say("reader.statement", number=number, told=told.split("\n")[0]))
        entity = escape(labels.say("entity", str(statement["entity"])))
        margin = (
            f'<span class="ql-margin" data-s="{name}" style="--ql-colour:{self._colour(row)}" aria-hidden="true">'
            f"<b>{number} {entity}</b><small>{escape(short(statement))}</small></span>"
        )
        return (
            f'<span class="ql-badge" data-s="{name}" tabindex="0" role="button" aria-label="{said}">{signs}{number}'
            f'<span class="ql-tip">{lines}</span></span>{margin if "margin" in self._layers else ""}'
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
        return f"h:{self._hedges[mark.row]['hedge']}"


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


def _hedge_open(name: str) -> str:
    return f'<span class="ql-hedge ql-{name}" data-k="{labels.HEDGE_LETTER[name]}">'

"""An article as HTML with its statements, speakers, cues and hedges marked in the running text.

The four kinds of mark differ in form, not only in colour: a quote has a numbered badge and a line under it whose
pattern tells the type, a speaker is bold, a cue italic, a hedge wavy. Everything from the article is escaped.
"""

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from analysis.certainty.layers import find_markers
from analysis.language.engine import load_engine
from analysis.model import Marker, Span
from analysis.reading.page import lay_out
from dashboard import labels

STYLE = """
<style>
.ql-text { line-height: 1.85; max-width: 46rem; font-size: 1.02rem; overflow-wrap: anywhere; }
.ql-text p { margin: 0 0 1em 0; }
.ql-quote { border-bottom: 2.5px solid #808890; padding: 1px 0; }
.ql-indirect { border-bottom-style: dashed; } .ql-subjunctive { border-bottom-style: dotted; }
.ql-reported { border-bottom-style: double; border-bottom-width: 4px; }
.ql-free_indirect { border-bottom-style: groove; border-bottom-width: 4px; }
.ql-speaker { font-weight: 700; } .ql-cue { font-style: italic; }
.ql-hedge { text-decoration: underline wavy #B8860B 1.5px; text-underline-offset: 3px; }
.ql-booster { text-decoration: overline 2px #0072B2; }
.ql-approximator { text-decoration: overline dotted 2px #0072B2; }
.ql-badge { position: relative; font-size: .72em; font-weight: 700; padding: 0 .38em; margin: 0 .2em 0 .1em;
  border-radius: .6em; border: 1.5px solid currentColor; cursor: help; white-space: nowrap; vertical-align: 1px; }
.ql-tip { display: none; position: absolute; left: 0; top: 1.7em; z-index: 9; width: 17rem; max-width: 70vw;
  white-space: normal; font-weight: 400; font-size: 1.15em; line-height: 1.4; padding: .6em .8em; border-radius: .4em;
  background: #1B2430; color: #FFFFFF; box-shadow: 0 2px 10px rgba(0,0,0,.35); }
.ql-badge:hover .ql-tip, .ql-badge:focus .ql-tip, .ql-badge:focus-within .ql-tip { display: block; }
.ql-tip b { font-weight: 700; }
.ql-headline { font-size: 1.35rem; line-height: 1.6; } .ql-skipped { opacity: .6; font-size: .92em; }
@media (max-width: 640px) { .ql-tip { position: fixed; inset: auto 1rem 1rem 1rem; width: auto; max-width: none; } }
.ql-legend span { margin-right: 1.2em; white-space: nowrap; display: inline-block; }
</style>
"""


class Mark(NamedTuple):
    """One marked stretch of characters."""

    start: int
    end: int
    kind: str
    """quote, speaker, cue, hedge, or the layer of a marker: booster or approximator."""
    row: int
    """Position of the statement or hedge in its frame."""


def legend_html(layers: bool = False) -> str:
    """What the marks mean, each shown in its own form; ``layers`` adds boosters and approximators."""
    further = [f'<span class="ql-{name}">{escape(label)}</span>' for name, label in labels.LAYER.items() if layers]
    types = "".join(
        f'<span><span class="ql-quote ql-{name}">{escape(label)}</span></span>' for name, label in labels.TYPE.items()
    )
    return (
        f'{STYLE}<div class="ql-text ql-legend">{types}'
        '<span class="ql-speaker">Sprecher</span><span class="ql-cue">Redeeinleitung</span>'
        f'<span class="ql-hedge">Abschwächung</span>{"".join(further)}'
        '<span><span class="ql-badge">1</span> Nummer der Aussage</span>'
        '<span class="ql-skipped">nicht ausgewertet</span></div>'
    )


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


def article_html(
    text: str, frames: Mapping[str, pd.DataFrame], markers: Sequence[Marker] = (), offset: int = 0
) -> str:
    """The article's text with its marks; the frames are the store's rows of this article, in text order.

    ``text`` may be a stretch of it that begins at character ``offset``; ``markers`` count from there.
    """
    statements, hedges = frames["statements"], frames["hedges"]
    stretch = (offset, offset + len(text))
    marks = [*_marks(statements, {"spans": "quote", "speaker_spans": "speaker", "cue_spans": "cue"}, stretch)]
    marks += _marks(hedges, {"spans": "hedge"}, stretch)
    marks += [Mark(*span, marker.layer, row) for row, marker in enumerate(markers) for span in marker.spans]
    tips = [_tip(row) for row in statements.to_dict("records")]
    layers = [f"{labels.LAYER[marker.layer]}: {marker.cue}\nRegel {marker.rule}" for marker in markers]
    hints = {"hedge": [_hint(row) for row in hedges.to_dict("records")], "booster": layers, "approximator": layers}
    types = list(statements["type"])
    begins = _begins(marks)
    pieces = []
    for start, end, active, opening in _segments(len(text), marks):
        first = [mark.row for mark in opening if mark.kind == "quote" and mark.start == begins[mark.row]]
        pieces += [_badge(row, statements, tips[row]) for row in first]
        pieces.append(_piece(text[start:end], active, types, tips, hints))
    lines = zip("".join(pieces).split("\n"), _kinds(text, frames["sentences"], offset), strict=True)
    paragraphs = "".join(f'<p class="ql-{kind}">{line}</p>' for line, kind in lines if line.strip())
    return f'{STYLE}<div class="ql-text">{paragraphs}</div>'


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


def _marks(frame: pd.DataFrame, columns: dict[str, str], stretch: Span) -> Iterable[Mark]:
    """What of the marks lies in the stretch, counted from its beginning."""
    for column, kind in columns.items():
        for row, spans in enumerate(frame[column]):
            for start, end in json.loads(spans or "[]"):
                if start < stretch[1] and end > stretch[0]:
                    yield Mark(max(start, stretch[0]) - stretch[0], min(end, stretch[1]) - stretch[0], kind, row)


def _segments(length: int, marks: list[Mark]) -> Iterable[tuple[int, int, list[Mark], list[Mark]]]:
    """Cut the text at every mark's edge: start, end, the marks that cover it, the marks that begin there."""
    opening, closing = defaultdict(list), defaultdict(list)
    for mark in marks:
        opening[mark.start].append(mark)
        closing[mark.end].append(mark)
    edges = sorted({0, length, *opening, *closing})
    active: list[Mark] = []
    for start, end in pairwise(edges):
        active = [mark for mark in active if mark.end > start] + opening[start]
        yield start, end, active, opening[start]


def _begins(marks: list[Mark]) -> dict[int, int]:
    """Where each statement's quote begins: there its badge stands, not at each of its pieces."""
    begins: dict[int, int] = {}
    for mark in marks:
        if mark.kind == "quote":
            begins[mark.row] = min(mark.start, begins.get(mark.row, mark.start))
    return begins


def _piece(text: str, active: list[Mark], types: list[str], tips: list[str], hints: Mapping[str, list[str]]) -> str:
    """One stretch with its marks; a mark that runs over a line end is closed and opened again."""
    classes, titles = [], []
    for mark in active:
        classes.append(f"ql-{mark.kind}")
        if mark.kind == "quote":
            classes.append(f"ql-{types[mark.row]}")
        titles.append(hints.get(mark.kind, tips)[mark.row])
    if not active:
        return escape(text)
    opened = f'<span class="{" ".join(dict.fromkeys(classes))}" title="{escape(titles[-1]).replace(chr(10), "&#10;")}">'
    return "\n".join(f"{opened}{escape(line)}</span>" if line.strip() else line for line in text.split("\n"))


def _badge(row: int, statements: pd.DataFrame, tip: str) -> str:
    number = escape(str(statements["statement"].iloc[row]).removeprefix("s"))
    withheld = "⊘ " if bool(statements["withheld"].iloc[row]) else ""
    lines = "<br>".join(escape(line) for line in tip.split("\n"))
    return (
        f'<span class="ql-badge" tabindex="0" role="note">{withheld}{number}<span class="ql-tip">{lines}</span></span>'
    )


def _tip(row: dict[str, object]) -> str:
    lines = [
        f"{row['entity']} · {labels.say('category', str(row['category']))}",
        f"{labels.say('type', str(row['type']))} · {labels.say('naming', str(row['naming']))}",
        f"Haltung: {labels.say('stance', str(row['stance']))}",
    ]
    if isinstance(row["via"], str):
        lines.append(f"übermittelt von {row['via']}")
    if row["withheld"]:
        lines.append("verweigert: die Quelle hat das nicht gesagt")
    return "\n".join([*lines, f"Regel {row['rule']} · Sicherheit {labels.percent(float(str(row['confidence'])))}"])


def _hint(row: dict[str, object]) -> str:
    return (
        f"Abschwächung: {row['cue']}\n{labels.say('class', str(row['class']))}"
        f" · {labels.say('holder', str(row['holder']))}\nRegel {row['rule']}"
    )

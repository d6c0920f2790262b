"""The pieces of a report: tables, bars and text as HTML, without script and without anything to load."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, get_args

import pandas as pd
from markupsafe import Markup

from analysis.export.benchmark_figures import Figures
from analysis.measures import LEAST_ARTICLES, SMALL_N, SMALL_SENTENCES, SMALL_WORDS
from analysis.model import Stance
from analysis.storage.rows import Size
from dashboard.components import about
from dashboard.i18n import labels, language
from dashboard.i18n.language import say
from dashboard.report import accuracy
from dashboard.report.evidence import Comparison
from dashboard.review.passages import Passage
from dashboard.templates import fill, macros

STANCES = get_args(Stance)
OUTLET = ("outlet", "articles", "words", "statements", "sources", "anonymous_share", "direct_share", "hedges_per_100",
          "tone_author", "tone_quoted")  # fmt: skip
SOURCE = ("entity", "category", "statements", "share", "low", "high", "articles", "words", "hedged_share")
_SHARES = {"share", "low", "high", "hedged_share", "anonymous_share", "direct_share"}
_SIGNS = {"cases": "*", "articles": "†"}
"""What marks a figure that has too little behind it, by what it lacks."""
_WHY = {
    "hedged_share": "hedged_few",
    "hedges_per_100": "hedges_few",
    "tone_author": "tone_few",
    "tone_quoted": "tone_few",
}
"""The column that tells it of other columns than the share."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the page: nothing."""


class _Bar(NamedTuple):
    """Lengths in percent of the longest bar; an interval that does not exist has None."""

    width: float
    left: float | None
    length: float | None
    colour: str


class _Row(NamedTuple):
    """A row of a table: its name, a sign for few cases or articles, a bar below, and the other columns in words."""

    name: str
    cells: Sequence[str]
    few: str = ""
    bar: _Bar | None = None


def page(title: str, body: Iterable[Markup]) -> str:
    """A whole HTML document with its own style."""
    return fill("report/page.html", title=title, language=language.current(), policy=_POLICY, body=body)


def heading(corpus: str, size: Size, time: str, by_hand: int) -> Markup:
    """The title, and below it what the figures are about."""
    made = say("report.made", day=labels.day(time), by_hand=labels.number(by_hand))
    name = [say("report.corpus", corpus=corpus)] if corpus else []
    return _html("heading", [*name, " · ".join(about.sized(size)), *about.period(size), made])


def selection(settings: object) -> Markup:
    """Which filters are set, in words."""
    return _html("selection", about.filters(settings))


def section(name: str, *pieces: Markup, **values: object) -> Markup:
    """A section of the report: heading, a note on how to read it, filled with ``values``, and its tables and texts."""
    return _html("section", say(f"report.{name}"), say(f"report.{name}_told", **values), pieces)


def comparison(found: Comparison) -> Markup:
    """How two sides differ."""
    one, other = (side.name for side in found.sides)
    return section(
        "compare",
        _gaps(found.by_category, "category"),
        _gaps(found.by_stance, "stance"),
        _gaps(found.hedges, "class"),
        one=one,
        other=other,
    )


def _gaps(frame: pd.DataFrame, by: str) -> Markup:
    """A row for each value: both sides, the difference with its interval, and the cases of both."""

    def told(value: float, *, signed: bool = False) -> str:
        if by == "class":
            return "–" if pd.isna(value) else labels.number(value, 2, signed=signed)
        return labels.points(value) if signed else _shown("share", value)

    head = [language.column(by), "A", "B", say("report.gap"), say("report.interval"), "n (A : B)"]
    rows = []
    for row in frame.to_dict("records"):
        ends = [told(row[name], signed=True) for name in ("low", "high") if not pd.isna(row[name])]
        interval = say("chart.to", low=ends[0], high=ends[1]) if ends else "–"
        cells = [told(row["left"]), told(row["right"]), told(row["difference"], signed=True), interval]
        cells.append(f"{labels.number(row['left_n'])} : {labels.number(row['right_n'])}")
        rows.append(_Row(labels.say(by, str(row[by])), cells, row["few"]))
    return _table(head, rows)


def samples(found: Mapping[str, Sequence[Passage]]) -> Markup:
    """Some sentences of each category."""
    named = [(labels.say("category", name), sentences) for name, sentences in found.items() if sentences]
    return section("samples", _html("samples", named)) if named else Markup()


def shares(frame: pd.DataFrame, by: str, further: Sequence[str] = (), *, value: str = "share") -> Markup:
    """A table with a bar per row: value with its interval, n, and the ``further`` columns."""
    top = max(frame[value].abs().max(), frame["high"].abs().max()) if len(frame) else 1.0
    head = [language.column(by), language.column(value), say("report.interval"), "n", *map(language.column, further)]
    rows = []
    for row in frame.to_dict("records"):
        colour = labels.CATEGORY_COLOUR.get(str(row[by]), "") if by == "category" else ""
        bar = _bar(row[value], row["low"], row["high"], top or 1.0, colour) if value != "mean" else None
        cells = [_shown(value, row[value]), _interval(value, row), labels.number(row["n"])]
        cells += [_signed(name, row) for name in further]
        rows.append(_Row(labels.say(by, str(row[by])), cells, row["few"], bar))
    return _table(head, rows)


def _bar(value: float, low: float, high: float, top: float, colour: str) -> _Bar:
    ends = (None, None) if pd.isna(low) else (100 * low / top, 100 * (high - low) / top)
    return _Bar(100 * value / top, *ends, colour)


def _interval(value: str, row: Mapping[Any, float]) -> str:
    if pd.isna(row["low"]):
        return "–"
    return f"{_shown(value, row['low'])} – {_shown(value, row['high'])}"


def table(frame: pd.DataFrame, of: str, columns: Sequence[str]) -> Markup:
    """Some columns of a table of the contract; ``of`` is the name it has there."""
    names = language.columns_of(of)
    words = [place for place, name in enumerate(columns) if place and name in labels.VALUES]
    rows = []
    for row in frame.to_dict("records"):
        first, *others = (_signed(name, row) for name in columns)
        rows.append(_Row(first, others, row.get("few", "")))
    return _table([names[name] for name in columns], rows, words)


def _table(head: Sequence[str], rows: Sequence[_Row], words: Sequence[int] = ()) -> Markup:
    """A table, and below it what the signs in it mean."""
    told = "".join(text for row in rows for text in (*row.cells, _SIGNS.get(row.few, "")))
    least = {"n": SMALL_N, "words": SMALL_WORDS, "sentences": SMALL_SENTENCES, "articles": LEAST_ARTICLES}
    notes = [f"{sign} {say(f'report.small_{why}', **least)}" for why, sign in _SIGNS.items() if sign in told]
    return _html("table", head, rows, words, _SIGNS, notes)


def _signed(name: str, row: Mapping[Any, Any]) -> str:
    """A value of a row in words, with a sign where there is too little behind it."""
    sign = _SIGNS.get(str(row.get(_WHY.get(name, ""), "")), "")
    return f"{_shown(name, row[name])}{sign and ' '}{sign}"


def _shown(name: str, value: object) -> str:
    if value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return "–"
    if isinstance(value, str):
        return labels.say(name, value)
    number = float(str(value))
    if name in _SHARES:
        return labels.percent(number, 1).replace(" ", "\N{NO-BREAK SPACE}")
    return labels.number(number, 2 if isinstance(value, float) else 0)


def measured(figures: Figures) -> Markup:
    """The accuracy of the method, measured on texts annotated by hand."""
    told, words = accuracy.table(figures.rows), (2, 3)
    rows = [_Row(name, cells) for name, *cells in told.itertuples(index=False)]
    return prose(say("text.accuracy")) + _table([*told], rows, words)


def versions(methods: Mapping[str, object]) -> Markup:
    """What is needed to repeat the figures, as it stands in ``methods.json``."""
    package = methods["package"]
    version = package["version"] if isinstance(package, Mapping) else ""
    lines = {
        say("report.version"): f"quellenlage {version}, Python {methods['python']}",
        say("report.corpus_hash"): methods["corpus"],
        say("report.fingerprint"): methods["fingerprint"],
        say("report.own_list"): methods["own_list"] or "–",
        say("report.own_words"): own_words(methods["own_words"]),
        say("report.time"): methods["time"],
    }
    return _html("versions", lines.items(), json.dumps(methods, ensure_ascii=False, indent=1))


def own_words(lists: object) -> str:
    """The own lists of words in a line: rows, hash and number of articles of each."""
    told = [say("report.own_words_of", rows=len(one["rows"]), hash=one["sha256"] or "–", n=one["articles"])
            for one in (lists if isinstance(lists, list) else [])]  # fmt: skip
    return "; ".join(told) or "–"


def prose(text: str) -> Markup:
    """HTML of our own longer texts: Markdown limited to paragraphs, lists and bold words."""
    blocks = []
    for block in re.split(r"\n\s*\n", text.strip()):
        items = re.split(r"^- ", block, flags=re.MULTILINE)
        paragraph, *others = (re.split(r"\*\*(.+?)\*\*", " ".join(item.split())) for item in items)
        blocks.append((paragraph, others))
    return _html("prose", blocks)


def _html(piece: str, *values: object) -> Markup:
    return Markup(getattr(macros("report/macros.html"), piece)(*values))

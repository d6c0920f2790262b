"""The pieces of a report: tables, bars and text as HTML, without script and without anything to load."""

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import get_args

import pandas as pd

from analysis.export.benchmark_figures import Figures
from analysis.model import Stance
from analysis.storage.rows import Size
from analysis.tables.selection import IN_STATEMENTS
from dashboard.i18n import labels, language
from dashboard.i18n.language import say
from dashboard.report import accuracy as measured

STANCES = get_args(Stance)
OUTLET = ("outlet", "articles", "words", "statements", "sources", "anonymous_share", "direct_share", "hedges_per_100",
          "tone_author", "tone_quoted")  # fmt: skip
SOURCE = ("entity", "category", "statements", "share", "low", "high", "articles", "words", "hedged_share")
_SHARES = {"share", "low", "high", "hedged_share", "anonymous_share", "direct_share"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the page: nothing."""


def page(title: str, body: Iterable[str]) -> str:
    """A whole HTML document with its own style."""
    style = Path(__file__).with_name("report.css").read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="{language.current()}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(piece for piece in body if piece)
        + "\n</main>\n</body>\n</html>\n"
    )


def heading(size: Size, time: str, by_hand: int) -> str:
    """The title, and below it what the figures are about."""
    told = " · ".join(say(f"shared.{name}", n=labels.number(getattr(size, name))) for name in _SIZES)
    period = say("report.period", first=labels.day(size.first), last=labels.day(size.last)) if size.first else ""
    made = say("report.made", day=labels.day(time), by_hand=labels.number(by_hand))
    lines = (f"<p>{escape(line)}</p>" for line in (told, period, made) if line)
    return f"<header><h1>{escape(say('report.title'))}</h1>{''.join(lines)}</header>"


_SIZES = ("articles", "outlets", "statements", "words")


def selection(settings: object) -> str:
    """Which filters are set, in words."""
    chosen = settings if isinstance(settings, Mapping) else {}
    if not chosen:
        return f"<p>{escape(say('report.everything'))}</p>"
    items = (
        f"<dt>{escape(say(f'selected.{name}'))}</dt><dd>{escape(_values(name, value))}</dd>"
        for name, value in chosen.items()
    )
    return f"<h2>{escape(say('report.selection'))}</h2><dl>{''.join(items)}</dl>"


def _values(name: str, value: object) -> str:
    if name == "articles" and isinstance(value, Sequence):
        return labels.number(len(value))
    if isinstance(value, bool):
        return say("report.yes" if value else "report.no")
    if isinstance(value, str):
        return labels.day(value)
    column = IN_STATEMENTS.get(name, name.removesuffix("s"))
    several = value if isinstance(value, Sequence) else [value]
    return ", ".join(labels.say(column, str(one)) or "–" for one in several)


def section(name: str, *pieces: str) -> str:
    """A part of the report under its heading, with what has to be known to read it."""
    told = say(f"report.{name}_told")
    note = f"<p>{escape(told)}</p>" if told else ""
    return f"<section><h2>{escape(say(f'report.{name}'))}</h2>{note}{''.join(pieces)}</section>"


def shares(frame: pd.DataFrame, by: str, further: Sequence[str] = (), *, value: str = "share") -> str:
    """A table with a bar per row: value with its interval, n, and the ``further`` columns."""
    top = max(frame[value].abs().max(), frame["high"].abs().max()) if len(frame) else 1.0
    head = [language.column(by), language.column(value), say("report.interval"), "n", *map(language.column, further)]
    lines = []
    for row in frame.to_dict("records"):
        colour = labels.CATEGORY_COLOUR.get(str(row[by]), "") if by == "category" else ""
        bar = _bar(row[value], row["low"], row["high"], top or 1.0, colour) if value != "mean" else ""
        cells = [_shown(value, row[value]), _interval(value, row), labels.number(row["n"])]
        cells += [_shown(name, row[name]) for name in further]
        name = escape(labels.say(by, str(row[by]))) + (" *" if row["small"] else "")
        lines.append(_row(name + bar, cells))
    return _table(head, lines) + (_small() if len(frame) and frame["small"].any() else "")


def _bar(value: float, low: float, high: float, top: float, colour: str) -> str:
    ends = "" if pd.isna(low) else f'<i style="left:{100 * low / top:.1f}%;width:{100 * (high - low) / top:.1f}%"></i>'
    fill = f";background:{colour}" if colour else ""
    return f'<span class="bar" aria-hidden="true"><b style="width:{100 * value / top:.1f}%{fill}"></b>{ends}</span>'


def _interval(value: str, row: Mapping[str, float]) -> str:
    if pd.isna(row["low"]):
        return "–"
    return f"{_shown(value, row['low'])} – {_shown(value, row['high'])}"


def table(frame: pd.DataFrame, of: str, columns: Sequence[str]) -> str:
    """Some columns of a table of the contract; ``of`` is the name it has there."""
    names = language.columns_of(of)
    words = [place for place, name in enumerate(columns) if place and name in labels.VALUES]
    lines = []
    for row in frame.to_dict("records"):
        first, *others = (_shown(name, row[name]) for name in columns)
        lines.append(_row(escape(first) + (" *" if row.get("small") else ""), others, words))
    small = "small" in frame and bool(frame["small"].any())
    return _table([names[name] for name in columns], lines, words) + (_small() if small else "")


def _table(head: Sequence[str], lines: Iterable[str], words: Collection[int] = ()) -> str:
    """A table; the columns at the places ``words`` hold no numbers."""
    heads = "".join(f'<th scope="col"{_side(place, words)}>{escape(name)}</th>' for place, name in enumerate(head))
    return f'<div class="wide"><table><thead><tr>{heads}</tr></thead><tbody>{"".join(lines)}</tbody></table></div>'


def _row(head: str, cells: Iterable[str], words: Collection[int] = ()) -> str:
    """A row; ``head`` is HTML already, the cells are text."""
    told = "".join(f"<td{_side(place, words)}>{escape(cell)}</td>" for place, cell in enumerate(cells, start=1))
    return f'<tr><th scope="row">{head}</th>{told}</tr>'


def _side(place: int, words: Collection[int]) -> str:
    return ' class="word"' if place in words else ""


def _small() -> str:
    return f'<p class="note">* {escape(say("report.small"))}</p>'


def _shown(name: str, value: object) -> str:
    if value is None or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return "–"
    if isinstance(value, str):
        return labels.say(name, value)
    number = float(str(value))
    if name in _SHARES:
        return labels.percent(number, 1).replace(" ", "\N{NO-BREAK SPACE}")
    return labels.number(number, 2 if isinstance(value, float) else 0)


def accuracy(figures: Figures) -> str:
    """How right the method is, on texts annotated by hand."""
    told, words = measured.table(figures.rows), (2, 3)
    lines = (_row(escape(name), cells, words) for name, *cells in told.itertuples(index=False))
    return prose(say("text.accuracy")) + _table([*told], lines, words)


def versions(methods: Mapping[str, object]) -> str:
    """What is needed to repeat the figures, as it stands in ``methods.json``."""
    package = methods["package"]
    version = package["version"] if isinstance(package, Mapping) else ""
    lines = {
        say("report.version"): f"quellenlage {version}, Python {methods['python']}",
        say("report.corpus_hash"): methods["corpus"],
        say("report.fingerprint"): methods["fingerprint"],
        say("report.own_list"): methods["own_list"] or "–",
        say("report.time"): methods["time"],
    }
    facts = ((escape(name), escape(str(value))) for name, value in lines.items())
    told = "".join(f"<dt>{name}</dt><dd><code>{value}</code></dd>" for name, value in facts)
    whole = escape(json.dumps(methods, ensure_ascii=False, indent=1))
    return f"<dl>{told}</dl><details><summary>methods.json</summary><pre>{whole}</pre></details>"


def prose(text: str) -> str:
    """Our own longer texts, paragraphs and lists with bold words in Markdown, as HTML."""
    blocks = []
    for block in re.split(r"\n\s*\n", text.strip()):
        items = re.split(r"^- ", block, flags=re.MULTILINE)
        inner = [re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(" ".join(item.split()))) for item in items]
        blocks.append(f"<p>{inner[0]}</p>" if inner[0] else "")
        blocks.append(f"<ul>{''.join(f'<li>{item}</li>' for item in inner[1:])}</ul>" if inner[1:] else "")
    return "".join(blocks)

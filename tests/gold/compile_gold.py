"""Compile the readable gold tables of the demo corpus into character offsets.

``python -m tests.gold.compile_gold`` reads ``tests/gold/demo/*.tsv`` and ``data/demo/demo.jsonl`` and writes
``tests/gold/demo.json``. The notation of snippets is explained in ``tests/gold/README.md``; a snippet that is
missing or ambiguous stops the compilation.
"""

import json
import re
from pathlib import Path
from typing import Any

from analysis.taxonomy import category

GOLD = Path(__file__).parent
CORPUS = GOLD.parents[1] / "data" / "demo" / "demo.jsonl"
MARKER = "(erfundener Demotext)"

Span = tuple[int, int]
Row = dict[str, str]


def read_rows(path: Path) -> list[Row]:
    """The rows of a tab-separated table as column -> cell; ``#`` lines are comments."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    columns, *rows = (line.split("\t") for line in lines)
    return [dict(zip(columns, cells, strict=True)) for cells in rows]


def read_corpus() -> list[dict[str, str]]:
    """The articles of the demo corpus, in file order."""
    return [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


def paragraphs(text: str) -> list[Span]:
    """The headline (0) and the paragraphs of the body, without the marker line."""
    return [m.span() for m in re.finditer(r"[^\n]+", text) if m.group() != MARKER]


def occurrences(snippet: str, text: str, scope: Span) -> list[Span]:
    """Where ``snippet`` stands inside ``scope`` as whole words."""
    left = r"(?<!\w)" if snippet[0].isalnum() else ""
    right = r"(?!\w)" if snippet[-1].isalnum() else ""
    pattern = re.compile(left + re.escape(snippet) + right)
    return [m.span() for m in pattern.finditer(text, *scope)]


def find_one(snippet: str, text: str, scope: Span) -> Span:
    """The place of ``snippet`` or ``snippet@n``; raises ``ValueError`` unless it is the only one."""
    word, _, number = snippet.partition("@")
    found = occurrences(word, text, scope)
    if number:
        return found[int(number) - 1]
    if len(found) != 1:
        raise ValueError(f"{snippet!r} stands {len(found)} times in {text[slice(*scope)]!r}")
    return found[0]


def find_piece(piece: str, text: str, scope: Span) -> Span:
    """The place of one unbroken piece: ``snippet``, or ``first … last`` for everything between them."""
    first, _, last = piece.partition(" … ")
    start, end = find_one(first, text, scope)
    return (start, occurrences(last, text, (end, scope[1]))[0][1]) if last else (start, end)


def find_spans(cell: str, text: str, scope: Span) -> list[Span]:
    """The spans of a cell, whose pieces are joined by ``+``; ``-`` is nothing."""
    spans = [] if cell == "-" else [find_piece(piece, text, scope) for piece in cell.split(" + ")]
    if spans != sorted(spans):
        raise ValueError(f"pieces out of order: {cell!r}")
    return spans


def shown(spans: list[Span], text: str) -> str:
    """The words under ``spans``."""
    return " … ".join(text[start:end] for start, end in spans)


def statement(row: Row, text: str, sources: dict[str, Row]) -> dict[str, Any]:
    """One annotated statement with offsets."""
    scope = paragraphs(text)[int(row["paragraph"])]
    roles = {role: find_spans(row[role], text, scope) for role in ("quote", "speaker", "cue", "addressee")}
    return {
        "type": row["type"],
        "section": "headline" if row["paragraph"] == "0" else "body",
        **roles,
        **{f"{role}_text": shown(spans, text) for role, spans in roles.items()},
        "stance": row["stance"],
        "withheld": "withheld" in row["flags"],
        "optional": "optional" in row["flags"],
        "source": {**source(sources[row["entity"]]), "naming": row["naming"]},
        "via": None if row["via"] == "-" else {**source(sources[row["via"]]), "kind": "relay"},
    }


def source(row: Row) -> dict[str, str]:
    """A source with its category; how it is named belongs to the statement."""
    return {**row, "category": category(row["country"], row["institution"])}


def hedge(row: Row, text: str) -> dict[str, Any]:
    """One annotated hedge with offsets."""
    spans = find_spans(row["cue"], text, paragraphs(text)[int(row["paragraph"])])
    return {
        "spans": spans,
        "cue": shown(spans, text),
        "class": row["class"],
        "holder": row["holder"],
        "optional": row["optional"] == "optional",
    }


def compile_gold() -> dict[str, Any]:
    """The whole gold as one JSON object: articles with statements and hedges in text order."""
    sources = {row["entity"]: row for row in read_rows(GOLD / "demo" / "sources.tsv")}
    statements = read_rows(GOLD / "demo" / "statements.tsv")
    hedges = read_rows(GOLD / "demo" / "hedges.tsv")
    articles = []
    for article in read_corpus():
        key, text = article["id"], article["text"]
        said = [statement(row, text, sources) for row in statements if row["article"] == key]
        doubted = [hedge(row, text) for row in hedges if row["article"] == key]
        said.sort(key=lambda found: found["quote"])
        doubted.sort(key=lambda found: found["spans"])
        articles.append({"id": key, "statements": said, "hedges": doubted})
    return {"texts": "data/demo/demo.jsonl", "articles": articles}


def as_json(gold: dict[str, Any]) -> str:
    """The gold as JSON text with one statement or hedge per line, so that changes can be read in a diff."""
    text = json.dumps(gold, ensure_ascii=False)
    return re.sub(r'(?<=[\[,]) ?(?=\{"(?:id|type|spans)":)', "\n", text) + "\n"


if __name__ == "__main__":
    (GOLD / "demo.json").write_text(as_json(compile_gold()), encoding="utf-8")

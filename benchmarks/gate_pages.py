"""Saved newspaper pages, for the benchmark gate: body, lead, headline, outlet and day against references, and speed.

The pages are the publishers' and no part of this project: they are looked for in the folder `pages` of the gold sets,
beside their scorer `score_pages.py`, whose judgements are used; trafilatura's own variants are judged beside ours.
`python -m benchmarks.gate_pages` prints the figures of all pages and of two halves, which are dealt by a hash of the
outlet: errors were read in half A only.
"""

import hashlib
import importlib.util
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis import pipeline
from analysis.model import Article
from analysis.reading.page.layout import lay_out
from analysis.reading.parsers.html import read_html

Figures = dict[str, float]
_SEEN = 0.9
"""Share of the runs of three words of a lead from which it counts as there."""


def figures(gold: Path, half: str = "") -> Figures:
    """Percentages over the pages at hand, or over one half of them; empty where there are none."""
    folder = gold / "pages"
    if not (folder / "score_pages.py").is_file():
        return {}
    scorer = _scorer(folder / "score_pages.py")
    rows = [
        _judged(scorer, publisher, name, page, reference)
        for name, publisher, _, page, reference, *_ in scorer.pages(folder)
        if half in ("", half_of(publisher))
    ]
    found = {f"pages.{key}": 100 * _mean(row[key] for row in rows) for key in rows[0] if key not in ("lead", "seconds")}
    found["pages.lead"] = 100 * _mean(row["lead"] for row in rows if row["lead"] is not None)
    found["pages.per_second"] = len(rows) / sum(row["seconds"] for row in rows)
    return found


def half_of(publisher: str) -> str:
    """The half, A or B, to which all pages of an outlet belong."""
    return "AB"[hashlib.sha256(publisher.encode()).digest()[0] % 2]


def _judged(scorer: Any, publisher: str, name: str, page: str, reference: dict[str, Any]) -> dict[str, Any]:
    """How right one page was read, each from 0 to 1; ``lead`` is None where the reference has none."""
    began = time.perf_counter()
    found = read_html(name, page)
    seconds = time.perf_counter() - began
    article = pipeline.complete(found) if isinstance(found, Article) else Article(name, "")
    parts = scorer.reference_text(reference)
    heads = scorer.headlines(page, reference)
    text, _ = scorer.body_texts(article, lay_out(article.text, article.title), heads)
    tokens, wanted = scorer.tokens(text), scorer.tokens("\n".join(part for _, part in parts))
    precision, recall, f1 = scorer.prf(tokens, wanted)
    lead = scorer.runs(scorer.tokens(" ".join(part for kind, part in parts if kind == "summary")), 3)
    present = set(scorer.runs(tokens, 3))
    plain = {
        variant: scorer.prf(scorer.tokens(scorer.without_title(extracted, heads)), wanted)[2]
        for variant, extracted in scorer.variants(page)
    }
    return {
        "body.f1": f1,
        "body.p": precision,
        "body.r": recall,
        "title": scorer.judge_title(article.title, heads, publisher) in ("reference", "h1"),
        "outlet": scorer.judge_outlet(article.outlet, publisher)[1],
        "day": (article.published or "")[:10] == _day(scorer, name, reference),
        "lead": sum(run in present for run in lead) >= _SEEN * len(lead) if lead else None,
        "seconds": seconds,
        **{f"trafilatura.{variant.replace(' ', '_')}.f1": value for variant, value in plain.items()},
    }


def _day(scorer: Any, name: str, reference: dict[str, Any]) -> str:
    when = scorer.datetime.fromisoformat(reference["publishing_date"])
    return str(scorer.DATES.get(name, (when.astimezone(scorer.BERLIN) if when.tzinfo else when).date().isoformat()))


def _scorer(path: Path) -> Any:
    """The scorer as a module; it lies outside the project."""
    spec = importlib.util.spec_from_file_location("score_pages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _mean(values: Iterator[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0


def main() -> None:
    """Print the figures of all pages and of both halves."""
    gold = Path(os.environ.get("QUELLENLAGE_BENCHMARKS") or Path(__file__).resolve().parents[2] / "shared/benchmarks")
    table = [figures(gold, half) for half in ("", "A", "B")]
    if not table[0]:
        sys.exit(f"There are no pages in {gold}.")
    print(f"{'':36}{'all':>8}{'A':>8}{'B':>8}")
    for key in table[0]:
        print(f"{key:36}" + "".join(f"{column[key]:8.2f}" for column in table))


if __name__ == "__main__":
    main()

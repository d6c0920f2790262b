"""Scores results against the gold of the demo corpus, by the conventions of ``tests/gold/README.md``.

Statements pair by the overlap of their quotes, hedges by a common character. Optional rows neither help nor hurt.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from tests.gold.compile_gold import GOLD

Found = Mapping[str, Any]
LEAST = 0.5
"""Share of the shorter of two quotes that must be common to both."""
OF_STATEMENTS: dict[str, Callable[[Found], object]] = {
    "type": lambda found: found["type"],
    "stance": lambda found: found["stance"],
    "withheld": lambda found: found["withheld"],
    "category": lambda found: found["source"]["category"],
    "country": lambda found: found["source"]["country"],
    "institution": lambda found: found["source"]["institution"],
    "entity": lambda found: found["source"]["entity"],
    "naming": lambda found: found["source"]["naming"],
    # Who was told is marked as addressee in the gold, not as via.
    "via": lambda found: found["via"]["entity"] if found["via"] and found["via"]["kind"] == "relay" else None,
}
OF_HEDGES: dict[str, Callable[[Found], object]] = {
    "class": lambda found: found["class"],
    "holder": lambda found: found["holder"],
}


class Pairing(NamedTuple):
    """Pairs of gold and found that count, gold that is missed, and found that is wrong."""

    pairs: list[tuple[Found, Found]]
    missed: list[Found]
    wrong: list[Found]


def score(results: Iterable[Found]) -> dict[str, float]:
    """Figures in percent for the results of the demo articles, as the command line prints them."""
    gold = {article["id"]: article for article in json.loads((GOLD / "demo.json").read_text("utf-8"))["articles"]}
    given = [(gold[result["id"]], result) for result in results]
    statements = [pair(g["statements"], r["statements"], "quote", LEAST) for g, r in given]
    hedges = [pair(g["hedges"], r["hedges"], "spans", 0.0) for g, r in given]
    return figures("demo.statements", statements, OF_STATEMENTS) | figures("demo.hedges", hedges, OF_HEDGES)


def pair(gold: list[Found], found: list[Found], spans: str, least: float) -> Pairing:
    """Pair greedily, the most similar first; what overlaps only with paired or optional gold is not wrong."""
    closeness = {
        (i, j): shared * shared / (size(one[spans]) * size(two[spans]))
        for i, one in enumerate(gold)
        for j, two in enumerate(found)
        if (shared := common(one[spans], two[spans])) > least * min(size(one[spans]), size(two[spans]))
    }
    partner: dict[int, int] = {}
    for i, j in sorted(closeness, key=lambda key: -closeness[key]):
        if i not in partner and j not in partner.values():
            partner[i] = j
    covered = {*partner.values(), *(j for _, j in closeness)}
    return Pairing(
        [(gold[i], found[j]) for i, j in partner.items() if not gold[i]["optional"]],
        [one for i, one in enumerate(gold) if i not in partner and not one["optional"]],
        [two for j, two in enumerate(found) if j not in covered],
    )


def figures(name: str, pairings: list[Pairing], parts: Mapping[str, Callable[[Found], object]]) -> dict[str, float]:
    """Precision, recall and F1 of what was found, and the share of each part that is right in it, in percent."""
    pairs = [both for pairing in pairings for both in pairing.pairs]
    missed, wrong = (sum(len(pairing[part]) for pairing in pairings) for part in (1, 2))
    hit = len(pairs)
    told = {
        "precision": 100 * hit / max(hit + wrong, 1),
        "recall": 100 * hit / max(hit + missed, 1),
        "f1": 200 * hit / max(2 * hit + wrong + missed, 1),
    }
    for part, of in parts.items():
        told[f"{part}_of_found"] = 100 * sum(of(one) == of(two) for one, two in pairs) / max(hit, 1)
    return {f"{name}.{key}": value for key, value in told.items()}


def common(one: list[list[int]], two: list[list[int]]) -> int:
    """Characters under both lists of spans."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in two)


def size(spans: list[list[int]]) -> int:
    """Characters under the spans."""
    return sum(end - start for start, end in spans)

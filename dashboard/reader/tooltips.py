"""Plain texts about a statement or hedge in the reader: tooltips, and the label at the margin."""

from collections.abc import Mapping
from typing import Any

from dashboard.i18n import labels
from dashboard.i18n.language import say

BY_HAND = {"confirmed": "✓", "corrected": "✎", "added": "✎"}
"""The sign of what a person has spoken about."""


def tip(row: Mapping[Any, object]) -> str:
    """All about a statement, a line each."""
    lines = [
        f"{labels.say('entity', str(row['entity']))} · {labels.say('category', str(row['category']))}",
        f"{labels.say('type', str(row['type']))} · {labels.say('naming', str(row['naming']))}",
        say("reader.stance", stance=labels.say("stance", str(row["stance"]))),
    ]
    lines += _via(row)
    if row["withheld"]:
        lines.append(say("reader.withheld_long"))
    sure = labels.percent(float(str(row["confidence"])))
    lines.append(say("reader.confidence", rule=row["rule"], confidence=sure))
    lines += _source_confidence(row)
    return "\n".join([*lines, *_told_by_hand(row)])


def _source_confidence(row: Mapping[Any, object]) -> list[str]:
    """How sure the type of the source is; nothing where a person said it or an older version stored it."""
    told = row.get("source_confidence")
    sure = isinstance(told, float) and told == told
    return [say("reader.source_confidence", confidence=labels.percent(float(str(told))))] if sure else []


def short(row: Mapping[Any, object]) -> str:
    """What stands under a name at the margin: the category, and what is out of the ordinary."""
    told = [labels.say("category", str(row["category"]))]
    if row["stance"] != "neutral":
        told.append(labels.say("stance", str(row["stance"])).split(" (")[0])
    told += _via(row)
    return " · ".join(told + [say("reader.withheld")] * bool(row["withheld"]))


def hint(row: Mapping[Any, object]) -> str:
    """All about a hedge, a line each."""
    kind = f"{labels.say('class', str(row['class']))} · {labels.say('holder', str(row['holder']))}"
    told = [say("reader.hedge", cue=row["cue"]), kind, say("reader.rule", rule=row["rule"])]
    if isinstance(sure := row.get("confidence"), float) and sure == sure and labels.reasons(row.get("reasons")):
        told[-1] = say("reader.confidence", rule=row["rule"], confidence=labels.percent(sure))
        told.append(say("reader.reasons", reasons=" · ".join(labels.reasons(row["reasons"]))))
    return "\n".join([*told, *_told_by_hand(row)])


def _via(row: Mapping[Any, object]) -> list[str]:
    """ "laut TASS" of a relay, "gegenüber dpa" of a medium told; nothing where there is neither."""
    return [say(f"reader.via_{row['via_kind']}", via=row["via"])] if isinstance(row["via"], str) else []


def _told_by_hand(row: Mapping[Any, object]) -> list[str]:
    origin = str(row["origin"])
    return [f"{BY_HAND[origin]} {labels.say('origin', origin)}"] if origin in BY_HAND else []

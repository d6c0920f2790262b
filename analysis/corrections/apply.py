"""Applies corrections to what the analysis finds, and works out again all that depends on a corrected value."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.certainty.holders import Surroundings
from analysis.corrections.matching import match
from analysis.model import ArticleResult, Hedge, Origin, Source, Statement
from analysis.pipeline import entities_of, result_of
from analysis.storage.correction import Corrected, Correction, Finding, Kind, place_of
from analysis.tables.result_view import ResultView


def correct(result: ArticleResult, corrections: Sequence[Correction]) -> Corrected:
    """The result as people corrected it; ``corrections`` are the article's, in the order they were made.

    A label stands in place of the thing found at its target; where nothing is found there, it stands by itself. A
    rejected thing is left out. Corrections taken back count for nothing.
    """
    found: dict[int, Finding | None] = {}
    if said := _said(corrections, "statement"):
        view = ResultView(result)
        statements = [
            replace(thing, section=view.section(thing.quote))
            for thing in _applied(result.statements, said, found)
            if isinstance(thing, Statement)
        ]
        statements.sort(key=lambda statement: (statement.quote[0][0], -statement.quote[-1][1]))
        entities = entities_of(result.article, result.document)
        result = result_of(result.article, result.document, tuple(statements), entities)
    if said := _said(corrections, "hedge"):
        around = Surroundings(result.statements).around
        hedges = [
            replace(thing, statement=inside.id if (inside := around(thing.spans)) else None)
            for thing in _applied(result.hedges, said, found)
            if isinstance(thing, Hedge)
        ]
        result = replace(result, hedges=tuple(sorted(hedges, key=lambda hedge: hedge.spans)))
    return Corrected(result, found)


def differences(one: Finding, other: Finding) -> dict[str, tuple[str, str]]:
    """What two labels of one place say differently, by the name of the column: the value of each."""
    values = [_values(thing) for thing in (one, other)]
    return {name: (value, values[1][name]) for name, value in values[0].items() if value != values[1].get(name)}


def _said(corrections: Sequence[Correction], kind: Kind) -> list[Correction]:
    return [correction for correction in corrections if correction.kind == kind and not correction.undone]


def _applied(
    things: Sequence[Finding], corrections: Sequence[Correction], found: dict[int, Finding | None]
) -> list[Finding]:
    """The things as the last word on each target has them; ``found`` learns what stood there."""
    last = list({correction.target: correction for correction in corrections}.values())
    matched = match([correction.target for correction in last], [place_of(thing) for thing in things])
    at_target = {last[at].target: things[to] for at, to in matched.items()}
    found |= {correction.number: at_target.get(correction.target) for correction in corrections}
    kept = [thing for to, thing in enumerate(things) if to not in matched.values()]
    labelled = (_labelled(correction, at_target.get(correction.target)) for correction in last)
    return [*kept, *(thing for thing in labelled if thing is not None)]


def _labelled(correction: Correction, found: Finding | None) -> Finding | None:
    label = correction.label
    if label is None:
        return None
    origin: Origin = "added"
    if found is not None:
        origin = "corrected" if differences(label, found) else "confirmed"
    if isinstance(label, Statement):
        known = found.id if isinstance(found, Statement) else f"h{correction.number}"
        return replace(label, id=known, origin=origin)
    return replace(label, origin=origin)


def _values(thing: Finding) -> dict[str, str]:
    if isinstance(thing, Hedge):
        return {"spans": str(thing.spans), "class": thing.kind, "holder": thing.holder}
    return {
        "spans": str(thing.quote),
        "type": thing.type,
        "stance": thing.stance,
        "withheld": str(thing.withheld),
        **_of_source("", "entity", thing.source),
        "naming": thing.source.naming if thing.source else "none",
        **_of_source("via_", "via", thing.via),
        "via_kind": thing.via.kind if thing.via else "",
    }


def _of_source(prefix: str, entity: str, source: Source | None) -> dict[str, str]:
    names = {entity: "entity", f"{prefix}country": "country", f"{prefix}institution": "institution"}
    return {name: str(getattr(source, of)) if source else "" for name, of in names.items()}

"""Boosters ("zweifellos") and approximators ("rund 50"): layers beside the hedges, found on request only."""

from collections.abc import Collection
from typing import cast

from analysis.certainty.patterns import match_patterns, spans_of, without_overlaps
from analysis.certainty.verb_clauses import ClauseView
from analysis.model import Document, Layer, Marker

LAYERS: tuple[Layer, ...] = ("booster", "approximator")


def find_markers(document: Document, layers: Collection[Layer] = LAYERS) -> tuple[Marker, ...]:
    """The boosters and approximators of a text (or one of the two), in text order."""
    reading = ClauseView(document)
    matches = (match for match in match_patterns(reading, "certainty_layers") if match.kind in layers)
    markers = []
    for match in without_overlaps(matches):
        spans = spans_of(reading, match.tokens)
        cue = " … ".join(document.text[start:end] for start, end in spans)
        markers.append(Marker(spans, cue, cast(Layer, match.kind), match.rule))
    return tuple(markers)

"""Gives every source the institution that the learned weights hold likeliest, one for all statements of an entity."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from analysis.model import NOBODY, Source, Statement
from analysis.sources.institution.model import Case, load_model
from analysis.taxonomy import category

TRUST = 1.5
"""How far the weights must hold another institution likelier than that of the rules, as a logarithm."""
_LISTED, _WEAK = 3.0, 0.0
"""The same where a list holds the source by name, and where the rules found nothing that tells its institution."""


def typed(found: Sequence[tuple[Statement, Case]]) -> tuple[Statement, ...]:
    """The statements with their sources typed by all their evidence together; nobody stays nobody."""
    sources = [(statement.source or NOBODY, case) for statement, case in found]
    told = []
    for (statement, _), (source, _), (institution, _) in zip(found, sources, institutions_of(sources), strict=True):
        better = replace(source, institution=institution, category=category(source.country, institution))
        told.append(replace(statement, source=better))
    return tuple(told)


def institutions_of(sources: Sequence[tuple[Source, Case]]) -> list[tuple[str, float]]:
    """The institution of each source of one article and its probability, the same for all of one entity."""
    of_entity: defaultdict[str, list[int]] = defaultdict(list)
    for at, (source, _) in enumerate(sources):
        if source.entity != NOBODY.entity:
            of_entity[source.entity].append(at)
    told = [(source.institution, 1.0) for source, _ in sources]
    if not of_entity:
        return told
    model = load_model()
    for places in of_entity.values():
        likely = model.log_probabilities([sources[at][1] for at in places]).mean(0)
        for at in places:
            trusted = likely.copy()
            trusted[model.institutions.index(sources[at][0].institution)] += trust(sources[at][1].known)
            best = int(trusted.argmax())
            told[at] = model.institutions[best], float(np.exp(likely[best]))
    return told


def trust(known: str) -> float:
    """How far the institution that the rules found on a kind of evidence is trusted before the weights."""
    if known.endswith("listed"):
        return _LISTED
    return _WEAK if known.endswith(("nothing", "unknown")) or known.startswith("words") else TRUST

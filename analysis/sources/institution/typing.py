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
_WEAK = 0.0
"""The same where the rules found nothing that tells the institution."""


def typed(found: Sequence[tuple[Statement, Case]]) -> tuple[Statement, ...]:
    """The statements with their sources typed by all their evidence together; nobody stays nobody."""
    sources = [(statement.source or NOBODY, case) for statement, case in found]
    told = []
    for (statement, _), (source, _), institution in zip(found, sources, institutions_of(sources), strict=True):
        better = replace(source, institution=institution, category=category(source.country, institution))
        told.append(replace(statement, source=better))
    return tuple(told)


def institutions_of(sources: Sequence[tuple[Source, Case]]) -> list[str]:
    """The institution of each source of one article, the same for all of one entity.

    An entity that a list holds by name is what the list says.
    """
    of_entity: defaultdict[str, list[int]] = defaultdict(list)
    for at, (source, _) in enumerate(sources):
        if source.entity != NOBODY.entity:
            of_entity[source.entity].append(at)
    asked = [places for places in of_entity.values() if not any(listed(sources[at][1].known) for at in places)]
    told = [source.institution for source, _ in sources]
    if not asked:
        return told
    model = load_model()
    likely = iter(model.log_probabilities([sources[at][1] for places in asked for at in places]))
    names = model.vocabulary.institutions
    for places in asked:
        trusted = np.mean([next(likely) for _ in places], 0)
        for institution in {told[at] for at in places}:
            trusted[names.index(institution)] += max(
                trust(sources[at][1].known) for at in places if told[at] == institution
            )
        for at in places:
            told[at] = names[int(trusted.argmax())]
    return told


def listed(known: str) -> bool:
    """Whether this kind of evidence is a list that holds the source by name."""
    return known.endswith("listed")


def trust(known: str) -> float:
    """How far the institution that the rules found on a kind of evidence is trusted before the weights."""
    return _WEAK if known.endswith(("nothing", "unknown")) or known.startswith("words") else TRUST

"""Ranks whom a pronoun means: every figure named before it, by weights learned from labelled articles."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from math import log
from typing import NamedTuple

from analysis.model import NOBODY, Source, Span
from analysis.resources import read_lexicon
from analysis.sources.entities.entity import Entity, EntityMention, agrees
from analysis.sources.entities.index import ArticleEntities
from analysis.sources.entities.mention_order import REACH, MentionOrder
from analysis.taxonomy import MEDIA

_BEHIND = 12
"""Mentions behind a pronoun that are looked at."""


class Candidate(NamedTuple):
    """Somebody whom a pronoun may mean, with what speaks for it: names of features and their values."""

    source: Source
    features: dict[str, float]

    def score(self, known: Mapping[str, float]) -> float:
        """The sum of the features by their weights; a feature without one counts nothing."""
        return sum(known.get(name, 0.0) * value for name, value in self.features.items())


@cache
def weights() -> dict[str, float]:
    """The learned weight of every feature (data/lexicons/reference_weights.tsv)."""
    return {row["feature"]: float(row["weight"]) for row in read_lexicon("reference_weights")}


class Ranking(MentionOrder):
    """Weighs the figures of an article for a pronoun; remembers who has spoken."""

    def __init__(self, article: ArticleEntities, quotes: tuple[Span, ...] = ()) -> None:
        """``quotes`` are the spans of direct statements, in text order."""
        super().__init__(article)
        self._spoken: list[Source] = []
        self._quotes = quotes

    def heard(self, source: Source) -> None:
        """Notes that this source spoke."""
        if source.entity != "-":
            self._spoken.append(source)

    def last(self) -> Source:
        """Who spoke last."""
        return self._spoken[-1] if self._spoken else NOBODY

    def ranked(self, gender: str, at: int, plural: bool) -> Source:
        """Whom a pronoun at a character means: the candidate with the highest weight, or who spoke last, or nobody."""
        known = weights()
        best, chosen = 0.0, None
        for candidate in self.candidates(gender, at, plural):
            score = candidate.score(known)
            if chosen is None or score > best:
                best, chosen = score, candidate
        return self._as_spoken(chosen.source) if chosen is not None else NOBODY

    def _as_spoken(self, source: Source) -> Source:
        """The source as it was told when it spoke, where its words alone tell nothing: "eine Sprecherin … sie"."""
        if source.institution != "unknown":
            return source
        spoke = (one for one in reversed(self._spoken) if one.entity == source.entity)
        return next(spoke, source)

    def candidates(self, gender: str, at: int, plural: bool) -> list[Candidate]:
        """Everybody whom a pronoun of this gender at a character may mean, and nobody."""
        here = self._sentence(at)
        latest: dict[int, EntityMention] = {}
        subject: dict[int, int] = {}
        for mention in self._behind(at, here):
            latest.setdefault(mention.number, mention)
        for mention in self._reach(at, here):
            latest[mention.number] = mention
            if mention.nominative:
                subject[mention.number] = here - mention.sentence
        last = self.last()
        found: dict[str, Candidate] = {}
        fitting = [number for number in latest if agrees(self._article.entities[number], gender, plural)]
        nearest = max(fitting, key=lambda number: latest[number].at, default=-1)
        for number in fitting:
            entity = self._article.entities[number]
            source = self._article.source(entity)
            features = self._features(entity, latest[number], here, at)
            features[f"subject {min(subject.get(number, REACH), REACH)}"] = 1
            features["nearest"] = float(number == nearest)
            features |= self._speaking(source, last)
            found.setdefault(source.entity, Candidate(source, _with_pronoun(features, gender, plural, entity)))
        if last.entity not in ("-", *found) and self._may_be(last, gender):
            found[last.entity] = Candidate(last, {"only spoke": 1.0, **self._speaking(last, last)})
        return [*found.values(), Candidate(NOBODY, {"nobody": 1.0, f"nobody {gender}": 1.0})]

    def _behind(self, at: int, here: int) -> Iterator[EntityMention]:
        """What the same sentence names behind the pronoun: "Ihrer Ansicht nach, sagte Meier, …"."""
        end = bisect_left(self._article.mentions, at, key=lambda mention: mention.at)
        for mention in self._article.mentions[end : end + _BEHIND]:
            if mention.sentence == here:
                yield mention

    def _reach(self, at: int, here: int) -> Iterator[EntityMention]:
        first = bisect_left(self._article.mentions, here - REACH, key=lambda mention: mention.sentence)
        end = bisect_left(self._article.mentions, at, key=lambda mention: mention.at)
        return (self._article.mentions[number] for number in range(first, end))

    def _features(self, entity: Entity, mention: EntityMention, here: int, at: int) -> dict[str, float]:
        """What the last mention of an entity and the entity itself say for it."""
        away = min(here - mention.sentence, REACH)
        case = "behind" if mention.at > at else "subject" if mention.nominative else "object"
        kind = "person" if entity.person else entity.reading.kind
        times = self._article.times[mention.number]
        return {
            f"{case} {away}": 1,
            "opens": float(mention.opens),
            kind: 1,
            "media": float(entity.reading.institution in MEDIA),
            "gender known": float(bool(entity.gender)),
            "mentions": log(1 + times),
            "first": float(self._article.first[mention.number] == 0),
            "stated": float(entity.reading.stated),
            "in quote": float(self._in_quote(mention.at)),
            "paragraph": float(self._article.paragraph(mention.at) == self._article.paragraph(at)),
        }

    def _speaking(self, source: Source, last: Source) -> dict[str, float]:
        spoke = {one.entity for one in self._spoken}
        turn = {one.entity for one in self._spoken[-2:-1]}
        return {
            "last speaker": float(source.entity == last.entity),
            "speaker before": float(source.entity in turn),
            "spoke": float(source.entity in spoke),
        }

    def _in_quote(self, at: int) -> bool:
        place = bisect_right(self._quotes, (at, 1 << 60)) - 1
        return place >= 0 and self._quotes[place][0] <= at < self._quotes[place][1]

    def _sentence(self, at: int) -> int:
        return max(bisect_right(self._article.begins, at) - 1, 0)

    def _may_be(self, source: Source, gender: str) -> bool:
        index = self._article.find_person(source.entity) if source.entity != "-" else None
        if index is None:
            return source.entity != "-" and gender in ("", "f", "p", "n")
        return gender in ("", "p", self._article.entities[index].gender) or not self._article.entities[index].gender


def _with_pronoun(features: dict[str, float], gender: str, plural: bool, entity: Entity) -> dict[str, float]:
    """The features, with the kind of the entity beside the form of the pronoun."""
    form = "p" if plural and gender in ("f", "p") else gender
    kind = "person" if entity.person else entity.reading.kind
    return features | {f"{form} {kind}": 1.0, f"{form} of {entity.gender or 'any'}": 1.0}

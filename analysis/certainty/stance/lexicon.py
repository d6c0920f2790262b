"""The words of ``stance_cues.tsv``, by kind; nouns and adverbs that follow from a verb have its stance."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, cast

from analysis.certainty.stance.own_list import with_own
from analysis.model import Stance
from analysis.own_words.active import per_list
from analysis.resources import read_lexicon

_SHORTEST_HEAD = 6
"""Shorter nouns end words that have nothing to do with them: Rat and Bundesrat, Plan and Fahrplan."""


class Phrase(NamedTuple):
    """Words that have a stance together: ``fixed`` side by side in this order, a verb, and where needed "sich"."""

    fixed: tuple[str, ...]
    verb: str
    reflexive: bool
    stance: Stance


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All keys are lower-case with ss for ß; phrases lie under their verb, ``that_phrases`` count before "dass".

    ``carriers``, ``callings`` and ``negators`` give the prepositions with which a verb governs the noun or predicate
    that decides, "" for an object without one.
    """

    verbs: Mapping[str, Stance]
    particles: frozenset[tuple[str, str]]
    particle_words: frozenset[str]
    base_verbs: frozenset[str]
    nouns: Mapping[str, Stance]
    adverbs: Mapping[str, Stance]
    modals: Mapping[str, Stance]
    phrases: Mapping[str, tuple[Phrase, ...]]
    that_phrases: Mapping[str, tuple[Phrase, ...]]
    carriers: Mapping[str, frozenset[str]]
    negators: Mapping[str, frozenset[str]]
    callings: Mapping[str, Mapping[str, Stance]]
    words: Mapping[str, frozenset[str]]

    def noun(self, word: str) -> Stance | None:
        """The stance of a noun, of a compound by its last part; none where no list knows it."""
        found = self.nouns.get(word)
        if found is not None:
            return found
        tails = (word[cut:] for cut in range(1, len(word) - _SHORTEST_HEAD + 1))
        return next((self.nouns[tail] for tail in tails if tail in self.nouns), None)

    def has(self, kind: str, word: str) -> bool:
        """Whether a word is listed under a kind, itself or by the last part of a compound."""
        listed = self.words[kind]
        return word in listed or any(word[cut:] in listed for cut in range(1, len(word) - _SHORTEST_HEAD + 1))


def key(word: str) -> str:
    """A word as the tables have it: lower-case, ss for ß, as Switzerland writes."""
    return word.lower().replace("ß", "ss")


@per_list
def lexicon() -> Lexicon:
    """The stance lexicon with the own list, read once for each list."""
    given = with_own(read_lexicon("stance_cues"))
    rows = [(row["kind"], row["cue"], cast(Stance, row["stance"])) for row in given]
    verbs = dict(_of("verb", rows))
    particles = frozenset(_particles(cue for _, cue, _ in rows))
    nouns = dict(_derived_nouns(verbs)) | dict(_of("noun", rows))
    adverbs = {f"{verb}d": stance for verb, stance in verbs.items()} | dict(_of("adverb", rows))
    return Lexicon(
        verbs=verbs,
        particles=particles,
        particle_words=frozenset(particle for particle, _ in particles),
        base_verbs=frozenset(base for _, base in particles),
        nouns=nouns,
        adverbs=adverbs,
        modals=dict(_of("modal", rows)),
        phrases=_phrases("phrase", rows),
        that_phrases=_phrases("that", rows),
        carriers=_governing("carrier", rows),
        negators=_governing("negator", rows),
        callings=_callings(rows),
        words={kind: frozenset(dict(_of(kind, rows))) for kind in ("untrue", "untrue of claims", "claim", "named")},
    )


Row = tuple[str, str, Stance]


def _of(kind: str, rows: Iterable[Row]) -> Iterator[tuple[str, Stance]]:
    return ((_joined(key(cue)), stance) for row_kind, cue, stance in rows if row_kind == kind)


def _joined(verb: str) -> str:
    return verb.replace("|", "")


def _particles(cues: Iterable[str]) -> Iterator[tuple[str, str]]:
    for cue in cues:
        particle, bar, base = key(cue).split(" ")[-1].partition("|")
        if bar:
            yield particle, base


def _derived_nouns(verbs: Mapping[str, Stance]) -> Iterator[tuple[str, Stance]]:
    """Behauptung and Behauptungen from behaupten, Forderung from fordern, where the verb is not neutral."""
    for verb, stance in verbs.items():
        if stance != "neutral":
            stem = verb.removesuffix("n") if verb.endswith(("ern", "eln")) else verb.removesuffix("en")
            yield f"{stem}ung", stance
            yield f"{stem}ungen", stance


def _phrases(wanted: str, rows: Iterable[Row]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = {}
    for kind, cue, stance in rows:
        if kind == wanted:
            *words, verb = _joined(key(cue)).split()
            reflexive = words[:1] == ["sich"]  # elsewhere it has its place: "von sich weisen"
            phrase = Phrase(tuple(words[reflexive:]), verb, reflexive, stance)
            found[verb] = (*found.get(verb, ()), phrase)
    return {verb: tuple(sorted(some, key=_size, reverse=True)) for verb, some in found.items()}


def _size(phrase: Phrase) -> int:
    """How many words a phrase needs: "sich gegen aussprechen" goes before "sich aussprechen"."""
    return len(phrase.fixed) + phrase.reflexive


def _governing(kind: str, rows: Iterable[Row]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row_kind, cue, _ in rows:
        if row_kind == kind:
            preposition, _, verb = _joined(key(cue)).rpartition(" ")
            found[verb] = found.get(verb, frozenset()) | {preposition}
    return found


def _callings(rows: Iterable[Row]) -> dict[str, dict[str, Stance]]:
    found: dict[str, dict[str, Stance]] = {}
    for kind, cue, stance in rows:
        if kind == "calling":
            preposition, _, verb = _joined(key(cue)).rpartition(" ")
            found.setdefault(verb, {})[preposition] = stance
    return found

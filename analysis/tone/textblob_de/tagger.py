"""How textblob-de tags: pattern's Brill tagger for German with its rules indexed.

pattern walks through all 374 context rules for every token; here the rules lie in dictionaries by the tag
they change and the values by which they decide. Re-implemented after pattern (BSD licence, University of
Antwerp), whose copy inside textblob-de supplies lexicon, rules and inflection.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from analysis.tone.textblob_de.context_rules import EDGE, PAD, TAGS, index
from analysis.tone.textblob_de.lemmas import COMMON_KINDS, KINDS, LemmaKind, lemma_kind
from analysis.tone.textblob_de.suffix_rules import BESIDE, compile_rules
from analysis.tone.textblob_de.tokenizer import pattern


class Tagger:
    """STTS tags of token lists, equal to those of textblob-de's parser."""

    def __init__(self) -> None:
        parser = pattern("text.de").parser
        self._lexicon: dict[str, str] = dict(parser.lexicon.items())
        self._context = index(parser.context)
        self._suffixes = compile_rules(parser.morphology, self._lexicon)
        self._beside = frozenset(word for rule in parser.morphology for word in rule[:2])
        self._targets: dict[str, set[str]] = defaultdict(set)
        for old, new, *_ in parser.context:
            self._targets[old].add(new)
        self._number = pattern("text").CD
        self._guess = lru_cache(1 << 16)(self._guessed)
        self._depends = cache(self._may_depend)
        self._index_suffixes()

    def tag(self, tokens: list[str]) -> list[str]:
        """One STTS tag for each token of a sentence."""
        return self.tags_at(tokens, range(len(tokens)))

    def tags_at(self, tokens: list[str], places: Sequence[int]) -> list[str]:
        """The STTS tags at some places of a sentence, in rising order; only what they depend on is worked out."""
        words = [*EDGE, *(token.replace("ß", "ss") for token in tokens), *EDGE]
        tags = [*EDGE, *(self._lexicon.get(word, "") for word in words[PAD:-PAD]), *EDGE]
        if tokens and not tags[PAD]:
            tags[PAD] = self._lexicon.get(words[PAD].lower(), "")
        final = [False] * len(tags)
        found = []
        for at in (place + PAD for place in places):
            begin = step = at
            while step >= begin:
                self._guess_around(words, tags, step)
                for distance in range(1, PAD + 1):
                    if not final[step - distance] and self._depends(tags[step], distance, tags[step - distance]):
                        begin = min(begin, step - distance)
                step -= 1
            for step in range(begin, at + 1):
                if not final[step]:
                    tags[step] = self._in_context((words, tags), step)
                    final[step] = True
            found.append(tags[at])
        return found

    def _guess_around(self, words: list[str], tags: list[str], at: int) -> None:
        """Fill in the tags that the lexicon lacks at a place and as far as context rules look from it."""
        for near in range(at - PAD, at + PAD + 1):
            if not tags[near]:
                tags[near] = self._unknown(words, near)

    def _may_depend(self, tag: str, distance: int, before: str) -> bool:
        """Whether the rules for a tag may look at what becomes of another, so many places before it."""
        becomes = {before} | self._targets[before] | self._targets["*"]
        place = (TAGS, -distance)
        looked_for: set[str] = set()
        for first, second, rules in self._context.get(tag) or self._context["*"]:
            if place in (first, second):
                looked_for.update(key if second is None else key[place == second] for key in rules)
        return len(becomes) > 1 and not becomes.isdisjoint(looked_for)

    def _index_suffixes(self) -> None:
        """The rules for unknown words by what they look for, so that few are tried on a word."""
        self._by_start, self._by_end = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
        self._by_letter = defaultdict[str, list[int]](list)
        self._by_neighbour = defaultdict[tuple[str, str | None], list[int]](list)
        self._others: list[int] = []
        for number, rule in enumerate(self._suffixes):
            if rule.command in ("haspref", "deletepref"):
                self._by_start[rule.value].append(number)
            elif rule.command in ("hassuf", "deletesuf"):
                self._by_end[rule.value].append(number)
            elif rule.command == "char" and len(rule.value) == 1:
                self._by_letter[rule.value].append(number)
            elif rule.command in BESIDE:
                self._by_neighbour[rule.command, rule.value].append(number)
            else:
                self._others.append(number)
        self._about_neighbours = [number for numbers in self._by_neighbour.values() for number in numbers]
        self._reach = max(map(len, (*self._by_start, *self._by_end)), default=0)

    def all_lemma_kinds(self, token: str) -> tuple[LemmaKind, ...]:
        """Quickly, every way in which the token might be lemmatised; some may never occur."""
        word = token.replace("ß", "ss")
        is_plural = "NNS" in (self._lexicon.get(word), self._lexicon.get(word.lower()))
        return KINDS if is_plural else COMMON_KINDS

    def lemma_kinds(self, token: str) -> frozenset[LemmaKind]:
        """Every way in which the token may be lemmatised, before any word but "worden"."""
        word = token.replace("ß", "ss")
        known = self._lexicon.get(word)
        tags = self._guesses(word) if known is None else {known}
        if known is None and word.lower() in self._lexicon:
            tags.add(self._lexicon[word.lower()])
        tags |= {new for tag in tags for new in self._targets[tag]}
        return frozenset(lemma_kind(tag)[0] for tag in tags)

    def _guesses(self, word: str) -> set[str]:
        """Every tag that a word which the lexicon lacks may get, whatever stands beside it."""
        if self._number.match(word):
            return {"CARDNUM"}
        tags = {"NN"}
        for number in sorted([*self._fitting(word), *self._about_neighbours]):
            guard, _, new, command, _ = self._suffixes[number]
            if guard is None or guard in tags:
                if command in BESIDE:
                    tags.add(new)
                else:
                    tags = (tags - {guard} if guard else set()) | {new}
        return tags

    def _in_context(self, rows: tuple[list[str], list[str]], at: int) -> str:
        """The tag that the last fitting rule gives."""
        tag = rows[TAGS][at]
        best = (-1, tag)
        for (row, offset), second, table in self._context.get(tag) or self._context["*"]:
            key: Any = rows[row][at + offset]
            if second is not None:
                key = (key, rows[second[0]][at + second[1]])
            found = table.get(key)
            if found is not None and found > best:
                best = found
        return best[1]

    def _unknown(self, words: list[str], at: int) -> str:
        before = words[at - 1] if words[at - 1] in self._beside else None
        after = words[at + 1] if words[at + 1] in self._beside else None
        return self._guess(words[at], before, after)

    def _guessed(self, word: str, before: str | None, after: str | None) -> str:
        """The tag of a word that the lexicon lacks."""
        if self._number.match(word):
            return "CARDNUM"
        tag = "NN"
        fitting = self._fitting(word)
        fitting += self._by_neighbour.get(("goodleft", after), ())
        fitting += self._by_neighbour.get(("goodright", before), ())
        for number in sorted(fitting):
            guard, _, new, *_ = self._suffixes[number]
            if guard is None or guard == tag:
                tag = new
        return tag

    def _fitting(self, word: str) -> list[int]:
        """The numbers of the rules about the word itself that it meets."""
        numbers = self._others.copy()
        starts, ends, letters = self._by_start, self._by_end, self._by_letter
        for length in range(1, min(len(word), self._reach) + 1):
            numbers += starts.get(word[:length], ())
            numbers += ends.get(word[-length:], ())
        for letter in letters.keys() & set(word):
            numbers += letters[letter]
        return [number for number in numbers if self._suffixes[number].test(word, None, None)]


@cache
def tagger() -> Tagger:
    """The tagger, loaded once."""
    return Tagger()

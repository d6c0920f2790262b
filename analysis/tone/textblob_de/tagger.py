"""How textblob-de tags and lemmatises: pattern's Brill tagger for German with its rules indexed.

pattern walks through all 374 context rules for every token; here the rules lie in dictionaries by the tag
they change and the values by which they decide. Re-implemented after pattern (BSD licence, University of
Antwerp), whose copy inside textblob-de supplies lexicon, rules and inflection.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from types import FunctionType
from typing import Any, Literal, NamedTuple

from analysis.tone.textblob_de.tokenizer import pattern

LemmaKind = Literal["as it stands", "adjective", "plural", "verb"]

KINDS: tuple[LemmaKind, ...] = ("as it stands", "adjective", "verb", "plural")
_COMMON_KINDS = KINDS[:3]
"""Only words that the lexicon lists as plurals are lemmatised as such."""

_PAD = 3
"""Context rules look at most three tokens to either side."""
_EDGE = ("STAART",) * _PAD
"""Words and tags beyond the ends of a sentence."""
_WORDS, _TAGS = 0, 1
_Place = tuple[int, int]
"""Whether words or tags are looked at, and the distance from the token."""

_CONTEXTS: dict[str, tuple[tuple[_Place, ...], ...]] = {
    "prevtag": (((_TAGS, -1),),),
    "nexttag": (((_TAGS, 1),),),
    "prev2tag": (((_TAGS, -2),),),
    "next2tag": (((_TAGS, 2),),),
    "prev1or2tag": (((_TAGS, -1),), ((_TAGS, -2),)),
    "next1or2tag": (((_TAGS, 1),), ((_TAGS, 2),)),
    "prev1or2or3tag": (((_TAGS, -1),), ((_TAGS, -2),), ((_TAGS, -3),)),
    "next1or2or3tag": (((_TAGS, 1),), ((_TAGS, 2),), ((_TAGS, 3),)),
    "surroundtag": (((_TAGS, -1), (_TAGS, 1)),),
    "curwd": (((_WORDS, 0),),),
    "prevwd": (((_WORDS, -1),),),
    "nextwd": (((_WORDS, 1),),),
    "prev1or2wd": (((_WORDS, -1),), ((_WORDS, -2),)),
    "next1or2wd": (((_WORDS, 1),), ((_WORDS, 2),)),
    "prevwdtag": (((_WORDS, -1), (_TAGS, -1)),),
    "nextwdtag": (((_WORDS, 1), (_TAGS, 1)),),
    "wdprevtag": (((_TAGS, -1), (_WORDS, 0)),),
    "wdnexttag": (((_WORDS, 0), (_TAGS, 1)),),
    "wdand2aft": (((_WORDS, 0), (_WORDS, 2)),),
    "wdand2tagbfr": (((_TAGS, -2), (_WORDS, 0)),),
    "wdand2tagaft": (((_WORDS, 0), (_TAGS, 2)),),
    "lbigram": (((_WORDS, -1), (_WORDS, 0)),),
    "rbigram": (((_WORDS, 0), (_WORDS, 1)),),
    "prevbigram": (((_TAGS, -2), (_TAGS, -1)),),
    "nextbigram": (((_TAGS, 1), (_TAGS, 2)),),
}
"""Where each kind of context rule looks; alternatives are listed one after the other."""

_COMMANDS = (
    "char", "haspref", "hassuf", "addpref", "addsuf", "deletepref", "deletesuf", "goodleft", "goodright",
)  # fmt: skip

_BESIDE = ("goodleft", "goodright")
"""Commands that look at the next word, or at the one before."""
_Test = Callable[[str, str | None, str | None], bool]


class Tagger:
    """STTS tags of token lists, equal to those of textblob-de's parser."""

    def __init__(self) -> None:
        parser = pattern("text.de").parser
        self._lexicon: dict[str, str] = dict(parser.lexicon.items())
        self._context = _index(parser.context)
        self._suffixes = _compile(parser.morphology, self._lexicon)
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
        words = [*_EDGE, *(token.replace("ß", "ss") for token in tokens), *_EDGE]
        tags = [*_EDGE, *(self._lexicon.get(word, "") for word in words[_PAD:-_PAD]), *_EDGE]
        if tokens and not tags[_PAD]:
            tags[_PAD] = self._lexicon.get(words[_PAD].lower(), "")
        final = [False] * len(tags)
        found = []
        for at in (place + _PAD for place in places):
            begin = step = at
            while step >= begin:
                self._guess_around(words, tags, step)
                for distance in range(1, _PAD + 1):
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
        for near in range(at - _PAD, at + _PAD + 1):
            if not tags[near]:
                tags[near] = self._unknown(words, near)

    def _may_depend(self, tag: str, distance: int, before: str) -> bool:
        """Whether the rules for a tag may look at what becomes of another, so many places before it."""
        becomes = {before} | self._targets[before] | self._targets["*"]
        place = (_TAGS, -distance)
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
            elif rule.command in _BESIDE:
                self._by_neighbour[rule.command, rule.value].append(number)
            else:
                self._others.append(number)
        self._about_neighbours = [number for numbers in self._by_neighbour.values() for number in numbers]
        self._reach = max(map(len, (*self._by_start, *self._by_end)), default=0)

    def all_lemma_kinds(self, token: str) -> tuple[LemmaKind, ...]:
        """Quickly, every way in which the token might be lemmatised; some may never occur."""
        word = token.replace("ß", "ss")
        is_plural = "NNS" in (self._lexicon.get(word), self._lexicon.get(word.lower()))
        return KINDS if is_plural else _COMMON_KINDS

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
                if command in _BESIDE:
                    tags.add(new)
                else:
                    tags = (tags - {guard} if guard else set()) | {new}
        return tags

    def _in_context(self, rows: tuple[list[str], list[str]], at: int) -> str:
        """The tag that the last fitting rule gives."""
        tag = rows[_TAGS][at]
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


class _ContextTable(NamedTuple):
    """The rules for a tag that look at the same one or two places: what stands there -> (number, new tag)."""

    place: _Place
    second: _Place | None
    rules: dict[Any, tuple[int, str]]


def _index(rules: list[list[str]]) -> dict[str, list[_ContextTable]]:
    """Context rules by the tag they change; the rules for any tag are in every entry."""
    tables: dict[str, dict[tuple[_Place, ...], dict[Any, tuple[int, str]]]] = defaultdict(dict)
    for tag in {rule[0] for rule in rules}:
        for number, (old, new, command, *values) in enumerate(rules):
            if old not in (tag, "*"):
                continue
            for places in _CONTEXTS.get(command.lower(), ()):
                key = values[0] if len(places) == 1 else (values[0], values[1] if len(values) > 1 else "")
                tables[tag].setdefault(places, {})[key] = (number, new)
    return {
        tag: [_ContextTable(p[0], p[1] if len(p) > 1 else None, found) for p, found in by_places.items()]
        for tag, by_places in tables.items()
    }


class _SuffixRule(NamedTuple):
    """A rule for unknown words."""

    guard: str | None
    """The tag that the word must have got so far."""
    test: _Test
    new: str
    command: str
    value: str


def _compile(rules: list[list[str]], known: dict[str, str]) -> list[_SuffixRule]:
    """The rules ``x command … tag number`` and ``guard x fcommand … tag number``, ready to run."""
    compiled = []
    for x, second, third, *rest in rules:
        guarded = third[1:] in _COMMANDS and third[0] == "f"
        command, value = (third[1:], second) if guarded else (second, x)
        new = [x, second, third, *rest][-2]
        test = _test(command, value, known)
        compiled.append(_SuffixRule(x if guarded else None, test, new, command, value))
    return compiled


def _test(command: str, x: str, known: dict[str, str]) -> _Test:
    tests: dict[str, _Test] = {
        "char": lambda word, before, after: x in word,
        "haspref": lambda word, before, after: word.startswith(x),
        "hassuf": lambda word, before, after: word.endswith(x),
        "addpref": lambda word, before, after: x + word in known,
        "addsuf": lambda word, before, after: word + x in known,
        "deletepref": lambda word, before, after: word.startswith(x) and word[len(x) :] in known,
        "deletesuf": lambda word, before, after: word.endswith(x) and word[: -len(x)] in known,
        "goodleft": lambda word, before, after: x == after,
        "goodright": lambda word, before, after: x == before,
    }
    return tests[command]


@cache
def tagger() -> Tagger:
    """The tagger, loaded once."""
    return Tagger()


@cache
def lemma_kind(tag: str) -> tuple[LemmaKind, bool]:
    """How a word with this STTS tag is lemmatised, and whether it counts as a noun."""
    penn: str = pattern("text.de").stts.get(tag, tag)
    kind: LemmaKind = "as it stands"
    if penn.startswith(("DT", "JJ")):
        kind = "adjective"
    elif penn == "NNS":
        kind = "plural"
    elif penn.startswith(("VB", "MD")):
        kind = "verb"
    return kind, penn.startswith("N")


def lemmatise(word: str, kind: LemmaKind) -> str:
    """The lower-case lemma of a word, with ss for ß as the lexicon has it."""
    german = pattern("text.de")
    lemma: str = word
    if kind == "adjective":
        lemma = german.predicative(word)
    elif kind == "plural":
        lemma = german.singularize(word)
    elif kind == "verb":
        # The infinitive that conjugate() would look up for this lemma is the lemma itself.
        lemma = _infinitive(word) or word
    return lemma.lower().replace("ß", "ss")


def _infinitive(verb: str) -> str:
    """What ``verbs.lemma`` gives; the prefixes, which it tries one after the other on every word, are looked up."""
    verbs, lower = pattern("text.de").verbs, verb.lower()
    listed: dict[str, str] = verbs.inflections
    for form in (lower, verb):
        if form in listed:
            return listed[form]
    if not (lower.startswith("ge") and lower.endswith("t")):
        for prefix in _prefixes().get(lower[:2], ()):
            if lower.startswith(prefix) and lower[len(prefix) :] in listed:
                return prefix + listed[lower[len(prefix) :]]
    infinitive: str = _regular_infinitive()(verbs, verb)
    return infinitive


@cache
def _prefixes() -> dict[str, list[str]]:
    """The prefixes of verbs by their first two letters, in the order in which they are tried."""
    prefixes = defaultdict[str, list[str]](list)
    for prefix in pattern("text.de.inflect").prefixes:
        prefixes[prefix[:2]].append(prefix)
    return dict(prefixes)


@cache
def _regular_infinitive() -> Callable[[Any, str], str]:
    """pattern's ``find_lemma`` without prefixes."""
    inflect = pattern("text.de.inflect")
    return FunctionType(inflect.Verbs.find_lemma.__code__, {**vars(inflect), "prefixes": ()})

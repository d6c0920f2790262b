"""The dictionary form of a word, given its form and part of speech.

The table behind it is an xz file: four blocks (finite verbs, participles, nouns, the rest) with a blank line
between them; each line holds a form, how many letters to cut from its end, and what to put there.
"""

import lzma
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import takewhile

from analysis.language.word_table import load_words
from analysis.resources import model_path, read_lexicon

FILE = "lemmas.xz"
_BLOCKS = ("finite", "participle", "noun", "other")
_LONGEST = 60
_SHORTEST_PART = 4
_COMMON = -14.0
"""Rarer words are not trusted as the last part of a compound."""
_KEPT = ("$", "CARD", "XY", "FM", "TRUNC", "ITJ")
_CONTRACTED = {
    "am": "an", "im": "in", "zum": "zu", "zur": "zu", "vom": "von", "beim": "bei", "ins": "in", "ans": "an",
    "aufs": "auf", "fürs": "für", "ums": "um", "durchs": "durch", "übers": "über", "unterm": "unter",
    "unters": "unter", "vors": "vor", "vorm": "vor", "hinterm": "hinter", "überm": "über",
}  # fmt: skip
_WEAK = re.compile(r"(?<=.{2})(?:e?te|e?ten|e?test|e?st|e?t|e)$")
_WEAK_PARTICIPLE = re.compile(r"^ge(.{2,}?)e?t$|^(.{3,}(?:ier|el|er))t$")
_ADJECTIVE = re.compile(r"(?<=.{4})(?:e|em|en|er|es)$")


def pack(tables: Mapping[str, Mapping[str, str]]) -> bytes:
    """The file for lemma-by-form tables, one per block."""
    blocks = ("\n".join(_line(*entry) for entry in sorted(tables[name].items())) for name in _BLOCKS)
    return lzma.compress("\n\n".join(blocks).encode(), preset=9)


def _line(form: str, lemma: str) -> str:
    same = (one == other for one, other in zip(form, lemma, strict=False))
    shared = sum(1 for _ in takewhile(bool, same))
    return f"{form}\t{len(form) - shared}\t{lemma[shared:]}"


@cache
def _tables() -> dict[str, dict[str, str]]:
    """Lemma by form for every block; raises ``FileNotFoundError`` naming the file."""
    tables: dict[str, dict[str, str]] = {}
    text = lzma.decompress(model_path(FILE).read_bytes()).decode()
    for name, block in zip(_BLOCKS, text.split("\n\n"), strict=True):
        table = tables[name] = {}
        for line in block.split("\n"):
            form, cut, ending = line.split("\t")
            table[form] = form[: len(form) - int(cut)] + ending
    return tables


def load_lemmas() -> None:
    """Reads the table now rather than with the first word."""
    _tables()


@lru_cache(maxsize=100_000)
def lemma(form: str, tag: str) -> str:
    """The lemma: infinitive, nominative singular or positive; names keep their form but for a genitive s."""
    if len(form) > _LONGEST or tag.startswith(_KEPT) or not form:
        return form
    if tag == "NE":
        return _name(form)
    if tag == "NN":
        return _noun(form)
    lowered = form.lower()
    if tag.startswith("V"):
        return _participle(lowered) if tag.endswith("PP") else _verb(lowered)
    if tag == "APPRART":
        return _CONTRACTED.get(lowered, lowered)
    found = _tables()["other"].get(lowered)
    if found is None and tag.startswith("ADJ"):
        return _adjective(lowered)
    return found or lowered


def _name(form: str) -> str:
    """A name without the s of the genitive: ``Putins`` → ``Putin``, but ``Paris``."""
    if len(form) > 4 and form.endswith("s") and not form.endswith("ss") and form[-2].islower():
        words = load_words()
        if words.log_probability(form[:-1]) > words.log_probability(form):
            return form[:-1]
    return form


def _noun(form: str) -> str:
    """A noun's lemma; an unknown compound takes it from its longest known last part."""
    nouns, known = _tables()["noun"], load_words().index
    if found := nouns.get(form):
        return found
    if form in known:
        return form[:1].upper() + form[1:]
    for start in range(1, len(form) - _SHORTEST_PART + 1):
        part = form[start:].capitalize()
        if part in known and load_words().log_probability(part) > _COMMON:
            base = nouns.get(part, part)
            return form[:start] + (base if form[start - 1] == "-" else base.lower())
    return form[:1].upper() + form[1:]


def _verb(form: str) -> str:
    """The infinitive of a finite verb, an imperative or an infinitive, with or without zu."""
    finite = _tables()["finite"]
    if found := finite.get(form) or finite.get(form.replace("ß", "ss")):
        return found
    if form in load_words().index and form.endswith("n"):
        return form
    for prefix in _prefixes(form):
        rest = form[len(prefix) :]
        bare = rest.removeprefix("zu") if len(rest) > 4 else rest
        for part in (rest, bare):
            if part in finite or (part in load_words().index and part.endswith("n")):
                return prefix + finite.get(part, part)
    return form if form.endswith("n") and not form.endswith("ten") else _infinitive(_WEAK.sub("", form))


def _participle(form: str) -> str:
    """The infinitive of a past participle."""
    participles = _tables()["participle"]
    if found := participles.get(form):
        return found
    for prefix in _prefixes(form):
        rest = form[len(prefix) :]
        if found := participles.get(rest):
            return prefix + found
        if rest.startswith("ge") and (match := _WEAK_PARTICIPLE.match(rest)) and match.group(1):
            return prefix + _infinitive(match.group(1))
    if match := _WEAK_PARTICIPLE.match(form):
        return _infinitive(match.group(1) or match.group(2))
    return _verb(form)


def _infinitive(stem: str) -> str:
    return stem + ("n" if stem.endswith(("el", "er", "n")) and not stem.endswith(("ier", "nn")) else "en")


def _prefixes(form: str) -> list[str]:
    """The separable prefixes a form starts with, longest first."""
    known = _separable()
    return [form[:size] for size in range(min(len(form) - 2, 12), 1, -1) if form[:size] in known]


@cache
def _separable() -> frozenset[str]:
    return frozenset(row["prefix"] for row in read_lexicon("separable_prefixes"))


def _adjective(form: str) -> str:
    """An unknown adjective's positive: from its longest known last part, else without its ending."""
    others, known = _tables()["other"], load_words().index
    if form in known:
        return form
    for start in range(2, len(form) - _SHORTEST_PART + 1):
        part = form[start:]
        if part in others or part in known:
            return form[:start] + others.get(part, part)
    return _ADJECTIVE.sub("", form)

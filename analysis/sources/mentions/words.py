"""The words of a mention: cutting a string, and the small word classes that its rules ask for."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.sources.lexicons.name_endings import SITE_ENDINGS

_WORD = re.compile(r"\d{1,2}\.(?=\s)|[^\W_](?:[\w.&/'’ʼ–-]*[\w'’-])?|[^\s\w]|\w")
QUOTES = frozenset("„“”\"»«›‹‚‘'`") | {"''", "``"}
ARTICLES = frozenset(
    "der die das des dem den ein eine einer eines einem einen dieser diese dieses diesem diesen jener jene"
    " jenes jenem jenen sein seine seiner seines seinem seinen ihr ihre ihrer ihres ihrem ihren unser unsere"
    " mein meine kein keine keiner keines keinem keinen mehrere mehrerer mehreren einige einiger einigen viele"
    " vieler vielen alle aller allen beide beider beiden manche mancher manchen derselben demselben zwei drei vier"
    " zahlreiche zahlreicher zahlreichen weitere weiterer weiteren andere anderer anderen derselbe dieselbe etliche"
    " etlicher etlichen verschiedene verschiedener verschiedenen diverse diverser diversen sämtliche sämtlicher"
    " sämtlichen wenige weniger wenigen meisten".split()
)
DEFINITE = frozenset("der die das des dem den dieser diese dieses diesem diesen dieselbe derselbe derselben".split())
SAME = frozenset("gleiche gleichen selbe selben genannte genannten besagte besagten erwähnte erwähnten".split())
"""Adjectives by which a noun points back as with an article alone."""
INDEFINITE = frozenset("ein eine einer eines einem einen kein keine keiner keines keinem keinen".split())
PLURAL_ARTICLES = frozenset(
    "mehrere mehrerer mehreren einige einiger einigen viele vieler vielen alle aller allen beide beider"
    " beiden manche manchen zwei drei vier zahlreiche zahlreicher zahlreichen weitere weiteren andere anderen etliche"
    " etlicher etlichen verschiedene verschiedener verschiedenen diverse diverser diversen sämtliche sämtlicher"
    " sämtlichen wenige weniger wenigen meisten".split()
)
GENITIVE = frozenset("des der eines einer dieses dieser ihres ihrer seines seiner unseres unserer".split())
POSSESSIVES = frozenset("dessen deren sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren".split())
"""Before a role they point back to the body that it belongs to."""
LEADING = frozenset(
    "nach laut gemäß zufolge so wie von vom aus durch gegenüber seitens bei beim auch selbst nur zwar etwa"
    " unterdessen allerdings sogar für jetzt nun bereits in im an am auf zu zum zur mit über unter hingegen"
    " sowohl und dass dem".split()
) - {"dem"}  # fmt: skip
TRAILING = frozenset("zufolge nach selbst zu hier am sowie und heute gegenüber".split())
PARTICLES = frozenset(
    "von van der den de del della di da do dos du la le el al bin ibn ben zu zur ter ten y e af abu ul as".split()
)


_ATTRIBUTE_OPENS = frozenset("in im aus bei von vom für mit am an auf zu zum zur seit".split())
_PARTICIPLE_ENDS = tuple(
    stem + ending
    for stem in ("end", "iert", "igt", "ansässig", "zuständig", "verantwortlich", "beheimatet", "tätig", "gegründet",
                 "geführt", "gewählt", "bekannt", "beteiligt", "eingesetzt", "ernannt")
    for ending in ("e", "en", "er", "es", "em")
)  # fmt: skip
COMMON = "common"
"""Stands where a label could for a word that the tagger takes for a common noun."""


class Words(NamedTuple):
    """Words of a mention with an entity label (IOB2, ``COMMON`` or "") for each, and what stood in parentheses."""

    words: tuple[str, ...]
    labels: tuple[str, ...]
    asides: tuple[tuple[str, ...], ...] = ()

    def part(self, start: int, end: int) -> "Words":
        """The words ``[start, end)``, with the same asides."""
        return Words(self.words[start:end], self.labels[start:end], self.asides)


def cut(mention: str) -> tuple[str, ...]:
    """The words and punctuation marks of a mention."""
    return tuple(_WORD.findall(mention))


def clean(words: Sequence[str], labels: Sequence[str] = ()) -> Words:
    """The words without quotation marks, parentheses (kept as asides) and function words at the edges."""
    labels = labels or ("",) * len(words)
    kept: list[tuple[str, str]] = []
    asides: list[list[str]] = []
    inside = False
    for word, label in zip(words, labels, strict=True):
        if word.endswith(".") and word[:-1].endswith(SITE_ENDINGS):
            word = word[:-1]
        if word in "([" and word:
            inside = True
            asides.append([])
        elif word in ")]":
            inside = False
        elif word in QUOTES:
            continue
        elif inside:
            asides[-1].append(word)
        elif word == "." and kept and len(kept[-1][0]) <= 4 and kept[-1][0][0].isupper():
            kept[-1] = (kept[-1][0] + ".", kept[-1][1])
        else:
            kept.append((word, label))
    start, end = 0, len(kept)
    familiar = any(word.startswith("vertraut") for word, _ in kept)
    while start < end and (
        kept[start][0].lower() in LEADING - ({"mit"} if familiar else set()) or not kept[start][0][0].isalnum()
    ):
        start += 1
    while end > start and (kept[end - 1][0] in TRAILING or not kept[end - 1][0][-1].isalnum()):
        if kept[end - 1][0].endswith(".") and len(kept[end - 1][0]) > 1:
            break
        end -= 1
    pairs = kept[start:end]
    return Words(tuple(w for w, _ in pairs), tuple(n for _, n in pairs), tuple(map(tuple, asides)))


def behind_participle(words: Sequence[str]) -> int:
    """Where the noun phrase goes on behind an attribute with words of its own; 0 where it has none.

    "die in Oberösterreich erscheinende Rundschau" is about the Rundschau, "der in Richland ansässigen Firma" the firm.
    """
    opens = len(words) > 3 and words[0].lower() in ARTICLES
    if not opens or not (words[1].lower() in _ATTRIBUTE_OPENS or words[1] in DEFINITE):
        return 0
    for at in range(2, len(words) - 1):
        if words[at].islower() and words[at].endswith(_PARTICIPLE_ENDS) and not words[at + 1].islower():
            return at + 1
    return 0


def capital(word: str) -> bool:
    """Whether the word starts with a capital letter."""
    return word[:1].isupper()

"""Training material for the taggers, read from a folder of benchmarks.

Part-of-speech tags are silver: HanTa's, held to what a sentence's own annotation allows where it has one.
"""

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis.language.crf_tagger import mark_punctuation, mark_tag
from analysis.language.sentences import split_sentences
from analysis.language.tokens import clean_form, tokenise

_QUOTATION = frozenset("„“”‚‘’»«›‹")
"""Marks HanTa does not know; it gets the plain one instead."""

Labelled = tuple[list[str], list[str]]
"""The forms of a sentence and their labels."""
Known = tuple[str, frozenset[str]]
"""A word's lemma and its UniMorph features."""

_AUXILIARY = {"sein": "VA", "haben": "VA", "werden": "VA"} | dict.fromkeys(
    ("können", "müssen", "dürfen", "sollen", "wollen", "mögen"), "VM"
)
_ALLOWED = tuple(
    (frozenset(features.split()), re.compile(tags))
    for features, tags in (
        ("REFL", "PRF"),
        ("REL", "PREL"),
        ("PROPN", "NE|NN|ADJA|CARD|FM|ART|APPR"),
        ("N", "NN|NE|TRUNC|FM|XY"),
        ("ADJ", "ADJ|VVPP|P..AT|PIS|CARD|ADV|N[NE]|PTKVZ"),
        ("ADV", "ADV|ADJD|PAV|PTK|PWAV|KOKOM|P.S|KOUS"),
        ("ADP", "APP|APZR|APPO|PTKVZ|KO"),
        ("CONJ", "KO|ADV|PWAV"),
    )
)
"""UniMorph features of a word, and the tags they leave open; the first row that fits holds."""


def _verb_tag(lemma: str, features: frozenset[str]) -> str:
    """The tag of a verb that its features leave no choice about; an empty string for everything else."""
    if not features & {"V", "AUX"}:
        return ""
    kind = _AUXILIARY.get(lemma, "VV")
    if "FIN" in features:
        return kind + ("IMP" if "IMP" in features and kind == "VV" else "FIN")
    if "NFIN" in features:
        return kind + "INF"
    return ""


def plain_tag(tag: str) -> str:
    """HanTa's name of a tag in the spelling of STTS: ``VV(FIN)`` → ``VVFIN``."""
    tag = tag.replace("(", "").replace(")", "") if len(tag) > 2 else tag
    return {"NNA": "NN", "NNI": "NN", "PROAV": "PAV", "UNKNOWN": "XY"}.get(tag, tag)


class Teacher:
    """HanTa, held to what each word's features allow."""

    def __init__(self) -> None:
        from HanTa import HanoverTagger

        self._hanta: Any = HanoverTagger.HanoverTagger("morphmodel_ger.pgz")
        self._ask = lru_cache(maxsize=None)(self._hanta._tag_word)
        self._hanta._tag_word = self._tag_word
        self._pending: list[Known] = []
        self._plain = {number: plain_tag(tag) for tag, number in self._hanta.tag2int.items()}
        self._number = {tag: number for number, tag in self._plain.items()}

    def _tag_word(self, word: str, **options: Any) -> Any:
        found = self._ask(word, **options)
        lemma, features = self._pending.pop(0) if self._pending else ("", frozenset())
        if tag := _verb_tag(lemma, features):
            ending = ("INF", "IZU") if tag.endswith("INF") else (tag[2:],)
            fitting = [pair for pair in found if self._plain[pair[0]].startswith("V")]
            fitting = [pair for pair in fitting if self._plain[pair[0]].endswith(ending)]
            return fitting or [(self._number[tag], max(score for _, score in found))]
        for needed, tags in _ALLOWED:
            if needed <= features:
                return [pair for pair in found if tags.match(self._plain[pair[0]])] or found
        return found

    def tag(self, forms: list[str], known: Sequence[Known] = ()) -> list[str]:
        """The STTS tags of a sentence, held to the lemmas and UniMorph features of its words if known."""
        self._pending = list(known)
        plain = ['"' if mark_tag(form) == "$(" and form in _QUOTATION else form for form in forms]
        return mark_punctuation(forms, [self._plain[tag] for tag in self._hanta.tag_sent_viterbi(plain)])


def news_sentences(folder: Path) -> Iterator[list[str]]:
    """The sentences of the quotation corpus's training part: only its texts are read."""
    with (folder / "quotes" / "train.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            for start, end in split_sentences(text, 0, len(text)):
                yield [clean_form(text[a:b]) for a, b in tokenise(text, start, end)]


def morphology_sentences(folder: Path) -> Iterator[tuple[list[str], list[Known]]]:
    """Sentences with the lemma and UniMorph features of every word."""
    for rows in _rows(folder / "extra" / "morphology.tsv.gz"):
        yield [clean_form(row[0]) for row in rows], [(row[1], frozenset(row[2].split(";"))) for row in rows]


def entity_sentences(folder: Path, part: str) -> Iterator[Labelled]:
    """GermEval sentences (``part``: test or dev) with IOB2 labels over PER, LOC, ORG; "O" outside."""
    for rows in _rows(folder / "extra" / f"germeval-ner-{part}.tsv.gz"):
        rows = [row for row in rows if row[0] != "#"]
        labels = [row[2] if re.fullmatch(r"[BI]-(?:PER|LOC|ORG)", row[2]) else "O" for row in rows]
        yield [clean_form(row[1]) for row in rows], labels


def _rows(path: Path) -> Iterator[list[list[str]]]:
    """The tab-separated cells of each block of lines."""
    block: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                block.append(line.rstrip("\n").split("\t"))
            elif block:
                yield block
                block = []
    if block:
        yield block

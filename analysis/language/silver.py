"""Training material for the taggers, read from a folder of benchmarks.

Part-of-speech tags are silver: HanTa's, held to what a sentence's own annotation allows where it has one.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis.language.sentences import split_sentences
from analysis.language.tagger import mark_punctuation, mark_tag
from analysis.language.tokens import clean_form, tokenise

_QUOTATION = frozenset("„“”‚‘’»«›‹")
"""Marks HanTa does not know; it gets the plain one instead."""

Labelled = tuple[list[str], list[str]]
"""The forms of a sentence and their labels."""

_ALLOWED = (
    (re.compile(r"^(?:V|AUX);.*FIN\b(?!.*IMP)(?<!NFIN)"), re.compile(r"V.FIN")),
    (re.compile(r"^(?:V|AUX);.*IMP"), re.compile(r"V.IMP")),
    (re.compile(r"^(?:V|AUX);NFIN"), re.compile(r"V.(INF|IZU)")),
    (re.compile(r"^(?:V|AUX);V\.PTCP"), re.compile(r"V.PP|ADJD")),
    (re.compile(r"^PROPN"), re.compile(r"NE|NN|ADJA|CARD|FM|ART|APPR")),
    (re.compile(r"^N;"), re.compile(r"NN|NE|TRUNC|FM|XY")),
    (re.compile(r"^ADJ"), re.compile(r"ADJ|VVPP|P..AT|PIS|CARD|ADV|N[NE]|PTKVZ")),
    (re.compile(r"^ADV"), re.compile(r"ADV|ADJD|PAV|PTK|PWAV|KOKOM|P.S|KOUS")),
    (re.compile(r"^ADP"), re.compile(r"APP|APZR|APPO|PTKVZ|KO")),
    (re.compile(r"^CONJ"), re.compile(r"KO|ADV|PWAV")),
)


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
        self._pending: list[str] = []
        self._plain = {number: plain_tag(tag) for tag, number in self._hanta.tag2int.items()}

    def _tag_word(self, word: str, **options: Any) -> Any:
        found = self._ask(word, **options)
        features = self._pending.pop(0) if self._pending else ""
        for pattern, tags in _ALLOWED:
            if pattern.search(features):
                return [pair for pair in found if tags.match(self._plain[pair[0]])] or found
        return found

    def tag(self, forms: list[str], features: list[str] | None = None) -> list[str]:
        """The STTS tags of a sentence, given the UniMorph features of its words if they are known."""
        self._pending = list(features or ())
        plain = ['"' if mark_tag(form) == "$(" and form in _QUOTATION else form for form in forms]
        return mark_punctuation(forms, [self._plain[tag] for tag in self._hanta.tag_sent_viterbi(plain)])


def news_sentences(folder: Path) -> Iterator[list[str]]:
    """The sentences of the quotation corpus's training part: only its texts are read."""
    with (folder / "quotes" / "train.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            for start, end in split_sentences(text, 0, len(text)):
                yield [clean_form(text[a:b]) for a, b in tokenise(text, start, end)]


def morphology_sentences(folder: Path) -> Iterator[Labelled]:
    """Sentences with UniMorph features."""
    yield from _columns(folder / "extra" / "morphology.tsv.gz", 0, 2)


def entity_sentences(folder: Path, part: str) -> Iterator[Labelled]:
    """GermEval sentences (``part``: test or dev) with IOB2 labels over PER, LOC, ORG; "O" outside."""
    for forms, labels in _columns(folder / "extra" / f"germeval-ner-{part}.tsv.gz", 1, 2):
        yield forms, [label if re.fullmatch(r"[BI]-(?:PER|LOC|ORG)", label) else "O" for label in labels]


def _columns(path: Path, form: int, label: int) -> Iterator[Labelled]:
    forms: list[str] = []
    labels: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in _with_end(lines):
            cells = line.rstrip("\n").split("\t")
            if not line.strip():
                if forms:
                    yield forms, labels
                forms, labels = [], []
            elif len(cells) > max(form, label) and (form == 0 or cells[0] != "#"):
                forms.append(clean_form(cells[form]))
                labels.append(cells[label])


def _with_end(lines: Iterable[str]) -> Iterator[str]:
    yield from lines
    yield "\n"

"""Puts together the texts of data/corpus/hedge_places.tsv from the collections they stand in."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from analysis.resources import data_root

_GLUED_LEFT = re.compile(r" ([,.;:!?)\]“])")
_GLUED_RIGHT = re.compile(r"([(„\[]) ")
_SPEAKER = re.compile(r"\{\d+\|([^}]*)\}")


def texts(benchmarks: Path | None) -> Iterator[tuple[str, str]]:
    """Id and text of the passages and, where the folder with the other collections is given, of theirs."""
    for row in _objects(data_root() / "corpus" / "passages.jsonl"):
        yield f"pas-{row['id']}", _SPEAKER.sub(r"\1", row["text"])
    if benchmarks is None:
        return
    for row in _objects(benchmarks / "sentiment" / "dev.jsonl"):
        yield f"ntsa-{row['id']}", row["text"]
    for name in ("test", "dev"):
        yield from _sentences(benchmarks / "extra" / f"germeval-ner-{name}.tsv.gz", f"ge{name}", word=1)
    yield from _sentences(benchmarks / "extra" / "morphology.tsv.gz", "gsd", word=0)
    with gzip.open(benchmarks / "extra" / "spkatt-debates.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, speech in enumerate(map(json.loads, lines)):
            words = (word for sentence in speech["Sentences"] for word in sentence["Tokens"])
            yield f"deb-{number}", _running_text(words)


def _running_text(words: Iterable[str]) -> str:
    """Words with blanks where running text has them."""
    return _GLUED_RIGHT.sub(r"\1", _GLUED_LEFT.sub(r"\1", " ".join(words)))


def _objects(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _sentences(path: Path, name: str, word: int) -> Iterator[tuple[str, str]]:
    """The sentences of a table with a word a line, numbered, with blanks where running text has them."""
    number = 0
    words: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) < 2 and words:
                yield f"{name}-{number}", _running_text(words)
                number, words = number + 1, []
            elif len(cells) >= 2 and not (word and cells[0] == "#"):
                words.append(cells[word])

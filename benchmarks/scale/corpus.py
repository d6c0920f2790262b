"""Writes a corpus of any size: the sentences and names of the demo and founding articles, shuffled.

``python -m benchmarks.scale.corpus FOLDER [ARTICLES] [WORDS]`` writes JSON lines, 10,000 articles a file. The same
arguments give the same corpus. One article in ten repeats an earlier one in another outlet, every second of these
with small edits, as texts of agencies are taken over.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from analysis.reading.files import read_paths
from analysis.resources import data_root, read_lexicon, seeds_root

OUTLETS, DAYS, PER_FILE = 60, 730, 10_000
RECENT = 500
"""How many articles back a repetition reaches."""
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]+[“\"]?")
_FAMILY = ("Brand", "Eben", "Falk", "Hagen", "Kess", "Lind", "Mohr", "Nuss", "Rott", "Sand", "Tann", "Voss", "Wiek")
_ENDS = ("", "er", "mann", "ner", "berg", "hold", "au", "eck", "ert", "ling")


def corpus(articles: int, words: int = 150, seed: int = 7) -> Iterator[dict[str, str]]:
    """So many articles of about so many words each, as objects that ``quellenlage analyse`` reads."""
    chance = random.Random(seed)
    sentences, titles = _pieces()
    given = sorted({name for row in read_lexicon("given_names") for name in row["names"].split("|")})
    names = re.compile(r"\b(" + "|".join(map(re.escape, given)) + r") ([A-ZÄÖÜ][a-zäöüß]+)\b")
    recent: list[dict[str, str]] = []
    for number in range(articles):
        article = {
            "id": f"a{number:07}",
            "outlet": f"Blatt {chance.randrange(OUTLETS):02}",
            "published": str(date(2024, 1, 1) + timedelta(chance.randrange(DAYS))),
        }
        if recent and chance.random() < 0.1:
            original = chance.choice(recent)
            text = _edited(original["text"], chance) if chance.random() < 0.5 else original["text"]
            article |= {"title": original["title"], "published": original["published"], "text": text}
        else:
            text = _text(sentences, words, chance)
            article["title"] = f"{chance.choice(titles)} ({number % 997})"
            article["text"] = names.sub(lambda _: f"{chance.choice(given)} {_family(chance)}", text)
            recent = [*recent[-RECENT:], article]
        yield article


def _pieces() -> tuple[list[str], list[str]]:
    """The sentences and headlines to draw from."""
    found = [item for item in read_paths([data_root() / "demo" / "demo.jsonl", seeds_root()]) if hasattr(item, "text")]
    sentences = [s.strip() for item in found for s in _SENTENCE.findall(item.text) if len(s.split()) > 4]
    return sentences, [item.title or item.text.split("\n", 1)[0][:80] for item in found]


def _text(sentences: list[str], words: int, chance: random.Random) -> str:
    paragraphs, length = [], 0
    while length < words:
        chosen = chance.sample(sentences, chance.randint(2, 4))
        paragraphs.append(" ".join(chosen))
        length += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs)


def _edited(text: str, chance: random.Random) -> str:
    """The text as another desk would print it: credited to the agency, a sentence less."""
    sentences = _SENTENCE.findall(text)
    sentences.pop(chance.randrange(len(sentences)))
    return "Berlin (dpa) - " + " ".join(sentence.strip() for sentence in sentences)


def _family(chance: random.Random) -> str:
    return chance.choice(_FAMILY) + chance.choice(_ENDS)


def main(folder: Path, articles: int = 100_000, words: int = 150) -> None:
    """Write the corpus into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    source = corpus(articles, words)
    for number in range(-(-articles // PER_FILE)):
        with (folder / f"corpus-{number:04}.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in islice(source, PER_FILE))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("articles", nargs="?", type=int, default=100_000)
    parser.add_argument("words", nargs="?", type=int, default=150)
    main(**vars(parser.parse_args()))

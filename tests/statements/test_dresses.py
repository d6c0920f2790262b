"""The same articles in other marks and with wrapped lines hold the same statements."""

import json
import re

import pytest

from analysis import pipeline
from analysis.model import Article
from analysis.resources import data_root

ARTICLES = [json.loads(line) for line in (data_root() / "demo" / "demo.jsonl").read_text("utf-8").splitlines()][:4]
WIDTH = 72


def marked(text: str, opening: str, closing: str) -> str:
    return text.translate({ord("„"): opening, ord("“"): closing})


def wrapped(text: str) -> str:
    """Line breaks in place of blanks, as an editor with a fixed width sets them; the length stays."""
    lines = []
    for line in text.split("\n"):
        start, last, broken = 0, -1, list(line)
        for place, character in enumerate(f"{line} "):
            if character == " ":
                if place - start > WIDTH and last > start:
                    broken[last] = "\n"
                    start = last + 1
                last = place
        lines.append("".join(broken))
    return "\n".join(lines)


DRESSES = {
    "wrapped": wrapped,
    "straight": lambda text: marked(text, '"', '"'),
    "»…«": lambda text: marked(text, "»", "«"),
    "«…»": lambda text: marked(text, "«", "»"),
}


def statements(identifier: str, text: str, title: str) -> list[tuple[object, ...]]:
    result = pipeline.analyse(Article(identifier, text, title=title))
    return [(s.type, s.quote, s.speaker, s.cue, s.source and s.source.category) for s in result.statements]


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["id"])
def test_the_dress_of_a_text_changes_nothing(article: dict[str, str], dress: str) -> None:
    plain = article["text"]
    assert re.search("„[^“]*“", plain)
    dressed = DRESSES[dress](plain)
    assert statements(article["id"], dressed, article["title"]) == statements(article["id"], plain, article["title"])

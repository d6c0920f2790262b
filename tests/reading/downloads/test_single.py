"""Ordinary articles stay one article without a warning, whatever rules, lists and dates stand in them."""

import json
from pathlib import Path

import pytest

from analysis.model import Article
from analysis.reading.files import read_bytes
from analysis.resources import data_root
from tests.reading.downloads.variant import FOUR, ONE, THREE, TWO

OPEN = Path(__file__).parents[3] / "data" / "corpus"
FILES = [data_root() / "demo" / "demo.jsonl", *sorted(OPEN.glob("*.jsonl"))]
RULES = ("* * *", "***", "---", "-" * 12, "=" * 40, "+++", "~ ~ ~", "_____")


def texts_of(file: Path) -> list[str]:
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return [row["text"] for row in rows if row.get("text", "").strip()]


def is_one(text: str, name: str = "artikel.txt") -> bool:
    found = list(read_bytes(name, text.encode()))
    return len(found) == 1 and isinstance(found[0], Article) and found[0].text == text and not found[0].warnings


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_texts_of_the_corpora_are_one_article_each(file: Path) -> None:
    assert [text[:60] for text in texts_of(file) if not is_one(text)] == []


@pytest.mark.parametrize("rule", RULES)
def test_rules_between_the_paragraphs_of_an_article_divide_nothing(rule: str) -> None:
    texts = [text for file in FILES[:2] for text in texts_of(file) if text.count("\n") >= 2]
    assert len(texts) > 10
    for text in texts:
        assert is_one(f"\n\n{rule}\n\n".join(part for part in text.split("\n") if part.strip())), text[:60]


LONG = "--------------------"
ORDINARY = {
    "source line and rules": f"Seestadt sperrt Brücke\nKüstenbote, 03.03.2024\n\n{ONE}\n\n{LONG}\n\n{TWO}\n\n"
    f"{LONG}\n\n{THREE}",
    "interview": f"Drei Fragen an Petra Lindner\n\n{ONE}\n\n{LONG}\n\n"
    f"Und was sagen Sie den Betrieben am Hafen?\n\n{TWO} {ONE}\n\n{LONG}\n\n"
    f"Wann öffnet die Brücke denn wieder?\n\n{THREE} {FOUR}",
    "chronicle": f"Chronik der Brücke\n\n3. März 2024\n\n{ONE}\n\n4. März 2024\n\n{TWO}\n\n5. März 2024\n\n{THREE}",
    "chronicle with rules": f"Chronik der Brücke\n\n{LONG}\n\n3. März 2024\n\n{ONE}\n\n{LONG}\n\n"
    f"4. März 2024\n\n{TWO}\n\n{LONG}\n\n5. März 2024\n\n{THREE}",
    "datelines": f"Brücke gesperrt\n\nSeestadt, 3. März 2024. {ONE}\n\nMoorland, 4. März 2024. {TWO}\n\n"
    f"Seestadt, 5. März 2024. {THREE}",
    "numbered points": f"Fünf Punkte zur Brücke\n\n1. Die Sperrung\n\n{ONE}\n\n2. Die Kosten\n\n{TWO}\n\n"
    f"3. Der Streit\n\n{THREE} {FOUR}",
    "list of dates": "Termine im Hafen\n\n"
    + "\n".join(f"- {day}. März 2024: Rundgang {day}" for day in range(1, 9))
    + f"\n\n{ONE}\n\n{TWO}",
    "list with places": "Termine im Hafen\n\n"
    + "\n".join(f"{day}. Halle {day}, 0{day}.03.2024" for day in range(1, 9))
    + f"\n\n{ONE}\n\n{TWO}",
    "press review": f"Pressestimmen zur Sperrung\n\n„Küstenbote“: {ONE}\n\n„Hallig Heute“: {TWO}\n\n"
    f"„Die Warft“: {THREE}",
    "update lines": f"Brücke gesperrt\n\nStand: 03.03.2024, 14:00 Uhr\n\n{ONE}\n\n"
    f"Aktualisiert am 04.03.2024\n\n{TWO}\n\nUpdate: 5. März 2024\n\n{THREE}",
    "labels": f"Steckbrief der Brücke\n\nLänge: 300 Meter\n\nBreite: 12 Meter\n\nOrt: Seestadt\n\n"
    f"Autor: Jana Brede\n\nQuelle: dpa\n\n{ONE}\n\n{TWO}",
    "own rights": f"Brücke gesperrt\n\n{ONE}\n\n{TWO}\n\n{THREE}\n\n© 2024 Küstenbote",
    "counted words": f"Die Rede hatte\n212 Wörter\n\n{ONE}\n\n{TWO}\n\nEnde des Dokuments, sagte sie.",
    "markdown": f"---\ntitle: Brücke\ndate: 2024-03-03\n---\n\n# Brücke gesperrt\n\n{ONE}\n\n---\n\n"
    f"## Die Kosten steigen immer weiter an\n\n{TWO}\n\n---\n\n{THREE}",
    "underlined": f"Brücke gesperrt\n===============\n\n{ONE}\n\nDie Kosten der Sperrung steigen\n"
    f"-------------------------------\n\n{TWO} {THREE}",
    "sources at the end": f"Brücke gesperrt\n\n{ONE}\n\n{TWO}\n\nQuellen\n\nKüstenbote, 03.03.2024\n"
    f"Hallig Heute, 04.03.2024\nDie Warft, 05.03.2024",
}


@pytest.mark.parametrize("name", ORDINARY)
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_an_ordinary_article_is_one(name: str, ending: str) -> None:
    assert is_one(ORDINARY[name], f"artikel.{ending}")

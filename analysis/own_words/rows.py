"""One row of the own list of words, and what can be wrong with it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields
from math import isfinite
from typing import get_args

from analysis.model import HedgeClass, Stance

LISTS = ("hedge", "stance", "event", "tone")
ACTIONS = ("add", "remove", "reclass")
CLASSES: tuple[str, ...] = get_args(HedgeClass)
STANCES: tuple[str, ...] = get_args(Stance)
RULE = "rule:"
"""Begins a word that names a rule instead: every hedge that the analysis finds by it."""

MOST = 2000
"""Rows of a list."""
_LONGEST, _MOST_WORDS = 80, 8
_RULE_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzäöüß0123456789-_")


@dataclass(frozen=True, slots=True)
class OwnWord:
    """One row of the list.

    ``value`` is a hedge class, a stance, or a tone from -1 to 1 with a decimal comma; "" where the action needs none.
    """

    list: str
    action: str
    word: str
    value: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What a list holds once: the list and the word, whatever its case."""
        return self.list, self.word.lower()

    @property
    def rule(self) -> str:
        """The rule that the row names; "" where it names a word."""
        return self.word.removeprefix(RULE) if self.word.startswith(RULE) else ""

    @property
    def number(self) -> float:
        """The value as a number; ``ValueError`` where it is none."""
        return float(self.value.replace("−", "-").replace(",", "."))

    def fault(self) -> str:
        """What is wrong with the row, in German for the user; "" if nothing."""
        if self.list not in LISTS:
            return f"„{self.list}“ ist keine Liste ({', '.join(LISTS)})"
        if self.action not in ACTIONS:
            return f"„{self.action}“ ist keine Handlung ({', '.join(ACTIONS)})"
        return _fault_of_word(self) or _fault_of_value(self)


COLUMNS = tuple(field.name for field in fields(OwnWord))


def _fault_of_word(row: OwnWord) -> str:
    word = row.word
    if not word:
        return "Das Wort fehlt"
    if len(word) > _LONGEST:
        return f"„{word[:20]}…“ ist länger als {_LONGEST} Zeichen"
    if len(word.split()) > _MOST_WORDS:
        return f"„{word}“ hat mehr als {_MOST_WORDS} Wörter"
    if row.rule or word == RULE:
        if row.list != "hedge" or row.action == "add":
            return f"„{word}“: Regeln gibt es nur bei hedge, und nur zum Entfernen oder Umklassen"
        return "" if row.rule and _RULE_LETTERS.issuperset(row.rule) else f"„{word}“ nennt keine Regel"
    if not word[0].isalpha() or not all(character.isprintable() for character in word):
        return f"„{word}“ beginnt nicht mit einem Buchstaben oder enthält unsichtbare Zeichen"
    if row.list in ("event", "tone") and " " in word:
        return f"„{word}“: Ereignis- und Tonwörter sind einzelne Wörter"
    return ""


def _fault_of_value(row: OwnWord) -> str:
    if row.action == "remove" or row.list == "event":
        if row.list == "event" and row.action == "reclass":
            return f"„{row.word}“: Ereigniswörter haben keinen Wert, der sich ändern ließe"
        return f"„{row.word}“: Hier gehört kein Wert hin (steht: „{row.value}“)" if row.value else ""
    if row.list == "tone":
        return "" if _is_tone(row) else f"„{row.word}“: „{row.value}“ ist kein Ton von −1 bis 1"
    known = CLASSES if row.list == "hedge" else STANCES
    if row.value not in known:
        what = "keine Klasse" if row.list == "hedge" else "keine Haltung"
        return f"„{row.word}“: „{row.value}“ ist {what} ({', '.join(known)})"
    return ""


def _is_tone(row: OwnWord) -> bool:
    try:
        return isfinite(row.number) and -1 <= row.number <= 1
    except ValueError:
        return False


def made(cells: Iterable[object]) -> OwnWord:
    """A row of cells as they came: white space trimmed, accents composed, tones with a decimal comma."""
    values = [unicodedata.normalize("NFC", " ".join(str(cell or "").split())) for cell in cells]
    listed, action, word, value = values[0].lower(), values[1].lower(), values[2], values[3]
    row = OwnWord(listed, action, word, value if listed == "tone" else value.lower())
    return OwnWord(listed, action, word, in_words(row.number)) if listed == "tone" and value and _is_tone(row) else row


def in_words(tone: float) -> str:
    """A tone as the file has it: -0,5."""
    told = f"{tone:.4f}".rstrip("0").rstrip(".").replace(".", ",")
    return "0" if told == "-0" else told

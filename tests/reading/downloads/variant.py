"""What a rare form of a download is: a file, and the articles in it."""

import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import docx

ONE = "Die alte Hafenbrücke bleibt von Montag an gesperrt. „Wir nehmen die Schäden ernst“, sagte Petra Lindner."
TWO = "Der Gutachter Ralf Osterkamp warnte, die Pfeiler könnten bei Frost weiter reißen. Die Stadt habe das gewusst."
THREE = (
    "Die Reederei wies den Vorwurf zurück. Ein Sprecher erklärte, man prüfe die Zahlen noch und warte auf den Bericht."
)
FOUR = "Das Ministerium will die Entgelte prüfen. Das kündigte Staatssekretär Jens Arnim für den Mai an."


class Read(NamedTuple):
    """An article as it must be read; ``more`` are further fields."""

    title: str | None
    outlet: str | None
    published: str | None
    author: str | None
    text: tuple[str, ...]
    more: Mapping[str, str] = MappingProxyType({})


class Case(NamedTuple):
    """A file, its articles, and the reasons told beside them (their beginnings)."""

    name: str
    data: bytes
    articles: tuple[Read, ...]
    told: tuple[str, ...] = ()
    warned: bool = False


def word(*lines: str, rows: tuple[tuple[str, str], ...] = ()) -> bytes:
    document = docx.Document()
    for left, right in rows:
        table = document.add_table(rows=1, cols=2)
        table.rows[0].cells[0].text, table.rows[0].cells[1].text = left, right
    for line in lines:
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


BRIDGE = Read("Seestadt sperrt Hafenbrücke", "Küstenbote", "2024-03-03", "Jana Brede", (ONE, TWO))
SHIPS = Read("Reederei weist Vorwürfe zurück", "Hallig Heute", "2024-03-04", None, (THREE, FOUR))
B, S = BRIDGE, SHIPS

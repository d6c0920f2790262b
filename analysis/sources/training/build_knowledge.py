"""Writes data/lexicons/knowledge: who holds or held public office, from public lists.

``python -m analysis.sources.training.build_knowledge FOLDER``, where FOLDER holds persons.tsv and supplement.tsv: one
row per person and office. One line of the written files is one person, or one of their names that sounds otherwise,
in the order of the bytes of the first column, so that a reader finds a name by bisection.

Left out: members of parliaments of the second table (mostly African, Asian and Latin American: common names that
German news hardly cites), regional parliaments outside Germany, Austria and Switzerland, and who left their last
office before 1995.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from analysis.language.word_table import load_words
from analysis.resources import data_root
from analysis.sources.lexicons.head_nouns import split_noun
from analysis.sources.lexicons.spelling import sound, unhyphened
from analysis.sources.mentions.person_names import given_names

_EARLIEST = "1995"
_REGIONAL = re.compile(
    r"Legislative (?:Assembly|Council)|state deputy|House of Assembly|(?:Basque|Sami) Parliament|deputy member"
    r"|Cortes of |Assembly of Madrid|Balearic|Quebec|Brussels-Capital|Wallonia|Flemish|Canary|Navarre|Region Assembly"
    r"|Assembly of Extremadura|Regional|regional|county council|City Council"
)
_AT_HOME = {"DE", "AT", "CH"}
_UNIONS = {"EU", "UN", "INT"}
_SHARED = {"WLC"}
_LICENCES = {
    "figures": """\
# Purpose: who holds or held public office: members of governments and parliaments, judges, generals, heads of
# services. They tell whom a person speaks for whom neither the article nor persons.tsv types. key: the name as it
# sounds; forms: how it is written; offices: country:institution:from:to, to the month where known, empty = not known,
# or open when the list was made.
# Source: Wikidata, by way of every-politician-scrapers (EveryPolitician, 2022 and 2023) and everypolitician-data
# (2015), CC0; unitedstates/congress-legislators (2026), CC0; members of the Austrian parliament by Flooh Perlot
# (ginseng666/Abgeordnete-MPs-Austria-1920-2021, source data: parlament.gv.at), CC BY 4.0, changed: offices joined to
# spans; members of the Bundestag from 2017 on: democracy-alexa (2019), Apache-2.0, Abgeordnete (2024), MIT,
# letter-tool (2026), MIT; German governments, spokespeople and heads of unions of states: own list from general
# knowledge, MIT. Written by analysis/sources/training/build_knowledge.py.
# Licence: CC0 1.0 (Wikidata, United States), CC BY 4.0 (Austria), Apache-2.0 and MIT (Bundestag), MIT (own list)
""",
    "leaders": """\
# Purpose: heads of government and of unions of states in 2026 whom no other list has; columns as in figures.tsv.
# Source: open-data-archive/world-leaders-current (2026), changed: offices joined to spans. Written by
# analysis/sources/training/build_knowledge.py.
# Licence: CC BY-SA 4.0
""",
}


@dataclass
class _Person:
    """Somebody of the lists: all spellings of the name, gender, and spans in office."""

    forms: dict[str, None] = field(default_factory=dict)
    gender: str = ""
    spans: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def offices(self) -> str:
        """The offices as they are written, spans of one kind that touch joined."""
        return "|".join(f"{country}:{kind}:{start}:{end}" for (country, kind), spans in sorted(self.spans.items())
                        for start, end in _joined(spans))  # fmt: skip

    @property
    def last(self) -> str:
        """When the last office ended, "9" if it did not."""
        return max(end or "9" for spans in self.spans.values() for _, end in spans)


def _joined(spans: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for start, end in sorted(spans):
        if found and (not found[-1][1] or start[:4] <= found[-1][1][:4]):
            start, other = found.pop()
            end = max(end, other) if end and other else ""
        found.append((start, end))
    return found


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table whose second line names the columns."""
    _, columns, *lines = path.read_text(encoding="utf-8").splitlines()
    names = columns.split("\t")
    for line in lines:
        cells = line.split("\t")
        yield dict(zip(names, cells + [""] * (len(names) - len(cells)), strict=True))


def is_everyday(name: str) -> bool:
    """Whether a name of one word is a word of German, a noun for a role or body, or a given name."""
    return name.lower() in load_words().index or split_noun(name) is not None or name in given_names()


def _useful(row: dict[str, str]) -> bool:
    return row["institution"] != "parliament" or row["country"] in _AT_HOME or not _REGIONAL.search(row["role"])


def collect(folder: Path, shared: bool) -> list[_Person]:
    """The persons of the lists, those of share-alike sources alone if ``shared``, all others if not."""
    persons: dict[str, _Person] = {}
    by_name: dict[tuple[str, str], str] = {}
    anywhere: dict[str, set[str]] = defaultdict(set)
    rows = [row for row in rows_of(folder / "persons.tsv") if _useful(row)]
    # rows with an item of Wikidata first, so that those without find their person by name and country
    rows.sort(key=lambda row: not row["wikidata"])
    if not shared:
        rows += [row | {"institution": row["institution_or_kind"], "wikidata": "", "german_derived": "", "gender": "",
                        "source": "own"}
                 for row in rows_of(folder / "supplement.tsv") if row["table"] == "persons"]  # fmt: skip
    for row in rows:
        if (set(row["source"].split(",")) <= _SHARED) is not shared:
            continue
        told = (row["name"], *row["variants"].split("|"), *row["german_derived"].split("|"))
        forms = dict.fromkeys(form for form in told if 1 < len(form.split()) <= 6)
        identity = row["wikidata"] or _known(row, forms, by_name, anywhere) or f"{row['name']}/{row['country']}"
        person = persons.setdefault(identity, _Person())
        person.forms.update(forms)
        for form in forms:
            by_name.setdefault((_key(form), row["country"]), identity)
            anywhere[_key(form)].add(identity)
        person.gender = person.gender or row["gender"]
        union = row["role"] in ("MEP",) or "European Parliament" in row["role"]
        country = "EU" if union and row["institution"] == "parliament" else row["country"]
        person.spans[country, row["institution"]].append((row["from"][:7], row["to"][:7]))
    return [person for person in persons.values() if person.forms and person.last >= _EARLIEST]


def _key(form: str) -> str:
    return " ".join(map(sound, unhyphened(form.split())))


def _known(row: dict[str, str], forms: Iterable[str], by_name: dict[tuple[str, str], str],
           anywhere: dict[str, set[str]]) -> str | None:  # fmt: skip
    """The person met before with a name and country, or with the name alone if the office is one of no state."""
    for form in forms:
        found = by_name.get((_key(form), row["country"]))
        namesakes = anywhere[_key(form)]
        if found or (row["country"] in _UNIONS and len(namesakes) == 1):
            return found or min(namesakes)
    return None


def lines(persons: Iterable[_Person]) -> list[str]:
    """One line for each person and sound of the name, in order."""
    found = set()
    for person in persons:
        by_sound: dict[str, list[str]] = defaultdict(list)
        for form in person.forms:
            by_sound[_key(form)].append(form)
        for key, forms in by_sound.items():
            found.add(f"{key}\t{'|'.join(forms)}\t{person.gender}\t{person.offices()}")
    return sorted(found, key=str.encode)


def main() -> None:
    """Write the files."""
    folder = Path(sys.argv[1])
    for name, header in _LICENCES.items():
        text = "\n".join([header + "key\tforms\tgender\toffices", *lines(collect(folder, name == "leaders")), ""])
        (data_root() / "lexicons" / "knowledge" / f"{name}.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

"""Writes data/lexicons/knowledge: names of organisations and media from public lists.

``python -m analysis.sources.training.build_organisations FOLDER``, where FOLDER holds organisations.tsv and
outlets.tsv. Two tables are written, one for sources that share alike, in the order of the bytes of their first column.

Left out: names of one word that are a place, a given name or a noun of German, universities (their names say so), and
rows whose source states no licence.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from analysis.language.word_table import load_words
from analysis.resources import data_root
from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.known_entities import load_lexicon
from analysis.sources.lexicons.spelling import plain
from analysis.sources.training.build_knowledge import is_everyday, rows_of

_FREE = {"PB", "TS", "SP", "PF", "FC", "UD", "SM", "FU"}
_SHARED = {"SV"}
_KINDS = {"sports": "ngo"}
_LEFT_OUT = {"expert", "government"}
_HEADERS = {
    "organisations": """\
# Purpose: companies, parties, sports clubs, courts, bodies of unions of states and media that no hand-made list holds.
# key: the name in plain letters; name, country, institution.
# Source: okfn/publicbodies (2021), PDDL; portfolioplus/pytickersymbols (2026), MIT;
# datasets/s-and-p-500-companies (2026), PDDL; hdigital/partyfactsdata (2026), MIT; openfootball/clubs (2025), CC0;
# ASD-at-GMF/state-media-profiles (2024), MIT; flairNLP/fundus (2026), MIT. Written by
# analysis/sources/training/build_organisations.py.
# Licence: PDDL, MIT, CC0 1.0
""",
    "unions": """\
# Purpose: bodies of the United Nations, the European Union and other unions of states, and international courts;
# columns as in organisations.tsv.
# Source: confirmordeny/supraverden (2026), changed: German and English names joined to rows of their own. Written by
# analysis/sources/training/build_organisations.py.
# Licence: CC BY-SA 4.0
""",
}


def forms(row: dict[str, str]) -> Iterator[str]:
    """The name of a row and its variants, without what stands in parentheses."""
    for form in (row["name"], *row["variants"].split("|")):
        name = form.split(" (")[0].strip()
        if name:
            yield name


def useful(name: str) -> bool:
    """Whether a name is worth a line: not known already, and no everyday word or place if it is one word."""
    if load_lexicon().match(tuple(name.split())) is not None:
        return False
    if " " in name:
        return name[:1].isalnum() and len(name) < 80
    known = is_everyday(name) or name.capitalize() in load_words().index or load_geography().place(name) is not None
    return len(name) > 3 and not known


def names(folder: Path, shared: bool) -> list[str]:
    """The lines of one table of names, in the order of their bytes."""
    found: dict[str, str] = {}
    outlets = [row | {"institution": row["kind"]} for row in rows_of(folder / "outlets.tsv")]
    for row in (*rows_of(folder / "organisations.tsv"), *outlets):
        kinds = set(row["source"].split(","))
        if row["institution"] in _LEFT_OUT or not kinds & (_SHARED if shared else _FREE):
            continue
        for form in forms(row):
            key = " ".join(map(plain, form.split()))
            told = (
                f"{row['name'].split(' (')[0]}\t{row['country']}\t{_KINDS.get(row['institution'], row['institution'])}"
            )
            if useful(form) and found.setdefault(key, told) != told:
                # namesakes in two countries or of two kinds tell nothing
                found[key] = ""
    return sorted((f"{key}\t{told}" for key, told in found.items() if told), key=str.encode)


def main() -> None:
    """Write the files."""
    folder = Path(sys.argv[1])
    for name, header in _HEADERS.items():
        text = "\n".join([header + "key\tname\tcountry\tinstitution", *names(folder, name == "unions"), ""])
        (data_root() / "lexicons" / "knowledge" / f"{name}.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

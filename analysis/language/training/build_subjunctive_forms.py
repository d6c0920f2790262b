"""Builds the table of Konjunktiv forms, data/lexicons/konjunktiv.tsv:
``python -m analysis.language.training.build_subjunctive_forms``.

Which verbs there are is read off the word table: infinitive, third person and participle must be in use.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from analysis.language.training.build_lemma_table import AUXILIARIES, infinitives
from analysis.language.word_table import load_words
from analysis.resources import lexicon_path

_HEADER = """\
# Finite verb forms that are, or can be, Konjunktiv I (K1) or II (K2).
# Purpose: the mood of a finite verb. "indicative" names the persons whose indicative has the same form
# (1, 2, 3, and p for the plural); "-" where the form can only be Konjunktiv.
# Konjunktiv I plurals are listed only where they differ from the indicative. Verbs with a separable prefix
# are not listed: their form is looked up without the prefix.
# Source: conjugated by ablaut (MIT or Apache-2.0), patched by hand;
# python -m analysis.language.training.build_subjunctive_forms.
# Licence: MIT
"""
_COLUMNS = ("form", "infinitive", "mood", "indicative")
_PERSONS = "123ppp"
_SECOND_PERSONS = AUXILIARIES | {"wissen"}
"""Verbs whose second persons are listed too; of others they are rare and look like participles."""

_PATCHES: tuple[tuple[str, str], ...] = (
    ("bräuchte", "brauchen"),
    ("stände", "stehen"),
    ("stünde", "stehen"),
    ("begönne", "beginnen"),
    ("begänne", "beginnen"),
    ("gewönne", "gewinnen"),
    ("gewänne", "gewinnen"),
    ("hälfe", "helfen"),
    ("hülfe", "helfen"),
    ("empföhle", "empfehlen"),
    ("empfähle", "empfehlen"),
    ("befähle", "befehlen"),
    ("beföhle", "befehlen"),
    ("stürbe", "sterben"),
    ("würfe", "werfen"),
    ("schwömme", "schwimmen"),
    ("kennte", "kennen"),
    ("nennte", "nennen"),
    ("müßte", "müssen"),
    ("wüßte", "wissen"),
    ("ließe", "lassen"),
)
"""Konjunktiv II forms beside those ablaut gives: third person singular, the plural adds an n."""


_SECOND_PRETERITES = ("wendete", "wendeten", "sendete", "sendeten")
"""Beside wandte and sandte these are indicative too."""


_DROPPED = {("raste", "rasten"), ("tuen", "tun")}
"""Readings far rarer than the preterite of another verb (rasen) or careless indicative."""

_MORE_VERBS = ("tun", "stammen")
"""Verbs that the test for use leaves out: one is too short, the other has no participle in use."""


class Form(NamedTuple):
    """One row of the table."""

    form: str
    infinitive: str
    mood: str
    indicative: str


def forms_of(verb: Any, infinitive: str) -> Iterator[Form]:
    """The Konjunktiv forms of one verb, each person once."""
    for mood, forms in (("K1", verb.konjunktiv1), ("K2", verb.konjunktiv2)):
        for form in dict.fromkeys(forms):
            if not form or " " in form:
                continue
            if infinitive not in _SECOND_PERSONS and form.endswith(("st", "et")):
                continue
            if not (mood == "K1" and form in verb.present[3:]):
                yield Form(form, infinitive, mood, "-")


def patches() -> Iterator[Form]:
    """The forms added by hand, old spellings included."""
    for form, infinitive in _PATCHES:
        for ending in ("", "n"):
            yield Form(form + ending, infinitive, "K2", "-")


def table() -> list[Form]:
    """All rows, sorted; of two rows for the same form and verb the one added by hand stays.

    A form that is the indicative of another verb ("führe" of fahren and of führen) says so in every row.
    """
    rows = {(row.form, row.infinitive): row for row in patches()}
    indicative: dict[str, set[str]] = defaultdict(set)
    for infinitive, verb in _verbs().items():
        for person, form in zip(_PERSONS * 2, (*verb.present, *verb.preterite), strict=True):
            indicative[form].add(person)
        for form in verb.konjunktiv2:
            if form.endswith(_SECOND_PRETERITES):
                indicative[form].add("p" if form.endswith("n") else "13")
        for form in _variants(infinitive):
            indicative[form].add("1")
            rows.setdefault((form, infinitive), Form(form, infinitive, "K1", "-"))
        for row in forms_of(verb, infinitive):
            rows.setdefault((row.form, row.infinitive), row)
    return sorted(
        row._replace(indicative="".join(sorted(indicative[row.form])) or "-")
        for row in rows.values()
        if (row.form, row.infinitive) not in _DROPPED
    )


def _verbs() -> dict[str, Any]:
    """The conjugation of every verb of the table."""
    import ablaut

    return infinitives(load_words()) | {verb: ablaut.conjugate(verb) for verb in _MORE_VERBS}


def _variants(infinitive: str) -> Iterator[str]:
    """The second form of Konjunktiv I singular that verbs in -eln and -ern have (handele, bedaure)."""
    if infinitive.endswith("eln"):
        yield infinitive[:-1] + "e"
    elif infinitive.endswith(("auern", "euern")):
        yield infinitive[:-3] + "re"


def write(rows: Iterable[Form]) -> None:
    """Writes the lexicon file."""
    lines = ["\t".join(_COLUMNS), *("\t".join(row) for row in rows)]
    lexicon_path("konjunktiv").write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(table())

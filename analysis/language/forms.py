"""Builds the table of Konjunktiv forms: ``python -m analysis.language.forms`` writes data/lexicons/konjunktiv.tsv.

ablaut conjugates any German infinitive; which infinitives exist is read off the word table: the infinitive,
its third person and its participle must occur there.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import simplemma

from analysis.language.words import Words, load_words
from analysis.resources import lexicon_path

_HEADER = """\
# Finite verb forms that are, or can be, Konjunktiv I (K1) or II (K2).
# Purpose: the mood of a finite verb. "indicative" names the persons whose indicative has the same form
# (1, 2, 3, and p for the plural); "-" where the form can only be Konjunktiv.
# Konjunktiv I plurals are listed only where they differ from the indicative. Verbs with a separable prefix
# are not listed: their form is looked up without the prefix.
# Source: conjugated by ablaut (MIT or Apache-2.0), patched by hand; python -m analysis.language.forms.
# Licence: MIT
"""
_COLUMNS = ("form", "infinitive", "mood", "indicative")
_RARE = -16.4
_PERSONS = "123ppp"
_AUXILIARIES = frozenset(
    ("sein", "haben", "werden", "können", "müssen", "dürfen", "sollen", "wollen", "mögen", "wissen")
)
"""Verbs whose second persons are listed too; of others they are rare and look like participles."""

_PATCHES: tuple[tuple[str, str, str], ...] = (
    ("bräuchte", "brauchen", "-"),
    ("stände", "stehen", "-"),
    ("stünde", "stehen", "-"),
    ("begönne", "beginnen", "-"),
    ("begänne", "beginnen", "-"),
    ("gewönne", "gewinnen", "-"),
    ("gewänne", "gewinnen", "-"),
    ("hälfe", "helfen", "-"),
    ("hülfe", "helfen", "-"),
    ("empföhle", "empfehlen", "-"),
    ("empfähle", "empfehlen", "-"),
    ("befähle", "befehlen", "-"),
    ("beföhle", "befehlen", "-"),
    ("stürbe", "sterben", "-"),
    ("würfe", "werfen", "-"),
    ("schwömme", "schwimmen", "-"),
    ("kennte", "kennen", "-"),
    ("nennte", "nennen", "-"),
    ("müßte", "müssen", "-"),
    ("wüßte", "wissen", "-"),
    ("ließe", "lassen", "-"),
)
"""Konjunktiv II forms beside those ablaut gives: third person singular, the plural adds an n."""


class Form(NamedTuple):
    """One row of the table."""

    form: str
    infinitive: str
    mood: str
    indicative: str


def infinitives(words: Words) -> Iterator[str]:
    """The verbs worth listing: frequent enough, their own lemma, and seen in a finite form or participle."""
    import ablaut

    for form in words.index:
        if not (form.isalpha() and form.islower() and form.endswith("n")):
            continue
        if words.log_probability(form) < _RARE:
            continue
        if simplemma.lemmatize(form, lang="de") != form and form != "sein":
            continue
        try:
            verb = ablaut.conjugate(form)
        except ValueError:
            continue
        third = verb.present[2] or ""
        if " " not in third and third in words.index and (verb.past_participle in words.index):
            yield form


def forms_of(verb: Any, infinitive: str) -> Iterator[Form]:
    """The Konjunktiv forms of one verb, each person once."""
    present = list(zip(_PERSONS, verb.present, strict=True))
    past = list(zip(_PERSONS, verb.preterite, strict=True))
    moods = (("K1", verb.konjunktiv1, present), ("K2", verb.konjunktiv2, present + past))
    for mood, subjunctive, indicative in moods:
        for form in dict.fromkeys(subjunctive):
            if not form or " " in form:
                continue
            if infinitive not in _AUXILIARIES and form.endswith(("st", "et")):
                continue
            same = "".join(dict.fromkeys(person for person, other in indicative if other == form))
            if not (mood == "K1" and "p" in same):
                yield Form(form, infinitive, mood, same or "-")


def patches() -> Iterator[Form]:
    """The forms added by hand, old spellings included."""
    for form, infinitive, indicative in _PATCHES:
        for ending in ("", "n"):
            yield Form(form + ending, infinitive, "K2", indicative)


def table() -> list[Form]:
    """All rows, sorted; of two rows for the same form and verb the one added by hand stays."""
    import ablaut

    rows = {(row.form, row.infinitive): row for row in patches()}
    for infinitive in infinitives(load_words()):
        for row in forms_of(ablaut.conjugate(infinitive), infinitive):
            rows.setdefault((row.form, row.infinitive), row)
    return sorted(rows.values())


def write(rows: Iterable[Form]) -> None:
    """Writes the lexicon file."""
    lines = ["\t".join(_COLUMNS), *("\t".join(row) for row in rows)]
    lexicon_path("konjunktiv").write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(table())

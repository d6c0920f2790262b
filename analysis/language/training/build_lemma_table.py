"""Builds the table of lemmas, data/models/lemmas.xz, for the forms of the word table.

Verbs are conjugated by ablaut, so that every form of a verb that reports leads to its infinitive; nouns and
everything else come from simplemma.
"""

import re
from collections import defaultdict
from typing import Any

import simplemma

from analysis.language.lemmas import FILE, pack
from analysis.language.word_table import Words, load_words
from analysis.resources import model_path

_RARE = -17.0
_SUBJUNCTIVE_PENALTY = 2.0
_MARGIN = 2.0
_SHORTEST = 4
AUXILIARIES = frozenset(("sein", "haben", "werden", "können", "müssen", "dürfen", "sollen", "wollen", "mögen"))
_ADJECTIVE_ENDING = re.compile(r"(?<=.{3})(?:e|em|en|er|es)$")
_VOWELS = re.compile(r"[aeiouyäöü]")


def infinitives(words: Words) -> dict[str, Any]:
    """The conjugation of every verb worth listing: infinitive, third person and participle are in use."""
    import ablaut

    verbs = {}
    for form in words.index:
        if not (form.isalpha() and form.islower() and form.endswith("n")) or len(form) < _SHORTEST:
            continue
        if words.log_probability(form) < _RARE:
            continue
        try:
            verb = ablaut.conjugate(form)
        except ValueError:
            continue
        third = joined(verb.present[2] or "")
        in_use = words.log_probability(verb.past_participle or "") > _RARE and third in words.index
        if in_use or form in AUXILIARIES:
            verbs[form] = verb
    for with_zu in {verb.zu_infinitive for verb in verbs.values()}:
        verbs.pop(with_zu, None)
    return verbs


def joined(form: str) -> str:
    """A separable verb's form as a subordinate clause writes it: ``steht auf`` → ``aufsteht``."""
    stem, _, particle = form.partition(" ")
    return particle + stem


def build() -> dict[str, dict[str, str]]:
    """Lemma by form for finite verbs, participles, nouns and the rest, where form and lemma differ."""
    words = load_words()
    finite, participles = _verbs(words)
    nouns, others = {}, {}
    for form in words.index:
        if not form.isalpha():
            continue
        lemma = simplemma.lemmatize(form, lang="de")
        if form[0].isupper():
            if lemma != form and _VOWELS.search(lemma.lower()):
                nouns[form] = lemma[:1].upper() + lemma[1:]
        else:
            others[form] = _adjective(form, lemma, participles, words)
    tables = {"finite": finite, "participle": participles, "noun": nouns, "other": others}
    for table in tables.values():
        for form in [form for form, lemma in table.items() if form == lemma]:
            del table[form]
    return tables


def _verbs(words: Words) -> tuple[dict[str, str], dict[str, str]]:
    """Infinitives by finite form (and zu-infinitive), and by past participle; the likelier verb wins."""
    finite: dict[str, list[tuple[float, str]]] = defaultdict(list)
    participles: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for infinitive, verb in infinitives(words).items():
        weight = words.log_probability(infinitive)
        for form in (*verb.present, *verb.preterite, *verb.imperative, *verb.konjunktiv1, infinitive):
            if form:
                finite[joined(form)].append((weight, infinitive))
        for form in verb.konjunktiv2:
            if form:
                finite[joined(form)].append((weight - _SUBJUNCTIVE_PENALTY, infinitive))
        finite[verb.zu_infinitive].append((weight, infinitive))
        participles[verb.past_participle].append((weight, infinitive))
    participles["worden"].append((0.0, "werden"))
    known = words.index
    return (
        {form: max(found)[1] for form, found in finite.items() if form in known},
        {form: max(found)[1] for form, found in participles.items()},
    )


def _adjective(form: str, lemma: str, participles: dict[str, str], words: Words) -> str:
    """The lemma outside verbs, where simplemma may have taken an adjective for a verb."""
    base = _ADJECTIVE_ENDING.sub("", form)
    if form in participles:
        return form
    if base in participles:
        return base
    is_verb = lemma.endswith("n") and lemma != form
    if is_verb and words.log_probability(base) > words.log_probability(form) - _MARGIN:
        return base
    return lemma[:1].lower() + lemma[1:]


def write() -> None:
    """Writes the table."""
    model_path(FILE).write_bytes(pack(build()))

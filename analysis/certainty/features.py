"""What speaks for or against a candidate, as features that a linguist can read.

A feature is a name of the form ``aspect=value``, or ``aspect`` alone. What stands around a candidate may mean one thing
for one expression and another for the next ("nicht" beside "dürfte" and beside "bekannt"): its weight is the sum of
three, for all candidates, for those of the class and for those of the entry. Words occur in features only where they
come from the lexicons or are function words, verbs of the clause or the noun of an adjective.
"""

from collections.abc import Iterator

from analysis.certainty import context_words
from analysis.certainty.candidates import MODALS, Candidate
from analysis.certainty.verb_clauses import ClauseView
from analysis.model import Statement

_CLOSED = ("ART", "AP", "ADV", "PTK", "KO", "PPER", "PI", "PD", "PPOS", "PREL", "PW", "PRF", "PAV", "PROAV", "VA", "VM")
_FINITE = frozenset(("sein", "haben", "werden", "bleiben", "bestehen", "geben", "stehen", "gelten", "scheinen"))
_QUOTES = frozenset("„“”\"»«‚‘'")


def own_features(reading: ClauseView, candidate: Candidate) -> list[str]:
    """What the candidate is by itself: its entry and class, how often it hedges by its meaning, the rules for it."""
    has_rule = "rule" if candidate.rules else "no-rule"
    return [
        *(f"rule={rule}" for rule in candidate.rules),
        *(f"rule={rule}" for rule in candidate.barred),
        *(["barred", f"barred:{has_rule}"] if candidate.barred else []),
        has_rule,
        f"{candidate.kind}:{has_rule}",
        f"entry={candidate.entry}",
        f"class={candidate.kind}",
        f"prior={candidate.prior}",
        f"prior={candidate.prior}:{has_rule}",
        f"word={reading.lower[candidate.head]}",
    ]


def surroundings(
    reading: ClauseView, candidate: Candidate, statement: Statement | None, is_quoted: bool
) -> dict[str, None]:
    """What stands around the candidate, each name once; ``statement`` is the one in whose quote or frame it stands."""
    return dict.fromkeys((*_surroundings(reading, candidate), *_stated(statement, is_quoted)))


def _surroundings(reading: ClauseView, candidate: Candidate) -> Iterator[str]:
    head, tags = candidate.head, reading.tags
    first, last = reading.sentence(head)
    clause = reading.clause(head)
    forms = reading.forms(clause)
    yield f"tag={tags[head]}"
    yield f"mood={reading.tokens[head].mood or '-'}"
    yield from _neighbours(reading, candidate, first, last)
    yield from _clause_words(reading, head, clause, forms)
    yield from _subject(reading, head, clause)
    yield from _verbs(reading, candidate, clause)
    yield from _complement(reading, candidate, clause, last)
    yield from _sentence(reading, head, clause, first, last)


def _stated(statement: Statement | None, is_quoted: bool) -> Iterator[str]:
    if statement is None:
        yield "stated=no"
        return
    yield f"stated={statement.type if is_quoted else 'frame'}"
    yield f"reported={is_quoted and statement.type in ('indirect', 'subjunctive')}"
    if statement.withheld:
        yield "withheld"
    if not statement.speaker:
        yield "no-speaker"


def _neighbours(reading: ClauseView, candidate: Candidate, first: int, last: int) -> Iterator[str]:
    before, after = candidate.tokens[0] - 1, candidate.tokens[-1] + 1
    yield f"before={_short(reading, before) if before >= first else '^'}"
    yield f"after={_short(reading, after) if after < last else '$'}"
    if before > first:
        yield f"before2={_short(reading, before - 1)}"
    if after + 1 < last:
        yield f"after2={_short(reading, after + 1)}"
    head = candidate.head
    if candidate.tokens[0] != head > first:
        yield f"head-before={_short(reading, head - 1)}"
    yield f"tokens={min(len(candidate.tokens), 3)}"
    if any(reading.lower[i] in ("als", "wie") for i in range(max(head - 3, first), head)):
        yield "compared"
    if reading.tags[head] == "ADJA":
        noun = next((i for i in range(head + 1, min(head + 4, last)) if reading.tags[i].startswith("N")), None)
        if noun is not None:
            yield f"noun={reading.lemmas[noun]}"
    if before >= first and reading.lower[before] in _QUOTES and after < last and reading.lower[after] in _QUOTES:
        yield "in-marks"


def _short(reading: ClauseView, index: int) -> str:
    """A function word or auxiliary as it stands, of everything else the tag."""
    tag = reading.tags[index]
    return reading.lower[index] if tag.startswith(_CLOSED) else tag[:4]


def _clause_words(reading: ClauseView, head: int, clause: range, forms: set[str]) -> Iterator[str]:
    opener = clause.start
    if reading.tags[opener].startswith(("KO", "PREL", "PW")):
        yield f"opener={reading.lower[opener]}"
    else:
        yield f"opener={reading.tags[opener][:2]}"
    place = head - clause.start
    yield f"place={place if place < 3 else 'last' if reading.closes(head) else 'later'}"
    negations = [i for i in clause if reading.lower[i] in context_words.words("negation")]
    if negations:
        yield "negated"
        yield "negated-before" if negations[0] < head else "negated-after"
    if any(form.startswith("kein") for form in forms):
        yield "kein"
    for kind in ("first_person", "yet", "reported_by", "likely"):
        if forms & context_words.words(kind):
            yield kind.replace("_", "-")
    for kind in ("future", "quoting", "predicate", "ability", "passive", "saying", "forecaster", "among"):
        if forms & context_words.words(kind):
            yield f"has-{kind}"
    for word in (
        "es",
        "man",
        "sich",
        "nur",
        "auch",
        "so",
        "zu",
        "sie",
        "er",
        "das",
        "dies",
        "als",
        "durchaus",
        "immer",
    ):
        if word in forms:
            yield f"clause-{word}"
    if any(reading.tags[i] == "CARD" for i in clause):
        yield "number"


def _subject(reading: ClauseView, head: int, clause: range) -> Iterator[str]:
    """What kind of subject the clause seems to have: its first noun or pronoun without a preposition."""
    nouns = [
        index
        for index in clause
        if index != head
        and reading.tags[index] in ("NN", "NE", "PPER", "PIS", "PDS", "PRELS")
        and not reading.tags[max(index - 1, 0)].startswith("APPR")
        and not reading.tags[max(index - 2, 0)].startswith("APPR")
    ]
    if not nouns:
        yield "subject=none"
        return
    index = nouns[0]
    tag, entity = reading.tags[index], reading.tokens[index].entity[2:]
    if tag.startswith("N"):
        yield f"subject={entity or tag}"
        yield f"subject-first={index < head}"
    else:
        yield f"subject={reading.lower[index]}"


def _verbs(reading: ClauseView, candidate: Candidate, clause: range) -> Iterator[str]:
    head = candidate.head
    if reading.lower[head] in MODALS or reading.tokens[head].mood == "K2":
        yield from _bracket(reading, head)
    for index in clause:
        if index == head or reading.tags[index][:1] != "V":
            continue
        lemma = reading.lemmas[index]
        yield f"verb={lemma}"
        if reading.tags[index].endswith("FIN"):
            yield f"finite={lemma if lemma in _FINITE or reading.tags[index][1] == 'M' else 'other'}"
            yield f"finite-mood={reading.tokens[index].mood or '-'}"
        elif reading.is_participle(index):
            yield "participle"


def _bracket(reading: ClauseView, head: int) -> Iterator[str]:
    """The verbs that a modal verb governs."""
    before = reading.bracket_before(head) if reading.closes(head) else None
    bracket = before or reading.bracket_after(head)
    yield f"verb-final={before is not None}"
    if bracket is None:
        yield "bracket=none"
        return
    infinitive = reading.lower[bracket.last]
    yield f"infinitive={reading.lemmas[bracket.last] if infinitive not in ('worden', 'werden') else infinitive}"
    if bracket.first > 0:
        yield f"before-infinitive={reading.tags[bracket.first - 1][:4]}"
    if reading.lemmas[bracket.last] in context_words.words("stative"):
        yield "infinitive-stative"
    if reading.is_perfect(bracket):
        yield "perfect-infinitive"
        yield f"perfect={infinitive}"
        yield f"participle={reading.lower[bracket.last - 1]}"
    if bracket.first < bracket.last and infinitive == "werden":
        yield "passive-infinitive"
        yield f"participle={reading.lower[bracket.last - 1]}"
    if bracket.last - head == 1 and before is None:
        yield "infinitive-next"


def _complement(reading: ClauseView, candidate: Candidate, clause: range, last: int) -> Iterator[str]:
    """What the candidate's clause goes over into."""
    stop = max(clause.stop, candidate.tokens[-1] + 1)
    if stop >= last - 1:
        yield "followed=end"
        return
    word, after = reading.lower[stop], reading.lower[stop + 1]
    if word == ",":
        if after in ("dass", "daß", "weil", "wenn", "damit", "als", "um", "aber", "sondern"):
            yield f"followed={after}"
        elif after in context_words.words("question") or reading.tags[stop + 1].startswith("PW"):
            yield "followed=question"
        elif reading.tags[stop + 1].startswith("PREL"):
            yield "followed=relative"
        elif any(reading.is_finite(i) for i in reading.clause(stop + 1)):
            yield "followed=clause"
        else:
            yield "followed=comma"
    else:
        yield f"followed={'stop' if word in '.;!?' else 'mark'}"


def _sentence(reading: ClauseView, head: int, clause: range, first: int, last: int) -> Iterator[str]:
    words = reading.lower[first:last]
    if not context_words.words("condition").isdisjoint(words):
        yield "condition"
    if reading.is_finite(first) and clause.start > first and "," in words:
        yield "verb-first"
    if words[-1] == "?" or "?" in words[-2:]:
        yield "question"
    moods = [reading.tokens[i].mood for i in range(first, last) if i != head and reading.tokens[i].mood]
    for mood in dict.fromkeys(moods):
        yield f"beside-{mood}"
    if first and any(token.mood == "K1" for token in reading.tokens[slice(*reading.sentence(first - 1))]):
        yield "K1-before"
    if clause.start > first:
        # The clause before: what this one hangs on.
        before = reading.clause(max(clause.start - 2, first))
        for index in before:
            if reading.tags[index][:1] == "V":
                yield f"above={reading.lemmas[index]}"

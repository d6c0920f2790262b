"""The learned weights for institutions: what they read of an article, and that an entity has one institution in it."""

import csv
import json
import math
import re

from analysis.model import Document, Source, Statement
from analysis.sources.attribute import by_rules
from analysis.sources.entities.index import ArticleEntities
from analysis.sources.institution.evidence import LONGEST, Evidence
from analysis.sources.institution.model import Case, load_model, row_of
from analysis.sources.institution.typing import institutions_of, typed
from analysis.taxonomy import INSTITUTIONS, category
from benchmarks.open_corpus import FOLDER
from tests.factories import tagged

TEXT = (
    "Die Halle wird teurer. Das sagt Jonas Wehrle, Inhaber der Schlosserei Wehrle in Altdorf. Man habe die Kosten zu "
    "niedrig angesetzt.\n\nWehrle rechnet mit drei Monaten Verzug, sein Betrieb arbeite an der Grenze."
)


def said_by(document: Document, words: str, number: str = "0") -> Statement:
    start = document.text.index(words)
    end = start + len(words)
    return Statement(number, "indirect", "body", quote=((end, end + 20),), speaker=((start, end),))


def test_evidence_is_the_mention_its_surroundings_and_other_mentions() -> None:
    document = tagged(TEXT)
    source = Source("Jonas Wehrle", "DE", "business", "business", "named")
    words = Evidence(document, "Halle wird teurer").of(said_by(document, "Wehrle"), source)
    at = {word.place: word for word in words}
    assert at["M"].form == "Wehrle"
    assert {word.form for word in words if word.place.startswith("A")} >= {"Schlosserei"}
    assert {word.form for word in words if word.place == "T"} == {"Halle", "wird", "teurer"}
    assert next(word.kind for word in words if word.form == "Inhaber").startswith("noun")
    assert len(words) <= LONGEST


def test_a_word_without_vector_is_read_by_its_longest_known_end() -> None:
    rows = {"betrieb": 3, "trieb": 2, "rieb": 1}
    assert [row_of(form, rows) for form in ("Betrieb", "Schlosserbetrieb", "Qrieb", "xyz", "")] == [3, 3, 1, 0, 0]


def test_probabilities_add_up_to_one_whatever_is_read() -> None:
    model = load_model()
    cases = [Case((), "unknown", "none", "", False), Case((), "business", "named", "no such kind", True)]
    for row in model.log_probabilities(cases):
        assert math.isclose(sum(math.exp(value) for value in row), 1, rel_tol=1e-4)
    assert set(model.vocabulary.institutions) <= set(INSTITUTIONS)


def test_all_statements_of_an_entity_have_one_institution_and_nobody_stays_nobody() -> None:
    document = tagged(TEXT)
    statements = (said_by(document, "Jonas Wehrle"), Statement("1", "indirect", "body", quote=((30, 60),)),
                  said_by(document, "sein Betrieb", "2"))  # fmt: skip
    found = by_rules(document, statements, ArticleEntities(document))
    told = typed(found)
    of_entity: dict[str, set[tuple[str, str]]] = {}
    for statement in told:
        assert statement.source is not None
        assert statement.source.category == category(statement.source.country, statement.source.institution)
        of_entity.setdefault(statement.source.entity, set()).add(
            (statement.source.institution, statement.source.category)
        )
    assert all(len(institutions) == 1 for institutions in of_entity.values())
    nobody = institutions_of([(Source("-", "-", "unknown", "unknown", "none"), found[0][1])])
    assert nobody == ["unknown"]


def test_an_entity_has_one_institution_whatever_each_statement_rests_on() -> None:
    """Even where the weights hold another likelier by less than the rules are trusted on one of two statements."""
    document = tagged(TEXT)
    own = Evidence(document, None).of(said_by(document, "Wehrle"), Source("Jonas Wehrle", "DE", "", "", "named"))
    for words in (own, own[:1], ()):
        for institution in load_model().vocabulary.institutions:
            source = Source("Jonas Wehrle", "DE", institution, institution, "named")
            cases = [Case(words, institution, "named", known, True) for known in ("person by role", "words unknown")]
            assert len(set(institutions_of([(source, case) for case in cases]))) == 1


def test_every_passage_is_coded_by_the_guide() -> None:
    seen = set()
    for line in (FOLDER / "passages.jsonl").read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        seen.add(passage["id"])
        assert set(re.findall(r"\{(\w+)\|", passage["text"])) == set(passage["sources"]), passage["id"]
        for code in passage["sources"].values():
            _, _, institution, naming = code.split("|")
            assert institution in INSTITUTIONS
            assert naming in ("named", "role", "unnamed", "none")
    assert len(seen) == 3160


def test_label_corrections_contradict_the_labels_of_the_open_corpus() -> None:
    def rows(name: str) -> list[dict[str, str]]:
        with (FOLDER / name).open(encoding="utf-8") as file:
            return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))

    labels = {(row["doc"], row["ann"]): row for row in rows("sources.tsv")}
    corrections = [row for row in rows("label_corrections.tsv") if row["table"] == "articles:corpus"]
    assert len(corrections) > 40
    for row in corrections:
        for number in row["numbers"].split(","):
            assert labels[row["article"], number][row["field"]] == row["old"] != row["new"]

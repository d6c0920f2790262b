"""How sure the category of a source is: measured per kind of evidence, and carried to every output."""

import pytest

from analysis.export.json_result import to_json
from analysis.model import NOBODY, Article, Source
from analysis.pipeline import analyse
from analysis.resources import read_lexicon
from analysis.sources.confidence import confidence, evidence
from analysis.sources.entities.index import ArticleEntities
from analysis.tables.frames import rows_of
from tests.factories import tagged

TEXT = (
    "Ministerin Ida Kern (SPD) legte Zahlen vor. „Das reicht nicht“, sagte Kern. Jan Moor kam spät."
    " „Das reicht sehr wohl“, sagte Jan Moor."
)


def test_evidence_that_tells_more_is_surer() -> None:
    kern, moor = (statement.source for statement in analyse(Article("a", TEXT)).statements)
    assert kern is not None
    assert moor is not None
    assert (kern.institution, moor.institution) == ("government", "citizen")
    assert kern.confidence is not None
    assert moor.confidence is not None
    assert kern.confidence > moor.confidence


def test_every_kind_is_a_share_and_unknown_kinds_get_the_average() -> None:
    rows = read_lexicon("source_confidence")
    assert all(0 < float(row["confidence"]) < 1 and int(row["n"]) > 0 for row in rows)
    assert confidence("never met") == confidence("all")


@pytest.mark.parametrize(
    ("source", "spoken", "kind"),
    [
        (NOBODY, False, "nobody, no speaker"),
        (NOBODY, True, "nobody"),
        (Source("Ida Kern", "DE", "government", "german_government", "named"), True, "name, person by role"),
        (Source("Jan Moor", "DE", "citizen", "citizen", "named"), False, "no speaker, person by nothing"),
        (Source("Dings", "-", "unknown", "unknown", "unnamed"), False, "no speaker, unknown"),
    ],
)
def test_kinds_of_evidence(source: Source, spoken: bool, kind: str) -> None:
    article = ArticleEntities(tagged(TEXT))
    assert evidence(article, source, None, spoken=spoken, named=True) == kind


def test_what_a_person_says_of_a_source_equals_it_whatever_the_confidence() -> None:
    found = analyse(Article("a", TEXT)).statements[0].source
    assert found == Source("Ida Kern", "DE", "government", "german_government", "named")


def test_json_and_table_carry_it() -> None:
    result = analyse(Article("a", TEXT))
    told = to_json(result)["statements"][0]["source"]["confidence"]
    row = rows_of(result)["statements"][0]
    assert row["source_confidence"] == pytest.approx(told)
    assert 0 < told < 1

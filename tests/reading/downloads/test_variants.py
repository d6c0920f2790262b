"""Rare forms of downloads are read as the table of variants says."""

import pytest

from analysis.model import Article
from analysis.reading.files import read_bytes
from tests.reading.downloads import variants, variants_more
from tests.reading.downloads.variant import Case

TABLES = (*variants.ALL.items(), *variants_more.ALL.items())
CASES = [pytest.param(case, id=f"{layout}-{case.name}") for layout, cases in TABLES for case in cases()]


@pytest.mark.parametrize("case", CASES)
def test_a_rare_form_is_read(case: Case) -> None:
    found = list(read_bytes(case.name, case.data))
    articles = [item for item in found if isinstance(item, Article)]
    told = [item.reason for item in found if not isinstance(item, Article)]
    assert [(one.title, one.outlet, one.published, one.author) for one in articles] == [
        (one.title, one.outlet, one.published, one.author) for one in case.articles
    ]
    for article, expected in zip(articles, case.articles, strict=True):
        assert article.text == "\n\n".join(part for part in (expected.title, *expected.text) if part)
        assert {field: article.extra.get(field) for field in expected.more} == expected.more
    assert any(article.warnings for article in articles) == case.warned
    assert len(told) == len(case.told)
    assert all(reason.startswith(begins) for reason, begins in zip(told, case.told, strict=True))

"""Pages in the manner of twenty publishing systems and more, each beside the article that is read; all is invented."""

import json
from pathlib import Path

import pytest

from analysis.model import Article
from analysis.reading.files import read_paths

PAGES = sorted(Path(__file__, "..", "pages").resolve().glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_article_of_a_page(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    (found,) = read_paths([path])
    assert isinstance(found, Article)
    assert found.text.split("\n\n") == expected["text"]
    for field in ("title", "outlet", "author", "published"):
        assert getattr(found, field) == expected[field], field
    assert found.extra.get("section") == expected["section"]
    assert bool(found.warnings) == expected["warned"]

"""Every layout in every kind of file, with invented articles: as many as went in, and all that is told of them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.model import Article
from analysis.reading.files import read_bytes
from tests.reading.downloads import layouts, layouts_factiva
from tests.reading.downloads.invented import Made, invent
from tests.reading.downloads.render import Block, as_page, as_pdf, as_rtf, as_text, as_windows, as_word, as_wrapped

FILES: dict[str, tuple[str, Callable[[Iterable[Block]], bytes]]] = {
    "text": ("txt", as_text),
    "windows": ("txt", as_windows),
    "wrapped-72": ("txt", as_wrapped(72)),
    "wrapped-78": ("md", as_wrapped(78)),
    "word": ("docx", as_word),
    "rtf": ("rtf", as_rtf),
    "page": ("html", as_page),
    "pdf": ("pdf", as_pdf),
}
LAYOUTS: dict[str, Callable[[Random, list[Made]], list[Block]]] = {
    "nexis": layouts.nexis,
    "lexis": layouts.lexis,
    "factiva": layouts_factiva.factiva,
    "codes": layouts_factiva.factiva_codes,
    "wiso": layouts.wiso,
    "collection": layouts.collection,
}
PAGES: dict[str, tuple[str, Callable[[Random, list[Made]], bytes]]] = {
    "factiva-page": ("html", layouts_factiva.factiva_page),
    "factiva-table": ("htm", layouts_factiva.factiva_table),
    "ris": ("ris", layouts.ris),
}
NOT: dict[str, tuple[str, ...]] = dict.fromkeys(LAYOUTS, ("pdf",)) | {"wiso": (), "collection": ("page", "pdf")}
"""Kinds of files in which a layout does not come, or is not read."""
SEEDS = range(5)


def made(layout: str, chance: Random, count: int) -> list[Made]:
    """Articles with no more than the layout can tell of them."""
    found = invent(chance, count)
    if layout not in ("nexis", "lexis"):
        found = [replace(one, lead=None) for one in found]
    if layout == "collection":
        found = [replace(one, section=None, author=one.author and one.author.replace("; ", " und ")) for one in found]
    if layout == "ris":
        found = [replace(one, section=None, paragraphs=(" ".join(one.paragraphs),)) for one in found]
    return found


def file_of(layout: str, kind: str, chance: Random, articles: list[Made]) -> tuple[str, bytes]:
    if layout in PAGES:
        ending, write = PAGES[layout]
        return f"suche.{ending}", write(chance, articles)
    ending, render = FILES[kind]
    return f"suche.{ending}", render(LAYOUTS[layout](chance, articles))


def told(item: Article | Made) -> dict[str, str | None]:
    found = {"title": item.title, "outlet": item.outlet, "published": item.published, "author": item.author}
    if isinstance(item, Article):
        return found | {"section": item.extra.get("section"), "page": item.extra.get("page"), "text": item.text}
    return found | {"section": item.section, "page": item.page, "text": item.text}


FORMS = [(layout, kind) for layout in LAYOUTS for kind in FILES if kind not in NOT[layout]]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("layout", "kind"), [*FORMS, *((layout, "") for layout in PAGES)])
def test_all_articles_of_a_layout_are_read_with_all_that_is_told(layout: str, kind: str, seed: int) -> None:
    chance = Random(f"{layout} {kind} {seed}")
    articles = made(layout, chance, chance.randint(3, 20))
    name, data = file_of(layout, kind, chance, articles)
    found = list(read_bytes(name, data))
    read = [item for item in found if isinstance(item, Article)]
    assert read == found
    assert [article.id for article in read] == [f"{name}:{number}" for number in range(1, len(articles) + 1)]
    expected = [told(article) for article in articles]
    if layout == "collection":
        # One of its heads leaves out the page.
        expected = [want | {"page": told(have)["page"]} for want, have in zip(expected, read, strict=True)]
    assert [told(article) for article in read] == expected
    assert all(bool(article.warnings) == (layout == "ris") for article in read)


@given(
    st.sampled_from([*FORMS, *((layout, "") for layout in PAGES)]),
    st.integers(1, 12),
    st.integers(0, 10_000),
    st.data(),
)
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost(form: tuple[str, str], count: int, seed: int, data: st.DataObject) -> None:
    """What is read and what is told as unread are together as many as there were; each sentence stands once."""
    layout, kind = form
    # Whether few lines are wrapped, or are paragraphs, cannot be told.
    count = max(count, 3) if kind.startswith("wrapped") else count
    articles = made(layout, Random(seed), count)
    empty = (
        data.draw(st.sets(st.integers(0, count - 1), max_size=2))
        if layout in ("nexis", "lexis", "ris") and count > 1
        else set()
    )
    articles = [
        replace(one, paragraphs=() if n in empty else one.paragraphs, lead=None) for n, one in enumerate(articles)
    ]
    if layout == "ris":
        articles = [one if one.paragraphs else replace(one, paragraphs=("",)) for one in articles]
    name, content = file_of(layout, kind, Random(seed), articles)
    found = list(read_bytes(name, content))
    texts = [" ".join(item.text.split()) for item in found if isinstance(item, Article)]
    if layout == "collection" and count == 1:
        return
    assert len(found) == count
    assert len(texts) == count - len(empty)
    for one in articles:
        for paragraph in filter(None, one.paragraphs):
            assert sum(text.count(paragraph) for text in texts) == 1


def test_articles_that_stand_twice_are_all_kept() -> None:
    chance = Random(1)
    articles = invent(chance, 3)
    found = list(read_bytes("suche.txt", as_text(layouts.nexis(chance, [*articles, *articles]))))
    assert [item.text for item in found if isinstance(item, Article)] == [one.text for one in (*articles, *articles)]


@pytest.mark.parametrize("layout", ["nexis", "lexis"])
def test_a_count_that_is_not_met_is_told(layout: str) -> None:
    chance = Random(2)
    articles = [replace(one, title=f"{one.title} ({one.number})") for one in invent(chance, 5)]
    blocks = LAYOUTS[layout](chance, articles)
    start = (
        next(n for n, block in enumerate(blocks) if "4 von 5" in block.text or "4 of 5" in block.text)
        if layout == "lexis"
        else [n for n, block in enumerate(blocks) if block.text == articles[3].title][-1]
    )
    *read, last = read_bytes("suche.txt", as_text(blocks[:start]))
    assert len(read) == 3
    assert not isinstance(last, Article)
    assert last.reason == "It says it holds 5 documents, and 3 were found."
    assert last.file == "suche.txt"
